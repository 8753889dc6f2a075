"""The whole jobs service, by its own composition root, on real Postgres, NATS and mutual TLS."""

from __future__ import annotations

import asyncio
import contextlib
import json
import uuid
from collections.abc import AsyncIterator
from types import SimpleNamespace

import pytest
from google.protobuf.timestamp_pb2 import Timestamp
from grpc_health.v1 import health_pb2, health_pb2_grpc

import jobs.main
from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer_pb
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth_pb
from gitstrata_protos.auth.v1 import auth_service_pb2_grpc as auth_grpc
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceStub
from kit import bus, migrations, rpc
from kit.blobs import NatsBlobStore
from kit.errors import InvalidInput, NotFound, PermissionDenied, Unauthenticated, WrongState
from kit.settings import NatsSettings, TlsFiles
from local_stack import certificates
from local_stack.ports import free_port

URL = "https://git.example.org/alice/strata"
ALICE, BOB = "user-alice", "user-bob"


class AuthPeer(auth_grpc.AuthServiceServicer):
    """The service auth as jobs sees it."""

    async def IssueCloneCredential(self, request, context):
        if request.user_id != ALICE:
            return auth_pb.IssueCloneCredentialResponse()
        return auth_pb.IssueCloneCredentialResponse(username="x-access-token", password="pass-" + request.job_id)


@pytest.fixture(scope="session")
def identities(tmp_path_factory):
    made = certificates.issue(tmp_path_factory.mktemp("tls"), ["auth", "jobs", "gateway", "analyzer"])
    return {
        name: TlsFiles(ca=identity.authority, cert=identity.certificate, key=identity.key)
        for name, identity in made.items()
    }


@pytest.fixture
async def auth_peer(identities) -> AsyncIterator[str]:
    target = f"127.0.0.1:{free_port()}"
    server = rpc.server(tls=identities["auth"], listen=target, access={"IssueCloneCredential": ["jobs"]}, services=[])
    auth_grpc.add_AuthServiceServicer_to_server(AuthPeer(), server)
    await server.start()
    yield target
    await server.stop(None)


@pytest.fixture
def environment(monkeypatch, template_database, nats_url, identities, auth_peer) -> str:
    listen = f"127.0.0.1:{free_port()}"
    tls = identities["jobs"]
    values = {
        "JOBS_DATABASE_URL": template_database("jobs", lambda url: migrations.upgrade(url, "jobs")),
        "JOBS_NATS_URL": nats_url,
        "JOBS_GRPC_LISTEN": listen,
        "JOBS_AUTH_TARGET": auth_peer,
        "JOBS_ALLOWED_ORIGINS": "http://127.0.0.1:9000",
        "JOBS_ATTEMPT_ACK_SECONDS": "1",
        "JOBS_TLS_CA": str(tls.ca),
        "JOBS_TLS_CERT": str(tls.cert),
        "JOBS_TLS_KEY": str(tls.key),
    }
    for key, value in values.items():
        monkeypatch.setenv(key, value)
    return listen


@contextlib.asynccontextmanager
async def running(listen: str, tls: TlsFiles) -> AsyncIterator[None]:
    stop = asyncio.Event()
    service = asyncio.create_task(jobs.main.main(stop))
    health = health_pb2_grpc.HealthStub(rpc.channel(tls=tls, target=listen, service="jobs"))
    try:
        async with asyncio.timeout(20):
            while not service.done():
                with contextlib.suppress(Exception):
                    if (await health.Check(health_pb2.HealthCheckRequest(), timeout=1)).status == 1:
                        break
                await asyncio.sleep(0.05)
        if service.done():
            service.result()
        yield
    finally:
        stop.set()
        await asyncio.wait_for(service, 20)


