"""What every adapter needs to call a provider's REST API: one HTTP client, its failures in our words, addresses."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar
from urllib.parse import urljoin, urlsplit

import httpx
from pydantic import BaseModel, ValidationError

from auth.provider import origin_of
from kit import telemetry
from kit.errors import AppError, Internal, LimitReached, PermissionDenied, Unavailable, WrongState

TIMEOUT = httpx.Timeout(5.0)  # sign-in makes a few calls within the ten seconds that its caller waits
MOST_PAGES = 5
"""Upstream pages that one call of ours reads at most."""

_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")
_REDIRECTS = {httpx.codes.MOVED_PERMANENTLY, httpx.codes.TEMPORARY_REDIRECT, httpx.codes.PERMANENT_REDIRECT}

T = TypeVar("T")


class _Hook(BaseModel):
    id: int


class Api:
    """The REST API of one provider, which people know as `title`. Close it with `aclose`.

    No error that leaves here carries a cause: causes hold requests, and those hold tokens.
    """

    def __init__(
        self, *, title: str, base: str, headers: Mapping[str, str], clock: Callable[[], float] = time.time
    ) -> None:
        self.title = title
        self.base = base
        self.clock = clock
        self.tls = httpx.create_ssl_context()  # costly to make, so shared by all clients of this provider
        self._http = httpx.AsyncClient(timeout=TIMEOUT, verify=self.tls, headers={"User-Agent": "gitstrata", **headers})

    async def aclose(self) -> None:
        """Close its connections."""
        await self._http.aclose()

    async def request(
        self,
        method: str,
        url: str,
        *,
        step: str,
        token: str = "",
        expected: Collection[int] = (httpx.codes.OK,),
        **options: Any,
    ) -> httpx.Response:
        """The answer to one call, with `token` as the bearer's; `url` is below the API's base, or absolute.

        An answer with another status than the expected ones is raised as the error that it means. `step` names the
        call in logs, where its address has no place: private repositories have names.
        """
        if token:
            options["headers"] = {"Authorization": f"Bearer {token}"}
        response: httpx.Response | None = None
        reason = ""
        try:
            response = await self._http.request(method, url if "://" in url else f"{self.base}{url}", **options)
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as broken:
            reason = type(broken).__name__
        if response is None:  # outside the handler, for its error holds the request
            telemetry.log.warning("sign-in provider failed", step=step, reason=reason)
            raise unavailable(self.title)
        if response.status_code not in expected:
            raise self._refusal(step, response)
        return response

    async def get(
        self, url: str, *, step: str, token: str = "", parameters: Mapping[str, str] | None = None
    ) -> httpx.Response:
        """`request` for what is there to be read."""
        return await self.request("GET", url, step=step, token=token, params=parameters)

    async def find(
        self, url: str, *, step: str, token: str = "", parameters: Mapping[str, str] | None = None
    ) -> httpx.Response | None:
        """`get` for something that may not be there, or not for this person: None then.

        Follows one redirect within the API: repositories are renamed.
        """
        expected = {
            httpx.codes.OK,
            httpx.codes.FORBIDDEN,
            httpx.codes.NOT_FOUND,
            httpx.codes.UNAVAILABLE_FOR_LEGAL_REASONS,
            *_REDIRECTS,
        }
        response = await self.request("GET", url, step=step, token=token, expected=expected, params=parameters)
        if response.status_code in _REDIRECTS:
            target = urljoin(str(response.url), response.headers.get("location", ""))
            if origin_of(target) != origin_of(self.base):  # the token is for nobody else
                raise self._refusal(step, response)
            response = await self.request("GET", target, step=step, token=token, expected=expected - _REDIRECTS)
        if response.status_code == httpx.codes.FORBIDDEN and self._patience(response) is not None:
            raise self._refusal(step, response)
        return response if response.status_code == httpx.codes.OK else None

    async def install_hook(self, url: str, *, token: str, content: Mapping[str, Any]) -> str:
        """The id of a hook that is made at `url`; PermissionDenied where it may not be, or not like this."""
        response = await self.request(
            "POST",
            url,
            step="install hook",
            token=token,
            expected=(httpx.codes.CREATED, httpx.codes.UNPROCESSABLE_ENTITY),
            json=content,
        )
        if response.status_code == httpx.codes.UNPROCESSABLE_ENTITY:
            raise PermissionDenied(f"{self.title} does not take this webhook.", code="provider_refused_hook")
        return str(self.read(_Hook.model_validate_json, response, step="install hook").id)

    async def remove_hook(self, url: str, *, token: str) -> None:
        """Delete the hook at `url`; one that is gone is as good."""
        gone = (httpx.codes.NO_CONTENT, httpx.codes.NOT_FOUND)
        await self.request("DELETE", url, step="remove hook", token=token, expected=gone)

    async def is_public(self, url: str, *, step: str) -> bool:
        """Whether it is there for somebody without an account too; False where the provider will not tell."""
        unknown = {
            httpx.codes.UNAUTHORIZED,
            httpx.codes.FORBIDDEN,
            httpx.codes.NOT_FOUND,
            httpx.codes.TOO_MANY_REQUESTS,
            httpx.codes.UNAVAILABLE_FOR_LEGAL_REASONS,
        }
        response = await self.request("GET", url, step=step, expected={httpx.codes.OK, *unknown})
        return response.status_code == httpx.codes.OK

    def read(self, parse: Callable[[bytes], T], response: httpx.Response, *, step: str) -> T:
        """What the answer says; Unavailable if that cannot be understood."""
        try:
            return parse(response.content)
        except ValidationError:
            telemetry.log.warning("sign-in provider failed", step=step, reason="unexpected answer")
        raise unavailable(self.title)

    def _refusal(self, step: str, response: httpx.Response) -> AppError:
        status = response.status_code
        telemetry.log.warning("sign-in provider refused", step=step, status=status)
        if status == httpx.codes.UNAUTHORIZED:
            return token_void(self.title)
        patience = self._patience(response)
        if status == httpx.codes.TOO_MANY_REQUESTS or (status == httpx.codes.FORBIDDEN and patience is not None):
            return LimitReached(
                f"{self.title} asks to slow down. Try again in a while.",
                code="provider_limit",
                retry_after=patience or 60.0,
            )
        if status in {httpx.codes.FORBIDDEN, httpx.codes.NOT_FOUND, httpx.codes.UNAVAILABLE_FOR_LEGAL_REASONS}:
            return PermissionDenied(
                f"{self.title} does not let your account do this; an organization may ask for single sign-on first.",
                code="provider_forbidden",
            )
        return unavailable(self.title)

    def _patience(self, response: httpx.Response) -> float | None:
        """Seconds that a rate-limited answer asks to wait; None for one that is not rate-limited."""
        headers = response.headers
        try:
            if "retry-after" in headers:
                return max(1.0, float(headers["retry-after"]))
            if headers.get("x-ratelimit-remaining") == "0":
                return max(1.0, float(headers["x-ratelimit-reset"]) - self.clock())
        except (KeyError, ValueError):
            return 60.0
        return None


def base_and_origin(url: str, *, example: str) -> tuple[str, str]:
    """A provider's configured address without its last slash, and its origin; ValueError for one that is none."""
    origin = origin_of(url)
    if origin is None:
        raise ValueError(f"the provider's address must be like {example}")
    return url.rstrip("/"), origin


