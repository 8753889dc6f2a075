"""Sign-in, and keeping a session going."""

from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Body, Cookie, Query, Request, Response
from starlette.responses import RedirectResponse

from gateway import account_schemas, problems, wire
from gateway.clients import Clients
from gateway.routes.access import (
    SERVED,
    Caller,
    Guessing,
    Settings,
    clients,
)
from gitstrata_protos.auth.v1 import auth_service_pb2 as proto
from kit import rpc
from kit.errors import Unauthenticated, Unavailable

PATH = "/api/v1/auth"
BROWSER_COOKIE = "gitstrata_sign_in"
REFRESH_COOKIE = "gitstrata_refresh"
# the provider is asked for the token and the person behind it
_TIMEOUT_SECONDS = 20

router = APIRouter(prefix=PATH, tags=["auth"])
BrowserKey = Annotated[str | None, Cookie(alias=BROWSER_COOKIE, include_in_schema=False)]
RefreshCookie = Annotated[str | None, Cookie(alias=REFRESH_COOKIE, include_in_schema=False)]


@router.get(
    "/providers",
    operation_id="listProviders",
    summary="Where people can sign in",
    responses=problems.answers(*SERVED),
)
async def providers(request: Request) -> account_schemas.ProviderList:
    """The default first."""
    reply = await rpc.call(clients(request).auth.ListProviders, proto.ListProvidersRequest())
    return account_schemas.ProviderList(
        items=[
            account_schemas.Provider(name=each.name, title=each.title, url=each.url, sign_in=f"{PATH}/{each.name}")
            for each in reply.providers
        ]
    )


_STARTED: dict[int | str, dict[str, Any]] = {
    302: {
        "description": "To the provider, which sends the browser back with a code and a state.",
        "headers": {
            "Location": {"schema": {"type": "string", "format": "uri"}, "description": "The provider's page."},
            "Set-Cookie": {"schema": {"type": "string"}, "description": "Ties the sign-in to this browser."},
        },
    },
    **problems.answers("invalid_input", "limit_reached", *SERVED),
}
Login = Annotated[
    str | None,
    Query(min_length=1, max_length=100, pattern=r"^[\x21-\x7e]+$", description="Account to suggest to the provider."),
]
Private = Annotated[bool, Query(description="Ask for access to private repositories too.")]


@router.get(
    "/github",
    operation_id="startSignIn",
    summary="Begin to sign in with GitHub",
    status_code=302,
    response_class=RedirectResponse,
    responses=_STARTED,
)
async def start(
    request: Request, settings: Settings, login: Login = None, *, private: Private = False
) -> RedirectResponse:
    """Send the browser here. A program follows the redirects itself, keeping cookies.

    Without `private` the least is asked for that tells who somebody is. Sign in again with it when private
    repositories are wanted: the grant is then a wider one, and a later sign-in without it takes nothing away.
    """
    return await _start("github", clients(request), settings, login=login, private=private)


@router.get(
    "/gitea",
    operation_id="startSignInGitea",
    summary="Begin to sign in with Gitea or Forgejo",
    status_code=302,
    response_class=RedirectResponse,
    responses=_STARTED,
)
async def start_gitea(
    request: Request, settings: Settings, login: Login = None, *, private: Private = False
) -> RedirectResponse:
    """As with GitHub; 422 where this installation has no Gitea."""
    return await _start("gitea", clients(request), settings, login=login, private=private)


async def _start(
    provider: str, clients: Clients, settings: Settings, *, login: str | None, private: bool
) -> RedirectResponse:
    reply = await rpc.call(
        clients.auth.StartSignIn,
        proto.StartSignInRequest(provider=provider, login_hint=login or "", private_repositories=private),
    )
    response = RedirectResponse(reply.authorize_url, status_code=302)
    response.set_cookie(
        BROWSER_COOKIE,
        reply.browser_key,
        max_age=reply.expires_in,
        path=PATH,
        httponly=True,
        secure=settings.cookie_secure,
        samesite="lax",
    )
    return response


