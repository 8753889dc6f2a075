"""The web application flow: `/login/oauth/authorize` and `/login/oauth/access_token`."""

from __future__ import annotations

import base64
import binascii
import hmac
import html
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

from local_stack.github.accounts import USERS
from local_stack.github.settings import Settings
from local_stack.github.tokens import ACCESS_SECONDS, REFRESH_SECONDS, Authorization, Codes, Tokens

_DOCUMENTATION = (
    "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors"
)
_ERRORS = {
    "incorrect_client_credentials": "The client_id and/or client_secret passed are incorrect.",
    "redirect_uri_mismatch": "The redirect_uri MUST match the registered callback URL for this application.",
    "bad_verification_code": "The code passed is incorrect or expired.",
    "bad_refresh_token": "The refresh token passed is incorrect or expired.",
    "unsupported_grant_type": "The grant_type passed is not supported.",
    "access_denied": "The user has denied your application access.",
}
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


class WebFlow:
    """The two endpoints over these codes and tokens."""

    def __init__(self, settings: Settings, codes: Codes, tokens: Tokens) -> None:
        self._settings = settings
        self._codes = codes
        self._tokens = tokens

    def router(self) -> APIRouter:
        """The routes."""
        routes = APIRouter(prefix="/login/oauth")
        routes.add_api_route("/authorize", self.authorize)
        routes.add_api_route("/access_token", self.access_token, methods=["POST"])
        return routes

    async def authorize(self, request: Request) -> Response:
        """Sends the browser back with a code, at once if `login` names a user, else after a click."""
        asked = request.query_params
        registered = self._settings.callback_url
        redirect_uri = asked.get("redirect_uri")
        if asked.get("client_id") != self._settings.client_id:
            return HTMLResponse(_page("Not Found", "<p>There is no application with this client_id.</p>"), 404)
        if redirect_uri is not None and not is_allowed_redirect(redirect_uri, registered):
            # As GitHub does: the refusal goes to the registered address, never to the one asked for.
            return _back(registered, asked, _error("redirect_uri_mismatch"))
        if asked.get("deny"):
            return _back(redirect_uri or registered, asked, _error("access_denied"))
        challenge = asked.get("code_challenge") or None
        if challenge is not None and asked.get("code_challenge_method") != "S256":
            return HTMLResponse(_page("Bad Request", "<p>code_challenge_method must be S256.</p>"), 400)
        user = USERS.get(asked.get("login", ""))
        if user is None:
            return HTMLResponse(_sign_in_page(asked))
        scopes = tuple(sorted(set(asked.get("scope", "").replace(",", " ").split())))
        code = self._codes.issue(Authorization(user.login, scopes), redirect_uri, challenge)
        return _back(redirect_uri or registered, asked, {"code": code})

    async def access_token(self, request: Request) -> Response:
        """Exchanges a code or a refresh token for a token; errors are a 200 with `error`, as GitHub's are."""
        return _reply(request, self._exchange(await _parameters(request)))

    def _exchange(self, sent: Mapping[str, str]) -> dict[str, Any]:
        known = _same(sent.get("client_id"), self._settings.client_id)
        if not (known and _same(sent.get("client_secret"), self._settings.client_secret)):
            return _error("incorrect_client_credentials")
        grant_type = sent.get("grant_type", "authorization_code")
        if grant_type == "refresh_token":
            renewed = self._tokens.renew(sent.get("refresh_token", ""))
            return _error("bad_refresh_token") if renewed is None else _expiring(*renewed)
        if grant_type == "authorization_code":
            return self._redeem(sent)
        return _error("unsupported_grant_type")

    def _redeem(self, sent: Mapping[str, str]) -> dict[str, Any]:
        code = self._codes.redeem(sent.get("code", ""), sent.get("code_verifier"))
        if code is None:
            return _error("bad_verification_code")
        redirect_uri = sent.get("redirect_uri")
        if redirect_uri is not None and redirect_uri != (code.redirect_uri or self._settings.callback_url):
            return _error("redirect_uri_mismatch")
        if self._settings.expiring_tokens:
            return _expiring(code.authorization, *self._tokens.issue_expiring(code.authorization))
        return _granted(code.authorization, self._tokens.issue(code.authorization))


