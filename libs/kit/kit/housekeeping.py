"""Forgetting what has served: messages that were sent, and ids of messages that no bus delivers again."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from kit import inbox, outbox, telemetry

# far beyond the bus' patience: a message is delivered for minutes, or parked for an operator for 30 days
SENT = timedelta(days=7)
RECEIVED = timedelta(days=45)
_BATCH = 5_000
_EVERY_SECONDS = 3_600.0


async def run(engine: AsyncEngine) -> None:
    """Keep house for ever, a batch at a time, so that nothing waits for it."""
    while True:
        try:
            forgotten = await tidy(engine)
        except (OSError, SQLAlchemyError) as error:
            telemetry.log.warning("housekeeping could not reach its database", reason=str(error))
        else:
            if forgotten:
                telemetry.log.info("forgot what has served", rows=forgotten)
        await asyncio.sleep(_EVERY_SECONDS)


async def tidy(engine: AsyncEngine, *, sent: timedelta = SENT, received: timedelta = RECEIVED) -> int:
    """Forget all that is older; how many rows."""
    total = 0
    for prune, older in ((outbox.prune, sent), (inbox.prune, received)):
        while True:
            async with engine.begin() as connection:
                forgotten = await prune(connection, older, _BATCH)
            total += forgotten
            if forgotten < _BATCH:
                break
    return total
