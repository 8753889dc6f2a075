"""The REST calls below `/api/v3` that the platform makes."""

from __future__ import annotations

import zlib
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from local_stack.github.accounts import ORGANIZATIONS, USERS, Repositories, Repository, User
from local_stack.github.oauth import basic_credentials
from local_stack.github.settings import Settings
from local_stack.github.tokens import Authorization, Tokens

_DOCUMENTATION = "https://docs.github.com/rest"


class RestApi:
    """The endpoints over these tokens and repositories."""

    def __init__(self, settings: Settings, tokens: Tokens, repositories: Repositories) -> None:
        self._settings = settings
        self._tokens = tokens
        self._repositories = repositories

    def router(self) -> APIRouter:
        """The routes."""
        routes = APIRouter(prefix="/api/v3")
        routes.add_api_route("/user", self.user)
        routes.add_api_route("/user/emails", self.emails)
        routes.add_api_route("/user/orgs", self.organizations)
        routes.add_api_route("/user/repos", self.user_repositories)
        routes.add_api_route("/orgs/{name}/repos", self.organization_repositories)
        routes.add_api_route("/repos/{owner}/{name}", self.repository)
        application = "/applications/{client_id}"
        routes.add_api_route(f"{application}/token", self.check_token, methods=["POST"])
        routes.add_api_route(f"{application}/token", self.revoke_token, methods=["DELETE"])
        routes.add_api_route(f"{application}/grant", self.revoke_grant, methods=["DELETE"])
        return routes

    async def user(self, request: Request) -> Response:
        """`GET /user`."""
        held = authorization(request, self._tokens)
        if isinstance(held, Response):
            return held
        found = USERS[held.login]
        public = {"type": "User", "site_admin": False, "company": None, "blog": "", "bio": None}
        # GitHub tells the address here only if the person made it public; alice and bob did not.
        return _json(_user(self._settings, found) | public | {"name": found.name, "email": None}, held)

    async def emails(self, request: Request) -> Response:
        """`GET /user/emails`, for a token with scope `user:email`."""
        held = authorization(request, self._tokens)
        if isinstance(held, Response):
            return held
        if not held.allows("user:email"):
            return _message(404, "Not Found", held)
        email = USERS[held.login].email
        listed = [{"email": email, "primary": True, "verified": True, "visibility": "private"}]
        return _json(listed, held)

    async def organizations(self, request: Request) -> Response:
        """`GET /user/orgs`, for a token with scope `read:org` or `user`."""
        held = authorization(request, self._tokens)
        if isinstance(held, Response):
            return held
        if {"user", "read:org", "write:org", "admin:org"}.isdisjoint(held.scopes):
            return _message(403, "You need at least read:org scope or user scope to list your organizations.", held)
        own = [name for name, members in ORGANIZATIONS.items() if held.login in members]
        asked = request.query_params
        page, per_page = _number(asked.get("page"), 1, 10_000), _number(asked.get("per_page"), 30, 100)
        first = (page - 1) * per_page
        listed = [{"login": name, "id": zlib.crc32(name.encode())} for name in own[first : first + per_page]]
        return _linked(request, self._settings, _json(listed, held), page, -(-len(own) // per_page))

    async def user_repositories(self, request: Request) -> Response:
        """`GET /user/repos`, in pages; private ones for a token with scope `repo`."""
        held = authorization(request, self._tokens)
        if isinstance(held, Response):
            return held
        asked = request.query_params
        page, per_page = _number(asked.get("page"), 1, 10_000), _number(asked.get("per_page"), 30, 100)
        wanted = asked.get("visibility") or asked.get("type") or "all"
        own = [
            repository
            for repository in self._repositories.all()
            if repository.owner.login == held.login
            and may_read(repository, held)
            and wanted not in ({"public"} if repository.private else {"private"})
        ]
        if asked.get("sort") in {"pushed", "updated"}:
            own.sort(key=Repository.pushed_at, reverse=asked.get("direction") != "asc")
        elif asked.get("direction") == "desc":
            own.reverse()
        first = (page - 1) * per_page
        response = _json([_repository(self._settings, one, held) for one in own[first : first + per_page]], held)
        return _linked(request, self._settings, response, page, -(-len(own) // per_page))

    async def organization_repositories(self, request: Request, name: str) -> Response:
        """`GET /orgs/{name}/repos`, in pages: here an organization has what its members have."""
        held = authorization(request, self._tokens, required=False)
        if isinstance(held, Response):
            return held
        members = ORGANIZATIONS.get(name)
        if members is None:
            return _message(404, "Not Found", held)
        asked = request.query_params
        page, per_page = _number(asked.get("page"), 1, 10_000), _number(asked.get("per_page"), 30, 100)
        there = [each for each in self._repositories.all() if each.owner.login in members and may_read(each, held)]
        first = (page - 1) * per_page
        response = _json([_repository(self._settings, one, held) for one in there[first : first + per_page]], held)
        return _linked(request, self._settings, response, page, -(-len(there) // per_page))

    async def repository(self, request: Request, owner: str, name: str) -> Response:
        """`GET /repos/{owner}/{name}`."""
        held = authorization(request, self._tokens, required=False)
        if isinstance(held, Response):
            return held
        found = self._repositories.find(owner, name)
        if found is None or not may_read(found, held):
            return _message(404, "Not Found", held)
        return _json(_repository(self._settings, found, held), held)

    async def check_token(self, request: Request, client_id: str) -> Response:
        """`POST /applications/{client_id}/token`: whether a token is valid."""
        token = await self._application_token(request, client_id)
        if isinstance(token, Response):
            return token
        held = self._tokens.find(token)
        if held is None:
            return _message(404, "Not Found", None)
        application = {"client_id": client_id, "name": "Gitstrata", "url": self._settings.callback_url}
        return _json(
            {
                "token": token,
                "scopes": list(held.scopes),
                "user": _user(self._settings, USERS[held.login]),
                "app": application,
            },
            None,
        )

    async def revoke_token(self, request: Request, client_id: str) -> Response:
        """`DELETE /applications/{client_id}/token`: revoke one token."""
        token = await self._application_token(request, client_id)
        if isinstance(token, Response):
            return token
        return Response(status_code=204) if self._tokens.revoke(token) else _message(404, "Not Found", None)

    async def revoke_grant(self, request: Request, client_id: str) -> Response:
        """`DELETE /applications/{client_id}/grant`: revoke every token of its person."""
        token = await self._application_token(request, client_id)
        if isinstance(token, Response):
            return token
        return Response(status_code=204) if self._tokens.revoke_grant(token) else _message(404, "Not Found", None)

    async def _application_token(self, request: Request, client_id: str) -> str | Response:
        """The token in the body of a call that the application itself makes, with its own credentials."""
        if basic_credentials(request) != (self._settings.client_id, self._settings.client_secret):
            return _message(401, "Bad credentials", None)
        try:
            token = (await request.json())["access_token"]
        except (ValueError, KeyError, TypeError):
            return _message(422, "Invalid request: access_token is missing.", None)
        return str(token) if client_id == self._settings.client_id else _message(404, "Not Found", None)


def authorization(request: Request, tokens: Tokens, *, required: bool = True) -> Authorization | Response:
    """What the caller's token allows; GitHub's 401 if it is wrong, or missing where one is required.

    Without `required` a caller without a token gets an authorization that allows nothing.
    """
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if not token:
        if required:
            return _message(401, "Requires authentication", None)
        return Authorization("", ())
    held = tokens.find(token.strip()) if kind.lower() in {"bearer", "token"} else None
    if held is not None and held.repositories is not None:
        return _message(403, "Resource not accessible by integration", None)
    return held or _message(401, "Bad credentials", None)


def may_read(repository: Repository, held: Authorization | None) -> bool:
    """A public repository for everybody; a private one for its owner, with a token of scope `repo`.

    An installation's token reads the repositories that it was made for, and no other.
    """
    if held is not None and held.repositories is not None:
        return repository.id in held.repositories
    if not repository.private:
        return True
    return held is not None and held.login == repository.owner.login and held.allows("repo")


def _user(settings: Settings, user: User) -> dict[str, Any]:
    return {
        "login": user.login,
        "id": user.id,
        "node_id": f"U_{user.id}",
        "avatar_url": f"{settings.base_url}/avatars/{user.login}.svg",
        "html_url": f"{settings.base_url}/{user.login}",
        "url": f"{settings.base_url}/api/v3/users/{user.login}",
        "type": "User",
    }


def _repository(settings: Settings, repository: Repository, held: Authorization) -> dict[str, Any]:
    address = f"{settings.base_url}/{repository.full_name}"
    pushed = repository.pushed_at().strftime("%Y-%m-%dT%H:%M:%SZ")
    own = held.login == repository.owner.login
    return {
        "id": repository.id,
        "node_id": f"R_{repository.id}",
        "name": repository.name,
        "full_name": repository.full_name,
        "owner": _user(settings, repository.owner),
        "private": repository.private,
        "visibility": "private" if repository.private else "public",
        "html_url": address,
        "url": f"{settings.base_url}/api/v3/repos/{repository.full_name}",
        "clone_url": f"{address}.git",
        "description": repository.description,
        "default_branch": repository.default_branch(),
        "fork": False,
        "archived": False,
        "disabled": False,
        "created_at": pushed,
        "updated_at": pushed,
        "pushed_at": pushed,
        "permissions": {"admin": own, "maintain": own, "push": own, "triage": own, "pull": True},
    }


def _json(content: Any, held: Authorization | None, status: int = 200) -> JSONResponse:
    headers = {"x-github-media-type": "github.v3; format=json", "x-ratelimit-limit": "5000"}
    if held is not None and held.login:
        headers["x-oauth-scopes"] = ", ".join(held.scopes)
    return JSONResponse(content, status, headers=headers)


def answer(content: Any, status: int = 200) -> JSONResponse:
    """An answer to an App rather than to a person's token."""
    return _json(content, None, status)


def refuse(status: int, message: str) -> JSONResponse:
    """A refusal in GitHub's form."""
    return _message(status, message, None)


def _message(status: int, message: str, held: Authorization | None) -> JSONResponse:
    return _json({"message": message, "documentation_url": _DOCUMENTATION, "status": str(status)}, held, status)


def _number(sent: str | None, default: int, highest: int) -> int:
    """GitHub takes what it cannot read as the default, and what is too large as the highest."""
    if sent is None or not sent.isdecimal():
        return default
    return min(max(int(sent), 1), highest)


def _linked(request: Request, settings: Settings, response: Response, page: int, pages: int) -> Response:
    targets: dict[str, int] = {}
    if page > 1:
        targets |= {"prev": min(page - 1, max(pages, 1)), "first": 1}
    if page < pages:
        targets |= {"next": page + 1, "last": pages}
    others = {name: value for name, value in request.query_params.items() if name != "page"}
    address = f"{settings.base_url}{request.url.path}"
    if targets:
        response.headers["link"] = ", ".join(
            f'<{address}?{urlencode(others | {"page": number})}>; rel="{relation}"'
            for relation, number in targets.items()
        )
    return response
