"""The whole jobs service, by its own composition root, on real Postgres, NATS and mutual TLS."""

from __future__ import annotations

import asyncio
import uuid
from types import SimpleNamespace

import pytest

from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer_pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceStub
from kit import bus, migrations, rpc
from kit.errors import InvalidInput, NotFound, PermissionDenied, Unauthenticated, WrongState
from kit.settings import NatsSettings
from tests.integration.jobs.conftest import running
from tests.integration.jobs.peers import ALICE, BOB, URL, Worker, get, read, submit, types, until


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


async def test_the_owners_last_report_of_the_same_is_offered_and_taken(service, worker):
    async def finished(user, **fields):
        job = await submit(service, user=user, **fields)
        message, _ = await worker.take()
        granted = await worker.begin(job.id)
        ref = await worker.section(job.id, granted.lease, "overview", {"of": user})
        head = await worker.blob({"schema_version": 1})
        await worker.complete(job.id, granted.lease, [ref], head=head, tags_digest="d" * 64, advisories="a" * 64)
        await message.ack_sync()
        await until(service, job.id, pb.JOB_STATE_COMPLETED, user)
        return granted

    assert not (await finished(ALICE)).HasField("known")
    assert not (await finished(BOB)).HasField("known")  # it is not his
    assert not (await finished(ALICE, ref="v1")).HasField("known")  # nor of another branch

    again = await submit(service)
    message, _ = await worker.take()
    granted = await worker.begin(again.id)
    assert (granted.known.commit, granted.known.tags_digest) == ("c" * 40, "d" * 64)
    assert granted.known.advisories == "a" * 64
    sections, head = list(granted.known.sections), granted.known.head
    await worker.complete(again.id, granted.lease, sections, head=head, tags_digest="d" * 64)
    await message.ack_sync()
    await until(service, again.id, pb.JOB_STATE_COMPLETED)

    assert await read(service, again.id, "overview") == {"of": ALICE}
    assert await types(service, again.id) == [
        "JobSubmitted",
        "JobRequested",
        "JobStarted",
        "SectionCompleted",
        "JobCompleted",
    ]


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


async def test_a_command_that_comes_again_is_answered_as_the_first_time(service, worker):
    job = await submit(service)
    cancel = pb.CancelJobRequest(job_id=job.id)
    cancelled = [await rpc.call(service.jobs.CancelJob, cancel, user_id=ALICE, idempotency_key="c") for _ in range(2)]
    assert cancelled[0] == cancelled[1]
    with pytest.raises(WrongState):
        await rpc.call(service.jobs.CancelJob, cancel, user_id=ALICE, idempotency_key="d")

    retry = pb.RetryJobRequest(job_id=job.id)
    retried = await asyncio.gather(
        *(rpc.call(service.jobs.RetryJob, retry, user_id=ALICE, idempotency_key="r") for _ in range(4))
    )
    assert all(each == retried[0] for each in retried)
    assert (await types(service, job.id)).count("JobRetryScheduled") == 1
    with pytest.raises(InvalidInput) as refusal:
        await rpc.call(service.jobs.CancelJob, cancel, user_id=ALICE, idempotency_key="r")
    assert refusal.value.code == "idempotency_key_reused"
    # keys are their owners', and what is not theirs is not shown by one
    with pytest.raises(NotFound):
        await rpc.call(service.jobs.RetryJob, retry, user_id=BOB, idempotency_key="r")


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
