"""Commands that share a transaction come to what they would have come to alone."""

from __future__ import annotations

import asyncio
import random
import uuid
from dataclasses import dataclass

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncTransaction

from kit.errors import Unavailable, WrongState
from kit.group_commit import GroupCommit
from kit.store import Aggregate, Briefing, Delivery, EventStore, Known
from kit.tables import events, inbox
from tests.integration.kit.counters import COUNTER, NOW, Counted, JobCancelled, history


@pytest.fixture
def group(store):
    return GroupCommit(store, COUNTER)


async def transactions(store):
    async with store.engine.connect() as connection:
        return await connection.scalar(sa.select(sa.func.count(sa.distinct(events.c.transaction_id.cast(sa.Text)))))


async def test_commands_of_one_moment_share_a_transaction_and_keep_their_order(store, group):
    first = await group.execute("x", "one")
    outcomes = await asyncio.gather(*(group.execute("x", "two") for _ in range(3)), group.execute("y", "one"))

    assert first.version == 1
    assert [(each.state, each.version) for each in outcomes[:3]] == [(Counted(n), n) for n in (3, 5, 7)]
    assert [recorded.version for recorded in await history(store)] == list(range(1, 8))
    assert [each.event.job_id for each in outcomes[2].appended] == ["two-5", "two-6"]
    assert len(await history(store, "y")) == 1
    assert await transactions(store) == 2


async def test_a_refused_command_takes_nobody_with_it(store, group):
    outcomes = await asyncio.gather(
        group.execute("x", "one"),
        group.execute("x", "refuse"),
        group.execute("y", "refuse"),
        group.execute("z", "one"),
        return_exceptions=True,
    )
    assert [type(each).__name__ for each in outcomes] == ["Execution", "WrongState", "WrongState", "Execution"]
    assert [len(await history(store, name)) for name in "xyz"] == [1, 0, 1]


async def test_what_the_database_refuses_takes_nobody_with_it(store, group):
    outcomes = await asyncio.gather(
        group.execute("x", "one"),
        group.execute("y", "no text of Postgres: \0"),
        group.execute("z", "one"),
        return_exceptions=True,
    )
    assert isinstance(outcomes[1], DBAPIError)
    assert [len(await history(store, name)) for name in "xyz"] == [1, 0, 1]


async def test_a_delivery_has_its_effect_once_however_it_comes(store, group):
    delivery = Delivery("c", "some-event")
    await asyncio.gather(*(group.execute("x", "one", delivery=delivery) for _ in range(5)))
    assert await group.execute("x", "one", delivery=delivery) is None
    assert await GroupCommit(store, COUNTER).execute("x", "one", delivery=delivery) is None
    assert len(await history(store)) == 1


async def test_a_message_that_is_refused_for_good_is_handled_and_one_that_may_come_again_is_not(store):
    async def handled():
        async with store.engine.connect() as connection:
            return set((await connection.execute(sa.select(inbox.c.event_id))).scalars())

    def decide(state, command):
        if command == "later":
            raise Unavailable("not now")
        return COUNTER.decide(state, command)

    group = GroupCommit(store, Aggregate("counter", Counted(), decide, COUNTER.evolve, COUNTER.wire, COUNTER.project))
    outcomes = await asyncio.gather(
        *(group.execute("x", name, delivery=Delivery("c", name)) for name in ("one", "refuse", "later")),
        return_exceptions=True,
    )
    assert [type(each).__name__ for each in outcomes] == ["Execution", "WrongState", "Unavailable"]
    assert await handled() == {"one", "refuse"}


async def test_the_effect_of_a_refused_command_is_undone(store, group):
    marker = uuid.uuid4()

    async def effect(connection):
        await connection.execute(sa.insert(inbox).values(consumer="effect", event_id=str(marker)))

    outcomes = await asyncio.gather(
        group.execute("x", "one"), group.execute("y", "refuse", effect=effect), return_exceptions=True
    )
    assert isinstance(outcomes[1], WrongState)
    assert len(await history(store)) == 1
    async with store.engine.connect() as connection:
        assert await connection.scalar(sa.select(sa.func.count()).select_from(inbox)) == 0


