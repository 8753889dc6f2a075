"""What routes ask of a request before they act: who calls, which services answer, which page."""

from typing import Annotated, cast
from urllib.parse import urlencode
from uuid import UUID

from fastapi import Depends, Path, Query, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from gateway.clients import Clients as ServiceClients
from gateway.schemas import JOB_ID
from gateway.settings import Settings as GatewaySettings
from gateway.streams import Drain as StreamDrain
from gateway.tokens import Principal, TokenVerifier
from kit.errors import NotFound, Unauthenticated

_bearer = HTTPBearer(
    auto_error=False,
    bearerFormat="JWT",
    scheme_name="bearer",
    description="The access token of `POST /api/v1/auth/callback` or `POST /api/v1/auth/refresh`.",
)

SIGNED_IN = ("unauthenticated", "token_invalid", "token_expired")
"""Codes of every route that needs a user."""
SERVED = ("internal", "unavailable")
"""Codes of every route that asks another service."""


def _settings(request: Request) -> GatewaySettings:
    return cast("GatewaySettings", request.app.state.settings)


def _clients(request: Request) -> ServiceClients:
    return cast("ServiceClients", request.app.state.clients)


def _drain(request: Request) -> StreamDrain:
    return cast("StreamDrain", request.app.state.drain)


def _principal(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)]
) -> Principal:
    if credentials is None:
        raise Unauthenticated("Send an access token: Authorization: Bearer TOKEN.")
    verifier = cast("TokenVerifier", request.app.state.verifier)
    return verifier.verify(credentials.credentials)


Clients = Annotated[ServiceClients, Depends(_clients)]
Drain = Annotated[StreamDrain, Depends(_drain)]
Settings = Annotated[GatewaySettings, Depends(_settings)]
User = Annotated[Principal, Depends(_principal)]


def _job_id(
    _: User,
    job_id: Annotated[str, Path(description="The analysis.", examples=[JOB_ID], json_schema_extra={"format": "uuid"})],
) -> str:
    """The id in its canonical form; what is no id names nothing."""
    try:
        canonical = str(UUID(job_id))
    except ValueError:
        canonical = ""
    if canonical != job_id.lower():
        raise NotFound("There is no analysis with this id, or it is not yours.")
    return canonical


JobId = Annotated[str, Depends(_job_id)]
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
