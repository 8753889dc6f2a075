"""Badges: single figures of a report as images that anybody may embed who was given their address."""

import hashlib
import json
from typing import Annotated

from cachetools import LRUCache
from fastapi import APIRouter, Path, Query, Request, Response

from gateway import problems, share_schemas, share_wire
from gateway.exports import whole
from gateway.negotiation import matches
from gateway.routes.access import (
    LINK,
    SERVED,
    SIGNED_IN,
    Cursor,
    Limit,
    Settings,
    User,
    clients,
    next_link,
)
from gateway.routes.exports import IfNoneMatch
from gateway.routes.shares import CREATING, IdempotencyKey, ShareId
from gateway.shared import SharedReport, hash_of, new_secret, nothing_shared
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as proto
from kit import rpc
from reports.badge import FIGURES, LONGEST_LABEL, Theme, draw

PATH = "/api/v1/badges"
# a badge may be stale for a while wherever it is shown, and shown while a new one is fetched
_CACHE = "public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400"
_MEDIA_TYPE = "image/svg+xml"
_HEADERS = {
    "Cache-Control": _CACHE,
    # it is meant to be embedded by other sites, as an image that can do nothing
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
}
_ETAG = {"ETag": {"schema": {"type": "string"}, "description": "Digest of the image, for `If-None-Match`."}}
router = APIRouter(prefix=PATH, tags=["sharing"])
_values: LRUCache[tuple[str, str], str] = LRUCache(10_000)
"""What figures say, by the digest of the section that they come from: the same content says the same for ever."""


@router.post(
    "",
    operation_id="createBadges",
    summary="Make badges",
    status_code=201,
    responses=problems.answers(*CREATING, *SERVED),
)
async def create(
    *,
    user: User,
    request: Request,
    settings: Settings,
    body: share_schemas.CreateBadge,
    idempotency_key: IdempotencyKey = None,
) -> share_schemas.NewBadge:
    """Nothing of any repository is shown as a badge unless its owner makes one. The address holds a key that cannot be
    guessed; whoever has it can see the chosen figures, and nothing else, until the key is revoked.
    """
    key = new_secret(proto.SHARE_KIND_BADGE)
    asked = share_wire.badge_request(body, hash_of(key), idempotency_key)
    reply = await rpc.call(clients(request).jobs.CreateShare, asked, user_id=user.user_id)
    base = f"{settings.public_url.rstrip('/')}{PATH}/{key}"
    images = {name: f"{base}/{name}.svg" for name in reply.share.figures}
    markdown = " ".join(f"![{FIGURES[name].label}]({address})" for name, address in images.items())
    return share_schemas.NewBadge(**share_wire.badge(reply.share).model_dump(), images=images, markdown=markdown)


@router.get(
    "",
    operation_id="listBadges",
    summary="Your badges",
    responses={200: {"headers": LINK}, **problems.answers(*SIGNED_IN, "invalid_input", *SERVED)},
)
async def listing(
    *, user: User, request: Request, response: Response, limit: Limit = 20, cursor: Cursor = None
) -> share_schemas.BadgePage:
    """Newest first, without keys."""
    asked = proto.ListSharesRequest(kind=proto.SHARE_KIND_BADGE, page_size=limit, page_token=cursor or "")
    reply = await rpc.call(clients(request).jobs.ListShares, asked, user_id=user.user_id)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(PATH, following, limit=limit)
    return share_schemas.BadgePage(items=[share_wire.badge(item) for item in reply.shares], next_cursor=following)


@router.patch(
    "/{id}",
    operation_id="changeBadges",
    summary="Suspend badges, or show them again",
    responses=problems.answers("malformed_body", *SIGNED_IN, "not_found", "body_too_large", "invalid_input", *SERVED),
)
async def change(
    user: User, request: Request, share_id: ShareId, body: share_schemas.ChangeShare
) -> share_schemas.Badge:
    """They are suspended by themselves when their repository's host tells that it became private."""
    asked = proto.ChangeShareRequest(share_id=share_id, suspended=body.suspended)
    reply = await rpc.call(clients(request).jobs.ChangeShare, asked, user_id=user.user_id)
    return share_wire.badge(reply.share)


@router.delete(
    "/{id}",
    operation_id="revokeBadges",
    summary="Show no longer",
    status_code=204,
    responses=problems.answers(*SIGNED_IN, "not_found", *SERVED),
)
async def revoke(user: User, request: Request, share_id: ShareId) -> None:
    """From now on the addresses of the key answer 404; caches may show what they have for five minutes."""
    asked = proto.RevokeShareRequest(share_id=share_id)
    await rpc.call(clients(request).jobs.RevokeShare, asked, user_id=user.user_id)


@router.get(
    "/{key}/{figure}.svg",
    operation_id="getBadge",
    summary="A badge",
    response_class=Response,
    responses={
        200: {
            "description": "The image.",
            "content": {_MEDIA_TYPE: {"schema": {"type": "string"}}},
            "headers": {
                **_ETAG,
                "Cache-Control": {"schema": {"type": "string"}, "description": f"`{_CACHE}`."},
            },
        },
        304: {"description": "The image is the one that `If-None-Match` names.", "headers": _ETAG},
        **problems.answers("not_found", "report_too_large", "invalid_input", *SERVED),
    },
)
async def badge(
    *,
    request: Request,
    key: Annotated[str, Path(description="The key of the badges.")],
    figure: Annotated[str, Path(description=f"Which figure: {', '.join(FIGURES)}.")],
    theme: Annotated[Theme, Query(description="`auto` follows the reader's system.")] = "auto",
    label: Annotated[str | None, Query(max_length=LONGEST_LABEL, description="Another text on the left side.")] = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """404 alike for a key that is unknown or revoked, and for a figure that was not chosen."""
    source = await SharedReport.of(clients(request), key, proto.SHARE_KIND_BADGE)
    if figure not in source.share.figures or figure not in FIGURES:
        raise nothing_shared()
    image = draw(label or FIGURES[figure].label, await _value(source, figure), theme)
    tag = hashlib.sha256(image.encode()).hexdigest()
    headers = {**_HEADERS, "ETag": f'"{tag}"'}
    if matches(if_none_match, tag):
        return Response(status_code=304, headers=headers)
    return Response(image, headers=headers, media_type=_MEDIA_TYPE)


async def _value(source: SharedReport, figure: str) -> str:
    section = FIGURES[figure].section
    digests = {ref.section: ref.blob.sha256 for ref in source.report.sections}
    if section not in digests or not source.report.HasField("head"):
        return "not analysed yet"
    key = (digests[section], figure)
    if key not in _values:
        report = json.loads(await whole(source, [section]))
        _values[key] = FIGURES[figure].of(report["sections"][section])
    return _values[key]
