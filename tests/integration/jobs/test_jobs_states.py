"""What analyses leave for the next ones: offered to the same owner only, erased with the job, swept when of no use."""

from __future__ import annotations

import os
import uuid
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer_pb
from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import erasing, replay, states, tables
from kit import database, rpc
from kit.blobs import NatsBlobStore
from kit.errors import NotFound, WrongState
from kit.store import EventStore
from tests.integration.jobs.peers import ALICE, BOB, count, submit, until

NOW, LATER = timedelta(0), timedelta(hours=1)


@pytest.fixture
def store(service):
    return NatsBlobStore(service.js, states.BUCKET)


@pytest.fixture
def leave(store):
    """Stores some content as a state of a commit."""

    async def left(content, commit="c" * 40):
        blob = await store.put(content, "application/x-state")
        state = analyzer_pb.EngineState(commit=commit, engine_version="1")
        state.blob.MergeFrom(
            analyzer_pb.BlobRef(sha256=blob.sha256, size=blob.size, encoding=blob.encoding, media_type=blob.media_type)
        )
        state.committed_at.FromDatetime(datetime(2026, 1, 2, tzinfo=UTC))
        return state

    return left


async def analysed(service, worker, state=None, *, user=ALICE, **asked):
    """A completed job and what its attempt was granted."""
    job = await submit(service, user=user, **asked)
    message, _ = await worker.take()
    granted = await worker.begin(job.id)
    sections = [await worker.section(job.id, granted.lease, "overview", {"of": job.id})]
    completion = worker.completion(job.id, granted.lease, sections, head=await worker.blob({}))
    if state is not None:
        completion.state.CopyFrom(state)
    await worker.say("JobCompleted", "completed", completion)
    await message.ack_sync()
    await until(service, job.id, pb.JOB_STATE_COMPLETED, user)
    return job.id, granted


async def swept(engine, store, older=NOW, max_bytes=1 << 30):
    gone = await states.sweep(engine, store, max_bytes=max_bytes, older=older)
    return gone, {each.sha256 for each in await store.listed()}


async def test_the_newest_state_of_the_same_history_is_offered_to_its_owner_only(service, worker, leave):
    first, second = await leave(b"one"), await leave(b"two", "d" * 40)
    _, granted = await analysed(service, worker, first)
    assert not granted.HasField("state")
    _, granted = await analysed(service, worker, second)
    assert granted.state == first

    assert (await analysed(service, worker))[1].state == second
    assert (await analysed(service, worker))[1].state == second  # an analysis that left none changes nothing
    options = events_pb2.AnalysisOptions
    assert (await analysed(service, worker, options=options(ignore_revs=True)))[1].state == second
    for other in ({"user": BOB}, {"ref": "v1"}, {"options": options(exclude=["docs/"])}):
        assert not (await analysed(service, worker, **other))[1].HasField("state"), other


async def test_only_the_newest_is_kept_and_what_is_erased_goes(service, worker, leave, store, engine):
    old, new, shared, others = [await leave(content) for content in (b"old", b"new", b"shared", b"others")]
    await analysed(service, worker, old)
    last, _ = await analysed(service, worker, new)
    await analysed(service, worker, shared, ref="v1")
    await analysed(service, worker, shared, user=BOB)
    await analysed(service, worker, others, user=BOB, ref="v1")
    assert await swept(engine, store, LATER) == (0, {each.blob.sha256 for each in (old, new, shared, others)})

    assert await swept(engine, store) == (1, {each.blob.sha256 for each in (new, shared, others)})

    events = EventStore(engine, database.Wakeups(os.environ["JOBS_DATABASE_URL"], None), source="test")
    await erasing.erase_user(events, ALICE, actor="test")
    assert await count(engine, tables.job_state) == 2  # at once
    assert await swept(engine, store) == (1, {shared.blob.sha256, others.blob.sha256})
    with pytest.raises(NotFound):
        await rpc.call(service.jobs.GetJob, pb.GetJobRequest(job_id=last), user_id=ALICE)


