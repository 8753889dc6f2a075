"""Sends deliveries until they arrive or a day has passed; several replicas share the work.

A delivery is taken under a lease in one statement, and sent outside of any transaction: whoever dies while sending
leaves it to whoever comes after the lease, so a message arrives at least once, under the same id each time. An endpoint
has a few deliveries under way at once, so that a slow one holds up nobody else's.
"""

from __future__ import annotations

import asyncio
import random
import time
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from jobs.tables import webhook_attempt, webhook_delivery, webhook_endpoint
from jobs.webhooks import signing
from jobs.webhooks.messages import TEST
from jobs.webhooks.target import Answer
from kit import telemetry
from kit.database import Wakeups, nap
from kit.errors import Internal
from kit.vault import Vault

Post: TypeAlias = Callable[[str, bytes, Mapping[str, str]], Awaitable[Answer]]

_AT_ONCE = 64
_OF_ONE_ENDPOINT = 4
_TIMER_SECONDS = 1.0
_GATHER_SECONDS = 0.05
_DRAIN_SECONDS = 5.0
_LONGEST_PATIENCE = 3_600.0
_GONE = 410
GIVEN_UP = "the endpoint was disabled"

_CLAIM = sa.text("""
    WITH waiting AS (
        SELECT endpoint.id FROM webhook_endpoint AS endpoint
        WHERE endpoint.enabled AND EXISTS (
            SELECT FROM webhook_delivery AS due
            WHERE due.endpoint_id = endpoint.id AND due.state = 'PENDING' AND due.next_attempt_at <= now()
                AND (due.leased_until IS NULL OR due.leased_until <= now())
        ) AND :of_one > (
            SELECT count(*) FROM webhook_delivery AS busy
            WHERE busy.endpoint_id = endpoint.id AND busy.state = 'PENDING' AND busy.leased_until > now()
        )
    ), picked AS (
        SELECT found.id FROM waiting CROSS JOIN LATERAL (
            SELECT delivery.id, delivery.next_attempt_at FROM webhook_delivery AS delivery
            WHERE delivery.endpoint_id = waiting.id AND delivery.state = 'PENDING'
                AND delivery.next_attempt_at <= now()
                AND (delivery.leased_until IS NULL OR delivery.leased_until <= now())
            ORDER BY delivery.next_attempt_at LIMIT :of_one FOR UPDATE SKIP LOCKED
        ) AS found
        ORDER BY found.next_attempt_at LIMIT :most
    )
    UPDATE webhook_delivery AS taken
    SET lease = :lease, leased_until = now() + :lasting, attempts = taken.attempts + 1, tries = taken.tries + 1
    FROM picked, webhook_endpoint AS endpoint
    WHERE taken.id = picked.id AND endpoint.id = taken.endpoint_id
    RETURNING taken.id, taken.endpoint_id, taken.event_id, taken.type, taken.body, taken.attempts, taken.tries,
        taken.begun_at, endpoint.url, endpoint.secret, endpoint.previous_secret, endpoint.previous_until
""").bindparams(
    sa.bindparam("of_one", type_=sa.BigInteger),
    sa.bindparam("most", type_=sa.BigInteger),
    sa.bindparam("lease", type_=PG_UUID(as_uuid=True)),
    sa.bindparam("lasting", type_=sa.Interval),
)


