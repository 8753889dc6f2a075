"""What may no longer be accepted although it has not expired: told to every gateway as it happens."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from auth.domain import ApiTokenRevoked, Event, SessionRevoked, UserDeleted, UserRoleChanged
from auth.people import REMEMBERED, USERS
from auth.tables import revocations
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit.database import Wakeups, nap, reading
from kit.history import Cursor, last_cursor, read_all, recorded

_TIMER_SECONDS = 0.5
_BATCH = 500
_KINDS = {kind.__name__ for kind in (SessionRevoked, ApiTokenRevoked, UserRoleChanged, UserDeleted)}
_USERS = USERS.stream("")
_FIELDS = {"session": "session_id", "user": "user_id", "api_token": "api_token_id"}


class Revocations:
    """Follows the histories of users for whoever has to know."""

    def __init__(self, engine: AsyncEngine, wakeups: Wakeups) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._wakeups = wakeups

    async def watch(self, at: datetime) -> AsyncIterator[Sequence[pb.Revocation]]:
        """First all that must be known now, perhaps nothing; then each as it is committed, by any replica."""
        async with self._wakeups.sleeper() as sleeper:
            async with self._reading.connect() as connection:
                # where to go on first, what there is then: what is committed in between comes twice
                cursor = await last_cursor(connection)
                known = await connection.execute(sa.select(revocations).where(revocations.c.at > at - REMEMBERED))
                yield [_message(_FIELDS[row.kind], row.target, row.at) for row in known]
            while True:
                async with self._reading.connect() as connection:
                    rows = await read_all(connection, cursor, _BATCH)
                if rows:
                    cursor = Cursor(int(rows[-1].transaction_id), rows[-1].position)
                events = [
                    recorded(USERS, row).event for row in rows if row.type in _KINDS and row.stream.startswith(_USERS)
                ]
                if events:
                    yield [_revocation(event) for event in events]
                if len(rows) < _BATCH:
                    await nap(sleeper, _TIMER_SECONDS)

    async def sweep(self, at: datetime) -> int:
        """Forget what concerns nothing but expired tokens; how many."""
        async with self._engine.begin() as connection:
            gone = await connection.execute(sa.delete(revocations).where(revocations.c.at <= at - REMEMBERED))
        return gone.rowcount


def _revocation(event: Event) -> pb.Revocation:
    match event:
        case SessionRevoked(session_id=session_id):
            return _message("session_id", session_id, event.occurred_at)
        case ApiTokenRevoked(token_id=token_id):
            return _message("api_token_id", token_id, event.occurred_at)
        case _:
            return _message("user_id", event.user_id, event.occurred_at)


def _message(field: str, target: str, at: datetime) -> pb.Revocation:
    made = pb.Revocation()
    setattr(made, field, target)
    made.at.FromDatetime(at.astimezone(UTC))
    return made
