"""What routes ask of a request before they act: who calls, which services answer, which page."""

import re
from collections.abc import Collection
from typing import Annotated, Any, cast
from urllib.parse import urlencode
from uuid import uuid4

from fastapi import Depends, Header, Path, Query, Request
from fastapi.security import HTTPBearer
from pydantic import AfterValidator
from starlette.exceptions import HTTPException

from gateway.api_tokens import PREFIX
from gateway.clients import Clients
from gateway.identities import Identities
from gateway.limits import Guessing as Guesses
from gateway.rates import USER, Rates
from gateway.revocations import Revocations as Revoked
from gateway.schemas import JOB_ID
from gateway.settings import Settings as GatewaySettings
from gateway.streams import Drain as StreamDrain
from gateway.streams import Watches as StreamWatches
from gateway.tokens import Principal
from gitstrata_protos.auth.v1.auth_service_pb2 import Client
from kit.errors import NotFound, PermissionDenied, Unauthenticated

SIGNED_IN = ("unauthenticated", "token_invalid", "token_expired", "scope_missing", "too_many_failures")
"""Codes of every route that needs a user."""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
SERVED = ("internal", "unavailable", "timed_out")
"""Codes of every route that asks another service."""


def clients(request: Request) -> Clients:
    """The services that answer. Nearly every route asks for them: a dependency would cost as much as a token."""
    return cast("Clients", request.app.state.clients)


# all of them are asyncio's: FastAPI runs others in a thread each, which costs more than the rest of a request


async def _settings(request: Request) -> GatewaySettings:
    return cast("GatewaySettings", request.app.state.settings)


async def _drain(request: Request) -> StreamDrain:
    return cast("StreamDrain", request.app.state.drain)


async def _watches(request: Request) -> StreamWatches:
    return cast("StreamWatches", request.app.state.watches)


async def _guessing(request: Request) -> Guesses:
    return cast("Guesses", request.app.state.guessing)


async def _revocations(request: Request) -> Revoked:
    return cast("Revoked", request.app.state.identities.revocations)


class _Bearer(HTTPBearer):
    """The scheme of the document, which answers with who calls instead of with what was sent."""

    async def __call__(self, request: Request) -> Principal:  # type: ignore[override]
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            raise Unauthenticated("Send an access token: Authorization: Bearer TOKEN.")
        state = request.app.state
        identities: Identities = state.identities
        rates: Rates = state.rates
        if token.startswith(PREFIX):
            async with cast("Guesses", state.guessing).guarded("token", address_of(request)):
                principal = await identities.api_tokens.verify(token)
            scope = "read" if request.method in _READING else "write"
            if scope not in principal.scopes:
                raise PermissionDenied(f"This API token has no scope '{scope}'.", code="scope_missing")
        else:
            principal = identities.verifier.verify(token)
        identities.revocations.check(principal)
        rates.take(request.scope, USER, principal.user_id)
        return principal


_principal = _Bearer(
    bearerFormat="JWT",
    scheme_name="bearer",
    description="The access token of `POST /api/v1/auth/callback` or `POST /api/v1/auth/refresh`, or a personal API "
    "token of `POST /api/v1/auth/tokens`.",
)


async def _in_session(user: Annotated[Principal, Depends(_principal)]) -> Principal:
    """Who has signed in: a token that leaks must not be able to make others, or to lock its user out."""
    if not user.session_id:
        raise PermissionDenied("An API token cannot do this: sign in for it.", code="session_needed")
    return user


async def _administrator(user: Annotated[Principal, Depends(_principal)]) -> Principal:
    if not user.administrator:
        raise PermissionDenied("This is for administrators.", code="administrators_only")
    if not user.session_id and "admin" not in user.scopes:
        raise PermissionDenied("This API token has no scope 'admin'.", code="scope_missing")
    return user


def address_of(request: Request) -> str:
    """Whence the request comes; behind trusted proxies, as the nearest of them tells."""
    return request.client.host if request.client else ""


async def _client(request: Request) -> Client:
    return Client(user_agent=request.headers.get("user-agent", ""), address=address_of(request))


Drain = Annotated[StreamDrain, Depends(_drain)]
Watches = Annotated[StreamWatches, Depends(_watches)]
Settings = Annotated[GatewaySettings, Depends(_settings)]
User = Annotated[Principal, Depends(_principal)]
SignedIn = Annotated[Principal, Depends(_in_session)]
Administrator = Annotated[Principal, Depends(_administrator)]
Revocations = Annotated[Revoked, Depends(_revocations)]
Guessing = Annotated[Guesses, Depends(_guessing)]
Caller = Annotated[Client, Depends(_client)]


_CANONICAL = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def path_id(description: str, *, example: str | None = None, alias: str | None = None) -> Any:
    """A parameter of the path that is an id."""
    examples = None if example is None else [example]
    return Path(alias=alias, description=description, examples=examples, json_schema_extra={"format": "uuid"})


def canonical(otherwise: str, *, code: str | None = None, words: Collection[str] = ()) -> AfterValidator:
    """Of an id, its canonical form; what is no id names nothing, which NotFound says in the sentence `otherwise`.

    `words` are no ids but addresses of their own, which do not answer the method that led here.

    It is raised after the user was asked for: parameters are looked at once all that a route depends on is there.
    """

    def canonical_form(given: str) -> str:
        lower = given.lower()
        if not _CANONICAL.fullmatch(lower):
            if given in words:
                raise HTTPException(405)
            raise NotFound(otherwise, code=code)
        return lower

    return AfterValidator(canonical_form)


async def _command_key(
    idempotency_key: Annotated[
        str | None,
        Header(
            alias="Idempotency-Key",
            min_length=1,
            max_length=255,
            pattern=r"^[\x21-\x7e]+$",
            description="Any unique text: for a day, the same key with the same request has the same answer and no "
            "second effect; with another request it is refused with 422.",
            examples=["6f1c8d1e-2f0b-4d07-9c54-0a4f0a3c7d11"],
        ),
    ] = None,
) -> str:
    """The client's, or a fresh one: the call behind may be made again when a replica goes away."""
    return idempotency_key or str(uuid4())


NO_SUCH_ANALYSIS = "There is no analysis with this id, or it is not yours."
JobId = Annotated[
    str,
    path_id("The analysis.", example=JOB_ID),
    canonical(NO_SUCH_ANALYSIS, words=("batch", "compare", "organization")),
]
CommandKey = Annotated[str, Depends(_command_key)]
Limit = Annotated[int, Query(ge=1, le=100, description="Most items of one page.")]
Cursor = Annotated[
    str | None,
    Query(
        min_length=1,
        max_length=1024,
        pattern=r"^[\x21-\x7e]+$",
        description="`next_cursor` of the page before; without it, the first page.",
    ),
]


def next_link(path: str, cursor: str, **query: str | int | None) -> str:
    """A `Link` header to the next page (RFC 8288)."""
    kept = {name: value for name, value in query.items() if value is not None}
    return f'<{path}?{urlencode({**kept, "cursor": cursor})}>; rel="next"'


LINK = {
    "Link": {"schema": {"type": "string"}, "description": 'The next page, as `<…>; rel="next"`; absent on the last.'}
}
