"""The event store, outbox and inbox on a real Postgres."""

from __future__ import annotations

import asyncio
import uuid

import pytest
import sqlalchemy as sa

from gitstrata_protos.jobs.v1 import events_pb2
from kit import inbox
from kit.cloudevents import Outgoing, Refused
from kit.errors import WrongState
from kit.history import Cursor, read_all
from kit.outbox import Relay
from kit.store import Delivery, Known
from kit.tables import events, outbox
from tests.integration.kit.counters import COUNTER, NOW, Counted, JobCancelled, history


async def test_a_command_appends_projects_and_queues_in_one_transaction(store):
    execution = await store.execute(COUNTER, "x", "two", actor="alice")

    assert (execution.state, execution.version) == (Counted(2), 2)
    told = await history(store)
    assert [recorded.event for recorded in told] == [JobCancelled("two-0", NOW), JobCancelled("two-1", NOW)]
    assert [recorded.version for recorded in told] == [1, 2]
    async with store.engine.connect() as connection:
        rows = (await connection.execute(sa.select(outbox).order_by(outbox.c.id))).all()
        stored = (await connection.execute(sa.select(events).order_by(events.c.version))).first()
    assert [row.subject for row in rows] == ["jobs.two-0", "jobs.two-1"]
    assert events_pb2.JobCancelled.FromString(rows[0].body).job_id == "two-0"
    assert stored.payload == {"job_id": "two-0", "occurred_at": "2026-11-23T00:00:00Z"}
    assert stored.metadata["actor"] == "alice"
    assert stored.metadata["source"] == "test"
    assert stored.metadata["x-request-id"]


async def test_a_refused_command_changes_nothing(store):
    with pytest.raises(WrongState):
        await store.execute(COUNTER, "x", "refuse", delivery=Delivery("c", "e"))
    assert await history(store) == []
    async with store.engine.begin() as connection:
        assert await inbox.claim(connection, "c", "e")


async def test_racing_commands_all_land_without_a_gap(store):
    await asyncio.gather(*(store.execute(COUNTER, "x", "one") for _ in range(6)))
    assert [recorded.version for recorded in await history(store)] == [1, 2, 3, 4, 5, 6]


async def test_commands_that_wait_for_each_other_both_land(store):
    both = asyncio.Barrier(2)
    met = []

    async def crossing(first, second):
        async def effect(connection):
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(first)))
            if len(met) < 2:  # the first time each holds what the other wants
                met.append(first)
                await both.wait()
            await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(second)))

        await store.execute(COUNTER, f"by-{first}", "one", effect=effect)

    await asyncio.gather(crossing(1, 2), crossing(2, 1))
    assert [len(await history(store, f"by-{number}")) for number in (1, 2)] == [1, 1]


async def test_a_delivery_has_its_effect_once(store):
    outcomes = await asyncio.gather(
        *(store.execute(COUNTER, "x", "one", delivery=Delivery("c", "some-event")) for _ in range(5))
    )
    assert sum(outcome is not None for outcome in outcomes) == 1
    assert len(await history(store)) == 1


async def test_an_event_from_outside_keeps_its_id_and_no_other_gets_it(store):
    known = Known(JobCancelled("said", NOW), uuid.uuid4())
    await store.execute(COUNTER, "x", known.event, known=known)
    first, second = await history(store)
    assert (second.event_id, second.event) == (known.id, known.event)
    assert first.event_id != known.id


async def test_reading_all_skips_no_late_commit(store):
    async with store.engine.connect() as late:
        transaction = await late.begin()
        # takes its position first and commits last
        await late.execute(
            sa.insert(events).values(
                stream="counter-late",
                version=1,
                event_id=uuid.uuid4(),
                type="JobCancelled",
                payload={"job_id": "late"},
                metadata={},
            )
        )
        await store.execute(COUNTER, "x", "one")
        async with store.engine.connect() as connection:
            before = await read_all(connection, Cursor(), 10)
        await transaction.commit()
    async with store.engine.connect() as connection:
        after = await read_all(connection, Cursor(), 10)

    assert before == []
    assert [row.stream for row in after] == ["counter-late", "counter-x"]
    last = Cursor(int(after[0].transaction_id), after[0].position)
    async with store.engine.connect() as connection:
        assert [row.stream for row in await read_all(connection, last, 10)] == ["counter-x"]


async def test_a_commit_wakes_readers(store):
    async with store.wakeups.sleeper() as sleeper:
        await asyncio.wait_for(sleeper.wait(), 5)  # the listener's first
        sleeper.clear()
        await store.execute(COUNTER, "x", "one")
        await asyncio.wait_for(sleeper.wait(), 5)


class Bus:
    """A place to publish to that can be told to fail."""

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []
        self.failing: dict[str, Exception] = {}

    async def publish(self, message: Outgoing) -> None:
        if error := self.failing.get(message.subject):
            raise error
        self.sent.append(message)


async def test_the_relay_sends_each_message_once_and_in_order(store):
    bus = Bus()
    relay = Relay(store.engine, store.wakeups, bus.publish)
    for _ in range(3):
        await store.execute(COUNTER, "x", "one")

    await relay.round()
    await relay.round()

    assert [message.subject for message in bus.sent] == ["jobs.one-0", "jobs.one-1", "jobs.one-2"]
    assert bus.sent[0].entity == "counter-x"


async def test_a_failure_that_passes_holds_its_stream_and_no_other(store):
    bus = Bus()
    relay = Relay(store.engine, store.wakeups, bus.publish)
    bus.failing = {"jobs.one-0": TimeoutError()}
    await store.execute(COUNTER, "x", "one")
    await store.execute(COUNTER, "x", "two")
    await store.execute(COUNTER, "y", "two")

    await relay.round()
    assert [message.subject for message in bus.sent] == ["jobs.two-0", "jobs.two-1"]

    bus.failing = {}
    await relay.round()
    assert [message.subject for message in bus.sent[2:]] == ["jobs.one-0", "jobs.two-1", "jobs.two-2"]


async def test_a_refused_message_parks_its_stream(store):
    bus = Bus()
    relay = Relay(store.engine, store.wakeups, bus.publish)
    bus.failing = {"jobs.one-0": Refused("too large")}
    await store.execute(COUNTER, "x", "one")
    await relay.round()
    bus.failing = {}
    await store.execute(COUNTER, "x", "one")
    await store.execute(COUNTER, "y", "one")
    await relay.round()

    assert [message.entity for message in bus.sent] == ["counter-y"]


async def test_one_relay_leads(store):
    gate = asyncio.Event()
    started = asyncio.Event()
    bus = Bus()

    async def slow(message: Outgoing) -> None:
        started.set()
        await gate.wait()
        await bus.publish(message)

    await store.execute(COUNTER, "x", "one")
    leader = asyncio.create_task(Relay(store.engine, store.wakeups, slow).round())
    await started.wait()
    await Relay(store.engine, store.wakeups, bus.publish).round()
    assert bus.sent == []
    gate.set()
    await leader
    assert len(bus.sent) == 1
