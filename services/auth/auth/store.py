"""What auth keeps, and each thing that changes it in one transaction."""

from __future__ import annotations

import hmac
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from auth.domain import (
    REFRESH_LIFETIME,
    Command,
    Event,
    RefreshFamily,
    RefreshVerdict,
    RevokeSession,
    SessionRevoked,
    SignIn,
    User,
    decide,
    evolve,
    judge_refresh,
)
from auth.provider import Grant, Profile
from auth.tables import sessions, sign_in_states, users, vault
from auth.tokens import RefreshToken, digest
from auth.vault import Vault
from auth.wire import WIRE
from kit.database import reading
from kit.errors import Conflict
from kit.store import Aggregate, Change, EventStore

_SIGN_IN_TRIES = 3
_USER_AGENT_LENGTH = 256


@dataclass(frozen=True, slots=True)
class UserRow:
    id: str
    provider: str
    login: str
    name: str
    avatar_url: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A session with the refresh token that continues it."""

    id: str
    user: UserRow
    refresh_token: RefreshToken = field(repr=False)
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class ProviderToken:
    token: str = field(repr=False)
    expires_at: datetime | None


_TOKEN = (
    sa.select(vault)
    .join_from(vault, users)
    .where(vault.c.user_id == sa.bindparam("of_user"), users.c.provider_origin == sa.bindparam("of_origin"))
)


async def project(connection: AsyncConnection, changes: Sequence[Change[User, Event]]) -> None:
    """Bring the tables in step with new events, in their transaction.

    Only revocation shows here: names and hashes may not be in events, so what registers a user or opens a session
    writes their rows itself.
    """
    for entry in (recorded for change in changes for recorded in change.appended):
        if isinstance(entry.event, SessionRevoked):
            await connection.execute(
                sa.update(sessions)
                .where(sessions.c.id == entry.event.session_id)
                .values(revoked_at=entry.event.occurred_at)
            )


USERS: Aggregate[User, Command, Event] = Aggregate(
    category="user", initial=User(), decide=decide, evolve=evolve, wire=WIRE, project=project
)


class AuthStore:
    """People, their sessions, sign-ins under way, and the vault."""

    def __init__(self, events: EventStore, secrets: Vault) -> None:
        self._events = events
        self._engine = events.engine
        self._vault = secrets

    # ------------------------------------------------------------ sign-in under way

    async def keep_state(self, *, state: str, browser_key: str, verifier: str, expires_at: datetime) -> None:
        """Remember a sign-in until its browser comes back."""
        hashed = digest(state)
        async with self._engine.begin() as connection:
            await connection.execute(
                sa.insert(sign_in_states).values(
                    state_hash=hashed,
                    browser_hash=digest(browser_key),
                    verifier=self._vault.seal(hashed.hex(), verifier),
                    expires_at=expires_at,
                )
            )

    async def take_state(self, *, state: str, browser_key: str, at: datetime) -> str | None:
        """The verifier of a sign-in; None if it is unknown, was taken, has expired or is another browser's.

        Whatever the answer, the state is spent.
        """
        hashed = digest(state)
        async with self._engine.begin() as connection:
            row = (
                await connection.execute(
                    sa.delete(sign_in_states).where(sign_in_states.c.state_hash == hashed).returning(sign_in_states)
                )
            ).first()
        if row is None or not hmac.compare_digest(row.browser_hash, digest(browser_key)) or at >= row.expires_at:
            return None
        return self._vault.open(hashed.hex(), row.verifier)

    # ------------------------------------------------------------ sessions

    async def sign_in(
        self, *, provider: str, origin: str, profile: Profile, grant: Grant, user_agent: str, at: datetime
    ) -> OpenSession:
        """Open a session, registering the person the first time and keeping their newest profile and token."""
        session_id = str(uuid.uuid4())
        refresh_token = RefreshToken.new()
        expires_at = at + REFRESH_LIFETIME
        for _ in range(_SIGN_IN_TRIES):
            user_id = await self._user_id(provider, origin, profile.provider_user_id) or str(uuid.uuid4())

            async def keep(connection: AsyncConnection, user_id: str = user_id) -> None:
                await self._keep_user(connection, user_id, provider=provider, origin=origin, profile=profile, at=at)
                await self._keep_grant(connection, user_id, grant, at)
                await connection.execute(
                    sa.insert(sessions).values(
                        id=session_id,
                        user_id=user_id,
                        family_hash=refresh_token.family_hash(),
                        refresh_hash=refresh_token.hash(),
                        user_agent=_user_agent(user_agent),
                        created_at=at,
                        last_used_at=at,
                        expires_at=expires_at,
                    )
                )

            command = SignIn(user_id=user_id, provider=provider, session_id=session_id, at=at)
            try:
                await self._events.execute(USERS, user_id, command, actor=user_id, effect=keep)
            except _RegisteredMeanwhile:
                continue
            user = await self.user(user_id)
            if user is not None:
                return OpenSession(id=session_id, user=user, refresh_token=refresh_token, expires_at=expires_at)
        raise Conflict("You are signing in from several places at once. Try again.")

    async def _user_id(self, provider: str, origin: str, provider_user_id: str) -> str | None:
        async with self._engine.connect() as connection:
            found: str | None = await connection.scalar(
                sa.select(users.c.id).where(
                    users.c.provider == provider,
                    users.c.provider_origin == origin,
                    users.c.provider_user_id == provider_user_id,
                )
            )
        return found

    async def _keep_user(
        self,
        connection: AsyncConnection,
        user_id: str,
        *,
        provider: str,
        origin: str,
        profile: Profile,
        at: datetime,
    ) -> None:
        newest = {"login": profile.login, "name": profile.name, "avatar_url": profile.avatar_url}
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
            raise _RegisteredMeanwhile

    async def _keep_grant(self, connection: AsyncConnection, user_id: str, grant: Grant, at: datetime) -> None:
        newest = {
            "token": self._vault.seal(user_id, grant.access_token),
            "scopes": grant.scopes,
            "expires_at": grant.expires_at,
            "updated_at": at,
        }
        await connection.execute(
            insert(vault).values(user_id=user_id, **newest).on_conflict_do_update(constraint="vault_pkey", set_=newest)
        )

    async def refresh(self, token: RefreshToken, *, user_agent: str, at: datetime) -> OpenSession | None:
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
                        user_agent=_user_agent(user_agent),
                        last_used_at=at,
                        expires_at=expires_at,
                    )
                )
                return OpenSession(row.session_id, _user_of(row), successor, expires_at)
            if verdict is RefreshVerdict.REPEAT:
                return OpenSession(row.session_id, _user_of(row), token.open_successor(row.successor), row.expires_at)
        if verdict is RefreshVerdict.REUSED:
            await self._events.execute(
                USERS, row.id, RevokeSession(row.id, row.session_id, "refresh_reused", at), actor=row.id
            )
        return None

    async def sign_out(self, token: RefreshToken, *, at: datetime) -> None:
        """Revoke the session of a refresh token, current or not; nothing for an unknown one."""
        async with self._engine.begin() as connection:
            row = await self._family(connection, token)
        if row is not None:
            await self._events.execute(
                USERS, row.id, RevokeSession(row.id, row.session_id, "signed_out", at), actor=row.id
            )

    async def _family(self, connection: AsyncConnection, token: RefreshToken) -> Any:
        result = await connection.execute(
            sa.select(
                users,
                sessions.c.id.label("session_id"),
                sessions.c.refresh_hash,
                sessions.c.previous_hash,
                sessions.c.successor,
                sessions.c.rotated_at,
                sessions.c.expires_at,
                sessions.c.revoked_at,
            )
            .join_from(sessions, users)
            .where(sessions.c.family_hash == token.family_hash())
            .with_for_update(of=sessions)
        )
        return result.first()

    # ------------------------------------------------------------ reading

    async def user(self, user_id: str) -> UserRow | None:
        """A person by id; None for an unknown one."""
        if not _is_uuid(user_id):
            return None
        async with self._engine.connect() as connection:
            row = (await connection.execute(sa.select(users).where(users.c.id == user_id))).first()
        return _user_of(row) if row else None

    async def provider_token(self, user_id: str, *, origin: str, at: datetime) -> ProviderToken | None:
        """The user's token at the provider of that origin; None if there is none that still holds."""
        if not _is_uuid(user_id):
            return None
        async with reading(self._engine).connect() as connection:
            row = (await connection.execute(_TOKEN, {"of_user": user_id, "of_origin": origin})).first()
        if row is None or (row.expires_at is not None and at >= row.expires_at):
            return None
        return ProviderToken(self._vault.open(user_id, row.token), row.expires_at)

    # ------------------------------------------------------------ upkeep

    async def sweep(self, at: datetime) -> int:
        """Delete sign-ins that were never finished and sessions that ran out; returns how many rows went."""
        async with self._engine.begin() as connection:
            states = await connection.execute(sa.delete(sign_in_states).where(sign_in_states.c.expires_at <= at))
            ended = await connection.execute(sa.delete(sessions).where(sessions.c.expires_at <= at))
        return states.rowcount + ended.rowcount


class _RegisteredMeanwhile(Exception):
    """The same person's first sign-in, made at the same time, was faster."""


def _user_of(row: Any) -> UserRow:
    return UserRow(
        id=row.id,
        provider=row.provider,
        login=row.login,
        name=row.name,
        avatar_url=row.avatar_url,
        created_at=row.created_at,
    )


def _family_of(row: Any) -> RefreshFamily:
    return RefreshFamily(
        current=row.refresh_hash,
        previous=row.previous_hash,
        rotated_at=row.rotated_at,
        expires_at=row.expires_at,
        revoked=row.revoked_at is not None,
    )


def _user_agent(text: str) -> str:
    """What a browser says of itself, made safe to keep and show."""
    return "".join(character for character in text if character.isprintable())[:_USER_AGENT_LENGTH]


def _is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False
