"""The event store: histories in Postgres, appended at an expected version, projected in the same transaction.

A command is one transaction: load the stream, fold, decide, append, project, write the outbox rows. On a version
conflict it starts over, a few times. Ids and time come with the command, so `decide` is pure.
"""

from __future__ import annotations

import asyncio
import random
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from kit import inbox, telemetry
from kit.database import Wakeups
from kit.errors import Conflict
from kit.tables import events, outbox
from kit.wire import Wire

S = TypeVar("S")
C = TypeVar("C")
E = TypeVar("E")
E_co = TypeVar("E_co", covariant=True)

_TRIES = 8

# made once: SQLAlchemy takes longer to make a statement than Postgres to run it
_APPEND = sa.insert(events).returning(
    events.c.version,
    events.c.recorded_at,
    events.c.position,
    events.c.transaction_id,
    sort_by_parameter_order=True,
)
_QUEUE = sa.insert(outbox)
_STREAM = (
    sa.select(events)
    .where(events.c.stream == sa.bindparam("of_stream"), events.c.version > sa.bindparam("after_version"))
    .order_by(events.c.version)
)


@dataclass(frozen=True, slots=True)
class Recorded(Generic[E]):
    """One event as the history holds it."""

    stream: str
    version: int
    event_id: uuid.UUID
    event: E
    recorded_at: datetime
    position: int = 0
    transaction_id: int = 0


Project = Callable[[AsyncConnection, S, Sequence[Recorded[E]]], Awaitable[None]]
"""Writes the read model: the state after the events, and the events that led to it."""


@dataclass(frozen=True, slots=True)
class Aggregate(Generic[S, C, E]):
    """One kind of history: how its state folds, what a command decides, and how events are written."""

    category: str
    initial: S
    decide: Callable[[S, C], list[E]]
    evolve: Callable[[S, E], S]
    wire: Wire[E]
    project: Project[S, E]

    def stream(self, entity: str) -> str:
        return f"{self.category}-{entity}"

    def fold(self, state: S, history: Iterable[E]) -> S:
        for event in history:
            state = self.evolve(state, event)
        return state


