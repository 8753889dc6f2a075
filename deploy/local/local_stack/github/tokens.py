"""OAuth codes (in memory, ten minutes) and tokens (kept across restarts, hashed)."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

_CODE_SECONDS = 600
ACCESS_SECONDS = 8 * 3600
"""How long an access token that expires lasts."""
REFRESH_SECONDS = 184 * 86_400
INSTALLATION_SECONDS = 3600


@dataclass(frozen=True)
class Authorization:
    """What a person allowed an app to do, or (without a login) an App's installation was told to do."""

    login: str
    scopes: tuple[str, ...]
    repositories: tuple[int, ...] | None = None
    """The ids of those that an installation may read."""

    def allows(self, scope: str) -> bool:
        """Whether the scope was granted, itself or by a wider one (`user` holds `user:email`)."""
        return scope in self.scopes or scope.partition(":")[0] in self.scopes


@dataclass(frozen=True)
class Code:
    """An authorization on its way to becoming a token."""

    authorization: Authorization
    redirect_uri: str | None
    challenge: str | None
    expires: float


class Codes:
    """Authorization codes: each is good once, for ten minutes."""

    def __init__(self, now: Callable[[], float] = time.time) -> None:
        self._now = now
        self._codes: dict[str, Code] = {}

    def issue(self, authorization: Authorization, redirect_uri: str | None, challenge: str | None) -> str:
        """A new code; `challenge` is the S256 challenge that its redeemer has to answer."""
        code = secrets.token_hex(10)
        self._codes[code] = Code(authorization, redirect_uri, challenge, self._now() + _CODE_SECONDS)
        return code

    def redeem(self, code: str, verifier: str | None) -> Code | None:
        """What the code stands for; None if it is unknown, used, expired or the verifier is wrong."""
        found = self._codes.pop(code, None)
        if found is None or found.expires < self._now():
            return None
        if found.challenge is not None and not _answers(verifier, found.challenge):
            return None
        return found


@dataclass(frozen=True)
class _Token:
    authorization: Authorization
    expires: float | None = None
    renews: str | None = None
    """The digest of the access token that a refresh token came with; None for an access token."""


class Tokens:
    """Tokens, in a JSON file by their SHA-256: signing in survives a restart of the stand-in."""

    def __init__(self, file: Path, now: Callable[[], float] = time.time) -> None:
        self._file = file
        self._now = now
        self._tokens: dict[str, _Token] = {}
        if file.exists():
            self._tokens = {digest: _loaded(entry) for digest, entry in json.loads(file.read_text()).items()}

    def issue(self, authorization: Authorization, *, seconds: int | None = None) -> str:
        """A new token in GitHub's form, good until it is revoked or for some time."""
        kind = "gho_" if authorization.repositories is None else "ghs_"
        return self._add(kind, _Token(authorization, self._after(seconds)))

    def issue_expiring(self, authorization: Authorization) -> tuple[str, str]:
        """A new token that expires, and the refresh token that is good once for the next two."""
        access = self.issue(authorization, seconds=ACCESS_SECONDS)
        return access, self._add("ghr_", _Token(authorization, self._after(REFRESH_SECONDS), _digest(access)))

    def renew(self, refresh_token: str) -> tuple[Authorization, str, str] | None:
        """What the refresh token stands for, and the next two tokens; None if it is not good.

        It ends by that, and so does the access token that came with it.
        """
        found = self._valid(_digest(refresh_token))
        if found is None or found.renews is None:
            return None
        for digest in (_digest(refresh_token), found.renews):
            self._tokens.pop(digest, None)
        return found.authorization, *self.issue_expiring(found.authorization)

    def find(self, token: str) -> Authorization | None:
        """What the access token allows; None if it was never issued, has expired or is revoked."""
        found = self._valid(_digest(token))
        return found.authorization if found is not None and found.renews is None else None

    def revoke(self, token: str) -> bool:
        """Forget one token; False if it was not valid."""
        found = self._tokens.pop(_digest(token), None)
        self._save()
        return found is not None

    def revoke_grant(self, token: str) -> bool:
        """Forget every token of the person whose token this is; False if it was not valid."""
        found = self.find(token)
        if found is None:
            return False
        self._tokens = {key: held for key, held in self._tokens.items() if held.authorization.login != found.login}
        self._save()
        return True

    def _add(self, kind: str, held: _Token) -> str:
        token = f"{kind}{secrets.token_urlsafe(27).replace('-', 'x').replace('_', 'y')}"
        self._tokens[_digest(token)] = held
        self._save()
        return token

    def _valid(self, digest: str) -> _Token | None:
        found = self._tokens.get(digest)
        return found if found is not None and (found.expires is None or found.expires > self._now()) else None

    def _after(self, seconds: int | None) -> float | None:
        return None if seconds is None else self._now() + seconds

    def _save(self) -> None:
        written = self._file.with_suffix(".new")
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as output:
            json.dump({digest: _stored(held) for digest, held in self._tokens.items()}, output)
        written.replace(self._file)


def _stored(held: _Token) -> dict[str, Any]:
    return {**asdict(held.authorization), "expires": held.expires, "renews": held.renews}


def _loaded(entry: dict[str, Any]) -> _Token:
    # a file of an earlier version has logins and scopes only
    repositories = entry.get("repositories")
    authorization = Authorization(
        entry["login"], tuple(entry["scopes"]), None if repositories is None else tuple(repositories)
    )
    return _Token(authorization, entry.get("expires"), entry.get("renews"))


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _answers(verifier: str | None, challenge: str) -> bool:
    if verifier is None:
        return False
    digest = hashlib.sha256(verifier.encode("ascii", "replace")).digest()
    return hmac.compare_digest(base64.urlsafe_b64encode(digest).rstrip(b"=").decode(), challenge)
