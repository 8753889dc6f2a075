"""Forgetting what has served: messages that were sent, ids of messages that no bus delivers again, old answers."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from kit import idempotency, inbox, outbox, telemetry

# far beyond the bus' patience: a message is delivered for minutes, or parked for an operator for 30 days
SENT = timedelta(days=7)
RECEIVED = timedelta(days=45)
# what the API promises to those who send an Idempotency-Key
ANSWERED = timedelta(days=1)
_BATCH = 5_000
_EVERY_SECONDS = 3_600.0


Chore = Callable[[AsyncConnection, int], Awaitable[int]]
"""Forgets up to so many rows; how many it forgot."""


async def run(engine: AsyncEngine, *chores: Chore) -> None:
    """Keep house for ever, a batch at a time, so that nothing waits for it; `chores` are the service's own."""
    while True:
        try:
            forgotten = await tidy(engine, *chores)
        except (OSError, SQLAlchemyError) as error:
            telemetry.log.warning("housekeeping could not reach its database", reason=str(error))
        else:
            if forgotten:
                telemetry.log.info("forgot what has served", rows=forgotten)
        await asyncio.sleep(_EVERY_SECONDS)


async def tidy(engine: AsyncEngine, *chores: Chore, sent: timedelta = SENT, received: timedelta = RECEIVED) -> int:
    """Forget all that is older; how many rows."""
    total = 0
    ours: tuple[Chore, ...] = (
        lambda connection, limit: outbox.prune(connection, sent, limit),
        lambda connection, limit: inbox.prune(connection, received, limit),
        lambda connection, limit: idempotency.prune(connection, ANSWERED, limit),
    )
    for chore in (*ours, *chores):
        while True:
            async with engine.begin() as connection:
                forgotten = await chore(connection, _BATCH)
            total += forgotten
            if forgotten < _BATCH:
                break
    return total