class Sender:
    """Sends what is due. `retries` are the waits after failed attempts, in seconds; after the last, it is given up."""

    def __init__(
        self, engine: AsyncEngine, wakeups: Wakeups, vault: Vault, post: Post, *, retries: Sequence[float], lease: float
    ) -> None:
        self._engine = engine
        self._wakeups = wakeups
        self._vault = vault
        self._post = post
        self._retries = tuple(retries)
        self._lease = timedelta(seconds=lease)

    async def run(self) -> None:
        """Send for ever; what is under way when this is cancelled has a few seconds to end."""
        running: set[asyncio.Task[None]] = set()
        async with self._wakeups.sleeper() as sleeper:

            def ended(task: asyncio.Task[None]) -> None:
                running.discard(task)
                sleeper.set()

            try:
                while True:
                    claimed = await self._claim(_AT_ONCE - len(running))
                    for delivery in claimed:
                        task = asyncio.create_task(self._deliver(delivery))
                        running.add(task)
                        task.add_done_callback(ended)
                    if not claimed:
                        await nap(sleeper, _TIMER_SECONDS)
                        # one look for all commits of a moment
                        await asyncio.sleep(_GATHER_SECONDS)
            finally:
                if running:
                    await asyncio.wait(running, timeout=_DRAIN_SECONDS)
                for task in running:
                    task.cancel()

    async def _claim(self, most: int) -> Sequence[Any]:
        if most <= 0:
            return ()
        given = {"of_one": _OF_ONE_ENDPOINT, "most": most, "lease": uuid.uuid4(), "lasting": self._lease}
        try:
            async with self._engine.begin() as connection:
                rows = (await connection.execute(_CLAIM, given)).all()
        except (OSError, SQLAlchemyError) as error:
            telemetry.log.warning("deliveries cannot be taken", reason=str(error))
            return ()
        return [(row, given["lease"]) for row in rows]

    async def _deliver(self, claimed: tuple[Any, uuid.UUID]) -> None:
        delivery, lease = claimed
        began, at = time.perf_counter(), datetime.now(UTC)
        answer = await self._send(delivery, at)
        attempt = {
            "delivery_id": delivery.id,
            "number": delivery.attempts,
            "at": at,
            "status": answer.status,
            "error": answer.error,
            "milliseconds": round((time.perf_counter() - began) * 1000),
        }
        try:
            async with self._engine.begin() as connection:
                if await self._settle(connection, delivery, lease, answer):
                    await connection.execute(sa.insert(webhook_attempt).values(attempt))
        except (OSError, SQLAlchemyError) as error:
            # it is sent again when the lease has run out
            telemetry.log.warning("a delivery cannot be settled", reason=str(error))

    async def _send(self, delivery: Any, at: datetime) -> Answer:
        owner = str(delivery.endpoint_id)
        try:
            secrets = [self._vault.open(owner, delivery.secret)]
            if delivery.previous_secret is not None and delivery.previous_until > at:
                secrets.append(self._vault.open(owner, delivery.previous_secret))
        except Internal as error:
            telemetry.log.error("an endpoint's secret cannot be read", endpoint_id=owner, code=error.code)
            return Answer(error="its secret cannot be read here")
        body = delivery.body.encode()
        headers = signing.headers(f"msg_{delivery.event_id.hex}", int(at.timestamp()), body, secrets)
        return await self._post(delivery.url, body, headers)

    async def _settle(self, connection: AsyncConnection, delivery: Any, lease: uuid.UUID, answer: Answer) -> bool:
        """Note what became of an attempt; False if the delivery is another's by now, or gone."""
        now = datetime.now(UTC)
        wait = None if answer.arrived else self._wait(delivery, answer)
        values: dict[str, Any] = {
            "state": "DELIVERED" if answer.arrived else "FAILED" if wait is None else "PENDING",
            "delivered_at": now if answer.arrived else None,
            "next_attempt_at": now + timedelta(seconds=wait) if wait is not None else None,
            "last_status": answer.status,
            "last_error": answer.error,
            "lease": None,
            "leased_until": None,
        }
        ours = sa.and_(webhook_delivery.c.id == delivery.id, webhook_delivery.c.lease == lease)
        if not (await connection.execute(sa.update(webhook_delivery).where(ours).values(values))).rowcount:
            return False
        await self._judge(connection, delivery, answer, given_up=values["state"] == "FAILED")
        return True

    def _wait(self, delivery: Any, answer: Answer) -> float | None:
        """Seconds until it is tried again; None when it is given up."""
        if delivery.type == TEST or answer.status == _GONE or delivery.tries > len(self._retries):
            return None
        wait: float = self._retries[delivery.tries - 1] * random.uniform(0.9, 1.1)  # noqa: S311 spreads what failed together
        return max(wait, min(answer.retry_after or 0.0, _LONGEST_PATIENCE))

    async def _judge(self, connection: AsyncConnection, delivery: Any, answer: Answer, *, given_up: bool) -> None:
        """What an attempt says of the endpoint: it works, it fails, or it is to be left alone."""
        now, endpoint = datetime.now(UTC), webhook_endpoint.c
        this = sa.update(webhook_endpoint).where(endpoint.id == delivery.endpoint_id)
        if answer.arrived:
            await connection.execute(this.values(failing_since=None, succeeded_at=now))
            return
        if delivery.type == TEST:
            return
        await connection.execute(this.values(failing_since=sa.func.coalesce(endpoint.failing_since, now)))
        reason = "gone" if answer.status == _GONE else "failing" if given_up else ""
        silent = sa.or_(endpoint.succeeded_at.is_(None), endpoint.succeeded_at < delivery.begun_at)
        if reason and await disable(connection, delivery.endpoint_id, reason, silent if reason == "failing" else None):
            telemetry.log.warning(
                "a webhook endpoint was disabled", endpoint_id=str(delivery.endpoint_id), reason=reason
            )


async def disable(
    connection: AsyncConnection, endpoint_id: uuid.UUID, reason: str, provided: sa.ColumnElement[bool] | None = None
) -> bool:
    """Send an endpoint nothing more, and give up what waits for it; whether that changed anything."""
    change = (
        sa.update(webhook_endpoint)
        .where(webhook_endpoint.c.id == endpoint_id, webhook_endpoint.c.enabled)
        .values(enabled=False, disabled_reason=reason, disabled_at=datetime.now(UTC))
    )
    if not (await connection.execute(change if provided is None else change.where(provided))).rowcount:
        return False
    waiting = sa.and_(webhook_delivery.c.endpoint_id == endpoint_id, webhook_delivery.c.state == "PENDING")
    await connection.execute(
        sa.update(webhook_delivery)
        .where(waiting)
        .values(state="FAILED", next_attempt_at=None, last_error=GIVEN_UP, lease=None, leased_until=None)
    )
    return True