@router.post(
    "/callback",
    operation_id="completeSignIn",
    summary="Complete the sign-in",
    response_model_exclude_unset=True,
    responses=problems.answers(
        "malformed_body",
        "sign_in_not_started",
        "unauthenticated",
        "not_admitted",
        "permission_denied",
        "conflict",
        "body_too_large",
        "invalid_input",
        "too_many_failures",
        "limit_reached",
        *SERVED,
    ),
)
async def callback(
    *,
    request: Request,
    settings: Settings,
    response: Response,
    body: account_schemas.CallbackRequest,
    caller: Caller,
    guessing: Guessing,
    browser_key: BrowserKey = None,
    cookie: RefreshCookie = None,
) -> account_schemas.Tokens:
    """Exchanges the provider's code and state. Needs the cookie that `GET auth/github` set in this browser.

    A session that this browser had is ended: the new one takes its place.
    """
    if not browser_key:
        raise Unauthenticated(problems.CATALOGUE["sign_in_not_started"].example, code="sign_in_not_started")
    async with guessing.guarded("sign-in", caller.address):
        reply = await rpc.call(
            clients(request).auth.CompleteSignIn,
            proto.CompleteSignInRequest(code=body.code, state=body.state, browser_key=browser_key, client=caller),
            timeout=_TIMEOUT_SECONDS,
        )
    if cookie:
        with suppress(Unavailable):
            await rpc.call(clients(request).auth.SignOut, proto.SignOutRequest(refresh_token=cookie, client=caller))
    response.delete_cookie(BROWSER_COOKIE, path=PATH, httponly=True, secure=settings.cookie_secure, samesite="lax")
    in_body = body.token_delivery == "body"  # noqa: S105 a choice, no secret
    return _deliver(reply.tokens, reply.user, response, settings, in_body=in_body)


@router.post(
    "/refresh",
    operation_id="refreshSession",
    summary="Get a new access token",
    response_model=account_schemas.Tokens,
    response_model_exclude_unset=True,
    responses=problems.answers(
        "malformed_body",
        "refresh_token_missing",
        "unauthenticated",
        "conflict",
        "body_too_large",
        "invalid_input",
        "too_many_failures",
        "limit_reached",
        *SERVED,
    ),
)
async def refresh(
    *,
    request: Request,
    settings: Settings,
    response: Response,
    body: Annotated[account_schemas.RefreshRequest | None, Body()] = None,
    caller: Caller,
    guessing: Guessing,
    cookie: RefreshCookie = None,
) -> account_schemas.Tokens | Response:
    """A refresh token works once: the answer carries its successor, the way the old one came.

    Using an old one again revokes the session.
    """
    token = body.refresh_token if body else cookie
    if not token:
        raise Unauthenticated(problems.CATALOGUE["refresh_token_missing"].example, code="refresh_token_missing")
    try:
        async with guessing.guarded("refresh", caller.address):
            reply = await rpc.call(
                clients(request).auth.RefreshSession, proto.RefreshSessionRequest(refresh_token=token, client=caller)
            )
    except Unauthenticated as error:
        refused = problems.of_app_error(error)
        if not body:
            forget(refused, settings)
        return refused
    return _deliver(reply.tokens, reply.user, response, settings, in_body=body is not None)


@router.post(
    "/logout",
    operation_id="signOut",
    summary="Sign out",
    status_code=204,
    responses=problems.answers("malformed_body", "body_too_large", "invalid_input", *SERVED),
)
async def logout(
    *,
    request: Request,
    settings: Settings,
    response: Response,
    body: Annotated[account_schemas.RefreshRequest | None, Body()] = None,
    caller: Caller,
    cookie: RefreshCookie = None,
) -> None:
    """Revokes the session of the refresh token, in its cookie or in the body. Without one there is nothing to do."""
    token = body.refresh_token if body else cookie
    if token:
        await rpc.call(clients(request).auth.SignOut, proto.SignOutRequest(refresh_token=token, client=caller))
    forget(response, settings)


def _deliver(
    tokens: proto.TokenPair, user: proto.User, response: Response, settings: Settings, *, in_body: bool
) -> account_schemas.Tokens:
    shown = {"access_token": tokens.access_token, "token_type": "Bearer", "expires_in": tokens.access_expires_in}
    if in_body:
        shown |= {"refresh_token": tokens.refresh_token, "refresh_expires_in": tokens.refresh_expires_in}
    else:
        response.set_cookie(
            REFRESH_COOKIE,
            tokens.refresh_token,
            max_age=tokens.refresh_expires_in,
            path=PATH,
            httponly=True,
            secure=settings.cookie_secure,
            samesite="strict",
        )
    return account_schemas.Tokens.model_validate({**shown, "user": wire.user(user)})


def forget(response: Response, settings: Settings) -> None:
    """Have the browser drop its refresh token."""
    response.delete_cookie(REFRESH_COOKIE, path=PATH, httponly=True, secure=settings.cookie_secure, samesite="strict")
