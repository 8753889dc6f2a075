"""A GitHub App beside the sign-in: tokens that read one repository for an hour, instead of a person's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

import httpx
import jwt
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from pydantic import BaseModel

from auth.provider import CloneAccess
from auth.provider.http import Api
from kit import telemetry
from kit.errors import Internal

USERNAME = "x-access-token"
"""What GitHub expects as the user name beside any token."""

_READING = {"contents": "read", "metadata": "read"}
_BACKDATED = 60  # our clock may be ahead of GitHub's
_LIFETIME = 9 * 60  # GitHub takes ten minutes at most


@dataclass(frozen=True, slots=True)
class GitHubApp:
    """A GitHub App's id and its private key in PEM."""

    app_id: str
    private_key: str = field(repr=False)


class _Installation(BaseModel):
    id: int


class _Token(BaseModel):
    token: str
    expires_at: datetime


class Installations:
    """Where the App is installed. ValueError at once for a private key that is none."""

    def __init__(self, app: GitHubApp, api: Api) -> None:
        self._app_id = app.app_id
        self._key = _private_key(app.private_key)
        self._api = api

    async def clone_access(self, full_name: str, repository_id: int) -> CloneAccess | None:
        """Access to read this one repository; None where the App is not installed or may not read it."""
        credential = self._credential()
        accepted = (httpx.codes.OK, httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN, httpx.codes.NOT_FOUND)
        response = await self._api.request(
            "GET", f"/repos/{full_name}/installation", step="installation", token=credential, expected=accepted
        )
        if response.status_code == httpx.codes.UNAUTHORIZED:
            raise _refused()
        if response.status_code != httpx.codes.OK:
            return None
        installation = self._api.read(_Installation.model_validate_json, response, step="installation")
        response = await self._api.request(
            "POST",
            f"/app/installations/{installation.id}/access_tokens",
            step="installation token",
            token=credential,
            expected=(httpx.codes.CREATED, *accepted[1:], httpx.codes.UNPROCESSABLE_ENTITY),
            json={"repository_ids": [repository_id], "permissions": _READING},
        )
        if response.status_code == httpx.codes.UNAUTHORIZED:
            raise _refused()
        if response.status_code != httpx.codes.CREATED:
            # suspended, or without the permission to read contents
            telemetry.log.warning("the GitHub App may not read a repository", status=response.status_code)
            return None
        token = self._api.read(_Token.model_validate_json, response, step="installation token")
        return CloneAccess(USERNAME, token.token, token.expires_at)

    def _credential(self) -> str:
        issued = int(self._api.clock()) - _BACKDATED
        claims = {"iss": self._app_id, "iat": issued, "exp": issued + _LIFETIME}
        return jwt.encode(claims, self._key, algorithm="RS256")


def _private_key(pem: str) -> RSAPrivateKey:
    try:
        key = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError):
        key = None
    if isinstance(key, RSAPrivateKey):
        return key
    # outside the handler, for its error may quote the key
    raise ValueError("the GitHub App's private key must be an RSA key in PEM, without a password")


def _refused() -> Internal:
    telemetry.log.error("GitHub refuses this installation's GitHub App")
    return Internal(
        "The GitHub App is not set up correctly here: GitHub refuses its id or private key. The operator of this "
        "installation has to correct them.",
        code="provider_misconfigured",
    )
