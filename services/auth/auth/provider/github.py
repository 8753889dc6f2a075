"""GitHub and GitHub Enterprise Server: one adapter, told apart by the base address."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

import httpx
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
from auth.provider.github_app import USERNAME, GitHubApp, Installations
from auth.provider.http import Api, base_and_origin, hooks_path, repository_path
from auth.provider.listing import page_of
from auth.provider.oauth import Credentials, OAuthApp
from kit import telemetry
from kit.errors import AppError

_PUBLIC = "https://github.com"
_PUBLIC_API = "https://api.github.com"
_PAGE = "100"  # the most that GitHub gives
_ORGANIZATION_PAGES = 10
_PRIVATE, _ORGANIZATIONS = "repo", "read:org"
# A GitHub App's user token has no scopes: it reads what its person and the App's installations both may.
_APP_USER_TOKEN, _BY_INSTALLATION = "ghu_", "installations"
# what GitHub answers when the operator, not the person, has to act; "Not Found" is an unknown client id
_MISCONFIGURED = {"incorrect_client_credentials", "redirect_uri_mismatch", "application_suspended", "Not Found"}


class _User(BaseModel):
    id: int
    login: str
    name: str | None = None
    avatar_url: str = ""


class _Organization(BaseModel):
    login: str


class _Repository(BaseModel):
    id: int
    full_name: str
    private: bool


class _ListedRepository(_Repository):
    clone_url: str
    default_branch: str


class _OwnedRepository(_ListedRepository):
    archived: bool = False
    fork: bool = False
    size: int | None = None
    """In KiB; 0 for one without a commit."""
    pushed_at: datetime | None = None


_OWNED_LIST = TypeAdapter(list[_OwnedRepository])
_ORGANIZATION_LIST = TypeAdapter(list[_Organization])
_REPOSITORY_LIST = TypeAdapter(list[_ListedRepository])


class GitHub:
    """One GitHub installation, where this one is an OAuth app (or a GitHub App, whose sign-in is the same).

    With `app`, private repositories where that GitHub App is installed are read by tokens of its own. Organisations
    that restrict third-party apps hide their members from an OAuth app until they approve it. Close it with `aclose`.
    """

    name = "github"
    title = "GitHub"

    def __init__(
        self,
        *,
        url: str,
        client_id: str,
        client_secret: str,
        redirect_uri: str,
        read_organizations: bool,
        app: GitHubApp | None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.url, self.origin = base_and_origin(url, example=_PUBLIC)
        self._enterprise = self.url != _PUBLIC
        self._credentials = Credentials(client_id, client_secret, redirect_uri)
        self._read_organizations = read_organizations
        self._api = Api(
            title=self.title,
            base=f"{self.url}/api/v3" if self._enterprise else _PUBLIC_API,
            headers={"Accept": "application/vnd.github+json", "X-GitHub-Api-Version": "2022-11-28"},
            clock=clock,
        )
        self._oauth = OAuthApp(
            base=self.url,
            credentials=self._credentials,
            api=self._api,
            is_misconfigured=lambda refusal: refusal.error in _MISCONFIGURED,
        )
        self._installations = None if app is None else Installations(app, self._api)

    async def aclose(self) -> None:
        await self._api.aclose()

    # ------------------------------------------------------------ sign-in

    def authorize_url(self, *, state: str, verifier: str, login_hint: str, private: bool) -> str:
        scopes = [_PRIVATE] * private + [_ORGANIZATIONS] * self._read_organizations
        hint = {"login": login_hint} if login_hint else {}
        return self._oauth.authorize_url(state=state, verifier=verifier, scopes=" ".join(scopes), extra=hint)

    async def exchange(self, *, code: str, verifier: str) -> Grant:
        return _with_scopes(await self._oauth.exchange(code=code, verifier=verifier))

    async def renew(self, refresh_token: str) -> Grant:
        return _with_scopes(await self._oauth.renew(refresh_token))

    async def withdraw(self, access_token: str) -> None:
        try:
            await self._api.request(
                "DELETE",
                f"/applications/{self._credentials.client_id}/grant",
                step="withdraw",
                # not there any more, or not a token any more, is as good
                expected=(httpx.codes.NO_CONTENT, httpx.codes.NOT_FOUND, httpx.codes.UNPROCESSABLE_ENTITY),
                auth=(self._credentials.client_id, self._credentials.client_secret),
                json={"access_token": access_token},
            )
        except AppError as failure:
            telemetry.log.warning("a grant could not be withdrawn at the provider", reason=failure.code)

    def reads_private(self, scopes: str) -> bool:
        return not {_PRIVATE, _BY_INSTALLATION}.isdisjoint(scopes.split())

    # ------------------------------------------------------------ the person

    async def fetch_profile(self, access_token: str) -> Profile:
        response = await self._api.get("/user", step="profile", token=access_token)
        user = self._api.read(_User.model_validate_json, response, step="profile")
        return Profile(
            provider_user_id=str(user.id), login=user.login, name=user.name or user.login, avatar_url=user.avatar_url
        )

    async def is_member(self, access_token: str, organizations: Collection[str]) -> bool:
        for page in range(1, _ORGANIZATION_PAGES + 1):
            response = await self._api.get(
                "/user/orgs",
                step="organizations",
                token=access_token,
                parameters={"per_page": _PAGE, "page": str(page)},
            )
            listed = self._api.read(_ORGANIZATION_LIST.validate_json, response, step="organizations")
            if any(organization.login.lower() in organizations for organization in listed):
                return True
            if "next" not in response.links:
                break
        return False

    # ------------------------------------------------------------ repositories

    async def list_repositories(
        self, access_token: str, *, query: str, page_size: int, page_token: str
    ) -> RepositoryPage:
        async def fetch(page: int) -> tuple[Sequence[Repository], bool]:
            parameters = {"sort": "pushed", "per_page": _PAGE, "page": str(page)}
            response = await self._api.get(
                "/user/repos", step="repositories", token=access_token, parameters=parameters
            )
            listed = self._api.read(_REPOSITORY_LIST.validate_json, response, step="repositories")
            return [Repository(**{**one.model_dump(), "id": str(one.id)}) for one in listed], "next" in response.links

        return await page_of(fetch, query=query, page_size=page_size, page_token=page_token)

    async def organization_page(self, access_token: str, organization: str, page: int) -> OrganizationPage | None:
        parameters = {"sort": "full_name", "per_page": _PAGE, "page": str(page)}
        for kind in ("orgs", "users"):
            response = await self._api.find(
                f"/{kind}/{organization}/repos", step="organization", token=access_token, parameters=parameters
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
        one = self._api.read(_ListedRepository.model_validate_json, response, step="repository")
        return Repository(**{**one.model_dump(), "id": str(one.id)})

    async def clone_access(self, access_token: str, repository_url: str) -> CloneAccess | None:
        path = repository_path(self.url, repository_url)
        if path is None:
            return None
        response = await self._api.find(f"/repos/{path}", step="repository", token=access_token)
        if response is None:
            return None
        repository = self._api.read(_Repository.model_validate_json, response, step="repository")
        if not repository.private and await self._is_open(repository.full_name):
            return None
        if self._installations is not None:
            access = await self._installations.clone_access(repository.full_name, repository.id)
            if access is not None:
                return access
        return CloneAccess(USERNAME, access_token, None)

    async def install_hook(self, access_token: str, repository_url: str, *, address: str, secret: str) -> str:
        return await self._api.install_hook(
            hooks_path(self.url, repository_url, self.title),
            token=access_token,
            content={
                "name": "web",
                "active": True,
                "events": ["push", "repository"],
                "config": {"url": address, "content_type": "json", "secret": secret, "insecure_ssl": "0"},
            },
        )

    async def remove_hook(self, access_token: str, repository_url: str, hook_id: str) -> None:
        path = hooks_path(self.url, repository_url, self.title)
        await self._api.remove_hook(f"{path}/{hook_id}", token=access_token)

    async def _is_open(self, full_name: str) -> bool:
        """Whether git reads a public repository unasked: not so on an Enterprise Server in private mode."""
        return not self._enterprise or await self._api.is_public(f"/repos/{full_name}", step="repository")


def _owned(one: _OwnedRepository) -> OrganizationRepository:
    return OrganizationRepository(
        Repository(str(one.id), one.full_name, one.clone_url, one.private, one.default_branch),
        archived=one.archived,
        fork=one.fork,
        empty=one.size == 0,
        pushed_at=one.pushed_at,
    )


def _with_scopes(grant: Grant) -> Grant:
    is_app_token = grant.access_token.startswith(_APP_USER_TOKEN) and not grant.scopes
    return replace(grant, scopes=_BY_INSTALLATION) if is_app_token else grant
