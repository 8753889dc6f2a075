"""What can be asked of a job. Ids, time and chance arrive here, so that deciding is pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from jobs.domain.events import AnalysisOptions, Outcome
from jobs.domain.quota import Quota


@dataclass(frozen=True, slots=True)
class SubmitJob:
    job_id: str
    owner_id: str
    repository_url: str
    ref: str
    options: AnalysisOptions
    trigger: str
    now: datetime
    deadline: datetime
    quota: Quota | None = None
    """None: the owner is not limited."""
    runner: str = ""
    """Have this runner handed the first attempt at once, because nobody waits; empty: it waits its turn."""


@dataclass(frozen=True, slots=True)
class RequestAttempt:
    """Hand the waiting attempt to a runner; again when nobody began it since `unbegun_since`."""

    runner: str
    now: datetime
    unbegun_since: datetime


@dataclass(frozen=True, slots=True)
class BeginAttempt:
    attempt: int
    worker: str
    lease: str
    now: datetime
    progressed: bool = False
    """The worker before came to a checkpoint, from which this one goes on."""


@dataclass(frozen=True, slots=True)
class RecordOutcome:
    outcome: Outcome
    jitter: float
    """From 0 to 1: spreads retries of jobs that failed together."""
    now: datetime


@dataclass(frozen=True, slots=True)
class CancelJob:
    now: datetime


@dataclass(frozen=True, slots=True)
class RetryJob:
    now: datetime
    deadline: datetime
    quota: Quota | None = None
    """None: the owner is not limited."""
    owner_id: str = ""
    """Who is to have the quota."""


@dataclass(frozen=True, slots=True)
class ExpireJob:
    now: datetime


@dataclass(frozen=True, slots=True)
class EraseJob:
    now: datetime


Command: TypeAlias = (
    SubmitJob | RequestAttempt | BeginAttempt | RecordOutcome | CancelJob | RetryJob | ExpireJob | EraseJob
)
