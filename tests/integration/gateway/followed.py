"""Followed repositories of the in-memory jobs service."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, datetime
from typing import Any

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceServicer
from kit import errors, rpc

METHODS = (
    "TrackRepository",
    "ListRepositories",
    "GetRepository",
    "ChangeRepositorySettings",
    "UntrackRepository",
    "RecordPush",
    "RecordMove",
    "RecordPrivatized",
)


class InMemoryRepositories(JobsServiceServicer):
    """Repositories by owner and id."""

    def __init__(self) -> None:
        super().__init__()
        self.followed: dict[tuple[str, str], jobs.Repository] = {}
        self.pushes: list[jobs.RecordPushRequest] = []
        self.moves: list[jobs.RecordMoveRequest] = []
        self.privatized: list[jobs.RecordPrivatizedRequest] = []

    def _followed(self, context: Any, repository_id: str) -> jobs.Repository:
        found = self.followed.get((rpc.caller(context).user(), repository_id))
        if found is None:
            raise errors.NotFound("There is no such repository.", code="repository_not_found")
        return found

    async def TrackRepository(self, request: Any, context: Any) -> jobs.TrackRepositoryResponse:
        owner = rpc.caller(context).user()
        repository = jobs.Repository(
            id=str(uuid.uuid5(uuid.NAMESPACE_URL, owner + request.repository_url)),
            repository_url=request.repository_url,
            settings=request.settings,
            people=request.people,
            version=1,
        )
        if (owner, repository.id) in self.followed:
            raise errors.WrongState("You follow this repository already.", code="repository_tracked")
        repository.tracked_at.FromDatetime(datetime(2026, 11, 28, tzinfo=UTC))
        self._tag(repository)
        self.followed[owner, repository.id] = repository
        return jobs.TrackRepositoryResponse(repository=repository)

    async def ListRepositories(self, request: Any, context: Any) -> jobs.ListRepositoriesResponse:
        user = rpc.caller(context).user()
        own = sorted(
            (each for (owner, _), each in self.followed.items() if owner == user), key=lambda it: it.repository_url
        )
        start = int(request.page_token or 0)
        end = start + request.page_size
        listed = []
        for each in own[start:end]:
            shown = jobs.Repository()
            shown.CopyFrom(each)
            shown.ClearField("people")
            listed.append(shown)
        return jobs.ListRepositoriesResponse(repositories=listed, next_page_token=str(end) if end < len(own) else "")

    async def GetRepository(self, request: Any, context: Any) -> jobs.GetRepositoryResponse:
        return jobs.GetRepositoryResponse(repository=self._followed(context, request.repository_id))

    async def ChangeRepositorySettings(self, request: Any, context: Any) -> jobs.ChangeRepositorySettingsResponse:
        repository = self._followed(context, request.repository_id)
        if request.expected_tags and repository.settings_tag not in request.expected_tags:
            raise errors.Conflict("Somebody has changed these settings. Read them again.", code="settings_changed")
        repository.settings.CopyFrom(request.settings)
        repository.people.CopyFrom(request.people)
        self._tag(repository)
        return jobs.ChangeRepositorySettingsResponse(repository=repository)

    async def UntrackRepository(self, request: Any, context: Any) -> jobs.UntrackRepositoryResponse:
        del self.followed[rpc.caller(context).user(), self._followed(context, request.repository_id).id]
        return jobs.UntrackRepositoryResponse(erased=2)

    async def RecordPush(self, request: Any, context: Any) -> jobs.RecordPushResponse:
        known = any(each.delivery_id == request.delivery_id for each in self.pushes)
        self.pushes.append(request)
        return jobs.RecordPushResponse(repositories=0 if known else 1)

    async def RecordMove(self, request: Any, context: Any) -> jobs.RecordMoveResponse:
        self.moves.append(request)
        return jobs.RecordMoveResponse(repositories=1)

    async def RecordPrivatized(self, request: Any, context: Any) -> jobs.RecordPrivatizedResponse:
        self.privatized.append(request)
        return jobs.RecordPrivatizedResponse(suspended=2)

    @staticmethod
    def _tag(repository: jobs.Repository) -> None:
        told = repository.settings.SerializeToString(deterministic=True)
        told += repository.people.SerializeToString(deterministic=True)
        repository.settings_tag = hashlib.sha256(told).hexdigest()
