"""A peer of the analyzer in the place of jobs: owns the streams, grants leases over mTLS, keeps the outcomes."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from nats.aio.client import Client
from nats.js.api import RetentionPolicy

from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer_pb
from gitstrata_protos.jobs.v1 import events_pb2 as jobs_pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceServicer, add_JobsServiceServicer_to_server
from kit import bus, cloudevents, rpc
from kit.blobs import Blob, NatsBlobStore, declare_bucket, unpack
from kit.errors import Unavailable, WrongState
from kit.settings import TlsFiles

ACK_WAIT = 3.0
_EVENTS = {
    "SectionCompleted": analyzer_pb.SectionCompleted,
    "JobCompleted": analyzer_pb.JobCompleted,
    "JobFailed": analyzer_pb.JobFailed,
}


class JobsPeer(JobsServiceServicer):  # type: ignore[misc]
    def __init__(self, client: Client) -> None:
        self.js = client.jetstream(timeout=10)
        self._publisher = bus.Publisher(self.js, "jobs")
        self.begun: list[pb.BeginAttemptRequest] = []
        self.leases: dict[str, list[str]] = {}
        self.outcomes: dict[str, list[tuple[str, Any]]] = {}
        """Messages by job, in the order of the stream, each with its event id."""
        self.progress: dict[str, list[analyzer_pb.JobProgressed]] = {}
        self.credential: tuple[str, str] | None = None
        """User name and password that every granted attempt is given."""
        self.known: pb.KnownReport | None = None
        """Report that every granted attempt is told of."""
        self.people: pb.PeopleRules | None = None
        """What every granted attempt is told about people."""
        self.state: analyzer_pb.EngineState | None = None
        """What every granted attempt may go on from."""
        self.checkpoints: dict[str, list[pb.KeepCheckpointRequest]] = {}
        """What was kept of each job; the last one is what its next attempt is told of."""
        self.verdicts: dict[str, int] = {}
        self.unavailable = False
        self._changed = asyncio.Condition()

    async def BeginAttempt(self, request: Any, context: Any) -> Any:
        self.begun.append(request)
        async with self._changed:
            self._changed.notify_all()
        if self.unavailable:
            raise Unavailable("Not now.")
        verdict = self.verdicts.get(request.job_id, pb.BEGIN_ATTEMPT_VERDICT_GRANTED)
        if verdict != pb.BEGIN_ATTEMPT_VERDICT_GRANTED:
            return pb.BeginAttemptResponse(verdict=verdict)
        if any(kind in ("JobCompleted", "JobFailed") for kind in self.kinds(request.job_id)):
            return pb.BeginAttemptResponse(verdict=pb.BEGIN_ATTEMPT_VERDICT_FINISHED)
        lease = str(uuid.uuid4())
        self.leases.setdefault(request.job_id, []).append(lease)
        credential = None
        if self.credential is not None:
            username, password = self.credential
            credential = pb.CloneCredential(username=username, password=password)
        kept = self.checkpoints.get(request.job_id)
        return pb.BeginAttemptResponse(
            verdict=verdict,
            lease=lease,
            credential=credential,
            known=self.known,
            people=self.people,
            state=self.state,
            checkpoint=kept[-1].checkpoint if kept else None,
        )

    async def KeepCheckpoint(self, request: Any, context: Any) -> Any:
        if request.lease != self.leases[request.job_id][-1]:
            raise WrongState("Another worker has it.", code="stale_lease")
        async with self._changed:
            self.checkpoints.setdefault(request.job_id, []).append(request)
            self._changed.notify_all()
        return pb.KeepCheckpointResponse()

    async def request(
        self,
        url: str,
        ref: str = "",
        *,
        seconds: float = 3600,
        ignore_revs: bool = False,
        exclude: Sequence[str] = (),
    ) -> str:
        """Ask for an analysis as jobs does; the job's id."""
        job_id = str(uuid.uuid4())
        event = jobs_pb.JobRequested(job_id=job_id, attempt=1, runner="nats", repository_url=url, ref=ref)
        event.options.ignore_revs = ignore_revs
        event.options.exclude.extend(exclude)
        event.deadline.FromDatetime(datetime.now(UTC) + timedelta(seconds=seconds))
        await self._publisher.publish(
            "jobs.job.requested.nats",
            str(uuid.uuid4()),
            "JobRequested",
            f"job-{job_id}",
            event.SerializeToString(),
        )
        return job_id

    async def cancel(self, job_id: str) -> None:
        event = jobs_pb.JobCancelRequested(job_id=job_id, attempt=1)
        await self._publisher.publish(
            "jobs.job.cancel_requested",
            str(uuid.uuid4()),
            "JobCancelRequested",
            f"job-{job_id}",
            event.SerializeToString(),
        )

    def kinds(self, job_id: str) -> list[str]:
        return [type(event).__name__ for _, event in self.outcomes.get(job_id, [])]

    async def ended(self, job_id: str, seconds: float = 60) -> Any:
        """The JobCompleted or JobFailed of a job."""

        def found() -> Any:
            events = [event for _, event in self.outcomes.get(job_id, [])]
            return next((event for event in events if not isinstance(event, analyzer_pb.SectionCompleted)), None)

        await self.until(lambda: found() is not None, seconds)
        return found()

    async def until(self, condition: Any, seconds: float = 30) -> None:
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(condition)

    async def content(self, ref: analyzer_pb.BlobRef) -> bytes:
        blob = Blob(sha256=ref.sha256, size=ref.size, encoding=ref.encoding, media_type=ref.media_type)
        return unpack(blob, await NatsBlobStore(self.js, "reports").get(blob))

    async def pending(self) -> int:
        """Work messages that are not acknowledged yet."""
        info = await self.js.consumer_info("JOBS", "analyzer-work")
        return (info.num_pending or 0) + (info.num_ack_pending or 0)

    async def on_outcome(self, message: Any) -> None:
        received = cloudevents.received(message)
        event = _EVENTS[received.type].FromString(received.body)
        await message.ack()
        async with self._changed:
            self.outcomes.setdefault(event.job_id, []).append((received.id, event))
            self._changed.notify_all()

    async def on_progress(self, message: Any) -> None:
        event = analyzer_pb.JobProgressed.FromString(message.data)
        async with self._changed:
            self.progress.setdefault(event.job_id, []).append(event)
            self._changed.notify_all()


