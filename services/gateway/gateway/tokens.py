"""Who calls, proved by an access token: a JWT that auth signed and the gateway verifies by itself."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

import jwt

from kit.errors import Unauthenticated

ISSUER = "gitstrata-auth"
AUDIENCE = "gitstrata"
LEEWAY_SECONDS = 5
_ALGORITHM = "HS256"
_REQUIRED = ["sub", "sid", "iss", "aud", "exp", "iat", "nbf", "jti"]
_LONGEST = 4096
_REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Principal:
    """A user, in one of their sessions or by one of their personal API tokens."""

    user_id: str
    session_id: str
    """Empty for an API token."""
    token_id: str
    issued_at: float
    """Seconds since 1970; of an API token: when it was looked up."""
    expires_at: datetime
    administrator: bool = False
    scopes: frozenset[str] = frozenset()
    """What an API token is good for; a session is good for everything its user may do."""


class TokenVerifier:
    """Verifies access tokens against the keys of their `kid`.

    Only HS256 is accepted, whatever a token's header says, and the key is chosen by `kid` alone: a token cannot
    bring its own key or algorithm. The clock may differ from auth's by five seconds.
    """

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        self.use(keys)

    def use(self, keys: Mapping[str, bytes]) -> None:
        """Verify against other keys from now on."""
        self._keys = dict(keys)
        self._known = lru_cache(_REMEMBERED)(self._decoded)

    def verify(self, token: str) -> Principal:
        """The token's user; Unauthenticated with `token_expired` or `token_invalid`, without telling why."""
        if len(token) > _LONGEST:
            raise invalid()
        principal = self._known(token)
        if principal.expires_at.timestamp() + LEEWAY_SECONDS <= time.time():
            raise expired()
        return principal

    def _decoded(self, token: str) -> Principal:
        try:
            key = self._keys[jwt.get_unverified_header(token)["kid"]]
            claims = jwt.decode(
                token,
                key,
                algorithms=[_ALGORITHM],
                issuer=ISSUER,
                audience=AUDIENCE,
                leeway=LEEWAY_SECONDS,
                options={"require": _REQUIRED, "strict_aud": True},
            )
        except jwt.ExpiredSignatureError:
            raise expired() from None
        except (jwt.PyJWTError, KeyError, TypeError, ValueError, OverflowError):
            raise invalid() from None
        return _principal(claims)


def _principal(claims: Mapping[str, Any]) -> Principal:
    named = [claims[name] for name in ("sub", "sid", "jti")]
    if not all(isinstance(value, str) and 0 < len(value) <= 128 for value in named):
        raise invalid()
    user_id, session_id, token_id = named
    try:
        issued_at, expires_at = float(claims["iat"]), datetime.fromtimestamp(int(claims["exp"]), UTC)
    except (OverflowError, TypeError, ValueError, OSError):
        raise invalid() from None
    administrator = claims.get("role") == "administrator"
    return Principal(user_id, session_id, token_id, issued_at, expires_at, administrator=administrator)


def invalid() -> Unauthenticated:
    return Unauthenticated("The access token is not valid. Sign in again.", code="token_invalid")


def expired() -> Unauthenticated:
    return Unauthenticated("The access token has expired. Refresh it and try again.", code="token_expired")
