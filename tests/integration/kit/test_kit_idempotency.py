"""The same command under the same key has one effect and one answer, whatever happens in between."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
import sqlalchemy as sa

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from kit import idempotency
from kit.errors import InvalidInput, WrongState
from kit.group_commit import GroupCommit
from kit.idempotency import Once
from kit.rpc import Caller, Replayed
from kit.tables import idempotency as table
from tests.integration.kit.counters import COUNTER, history

ALICE, BOB = "user-alice", "user-bob"


def once(key="a", user=ALICE, request=None, **options):
    return Once.of(Caller("gateway", user, idempotency_key=key), request or pb.CancelJobRequest(job_id="1"), **options)


def reply(number):
    return pb.RecordPushResponse(repositories=number)


async def counted(store, command):
    """Append one event, and answer with how many there are."""

    async def keep(connection, execution):
        await command.keep(connection, reply(execution.version))

    return await store.execute(COUNTER, "x", "one", effect=command.claim, then=keep)


async def test_the_second_time_is_answered_as_the_first_and_changes_nothing(store):
    await counted(store, once())
    for _ in range(2):
        with pytest.raises(Replayed) as answered:
            await counted(store, once())
        assert answered.value.reply == reply(1).SerializeToString()
    assert len(await history(store)) == 1


async def test_keys_are_their_owners_and_without_one_every_command_is_new(store):
    for command in (once("a"), once("b"), once("a", BOB), once(""), once("")):
        await counted(store, command)
    assert len(await history(store)) == 5


async def test_another_command_under_the_same_key_is_refused(store):
    await counted(store, once())
    for other in (pb.CancelJobRequest(job_id="2"), pb.RetryJobRequest(job_id="1")):
        with pytest.raises(InvalidInput) as refusal:
            await counted(store, once(request=other))
        assert refusal.value.code == "idempotency_key_reused"
    assert len(await history(store)) == 1


async def test_what_is_ignored_makes_no_difference(store):
    first = pb.SubmitAnalysisRequest(repository_url="https://x.org/y", ref="one")
    second = pb.SubmitAnalysisRequest(repository_url="https://x.org/y", ref="two")
    await counted(store, once(request=first, ignoring=("ref",)))
    with pytest.raises(Replayed):
        await counted(store, once(request=second, ignoring=("ref",)))


async def test_at_the_same_time_they_have_one_effect(store):
    outcomes = await asyncio.gather(*(counted(store, once()) for _ in range(5)), return_exceptions=True)
    assert sorted(type(each).__name__ for each in outcomes) == ["Execution", *["Replayed"] * 4]
    assert {each.reply for each in outcomes if isinstance(each, Replayed)} == {reply(1).SerializeToString()}
    assert len(await history(store)) == 1


async def test_a_refused_command_may_be_sent_again_under_its_key(store):
    with pytest.raises(WrongState):
        await store.execute(COUNTER, "x", "refuse", effect=once().claim)
    await counted(store, once())
    assert len(await history(store)) == 1


async def test_in_a_shared_transaction_each_has_its_own_answer(store):
    group = GroupCommit(store, COUNTER)

    async def ask(key):
        command = once(key)

        async def keep(connection, execution):
            await command.keep(connection, reply(execution.version))

        return await group.execute(key[0], "one", effect=command.claim, then=keep)

    await ask("x")
    outcomes = await asyncio.gather(ask("x"), ask("y"), ask("z"), ask("y2"), return_exceptions=True)
    assert [type(each).__name__ for each in outcomes] == ["Replayed", "Execution", "Execution", "Execution"]
    assert [len(await history(store, name)) for name in "xyz"] == [1, 2, 1]
    with pytest.raises(Replayed) as answered:
        await ask("y2")
    assert answered.value.reply == reply(outcomes[3].version).SerializeToString()


async def test_an_answer_with_a_secret_is_kept_sealed(store):
    class Box:
        def seal(self, owner, secret):
            return f"{owner}:{secret[::-1]}".encode()

        def open(self, owner, sealed):
            assert sealed.decode().startswith(owner)
            return sealed.decode().partition(":")[2][::-1]

    await counted(store, once(box=Box()))
    async with store.engine.connect() as connection:
        assert reply(1).SerializeToString() not in await connection.scalar(sa.select(table.c.reply))
    with pytest.raises(Replayed) as answered:
        await counted(store, once(box=Box()))
    assert answered.value.reply == reply(1).SerializeToString()


async def test_answers_are_forgotten_with_their_owner_and_after_a_while(store):
    async def left():
        async with store.engine.connect() as connection:
            return set((await connection.execute(sa.select(table.c.owner))).scalars())

    await counted(store, once())
    await counted(store, once(user=BOB))
    async with store.engine.begin() as connection:
        await idempotency.forget(connection, ALICE)
    assert await left() == {BOB}
    async with store.engine.begin() as connection:
        assert await idempotency.prune(connection, timedelta(hours=1), 10) == 0
        await connection.execute(sa.update(table).values(claimed_at=table.c.claimed_at - timedelta(hours=2)))
        assert await idempotency.prune(connection, timedelta(hours=1), 10) == 1
    assert await left() == set()


def test_a_key_has_a_length():
    with pytest.raises(InvalidInput) as refusal:
        once("k" * 256)
    assert list(refusal.value.fields) == ["idempotency_key"]