async def test_a_nearly_full_bucket_loses_its_oldest(service, worker, leave, store, engine):
    kept = []
    for number in range(4):
        kept.append(await leave(uuid.uuid4().bytes * 1000 + bytes([number])))
        await analysed(service, worker, kept[-1], ref=f"v{number}")
    sizes = [each.size for each in await store.listed()]

    gone, left = await swept(engine, store, LATER, max_bytes=int(sum(sizes) / 0.8) - max(sizes))

    assert (gone, left) == (1, {each.blob.sha256 for each in kept[1:]})


async def test_states_are_rebuilt_from_the_histories(service, worker, leave, engine):
    await analysed(service, worker, await leave(b"one"))
    await analysed(service, worker, await leave(b"two"), ref="v1")
    async with engine.begin() as connection:
        before = (await connection.execute(sa.select(tables.job_state))).all()
        await connection.execute(sa.delete(tables.job_state))
    assert any("job_state" in problem for problem in (await replay.verify(engine)).problems)

    await replay.rebuild(engine)

    async with engine.begin() as connection:
        assert sorted(await connection.execute(sa.select(tables.job_state))) == sorted(before)
    assert (await replay.verify(engine)).problems == []


async def test_a_checkpoint_is_kept_under_the_lease_and_goes_with_the_end(service, worker, leave, store, engine):
    job = await submit(service)
    message, _ = await worker.take()
    first = await worker.begin(job.id)
    one, two = await leave(b"one"), await leave(b"two")

    async def keep(granted, checkpoint):
        request = pb.KeepCheckpointRequest(job_id=job.id, attempt=1, lease=granted.lease, checkpoint=checkpoint)
        await rpc.call(service.worker.KeepCheckpoint, request)

    await keep(first, one)
    await keep(first, two)
    second = await worker.begin(job.id)
    assert second.checkpoint == two
    with pytest.raises(WrongState) as refused:
        await keep(first, one)
    assert refused.value.code == "stale_lease"
    assert await swept(engine, store) == (1, {two.blob.sha256})

    sections = [await worker.section(job.id, second.lease, "overview", {})]
    await worker.complete(job.id, second.lease, sections, head=await worker.blob({}))
    await until(service, job.id, pb.JOB_STATE_COMPLETED)
    await message.ack_sync()

    assert await count(engine, tables.job_checkpoint) == 0
    assert await swept(engine, store) == (1, set())
    with pytest.raises(WrongState):
        await keep(second, one)


async def test_a_worker_that_comes_to_a_checkpoint_is_not_lost(service, worker, leave):
    job = await submit(service)
    await worker.take()
    kept = await leave(b"far")
    for _ in range(5):
        granted = await worker.begin(job.id)
        assert granted.verdict == pb.BEGIN_ATTEMPT_VERDICT_GRANTED
        request = pb.KeepCheckpointRequest(job_id=job.id, attempt=1, lease=granted.lease, checkpoint=kept)
        await rpc.call(service.worker.KeepCheckpoint, request)
    assert (await worker.begin(job.id)).verdict == pb.BEGIN_ATTEMPT_VERDICT_GRANTED
    # that one came to none
    assert (await worker.begin(job.id)).verdict == pb.BEGIN_ATTEMPT_VERDICT_WORKER_LOST


async def test_a_checkpoint_outlives_a_failure_that_is_tried_again(service, worker, leave):
    job = await submit(service)
    message, _ = await worker.take()
    granted = await worker.begin(job.id)
    kept = await leave(b"far")
    request = pb.KeepCheckpointRequest(job_id=job.id, attempt=1, lease=granted.lease, checkpoint=kept)
    await rpc.call(service.worker.KeepCheckpoint, request)
    await worker.fail(job.id, granted.lease, retryable=True)
    await message.ack_sync()
    again, requested = await worker.take(30)
    await again.ack_sync()

    assert requested.attempt == 2
    assert (await worker.begin(job.id, attempt=2)).checkpoint == kept


async def test_owners_do_not_see_where_states_are(service, worker, leave):
    state = await leave(b"hidden")
    job, _ = await analysed(service, worker, state)
    told = await rpc.call(service.jobs.ListJobEvents, pb.ListJobEventsRequest(job_id=job), user_id=ALICE)
    assert state.blob.sha256 not in str(told)
