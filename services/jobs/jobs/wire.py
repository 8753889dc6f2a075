"""Jobs on the wire: events and their messages, where each is published, and the job as gRPC shows it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from google.protobuf.struct_pb2 import Struct
from google.protobuf.timestamp_pb2 import Timestamp

from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer_pb
from gitstrata_protos.jobs.v1 import events_pb2 as events_pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs.domain import events as domain
from jobs.domain import tracking
from jobs.domain.job import Job, Status
from kit.cloudevents import Received
from kit.store import Recorded
from kit.wire import EventType, Wire, from_message, payload_of

CATEGORY = "job"
REPOSITORY_CATEGORY = "repository"

WIRE: Wire[domain.Event] = Wire(
    [
        EventType(domain.JobSubmitted, events_pb.JobSubmitted, lambda _: "jobs.job.submitted"),
        EventType(domain.JobRequested, events_pb.JobRequested, lambda event: f"jobs.job.requested.{event.runner}"),
        EventType(domain.JobStarted, events_pb.JobStarted, lambda _: "jobs.job.started"),
        # outcomes came over the bus under these names: the history keeps them, nobody hears them twice
        EventType(domain.SectionCompleted, analyzer_pb.SectionCompleted),
        EventType(domain.JobCompleted, analyzer_pb.JobCompleted),
        EventType(domain.JobFailed, analyzer_pb.JobFailed),
        EventType(domain.JobRetryScheduled, events_pb.JobRetryScheduled, lambda _: "jobs.job.retry_scheduled"),
        EventType(domain.JobCancelRequested, events_pb.JobCancelRequested, lambda _: "jobs.job.cancel_requested"),
        EventType(domain.JobCancelled, events_pb.JobCancelled, lambda _: "jobs.job.cancelled"),
        EventType(domain.JobErased, events_pb.JobErased, lambda _: "jobs.job.erased"),
        EventType(domain.JobExpired, events_pb.JobExpired, lambda _: "jobs.job.expired"),
    ]
)

REPOSITORY_WIRE: Wire[tracking.Event] = Wire(
    [
        EventType(tracking.RepositoryTracked, events_pb.RepositoryTracked, lambda _: "jobs.repository.tracked"),
        EventType(
            tracking.RepositorySettingsChanged,
            events_pb.RepositorySettingsChanged,
            lambda _: "jobs.repository.settings_changed",
        ),
        EventType(tracking.RepositoryPushed, events_pb.RepositoryPushed, lambda _: "jobs.repository.pushed"),
        EventType(
            tracking.RepositoryAnalysisRequested,
            events_pb.RepositoryAnalysisRequested,
            lambda _: "jobs.repository.analysis_requested",
        ),
        EventType(tracking.RepositoryMoved, events_pb.RepositoryMoved, lambda _: "jobs.repository.moved"),
        EventType(tracking.RepositoryUntracked, events_pb.RepositoryUntracked, lambda _: "jobs.repository.untracked"),
    ]
)

_STATES = {status: pb.JobState.Value(f"JOB_STATE_{status}") for status in Status}
_STATUSES = {state: status for status, state in _STATES.items()}


def outcome_of(message: Received) -> domain.Outcome | None:
    """What an analyzer said; None for a kind that is none of jobs' business."""
    event = WIRE.parse(message.type, message.body)
    return event if isinstance(event, domain.SectionCompleted | domain.JobCompleted | domain.JobFailed) else None


def status_of(state: int) -> Status | None:
    return _STATUSES.get(pb.JobState.ValueType(state))


def job_message(job: Job, version: int, progress: analyzer_pb.JobProgressed | None = None) -> pb.Job:
    """The job as its owner sees it. Progress is shown only while the attempt that made it runs."""
    message = pb.Job(
        id=job.id,
        state=_STATES[job.status],
        repository_url=job.repository_url,
        ref=job.ref,
        commit=job.commit,
        attempt=job.attempt,
        created_at=_stamp(job.created_at),
        version=version,
        options=options_message(job.options),
    )
    if job.started_at:
        message.started_at.CopyFrom(_stamp(job.started_at))
    if job.finished_at:
        message.finished_at.CopyFrom(_stamp(job.finished_at))
    if job.error_code:
        message.error.CopyFrom(pb.JobError(code=job.error_code, message=job.error_message))
    if progress is not None and job.status is Status.PROCESSING and progress.attempt == job.attempt:
        message.progress.CopyFrom(progress)
    return message


def event_message(recorded: Recorded[domain.Event]) -> pb.JobEvent:
    """One event as the owner sees it: without what is between jobs and the worker."""
    data: dict[str, Any] = payload_of(WIRE.message(recorded.event))
    for between in ("lease", "state"):
        data.pop(between, None)
    shown = Struct()
    shown.update(data)
    return pb.JobEvent(
        version=recorded.version,
        type=WIRE.kind(recorded.event).name,
        event_id=str(recorded.event_id),
        recorded_at=_stamp(recorded.recorded_at),
        data=shown,
    )


def blob_message(blob: domain.BlobRef) -> analyzer_pb.BlobRef:
    return analyzer_pb.BlobRef(sha256=blob.sha256, size=blob.size, encoding=blob.encoding, media_type=blob.media_type)


def section_message(section: str, blob: domain.BlobRef) -> analyzer_pb.SectionRef:
    return analyzer_pb.SectionRef(section=section, blob=blob_message(blob))


def state_message(state: domain.EngineState) -> analyzer_pb.EngineState:
    return analyzer_pb.EngineState(
        blob=blob_message(state.blob),
        commit=state.commit,
        engine_version=state.engine_version,
        committed_at=_stamp(state.committed_at),
    )


def state_of(message: analyzer_pb.EngineState) -> domain.EngineState:
    return from_message(message, domain.EngineState)


def known_message(job: Job) -> pb.KnownReport:
    """The report of a completed job, for who may find that it is good again."""
    return pb.KnownReport(
        commit=job.commit,
        engine_version=job.engine_version,
        schema_version=job.schema_version,
        tags_digest=job.tags_digest,
        advisories=job.advisories,
        sections=[section_message(section, blob) for section, blob in job.sections.items()],
        head=blob_message(job.head) if job.head else None,
    )


def repository_message(
    repository: tracking.Repository,
    version: int,
    people: pb.PeopleRules | None = None,
    *,
    failure: tuple[str, str] | None = None,
) -> pb.Repository:
    """The repository as its follower sees it; `failure` is why its last analysis failed."""
    settings = repository.settings
    message = pb.Repository(
        id=repository.id,
        repository_url=repository.repository_url,
        settings=events_pb.RepositorySettings(
            branch=settings.branch,
            on_push=settings.on_push,
            schedule=settings.schedule,
            options=options_message(settings.options),
        ),
        tracked_at=_stamp(repository.tracked_at),
        last_job_id=repository.job_id,
        version=version,
        people=people,
        settings_tag=settings.tag,
    )
    if failure:
        message.last_error.code, message.last_error.message = failure
    if repository.pushed_at:
        message.pushed_at.CopyFrom(_stamp(repository.pushed_at))
    if repository.requested_at:
        message.requested_at.CopyFrom(_stamp(repository.requested_at))
    return message


def options_message(options: domain.AnalysisOptions) -> events_pb.AnalysisOptions:
    return events_pb.AnalysisOptions(
        runner=options.runner,
        ignore_revs=options.ignore_revs,
        exclude=options.exclude,
        people_rules_id=options.people_rules_id,
    )


def _stamp(moment: datetime) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(moment)
    return stamp
