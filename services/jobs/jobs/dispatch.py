"""Fair dispatch: hands waiting jobs to runners, and looks after those that nobody began or that took too long.

One replica does it at a time. Every decision is the aggregate's; this only asks at the right moment.
"""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from jobs import repositories, store
from jobs.domain import tracking
from jobs.domain.commands import ExpireJob, RequestAttempt, SubmitJob
from jobs.settings import Settings
from kit import telemetry
from kit.database import Wakeups, nap
from kit.store import EventStore, Execution

LOCK = 0x6469737061746368  # "dispatch": one dispatcher per database
_BATCH = 50
_TIMER_SECONDS = 1.0


class Dispatcher:
    """Requests attempts for all waiting jobs, within the limit of what may be outstanding."""

    def __init__(self, engine: AsyncEngine, wakeups: Wakeups, events: EventStore, settings: Settings) -> None:
        self._engine = engine
        self._wakeups = wakeups
        self._events = events
        self._settings = settings

    async def run(self) -> None:
        """Dispatch for ever: at once after a commit, and on a timer for what becomes due."""
        async with self._wakeups.sleeper() as sleeper:
            while True:
                try:
                    more = await self.round(datetime.now(UTC))
                except (OSError, SQLAlchemyError) as error:
                    telemetry.log.warning("the dispatcher could not reach its database", reason=str(error))
                    more = False
                if not more:
                    await nap(sleeper, _TIMER_SECONDS)

    async def round(self, now: datetime) -> bool:
        """Do what is due; True when there may be more. Does nothing while another replica dispatches."""
        settings = self._settings
        unbegun_since = now - timedelta(seconds=settings.unbegun_seconds)
        async with self._engine.begin() as leader:
            if not await leader.scalar(sa.select(sa.func.pg_try_advisory_xact_lock(LOCK))):
                return False
            room = settings.max_outstanding - await store.outstanding(leader)
            due = await store.waiting(leader, now, min(room, _BATCH)) if room > 0 else []
            lost = await store.unbegun(leader, unbegun_since, _BATCH)
            overdue = await store.overdue(leader, now, _BATCH)
            for job_id, runner in [*due, *lost]:
                command = RequestAttempt(runner=runner or settings.runner, now=now, unbegun_since=unbegun_since)
                await self._events.execute(store.JOBS, job_id, command)
            for job_id in overdue:
                await self._events.execute(store.JOBS, job_id, ExpireJob(now=now))
            again = await repositories.due(leader, now, _BATCH)
            for repository_id in again:
                await self._analyse_again(repository_id, now)
        return _BATCH in (len(due), len(lost), len(overdue), len(again))

    async def _analyse_again(self, repository_id: str, now: datetime) -> None:
        """Note that the analysis is requested, and submit it, in one transaction."""
        deadline = now + timedelta(hours=self._settings.job_hours)

        async def submit(connection: AsyncConnection, noted: Execution[tracking.Repository, tracking.Event]) -> None:
            repository = noted.state
            (requested,) = (recorded.event for recorded in noted.appended)
            assert isinstance(requested, tracking.RepositoryAnalysisRequested)  # noqa: S101 the only thing it decides
            command = SubmitJob(
                job_id=requested.job_id,
                owner_id=repository.owner_id,
                repository_url=repository.repository_url,
                ref=repository.settings.branch,
                options=repository.settings.options,
                trigger=requested.trigger,
                now=now,
                deadline=deadline,
            )
            await self._events.within(connection, store.JOBS, requested.job_id, command, actor=requested.trigger)

        await self._events.execute(
            repositories.REPOSITORIES,
            repository_id,
            tracking.RequestAnalysis(job_id=str(uuid.uuid4()), now=now),
            then=submit,
        )
