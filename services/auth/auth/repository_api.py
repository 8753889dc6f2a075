"""The gRPC calls about repositories at a provider: what an organisation has, and where one is now."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from auth.grants import VOID, Grants
from auth.messages import stamp
from auth.provider import OrganizationRepository, Repository
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from gitstrata_protos.auth.v1 import auth_service_pb2_grpc as pb_grpc
from kit import rpc
from kit.errors import InvalidInput, NotFound, WrongState

_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9])?")
_MOST_PAGES = 1_000


class OrganizationCalls(pb_grpc.AuthServiceServicer):
    """Repositories at the provider, by the token there of whoever asks."""

    _grants: Grants
    _clock: Callable[[], datetime]

    async def ListOrganizationRepositories(
        self, request: pb.ListOrganizationRepositoriesRequest, context: Any
    ) -> pb.ListOrganizationRepositoriesResponse:
        user_id = rpc.caller(context).user()
        if not _NAME.fullmatch(request.organization):
            sentence = "This is not the name of an organisation."
            raise InvalidInput(sentence, code="organization_invalid", fields={"organization": sentence})
        number = _page(request.page_token)
        async with self._grants.used(user_id, self._clock()) as held:
            if held is None:
                raise WrongState("Sign in again to reconnect your account.", code=VOID)
            page = await held.provider.organization_page(held.token, request.organization, number)
        if page is None:
            raise NotFound(
                f"{held.provider.title} shows you no organisation of this name.", code="organization_not_found"
            )
        return pb.ListOrganizationRepositoriesResponse(
            repositories=map(_message, page.repositories), next_page_token=str(number + 1) if page.more else ""
        )

    async def LocateRepository(self, request: pb.LocateRepositoryRequest, context: Any) -> pb.LocateRepositoryResponse:
        user_id = rpc.caller(context).user()
        async with self._grants.used(user_id, self._clock()) as held:
            if held is None:
                raise WrongState("Sign in again to reconnect your account.", code=VOID)
            found = await held.provider.locate(held.token, request.repository_url)
        if found is None:
            raise NotFound(f"{held.provider.title} shows you no such repository.", code="repository_not_found")
        return pb.LocateRepositoryResponse(repository=available(found))


def _page(token: str) -> int:
    if not token:
        return 1
    if token.isascii() and token.isdigit() and 1 < int(token[:6]) <= _MOST_PAGES:
        return int(token)
    raise InvalidInput("This page does not exist. Start the list again.", fields={"page_token": "unknown"})


def _message(owned: OrganizationRepository) -> pb.OrganizationRepository:
    return pb.OrganizationRepository(
        repository=available(owned.repository),
        archived=owned.archived,
        fork=owned.fork,
        empty=owned.empty,
        pushed_at=stamp(owned.pushed_at) if owned.pushed_at else None,
    )


def available(repository: Repository) -> pb.AvailableRepository:
    return pb.AvailableRepository(
        id=repository.id,
        full_name=repository.full_name,
        clone_url=repository.clone_url,
        private=repository.private,
        default_branch=repository.default_branch,
    )
