"""Sign-in, sessions and who am I."""

from typing import Annotated

from fastapi import APIRouter, Body, Cookie, Header, Query, Response
from starlette.responses import RedirectResponse

from gateway import problems, schemas, wire
from gateway.routes.access import SERVED, SIGNED_IN, Clients, Settings, User
from gitstrata_protos.auth.v1 import auth_service_pb2 as proto
from kit import rpc
from kit.errors import NotFound, Unauthenticated

PATH = "/api/v1/auth"
BROWSER_COOKIE = "gitstrata_sign_in"
REFRESH_COOKIE = "gitstrata_refresh"
# the provider is asked for the token and the person behind it
_TIMEOUT_SECONDS = 20

router = APIRouter(prefix=PATH, tags=["auth"])
BrowserKey = Annotated[str | None, Cookie(alias=BROWSER_COOKIE, include_in_schema=False)]
RefreshCookie = Annotated[str | None, Cookie(alias=REFRESH_COOKIE, include_in_schema=False)]
UserAgent = Annotated[str | None, Header(alias="User-Agent", include_in_schema=False)]


@router.get(
    "/github",
    operation_id="startSignIn",
    summary="Begin to sign in with GitHub",
    status_code=302,
    response_class=RedirectResponse,
    responses={
        302: {
            "description": "To the provider, which sends the browser back with a code and a state.",
            "headers": {
                "Location": {"schema": {"type": "string", "format": "uri"}, "description": "The provider's page."},
                "Set-Cookie": {"schema": {"type": "string"}, "description": "Ties the sign-in to this browser."},
            },
        },
        **problems.answers("invalid_input", "limit_reached", *SERVED),
    },
)
async def start(
    clients: Clients,
    settings: Settings,
    login: Annotated[
        str | None,
        Query(
            min_length=1, max_length=100, pattern=r"^[\x21-\x7e]+$", description="Account to suggest to the provider."
        ),
    ] = None,
) -> RedirectResponse:
    """Send the browser here. A program follows the redirects itself, keeping cookies."""
    reply = await rpc.call(
        clients.auth.StartSignIn, proto.StartSignInRequest(provider="github", login_hint=login or "")
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
        "permission_denied",
        "conflict",
        "body_too_large",
        "invalid_input",
        "limit_reached",
        *SERVED,
    ),
)
async def callback(
    *,
    clients: Clients,
    settings: Settings,
    response: Response,
    body: schemas.CallbackRequest,
    browser_key: BrowserKey = None,
    user_agent: UserAgent = None,
) -> schemas.Tokens:
    """Exchanges the provider's code and state. Needs the cookie that `GET auth/github` set in this browser."""
    if not browser_key:
        raise Unauthenticated(problems.CATALOGUE["sign_in_not_started"].example, code="sign_in_not_started")
    reply = await rpc.call(
        clients.auth.CompleteSignIn,
        proto.CompleteSignInRequest(
            code=body.code, state=body.state, browser_key=browser_key, user_agent=_short(user_agent)
        ),
        timeout=_TIMEOUT_SECONDS,
    )
    response.delete_cookie(BROWSER_COOKIE, path=PATH, httponly=True, secure=settings.cookie_secure, samesite="lax")
    in_body = body.token_delivery == "body"  # noqa: S105 a choice, no secret
    return _deliver(reply.tokens, reply.user, response, settings, in_body=in_body)


@router.post(
    "/refresh",
    operation_id="refreshSession",
    summary="Get a new access token",
    response_model=schemas.Tokens,
    response_model_exclude_unset=True,
    responses=problems.answers(
        "malformed_body",
        "refresh_token_missing",
        "unauthenticated",
        "conflict",
        "body_too_large",
        "invalid_input",
        "limit_reached",
        *SERVED,
    ),
)
async def refresh(
    *,
    clients: Clients,
    settings: Settings,
    response: Response,
    body: Annotated[schemas.RefreshRequest | None, Body()] = None,
    cookie: RefreshCookie = None,
    user_agent: UserAgent = None,
) -> schemas.Tokens | Response:
    """A refresh token works once: the answer carries its successor, the way the old one came.

    Using an old one again revokes the session.
    """
    token = body.refresh_token if body else cookie
    if not token:
        raise Unauthenticated(problems.CATALOGUE["refresh_token_missing"].example, code="refresh_token_missing")
    try:
        reply = await rpc.call(
            clients.auth.RefreshSession,
            proto.RefreshSessionRequest(refresh_token=token, user_agent=_short(user_agent)),
        )
    except Unauthenticated as error:
        refused = problems.of_app_error(error)
        if not body:
            _forget(refused, settings)
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
    clients: Clients,
    settings: Settings,
    response: Response,
    body: Annotated[schemas.RefreshRequest | None, Body()] = None,
    cookie: RefreshCookie = None,
) -> None:
    """Revokes the session of the refresh token, in its cookie or in the body. Without one there is nothing to do."""
    token = body.refresh_token if body else cookie
    if token:
        await rpc.call(clients.auth.SignOut, proto.SignOutRequest(refresh_token=token))
    _forget(response, settings)


@router.get(
    "/me",
    operation_id="getCurrentUser",
    summary="Who am I?",
    responses=problems.answers(*SIGNED_IN, *SERVED),
)
async def me(user: User, clients: Clients) -> schemas.User:
    """The user of the access token."""
    try:
        reply = await rpc.call(clients.auth.GetUser, proto.GetUserRequest(user_id=user.user_id), user_id=user.user_id)
    except NotFound:
        raise Unauthenticated("The access token is not valid. Sign in again.", code="token_invalid") from None
    return wire.user(reply.user)


def _deliver(
    tokens: proto.TokenPair, user: proto.User, response: Response, settings: Settings, *, in_body: bool
) -> schemas.Tokens:
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
    return schemas.Tokens.model_validate({**shown, "user": wire.user(user)})


def _forget(response: Response, settings: Settings) -> None:
    response.delete_cookie(REFRESH_COOKIE, path=PATH, httponly=True, secure=settings.cookie_secure, samesite="strict")


def _short(user_agent: str | None) -> str:
    """Printable and bounded: it is shown in the list of sessions."""
    return "".join(char for char in user_agent or "" if char.isprintable())[:256]
