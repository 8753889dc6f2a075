"""The tokens we issue: signed access tokens that the gateway verifies alone, and opaque refresh tokens."""

from __future__ import annotations

import base64
import hashlib
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

import jwt
from cryptography.fernet import Fernet

from auth.domain import ACCESS_LIFETIME

ISSUER = "gitstrata-auth"
AUDIENCE = "gitstrata"
_ALGORITHM = "HS256"
_REFRESH_PREFIX = "gsr_"  # lets secret scanners recognise one
_FAMILY_BYTES = 16
_SECRET_BYTES = 32
_LONGEST = 128


class AccessTokens:
    """Signs JWTs with the active one of the installation's keys, named by `kid` in the header."""

    def __init__(self, keys: Mapping[str, bytes], active_kid: str) -> None:
        self.use(keys, active_kid)

    def use(self, keys: Mapping[str, bytes], active_kid: str) -> None:
        """Sign with other keys from now on."""
        self._key, self._kid = keys[active_kid], active_kid

    def issue(self, *, user_id: str, session_id: str, role: str, at: datetime) -> str:
        """An access token for one user in one session, good for 15 minutes."""
        claims = {
            "iss": ISSUER,
            "aud": AUDIENCE,
            "sub": user_id,
            "sid": session_id,
            "role": role,
            # not in whole seconds: what is revoked up to a moment must not concern what is issued just after
            "iat": at.timestamp(),
            "nbf": at,
            "exp": at + ACCESS_LIFETIME,
            "jti": str(uuid.uuid4()),
        }
        return jwt.encode(claims, self._key, algorithm=_ALGORITHM, headers={"kid": self._kid})


@dataclass(frozen=True, slots=True)
class RefreshToken:
    """An opaque token in two parts: the family, which stays for the session's life, and a secret used once.

    The family is as unguessable as the secret and appears nowhere else. So whoever presents a known family with
    an unknown secret holds a token that was once genuine: reuse is recognised however old the token is, with no
    record of all past ones.
    """

    family: str = field(repr=False)
    secret: str = field(repr=False)

    @classmethod
    def new(cls, family: str = "") -> Self:
        """A fresh token of the family, or of a new one."""
        return cls(family or secrets.token_urlsafe(_FAMILY_BYTES), secrets.token_urlsafe(_SECRET_BYTES))

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """The token that the text is; None for what we cannot have issued."""
        if len(text) > _LONGEST or not text.isascii() or not text.startswith(_REFRESH_PREFIX):
            return None
        family, dot, secret = text.removeprefix(_REFRESH_PREFIX).partition(".")
        return cls(family, secret) if dot and family and secret else None

    def text(self) -> str:
        return f"{_REFRESH_PREFIX}{self.family}.{self.secret}"

    def family_hash(self) -> bytes:
        return digest(f"family {self.family}")

    def hash(self) -> bytes:
        return digest(self.text())

    def seal_successor(self, successor: RefreshToken) -> bytes:
        """The successor, readable only with this token in hand: a database without it tells nothing."""
        return self._cipher().encrypt(successor.text().encode())

    def open_successor(self, sealed: bytes) -> RefreshToken:
        """The token that `seal_successor` sealed under this one."""
        successor = RefreshToken.parse(self._cipher().decrypt(sealed).decode())
        if successor is None:
            raise ValueError("what is sealed is no refresh token")
        return successor

    def _cipher(self) -> Fernet:
        # the token is 256 random bits, so one hash makes a key of it
        return Fernet(base64.urlsafe_b64encode(digest(f"successor {self.text()}")))


def digest(secret: str) -> bytes:
    """How a random secret is stored: SHA-256. It needs neither salt nor stretching, being no password."""
    return hashlib.sha256(secret.encode()).digest()


def random_secret() -> str:
    """256 random bits, URL-safe."""
    return secrets.token_urlsafe(_SECRET_BYTES)
