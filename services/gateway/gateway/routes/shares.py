"""Links by which others read a report: making and revoking them, and reading by their secrets."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request, Response
from fastapi.security import APIKeyHeader

from gateway import problems, share_schemas, share_wire
from gateway.exports import export
from gateway.routes.access import (
    LINK,
    SERVED,
    SIGNED_IN,
    Cursor,
    Limit,
    Settings,
    User,
    canonical,
    clients,
    next_link,
    path_id,
)
from gateway.routes.exports import EXPORTED, FAILING, FormatName, IfNoneMatch, TableName
from gateway.shared import SharedReport, hash_of, new_secret
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as proto
from kit import rpc

PATH = "/api/v1/shares"
router = APIRouter(tags=["sharing"])
_secret = APIKeyHeader(
    name="Gitstrata-Share",
    scheme_name="share",
    auto_error=False,
    description="The secret of a share. In a link it is the fragment, which browsers send nowhere by themselves.",
)
CREATING = ("malformed_body", *SIGNED_IN, "not_found", "conflict", "body_too_large", "invalid_input", "limit_reached")


def repeats(promise: str) -> Any:
    """The header `Idempotency-Key`, with what it promises."""
    return Header(
        alias="Idempotency-Key",
        min_length=1,
        max_length=255,
        pattern=r"^[\x21-\x7e]+$",
        description=f"Any unique text: {promise}",
    )


IdempotencyKey = Annotated[
    str | None,
    repeats(
        "the same key with the same body is the same thing, with a new secret in place of the one before; with another "
        "body it is refused with 422."
    ),
]


ShareId = Annotated[
    str,
    path_id("Its id.", example=share_schemas.SHARE_ID, alias="id"),
    canonical("There is no such share, or it is not yours.", code="share_not_found"),
]


async def _shared(request: Request, secret: Annotated[str | None, Depends(_secret)]) -> SharedReport:
    return await SharedReport.of(clients(request), secret, proto.SHARE_KIND_LINK)


Shared = Annotated[SharedReport, Depends(_shared)]


@router.post(
    PATH,
    operation_id="createShare",
    summary="Share a report",
    status_code=201,
    responses=problems.answers(*CREATING, *SERVED),
)
async def create(
    *,
    user: User,
    request: Request,
    settings: Settings,
    body: share_schemas.CreateShare,
    idempotency_key: IdempotencyKey = None,
) -> share_schemas.NewShare:
    """Whoever has the secret can read the chosen sections, until it expires or is revoked. It is told here only."""
    secret = new_secret(proto.SHARE_KIND_LINK)
    asked = share_wire.share_request(body, hash_of(secret), idempotency_key)
    reply = await rpc.call(clients(request).jobs.CreateShare, asked, user_id=user.user_id)
    link = f"{settings.public_url.rstrip('/')}/shared#{secret}"
    return share_schemas.NewShare(**share_wire.share(reply.share).model_dump(), secret=secret, link=link)


@router.get(
    PATH,
    operation_id="listShares",
    summary="What you share",
    responses={200: {"headers": LINK}, **problems.answers(*SIGNED_IN, "invalid_input", *SERVED)},
)
async def listing(
    *, user: User, request: Request, response: Response, limit: Limit = 20, cursor: Cursor = None
) -> share_schemas.SharePage:
    """Newest first, without secrets."""
    asked = proto.ListSharesRequest(kind=proto.SHARE_KIND_LINK, page_size=limit, page_token=cursor or "")
    reply = await rpc.call(clients(request).jobs.ListShares, asked, user_id=user.user_id)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(PATH, following, limit=limit)
    return share_schemas.SharePage(items=[share_wire.share(item) for item in reply.shares], next_cursor=following)


@router.patch(
    PATH + "/{id}",
    operation_id="changeShare",
    summary="Suspend a share, or show it again",
    responses=problems.answers("malformed_body", *SIGNED_IN, "not_found", "body_too_large", "invalid_input", *SERVED),
)
async def change(
    user: User, request: Request, share_id: ShareId, body: share_schemas.ChangeShare
) -> share_schemas.Share:
    """It is suspended by itself when its repository's host tells that it became private: then it is yours to say
    whether others may go on reading it.
    """
    asked = proto.ChangeShareRequest(share_id=share_id, suspended=body.suspended)
    reply = await rpc.call(clients(request).jobs.ChangeShare, asked, user_id=user.user_id)
    return share_wire.share(reply.share)


@router.delete(
    PATH + "/{id}",
    operation_id="revokeShare",
    summary="Share no longer",
    status_code=204,
    responses=problems.answers(*SIGNED_IN, "not_found", *SERVED),
)
async def revoke(user: User, request: Request, share_id: ShareId) -> None:
    """From now on its secret gives nothing."""
    asked = proto.RevokeShareRequest(share_id=share_id)
    await rpc.call(clients(request).jobs.RevokeShare, asked, user_id=user.user_id)


@router.get(
    "/api/v1/shared",
    operation_id="getSharedReport",
    summary="What a share gives to read",
    responses=problems.answers("not_found", *SERVED),
)
async def shared(source: Shared) -> share_schemas.SharedReport:
    """404 alike for a secret that is unknown, revoked or expired."""
    return share_wire.shared_report(source)


@router.get(
    "/api/v1/shared/export/{format}",
    operation_id="exportSharedReport",
    summary="The shared report as a file",
    response_class=Response,
    responses={**EXPORTED, **problems.answers("not_found", *FAILING, *SERVED)},
)
async def export_shared(
    *,
    request: Request,
    source: Shared,
    format_: FormatName,
    table: TableName = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """As `GET /api/v1/analysis/{job_id}/export/{format}`, of the shared sections only: without what the owner said
    about people, and without e-mail addresses unless they are shared too.
    """
    return await export(
        source,
        request.app.state.renderer,
        format_=format_,
        table=table,
        if_none_match=if_none_match,
        for_others="with-addresses" if source.share.addresses else "without-addresses",
    )
