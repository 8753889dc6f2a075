"""The audit log: security-relevant actions, which nobody can change or take away afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auth.tables import audit

NOBODY = "00000000-0000-0000-0000-000000000000"
"""Who acts where the installation itself does."""
_LONGEST = 256


@dataclass(frozen=True, slots=True)
class Client:
    """The program at the other end: what it says it is, and whence it called."""

    user_agent: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that was done to a user, by that user or another."""

    user_id: str
    actor_id: str
    action: str
    at: datetime
    target: str = ""
    client: Client = Client()


async def write(connection: AsyncConnection, entry: Entry) -> None:
    """Add an entry, in the transaction of what it tells."""
    await connection.execute(
        sa.insert(audit).values(
            at=entry.at,
            user_id=entry.user_id,
            actor_id=entry.actor_id,
            action=entry.action,
            target=entry.target[:_LONGEST],
            address=readable(entry.client.address),
            user_agent=readable(entry.client.user_agent),
        )
    )


async def read(
    connection: AsyncConnection, user_id: str | None, *, before: int | None, limit: int
) -> Sequence[sa.Row[Any]]:
    """Entries that concern a user or were done by them, newest first; everybody's for None."""
    query = sa.select(audit).order_by(audit.c.id.desc()).limit(limit)
    if user_id is not None:
        query = query.where(sa.or_(audit.c.user_id == user_id, audit.c.actor_id == user_id))
    if before is not None:
        query = query.where(audit.c.id < before)
    return (await connection.execute(query)).all()


async def blank(connection: AsyncConnection, user_id: str) -> None:
    """Take out what is personal of a user who leaves; what was done stays."""
    await connection.execute(
        sa.update(audit)
        .where(sa.or_(audit.c.user_id == user_id, audit.c.actor_id == user_id))
        .values(address="", user_agent="")
    )


def readable(text: str) -> str:
    """What a client says of itself, made safe to keep and show."""
    return "".join(character for character in text if character.isprintable())[:_LONGEST]
