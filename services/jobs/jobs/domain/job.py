"""The job aggregate: every state a job was ever in, and what may happen next.

    PENDING -> PROCESSING -> COMPLETED | FAILED | CANCELLED | EXPIRED, with attempts inside

Pure. An attempt is begun under a lease; only what carries the running lease can change the job, so a worker that
lost its own can do nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from jobs.domain.commands import (
    BeginAttempt,
    CancelJob,
    Command,
    EraseJob,
    ExpireJob,
    RecordOutcome,
    RequestAttempt,
    RetryJob,
    SubmitJob,
)
from jobs.domain.events import (
    AnalysisOptions,
    BlobRef,
    EngineState,
    Event,
    JobCancelled,
    JobCancelRequested,
    JobCompleted,
    JobErased,
    JobExpired,
    JobFailed,
    JobRequested,
    JobRetryScheduled,
    JobStarted,
    JobSubmitted,
    SectionCompleted,
)
from jobs.domain.quota import allow_one_more, allow_one_more_today
from kit.errors import InvalidInput, NotFound, WrongState

MAX_ATTEMPTS = 3
"""Attempts of one request; a retryable failure of the last one is final."""
MAX_RUNS = 3
"""Times that an attempt may be begun. A job that kills its worker every time ends here."""
MAX_RUNS_WITH_PROGRESS = 12
"""The same where the run before left a checkpoint: workers that have to stop are no fault of the job."""
FIRST_BACKOFF = timedelta(seconds=5)
MAX_BACKOFF = timedelta(minutes=10)
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
_NEVER = datetime(9999, 1, 1, tzinfo=UTC)


class Status(StrEnum):
    PENDING = "PENDING"
    PROCESSING = "PROCESSING"
    COMPLETED = "COMPLETED"
    FAILED = "FAILED"
    CANCELLED = "CANCELLED"
    EXPIRED = "EXPIRED"

    @property
    def final(self) -> bool:
        return self not in (Status.PENDING, Status.PROCESSING)


@dataclass(frozen=True, slots=True)
class Job:
    """A job as its history tells it. The initial state is one that no event has made yet: its id is empty."""

    id: str = ""
    owner_id: str = ""
    repository_url: str = ""
    ref: str = ""
    options: AnalysisOptions = field(default_factory=AnalysisOptions)
    status: Status = Status.PENDING
    created_at: datetime = _LONG_AGO
    deadline: datetime = _NEVER
    attempt: int = 1
    """Number of the attempt that waits, runs or ran last."""
    attempts_allowed: int = MAX_ATTEMPTS
    not_before: datetime = _LONG_AGO
    requested_at: datetime | None = None
    """When the waiting attempt was handed to a runner; None while it waits its turn."""
    lease: str = ""
    run: int = 0
    cancel_requested: bool = False
    started_at: datetime | None = None
    finished_at: datetime | None = None
    commit: str = ""
    engine_version: str = ""
    schema_version: str = ""
    tags_digest: str = ""
    advisories: str = ""
    error_code: str = ""
    error_message: str = ""
    sections: Mapping[str, BlobRef] = field(default_factory=lambda: MappingProxyType({}))
    """Sections that are ready, in the order they became so; in report order once completed."""
    head: BlobRef | None = None
    """The report without its sections, once completed."""
    state: EngineState | None = None
    """What the next analysis may go on from, once completed."""
    erased: bool = False
    """Its report is gone, and nobody is shown the job."""

    @property
    def blobs(self) -> frozenset[str]:
        """Digests of all content that the job refers to."""
        heads = [self.head] if self.head else []
        return frozenset(ref.sha256 for ref in [*self.sections.values(), *heads])

    @property
    def tries(self) -> int:
        """Number of the attempt within the request that it belongs to, from 1."""
        return self.attempt - (self.attempts_allowed - MAX_ATTEMPTS)


INITIAL = Job()


# ---------------------------------------------------------------- decide


def decide(job: Job, command: Command) -> list[Event]:
    """What the command adds to the history; nothing when it was already so. Raises AppError when refused."""
    if isinstance(command, SubmitJob):
        return _submit(job, command)
    if isinstance(command, EraseJob):
        return _erase(job, command)
    if not job.id or job.erased:
        raise NotFound("There is no such analysis.", code="job_not_found")
    match command:
        case RequestAttempt():
            return _request(job, command)
        case BeginAttempt():
            return _begin(job, command)
        case RecordOutcome():
            return _record(job, command)
        case CancelJob():
            return _cancel(job, command)
        case RetryJob():
            return _retry(job, command)
        case ExpireJob(now=now):
            return [JobExpired(job.id, now)] if not job.status.final and now >= job.deadline else []
        case _:
            assert_never(command)


def _submit(job: Job, command: SubmitJob) -> list[Event]:
    if not job.id:
        allow_one_more(command.quota)
        allow_one_more_today(command.quota)
        submitted = JobSubmitted(
            job_id=command.job_id,
            owner_id=command.owner_id,
            repository_url=command.repository_url,
            ref=command.ref,
            options=command.options,
            trigger=command.trigger,
            occurred_at=command.now,
            deadline=command.deadline,
        )
        if not command.runner:
            return [submitted]
        at_once = RequestAttempt(command.runner, command.now, unbegun_since=command.now)
        return [submitted, *_request(evolve(job, submitted), at_once)]
    same = (command.repository_url, command.ref, command.options) == (job.repository_url, job.ref, job.options)
    if not job.erased and job.owner_id == command.owner_id and same:
        return []
    raise InvalidInput(
        "This idempotency key was used for another analysis. Use a fresh key for each new request.",
        code="idempotency_key_reused",
    )


def _request(job: Job, command: RequestAttempt) -> list[Event]:
    if job.status is not Status.PENDING or command.now < job.not_before:
        return []
    if job.requested_at is not None and job.requested_at > command.unbegun_since:
        return []
    if command.now >= job.deadline:
        return [JobExpired(job.id, command.now)]
    return [
        JobRequested(
            job_id=job.id,
            attempt=job.attempt,
            runner=command.runner,
            repository_url=job.repository_url,
            ref=job.ref,
            options=job.options,
            deadline=job.deadline,
            occurred_at=command.now,
        )
    ]


def _begin(job: Job, command: BeginAttempt) -> list[Event]:
    if job.status.final or command.attempt != job.attempt or job.requested_at is None:
        return []
    if job.cancel_requested:
        return [JobCancelled(job.id, command.now)]
    if command.now >= job.deadline:
        return [JobExpired(job.id, command.now)]
    if job.run >= (MAX_RUNS_WITH_PROGRESS if command.progressed else MAX_RUNS):
        return [
            JobFailed(
                job_id=job.id,
                attempt=job.attempt,
                lease=job.lease,
                code="worker_lost",
                message=f"The analysis was begun {job.run} times and its worker vanished each time. "
                "The repository may need more memory or time than a worker has.",
                retryable=False,
                occurred_at=command.now,
            )
        ]
    return [
        JobStarted(
            job_id=job.id,
            attempt=job.attempt,
            lease=command.lease,
            worker=command.worker,
            run=job.run + 1,
            occurred_at=command.now,
        )
    ]


def _record(job: Job, command: RecordOutcome) -> list[Event]:
    outcome = command.outcome
    if job.status is not Status.PROCESSING or outcome.lease != job.lease or outcome.attempt != job.attempt:
        raise WrongState("The outcome is not from the worker that holds the lease.", code="stale_lease")
    match outcome:
        case SectionCompleted():
            return [] if job.sections.get(outcome.section) == outcome.blob else [outcome]
        case JobCompleted():
            return [*_unheard(job, outcome), outcome]
        case JobFailed():
            if job.cancel_requested:
                return [JobCancelled(job.id, outcome.occurred_at)]
            if not outcome.retryable or job.attempt >= job.attempts_allowed:
                return [outcome]
            return [
                outcome,
                JobRetryScheduled(
                    job_id=job.id,
                    attempt=job.attempt + 1,
                    not_before=command.now + backoff(job.tries, command.jitter),
                    occurred_at=command.now,
                    deadline=job.deadline,
                ),
            ]
        case _:
            assert_never(outcome)


def _unheard(job: Job, completed: JobCompleted) -> list[Event]:
    """Sections that the report has and that were not told one by one: their messages may come late, or again."""
    return [
        SectionCompleted(
            job_id=job.id,
            attempt=completed.attempt,
            lease=completed.lease,
            section=ref.section,
            blob=ref.blob,
            occurred_at=completed.occurred_at,
        )
        for ref in completed.sections
        if job.sections.get(ref.section) != ref.blob
    ]


def backoff(attempt: int, jitter: float) -> timedelta:
    """How long to wait after the nth failed attempt of a request: doubling from five seconds, half to all of it."""
    full = min(FIRST_BACKOFF * 2 ** min(attempt - 1, 10), MAX_BACKOFF)
    spread: timedelta = full * (0.5 + jitter / 2)
    return spread


def _cancel(job: Job, command: CancelJob) -> list[Event]:
    if job.status.final:
        raise WrongState(f"The analysis has already ended: it is {job.status}.", code="job_ended")
    if job.status is Status.PENDING:
        return [JobCancelled(job.id, command.now)]
    return [] if job.cancel_requested else [JobCancelRequested(job.id, job.attempt, command.now)]


def _retry(job: Job, command: RetryJob) -> list[Event]:
    if job.status not in (Status.FAILED, Status.CANCELLED, Status.EXPIRED):
        raise WrongState(
            f"Only an analysis that failed, expired or was cancelled can be tried again; this one is {job.status}.",
            code="job_not_retryable",
        )
    allow_one_more(command.quota)
    return [
        JobRetryScheduled(
            job_id=job.id,
            attempt=job.attempt + 1,
            not_before=command.now,
            occurred_at=command.now,
            deadline=command.deadline,
        )
    ]


def _erase(job: Job, command: EraseJob) -> list[Event]:
    if not job.id or job.erased:
        return []
    ended: list[Event] = []
    if job.status is Status.PROCESSING and not job.cancel_requested:
        ended.append(JobCancelRequested(job.id, job.attempt, command.now))  # its worker stops
    if not job.status.final:
        ended.append(JobCancelled(job.id, command.now))
    return [*ended, JobErased(job.id, command.now)]


# ---------------------------------------------------------------- evolve


def evolve(job: Job, event: Event) -> Job:
    """The job after the event."""
    match event:
        case JobSubmitted():
            return Job(
                id=event.job_id,
                owner_id=event.owner_id,
                repository_url=event.repository_url,
                ref=event.ref,
                options=event.options,
                created_at=event.occurred_at,
                deadline=event.deadline,
                not_before=event.occurred_at,
            )
        case JobRequested():
            return replace(job, requested_at=event.occurred_at)
        case JobStarted():
            return replace(
                job,
                status=Status.PROCESSING,
                lease=event.lease,
                run=event.run,
                started_at=job.started_at or event.occurred_at,
                sections=MappingProxyType({}),
            )
        case SectionCompleted():
            return replace(job, sections=MappingProxyType({**job.sections, event.section: event.blob}))
        case JobCompleted():
            return replace(
                job,
                status=Status.COMPLETED,
                commit=event.commit,
                engine_version=event.engine_version,
                schema_version=event.schema_version,
                tags_digest=event.tags_digest,
                advisories=event.advisories,
                sections=MappingProxyType({ref.section: ref.blob for ref in event.sections}),
                head=event.head,
                state=event.state,
                finished_at=event.occurred_at,
            )
        case JobFailed():
            return replace(
                job,
                status=Status.FAILED,
                error_code=event.code,
                error_message=event.message,
                finished_at=event.occurred_at,
            )
        case JobRetryScheduled():
            return _evolve_retry(job, event)
        case JobCancelRequested():
            return replace(job, cancel_requested=True)
        case JobCancelled():
            return replace(job, status=Status.CANCELLED, finished_at=event.occurred_at)
        case JobExpired():
            return replace(
                job,
                status=Status.EXPIRED,
                error_code="expired",
                error_message="The analysis did not end before its deadline.",
                finished_at=event.occurred_at,
            )
        case JobErased():
            return replace(job, erased=True, sections=MappingProxyType({}), head=None, state=None)
        case _:
            assert_never(event)


def _evolve_retry(job: Job, event: JobRetryScheduled) -> Job:
    # a retry that the owner asked for has a deadline of its own, and all the attempts of a new request
    fresh = event.deadline != job.deadline
    return replace(
        job,
        status=Status.PENDING,
        attempt=event.attempt,
        attempts_allowed=job.attempt + MAX_ATTEMPTS if fresh else job.attempts_allowed,
        not_before=event.not_before,
        deadline=event.deadline,
        requested_at=None,
        lease="",
        run=0,
        cancel_requested=False,
        started_at=None,
        finished_at=None,
        error_code="",
        error_message="",
        sections=MappingProxyType({}),
    )