@pytest.fixture
async def service(environment, identities, nats_url):
    """Callers of the running service: `user(name)` as the gateway, `worker` as an analyzer, and its bus."""
    async with running(environment, identities["gateway"]):
        gateway = rpc.channel(tls=identities["gateway"], target=environment, service="jobs")
        analyzer = rpc.channel(tls=identities["analyzer"], target=environment, service="jobs")
        client = await bus.connect(NatsSettings(nats_url=nats_url), None, "analyzer")
        yield SimpleNamespace(
            jobs=JobsServiceStub(gateway), worker=JobsServiceStub(analyzer), nats=client, js=client.jetstream()
        )
        await client.close()
        await gateway.close()
        await analyzer.close()


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
        from gitstrata_protos.jobs.v1 import events_pb2

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

    async def complete(self, job_id, lease, sections, attempt=1, head=None):
        await self.say(
            "JobCompleted",
            "completed",
            analyzer_pb.JobCompleted(
                job_id=job_id,
                attempt=attempt,
                lease=lease,
                commit="c" * 40,
                engine_version="1",
                schema_version="1",
                sections=sections,
                head=head,
            ),
        )

    async def fail(self, job_id, lease, code="clone_failed", *, retryable=False, attempt=1):
        await self.say(
            "JobFailed",
            "failed",
            analyzer_pb.JobFailed(
                job_id=job_id, attempt=attempt, lease=lease, code=code, message="It failed.", retryable=retryable
            ),
        )


@pytest.fixture
def worker(service):
    return Worker(service)


async def submit(service, user=ALICE, url=URL, key="", **fields):
    request = pb.SubmitAnalysisRequest(repository_url=url, idempotency_key=key, **fields)
    return (await rpc.call(service.jobs.SubmitAnalysis, request, user_id=user)).job


async def get(service, job_id, user=ALICE):
    return (await rpc.call(service.jobs.GetJob, pb.GetJobRequest(job_id=job_id), user_id=user)).job


async def until(service, job_id, state):
    async with asyncio.timeout(15):
        while (job := await get(service, job_id)).state != state:
            await asyncio.sleep(0.02)
    return job


async def types(service, job_id):
    reply = await rpc.call(service.jobs.ListJobEvents, pb.ListJobEventsRequest(job_id=job_id), user_id=ALICE)
    assert [event.version for event in reply.events] == list(range(1, len(reply.events) + 1))
    return [event.type for event in reply.events]


async def read(service, job_id, section, user=ALICE):
    from kit.blobs import Blob, unpack

    parts = [
        part
        async for part in rpc.stream(
            service.jobs.ReadSection, pb.ReadSectionRequest(job_id=job_id, section=section), user_id=user
        )
    ]
    ref = parts[0].blob
    body = b"".join(part.chunk for part in parts)
    return json.loads(unpack(Blob(ref.sha256, ref.size, ref.encoding, ref.media_type), body))


async def test_a_job_from_submit_to_report(service, worker):
    job = await submit(service)
    assert (job.state, job.attempt, job.repository_url) == (pb.JOB_STATE_PENDING, 1, URL)

    message, request = await worker.take()
    assert (request.job_id, request.attempt, request.runner, request.repository_url) == (job.id, 1, "nats", URL)
    granted = await worker.begin(job.id)
    assert granted.verdict == pb.BEGIN_ATTEMPT_VERDICT_GRANTED
    assert granted.credential.password == "pass-" + job.id
    assert (await get(service, job.id)).state == pb.JOB_STATE_PROCESSING

    content = {"commits": 3, "big": "x" * 2_000_000}
    ref = await worker.section(job.id, granted.lease, "overview", content)
    head = await worker.blob({"schema_version": 1})
    await worker.complete(job.id, granted.lease, [ref], head=head)
    await message.ack_sync()
    done = await until(service, job.id, pb.JOB_STATE_COMPLETED)

    assert done.commit == "c" * 40
    assert await types(service, job.id) == [
        "JobSubmitted",
        "JobRequested",
        "JobStarted",
        "SectionCompleted",
        "JobCompleted",
    ]
    assert await read(service, job.id, "overview") == content
    report = await rpc.call(service.jobs.GetReport, pb.GetReportRequest(job_id=job.id), user_id=ALICE)
    assert [section.section for section in report.sections] == ["overview"]
    assert report.engine_version == "1"
    assert report.head == head
    assert await read(service, job.id, "head") == {"schema_version": 1}


async def test_the_history_shows_no_lease(service, worker):
    job = await submit(service)
    await worker.take()
    granted = await worker.begin(job.id)
    reply = await rpc.call(service.jobs.ListJobEvents, pb.ListJobEventsRequest(job_id=job.id), user_id=ALICE)
    assert granted.lease not in str(reply)
    assert reply.events[2].data["worker"] == "test"


