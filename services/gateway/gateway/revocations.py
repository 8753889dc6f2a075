"""What auth has revoked, known here within moments: a bounded list beside tokens that verify by themselves."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from gateway.tokens import Principal, expired, invalid
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import rpc, telemetry
from kit.errors import AppError, Unauthenticated

if TYPE_CHECKING:
    from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceAsyncStub

REMEMBERED_SECONDS = 16 * 60.0  # an access token lives 15 minutes, and clocks differ
MOST = 100_000
_AGAIN_SECONDS = 0.5


class Revocations:
    """Sessions, API tokens and users, each until everything it concerns has expired.

    When there are too many to remember, all access tokens issued until then are refused once: their holders refresh
    them, which who was revoked cannot. So the list is bounded, and nothing that was revoked comes in.
    """

    def __init__(self, most: int = MOST, clock: Callable[[], float] = time.time) -> None:
        self._most = most
        self._clock = clock
        self._sessions: dict[str, float] = {}
        self._tokens: dict[str, float] = {}
        self._users: dict[str, float] = {}
        self._floor = 0.0
        self._watched: dict[asyncio.Event, Principal] = {}
        self.known = False
        """Whether auth has told all there is, at least once."""

    def add(self, revocation: pb.Revocation) -> None:
        at = revocation.at.ToMilliseconds() / 1000
        match revocation.WhichOneof("what"):
            case "session_id":
                self._sessions[revocation.session_id] = at
            case "api_token_id":
                self._tokens[revocation.api_token_id] = at
            case "user_id":
                self._users[revocation.user_id] = max(at, self._users.get(revocation.user_id, 0.0))
            case _:
                pass
        if self._count() > self._most:
            self._forget()
        for bell, principal in self._watched.items():
            if self.refuses(principal):
                bell.set()

    @contextmanager
    def ringing(self, bell: asyncio.Event, principal: Principal) -> Iterator[None]:
        """Set the event once `check` refuses the principal; for what goes on after it was let in."""
        self._watched[bell] = principal
        try:
            yield
        finally:
            del self._watched[bell]

    def refuses(self, principal: Principal) -> bool:
        """Whether `check` raises."""
        try:
            self.check(principal)
        except Unauthenticated:
            return True
        return False

    def check(self, principal: Principal) -> None:
        """Raises Unauthenticated for whom it concerns: `token_invalid`, or `token_expired` if refreshing may help."""
        if principal.session_id in self._sessions or principal.token_id in self._tokens:
            raise invalid()
        if principal.issued_at <= self._users.get(principal.user_id, 0.0):
            raise expired()
        if principal.session_id and principal.issued_at <= self._floor:
            raise expired()

    def _count(self) -> int:
        return len(self._sessions) + len(self._tokens) + len(self._users)

    def _forget(self) -> None:
        oldest = self._clock() - REMEMBERED_SECONDS
        for known in (self._sessions, self._tokens, self._users):
            for target in [target for target, at in known.items() if at < oldest]:
                del known[target]
        if self._count() > self._most:
            telemetry.log.warning("too many revocations to remember: all access tokens must be refreshed")
            self._floor = self._clock()
            for known in (self._sessions, self._tokens, self._users):
                known.clear()


async def follow(
    auth: AuthServiceAsyncStub, revocations: Revocations, dropped: Callable[[pb.Revocation], None]
) -> None:
    """Hear of revocations for ever; `dropped` is told of each beside the list."""
    while True:
        try:
            async for told in rpc.stream(auth.WatchRevocations, pb.WatchRevocationsRequest()):
                for revocation in told.revocations:
                    revocations.add(revocation)
                    dropped(revocation)
                if not revocations.known:
                    telemetry.log.info("revocations are known", count=len(told.revocations))
                revocations.known = True
        except AppError as error:
            telemetry.log.warning("revocations cannot be followed, will be tried again", code=error.code)
        await asyncio.sleep(_AGAIN_SECONDS)
