"""GitHub and GitHub Enterprise Server: one adapter, told apart by the base address."""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

import httpx
from pydantic import BaseModel, TypeAdapter, ValidationError

from auth.provider import Grant, Profile, Repository, RepositoryPage, origin_of
from kit import telemetry
from kit.errors import (
    AppError,
    Internal,
    InvalidInput,
    LimitReached,
    PermissionDenied,
    Unauthenticated,
    Unavailable,
    WrongState,
)

with warnings.catch_warnings():
    # authlib prefers the successor of httpx where it is installed; a test notices when its base class changes
    import authlib.deprecate  # noqa: F401 first, since it puts a filter of its own in front

    warnings.filterwarnings("ignore", message="The httpx module is deprecated")
    from authlib.integrations.base_client import OAuthError
    from authlib.integrations.httpx_client import AsyncOAuth2Client

_PUBLIC = "https://github.com"
_PUBLIC_API = "https://api.github.com"
_TIMEOUT = httpx.Timeout(5.0)  # sign-in makes two calls within the ten seconds that its caller waits
_UPSTREAM_PAGE = 100
_UPSTREAM_PAGES_PER_CALL = 5
_LONGEST_CODE = 512
# what GitHub answers when the operator, not the person, has to act; "Not Found" is an unknown client id
_MISCONFIGURED = {"incorrect_client_credentials", "redirect_uri_mismatch", "application_suspended", "Not Found"}

T = TypeVar("T")


class _User(BaseModel):
    id: int
    login: str
    name: str | None = None
    avatar_url: str = ""


class _Repository(BaseModel):
    id: int
    full_name: str
    clone_url: str
    private: bool
    default_branch: str


_REPOSITORIES = TypeAdapter(list[_Repository])


