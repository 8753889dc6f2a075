"""Personal API tokens: auth is asked once whose one is, and the answer kept for moments."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cachetools import TTLCache

from gateway.revocations import Revocations
from gateway.tokens import Principal, invalid
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import rpc
from kit.errors import Unauthenticated

if TYPE_CHECKING:
    from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceAsyncStub

PREFIX = "gst_"
_FORM = re.compile(r"gst_[0-9A-Za-z]{36}")
KEPT_SECONDS = 30.0
_MOST = 10_000
_NEVER = datetime.max.replace(tzinfo=UTC)


class ApiTokens:
    """Looks tokens up by their hash: the token itself does not leave this process."""

    def __init__(
        self, auth: AuthServiceAsyncStub, revocations: Revocations, clock: Callable[[], float] = time.time
    ) -> None:
        self._auth = auth
        self._revocations = revocations
        self._clock = clock
        self._known: TTLCache[bytes, Principal] = TTLCache(_MOST, KEPT_SECONDS, timer=clock)

    async def verify(self, token: str) -> Principal:
        """Whose it is; Unauthenticated with `token_invalid` for one that is of no form, unknown, expired or revoked."""
        if not _FORM.fullmatch(token):
            raise invalid()
        hashed = hashlib.sha256(token.encode()).digest()
        principal = self._known.get(hashed)
        if principal is None:
            principal = await self._looked_up(hashed)
            # it may have been revoked while the answer was on its way
            self._revocations.check(principal)
            self._known[hashed] = principal
        if principal.expires_at.timestamp() <= self._clock():
            raise invalid()
        return principal

    async def _looked_up(self, hashed: bytes) -> Principal:
        asked_at = self._clock()
        try:
            found = await rpc.call(self._auth.VerifyApiToken, pb.VerifyApiTokenRequest(token_hash=hashed))
        except Unauthenticated:
            raise invalid() from None
        return Principal(
            user_id=found.user_id,
            session_id="",
            token_id=found.token_id,
            issued_at=asked_at,
            expires_at=found.expires_at.ToDatetime(tzinfo=UTC) if found.HasField("expires_at") else _NEVER,
            administrator=found.role == "administrator",
            scopes=frozenset(found.scopes),
        )

    def drop(self, revocation: pb.Revocation) -> None:
        """Forget what a revocation concerns, so that it is asked for again."""
        stale = [
            hashed
            for hashed, known in self._known.items()
            if known.token_id == revocation.api_token_id or known.user_id == revocation.user_id
        ]
        for hashed in stale:
            self._known.pop(hashed, None)