def repository_path(base: str, repository_url: str) -> str | None:
    """`owner/name` of a repository at the provider with this address; None for an address that is no repository's."""
    if origin_of(repository_url) != origin_of(base):
        return None
    parts = urlsplit(repository_url)
    prefix = urlsplit(base).path + "/"
    if parts.query or parts.fragment or not parts.path.startswith(prefix):
        return None
    owner, slash, name = parts.path.removeprefix(prefix).rstrip("/").partition("/")
    name = name.removesuffix(".git")
    return f"{owner}/{name}" if slash and _is_name(owner) and _is_name(name) else None


def hooks_path(base: str, repository_url: str, title: str) -> str:
    """Where the API has a repository's hooks; PermissionDenied for an address that is no repository's."""
    path = repository_path(base, repository_url)
    if path is None:
        raise PermissionDenied(f"This is not the address of a repository at {title}.", code="provider_forbidden")
    return f"/repos/{path}/hooks"


def _is_name(text: str) -> bool:
    return _NAME.fullmatch(text) is not None and text not in {".", ".."}


def unavailable(title: str) -> Unavailable:
    """The provider failed, not the person."""
    return Unavailable(
        f"{title} does not answer properly right now. Try again in a moment.", code="provider_unavailable"
    )


def token_void(title: str) -> WrongState:
    """The provider no longer knows a token that it once gave."""
    return WrongState(
        f"Your connection to {title} has ended there. Sign in again to reconnect.", code="provider_token_void"
    )


def misconfigured(title: str, reason: str) -> Internal:
    """The provider refuses what this installation is registered with; that is the operator's to correct."""
    telemetry.log.error("sign-in provider refuses this installation", reason=reason)
    return Internal(
        f"Sign-in is not set up correctly here: {title} refuses this installation's client id, secret or callback "
        "address. Its operator has to correct them.",
        code="provider_misconfigured",
    )