async def test_an_event_from_outside_keeps_its_id(store, group):
    known = Known(JobCancelled("said", NOW), uuid.uuid4())
    await group.execute("x", known.event, known=known)
    first, second = await history(store)
    assert (second.event_id, second.event) == (known.id, known.event)
    assert first.event_id != known.id


async def test_what_is_remembered_refuses_nothing(store):
    """Another process has gone on: what this one knows is of yesterday."""

    def decide(state, command):
        if state.count == command:
            return [JobCancelled(f"{command}", NOW)]
        if state.count > command:
            raise WrongState("over")
        return []

    aggregate = Aggregate("counter", Counted(), decide, COUNTER.evolve, COUNTER.wire, COUNTER.project)
    ours, theirs = GroupCommit(store, aggregate), GroupCommit(store, aggregate)
    await ours.execute("x", 0)
    await theirs.execute("x", 1)
    assert ours.remembered("x") == Counted(1)
    # by what ours remembers there would be nothing to do
    assert (await ours.execute("x", 2)).version == 3
    await theirs.execute("x", 3)
    # and by that this would still be right
    with pytest.raises(WrongState):
        await ours.execute("x", 3)


async def test_a_briefing_hears_of_those_before_in_the_same_transaction(store):
    @dataclass
    class Counting(Briefing):
        accepted_before: int = 0

        def tell(self, command):
            return f"{command} after {self.accepted_before}" if command != "refuse" else command

        def accepted(self, command):
            self.accepted_before += 1

    async def brief(_, commands):
        assert commands
        return Counting()

    group = GroupCommit(store, COUNTER, brief)
    outcomes = await asyncio.gather(
        group.execute("a", "one"),
        group.execute("b", "refuse"),
        group.execute("c", "one"),
        return_exceptions=True,
    )
    assert outcomes[2].appended[0].event.job_id == "one after 1-0"


async def test_many_processes_on_few_entities_leave_no_gap_and_no_duplicate(store):
    chance = random.Random(5)
    groups = [GroupCommit(store, COUNTER) for _ in range(3)]
    asked = dict.fromkeys("abc", 0)
    work = []
    for _ in range(200):
        name = chance.choice("abc")
        asked[name] += 1
        work.append((chance.choice(groups), name))

    async def one(group: GroupCommit, name: str) -> None:
        await asyncio.sleep(chance.random() * 0.2)
        await group.execute(name, "one")

    await asyncio.gather(*(one(group, name) for group, name in work))
    for name, count in asked.items():
        told = await history(store, name)
        assert [recorded.version for recorded in told] == list(range(1, count + 1))
        assert [recorded.event.job_id for recorded in told] == [f"one-{number}" for number in range(count)]


async def test_a_lost_database_is_told_to_each_and_forgotten_after(store: EventStore, group):
    await group.execute("x", "one")
    async with store.engine.connect() as connection:
        await connection.execute(
            sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
        )
    outcomes = await asyncio.gather(*(group.execute("x", "one") for _ in range(3)), return_exceptions=True)
    assert not [each for each in outcomes if isinstance(each, asyncio.CancelledError)]
    landed = sum(not isinstance(each, Exception) for each in outcomes)
    assert [recorded.version for recorded in await history(store)] == list(range(1, landed + 2))
    assert (await group.execute("x", "one")).version == landed + 2


async def test_what_may_have_been_committed_is_not_tried_again(store, group, monkeypatch):
    commit = AsyncTransaction.commit

    async def committed_but_not_said(transaction):
        await commit(transaction)
        raise ConnectionResetError("the answer was lost")

    with monkeypatch.context() as patched:
        patched.setattr(AsyncTransaction, "commit", committed_but_not_said)
        outcomes = await asyncio.gather(*(group.execute("x", "one") for _ in range(3)), return_exceptions=True)
    assert [type(each) for each in outcomes] == [ConnectionResetError] * 3
    assert [recorded.version for recorded in await history(store)] == [1, 2, 3]
    assert (await group.execute("x", "one")).version == 4


async def test_a_database_that_is_away_is_asked_once_for_all(store, group):
    asked = 0

    async def brief(*_):
        nonlocal asked
        asked += 1
        raise OSError("away")

    group = GroupCommit(store, COUNTER, brief)
    outcomes = await asyncio.gather(*(group.execute("x", "one") for _ in range(50)), return_exceptions=True)
    assert {type(each) for each in outcomes} == {OSError}
    assert asked == 1
