"""What the public API accepts and answers: the models behind the OpenAPI document."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

JOB_ID = "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11"
_COMMIT = "8646edca6f47e2cd57464081b3911218d4734f8d"
_SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
_TIME = "2026-11-23T09:30:00Z"
PRINTABLE = r"^[^\x00-\x1f\x7f]+$"

_JOB_EXAMPLE: dict[str, Any] = {
    "id": JOB_ID,
    "status": "PROCESSING",
    "repo_url": "https://github.com/pallets/flask",
    "ref": None,
    "commit": None,
    "attempt": 1,
    "progress": {
        "phase": "history",
        "done": 2100,
        "total": 5400,
        "rate": 830.5,
        "eta_seconds": 4.0,
        "percent": 41.5,
        "remaining_seconds": 6.5,
    },
    "created_at": _TIME,
    "started_at": "2026-11-23T09:30:01Z",
    "finished_at": None,
    "error": None,
}


def example(value: dict[str, Any]) -> ConfigDict:
    """What is answered, with an example for the document."""
    return ConfigDict(frozen=True, json_schema_extra={"examples": [value]})


def request_example(value: dict[str, Any]) -> ConfigDict:
    """What is asked: the same, and closed, so that a typing error is not ignored."""
    return ConfigDict(frozen=True, extra="forbid", strict=True, json_schema_extra={"examples": [value]})


# ---------------------------------------------------------------- errors


class FieldError(BaseModel):
    """What is wrong with one field of the request."""

    model_config = example({"field": "repo_url", "message": "is missing"})

    field: str = Field(description="Name of the parameter, or path of the field in the body: `options.runner`.")
    message: str = Field(description="What is wrong with it.")


class Problem(BaseModel):
    """An error, as RFC 9457 defines it. Programs switch on `code`; people read `detail`."""

    model_config = example(
        {
            "type": "/problems/not_found",
            "title": "Not found",
            "status": 404,
            "detail": "There is no analysis with this id, or it is not yours.",
            "code": "not_found",
            "errors": [],
            "request_id": "5f0c1d6e-5c3a-4f6e-9a57-0d0c5e5b7a10",
        }
    )

    type: str = Field(description="Stable reference of the kind of error: `/problems/<code>`.")
    title: str = Field(description="The kind of error in a few words; never changes.")
    status: int = Field(description="The HTTP status.")
    detail: str = Field(description="What happened this time, and what to do.")
    code: str = Field(description="The kind of error, for programs. More codes than the examples show are possible.")
    errors: list[FieldError] = Field(description="What is wrong with which field; empty for other errors.")
    request_id: str = Field(description="Name it when you ask for help: every log line of the request carries it.")


# ---------------------------------------------------------------- repositories


class AvailableRepository(BaseModel):
    """A repository that the user can read at the provider."""

    model_config = example(
        {
            "id": "596892",
            "full_name": "pallets/flask",
            "clone_url": "https://github.com/pallets/flask.git",
            "private": False,
            "default_branch": "main",
        }
    )

    id: str = Field(description="The provider's id.")
    full_name: str
    clone_url: str = Field(description="What `POST /api/v1/analysis` takes as `repo_url`.")
    private: bool
    default_branch: str | None = Field(description="Null for an empty repository.")


class AvailableRepositoryPage(BaseModel):
    """One page of repositories."""

    items: list[AvailableRepository]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


# ---------------------------------------------------------------- analyses


class JobStatus(StrEnum):
    """Where an analysis stands. The last four are final."""

    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"


class AnalysisOptions(BaseModel):
    """How to analyse, beyond what."""

    model_config = request_example({"runner": "nats"})

    runner: Literal["nats", "batch"] | None = Field(
        default=None, description="Who runs the analysis: analyzer pods or AWS Batch. Null: the platform's choice."
    )
    ignore_revs: bool = Field(
        default=False,
        description="Lines of the commits in `.git-blame-ignore-revs` belong to whoever had them before.",
    )
    exclude: list[Annotated[str, Field(min_length=1, max_length=200)]] = Field(
        default_factory=list,
        max_length=100,
        description="Files that do not count either: patterns in the form of `.gitignore`.",
        examples=[["docs/", "*.snap"]],
    )
    mailmap: str = Field(
        default="",
        max_length=65_536,
        description="Who is one person, in the form of `.mailmap`; outweighs the repository's own.",
        examples=["Ada Lovelace <ada@example.org> <ada@home.example>\n"],
    )
    kinds: dict[Annotated[str, Field(min_length=1, max_length=320)], Literal["human", "bot", "agent"]] = Field(
        default_factory=dict,
        max_length=200,
        description="What people are, by id, e-mail address, login or name; outweighs what is told by the name.",
        examples=[{"ci@example.org": "bot"}],
    )


class SubmitAnalysis(BaseModel):
    """A repository to analyse."""

    model_config = request_example({"repo_url": "https://github.com/pallets/flask", "ref": "main"})

    repo_url: str = Field(
        min_length=1, max_length=2048, pattern=PRINTABLE, description="Address to clone, without credentials."
    )
    ref: Annotated[str, Field(min_length=1, max_length=255, pattern=PRINTABLE)] | None = Field(
        default=None, description="Branch, tag or commit. Null: the repository's default branch."
    )
    options: AnalysisOptions = Field(default_factory=AnalysisOptions)


class Progress(BaseModel):
    """Where a running attempt stands."""

    phase: str = Field(description="What is being done, for example `clone` or `ownership`.")
    done: int = Field(description="Units of work done in this phase.")
    total: int | None = Field(description="Units of work in all; null while unknown.")
    rate: float = Field(description="Units per second.")
    eta_seconds: float | None = Field(description="Seconds to the end of the phase; null while unknown.")
    percent: float = Field(description="Share of the whole attempt that is done, 0 to 100.")
    remaining_seconds: float | None = Field(
        description="Seconds to the end of the whole attempt, estimated from what it took so far; null while unknown."
    )


class JobError(BaseModel):
    """Why an analysis failed."""

    model_config = example(
        {"code": "repository_not_found", "message": "There is no repository at this address, or it is private."}
    )

    code: str = Field(description="The kind of failure, for programs.")
    message: str = Field(description="The same for people.")


class Job(BaseModel):
    """An analysis of one repository."""

    model_config = example(_JOB_EXAMPLE)

    id: str = Field(json_schema_extra={"format": "uuid"})
    status: JobStatus
    repo_url: str
    ref: str | None = Field(description="As asked for; null: the default branch.")
    commit: str | None = Field(description="The commit that was analysed; null until known.")
    attempt: int = Field(description="Number of the current or last attempt, from 1; 0 before the first.")
    progress: Progress | None
    created_at: datetime | None
    started_at: datetime | None
    finished_at: datetime | None
    error: JobError | None


class JobPage(BaseModel):
    """One page of analyses, newest first."""

    items: list[Job]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class JobEvent(BaseModel):
    """One event of an analysis's history."""

    model_config = example(
        {
            "version": 4,
            "type": "SectionCompleted",
            "event_id": "0198c5a2-9d10-7e44-a7c1-2b3c4d5e6f70",
            "recorded_at": "2026-11-23T09:30:09Z",
            "data": {"job_id": JOB_ID, "attempt": 1, "section": "overview", "blob": {"sha256": _SHA256}},
        }
    )

    version: int = Field(description="Position in the history, from 1.")
    type: str = Field(description="Name of the event, for example `JobStarted`.")
    event_id: str
    recorded_at: datetime | None
    data: dict[str, Any] = Field(description="The event's own fields.")


