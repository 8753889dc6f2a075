"""Repositories that the user can choose from."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from gateway import problems, schemas, wire
from gateway.routes.access import (
    LINK,
    SERVED,
    SIGNED_IN,
    Cursor,
    Limit,
    User,
    clients,
    next_link,
)
from gitstrata_protos.auth.v1 import auth_service_pb2 as proto
from kit import rpc

router = APIRouter(prefix="/api/v1/repositories", tags=["repositories"])
# the provider may be asked, and it may be slow
_TIMEOUT_SECONDS = 20


@router.get(
    "/available",
    operation_id="listAvailableRepositories",
    summary="Repositories you can read at the provider",
    responses={
        200: {"headers": LINK},
        **problems.answers(*SIGNED_IN, "permission_denied", "wrong_state", "invalid_input", "limit_reached", *SERVED),
    },
)
async def available(
    *,
    user: User,
    request: Request,
    response: Response,
    query: Annotated[
        str | None, Query(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$", description="Part of a name.")
    ] = None,
    limit: Limit = 30,
    cursor: Cursor = None,
) -> schemas.AvailableRepositoryPage:
    """Your own, your organisations' and those you collaborate on, as far as your sign-in allows."""
    reply = await rpc.call(
        clients(request).auth.ListAvailableRepositories,
        proto.ListAvailableRepositoriesRequest(query=query or "", page_size=limit, page_token=cursor or ""),
        user_id=user.user_id,
        timeout=_TIMEOUT_SECONDS,
    )
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(
            "/api/v1/repositories/available", following, query=query or None, limit=limit
        )
    return schemas.AvailableRepositoryPage(
        items=[wire.available_repository(item) for item in reply.repositories], next_cursor=following
    )
