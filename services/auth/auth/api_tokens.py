"""Personal API tokens: shown once, kept as a hash, good for what their scopes say until they expire or are revoked."""

from __future__ import annotations

import secrets
import string
import uuid
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

import sqlalchemy as sa
from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection

from auth import audit
from auth.audit import Client, Entry
from auth.domain import CreateApiToken, Event, RevokeApiToken, User
from auth.people import USERS
from auth.tables import api_tokens, users
from auth.tokens import digest
from kit.errors import InvalidInput, Unauthenticated
from kit.idempotency import Once
from kit.store import EventStore, Execution

PREFIX = "gst_"
SCOPES = ("read", "write", "admin")
_ALPHABET = string.digits + string.ascii_uppercase + string.ascii_lowercase
_RANDOM = 30
_CHECK = 6
_LONGEST_NAME = 100
_LONGEST_DAYS = 366
_USED_EVERY = timedelta(minutes=1)
_SHOWN_EXPIRED = timedelta(days=30)
Reply = TypeVar("Reply", bound=Message)


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who holds a token, and what it is good for."""

    user_id: str
    token_id: str
    scopes: tuple[str, ...]
    role: str
    expires_at: datetime | None


class ApiTokens:
    """The tokens of all users."""

    def __init__(self, events: EventStore) -> None:
        self._events = events
        self._engine = events.engine

    async def create(
        self,
        user_id: str,
        *,
        name: str,
        scopes: Sequence[str],
        days: int,
        client: Client,
        at: datetime,
        once: Once,
        told: Callable[[sa.Row[Any], str], Reply],
    ) -> Reply:
        """Make a token and answer with what its row and the token itself are `told` as: it is told this once.

        Raises InvalidInput, LimitReached, and `rpc.Replayed` if it is the same command again.
        """
        _check(name, scopes, days)
        secret, token_id = _new_secret(), str(uuid.uuid4())
        row = {
            "id": token_id,
            "user_id": user_id,
            "name": name.strip(),
            "scopes": [scope for scope in SCOPES if scope in scopes],
            "token_hash": digest(secret),
            "hint": secret[: len(PREFIX) + 4],
            "created_at": at,
            "expires_at": at + timedelta(days=days) if days else None,
        }

        replies: list[Reply] = []

        async def informed(connection: AsyncConnection, command: Any) -> CreateApiToken:
            held = await connection.scalar(
                sa.select(sa.func.count()).select_from(api_tokens).where(api_tokens.c.user_id == user_id, _good(at))
            )
            return CreateApiToken(user_id, token_id, held or 0, command.at)

        async def keep(connection: AsyncConnection, _: Execution[User, Event]) -> None:
            made = (await connection.execute(sa.insert(api_tokens).values(**row).returning(api_tokens))).one()
            replies.append(told(made, secret))
            await once.keep(connection, replies[-1])
            await audit.write(connection, Entry(user_id, user_id, "api_token_created", at, token_id, client))

        command = CreateApiToken(user_id, token_id, 0, at)
        await self._events.execute(
            USERS, user_id, command, actor=user_id, effect=once.claim, informed=informed, then=keep
        )
        return replies[-1]

    async def of(self, user_id: str) -> Sequence[sa.Row[Any]]:
        """A user's tokens, newest first; those that expired lately too."""
        query = sa.select(api_tokens).where(api_tokens.c.user_id == user_id)
        async with self._engine.connect() as connection:
            return (await connection.execute(query.order_by(api_tokens.c.created_at.desc()))).all()

    async def revoke(self, user_id: str, token_id: str, *, client: Client, at: datetime) -> None:
        """Make a token void at once; NotFound for one that is not the user's."""

        async def tell(connection: AsyncConnection, _: Execution[User, Event]) -> None:
            await audit.write(connection, Entry(user_id, user_id, "api_token_revoked", at, token_id, client))

        await self._events.execute(USERS, user_id, RevokeApiToken(user_id, token_id, at), actor=user_id, then=tell)

    async def verify(self, token_hash: bytes, at: datetime) -> Bearer:
        """Whose token has this hash; Unauthenticated for one that is unknown, revoked or expired."""
        query = (
            sa.select(api_tokens, users.c.role)
            .join_from(api_tokens, users)
            .where(api_tokens.c.token_hash == token_hash, _good(at))
        )
        async with self._engine.begin() as connection:
            row = (await connection.execute(query)).first()
            if row is None:
                raise Unauthenticated("This API token is not valid. Make a new one.", code="token_invalid")
            if row.last_used_at is None or at - row.last_used_at >= _USED_EVERY:
                await connection.execute(sa.update(api_tokens).where(api_tokens.c.id == row.id).values(last_used_at=at))
        return Bearer(row.user_id, row.id, tuple(row.scopes), row.role, row.expires_at)

    async def sweep(self, at: datetime) -> int:
        """Forget tokens that expired a while ago; how many."""
        async with self._engine.begin() as connection:
            gone = await connection.execute(sa.delete(api_tokens).where(api_tokens.c.expires_at <= at - _SHOWN_EXPIRED))
        return gone.rowcount


def _good(at: datetime) -> sa.ColumnElement[bool]:
    return sa.or_(api_tokens.c.expires_at.is_(None), api_tokens.c.expires_at > at)


def _check(name: str, scopes: Sequence[str], days: int) -> None:
    if not 0 < len(name.strip()) <= _LONGEST_NAME or not name.isprintable():
        sentence = f"A token has a name of 1 to {_LONGEST_NAME} characters."
        raise InvalidInput(sentence, fields={"name": sentence})
    if not scopes or not set(scopes) <= set(SCOPES):
        sentence = f"Scopes are some of {', '.join(SCOPES)}."
        raise InvalidInput(sentence, fields={"scopes": sentence})
    if days > _LONGEST_DAYS:
        sentence = f"A token expires after 1 to {_LONGEST_DAYS} days, or never."
        raise InvalidInput(sentence, fields={"expires_in_days": sentence})


def _new_secret() -> str:
    """179 random bits behind a prefix, and six digits that tell secret scanners from other text by arithmetic alone."""
    body = "".join(secrets.choice(_ALPHABET) for _ in range(_RANDOM))
    return PREFIX + body + checksum(body)


def checksum(body: str) -> str:
    """The CRC-32 of the random part, in base 62, as in GitHub's own tokens."""
    number, digits = zlib.crc32(body.encode()), ""
    for _ in range(_CHECK):
        number, digit = divmod(number, len(_ALPHABET))
        digits = _ALPHABET[digit] + digits
    return digits
