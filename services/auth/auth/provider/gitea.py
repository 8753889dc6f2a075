"""Gitea and Forgejo.

What differs from GitHub: a person is asked once, and what they granted then stays, whatever a later sign-in asks
for, until they revoke it in their settings there (`/user/settings/applications`); an application cannot. Scopes limit
the API, but git over HTTP takes any token of the person's. Tokens last an hour by default; whether a refresh token is
good once or until it runs out is the server's setting `INVALIDATE_REFRESH_TOKENS`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from pydantic import BaseModel, TypeAdapter

from auth.provider import (
    CloneAccess,
    Grant,
    OrganizationPage,
    OrganizationRepository,
    Profile,
    Repository,
    RepositoryPage,
)
from auth.provider.http import Api, base_and_origin, hooks_path, repository_path, unavailable
from auth.provider.listing import page_of
from auth.provider.oauth import Credentials, OAuthApp, Refusal
from kit.errors import AppError

_USERNAME = "oauth2"
_PAGE = "50"  # the most that Gitea gives by default; where it gives less, its Link header still tells of more
_ORGANIZATION_PAGES = 10

# Without `read:repository` not even public repositories can be listed; `public-only` takes the private ones out.
_PUBLIC = ("public-only", "read:user", "read:repository")
_PRIVATE = ("read:user", "read:repository")
_ORGANIZATIONS = "read:organization"

# Gitea takes a grant that names none of its own scopes, or an unknown one, as one without limits.
_ALL = "all"
_OF_OPENID = {"openid", "profile", "email", "groups"}
_OWN = re.compile(
    r"all|public-only|(read|write):"
    r"(activitypub|admin|issue|misc|notification|organization|package|repository|user)"
)
# `unauthorized_client` is its answer to a bad code too; only the description tells a bad secret
_MISCONFIGURED = {"invalid client secret", "invalid empty client secret", "unexpected redirect URI"}


class _User(BaseModel):
    id: int
    login: str
    full_name: str = ""
    avatar_url: str = ""


class _Organization(BaseModel):
    name: str = ""
    username: str = ""
    """What older servers call it."""


class _Repository(BaseModel):
    id: int
    full_name: str
    clone_url: str
    private: bool
    default_branch: str


class _Found(BaseModel):
    data: list[_Repository]


class _Introspection(BaseModel):
    active: bool
    scope: str = ""


class _OwnedRepository(_Repository):
    archived: bool = False
    fork: bool = False
    empty: bool = False
    updated_at: datetime | None = None


_OWNED_LIST = TypeAdapter(list[_OwnedRepository])
_ORGANIZATION_LIST = TypeAdapter(list[_Organization])


class Gitea:
    """OAuth app of one Gitea or Forgejo server. Close it with `aclose`."""

    name = "gitea"
    title = "Gitea"

    def __init__(
        self,
        *,
        url: str,
        client_id: str,
        client_secret: str,
        redirect_uri: str,
        read_organizations: bool,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.url, self.origin = base_and_origin(url, example="https://gitea.example.com")
        self._credentials = Credentials(client_id, client_secret, redirect_uri)
        self._read_organizations = read_organizations
        self._api = Api(
            title=self.title, base=f"{self.url}/api/v1", headers={"Accept": "application/json"}, clock=clock
        )
        self._oauth = OAuthApp(
            base=self.url, credentials=self._credentials, api=self._api, is_misconfigured=_is_misconfigured
        )

    async def aclose(self) -> None:
        await self._api.aclose()

    # ------------------------------------------------------------ sign-in

    def authorize_url(self, *, state: str, verifier: str, login_hint: str, private: bool) -> str:  # noqa: ARG002
        # Gitea takes no hint of who is signing in
        scopes = [*(_PRIVATE if private else _PUBLIC), *([_ORGANIZATIONS] * self._read_organizations)]
        return self._oauth.authorize_url(state=state, verifier=verifier, scopes=" ".join(scopes), extra={})

    async def exchange(self, *, code: str, verifier: str) -> Grant:
        grant = await self._oauth.exchange(code=code, verifier=verifier)
        return replace(grant, scopes=await self._granted(grant.access_token))

    async def renew(self, refresh_token: str) -> Grant:
        grant = await self._oauth.renew(refresh_token)
        try:
            return replace(grant, scopes=await self._granted(grant.access_token))
        except AppError:  # the old token is spent, so this one must not be lost
            return grant

    async def _granted(self, access_token: str) -> str:
        """The scopes that the token really has: the answer that brought it does not tell."""
        response = await self._api.request(
            "POST",
            f"{self.url}/login/oauth/introspect",
            step="introspect",
            auth=(self._credentials.client_id, self._credentials.client_secret),
            data={"token": access_token},
        )
        answer = self._api.read(_Introspection.model_validate_json, response, step="introspect")
        if not answer.active:
            raise unavailable(self.title)
        return _effective(answer.scope)

    async def withdraw(self, access_token: str) -> None:
        """Nothing: Gitea lets nobody but the person revoke a grant."""

    def reads_private(self, scopes: str) -> bool:
        granted = set(scopes.split())
        return "public-only" not in granted and not {_ALL, "read:repository", "write:repository"}.isdisjoint(granted)

    # ------------------------------------------------------------ the person

    async def fetch_profile(self, access_token: str) -> Profile:
        user = await self._user(access_token)
        return Profile(
            provider_user_id=str(user.id),
            login=user.login,
            name=user.full_name or user.login,
            avatar_url=user.avatar_url,
        )

    async def _user(self, access_token: str) -> _User:
        response = await self._api.get("/user", step="profile", token=access_token)
        return self._api.read(_User.model_validate_json, response, step="profile")

    async def is_member(self, access_token: str, organizations: Collection[str]) -> bool:
        for page in range(1, _ORGANIZATION_PAGES + 1):
            parameters = {"limit": _PAGE, "page": str(page)}
            response = await self._api.get(
                "/user/orgs", step="organizations", token=access_token, parameters=parameters
            )
            listed = self._api.read(_ORGANIZATION_LIST.validate_json, response, step="organizations")
            if any((one.name or one.username).lower() in organizations for one in listed):
                return True
            if "next" not in response.links:
                break
        return False

    # ------------------------------------------------------------ repositories

    async def list_repositories(
        self, access_token: str, *, query: str, page_size: int, page_token: str
    ) -> RepositoryPage:
        # /user/repos would do without the id, but is unsorted and does not heed `public-only`
        user = await self._user(access_token)
        order = {"uid": str(user.id), "sort": "updated", "order": "desc"}

        async def fetch(page: int) -> tuple[Sequence[Repository], bool]:
            parameters = {**order, "limit": _PAGE, "page": str(page)}
            response = await self._api.get(
                "/repos/search", step="repositories", token=access_token, parameters=parameters
            )
            found = self._api.read(_Found.model_validate_json, response, step="repositories")
            listed = [Repository(**{**one.model_dump(), "id": str(one.id)}) for one in found.data]
            return listed, "next" in response.links

        return await page_of(fetch, query=query, page_size=page_size, page_token=page_token)

    async def organization_page(self, access_token: str, organization: str, page: int) -> OrganizationPage | None:
        for kind in ("orgs", "users"):
            response = await self._api.find(
                f"/{kind}/{organization}/repos",
                step="organization",
                token=access_token,
                parameters={"limit": _PAGE, "page": str(page)},
            )
            if response is not None:
                listed = self._api.read(_OWNED_LIST.validate_json, response, step="organization")
                return OrganizationPage(tuple(map(_owned, listed)), "next" in response.links)
        return None

    async def locate(self, access_token: str, repository_url: str) -> Repository | None:
        path = repository_path(self.url, repository_url)
        response = path and await self._api.find(f"/repos/{path}", step="repository", token=access_token)
        if not response:
            return None
        one = self._api.read(_Repository.model_validate_json, response, step="repository")
        return Repository(**{**one.model_dump(), "id": str(one.id)})

    async def clone_access(self, access_token: str, repository_url: str) -> CloneAccess | None:
        path = repository_path(self.url, repository_url)
        if path is None:
            return None
        response = await self._api.find(f"/repos/{path}", step="repository", token=access_token)
        if response is None:
            return None
        repository = self._api.read(_Repository.model_validate_json, response, step="repository")
        # asked rather than read off `private`: servers and owners may hide public repositories from strangers too
        if not repository.private and await self._api.is_public(f"/repos/{repository.full_name}", step="repository"):
            return None
        return CloneAccess(_USERNAME, access_token, None)

    async def install_hook(self, access_token: str, repository_url: str, *, address: str, secret: str) -> str:
        return await self._api.install_hook(
            hooks_path(self.url, repository_url, self.title),
            token=access_token,
            content={
                "type": "gitea",
                "active": True,
                "events": ["push", "repository"],
                "config": {"url": address, "content_type": "json", "secret": secret},
            },
        )

    async def remove_hook(self, access_token: str, repository_url: str, hook_id: str) -> None:
        path = hooks_path(self.url, repository_url, self.title)
        await self._api.remove_hook(f"{path}/{hook_id}", token=access_token)


def _owned(one: _OwnedRepository) -> OrganizationRepository:
    return OrganizationRepository(
        Repository(str(one.id), one.full_name, one.clone_url, one.private, one.default_branch),
        archived=one.archived,
        fork=one.fork,
        empty=one.empty,
        pushed_at=one.updated_at,  # a push updates it too; it may be younger than the last one
    )


def _is_misconfigured(refusal: Refusal) -> bool:
    return refusal.error == "invalid_client" or refusal.description in _MISCONFIGURED


def _effective(scope: str) -> str:
    """Scopes as Gitea takes them."""
    own = [word for word in scope.replace(",", " ").split() if word not in _OF_OPENID]
    if not own or not all(_OWN.fullmatch(word) for word in own):
        return _ALL
    return " ".join(own)
