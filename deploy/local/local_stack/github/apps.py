"""The two REST calls of a GitHub App: where it is installed, and a token for that installation.

The App of the settings is installed for alice, on all her repositories.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import jwt
from fastapi import APIRouter, Request, Response

from local_stack.github.accounts import USERS, Repositories
from local_stack.github.api import answer, refuse
from local_stack.github.settings import Settings
from local_stack.github.tokens import INSTALLATION_SECONDS, Authorization, Tokens

_OWNER = USERS["alice"]
_INSTALLATION = 40_000 + _OWNER.id
_LONGEST = 600
_PERMISSIONS = {"contents": "read", "metadata": "read"}


class AppApi:
    """The App's endpoints over these tokens and repositories."""

    def __init__(self, settings: Settings, tokens: Tokens, repositories: Repositories) -> None:
        self._settings = settings
        self._tokens = tokens
        self._repositories = repositories

    def router(self) -> APIRouter:
        """The routes; none if there is no App."""
        routes = APIRouter(prefix="/api/v3")
        if self._settings.app_id and self._settings.app_public_key:
            routes.add_api_route("/repos/{owner}/{name}/installation", self.installation)
            routes.add_api_route("/app/installations/{number}/access_tokens", self.access_token, methods=["POST"])
        return routes

    async def installation(self, request: Request, owner: str, name: str) -> Response:
        """`GET /repos/{owner}/{name}/installation`."""
        if not self._is_app(request):
            return refuse(401, "A JSON web token could not be decoded")
        found = self._repositories.find(owner, name)
        if found is None or found.owner != _OWNER:
            return refuse(404, "Not Found")
        account = {"login": _OWNER.login, "id": _OWNER.id, "type": "User"}
        return answer(
            {
                "id": _INSTALLATION,
                "account": account,
                "app_id": self._settings.app_id,
                "repository_selection": "all",
                "permissions": _PERMISSIONS,
                "suspended_at": None,
            }
        )

    async def access_token(self, request: Request, number: int) -> Response:
        """`POST /app/installations/{number}/access_tokens`: a token that git takes for an hour."""
        if not self._is_app(request):
            return refuse(401, "A JSON web token could not be decoded")
        if number != _INSTALLATION:
            return refuse(404, "Not Found")
        installed = {one.id: one for one in self._repositories.all() if one.owner == _OWNER}
        try:
            asked = await request.json() if await request.body() else {}
            ids = tuple(int(one) for one in asked.get("repository_ids", installed))
            permissions = dict(asked.get("permissions", _PERMISSIONS))
        except (ValueError, TypeError, AttributeError):
            return refuse(422, "Invalid request.")
        if not set(ids) <= set(installed):
            return refuse(422, "There is at least one repository that does not exist or is not accessible.")
        if not _granted(permissions):
            return refuse(422, "The permissions requested are not granted to this installation.")
        # without `contents` there is nothing for git to read
        held = Authorization("", (), ids if "contents" in permissions else ())
        expires = datetime.now(UTC).timestamp() + INSTALLATION_SECONDS
        return answer(
            {
                "token": self._tokens.issue(held, seconds=INSTALLATION_SECONDS),
                "expires_at": datetime.fromtimestamp(expires, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
                "permissions": permissions,
                "repository_selection": "selected" if "repository_ids" in asked else "all",
            },
            201,
        )

    def _is_app(self, request: Request) -> bool:
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer":
            return False
        try:
            claims = jwt.decode(
                token.strip(),
                self._settings.app_public_key,
                algorithms=["RS256"],
                issuer=self._settings.app_id,
                options={"require": ["iss", "iat", "exp"]},
            )
        except jwt.InvalidTokenError:
            return False
        # GitHub refuses one that would be good for longer
        return bool(claims["exp"] <= datetime.now(UTC).timestamp() + _LONGEST)


def _granted(permissions: Mapping[str, Any]) -> bool:
    return all(_PERMISSIONS.get(name) == level for name, level in permissions.items())
