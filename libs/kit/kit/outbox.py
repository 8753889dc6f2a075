"""The relay: what a transaction wrote beside its events reaches the bus, at least once and in order per stream.

One replica leads at a time: it reads, publishes and marks in one transaction on the connection that holds the
lock, so that a leader who lost its connection can mark nothing. A transient failure stops the round and is tried
again; a message that can never be sent parks its stream, so that nothing overtakes it, and is logged as an error.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from kit import telemetry
from kit.cloudevents import Outgoing, Refused
from kit.database import Wakeups, nap
from kit.tables import outbox

_LOCK = 0x6769747374726174  # "gitstrat": one relay per database
_BATCH = 200
_TIMER_SECONDS = 1.0

_LEAD = sa.select(sa.func.pg_try_advisory_xact_lock(sa.literal_column(str(_LOCK), sa.BigInteger)))
_PARKED = sa.select(outbox.c.stream).where(outbox.c.sent_at.is_(None), outbox.c.refused.is_not(None))
_UNSENT = (
    sa.select(outbox)
    .where(outbox.c.sent_at.is_(None), outbox.c.stream.not_in(_PARKED))
    .order_by(outbox.c.id)
    .limit(_BATCH)
)
_MARK = (
    sa.update(outbox)
    .where(outbox.c.id == sa.any_(sa.bindparam("sent", type_=ARRAY(sa.BigInteger))))
    .values(sent_at=sa.func.clock_timestamp())
)

Publish = Callable[[Outgoing], Awaitable[None]]
"""Returns once the bus has stored the message; raises Refused, or anything else for a failure that may pass."""


class Relay:
    """Publishes the outbox of one database."""

    def __init__(self, engine: AsyncEngine, wakeups: Wakeups, publish: Publish) -> None:
        self._engine = engine
        self._wakeups = wakeups
        self._publish = publish

    async def run(self) -> None:
        """Publish for ever: at once after a commit, and on a slow timer for what a lost wake-up left."""
        async with self._wakeups.sleeper() as sleeper:
            while True:
                try:
                    more = await self.round()
                except (OSError, SQLAlchemyError) as error:
                    telemetry.log.warning("the relay could not reach its database", reason=str(error))
                    more = False
                if not more:
                    await nap(sleeper, _TIMER_SECONDS)

    async def round(self) -> bool:
        """Publish what waits; True when there may be more. Does nothing while another replica leads."""
        async with self._engine.begin() as connection:
            if not await connection.scalar(_LEAD):
                return False
            rows = (await connection.execute(_UNSENT)).all()
            if not rows:
                return False
            streams: dict[str, list[Any]] = defaultdict(list)
            for row in rows:
                streams[row.stream].append(row)
            outcomes = await asyncio.gather(*(self._send(waiting) for waiting in streams.values()))
            sent = [row for done, _ in outcomes for row in done]
            if sent:
                await connection.execute(_MARK, {"sent": sent})
            failed = False
            for _, problem in outcomes:
                if isinstance(problem, _Parked):
                    await connection.execute(
                        sa.update(outbox).where(outbox.c.id == problem.id).values(refused=problem.reason)
                    )
                elif problem is not None:
                    failed = True
            return not failed and len(rows) == _BATCH

    async def _send(self, rows: list[Any]) -> tuple[list[int], Exception | None]:
        """Send one stream's messages in order, up to the first that fails."""
        sent: list[int] = []
        for row in rows:
            message = Outgoing(
                event_id=str(row.event_id),
                type=row.type,
                subject=row.subject,
                entity=row.stream,
                body=row.body,
                headers=row.headers,
                time=row.created_at,
            )
            try:
                await self._publish(message)
            except Refused as refusal:
                telemetry.log.error("outbox stream parked", stream=row.stream, type=row.type, reason=str(refusal))
                return sent, _Parked(row.id, str(refusal))
            except Exception as error:  # noqa: BLE001 whatever the bus says, the row stays unsent
                telemetry.log.warning("publish failed, will be tried again", type=row.type, reason=str(error))
                return sent, error
            sent.append(row.id)
        return sent, None


async def prune(connection: AsyncConnection, older: timedelta, limit: int) -> int:
    """Forget up to `limit` messages that were sent longer ago than `older`; how many."""
    old = sa.select(outbox.c.id).where(outbox.c.sent_at < sa.func.now() - older).limit(limit)
    deleted = await connection.execute(sa.delete(outbox).where(outbox.c.id.in_(old)))
    return deleted.rowcount


class _Parked(Exception):
    def __init__(self, row: int, reason: str) -> None:
        super().__init__(reason)
        self.id = row
        self.reason = reason
