"""OAuth codes (in memory, ten minutes) and access tokens (kept across restarts, hashed)."""

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

_CODE_SECONDS = 600


@dataclass(frozen=True)
class Authorization:
    """What a person allowed an app to do."""

    login: str
    scopes: tuple[str, ...]

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


class Tokens:
    """Access tokens, in a JSON file by their SHA-256: signing in survives a restart of the stand-in."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._tokens: dict[str, Authorization] = {}
        if file.exists():
            self._tokens = {
                digest: Authorization(entry["login"], tuple(entry["scopes"]))
                for digest, entry in json.loads(file.read_text()).items()
            }

    def issue(self, authorization: Authorization) -> str:
        """A new token in GitHub's form."""
        token = f"gho_{secrets.token_urlsafe(27).replace('-', 'x').replace('_', 'y')}"
        self._tokens[_digest(token)] = authorization
        self._save()
        return token

    def find(self, token: str) -> Authorization | None:
        """What the token allows; None if it was never issued or is revoked."""
        return self._tokens.get(_digest(token))

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
        self._tokens = {key: held for key, held in self._tokens.items() if held.login != found.login}
        self._save()
        return True

    def _save(self) -> None:
        written = self._file.with_suffix(".new")
        descriptor = os.open(written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as output:
            json.dump({digest: asdict(held) for digest, held in self._tokens.items()}, output)
        written.replace(self._file)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _answers(verifier: str | None, challenge: str) -> bool:
    if verifier is None:
        return False
    digest = hashlib.sha256(verifier.encode("ascii", "replace")).digest()
    return hmac.compare_digest(base64.urlsafe_b64encode(digest).rstrip(b"=").decode(), challenge)
