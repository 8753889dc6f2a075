"""The gRPC calls about repositories that users follow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from gitstrata_protos.auth.v1 import auth_service_pb2 as auth_pb
from gitstrata_protos.jobs.v1 import events_pb2 as events_pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2_grpc as pb_grpc
from jobs import erasing, people, repositories, shares
from jobs.domain.events import AnalysisOptions
from jobs.domain.repository import ref_name, repository_url
from jobs.domain.tracking import (
    SCHEDULES,
    ChangeSettings,
    Command,
    MoveRepository,
    RecordPush,
    Repository,
    RepositorySettings,
    TrackRepository,
)
from jobs.paging import page_size
from jobs.patterns import file_patterns
from jobs.repositories import REPOSITORIES
from jobs.settings import Settings
from jobs.store import entity
from jobs.wire import repository_message
from kit import rpc, telemetry
from kit.errors import InvalidInput, NotFound, WrongState
from kit.idempotency import Once
from kit.store import Delivery, EventStore, Execution

if TYPE_CHECKING:  # the name exists in the stubs only
    from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceAsyncStub

RUNNERS = ("", "nats")
PUSHES = "pushes"
"""Under which the inbox knows what Git hosts told."""
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_LONGEST_DELIVERY = 255
_LOCATING_SECONDS = 5  # whoever waits for the answer has eight


class RepositoryCalls(pb_grpc.JobsServiceServicer):
    """Following repositories, and having them analysed again."""

    _auth: AuthServiceAsyncStub
    _events: EventStore
    _replica: AsyncEngine
    _settings: Settings

    async def TrackRepository(self, request: pb.TrackRepositoryRequest, context: Any) -> pb.TrackRepositoryResponse:
        owner = rpc.caller(context).user()
        once = Once.of(rpc.caller(context), request)
        url = repository_url(request.repository_url, self._settings.allowed_origins)
        settings = settings_of(request.settings)
        rules = people.rules_of(request.people)
        async with self._events.engine.connect() as connection:
            repository_id = await repositories.free_id(connection, owner, url)
        command = TrackRepository(
            repository_id=repository_id,
            owner_id=owner,
            repository_url=url,
            settings=await self._with_people(settings, owner, rules),
            now=datetime.now(UTC),
        )

        async def informed(connection: AsyncConnection, given: Command) -> Command:
            followed = await repositories.count(connection, owner)
            assert isinstance(given, TrackRepository)  # noqa: S101 it is the command above
            return replace(given, followed=followed, allowed=self._settings.repositories_per_user)

        async def keep(connection: AsyncConnection, execution: Execution[Repository, Any]) -> None:
            await once.keep(connection, pb.TrackRepositoryResponse(repository=_told(execution, rules)))

        execution = await self._events.execute(
            REPOSITORIES,
            command.repository_id,
            command,
            actor=owner,
            informed=informed,
            effect=once.claim,
            then=keep,
        )
        return pb.TrackRepositoryResponse(repository=_told(execution, rules))

    async def ListRepositories(self, request: pb.ListRepositoriesRequest, context: Any) -> pb.ListRepositoriesResponse:
        owner = rpc.caller(context).user()
        size = page_size(request.page_size, "repositories")
        async with self._replica.connect() as connection:
            found, token = await repositories.page(connection, owner, size=size, token=request.page_token)
            failures = await repositories.failures(connection, found)
        return pb.ListRepositoriesResponse(
            repositories=[
                repository_message(each.repository, each.version, failure=failures.get(each.repository.id))
                for each in found
            ],
            next_page_token=token,
        )

    async def GetRepository(self, request: pb.GetRepositoryRequest, context: Any) -> pb.GetRepositoryResponse:
        async with self._events.engine.connect() as connection:
            found = await repositories.tell(connection, request.repository_id, rpc.caller(context).user())
            rules = await people.kept(connection, found.repository.settings.options.people_rules_id)
            failures = await repositories.failures(connection, [found])
        return pb.GetRepositoryResponse(
            repository=repository_message(
                found.repository,
                found.version,
                rules.message() if rules else None,
                failure=failures.get(found.repository.id),
            )
        )

    async def ChangeRepositorySettings(
        self, request: pb.ChangeRepositorySettingsRequest, context: Any
    ) -> pb.ChangeRepositorySettingsResponse:
        owner = rpc.caller(context).user()
        settings, rules = settings_of(request.settings), people.rules_of(request.people)
        async with self._events.engine.connect() as connection:
            found = await repositories.tell(connection, request.repository_id, owner)
        command = ChangeSettings(
            await self._with_people(settings, owner, rules), datetime.now(UTC), tuple(request.expected_tags)
        )
        execution = await self._events.execute(REPOSITORIES, found.repository.id, command, actor=owner)
        return pb.ChangeRepositorySettingsResponse(repository=_told(execution, rules))

    async def _with_people(
        self, settings: RepositorySettings, owner: str, rules: people.PeopleRules
    ) -> RepositorySettings:
        rules_id = await people.keep(self._events.engine, owner, rules)
        return replace(settings, options=replace(settings.options, people_rules_id=rules_id))

    async def UntrackRepository(
        self, request: pb.UntrackRepositoryRequest, context: Any
    ) -> pb.UntrackRepositoryResponse:
        owner = rpc.caller(context).user()
        async with self._events.engine.connect() as connection:
            repository = (await repositories.tell(connection, request.repository_id, owner)).repository
        erased = await erasing.untrack(self._events, repository.id, actor=owner)
        return pb.UntrackRepositoryResponse(erased=erased)

    async def RecordPush(self, request: pb.RecordPushRequest, context: Any) -> pb.RecordPushResponse:
        rpc.caller(context)
        branch = ref_name(request.branch)
        if not branch or (request.commit and not _COMMIT.fullmatch(request.commit)):
            raise InvalidInput("A push names a branch and the full id of its new commit.", code="push_invalid")
        if not 0 < len(request.delivery_id) <= _LONGEST_DELIVERY:
            raise InvalidInput("A push has a delivery id of at most 255 characters.", code="push_invalid")
        concerned = 0
        for repository_id in await self._concerned(request):
            command = RecordPush(
                branch, request.is_default_branch, request.commit, request.delivery_id, datetime.now(UTC)
            )
            execution = await self._events.execute(
                REPOSITORIES,
                repository_id,
                command,
                actor="push",
                delivery=Delivery(PUSHES, f"{repository_id}/{request.delivery_id}"),
            )
            concerned += bool(execution and execution.appended)
        return pb.RecordPushResponse(repositories=concerned)

    async def RecordMove(self, request: pb.RecordMoveRequest, context: Any) -> pb.RecordMoveResponse:
        rpc.caller(context)
        repository_url(request.new_url, self._settings.allowed_origins)
        moved = 0
        for repository_id in await self._concerned(request):
            target = await self._located(repository_id)
            if target:
                command = MoveRepository(target, datetime.now(UTC))
                execution = await self._events.execute(REPOSITORIES, repository_id, command, actor="host")
                moved += bool(execution and execution.appended)
        return pb.RecordMoveResponse(repositories=moved)

    async def _located(self, repository_id: str) -> str:
        """Where whoever follows a repository has it now, as the provider tells them; empty where that is no news.

        A delivery alone could lead them to any repository that their grant reads.
        """
        async with self._events.engine.connect() as connection:
            repository = (await repositories.told(connection, repository_id)).repository
        if not repository.tracked:
            return ""
        request = auth_pb.LocateRepositoryRequest(repository_url=repository.repository_url)
        try:
            reply = await rpc.call(
                self._auth.LocateRepository, request, user_id=repository.owner_id, timeout=_LOCATING_SECONDS
            )
            target = repository_url(reply.repository.clone_url, self._settings.allowed_origins)
        except (NotFound, WrongState, InvalidInput) as error:
            telemetry.log.info("a move is not confirmed", repository=repository_id, code=error.code)
            return ""
        return "" if _plain(target) == _plain(repository.repository_url) else target

    async def RecordPrivatized(self, request: pb.RecordPrivatizedRequest, context: Any) -> pb.RecordPrivatizedResponse:
        rpc.caller(context)
        async with self._events.engine.begin() as connection:
            if request.repository_id:
                repository = (await repositories.told(connection, entity(request.repository_id))).repository
                urls, owner = repository.urls, repository.owner_id
            else:
                urls, owner = (repository_url(request.repository_url, self._settings.allowed_origins),), ""
            suspended = await shares.suspend(connection, urls, datetime.now(UTC), owner_id=owner)
        telemetry.log.info("a repository became private", shares_suspended=suspended)
        return pb.RecordPrivatizedResponse(suspended=suspended)

    async def _concerned(self, request: pb.RecordPushRequest | pb.RecordMoveRequest) -> Sequence[str]:
        """Ids of the followed repositories that something is told of."""
        if request.repository_id:
            return [entity(request.repository_id)]
        url = repository_url(request.repository_url, self._settings.allowed_origins)
        async with self._events.engine.connect() as connection:
            return await repositories.followers(connection, url)


def _plain(url: str) -> str:
    """An address as hosts compare it."""
    return url.removesuffix(".git").lower()


def options_of(message: events_pb.AnalysisOptions) -> AnalysisOptions:
    """The options of a request, without rules about people. Raises InvalidInput."""
    if message.runner not in RUNNERS:
        raise InvalidInput(f"There is no runner {message.runner!r} here.", fields={"options.runner": "Unknown."})
    return AnalysisOptions(
        runner=message.runner, ignore_revs=message.ignore_revs, exclude=file_patterns(message.exclude)
    )


def settings_of(message: events_pb.RepositorySettings) -> RepositorySettings:
    """The settings of a request, without rules about people. Raises InvalidInput."""
    if message.schedule not in SCHEDULES:
        known = ", ".join(name for name in SCHEDULES if name)
        raise InvalidInput(
            f"A schedule is one of {known}, or empty.",
            code="schedule_invalid",
            fields={"settings.schedule": "Unknown."},
        )
    return RepositorySettings(
        branch=ref_name(message.branch),
        on_push=message.on_push,
        schedule=message.schedule,
        options=options_of(message.options),
    )


def _told(execution: Execution[Repository, Any] | None, rules: people.PeopleRules) -> pb.Repository:
    assert execution is not None  # noqa: S101 only a delivery can have been handled before
    return repository_message(execution.state, execution.version, rules.message() if rules else None)
