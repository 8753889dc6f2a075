"""Endpoints and the log of their deliveries, as their owners see and change them."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs.domain.quota import deleted
from jobs.paging import page_place, page_token, unknown_token
from jobs.tables import (
    deleted_user,
    job_view,
    repository_view,
    webhook_attempt,
    webhook_delivery,
    webhook_endpoint,
)
from jobs.webhooks.messages import TYPES, Message
from kit.errors import InvalidInput, LimitReached, NotFound

KEPT = timedelta(days=30)
"""How long the log of deliveries is kept."""
_LOCK = 0x656E6470  # "endp"
_LONGEST_DESCRIPTION = 200
_ATTEMPTS_SHOWN = 20


def event_types(given: Sequence[str]) -> list[str]:
    """The types in their one order, all for none; InvalidInput for one that there is not."""
    if unknown := sorted(set(given) - set(TYPES)):
        sentence = f"There is no event {unknown[0][:50]!r}. There are {', '.join(TYPES)}."
        raise InvalidInput(sentence, code="webhook_event_unknown", fields={"events": sentence})
    return [kind for kind in TYPES if not given or kind in given]


def described(text: str) -> str:
    if len(text) > _LONGEST_DESCRIPTION:
        raise InvalidInput(
            f"A description has at most {_LONGEST_DESCRIPTION} characters.", fields={"description": "Too long."}
        )
    return text


async def make_room(connection: AsyncConnection, owner_id: str, allowed: int) -> None:
    """Refuse one more endpoint than an owner may have. Until the transaction ends nobody else makes one for them."""
    await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK, sa.func.hashtext(owner_id))))
    if await connection.scalar(sa.select(sa.exists().where(deleted_user.c.user_id == owner_id))):
        raise deleted()
    held = await connection.scalar(
        sa.select(sa.func.count()).select_from(webhook_endpoint).where(webhook_endpoint.c.owner_id == owner_id)
    )
    if (held or 0) >= allowed:
        raise LimitReached(
            f"You have {held} webhook endpoints, which is all that one person may here.",
            code="webhook_limit_reached",
        )


async def find(connection: AsyncConnection, endpoint_id: str, owner_id: str, *, lock: bool = False) -> Any:
    """The row of an owner's endpoint; NotFound otherwise."""
    query = sa.select(webhook_endpoint).where(
        webhook_endpoint.c.id == _id(endpoint_id), webhook_endpoint.c.owner_id == owner_id
    )
    row = (await connection.execute(query.with_for_update() if lock else query)).first()
    if row is None:
        raise NotFound("There is no such webhook endpoint.", code="webhook_endpoint_not_found")
    return row


async def page(connection: AsyncConnection, owner_id: str, *, size: int, token: str) -> tuple[Sequence[Any], str]:
    """An owner's endpoints, newest first, and the token of the next page."""
    query = sa.select(webhook_endpoint).where(webhook_endpoint.c.owner_id == owner_id)
    return await _page(connection, query, webhook_endpoint, size=size, token=token)


async def delivery(connection: AsyncConnection, endpoint_id: uuid.UUID, delivery_id: str, *, lock: bool = False) -> Any:
    """The row of an endpoint's delivery; NotFound otherwise."""
    query = sa.select(webhook_delivery).where(
        webhook_delivery.c.id == _id(delivery_id), webhook_delivery.c.endpoint_id == endpoint_id
    )
    row = (await connection.execute(query.with_for_update() if lock else query)).first()
    if row is None:
        raise NotFound("There is no such delivery.", code="webhook_delivery_not_found")
    return row


async def deliveries(
    connection: AsyncConnection, endpoint_id: uuid.UUID, *, state: str, size: int, token: str
) -> tuple[Sequence[Any], str]:
    """An endpoint's deliveries, newest first, and the token of the next page."""
    query = sa.select(webhook_delivery).where(webhook_delivery.c.endpoint_id == endpoint_id)
    if state:
        query = query.where(webhook_delivery.c.state == state)
    return await _page(connection, query, webhook_delivery, size=size, token=token)


async def attempts(connection: AsyncConnection, delivery_id: uuid.UUID) -> Sequence[Any]:
    query = (
        sa.select(webhook_attempt)
        .where(webhook_attempt.c.delivery_id == delivery_id)
        .order_by(webhook_attempt.c.number.desc())
        .limit(_ATTEMPTS_SHOWN)
    )
    return (await connection.execute(query)).all()


async def send(connection: AsyncConnection, endpoint_id: uuid.UUID, message: Message) -> Any:
    """The row of a new delivery, which is due at once."""
    values = {
        "id": uuid.uuid4(),
        "endpoint_id": endpoint_id,
        "event_id": uuid.uuid4(),
        "about": uuid.UUID(message.about),
        "type": message.type,
        "body": message.body,
        "state": "PENDING",
        "next_attempt_at": datetime.now(UTC),
    }
    return (await connection.execute(insert(webhook_delivery).values(values).returning(webhook_delivery))).one()


async def replay(connection: AsyncConnection, delivery_id: uuid.UUID) -> Any:
    """The row of a delivery that is sent again from now on, with all its retries; one that is under way goes on."""
    now = datetime.now(UTC)
    change = (
        sa.update(webhook_delivery)
        .where(webhook_delivery.c.id == delivery_id)
        .values(state="PENDING", next_attempt_at=now, begun_at=now, tries=0, delivered_at=None)
        .returning(webhook_delivery)
    )
    return (await connection.execute(change)).one()


async def forget(connection: AsyncConnection, owner_id: str) -> None:
    """Drop all endpoints of an owner, with their deliveries."""
    await connection.execute(sa.delete(webhook_endpoint).where(webhook_endpoint.c.owner_id == owner_id))


async def prune(connection: AsyncConnection, limit: int) -> int:
    """Forget up to so many deliveries that are old, or tell of what has been erased; how many."""
    erased = sa.and_(
        *(~sa.exists().where(view.c.id == webhook_delivery.c.about) for view in (job_view, repository_view)),
        webhook_delivery.c.about != webhook_delivery.c.endpoint_id,
    )
    old = webhook_delivery.c.created_at < sa.func.now() - KEPT
    gone = sa.select(webhook_delivery.c.id).where(sa.or_(old, erased)).limit(limit)
    return (await connection.execute(sa.delete(webhook_delivery).where(webhook_delivery.c.id.in_(gone)))).rowcount


async def _page(
    connection: AsyncConnection, query: sa.Select[Any], table: sa.Table, *, size: int, token: str
) -> tuple[Sequence[Any], str]:
    order = (table.c.created_at, table.c.id)
    if token:
        try:
            moment, last = page_place(token)
            query = query.where(sa.tuple_(*order) < sa.tuple_(datetime.fromisoformat(moment), uuid.UUID(last)))
        except ValueError:
            raise unknown_token() from None
    rows = (await connection.execute(query.order_by(*(column.desc() for column in order)).limit(size + 1))).all()
    shown = rows[:size]
    following = page_token(shown[-1].created_at.isoformat(), str(shown[-1].id)) if len(rows) > size else ""
    return shown, following


def _id(text: str) -> uuid.UUID:
    """The id; one that nothing has for what is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)
