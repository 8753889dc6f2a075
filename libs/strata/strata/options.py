"""What a caller may choose; every choice is stated in the report."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Options(BaseModel):
    """The options of one analysis."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str | None = Field(
        None, description="Name of the repository in the report; taken from its address or folder if absent"
    )
    inactive_after_months: int = Field(
        12, ge=1, le=600, description="A person without a commit for this long counts as gone"
    )
    directories_listed: int = Field(2_000, ge=1, description="Directories in the report, largest first")
    files_listed: int = Field(5_000, ge=1, description="Files in the report, largest first")
    excluded_listed: int = Field(500, ge=0, description="Excluded files in the report, in path order; totals count all")
    owners_listed: int = Field(5, ge=1, description="Owners named per directory and file, largest first")
    workers: int = Field(2, ge=1, le=64, description="Git processes at work at once")
