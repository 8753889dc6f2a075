"""Looking for new repositories of organisations that users follow: each is followed and analysed in the user's name."""

from __future__ import annotations

import asyncio
import uuid
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from gitstrata_protos.auth.v1 import auth_service_pb2 as auth_pb
from jobs import organizations, repositories
from jobs.domain.commands import Command, SubmitJob
from jobs.domain.events import Event
from jobs.domain.job import Job
from jobs.domain.repository import repository_url
from jobs.domain.tracking import Command as TrackingCommand
from jobs.domain.tracking import RepositorySettings, TrackRepository
from jobs.organizations import Organization
from jobs.settings import Settings
from kit import rpc, telemetry
from kit.errors import AppError, LimitReached, WrongState
from kit.group_commit import GroupCommit
from kit.store import EventStore

if TYPE_CHECKING:  # the name exists in the stubs only
    from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceAsyncStub

_EVERY_SECONDS = 30.0
_TIMEOUT_SECONDS = 30
_MOST_PAGES = 50
_MOST_NEW = 100
"""New repositories of one look; more than these come with the next."""


class Lookout:
    """Lists what organisations have, each about once an hour, whichever replica comes first."""

    def __init__(
        self,
        events: EventStore,
        jobs: GroupCommit[Job, Command, Event],
        auth: AuthServiceAsyncStub,
        settings: Settings,
    ) -> None:
        self._events = events
        self._jobs = jobs
        self._auth = auth
        self._settings = settings

    async def run(self) -> None:
        """Look for ever."""
        while True:
            try:
                while await self.look(datetime.now(UTC)):
                    pass
            except (OSError, SQLAlchemyError) as error:
                telemetry.log.warning("the lookout could not reach its database", reason=str(error))
            await asyncio.sleep(_EVERY_SECONDS)

    async def look(self, now: datetime) -> bool:
        """Look at the organisation that has waited longest; False if none is due."""
        async with self._events.engine.begin() as connection:
            organization = await organizations.claim(connection, now)
        if organization is None:
            return False
        refusal = await self._look_at(organization, now)
        if refusal is not None:
            telemetry.log.info("an organisation could not be looked at", code=refusal.code)
        async with self._events.engine.begin() as connection:
            told = (refusal.code, refusal.message) if refusal else ("", "")
            await organizations.note(connection, organization.id, *told)
        return True

    async def _look_at(self, organization: Organization, now: datetime) -> AppError | None:
        """Take what is new; what stood in the way, if anything did. What was not taken is new at the next look too."""
        refusal = None
        try:
            for url in await self._new(organization):
                try:
                    await self._take(organization, url, now)
                except LimitReached:
                    raise
                except AppError as error:  # of this one; others may do
                    refusal = error
        except AppError as error:
            return error
        return refusal

    async def _new(self, organization: Organization) -> list[str]:
        """Addresses of repositories that are worth reading and not known yet."""
        async with self._events.engine.connect() as connection:
            known = await organizations.known(connection, organization.id)
        found: list[str] = []
        token = ""
        for _ in range(_MOST_PAGES):
            reply = await rpc.call(
                self._auth.ListOrganizationRepositories,
                auth_pb.ListOrganizationRepositoriesRequest(organization=organization.name, page_token=token),
                user_id=organization.owner_id,
                timeout=_TIMEOUT_SECONDS,
            )
            for each in reply.repositories:
                wanted = (organization.forks or not each.fork) and (organization.archived or not each.archived)
                url = repository_url(each.repository.clone_url, self._settings.allowed_origins)
                if wanted and not each.empty and url not in known:
                    found.append(url)
            token = reply.next_page_token
            if not token or len(found) >= _MOST_NEW:
                break
        return found[:_MOST_NEW]

    async def _take(self, organization: Organization, url: str, now: datetime) -> None:
        """Follow a repository and have it analysed; it is known once both are done."""
        owner = organization.owner_id
        track = TrackRepository(
            repository_id=repositories.repository_id(owner, url),
            owner_id=owner,
            repository_url=url,
            settings=RepositorySettings(options=organization.options),
            now=now,
        )

        async def informed(connection: AsyncConnection, given: TrackingCommand) -> TrackingCommand:
            followed = await repositories.count(connection, owner)
            assert isinstance(given, TrackRepository)  # noqa: S101 it is the command above
            return replace(given, followed=followed, allowed=self._settings.repositories_per_user)

        with suppress(WrongState):  # it is followed already, and so it stays as it is
            await self._events.execute(
                repositories.REPOSITORIES, track.repository_id, track, actor="organization", informed=informed
            )
        # the same job however often this is tried
        job_id = str(uuid.uuid5(uuid.UUID(organization.id), f"{organization.followed_at.isoformat()}\n{url}"))
        submit = SubmitJob(
            job_id=job_id,
            owner_id=owner,
            repository_url=url,
            ref="",
            options=organization.options,
            trigger="schedule",
            now=now,
            deadline=now + timedelta(hours=self._settings.job_hours),
        )
        await self._jobs.execute(job_id, submit, actor="organization")
        async with self._events.engine.begin() as connection:
            await organizations.learn(connection, organization.id, [url])
