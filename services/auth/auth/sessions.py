"""Sessions: opened by a sign-in, continued by refresh tokens that work once, ended by whoever may."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from auth import audit, people
from auth.audit import Client, Entry
from auth.domain import (
    REFRESH_LIFETIME,
    Event,
    RefreshFamily,
    RefreshVerdict,
    RevocationReason,
    RevokeSession,
    RevokeSessions,
    SessionRevoked,
    SignIn,
    User,
    judge_refresh,
)
from auth.grants import Grants
from auth.people import USERS, UserRow
from auth.provider import Grant, IdentityProvider, Profile
from auth.tables import sessions, users, vault
from auth.tokens import RefreshToken
from kit.errors import Conflict, NotFound
from kit.store import EventStore, Execution

_SIGN_IN_TRIES = 3


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session with the refresh token that continues it."""

    id: str
    user: UserRow
    refresh_token: RefreshToken = field(repr=False)
    expires_at: datetime


class Sessions:
    """The sessions of all users."""

    def __init__(self, events: EventStore, grants: Grants) -> None:
        self._events = events
        self._engine = events.engine
        self._grants = grants

    # ------------------------------------------------------------ opening and continuing

    async def open(
        self, provider: IdentityProvider, profile: Profile, grant: Grant, *, client: Client, at: datetime
    ) -> OpenSession:
        """Open a session, registering the person the first time and keeping their newest profile and grant."""
        session_id = str(uuid.uuid4())
        refresh_token = RefreshToken.new()
        expires_at = at + REFRESH_LIFETIME
        for _ in range(_SIGN_IN_TRIES):
            async with self._engine.connect() as connection:
                known = await people.known_as(connection, provider.name, provider.origin, profile.provider_user_id)
            user_id = known or str(uuid.uuid4())

            async def keep(connection: AsyncConnection, user_id: str = user_id) -> None:
                await people.keep(
                    connection, user_id, provider=provider.name, origin=provider.origin, profile=profile, at=at
                )
                await self._grants.keep(connection, user_id, grant, at)
                await connection.execute(
                    sa.insert(sessions).values(
                        id=session_id,
                        user_id=user_id,
                        family_hash=refresh_token.family_hash(),
                        refresh_hash=refresh_token.hash(),
                        user_agent=audit.readable(client.user_agent),
                        created_at=at,
                        last_used_at=at,
                        expires_at=expires_at,
                    )
                )
                await audit.write(connection, Entry(user_id, user_id, "signed_in", at, session_id, client))

            command = SignIn(user_id=user_id, provider=provider.name, session_id=session_id, at=at)
            try:
                await self._events.execute(USERS, user_id, command, actor=user_id, effect=keep)
            except people.RegisteredMeanwhile:
                continue
            async with self._engine.connect() as connection:
                user = await people.find(connection, user_id)
            if user is not None:
                return OpenSession(id=session_id, user=user, refresh_token=refresh_token, expires_at=expires_at)
        raise Conflict("You are signing in from several places at once. Try again.")

    async def refresh(self, token: RefreshToken, *, client: Client, at: datetime) -> OpenSession | None:
        """Exchange a refresh token for its successor; None if it is of no open session, or no longer good.

        A token exchanged a moment ago gets the same successor again. One exchanged long ago revokes the session.
        """
        async with self._engine.begin() as connection:
            row = await self._family(connection, token)
            if row is None:
                return None
            verdict = judge_refresh(_family_of(row), token.hash(), at)
            if verdict is RefreshVerdict.ROTATE:
                successor = RefreshToken.new(token.family)
                expires_at = at + REFRESH_LIFETIME
                await connection.execute(
                    sa.update(sessions)
                    .where(sessions.c.id == row.session_id)
                    .values(
                        refresh_hash=successor.hash(),
                        previous_hash=token.hash(),
                        successor=token.seal_successor(successor),
                        rotated_at=at,
                        user_agent=audit.readable(client.user_agent),
                        last_used_at=at,
                        expires_at=expires_at,
                    )
                )
                return OpenSession(row.session_id, people.row_of(row), successor, expires_at)
            if verdict is RefreshVerdict.REPEAT:
                again = token.open_successor(row.successor)
                return OpenSession(row.session_id, people.row_of(row), again, row.session_expires_at)
        if verdict is RefreshVerdict.REUSED:
            await self._revoke(row.id, row.session_id, "refresh_reused", actor=row.id, client=client, at=at)
        return None

    # ------------------------------------------------------------ listing and ending

    async def of(self, user_id: str, at: datetime) -> Sequence[sa.Row[Any]]:
        """A user's open sessions, last used first."""
        query = (
            sa.select(sessions)
            .where(sessions.c.user_id == user_id, sessions.c.revoked_at.is_(None), sessions.c.expires_at > at)
            .order_by(sessions.c.last_used_at.desc())
        )
        async with self._engine.connect() as connection:
            return (await connection.execute(query)).all()

    async def sign_out(self, token: RefreshToken, *, client: Client, at: datetime) -> None:
        """Revoke the session of a refresh token, current or not; nothing for an unknown one."""
        async with self._engine.begin() as connection:
            row = await self._family(connection, token)
        if row is not None:
            await self._revoke(row.id, row.session_id, "signed_out", actor=row.id, client=client, at=at)

    async def end(self, user_id: str, session_id: str, *, client: Client, at: datetime) -> None:
        """Revoke one session of a user; NotFound for one that is not open, or not theirs."""
        if not await self._revoke(user_id, session_id, "revoked", actor=user_id, client=client, at=at):
            raise NotFound("There is no such session.", code="session_not_found")

    async def end_all(
        self,
        user_id: str,
        reason: RevocationReason,
        *,
        keep: str = "",
        actor: str,
        client: Client = Client(),  # noqa: B008 it is immutable
        at: datetime,
    ) -> int:
        """Revoke all sessions of a user but one; how many."""
        named = frozenset(str(row.id) for row in await self.of(user_id, at))
        command = RevokeSessions(user_id, named, reason, at, keep)
        execution = await self._events.execute(USERS, user_id, command, actor=actor, then=_audited(actor, client, at))
        return len(execution.appended) if execution else 0

    async def _revoke(
        self, user_id: str, session_id: str, reason: RevocationReason, *, actor: str, client: Client, at: datetime
    ) -> bool:
        command = RevokeSession(user_id, session_id, reason, at)
        execution = await self._events.execute(USERS, user_id, command, actor=actor, then=_audited(actor, client, at))
        return bool(execution and execution.appended)

    async def sweep(self, at: datetime) -> int:
        """Forget sessions that ran out; how many."""
        async with self._engine.begin() as connection:
            return (await connection.execute(sa.delete(sessions).where(sessions.c.expires_at <= at))).rowcount

    async def _family(self, connection: AsyncConnection, token: RefreshToken) -> Any:
        result = await connection.execute(
            sa.select(
                users,
                vault.c.scopes,
                vault.c.void_at,
                sessions.c.id.label("session_id"),
                sessions.c.refresh_hash,
                sessions.c.previous_hash,
                sessions.c.successor,
                sessions.c.rotated_at,
                sessions.c.expires_at.label("session_expires_at"),
                sessions.c.revoked_at,
            )
            .select_from(sessions.join(users).join(vault, vault.c.user_id == users.c.id, isouter=True))
            .where(sessions.c.family_hash == token.family_hash())
            .with_for_update(of=sessions)
        )
        return result.first()


def _audited(actor: str, client: Client, at: datetime) -> Any:
    """Tells of each session that was revoked, in the audit log."""

    async def tell(connection: AsyncConnection, execution: Execution[User, Event]) -> None:
        for recorded in execution.appended:
            event = recorded.event
            assert isinstance(event, SessionRevoked)  # noqa: S101 nothing else is decided here
            action = "session_revoked" if event.reason in ("revoked", "administrator") else event.reason
            await audit.write(connection, Entry(event.user_id, actor, action, at, event.session_id, client))

    return tell


def _family_of(row: Any) -> RefreshFamily:
    return RefreshFamily(
        current=row.refresh_hash,
        previous=row.previous_hash,
        rotated_at=row.rotated_at,
        expires_at=row.session_expires_at,
        revoked=row.revoked_at is not None,
    )