@asynccontextmanager
async def jobs_peer(client: Client, tls: TlsFiles, listen: str) -> AsyncIterator[JobsPeer]:
    """The peer at work, on an administrator's connection."""
    peer = JobsPeer(client)
    await bus.declare(
        peer.js,
        (
            bus.Stream(
                name="JOBS",
                subjects=("jobs.job.>", "jobs.repository.>"),
                durables=(bus.Durable("analyzer-work", ("jobs.job.requested.nats",), ack_wait=ACK_WAIT),),
                max_bytes=1 << 24,
            ),
            bus.Stream(
                name="ANALYZER",
                subjects=("analyzer.job.>",),
                durables=(bus.Durable("jobs-outcomes"),),
                max_bytes=1 << 24,
            ),
            bus.Stream(name="DEAD", subjects=("dead.>",), retention=RetentionPolicy.LIMITS, max_bytes=1 << 20),
        ),
    )
    await declare_bucket(peer.js, "reports", max_bytes=1 << 28, ttl=3600)
    await declare_bucket(peer.js, "states", max_bytes=1 << 30, ttl=None)
    server = rpc.server(
        tls=tls,
        listen=listen,
        access={"BeginAttempt": ("analyzer",), "KeepCheckpoint": ("analyzer",)},
        services=["gitstrata_protos.jobs.v1.JobsService"],
    )
    add_JobsServiceServicer_to_server(peer, server)
    await server.start()
    progress = await client.subscribe("progress.job.>", cb=peer.on_progress)
    subscription = await peer.js.pull_subscribe_bind(consumer="jobs-outcomes", stream="ANALYZER")

    async def consume() -> None:
        while True:
            try:
                # one at a time: a fetch of several waits for all of them
                (message,) = await subscription.fetch(1, timeout=5)
                await peer.on_outcome(message)
            except TimeoutError:
                continue

    consuming = asyncio.create_task(consume())
    try:
        yield peer
    finally:
        consuming.cancel()
        await asyncio.gather(consuming, return_exceptions=True)
        await progress.unsubscribe()
        await subscription.unsubscribe()
        await server.stop(grace=0)


def tls_files(folder: Path, service: str) -> TlsFiles:
    """The files that `local_stack.certificates.issue` made."""
    return TlsFiles(ca=folder / "ca.crt", cert=folder / f"{service}.crt", key=folder / f"{service}.key")