class JobHistory(BaseModel):
    """The whole history of an analysis, in order."""

    items: list[JobEvent]


class ReportRepository(BaseModel):
    """Which repository was analysed."""

    name: str = Field(description="The last part of the address, without `.git`.")
    branch: str | None = Field(None, description="Branch that the repository's HEAD names; null if detached.")


class ReportCommit(BaseModel):
    """Which commit was analysed."""

    rev: str = Field(description="As asked for; `HEAD`: the default branch.")
    sha: str = Field(description="Full object id of the commit.")
    time: datetime = Field(description="Author's time, UTC.")


class ReportEngine(BaseModel):
    """What computed the report, under which options."""

    name: Literal["strata"] = "strata"
    version: str
    git: str = Field(description="Version of git that was used.")
    options: dict[str, Any]


class ReportHead(BaseModel):
    """What a report says before its sections."""

    schema_version: int | None = Field(description="Version of the report's JSON Schema; null until it has completed.")
    repository: ReportRepository
    commit: ReportCommit | None = Field(description="Null until it has completed.")
    engine: ReportEngine | None = Field(description="Null until it has completed.")


class Report(ReportHead):
    """The report: its sections that are ready, each an object of its own schema."""

    model_config = example(
        {
            "schema_version": 1,
            "repository": {"name": "flask", "branch": "main"},
            "commit": {"rev": "HEAD", "sha": _COMMIT, "time": "2026-11-20T17:02:11Z"},
            "engine": {"name": "strata", "version": "0.1.0", "git": "2.39.5", "options": {}},
            "sections": {"overview": {"commits": 5415, "people": 857}},
        }
    )

    sections: dict[str, dict[str, Any]] = Field(
        description="By name, in report order: overview, stack, contributors, ownership, activity, …"
    )


# ---------------------------------------------------------------- health


class Health(BaseModel):
    """The process is alive."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """Everything that is needed answers."""

    status: Literal["ready"] = "ready"
    checks: dict[str, Literal["ok"]] = Field(examples=[{"auth": "ok", "jobs": "ok"}])
