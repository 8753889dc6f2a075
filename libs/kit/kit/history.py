"""Reading histories: one entity's, or all in an order that no later commit can slip into."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from kit.store import Aggregate, Recorded
from kit.tables import events

S = TypeVar("S")
C = TypeVar("C")
E = TypeVar("E")

_STREAM = (
    sa.select(events)
    .where(events.c.stream == sa.bindparam("of_stream"), events.c.version > sa.bindparam("after_version"))
    .order_by(events.c.version)
)


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
