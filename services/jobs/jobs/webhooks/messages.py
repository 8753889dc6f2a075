"""What an endpoint is told, made of the histories: the same message whoever makes it, and whenever."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from jobs.domain import events as job_events
from jobs.domain import tracking
from jobs.domain.events import Event, JobFailed
from jobs.domain.job import Job
from kit.store import Recorded

OF_JOBS: dict[str, str] = {
    job_events.JobSubmitted.__name__: "analysis.submitted",
    job_events.JobStarted.__name__: "analysis.started",
    job_events.JobCompleted.__name__: "analysis.completed",
    JobFailed.__name__: "analysis.failed",
    job_events.JobCancelled.__name__: "analysis.cancelled",
    job_events.JobExpired.__name__: "analysis.expired",
}
OF_REPOSITORIES: dict[str, str] = {tracking.RepositoryPushed.__name__: "repository.pushed"}
TEST = "webhook.test"
TYPES = (*OF_JOBS.values(), *OF_REPOSITORIES.values())
"""Types that an endpoint can ask for, by the names of events in the histories."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: its type, the body as it is signed, and the job or repository that it is about."""

    type: str
    body: str
    about: str


def of_job(job: Job, recorded: Recorded[Event]) -> Message:
    """What is told of an event of a job, which `job` is the state after."""
    failed = recorded.event if isinstance(recorded.event, JobFailed) else None
    data = {
        "id": job.id,
        "status": str(job.status),
        "repo_url": job.repository_url,
        "ref": job.ref or None,
        "commit": job.commit or None,
        "attempt": job.attempt,
        "error": {"code": failed.code, "message": failed.message} if failed else None,
    }
    return _message(OF_JOBS[type(recorded.event).__name__], recorded.recorded_at, data, about=job.id)


def of_push(repository: tracking.Repository, recorded: Recorded[tracking.Event]) -> Message:
    """What is told of a push to a followed repository."""
    event = recorded.event
    assert isinstance(event, tracking.RepositoryPushed)  # noqa: S101 the only one that is told
    data = {
        "repository_id": repository.id,
        "repo_url": repository.repository_url,
        "branch": event.branch,
        "commit": event.commit,
    }
    return _message(OF_REPOSITORIES[type(event).__name__], recorded.recorded_at, data, about=repository.id)


def of_test(endpoint_id: str, now: datetime) -> Message:
    return _message(TEST, now, {"endpoint_id": endpoint_id}, about=endpoint_id)


def _message(kind: str, at: datetime, data: dict[str, Any], *, about: str) -> Message:
    moment = at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    body = json.dumps({"type": kind, "timestamp": moment, "data": data}, separators=(",", ":"), ensure_ascii=False)
    return Message(kind, body, about)
