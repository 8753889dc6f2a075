"""What can have happened to a job. Each event has the fields of its proto message, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class AnalysisOptions:
    runner: str = ""
    ignore_revs: bool = False
    exclude: tuple[str, ...] = ()
    """Files that do not count either, as patterns in the form of .gitignore."""
    people_rules_id: str = ""
    """Names what the owner says about people; that itself is personal, and no part of the history."""


@dataclass(frozen=True, slots=True)
class BlobRef:
    sha256: str
    size: int
    encoding: str
    media_type: str


@dataclass(frozen=True, slots=True)
class SectionRef:
    section: str
    blob: BlobRef


@dataclass(frozen=True, slots=True)
class EngineState:
    """What a later analysis may go on from. It is a cache: it may be gone."""

    blob: BlobRef
    commit: str
    engine_version: str
    committed_at: datetime


@dataclass(frozen=True, slots=True)
class PhaseDuration:
    phase: str
    seconds: float


@dataclass(frozen=True, slots=True)
class JobSubmitted:
    job_id: str
    owner_id: str
    repository_url: str
    ref: str
    options: AnalysisOptions
    trigger: str
    occurred_at: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class JobRequested:
    job_id: str
    attempt: int
    runner: str
    repository_url: str
    ref: str
    options: AnalysisOptions
    deadline: datetime
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class JobStarted:
    job_id: str
    attempt: int
    lease: str
    worker: str
    run: int
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class SectionCompleted:
    job_id: str
    attempt: int
    lease: str
    section: str
    blob: BlobRef
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class JobCompleted:
    job_id: str
    attempt: int
    lease: str
    commit: str
    engine_version: str
    schema_version: str
    sections: tuple[SectionRef, ...]
    durations: tuple[PhaseDuration, ...]
    head: BlobRef | None
    """The report without its sections."""
    tags_digest: str
    """Of the repository's tags, on which the report depends beside the commit; empty if it was not kept."""
    occurred_at: datetime
    state: EngineState | None = None
    advisories: str = ""
    """Fingerprint of the advisories that vulnerabilities were looked for in; empty where there were none."""


@dataclass(frozen=True, slots=True)
class JobFailed:
    job_id: str
    attempt: int
    lease: str
    code: str
    message: str
    retryable: bool
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class JobRetryScheduled:
    job_id: str
    attempt: int
    not_before: datetime
    occurred_at: datetime
    deadline: datetime


@dataclass(frozen=True, slots=True)
class JobCancelRequested:
    job_id: str
    attempt: int
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class JobCancelled:
    job_id: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class JobExpired:
    job_id: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class JobErased:
    job_id: str
    occurred_at: datetime


Outcome: TypeAlias = SectionCompleted | JobCompleted | JobFailed
"""What an analyzer says; history only once this aggregate has accepted it."""

Event: TypeAlias = (
    JobSubmitted
    | JobRequested
    | JobStarted
    | Outcome
    | JobRetryScheduled
    | JobCancelRequested
    | JobCancelled
    | JobExpired
    | JobErased
)