@dataclass(frozen=True, slots=True)
class Execution(Generic[S, E]):
    """What a command came to: the state after it, and what it added to the history."""

    state: S
    version: int
    appended: tuple[Recorded[E], ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that must have its effect once: the consumer and the event's id."""

    consumer: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Known(Generic[E_co]):
    """An event that somebody else made, and its id."""

    event: E_co
    id: uuid.UUID


class EventStore:
    """Histories of one service."""

    def __init__(self, engine: AsyncEngine, wakeups: Wakeups, source: str) -> None:
        self.engine = engine
        self.wakeups = wakeups
        self._source = source

    async def execute(
        self,
        aggregate: Aggregate[S, C, E],
        entity: str,
        command: C,
        *,
        actor: str = "",
        known: Known[E] | None = None,
        delivery: Delivery | None = None,
        effect: Callable[[AsyncConnection], Awaitable[None]] | None = None,
        informed: Callable[[AsyncConnection, C], Awaitable[C]] | None = None,
        then: Callable[[AsyncConnection, Execution[S, E]], Awaitable[None]] | None = None,
    ) -> Execution[S, E] | None:
        """Run one command in one transaction.

        None when `delivery` was already handled. `known` is an event that came from outside under an id, which it
        keeps when it is appended; others get fresh ones. `effect` is further work of the same transaction, before the
        decision, `then` after it, for example another command (`within`); `informed` adds to the command what it must
        know of the database. Raises what `decide` raises; Conflict when others keep winning the race.
        """
        for attempt in range(_TRIES):
            try:
                async with self.engine.begin() as connection:
                    if delivery and not await inbox.claim(connection, delivery.consumer, delivery.event_id):
                        return None
                    if effect:
                        await effect(connection)
                    told = await informed(connection, command) if informed else command
                    execution = await self.within(connection, aggregate, entity, told, actor=actor, known=known)
                    if then and execution.appended:
                        await then(connection, execution)
            except _VersionConflict:
                await asyncio.sleep(random.uniform(0, 0.005 * 2**attempt))  # noqa: S311 jitter
                continue
            if execution.appended:
                self.wakeups.notify()
            return execution
        raise Conflict("Others are changing the same thing right now. Try again.")

    async def within(
        self,
        connection: AsyncConnection,
        aggregate: Aggregate[S, C, E],
        entity: str,
        command: C,
        *,
        actor: str = "",
        known: Known[E] | None = None,
    ) -> Execution[S, E]:
        """Run one command in a transaction that `execute` has opened: both are committed, or neither is."""
        history = [recorded async for recorded in read_stream(connection, aggregate, entity)]
        version = len(history)
        state = aggregate.fold(aggregate.initial, (recorded.event for recorded in history))
        decided = aggregate.decide(state, command)
        if not decided:
            return Execution(state=state, version=version, appended=())
        ids = [known.id if known and event is known.event else uuid.uuid4() for event in decided]
        appended = await self._append(
            connection, aggregate, aggregate.stream(entity), version=version, decided=decided, ids=ids, actor=actor
        )
        state = aggregate.fold(state, decided)
        await aggregate.project(connection, state, appended)
        return Execution(state=state, version=version + len(decided), appended=appended)

    async def _append(
        self,
        connection: AsyncConnection,
        aggregate: Aggregate[S, C, E],
        stream: str,
        *,
        version: int,
        decided: Sequence[E],
        ids: Sequence[uuid.UUID],
        actor: str,
    ) -> tuple[Recorded[E], ...]:
        headers = telemetry.outgoing()
        rows = [
            {
                "stream": stream,
                "version": number,
                "event_id": event_id,
                "type": aggregate.wire.kind(event).name,
                "payload": aggregate.wire.payload(event),
                "metadata": {**headers, "actor": actor, "source": self._source},
            }
            for number, event_id, event in zip(count(version + 1), ids, decided, strict=False)
        ]
        try:
            result = await connection.execute(_APPEND, rows)
        except IntegrityError as error:
            if "events_stream_version" in str(error.orig):
                raise _VersionConflict from error
            raise
        inserted = result.all()
        published = [
            {
                "event_id": event_id,
                "stream": stream,
                "type": kind.name,
                "subject": kind.subject(event),
                "body": aggregate.wire.message(event).SerializeToString(deterministic=True),
                "headers": headers,
            }
            for event_id, event in zip(ids, decided, strict=True)
            if (kind := aggregate.wire.kind(event)).subject is not None
        ]
        if published:
            await connection.execute(_QUEUE, published)
        return tuple(
            Recorded(
                stream=stream,
                version=row.version,
                event_id=event_id,
                event=event,
                recorded_at=row.recorded_at,
                position=row.position,
                transaction_id=int(row.transaction_id),
            )
            for row, event_id, event in zip(inserted, ids, decided, strict=True)
        )


class _VersionConflict(Exception):
    """Somebody appended to the stream since it was read."""


async def read_stream(
    connection: AsyncConnection, aggregate: Aggregate[S, C, E], entity: str, *, after: int = 0
) -> AsyncIterator[Recorded[E]]:
    """The history of one entity, in order, after a version."""
    rows = await connection.execute(_STREAM, {"of_stream": aggregate.stream(entity), "after_version": after})
    for row in rows:
        yield recorded(aggregate, row)


def recorded(aggregate: Aggregate[S, C, E], row: Any) -> Recorded[E]:
    """A row of `events` as the aggregate reads it."""
    return Recorded(
        stream=row.stream,
        version=row.version,
        event_id=row.event_id,
        event=aggregate.wire.read(row.type, row.payload),
        recorded_at=row.recorded_at,
        position=row.position,
        transaction_id=int(row.transaction_id),
    )


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """Where a reader of all histories stands. Ordered by commit visibility, not by position alone."""

    transaction_id: int = 0
    position: int = 0


async def read_all(connection: AsyncConnection, after: Cursor, limit: int) -> Sequence[Any]:
    """Rows of all histories after a cursor, in an order that no later commit can slip into.

    A transaction may commit after one with higher positions: only rows below the oldest running transaction are
    final, so the reader stops there.
    """
    rows = await connection.execute(
        sa.select(events)
        .where(
            sa.text(
                "(transaction_id, position) > (CAST(CAST(:xid AS text) AS xid8), :position)"
                " AND transaction_id < pg_snapshot_xmin(pg_current_snapshot())"
            ).bindparams(xid=str(after.transaction_id), position=after.position)
        )
        .order_by(events.c.transaction_id, events.c.position)
        .limit(limit)
    )
    return rows.all()


async def last_cursor(connection: AsyncConnection) -> Cursor:
    """Where a reader stands that has seen all that is final now."""
    row = (
        await connection.execute(
            sa.select(events.c.transaction_id, events.c.position)
            .where(sa.text("transaction_id < pg_snapshot_xmin(pg_current_snapshot())"))
            .order_by(events.c.transaction_id.desc(), events.c.position.desc())
            .limit(1)
        )
    ).first()
    return Cursor(int(row.transaction_id), row.position) if row else Cursor()
