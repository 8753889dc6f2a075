"""Each message has its effect once: its id is recorded in the transaction of the effect itself."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.asyncio import AsyncConnection

from kit.tables import inbox

_CLAIM_ALL = sa.text("""
    INSERT INTO inbox (consumer, event_id)
    SELECT * FROM unnest(CAST(:consumers AS text[]), CAST(:ids AS text[]))
    ON CONFLICT DO NOTHING
    RETURNING consumer, event_id
""").bindparams(sa.bindparam("consumers", type_=ARRAY(sa.Text)), sa.bindparam("ids", type_=ARRAY(sa.Text)))


async def claim_all(connection: AsyncConnection, deliveries: Collection[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the deliveries, as (consumer, event id), that are new. Each is so at most once."""
    if not deliveries:
        return set()
    ordered = sorted(set(deliveries))  # in one order everywhere, so that no two transactions wait for each other
    given = {"consumers": [consumer for consumer, _ in ordered], "ids": [event_id for _, event_id in ordered]}
    rows = await connection.execute(_CLAIM_ALL, given)
    return {(row.consumer, row.event_id) for row in rows}


async def claim(connection: AsyncConnection, consumer: str, event_id: str) -> bool:
    """Whether the event is new to the consumer. True at most once in all committed transactions."""
    return bool(await claim_all(connection, [(consumer, event_id)]))


async def prune(connection: AsyncConnection, older: timedelta, limit: int) -> int:
    """Forget up to `limit` messages that came longer ago than `older`, which no bus delivers again; how many."""
    old = sa.select(inbox.c.consumer, inbox.c.event_id).where(inbox.c.received_at < sa.func.now() - older).limit(limit)
    deleted = await connection.execute(sa.delete(inbox).where(sa.tuple_(inbox.c.consumer, inbox.c.event_id).in_(old)))
    return deleted.rowcount
