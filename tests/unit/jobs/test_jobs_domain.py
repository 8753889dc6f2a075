"""Given a history, when a command comes, then these events, or that refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from jobs.domain.commands import (
    BeginAttempt,
    CancelJob,
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
    SectionRef,
)
from jobs.domain.job import INITIAL, MAX_ATTEMPTS, MAX_RUNS, Status, backoff, decide, evolve
from jobs.domain.quota import Quota
from kit.errors import InvalidInput, LimitReached, NotFound, Unauthenticated, WrongState

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
DEADLINE = NOW + timedelta(hours=6)
LATER = NOW + timedelta(minutes=1)
URL = "https://example.org/owner/name"
BLOB = BlobRef("ab" * 32, 10, "gzip", "application/json")

SUBMITTED = JobSubmitted("job", "alice", URL, "", AnalysisOptions(), "user", NOW, DEADLINE)
REQUESTED = JobRequested("job", 1, "nats", URL, "", AnalysisOptions(), DEADLINE, NOW)
STARTED = JobStarted("job", 1, "lease-1", "worker", 1, NOW)
SECTION = SectionCompleted("job", 1, "lease-1", "overview", BLOB, NOW)
COMPLETED = JobCompleted("job", 1, "lease-1", "c" * 40, "1", "1", (SectionRef("overview", BLOB),), (), BLOB, "", NOW)
FAILED = JobFailed("job", 1, "lease-1", "clone_failed", "The network failed.", True, NOW)
FINAL = replace(FAILED, code="repository_not_found", retryable=False)
RETRY = JobRetryScheduled("job", 2, LATER, NOW, DEADLINE)

SUBMIT = SubmitJob("job", "alice", URL, "", AnalysisOptions(), "user", NOW, DEADLINE)
REQUEST = RequestAttempt("nats", NOW, NOW - timedelta(minutes=3))
BEGIN = BeginAttempt(1, "worker", "lease-2", NOW)
ERASE, ERASED = EraseJob(NOW), JobErased("job", NOW)
FULL = Quota(active=3, active_allowed=3, daily=0, daily_allowed=9, daily_frees_in=1.0)
SPENT = Quota(active=0, active_allowed=3, daily=9, daily_allowed=9, daily_frees_in=7_200.0)
GONE = replace(SPENT, deleted=True)
LAST = Quota(active=2, active_allowed=3, daily=8, daily_allowed=9, daily_frees_in=1.0)


def given(*history):
    job = INITIAL
    for event in history:
        job = evolve(job, event)
    return job


def record(outcome, now=NOW):
    return RecordOutcome(outcome, jitter=1.0, now=now)


RUNNING = (SUBMITTED, REQUESTED, STARTED)


@pytest.mark.parametrize(
    ("history", "command", "events"),
    [
        pytest.param((), SUBMIT, [SUBMITTED], id="submit"),
        pytest.param((SUBMITTED,), SUBMIT, [], id="submit again with the same content"),
        pytest.param((SUBMITTED,), REQUEST, [REQUESTED], id="request"),
        pytest.param((SUBMITTED, REQUESTED), REQUEST, [], id="request what was just requested"),
        pytest.param(
            (SUBMITTED, REQUESTED),
            RequestAttempt("nats", LATER, LATER - timedelta(seconds=30)),
            [replace(REQUESTED, occurred_at=LATER)],
            id="request what nobody began",
        ),
        pytest.param(RUNNING, REQUEST, [], id="request what runs"),
        pytest.param(
            (SUBMITTED,),
            replace(REQUEST, now=DEADLINE),
            [JobExpired("job", DEADLINE)],
            id="request after the deadline",
        ),
        pytest.param((SUBMITTED, REQUESTED), BEGIN, [JobStarted("job", 1, "lease-2", "worker", 1, NOW)], id="begin"),
        pytest.param(
            RUNNING,
            BEGIN,
            [JobStarted("job", 1, "lease-2", "worker", 2, NOW)],
            id="begin what a lost worker had begun",
        ),
        pytest.param((SUBMITTED,), BEGIN, [], id="begin what was not requested"),
        pytest.param(RUNNING, replace(BEGIN, attempt=2), [], id="begin an attempt that is not the current one"),
        pytest.param((*RUNNING, COMPLETED), BEGIN, [], id="begin what has ended"),
        pytest.param(
            (*RUNNING, JobCancelRequested("job", 1, NOW)),
            BEGIN,
            [JobCancelled("job", NOW)],
            id="begin what is unwanted",
        ),
        pytest.param(RUNNING, record(SECTION), [SECTION], id="section"),
        pytest.param((*RUNNING, SECTION), record(SECTION), [], id="the same section again"),
        pytest.param((*RUNNING, SECTION), record(COMPLETED), [COMPLETED], id="complete"),
        pytest.param(RUNNING, record(COMPLETED), [SECTION, COMPLETED], id="complete before its section was heard of"),
        pytest.param(RUNNING, record(FINAL), [FINAL], id="final failure"),
        pytest.param(
            RUNNING,
            record(FAILED),
            [FAILED, JobRetryScheduled("job", 2, NOW + backoff(1, 1.0), NOW, DEADLINE)],
            id="retryable failure",
        ),
        pytest.param((SUBMITTED,), CancelJob(NOW), [JobCancelled("job", NOW)], id="cancel what waits"),
        pytest.param(RUNNING, CancelJob(NOW), [JobCancelRequested("job", 1, NOW)], id="cancel what runs"),
        pytest.param((*RUNNING, JobCancelRequested("job", 1, NOW)), CancelJob(NOW), [], id="cancel twice"),
        pytest.param(
            (*RUNNING, JobCancelRequested("job", 1, NOW)),
            record(FAILED),
            [JobCancelled("job", NOW)],
            id="a failure after cancel is the cancel",
        ),
        pytest.param(
            (*RUNNING, SECTION, JobCancelRequested("job", 1, NOW)), record(COMPLETED), [COMPLETED], id="too late"
        ),
        pytest.param(
            (*RUNNING, FINAL),
            RetryJob(LATER, LATER + timedelta(hours=6)),
            [JobRetryScheduled("job", 2, LATER, LATER, LATER + timedelta(hours=6))],
            id="the owner tries again",
        ),
        pytest.param((SUBMITTED,), ERASE, [JobCancelled("job", NOW), ERASED], id="erase what waits"),
        pytest.param(
            RUNNING,
            ERASE,
            [JobCancelRequested("job", 1, NOW), JobCancelled("job", NOW), ERASED],
            id="erase what runs: its worker is told to stop",
        ),
        pytest.param((*RUNNING, COMPLETED), ERASE, [ERASED], id="erase what has ended"),
        pytest.param((*RUNNING, COMPLETED, ERASED), ERASE, [], id="erase twice"),
        pytest.param((), ERASE, [], id="erase what never was"),
        pytest.param((SUBMITTED,), replace(SUBMIT, quota=FULL), [], id="the same again is no more than there was"),
        pytest.param((), replace(SUBMIT, quota=LAST), [SUBMITTED], id="submit the last that is allowed"),
        pytest.param((SUBMITTED,), ExpireJob(DEADLINE), [JobExpired("job", DEADLINE)], id="expire"),
        pytest.param((SUBMITTED,), ExpireJob(NOW), [], id="expire too early"),
        pytest.param((*RUNNING, COMPLETED), ExpireJob(DEADLINE), [], id="expire what has ended"),
        pytest.param((*RUNNING, FAILED, RETRY), REQUEST, [], id="a retry waits"),
        pytest.param(
            (*RUNNING, FAILED, RETRY),
            replace(REQUEST, now=LATER),
            [replace(REQUESTED, attempt=2, occurred_at=LATER)],
            id="a retry is due",
        ),
    ],
)
def test_decide(history, command, events):
    assert decide(given(*history), command) == events


@pytest.mark.parametrize(
    ("history", "command", "error", "code"),
    [
        pytest.param((), CancelJob(NOW), NotFound, "job_not_found", id="nothing to cancel"),
        pytest.param((*RUNNING, COMPLETED), CancelJob(NOW), WrongState, "job_ended", id="cancel what has ended"),
        pytest.param(RUNNING, RetryJob(NOW, DEADLINE), WrongState, "job_not_retryable", id="retry what runs"),
        pytest.param(
            (*RUNNING, COMPLETED), RetryJob(NOW, DEADLINE), WrongState, "job_not_retryable", id="retry success"
        ),
        pytest.param(
            (SUBMITTED,),
            replace(SUBMIT, repository_url=URL + "2"),
            InvalidInput,
            "idempotency_key_reused",
            id="same key, other content",
        ),
        *(
            pytest.param(
                (*RUNNING, replace(STARTED, lease="lease-2", run=2)),
                record(outcome),
                WrongState,
                "stale_lease",
                id=f"zombie says {type(outcome).__name__}",
            )
            for outcome in (SECTION, COMPLETED, FAILED)
        ),
        pytest.param((*RUNNING, COMPLETED), record(COMPLETED), WrongState, "stale_lease", id="complete twice"),
    ],
)
def test_refused(history, command, error, code):
    with pytest.raises(error) as refusal:
        decide(given(*history), command)
    assert refusal.value.code == code


def test_a_job_that_kills_every_worker_ends_worker_lost():
    job = given(SUBMITTED, REQUESTED)
    for run in range(1, MAX_RUNS + 1):
        (started,) = decide(job, replace(BEGIN, lease=f"lease-{run}"))
        assert started.run == run
        job = evolve(job, started)
    (failed,) = decide(job, BEGIN)
    assert (failed.code, failed.retryable) == ("worker_lost", False)
    assert evolve(job, failed).status is Status.FAILED


def test_a_retryable_failure_of_the_last_attempt_is_final_until_the_owner_asks():
    job = given(SUBMITTED)
    for attempt in range(1, MAX_ATTEMPTS + 1):
        job = evolve(job, replace(REQUESTED, attempt=attempt))
        job = evolve(job, replace(STARTED, attempt=attempt))
        for event in decide(job, record(replace(FAILED, attempt=attempt))):
            job = evolve(job, event)
    assert (job.status, job.attempt) == (Status.FAILED, MAX_ATTEMPTS)

    for event in decide(job, RetryJob(LATER, LATER + timedelta(hours=6))):
        job = evolve(job, event)
    assert (job.status, job.attempt, job.attempts_allowed) == (Status.PENDING, MAX_ATTEMPTS + 1, 2 * MAX_ATTEMPTS)


def test_backoff_doubles_between_half_and_all_and_has_an_end():
    assert backoff(1, 0.0) == timedelta(seconds=2.5)
    assert backoff(1, 1.0) == timedelta(seconds=5)
    assert backoff(2, 1.0) == timedelta(seconds=10)
    assert backoff(50, 1.0) == timedelta(minutes=10)


@pytest.mark.parametrize(
    ("command", "history", "code", "retry_after"),
    [
        pytest.param(replace(SUBMIT, quota=FULL), (), "active_limit_reached", 60, id="too many under way"),
        pytest.param(replace(SUBMIT, quota=SPENT), (), "daily_limit_reached", 7_200, id="too many within a day"),
        pytest.param(
            RetryJob(LATER, DEADLINE, FULL), (*RUNNING, FINAL), "active_limit_reached", 60, id="no room to try again"
        ),
    ],
)
def test_limits_say_when_to_ask_again(command, history, code, retry_after):
    with pytest.raises(LimitReached) as refused:
        decide(given(*history), command)
    assert (refused.value.code, refused.value.retry_after) == (code, retry_after)


@pytest.mark.parametrize(
    ("command", "history"), [(replace(SUBMIT, quota=GONE), ()), (RetryJob(LATER, DEADLINE, GONE), (*RUNNING, FINAL))]
)
def test_nothing_begins_for_an_account_that_is_no_more(command, history):
    with pytest.raises(Unauthenticated) as refused:
        decide(given(*history), command)
    assert refused.value.code == "user_deleted"


def test_trying_again_is_no_new_analysis_of_the_day():
    assert decide(given(*RUNNING, FINAL), RetryJob(LATER, DEADLINE, SPENT))


@pytest.mark.parametrize("command", [REQUEST, BEGIN, record(SECTION), CancelJob(NOW), ExpireJob(DEADLINE)])
def test_an_erased_job_is_none(command):
    job = given(*RUNNING, COMPLETED, ERASED)
    assert not job.blobs
    with pytest.raises(NotFound):
        decide(job, command)


def test_the_key_of_an_erased_job_makes_no_other():
    with pytest.raises(InvalidInput, match="fresh key"):
        decide(given(SUBMITTED, JobCancelled("job", NOW), ERASED), SUBMIT)
