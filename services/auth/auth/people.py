"""The people of this installation: their rows, what their histories change in the tables, and queries on both."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from auth import audit
from auth.domain import (
    ACCESS_LIFETIME,
    ApiTokenRevoked,
    Command,
    Event,
    SessionRevoked,
    User,
    UserDeleted,
    UserRoleChanged,
    decide,
    evolve,
)
from auth.provider import Profile
from auth.tables import api_tokens, revocations, sessions, users, vault
from auth.wire import WIRE
from kit.store import Aggregate, Change

REMEMBERED = ACCESS_LIFETIME + timedelta(minutes=1)
"""How long a revocation has to be known: clocks may differ, and then everything it concerns has expired."""


@dataclass(frozen=True, slots=True)
class UserRow:
    id: str
    provider: str
    origin: str
    login: str
    name: str
    avatar_url: str
    created_at: datetime
    role: str
    admitted_at: datetime | None
    scopes: str
    """Of the provider's token."""
    connected: bool
    """Whether the provider's token still holds, as far as is known."""


async def project(connection: AsyncConnection, changes: Sequence[Change[User, Event]]) -> None:
    """Bring the tables in step with new events, in their transaction.

    Names and hashes may not be in events, so what registers a user, opens a session or makes a token writes its row
    itself.
    """
    for entry in (recorded for change in changes for recorded in change.appended):
        await _project(connection, entry.event)


async def _project(connection: AsyncConnection, event: Event) -> None:
    match event:
        case SessionRevoked(_, session_id, _, at):
            await connection.execute(sa.update(sessions).where(sessions.c.id == session_id).values(revoked_at=at))
            await _revoke(connection, "session", session_id, at)
        case ApiTokenRevoked(_, token_id, at):
            await connection.execute(sa.delete(api_tokens).where(api_tokens.c.id == token_id))
            await _revoke(connection, "api_token", token_id, at)
        case UserRoleChanged(user_id, role, at):
            await connection.execute(sa.update(users).where(users.c.id == user_id).values(role=role))
            await _revoke(connection, "user", user_id, at)
        case UserDeleted(user_id, at):
            # sessions, tokens and the vault's row go with it
            await connection.execute(sa.delete(users).where(users.c.id == user_id))
            await audit.blank(connection, user_id)
            await _revoke(connection, "user", user_id, at)
        case _:
            pass


async def _revoke(connection: AsyncConnection, kind: str, target: str, at: datetime) -> None:
    row = insert(revocations).values(kind=kind, target=target, at=at)
    await connection.execute(row.on_conflict_do_update(constraint="revocations_pkey", set_={"at": row.excluded.at}))


USERS: Aggregate[User, Command, Event] = Aggregate(
    category="user", initial=User(), decide=decide, evolve=evolve, wire=WIRE, project=project
)

_SELECT = sa.select(users, vault.c.scopes, vault.c.void_at).join_from(users, vault, isouter=True)


async def find(connection: AsyncConnection, user_id: str) -> UserRow | None:
    """A person by id; None for an unknown one."""
    if not is_uuid(user_id):
        return None
    row = (await connection.execute(_SELECT.where(users.c.id == user_id))).first()
    return row_of(row) if row else None


async def page(connection: AsyncConnection, *, after: str, limit: int) -> list[UserRow]:
    """People in the order of their ids, which says nothing, after one."""
    query = _SELECT.order_by(users.c.id).limit(limit)
    if after:
        query = query.where(users.c.id > after)
    return [row_of(row) for row in await connection.execute(query)]


async def other_administrators(connection: AsyncConnection, user_id: str) -> int:
    """How many there are beside a user; until the transaction ends nobody else changes that."""
    found = await connection.execute(
        sa.select(users.c.id).where(users.c.role == "administrator").order_by(users.c.id).with_for_update()
    )
    return sum(row.id != user_id for row in found)


async def known_as(connection: AsyncConnection, provider: str, origin: str, provider_user_id: str) -> str | None:
    """The id of the person whom a provider knows under a number."""
    found: str | None = await connection.scalar(
        sa.select(users.c.id).where(
            users.c.provider == provider,
            users.c.provider_origin == origin,
            users.c.provider_user_id == provider_user_id,
        )
    )
    return found


async def keep(
    connection: AsyncConnection,
    user_id: str,
    *,
    provider: str,
    origin: str,
    profile: Profile,
    at: datetime,
) -> None:
    """Write a person's newest profile, who is admitted now. Raises RegisteredMeanwhile."""
    newest = {
        "login": profile.login,
        "name": profile.name,
        "avatar_url": profile.avatar_url,
        "admitted_at": at,
    }
    kept = await connection.scalar(
        insert(users)
        .values(
            id=user_id,
            provider=provider,
            provider_origin=origin,
            provider_user_id=profile.provider_user_id,
            created_at=at,
            **newest,
        )
        .on_conflict_do_update(constraint="users_provider_identity", set_=newest)
        .returning(users.c.id)
    )
    if kept != user_id:
        raise RegisteredMeanwhile


async def admit(engine: AsyncEngine, user_id: str, at: datetime) -> None:
    """Note that the person was found to be admitted."""
    async with engine.begin() as connection:
        await connection.execute(sa.update(users).where(users.c.id == user_id).values(admitted_at=at))


class RegisteredMeanwhile(Exception):
    """The same person's first sign-in, made at the same time, was faster."""


def row_of(row: Any) -> UserRow:
    """A row of users joined with the vault."""
    return UserRow(
        id=row.id,
        provider=row.provider,
        origin=row.provider_origin,
        login=row.login,
        name=row.name,
        avatar_url=row.avatar_url,
        created_at=row.created_at,
        role=row.role,
        admitted_at=row.admitted_at,
        scopes=row.scopes or "",
        connected=row.scopes is not None and row.void_at is None,
    )


def is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
