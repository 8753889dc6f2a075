"""What the analyzer tells the platform about an attempt: outcomes that last, and progress that does not."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

import nats.errors
from google.protobuf.timestamp_pb2 import Timestamp
from nats.aio.client import Client
from nats.js.errors import Error as JetStreamError

from analyzer.failures import Failure
from analyzer.messages import Completed, Progressed
from gitstrata_protos.analyzer.v1 import events_pb2
from gitstrata_protos.jobs.v1.jobs_service_pb2 import KnownReport
from kit import telemetry
from kit.blobs import Blob, BlobStore
from kit.bus import Publisher, retry_delay
from kit.errors import Unavailable

T = TypeVar("T")

_EVENTS = uuid.UUID("0c6d4f0e-4f0b-5f0e-9a53-7d6f3a3c8f21")
"""Namespace of the ids of analyzer events; never to change, or a repeated outcome would count as a new one."""
_PASSING = (nats.errors.Error, JetStreamError, Unavailable, OSError, TimeoutError)


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to speak for one run of one attempt."""

    job_id: str
    attempt: int
    token: str

    def event_id(self, kind: str, section: str = "") -> str:
        """The same for the same outcome, whoever publishes it and how often."""
        return str(uuid.uuid5(_EVENTS, "\n".join([self.job_id, str(self.attempt), self.token, kind, section])))


@dataclass(frozen=True, slots=True)
class Report:
    """What the stages told, the report's head, what the next analysis may go on from, which advisories were asked."""

    told: Completed
    head: bytes
    state: events_pb2.EngineState | None
    advisories: str


class Outcomes:
    """Every method but `progress` returns once the bus has stored what it was told, however long that takes."""

    def __init__(self, publisher: Publisher, blobs: BlobStore, client: Client) -> None:
        self._publisher = publisher
        self._blobs = blobs
        self._client = client

    async def section(self, lease: Lease, name: str, content: bytes) -> events_pb2.SectionRef:
        """Store a section's JSON and publish that it is ready."""
        blob = await self._store(content)
        event = events_pb2.SectionCompleted(
            job_id=lease.job_id,
            attempt=lease.attempt,
            lease=lease.token,
            section=name,
            blob=blob,
            occurred_at=_now(),
        )
        await self._publish(lease, "SectionCompleted", "section_completed", event.SerializeToString(), name)
        return events_pb2.SectionRef(section=name, blob=blob)

    async def _store(self, content: bytes) -> events_pb2.BlobRef:
        return blob_message(await _persist(lambda: self._blobs.put(content, "application/json")))

    async def completed(
        self, lease: Lease, report: Report, sections: Sequence[events_pb2.SectionRef], durations: Mapping[str, float]
    ) -> None:
        """Store the report's head and publish that all is done."""
        told = report.told
        event = events_pb2.JobCompleted(
            commit=told.commit,
            engine_version=told.engine_version,
            schema_version=told.schema_version,
            tags_digest=told.tags_digest,
            advisories=report.advisories,
            head=await self._store(report.head),
            sections=sections,
            state=report.state,
        )
        await self._completed(lease, event, durations)

    async def known(
        self,
        lease: Lease,
        report: KnownReport,
        durations: Mapping[str, float],
        state: events_pb2.EngineState | None = None,
    ) -> None:
        """Publish that a finished report, whose content jobs has, is the outcome; so is what it left."""
        event = events_pb2.JobCompleted(
            commit=report.commit,
            engine_version=report.engine_version,
            schema_version=report.schema_version,
            tags_digest=report.tags_digest,
            advisories=report.advisories,
            head=report.head,
            sections=report.sections,
            state=state,
        )
        await self._completed(lease, event, durations)

    async def _completed(self, lease: Lease, event: events_pb2.JobCompleted, durations: Mapping[str, float]) -> None:
        said = events_pb2.JobCompleted(
            job_id=lease.job_id,
            attempt=lease.attempt,
            lease=lease.token,
            durations=[events_pb2.PhaseDuration(phase=phase, seconds=seconds) for phase, seconds in durations.items()],
            occurred_at=_now(),
        )
        said.MergeFrom(event)
        await self._publish(lease, "JobCompleted", "completed", said.SerializeToString())

    async def failed(self, lease: Lease, failure: Failure) -> None:
        event = events_pb2.JobFailed(
            job_id=lease.job_id,
            attempt=lease.attempt,
            lease=lease.token,
            code=failure.code,
            message=failure.message,
            retryable=failure.retryable,
            occurred_at=_now(),
        )
        await self._publish(lease, "JobFailed", "failed", event.SerializeToString())

    async def progress(self, lease: Lease, told: Progressed, percent: float, remaining: float | None) -> None:
        """Tell whoever listens now; lost without harm. `percent` and `remaining` seconds are of the whole attempt."""
        event = events_pb2.JobProgressed(
            job_id=lease.job_id,
            attempt=lease.attempt,
            phase=told.phase,
            done=told.done,
            total=told.total,
            rate=told.rate,
            eta_seconds=told.eta_seconds,
            percent=percent,
            remaining_seconds=remaining,
            occurred_at=_now(),
        )
        if self._client.is_connected:
            await self._client.publish(f"progress.job.{lease.job_id}", event.SerializeToString())

    async def _publish(self, lease: Lease, kind: str, subject: str, body: bytes, section: str = "") -> None:
        await _persist(
            lambda: self._publisher.publish(
                f"analyzer.job.{subject}", lease.event_id(kind, section), kind, f"job-{lease.job_id}", body
            )
        )


async def _persist(action: Callable[[], Awaitable[T]]) -> T:
    """Do it again until it works: who holds the work decides when to give up, and cancels."""
    tries = 0
    while True:
        try:
            return await action()
        except _PASSING as error:
            tries += 1
            telemetry.log.warning("the bus did not take an outcome", tries=tries, reason=repr(error))
            await asyncio.sleep(retry_delay(tries))


def blob_message(blob: Blob) -> events_pb2.BlobRef:
    return events_pb2.BlobRef(sha256=blob.sha256, size=blob.size, encoding=blob.encoding, media_type=blob.media_type)


def _now() -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(datetime.now(UTC))
    return stamp