async def test_a_watcher_sees_everything_from_where_it_left_until_the_end(service, worker):
    job = await submit(service)
    await worker.take()
    granted = await worker.begin(job.id)
    seen, progress = [], []

    async def watch(after):
        async for update in rpc.stream(
            service.jobs.WatchJob, pb.WatchJobRequest(job_id=job.id, after_version=after), user_id=ALICE
        ):
            if update.HasField("event"):
                seen.append((update.event.version, update.event.type))
            else:
                progress.append(update.job.progress.percent)

    watching = asyncio.create_task(watch(2))
    async with asyncio.timeout(10):
        while not progress:
            said = analyzer_pb.JobProgressed(job_id=job.id, attempt=1, phase="clone", percent=7)
            await service.nats.publish(f"progress.job.{job.id}", said.SerializeToString())
            await asyncio.sleep(0.05)
    assert (await get(service, job.id)).progress.phase == "clone"
    ref = await worker.section(job.id, granted.lease, "overview", {})
    await worker.complete(job.id, granted.lease, [ref])
    await asyncio.wait_for(watching, 10)

    assert seen == [(3, "JobStarted"), (4, "SectionCompleted"), (5, "JobCompleted")]
    assert set(progress) == {7}
    assert not (await get(service, job.id)).HasField("progress")
    seen.clear()
    await asyncio.wait_for(watch(0), 5)
    assert [version for version, _ in seen] == [1, 2, 3, 4, 5]


async def test_a_vanished_worker_is_replaced_and_can_change_nothing(service, worker):
    job = await submit(service)
    await worker.take()
    lost = await worker.begin(job.id)
    message, request = await worker.take()  # comes again: nobody acked or heartbeated
    fresh = await worker.begin(request.job_id)
    assert fresh.verdict == pb.BEGIN_ATTEMPT_VERDICT_GRANTED
    assert fresh.lease != lost.lease

    await worker.fail(job.id, lost.lease)
    stale = await worker.section(job.id, lost.lease, "overview", {"from": "zombie"})
    await worker.complete(job.id, lost.lease, [stale])
    ref = await worker.section(job.id, fresh.lease, "overview", {"from": "fresh"})
    await worker.complete(job.id, fresh.lease, [ref])
    await worker.complete(job.id, fresh.lease, [ref])
    await message.ack_sync()
    await until(service, job.id, pb.JOB_STATE_COMPLETED)

    assert await read(service, job.id, "overview") == {"from": "fresh"}
    told = await types(service, job.id)
    assert told.count("JobStarted") == 2
    assert told.count("JobCompleted") == 1
    assert "JobFailed" not in told
    assert (await worker.begin(job.id)).verdict == pb.BEGIN_ATTEMPT_VERDICT_FINISHED


async def test_a_retryable_failure_is_tried_again_and_a_final_one_is_told(service, worker):
    job = await submit(service)
    message, _ = await worker.take()
    await worker.fail(job.id, (await worker.begin(job.id)).lease, retryable=True)
    await message.ack_sync()
    message, request = await worker.take(timeout=20)
    assert request.attempt == 2
    assert (await worker.begin(job.id, attempt=1)).verdict == pb.BEGIN_ATTEMPT_VERDICT_STALE
    await worker.fail(job.id, (await worker.begin(job.id, 2)).lease, "repository_not_found", attempt=2)
    await message.ack_sync()
    failed = await until(service, job.id, pb.JOB_STATE_FAILED)
    assert (failed.error.code, failed.error.message) == ("repository_not_found", "It failed.")

    await rpc.call(service.jobs.RetryJob, pb.RetryJobRequest(job_id=job.id), user_id=ALICE)
    _, request = await worker.take()
    assert request.attempt == 3


async def test_cancel_while_waiting_and_while_running(service, worker):
    heard = await service.nats.subscribe("jobs.job.cancel_requested")
    job = await submit(service)
    message, _ = await worker.take()
    granted = await worker.begin(job.id)
    cancelled = await rpc.call(service.jobs.CancelJob, pb.CancelJobRequest(job_id=job.id), user_id=ALICE)
    assert cancelled.job.state == pb.JOB_STATE_PROCESSING
    assert job.id.encode() in (await heard.next_msg(timeout=5)).data
    await worker.fail(job.id, granted.lease, "cancelled")
    await message.ack_sync()
    await until(service, job.id, pb.JOB_STATE_CANCELLED)
    with pytest.raises(WrongState):
        await rpc.call(service.jobs.CancelJob, pb.CancelJobRequest(job_id=job.id), user_id=ALICE)
    assert (await worker.begin(job.id)).verdict == pb.BEGIN_ATTEMPT_VERDICT_CANCELLED


