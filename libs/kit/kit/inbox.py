"""Each message has its effect once: its id is recorded in the transaction of the effect itself."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from kit.tables import inbox


async def claim(connection: AsyncConnection, consumer: str, event_id: str) -> bool:
    """Whether the event is new to the consumer. True at most once in all committed transactions."""
    claimed = await connection.execute(
        insert(inbox).values(consumer=consumer, event_id=event_id).on_conflict_do_nothing().returning(sa.literal(1))
    )
    return claimed.first() is not None
