"""The OAuth 2 dance that all adapters share: authorization code with PKCE, and refresh tokens."""

from __future__ import annotations

import warnings
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import httpx

from auth.provider import Grant
from auth.provider.http import TIMEOUT, Api, misconfigured, token_void, unavailable
from kit import telemetry
from kit.errors import AppError, Unauthenticated

with warnings.catch_warnings():
    # authlib prefers the successor of httpx where it is installed; a test notices when its base class changes
    import authlib.deprecate  # noqa: F401 first, since it puts a filter of its own in front

    warnings.filterwarnings("ignore", message="The httpx module is deprecated")
    from authlib.integrations.base_client import OAuthError
    from authlib.integrations.httpx_client import AsyncOAuth2Client

_LONGEST_CODE = 512
_LONGEST_TOKEN = 4096


@dataclass(frozen=True, slots=True)
class Credentials:
    """How this installation is registered at the provider."""

    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """How the token endpoint said no."""

    error: str
    description: str


class OAuthApp:
    """This installation as an OAuth application of one provider, whose endpoints lie below `base`.

    `is_misconfigured` tells a refusal that the operator has to act on from one that concerns a person.
    """

    def __init__(
        self, *, base: str, credentials: Credentials, api: Api, is_misconfigured: Callable[[Refusal], bool]
    ) -> None:
        self._authorize = f"{base}/login/oauth/authorize"
        self._token = f"{base}/login/oauth/access_token"
        self._credentials = credentials
        self._api = api
        self._is_misconfigured = is_misconfigured

    def authorize_url(self, *, state: str, verifier: str, scopes: str, extra: Mapping[str, str]) -> str:
        """Where to send the browser to ask for these scopes."""
        client = self._client(scopes)
        url, _ = client.create_authorization_url(self._authorize, state=state, code_verifier=verifier, **extra)
        return str(url)

    async def exchange(self, *, code: str, verifier: str) -> Grant:
        """Trade a code for a token."""
        if not code or len(code) > _LONGEST_CODE:
            raise self._code_rejected()
        return await self._fetch(
            "exchange",
            lambda client: client.fetch_token(self._token, code=code, code_verifier=verifier),
            self._exchange_refused,
        )

    async def renew(self, refresh_token: str) -> Grant:
        """Trade a refresh token for the next grant."""
        if not refresh_token or len(refresh_token) > _LONGEST_TOKEN:
            raise token_void(self._api.title)
        return await self._fetch(
            "renew",
            lambda client: client.refresh_token(self._token, refresh_token=refresh_token),
            lambda _: token_void(self._api.title),
        )

    def _client(self, scopes: str = "") -> AsyncOAuth2Client:
        # one per call, since it remembers the token it fetched
        return AsyncOAuth2Client(
            client_id=self._credentials.client_id,
            client_secret=self._credentials.client_secret,
            token_endpoint_auth_method="client_secret_post",  # noqa: S106 the name of a method
            redirect_uri=self._credentials.redirect_uri,
            scope=scopes or None,
            code_challenge_method="S256",
            timeout=TIMEOUT,
            verify=self._api.tls,
        )

    async def _fetch(
        self,
        step: str,
        fetch: Callable[[AsyncOAuth2Client], Awaitable[Mapping[str, Any]]],
        refused: Callable[[Refusal], AppError],
    ) -> Grant:
        # causes are cut off below: their texts and frames may hold the code, the verifier or a token
        failure: AppError
        try:
            async with self._client() as client:
                token = await fetch(client)
            return self._grant(token)
        except OAuthError as answer:
            refusal = Refusal(str(answer.error), str(answer.description))
            failure = (
                misconfigured(self._api.title, refusal.error) if self._is_misconfigured(refusal) else refused(refusal)
            )
        except (httpx.HTTPError, KeyError, TypeError, ValueError, OverflowError, OSError) as broken:
            telemetry.log.warning("sign-in provider failed", step=step, reason=type(broken).__name__)
            failure = unavailable(self._api.title)
        raise failure

    def _grant(self, token: Mapping[str, Any]) -> Grant:
        access_token, refresh_token = token["access_token"], token.get("refresh_token") or ""
        if not isinstance(access_token, str) or not access_token or not isinstance(refresh_token, str):
            raise ValueError("no token")
        return Grant(
            access_token=access_token,
            scopes=" ".join(str(token.get("scope") or "").replace(",", " ").split()),
            expires_at=self._after(token.get("expires_in")),
            refresh_token=refresh_token,
            refresh_expires_at=self._after(token.get("refresh_token_expires_in")) if refresh_token else None,
        )

    def _after(self, seconds: Any) -> datetime | None:
        return None if seconds is None else datetime.fromtimestamp(self._api.clock() + int(seconds), UTC)

    def _exchange_refused(self, refusal: Refusal) -> AppError:
        if refusal.error == "unverified_user_email":
            return Unauthenticated(
                f"Verify your primary e-mail address at {self._api.title}, then sign in again.", code="code_rejected"
            )
        return self._code_rejected()

    def _code_rejected(self) -> Unauthenticated:
        return Unauthenticated(f"{self._api.title} did not accept this sign-in. Start it again.", code="code_rejected")
