"""Making a user's analyses go: of one repository, or all there are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs import organizations, people, repositories, shares, store
from jobs.domain.commands import EraseJob
from jobs.domain.tracking import Event, Repository, UntrackRepository
from jobs.tables import deleted_user
from jobs.webhooks import endpoints
from kit import idempotency
from kit.store import EventStore, Execution

_MOST_RULES = 10_000
_MOMENT = timedelta(minutes=1)


async def untrack(events: EventStore, repository_id: str, *, actor: str) -> int:
    """Follow a repository no more and erase the follower's analyses of it, in one transaction; how many analyses.

    So nothing can begin in between, and nothing is left half done.
    """
    now = datetime.now(UTC)
    erased: list[str] = []

    async def erase(connection: AsyncConnection, execution: Execution[Repository, Event]) -> None:
        repository = execution.state
        erased[:] = [
            job for url in repository.urls for job in await store.jobs_of(connection, repository.owner_id, url)
        ]
        for job in erased:
            await events.within(connection, store.JOBS, job, EraseJob(now=now), actor=actor)
        await shares.forget(connection, repository.owner_id, repository.urls)
        # what is younger may be about to be referred to; housekeeping finds what is left of it
        await people.prune(connection, _MOST_RULES, owner_id=repository.owner_id, older=_MOMENT)

    await events.execute(repositories.REPOSITORIES, repository_id, UntrackRepository(now), actor=actor, then=erase)
    return len(erased)


async def erase_deleted_user(events: EventStore, owner_id: str, *, actor: str) -> tuple[int, int]:
    """As `erase_user`, and nothing begins for the user from now on: their account is no more."""
    async with events.engine.begin() as connection:
        # what is being begun ends first and is found below; what comes later finds the note
        await store.lock_owners(connection, [owner_id])
        await repositories.lock_owner(connection, owner_id)
        await connection.execute(insert(deleted_user).values(user_id=owner_id).on_conflict_do_nothing())
    return await erase_user(events, owner_id, actor=actor)


async def erase_user(events: EventStore, owner_id: str, *, actor: str) -> tuple[int, int]:
    """Have a user follow nothing and erase all of their analyses; how many repositories and analyses.

    What fails in the middle can be done again. Repositories go first: else their next push would begin an analysis.
    """
    async with events.engine.begin() as connection:
        await organizations.forget(connection, owner_id)  # else it would bring new ones
    async with events.engine.connect() as connection:
        followed = await repositories.followed_by(connection, owner_id)
    analyses = 0
    for repository_id in followed:
        analyses += await untrack(events, repository_id, actor=actor)
    async with events.engine.connect() as connection:
        left = await store.jobs_of(connection, owner_id)
    for job in left:
        await events.execute(store.JOBS, job, EraseJob(now=datetime.now(UTC)), actor=actor)
    async with events.engine.begin() as connection:
        await shares.forget(connection, owner_id)
        await people.prune(connection, _MOST_RULES, owner_id=owner_id, older=timedelta(0))
        await idempotency.forget(connection, owner_id)
        await endpoints.forget(connection, owner_id)
    return len(followed), analyses + len(left)
