"""Organisations that the user follows."""

from typing import Annotated

from fastapi import APIRouter, Request

from gateway import batch_schemas, batches, problems
from gateway.routes.access import (
    SERVED,
    SIGNED_IN,
    User,
    canonical,
    clients,
    path_id,
)
from gateway.schemas import JOB_ID
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as proto
from kit import rpc

router = APIRouter(prefix="/api/v1/organizations", tags=["repositories"])


OrganizationId = Annotated[
    str,
    path_id("Its id.", example=JOB_ID, alias="id"),
    canonical("You follow no such organisation.", code="organization_not_followed"),
]


@router.get(
    "",
    operation_id="listOrganizations",
    summary="Organisations that you follow",
    responses=problems.answers(*SIGNED_IN, *SERVED),
)
async def listing(user: User, request: Request) -> batch_schemas.Organizations:
    """`POST /api/v1/analysis/organization` with `follow` begins it. They are looked at about once an hour."""
    reply = await rpc.call(
        clients(request).jobs.ListOrganizations, proto.ListOrganizationsRequest(), user_id=user.user_id
    )
    return batch_schemas.Organizations(items=[batches.organization(each) for each in reply.organizations])


@router.delete(
    "/{id}",
    operation_id="unfollowOrganization",
    summary="Follow an organisation no more",
    status_code=204,
    responses=problems.answers(*SIGNED_IN, "not_found", *SERVED),
)
async def unfollow(user: User, request: Request, organization_id: OrganizationId) -> None:
    """What it brought stays followed."""
    asked = proto.UnfollowOrganizationRequest(organization_id=organization_id)
    await rpc.call(clients(request).jobs.UnfollowOrganization, asked, user_id=user.user_id)
