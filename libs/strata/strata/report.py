"""The report: one versioned document in sections."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr

from strata.facts import Facts
from strata.options import Options
from strata.ownership.lines import Lines

Mode = Literal["full", "incremental", "resumed"]


class RepositoryInfo(BaseModel):
    """Which repository was analysed."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(description="Name of the repository")
    branch: str | None = Field(description="Branch that the repository's HEAD names, null if detached")


class CommitInfo(BaseModel):
    """Which commit was analysed."""

    model_config = ConfigDict(extra="forbid")

    rev: str = Field(description="Revision as it was asked for")
    sha: str = Field(description="Full id of the commit")
    time: datetime = Field(description="Author's time, UTC")


class EngineInfo(BaseModel):
    """What computed the report, under which options."""

    model_config = ConfigDict(extra="forbid")

    name: str = "strata"
    version: str = Field(description="Engine version: the same commit, options and version give the same figures")
    git: str = Field(description="Version of git that was used")
    options: Options
    mode: Mode = Field("full", description="From nothing, from an older state, or from where a killed analysis was")
    reason: str | None = Field(None, description="Why a state that was offered could not be used")


class Report(BaseModel):
    """The whole document. `sections` is plain JSON data, checked section by section when computed.

    `facts` (not part of the document) is what the sections were computed from, and what tables are written from;
    `lines` of it holds the owning commit of every line at head.
    """

    model_config = ConfigDict(extra="forbid")

    schema_version: int = Field(description="Version of this document's form")
    repository: RepositoryInfo
    commit: CommitInfo
    engine: EngineInfo
    sections: dict[str, dict[str, Any]]

    _facts: Facts | None = PrivateAttr(None)

    @property
    def facts(self) -> Facts:
        if self._facts is None:
            raise ValueError("a report read back from JSON carries no facts")
        return self._facts

    @property
    def lines(self) -> Lines:
        lines = self.facts.lines
        if lines is None:
            raise ValueError("the analysis did not come to the lines")
        return lines