def is_allowed_redirect(asked: str, registered: str) -> bool:
    """GitHub's rule: same scheme, host and port, and a path at or below the registered one.

    A loopback address may use another port than the registered one.
    """
    one, other = urlsplit(asked), urlsplit(registered)
    try:
        ports = one.port == other.port or other.hostname in _LOOPBACK
    except ValueError:
        return False
    below = one.path == other.path or one.path.startswith(other.path.rstrip("/") + "/")
    plain = ".." not in one.path.split("/") and not one.fragment and one.username is None
    return ports and (one.scheme, one.hostname) == (other.scheme, other.hostname) and below and plain


def basic_credentials(request: Request) -> tuple[str, str] | None:
    """User and password of an `Authorization: Basic` header."""
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "basic":
        return None
    try:
        user, _, password = base64.b64decode(value.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return user, password


async def _parameters(request: Request) -> dict[str, str]:
    """What was sent, be it form or JSON, the client's credentials also from a Basic header."""
    body = await request.body()
    sent = dict(request.query_params)
    if request.headers.get("content-type", "").startswith("application/json"):
        try:
            values = json.loads(body)
        except ValueError:
            values = {}
        if isinstance(values, dict):
            sent |= {str(name): str(value) for name, value in values.items()}
    else:
        sent |= dict(parse_qsl(body.decode("utf-8", "replace")))
    if credentials := basic_credentials(request):
        sent = {"client_id": credentials[0], "client_secret": credentials[1]} | sent
    return sent


def _same(sent: str | None, held: str) -> bool:
    return hmac.compare_digest((sent or "").encode(), held.encode())


def _granted(authorization: Authorization, token: str) -> dict[str, Any]:
    return {"access_token": token, "scope": ",".join(authorization.scopes), "token_type": "bearer"}


def _expiring(authorization: Authorization, token: str, refresh_token: str) -> dict[str, Any]:
    # Unlike GitHub, where only GitHub Apps have such tokens, they keep their scopes.
    return _granted(authorization, token) | {
        "expires_in": ACCESS_SECONDS,
        "refresh_token": refresh_token,
        "refresh_token_expires_in": REFRESH_SECONDS,
    }


def _error(code: str) -> dict[str, str]:
    return {
        "error": code,
        "error_description": _ERRORS[code],
        "error_uri": f"{_DOCUMENTATION}/#{code.replace('_', '-')}",
    }


def _reply(request: Request, values: dict[str, Any]) -> Response:
    headers = {"cache-control": "no-store"}
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse(values, headers=headers)
    return Response(urlencode(values), media_type="application/x-www-form-urlencoded", headers=headers)


def _back(target: str, asked: Mapping[str, str], values: dict[str, str]) -> Response:
    parts = urlsplit(target)
    query = dict(parse_qsl(parts.query)) | values
    if "state" in asked:
        query["state"] = asked["state"]
    return RedirectResponse(urlunsplit(parts._replace(query=urlencode(query))), 302)


def _sign_in_page(asked: Mapping[str, str]) -> str:
    hidden = "".join(
        f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
        for name, value in asked.items()
        if name not in {"login", "deny"}
    )
    buttons = "".join(
        f'<button name="login" value="{user.login}">Sign in as {user.login}</button>' for user in USERS.values()
    )
    cancel = '<button name="deny" value="1">Cancel</button>'
    return _page(
        "Sign in to the GitHub stand-in",
        "<p>This page stands in for GitHub on this machine. Nothing here leaves it.</p>"
        f"<form>{hidden}{buttons}{cancel}</form>",
    )


def _page(title: str, body: str) -> str:
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width">'
        "<style>body{font:16px/1.5 system-ui;max-width:32rem;margin:4rem auto;padding:0 1rem}"
        "button{font:inherit;padding:.5rem 1rem;margin:0 .5rem .5rem 0}</style>"
        f"<h1>{title}</h1>{body}</html>"
    )