class GitHub:
    """OAuth app of one GitHub installation. Close it with `aclose`."""

    name = "github"

    def __init__(
        self,
        *,
        url: str,
        client_id: str,
        client_secret: str,
        redirect_uri: str,
        scopes: str,
        clock: Callable[[], float] = time.time,
    ) -> None:
        origin = origin_of(url)
        if origin is None:
            raise ValueError("the provider's address must be like https://github.com")
        self.origin = origin
        base = url.rstrip("/")
        self._authorize = f"{base}/login/oauth/authorize"
        self._token = f"{base}/login/oauth/access_token"
        self._api = _PUBLIC_API if base == _PUBLIC else f"{base}/api/v3"
        self._client_id = client_id
        self._client_secret = client_secret
        self._redirect_uri = redirect_uri
        self._scopes = scopes
        self._clock = clock
        self._tls = httpx.create_ssl_context()  # costly to make, so shared by all clients
        self._http = httpx.AsyncClient(
            timeout=_TIMEOUT,
            verify=self._tls,
            headers={
                "Accept": "application/vnd.github+json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "gitstrata",
            },
        )

    async def aclose(self) -> None:
        await self._http.aclose()

    # ------------------------------------------------------------ sign-in

    def _oauth(self) -> AsyncOAuth2Client:
        # one per sign-in, since it remembers the token it fetched
        return AsyncOAuth2Client(
            client_id=self._client_id,
            client_secret=self._client_secret,
            token_endpoint_auth_method="client_secret_post",  # noqa: S106 the name of a method
            redirect_uri=self._redirect_uri,
            scope=self._scopes,
            code_challenge_method="S256",
            timeout=_TIMEOUT,
            verify=self._tls,
        )

    def authorize_url(self, *, state: str, verifier: str, login_hint: str) -> str:
        hint = {"login": login_hint} if login_hint else {}
        url, _ = self._oauth().create_authorization_url(self._authorize, state=state, code_verifier=verifier, **hint)
        return str(url)

    async def exchange(self, *, code: str, verifier: str) -> Grant:
        if not code or len(code) > _LONGEST_CODE:
            raise _code_rejected()
        # causes are cut off below: their texts and frames may hold the code, the verifier or the token
        failure: AppError
        try:
            async with self._oauth() as client:
                token = await client.fetch_token(self._token, code=code, code_verifier=verifier)
            return self._grant(token)
        except OAuthError as refused:
            failure = _refused(str(refused.error))
        except (httpx.HTTPError, KeyError, TypeError, ValueError) as broken:
            telemetry.log.warning("sign-in provider failed", step="exchange", reason=type(broken).__name__)
            failure = _unavailable()
        raise failure

    def _grant(self, token: Mapping[str, Any]) -> Grant:
        access_token = token["access_token"]
        if not isinstance(access_token, str) or not access_token:
            raise ValueError("no access token")
        seconds = token.get("expires_in")
        expires_at = None if seconds is None else datetime.fromtimestamp(self._clock() + int(seconds), UTC)
        return Grant(
            access_token=access_token,
            scopes=" ".join(str(token.get("scope") or "").replace(",", " ").split()),
            expires_at=expires_at,
        )

    async def fetch_profile(self, access_token: str) -> Profile:
        response = await self._get("/user", access_token)
        user = _read(_User.model_validate_json, response)
        return Profile(
            provider_user_id=str(user.id), login=user.login, name=user.name or user.login, avatar_url=user.avatar_url
        )

    # ------------------------------------------------------------ repositories

    async def list_repositories(
        self, access_token: str, *, query: str, page_size: int, page_token: str
    ) -> RepositoryPage:
        # GitHub lists but does not search what a token can read, so names are matched here, a few pages per call
        page, index = _position(page_token)
        wanted = query.casefold()
        found: list[Repository] = []
        for _ in range(_UPSTREAM_PAGES_PER_CALL):
            parameters = {"sort": "pushed", "per_page": str(_UPSTREAM_PAGE), "page": str(page)}
            response = await self._get("/user/repos", access_token, parameters)
            repositories = _read(_REPOSITORIES.validate_json, response)
            for number in range(index, len(repositories)):
                repository = repositories[number]
                if wanted not in repository.full_name.casefold():
                    continue
                if len(found) == page_size:
                    return RepositoryPage(tuple(found), f"{page}.{number}")
                found.append(
                    Repository(
                        id=str(repository.id),
                        full_name=repository.full_name,
                        clone_url=repository.clone_url,
                        private=repository.private,
                        default_branch=repository.default_branch,
                    )
                )
            if "next" not in response.links:
                return RepositoryPage(tuple(found), "")
            page, index = page + 1, 0
            if len(found) == page_size:
                break
        return RepositoryPage(tuple(found), f"{page}.{index}")

    # ------------------------------------------------------------ the API

    async def _get(self, path: str, access_token: str, parameters: Mapping[str, str] | None = None) -> httpx.Response:
        headers = {"Authorization": f"Bearer {access_token}"}
        try:
            response = await self._http.get(f"{self._api}{path}", params=parameters, headers=headers)
        except (httpx.HTTPError, httpx.InvalidURL) as broken:
            telemetry.log.warning("sign-in provider failed", step=path, reason=type(broken).__name__)
            raise _unavailable() from None
        if response.status_code != httpx.codes.OK:
            raise self._api_error(path, response)
        return response

    def _api_error(self, path: str, response: httpx.Response) -> AppError:
        status = response.status_code
        telemetry.log.warning("sign-in provider refused", step=path, status=status)
        if status == httpx.codes.UNAUTHORIZED:
            return WrongState(
                "Your connection to GitHub has ended there. Sign in again to reconnect.", code="provider_token_void"
            )
        patience = self._patience(response)
        if status == httpx.codes.TOO_MANY_REQUESTS or (status == httpx.codes.FORBIDDEN and patience is not None):
            return LimitReached(
                "GitHub asks to slow down. Try again in a while.", code="provider_limit", retry_after=patience or 60.0
            )
        if status in {httpx.codes.FORBIDDEN, httpx.codes.NOT_FOUND, httpx.codes.UNAVAILABLE_FOR_LEGAL_REASONS}:
            return PermissionDenied(
                "GitHub does not let your account do this; an organization may ask for single sign-on first.",
                code="provider_forbidden",
            )
        return _unavailable()

    def _patience(self, response: httpx.Response) -> float | None:
        """Seconds that a rate-limited answer asks to wait; None for one that is not rate-limited."""
        headers = response.headers
        try:
            if "retry-after" in headers:
                return max(1.0, float(headers["retry-after"]))
            if headers.get("x-ratelimit-remaining") == "0":
                return max(1.0, float(headers["x-ratelimit-reset"]) - self._clock())
        except (KeyError, ValueError):
            return 60.0
        return None


def _read(parse: Callable[[bytes], T], response: httpx.Response) -> T:
    try:
        return parse(response.content)
    except ValidationError:
        telemetry.log.warning("sign-in provider failed", step=response.url.path, reason="unexpected answer")
        raise _unavailable() from None


def _position(page_token: str) -> tuple[int, int]:
    """The upstream page, from 1, and the index in it where the next of our pages begins."""
    if not page_token:
        return 1, 0
    page, dot, index = page_token.partition(".")
    if not (dot and _is_number(page) and _is_number(index) and int(page) > 0):
        raise InvalidInput("This page does not exist. Start the list again.", fields={"page_token": "unknown"})
    return int(page), int(index)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 6


def _refused(error: str) -> AppError:
    if error in _MISCONFIGURED:
        telemetry.log.error("sign-in provider refuses this installation", reason=error)
        return Internal(
            "Sign-in is not set up correctly here: GitHub refuses this installation's client id, secret or "
            "callback address. Its operator has to correct them.",
            code="provider_misconfigured",
        )
    if error == "unverified_user_email":
        return Unauthenticated(
            "Verify your primary e-mail address at GitHub, then sign in again.", code="code_rejected"
        )
    return _code_rejected()


def _code_rejected() -> Unauthenticated:
    return Unauthenticated("GitHub did not accept this sign-in. Start it again.", code="code_rejected")


def _unavailable() -> Unavailable:
    return Unavailable("GitHub does not answer properly right now. Try again in a moment.", code="provider_unavailable")
