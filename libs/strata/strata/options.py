"""What a caller may choose; every choice is stated in the report."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from strata.people.kind import Kind
from strata.people.mailmap import LONGEST, check_mailmap
from strata.stack.exclusion import Leaving

Who = Annotated[str, Field(min_length=1, max_length=320)]
"""A person by id, e-mail address, login or name."""


def _are_patterns(value: tuple[str, ...]) -> tuple[str, ...]:
    if value:
        Leaving(value)  # ValueError for what is no pattern
    return value


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
    dependencies_listed: int = Field(
        5_000, ge=0, description="Dependencies in the report, direct ones first; totals count all"
    )
    findings_listed: int = Field(
        500, ge=0, description="Findings about the health of dependencies in the report; totals count all"
    )
    owners_listed: int = Field(5, ge=1, description="Owners named per directory and file, largest first")
    without: tuple[Who, ...] = Field(
        (),
        max_length=100,
        description="People to be taken for gone, by id, e-mail address, login or name: what would go with them",
    )
    hotspot_window_months: int = Field(12, ge=1, le=600, description="Revisions this recent make a hotspot")
    hotspots_listed: int = Field(100, ge=0, description="Hotspots and complex files in the report, highest first")
    coupling_revisions: int = Field(5, ge=1, description="Revisions that two files must share, and each must have")
    coupling_percent: int = Field(30, ge=1, le=100, description="Degree of change coupling from which a pair is told")
    coupling_commit_files: int = Field(30, ge=2, le=1_000, description="Commits of more files say nothing of coupling")
    couplings_listed: int = Field(500, ge=0, description="Coupled pairs in the report, strongest first")
    churn_listed: int = Field(1_000, ge=1, description="Files and directories with their churn, most changed first")
    releases_listed: int = Field(200, ge=0, description="Releases in the report, latest first; totals count all")
    cohorts_listed: int = Field(12, ge=1, le=100, description="People shown by name in survival and overwrites")
    since: date | None = Field(
        None, description="Commits, churn, coupling and releases are counted from this day (UTC) on; lines are not"
    )
    at: str | None = Field(
        None,
        description="Figures as of then: a date (ISO 8601) or a revision, on the first-parent line of what is asked",
    )
    exclude: Annotated[
        tuple[Annotated[str, Field(max_length=200, pattern=r"^[^\x00\r\n]+$")], ...], AfterValidator(_are_patterns)
    ] = Field((), max_length=100, description="Files that do not count either, as patterns in the form of .gitignore")
    mailmap: Annotated[str, Field(max_length=LONGEST), AfterValidator(check_mailmap)] = Field(
        "", description="Who is one person, in the form of .mailmap; outweighs the repository's own"
    )
    kinds: dict[Who, Kind] = Field(
        {}, max_length=200, description="What people are, by id, e-mail address, login or name; outweighs what is told"
    )
    ignore_revs: bool = Field(
        False,
        description="Lines of the commits in .git-blame-ignore-revs belong to whoever had them before, as git says",
    )
    ignore_revs_seconds: int = Field(
        120, ge=1, le=86_400, description="So long git may take for that; files it has not come to keep plain owners"
    )
    memory: int = Field(
        256,
        ge=1,
        le=65_536,
        description="MiB for differences that wait to be used; those beyond it are asked of git a second time",
    )
    workers: int = Field(2, ge=1, le=64, description="Git processes at work at once")
