"""Fair dispatch: hands waiting jobs to runners, and looks after those that nobody began or that took too long.

One replica does it at a time. Every decision is the aggregate's; this only asks at the right moment.
"""

from __future__ import annotations

import asyncio
import uuid
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs import repositories, store
from jobs.domain import tracking
from jobs.domain.commands import Command, ExpireJob, RequestAttempt, SubmitJob
from jobs.domain.events import Event
from jobs.domain.job import Job
from jobs.settings import Settings
from kit import telemetry
from kit.database import nap
from kit.errors import AppError
from kit.group_commit import GroupCommit
from kit.store import EventStore, Execution

LOCK = 0x6469737061746368  # "dispatch": one dispatcher per database
_LEAD = sa.select(sa.func.pg_try_advisory_xact_lock(sa.literal_column(str(LOCK), sa.BigInteger)))
_BATCH = 100
_TIMER_SECONDS = 1.0
_GATHER_SECONDS = 0.02


class Turns:
    """How many new jobs may be requested without waiting their turn, because nobody else waits.

    Known to the replica that dispatches, as of its last round; the others have none to give.
    """

    def __init__(self) -> None:
        self._spare = 0

    def take(self) -> bool:
        """Whether one more job may be requested at once; it counts as such then."""
        if self._spare <= 0:
            return False
        self._spare -= 1
        return True

    def set(self, spare: int) -> None:
        self._spare = spare


class Dispatcher:
    """Requests attempts for all waiting jobs, within the limit of what may be outstanding."""

    def __init__(
        self, events: EventStore, jobs: GroupCommit[Job, Command, Event], turns: Turns, settings: Settings
    ) -> None:
        self._engine = events.engine
        self._wakeups = events.wakeups
        self._events = events
        self._jobs = jobs
        self._turns = turns
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
                # one round for all commits of a moment, and out of the way of what is urgent
                await asyncio.sleep(_GATHER_SECONDS)

    async def round(self, now: datetime) -> bool:
        """Do what is due; True when there may be more. Does nothing while another replica dispatches."""
        settings = self._settings
        unbegun_since = now - timedelta(seconds=settings.unbegun_seconds)
        self._turns.set(0)
        async with self._engine.begin() as leader:
            if not await leader.scalar(_LEAD):
                return False
            room = settings.max_outstanding - await store.outstanding(leader)
            due = await store.waiting(leader, now, min(room, _BATCH)) if room > 0 else []
            lost = await store.unbegun(leader, unbegun_since, _BATCH)
            overdue = await store.overdue(leader, now, _BATCH)
            again = await repositories.due(leader, now, _BATCH)
            outcomes = await asyncio.gather(
                *(
                    self._jobs.execute(job_id, RequestAttempt(runner or settings.runner, now, unbegun_since))
                    for job_id, runner in [*due, *lost]
                ),
                *(self._jobs.execute(job_id, ExpireJob(now=now)) for job_id in overdue),
                return_exceptions=True,
            )
            for repository_id in again:
                outcomes += await asyncio.gather(self._analyse_again(repository_id, now), return_exceptions=True)
        for outcome in outcomes:
            if isinstance(outcome, AppError):
                # erased or untracked since it was found, for instance; what is still due is found again
                telemetry.log.info("not dispatched", code=outcome.code)
            elif isinstance(outcome, OSError | SQLAlchemyError):
                raise outcome
            elif isinstance(outcome, Exception):
                # one that cannot be read, say, must not hold up all others
                telemetry.log.error("cannot be dispatched", exc_info=outcome)
        if len(due) < _BATCH:
            self._turns.set(room - len(due))
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
