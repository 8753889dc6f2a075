"""A command that comes again is answered as it was the first time, and has no second effect.

Whoever sends a command may not hear the answer, and sends it again under the same key. The service that owns the
command keeps its answer under that key, in the transaction of the effect itself: either both are there, or neither.

    once = Once.of(rpc.caller(context), request)
    async with engine.begin() as connection:
        await once.claim(connection)
        ...                                   # the effect
        await once.keep(connection, reply)
    return reply

`claim` and `keep` are made for the hooks `effect` and `then` of `EventStore.execute` and `GroupCommit.execute` too. A
command that is refused is not kept: it may be sent again under its key when the cause has gone.
"""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol, Self

import sqlalchemy as sa
from google.protobuf.message import Message
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from kit.errors import InvalidInput
from kit.rpc import Caller, Replayed
from kit.tables import idempotency

LONGEST_KEY = 255
_CLAIM = insert(idempotency).on_conflict_do_nothing()


class Box(Protocol):
    """Seals what nobody who reads the database may read."""

    def seal(self, owner: str, secret: str) -> bytes: ...
    def open(self, owner: str, sealed: bytes) -> str: ...


@dataclass(frozen=True, slots=True)
class Once:
    """One command of one user under a key. Without a key nothing is kept, and every command is a new one."""

    owner: str
    key: bytes
    request: bytes
    box: Box | None = None

    @classmethod
    def of(cls, caller: Caller, request: Message, *, ignoring: Collection[str] = (), box: Box | None = None) -> Self:
        """The command that a request asks for. InvalidInput for a key of more than 255 characters.

        Requests that differ only in the fields `ignoring`, for example in whence they come, are the same command. An
        answer with a secret in it is kept in a `box`.
        """
        key = caller.idempotency_key
        if len(key) > LONGEST_KEY:
            raise InvalidInput(
                f"An idempotency key has at most {LONGEST_KEY} characters.", fields={"idempotency_key": "Too long."}
            )
        owner = caller.user()
        plain = type(request)()
        plain.CopyFrom(request)
        for field in ignoring:
            plain.ClearField(field)
        asked = request.DESCRIPTOR.full_name.encode() + b"\0" + plain.SerializeToString(deterministic=True)
        return cls(owner, _digest(f"{owner}\n{key}".encode()) if key else b"", _digest(asked), box)

    async def claim(self, connection: AsyncConnection) -> None:
        """Take the key, before the effect and in its transaction.

        Raises `rpc.Replayed` where the command was done before, and InvalidInput with `idempotency_key_reused` where
        another one was. While another transaction does the same command, this waits for its outcome.
        """
        if not self.key:
            return
        taken = await connection.execute(_CLAIM, {"key": self.key, "owner": self.owner, "request": self.request})
        if taken.rowcount:
            return
        query = sa.select(idempotency.c.request, idempotency.c.reply).where(idempotency.c.key == self.key)
        known = (await connection.execute(query)).one_or_none()
        if known is None:
            return  # forgotten just now
        if known.request != self.request:
            raise InvalidInput(
                "This idempotency key was used for another command. Use a fresh key for each new one.",
                code="idempotency_key_reused",
                fields={"idempotency_key": "was used for another command"},
            )
        if known.reply is not None:
            raise Replayed(self._opened(known.reply))

    async def keep(self, connection: AsyncConnection, reply: Message) -> None:
        """Keep the answer, after the effect and in its transaction."""
        if not self.key:
            return
        told = reply.SerializeToString()
        kept = self.box.seal(self.owner, b64encode(told).decode()) if self.box else told
        await connection.execute(sa.update(idempotency).where(idempotency.c.key == self.key).values(reply=kept))

    def _opened(self, kept: bytes) -> bytes:
        return b64decode(self.box.open(self.owner, kept)) if self.box else kept


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


async def forget(connection: AsyncConnection, owner: str) -> None:
    """Forget all answers of an owner who is no more."""
    await connection.execute(sa.delete(idempotency).where(idempotency.c.owner == owner))


async def prune(connection: AsyncConnection, older: timedelta, limit: int) -> int:
    """Forget up to `limit` answers that are older; how many."""
    old = sa.select(idempotency.c.key).where(idempotency.c.claimed_at < sa.func.now() - older).limit(limit)
    deleted = await connection.execute(sa.delete(idempotency).where(idempotency.c.key.in_(old)))
    return deleted.rowcount
