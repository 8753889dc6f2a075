"""Who deals with the service jobs: the gateway for users, an analyzer by hand, and auth."""

from __future__ import annotations

import asyncio
import json
import uuid
from typing import ClassVar

import sqlalchemy as sa
from google.protobuf.timestamp_pb2 import Timestamp

from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer_pb
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth_pb
from gitstrata_protos.auth.v1 import auth_service_pb2_grpc as auth_grpc
from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from kit import bus, rpc
from kit.blobs import Blob, NatsBlobStore, unpack
from kit.errors import NotFound

URL = "https://git.example.org/alice/strata"
ALICE, BOB = "user-alice", "user-bob"


class AuthPeer(auth_grpc.AuthServiceServicer):
    """The service auth as jobs sees it."""

    organizations: ClassVar[dict[str, list[auth_pb.OrganizationRepository]]] = {}
    """What they have at the provider, by name; in pages of two."""

    async def ListOrganizationRepositories(self, request, context):
        rpc.caller(context).user()
        owned = self.organizations.get(request.organization)
        if owned is None:
            raise NotFound("GitHub shows you no organisation of this name.", code="organization_not_found")
        start = int(request.page_token or 0)
        following = str(start + 2) if start + 2 < len(owned) else ""
        return auth_pb.ListOrganizationRepositoriesResponse(
            repositories=owned[start : start + 2], next_page_token=following
        )

    moved: ClassVar[dict[tuple[str, str], str]] = {}
    """Where users are told that repositories are now, by user and address."""

    async def LocateRepository(self, request, context):
        found = self.moved.get((rpc.caller(context).user(), request.repository_url))
        if found is None:
            raise NotFound("GitHub shows you no such repository.", code="repository_not_found")
        return auth_pb.LocateRepositoryResponse(repository=auth_pb.AvailableRepository(clone_url=found))

    async def IssueCloneCredential(self, request, context):
        if request.user_id != ALICE:
            return auth_pb.IssueCloneCredentialResponse()
        return auth_pb.IssueCloneCredentialResponse(username="x-access-token", password="pass-" + request.job_id)


class Worker:
    """What an analyzer does, by hand."""

    def __init__(self, service):
        self.service = service
        self.publisher = bus.Publisher(service.js, "analyzer")
        self.blobs = NatsBlobStore(service.js, "reports")

    async def take(self, timeout=10):
        sub = await self.service.js.pull_subscribe_bind(durable="analyzer-work", stream="JOBS")
        (message,) = await sub.fetch(1, timeout=timeout)
        await sub.unsubscribe()
        return message, events_pb2.JobRequested.FromString(message.data)

    async def begin(self, job_id, attempt=1):
        return await rpc.call(
            self.service.worker.BeginAttempt,
            pb.BeginAttemptRequest(job_id=job_id, attempt=attempt, worker="test"),
        )

    async def say(self, kind, subject, message):
        now = Timestamp()
        now.GetCurrentTime()
        message.occurred_at.CopyFrom(now)
        key = f"{message.job_id}{message.attempt}{message.lease}{kind}{getattr(message, 'section', '')}"
        event_id = str(uuid.uuid5(uuid.NAMESPACE_OID, key))
        await self.publisher.publish(
            f"analyzer.job.{subject}", event_id, kind, f"job-{message.job_id}", message.SerializeToString()
        )

    async def blob(self, content):
        blob = await self.blobs.put(json.dumps(content).encode(), "application/json")
        return analyzer_pb.BlobRef(
            sha256=blob.sha256, size=blob.size, encoding=blob.encoding, media_type=blob.media_type
        )

    async def section(self, job_id, lease, name, content, attempt=1):
        ref = await self.blob(content)
        await self.say(
            "SectionCompleted",
            "section_completed",
            analyzer_pb.SectionCompleted(job_id=job_id, attempt=attempt, lease=lease, section=name, blob=ref),
        )
        return analyzer_pb.SectionRef(section=name, blob=ref)

    def completion(self, job_id, lease, sections, *, attempt=1, head=None, tags_digest="", advisories=""):
        return analyzer_pb.JobCompleted(
            job_id=job_id,
            attempt=attempt,
            lease=lease,
            commit="c" * 40,
            engine_version="1",
            schema_version="1",
            sections=sections,
            head=head,
            tags_digest=tags_digest,
            advisories=advisories,
        )

    async def complete(self, job_id, lease, sections, **fields):
        await self.say("JobCompleted", "completed", self.completion(job_id, lease, sections, **fields))

    async def fail(self, job_id, lease, code="clone_failed", *, retryable=False, attempt=1):
        await self.say(
            "JobFailed",
            "failed",
            analyzer_pb.JobFailed(
                job_id=job_id, attempt=attempt, lease=lease, code=code, message="It failed.", retryable=retryable
            ),
        )


async def submit(service, user=ALICE, url=URL, key="", **fields):
    request = pb.SubmitAnalysisRequest(repository_url=url, idempotency_key=key, **fields)
    return (await rpc.call(service.jobs.SubmitAnalysis, request, user_id=user)).job


async def get(service, job_id, user=ALICE):
    return (await rpc.call(service.jobs.GetJob, pb.GetJobRequest(job_id=job_id), user_id=user)).job


async def until(service, job_id, state, user=ALICE):
    async with asyncio.timeout(15):
        while (job := await get(service, job_id, user)).state != state:
            await asyncio.sleep(0.02)
    return job


async def types(service, job_id):
    reply = await rpc.call(service.jobs.ListJobEvents, pb.ListJobEventsRequest(job_id=job_id), user_id=ALICE)
    assert [event.version for event in reply.events] == list(range(1, len(reply.events) + 1))
    return [event.type for event in reply.events]


async def read(service, job_id, section, user=ALICE):
    parts = [
        part
        async for part in rpc.stream(
            service.jobs.ReadSection, pb.ReadSectionRequest(job_id=job_id, section=section), user_id=user
        )
    ]
    ref = parts[0].blob
    body = b"".join(part.chunk for part in parts)
    return json.loads(unpack(Blob(ref.sha256, ref.size, ref.encoding, ref.media_type), body))


async def completed(service, worker, content, *, user=ALICE, shared="same"):
    """A completed job of two sections; the second one is the same in every report."""
    job = await submit(service, user=user)
    message, request = await worker.take()
    assert request.job_id == job.id
    granted = await worker.begin(job.id)
    refs = [
        await worker.section(job.id, granted.lease, "overview", content),
        await worker.section(job.id, granted.lease, "stack", shared),
    ]
    await worker.complete(job.id, granted.lease, refs, head=await worker.blob({"of": content}))
    await message.ack_sync()
    await until(service, job.id, pb.JOB_STATE_COMPLETED, user=user)
    return job.id


async def count(engine, table):
    async with engine.connect() as connection:
        return await connection.scalar(sa.select(sa.func.count()).select_from(table))
