"""The gRPC calls about organisations that users follow."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2_grpc as pb_grpc
from jobs import organizations
from jobs.domain.repository import repository_url
from jobs.organizations import Organization
from jobs.repository_api import options_of
from jobs.settings import Settings
from jobs.wire import options_message
from kit import rpc
from kit.errors import InvalidInput
from kit.store import EventStore

_LONGEST_NAME = 100
_MOST_KNOWN = 10_000


class OrganizationCalls(pb_grpc.JobsServiceServicer):
    """Following organisations."""

    _events: EventStore
    _settings: Settings

    async def FollowOrganization(
        self, request: pb.FollowOrganizationRequest, context: Any
    ) -> pb.FollowOrganizationResponse:
        owner = rpc.caller(context).user()
        if not 0 < len(request.name) <= _LONGEST_NAME or len(request.known) > _MOST_KNOWN:
            raise InvalidInput("This is not the name of an organisation.", code="organization_invalid")
        now = datetime.now(UTC)
        asked = Organization(
            id=organizations.organization_id(owner, request.name),
            owner_id=owner,
            name=request.name,
            forks=request.forks,
            archived=request.archived,
            options=options_of(request.options),
            followed_at=now,
            checked_at=now,
        )
        known = {repository_url(url, self._settings.allowed_origins) for url in request.known}
        async with self._events.engine.begin() as connection:
            kept = await organizations.follow(connection, asked, known)
        return pb.FollowOrganizationResponse(organization=_message(kept))

    async def ListOrganizations(
        self, request: pb.ListOrganizationsRequest, context: Any
    ) -> pb.ListOrganizationsResponse:
        owner = rpc.caller(context).user()
        async with self._events.engine.connect() as connection:
            found = await organizations.followed(connection, owner)
        return pb.ListOrganizationsResponse(organizations=map(_message, found))

    async def UnfollowOrganization(
        self, request: pb.UnfollowOrganizationRequest, context: Any
    ) -> pb.UnfollowOrganizationResponse:
        owner = rpc.caller(context).user()
        async with self._events.engine.begin() as connection:
            await organizations.unfollow(connection, owner, request.organization_id)
        return pb.UnfollowOrganizationResponse()


def _message(organization: Organization) -> pb.Organization:
    message = pb.Organization(
        id=organization.id,
        name=organization.name,
        forks=organization.forks,
        archived=organization.archived,
        options=options_message(organization.options),
        followed_at=_stamp(organization.followed_at),
    )
    if organization.checked_at:
        message.checked_at.CopyFrom(_stamp(organization.checked_at))
    if organization.error_code:
        message.error.CopyFrom(pb.JobError(code=organization.error_code, message=organization.error_message))
    return message


def _stamp(moment: datetime) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(moment)
    return stamp
