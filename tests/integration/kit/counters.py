"""The smallest history there is: it counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import sqlalchemy as sa

from gitstrata_protos.jobs.v1 import events_pb2
from kit.errors import WrongState
from kit.history import read_stream
from kit.store import Aggregate
from kit.tables import metadata
from kit.wire import EventType, Wire
from tests.support.servers import run_sync

NOW = datetime(2026, 11, 23, tzinfo=UTC)


@dataclass(frozen=True)
class JobCancelled:
    job_id: str
    occurred_at: datetime


@dataclass(frozen=True)
class Counted:
    count: int = 0


def decide(state, command):
    if command == "refuse":
        raise WrongState("no")
    if isinstance(command, JobCancelled):
        return [JobCancelled("before", NOW), command]
    return [JobCancelled(f"{command}-{state.count + n}", NOW) for n in range(2 if command == "two" else 1)]


WIRE = Wire([EventType(JobCancelled, events_pb2.JobCancelled, lambda event: f"jobs.{event.job_id}")])


async def project(connection, changes):
    assert all(change.appended for change in changes)


COUNTER = Aggregate(
    category="counter",
    initial=Counted(),
    decide=decide,
    evolve=lambda state, _: replace(state, count=state.count + 1),
    wire=WIRE,
    project=project,
)


def create_tables(url: str) -> None:
    async def create() -> None:
        engine = sa.ext.asyncio.create_async_engine(url)
        async with engine.begin() as connection:
            tables = [metadata.tables[name] for name in ("events", "outbox", "inbox", "idempotency")]
            await connection.run_sync(lambda running: metadata.create_all(running, tables=tables))
        await engine.dispose()

    run_sync(create())


async def history(store, entity="x"):
    async with store.engine.connect() as connection:
        return [recorded async for recorded in read_stream(connection, COUNTER, entity)]
