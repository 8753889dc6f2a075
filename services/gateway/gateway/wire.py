"""Proto messages of auth and jobs as what the public API answers. Absent is null, never an empty text."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp

from gateway import account_schemas, schemas
from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs

_STATE_PREFIX = "JOB_STATE_"


def status(state: jobs.JobState.ValueType) -> schemas.JobStatus:
    return schemas.JobStatus(jobs.JobState.Name(state).removeprefix(_STATE_PREFIX))


def state(status: schemas.JobStatus | None) -> jobs.JobState.ValueType:
    """The proto's state; unspecified for none."""
    return jobs.JobState.Value(_STATE_PREFIX + (status.value if status else "UNSPECIFIED"))


def moment(message: Message, field: str) -> datetime | None:
    """A timestamp field as a UTC datetime."""
    if not message.HasField(field):
        return None
    stamp: Timestamp = getattr(message, field)
    return stamp.ToDatetime(tzinfo=UTC)


def user(message: auth.User) -> account_schemas.User:
    return account_schemas.User(
        id=message.id,
        provider=message.provider,
        login=message.login,
        name=message.name or None,
        avatar_url=message.avatar_url or None,
        created_at=moment(message, "created_at"),
        role="administrator" if message.role == "administrator" else "member",
        connected=message.connected,
        private_repositories=message.private_repositories,
    )


def available_repository(message: auth.AvailableRepository) -> schemas.AvailableRepository:
    return schemas.AvailableRepository(
        id=message.id,
        full_name=message.full_name,
        clone_url=message.clone_url,
        private=message.private,
        default_branch=message.default_branch or None,
    )


def progress(message: analyzer.JobProgressed) -> schemas.Progress:
    return schemas.Progress(
        phase=message.phase,
        done=message.done,
        total=message.total or None,
        rate=message.rate,
        eta_seconds=message.eta_seconds if message.HasField("eta_seconds") else None,
        percent=message.percent,
        remaining_seconds=message.remaining_seconds if message.HasField("remaining_seconds") else None,
    )


def job(message: jobs.Job) -> schemas.Job:
    return schemas.Job(
        id=message.id,
        status=status(message.state),
        repo_url=message.repository_url,
        ref=message.ref or None,
        commit=message.commit or None,
        attempt=message.attempt,
        progress=progress(message.progress) if message.HasField("progress") else None,
        created_at=moment(message, "created_at"),
        started_at=moment(message, "started_at"),
        finished_at=moment(message, "finished_at"),
        error=schemas.JobError(code=message.error.code, message=message.error.message)
        if message.HasField("error")
        else None,
    )


def unfinished_head(job: jobs.Job) -> schemas.ReportHead:
    """What a report says before its sections while nobody knows yet what it will have been made from."""
    name = job.repository_url.rstrip("/").rpartition("/")[2].removesuffix(".git")
    return schemas.ReportHead(
        schema_version=None, repository=schemas.ReportRepository(name=name), commit=None, engine=None
    )


def job_event(message: jobs.JobEvent) -> schemas.JobEvent:
    return schemas.JobEvent(
        version=message.version,
        type=message.type,
        event_id=message.event_id,
        recorded_at=moment(message, "recorded_at"),
        data=_whole_numbers(MessageToDict(message.data)),
    )


def _whole_numbers(value: Any) -> Any:
    """A Struct knows floats only: give counts back as the whole numbers they were."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, Mapping):
        return {key: _whole_numbers(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_whole_numbers(item) for item in value]
    return value