async def test_the_same_idempotency_key_is_the_same_job(service):
    first, again = await submit(service, key="k"), await submit(service, key="k")
    assert first.id == again.id
    assert (await submit(service, user=BOB, key="k")).id != first.id
    with pytest.raises(InvalidInput) as refusal:
        await submit(service, key="k", ref="other")
    assert refusal.value.code == "idempotency_key_reused"


async def test_jobs_are_their_owners_alone(service):
    job = await submit(service)
    for method, request in (
        (service.jobs.GetJob, pb.GetJobRequest(job_id=job.id)),
        (service.jobs.ListJobEvents, pb.ListJobEventsRequest(job_id=job.id)),
        (service.jobs.CancelJob, pb.CancelJobRequest(job_id=job.id)),
        (service.jobs.RetryJob, pb.RetryJobRequest(job_id=job.id)),
        (service.jobs.GetReport, pb.GetReportRequest(job_id=job.id)),
        (service.jobs.GetJob, pb.GetJobRequest(job_id="no-such")),
        (service.jobs.GetJob, pb.GetJobRequest(job_id=str(uuid.uuid4()))),
    ):
        with pytest.raises(NotFound):
            await rpc.call(method, request, user_id=BOB)
    for stream, request in (
        (service.jobs.WatchJob, pb.WatchJobRequest(job_id=job.id)),
        (service.jobs.ReadSection, pb.ReadSectionRequest(job_id=job.id, section="overview")),
    ):
        with pytest.raises(NotFound):
            [part async for part in rpc.stream(stream, request, user_id=BOB)]
    with pytest.raises(Unauthenticated):
        await rpc.call(service.jobs.GetJob, pb.GetJobRequest(job_id=job.id))


async def test_each_service_may_call_only_its_own_methods(service):
    job = await submit(service)
    with pytest.raises(PermissionDenied):
        await rpc.call(service.jobs.BeginAttempt, pb.BeginAttemptRequest(job_id=job.id, attempt=1), user_id=ALICE)
    with pytest.raises(PermissionDenied):
        await rpc.call(service.worker.GetJob, pb.GetJobRequest(job_id=job.id), user_id=ALICE)


async def test_lists_are_paged_newest_first(service):
    made = [(await submit(service)).id for _ in range(5)]
    await submit(service, user=BOB)
    listed, token = [], ""
    while True:
        page = await rpc.call(service.jobs.ListJobs, pb.ListJobsRequest(page_size=2, page_token=token), user_id=ALICE)
        listed += [job.id for job in page.jobs]
        token = page.next_page_token
        if not token:
            break
    assert listed == made[::-1]
    for request in (pb.ListJobsRequest(page_token="junk"), pb.ListJobsRequest(page_size=101)):
        with pytest.raises(InvalidInput):
            await rpc.call(service.jobs.ListJobs, request, user_id=ALICE)


async def test_bad_requests_are_refused_in_words_and_make_no_job(service):
    for fields in ({"url": "nonsense"}, {"url": "http://10.0.0.1/x"}, {"ref": "a..b"}, {"key": "k" * 300}):
        with pytest.raises(InvalidInput) as refusal:
            await submit(service, **fields)
        assert refusal.value.message.endswith(".")
        assert refusal.value.fields
    page = await rpc.call(service.jobs.ListJobs, pb.ListJobsRequest(), user_id=ALICE)
    assert list(page.jobs) == []


async def test_work_waits_in_the_store_while_the_service_is_down(environment, identities, nats_url):
    gateway = identities["gateway"]
    async with running(environment, gateway):
        channel = rpc.channel(tls=gateway, target=environment, service="jobs")
        caller = SimpleNamespace(jobs=JobsServiceStub(channel))
        job = await submit(caller)
        await channel.close()
    async with running(environment, gateway):
        client = await bus.connect(NatsSettings(nats_url=nats_url), None, "analyzer")
        worker = Worker(SimpleNamespace(js=client.jetstream()))
        _, request = await worker.take()
        assert request.job_id == job.id
        await client.close()


def test_tables_and_migrations_agree(template_database):
    url = template_database("jobs", lambda fresh: migrations.upgrade(fresh, "jobs"))
    migrations.check(url, "jobs")
