"""The read model of repositories that users follow, and the queries on it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs.domain.job import Status
from jobs.domain.quota import deleted
from jobs.domain.tracking import INITIAL, Event, Repository, RepositorySettings, decide, evolve
from jobs.paging import page_place, page_token, unknown_token
from jobs.store import OPEN, entity, options_in
from jobs.tables import deleted_user, job_view, repository_view
from jobs.wire import REPOSITORY_CATEGORY, REPOSITORY_WIRE
from kit.database import upsert, write_rows
from kit.errors import NotFound
from kit.history import read_stream
from kit.store import Aggregate, Change

_NAMESPACE = uuid.UUID("5b2e0d1c-6d0e-4f39-9f55-0f8f8f3b2c77")
_TRACK_LOCK = 0x7265706F  # "repo"


_WRITE = upsert(repository_view)


def repository_id(owner_id: str, url: str) -> str:
    """The id under which an owner follows a repository: following it again goes on with its history."""
    return str(uuid.uuid5(_NAMESPACE, f"{owner_id}\n{url}"))


def view_row(repository: Repository, version: int) -> dict[str, Any] | None:
    """The row of a repository; None for one that nobody follows."""
    if not repository.tracked:
        return None
    settings = repository.settings
    return {
        "id": uuid.UUID(repository.id),
        "owner_id": repository.owner_id,
        "repository_url": repository.repository_url,
        "branch": settings.branch,
        "on_push": settings.on_push,
        "schedule": settings.schedule,
        "runner": settings.options.runner,
        "ignore_revs": settings.options.ignore_revs,
        "exclude": list(settings.options.exclude),
        "people_rules_id": settings.options.people_rules_id,
        "tracked_at": repository.tracked_at,
        "pushed_at": repository.pushed_at,
        "requested_at": repository.requested_at,
        "job_id": uuid.UUID(repository.job_id) if repository.job_id else None,
        "push_waits": repository.push_waits,
        "scheduled_at": repository.scheduled_at,
        "version": version,
    }


async def project(connection: AsyncConnection, changes: Sequence[Change[Repository, Event]]) -> None:
    """Write the rows that lists and the scheduler read."""
    rows = {uuid.UUID(change.state.id): view_row(change.state, change.version) for change in changes}
    await write_rows(connection, _WRITE, repository_view.c.id, rows)


REPOSITORIES: Aggregate[Repository, Any, Event] = Aggregate(
    category=REPOSITORY_CATEGORY,
    initial=INITIAL,
    decide=decide,
    evolve=evolve,
    wire=REPOSITORY_WIRE,
    project=project,
)


@dataclass(frozen=True, slots=True)
class Followed:
    repository: Repository
    version: int


async def tell(connection: AsyncConnection, given_id: str, owner_id: str) -> Followed:
    """The repository by its history; NotFound when there is none, or when it is another owner's."""
    try:
        name = entity(given_id)
    except NotFound:
        raise _not_found() from None
    followed = await told(connection, name)
    if not followed.repository.tracked or followed.repository.owner_id != owner_id:
        raise _not_found()
    return followed


async def told(connection: AsyncConnection, name: str) -> Followed:
    """What the history of an entity tells, whoever follows it, or nobody."""
    history = [recorded async for recorded in read_stream(connection, REPOSITORIES, name)]
    return Followed(REPOSITORIES.fold(INITIAL, (recorded.event for recorded in history)), len(history))


def _not_found() -> NotFound:
    return NotFound("There is no such repository.", code="repository_not_found")


async def failures(connection: AsyncConnection, found: Sequence[Followed]) -> dict[str, tuple[str, str]]:
    """Code and message of the last analysis that was begun by itself, by repository, where that failed."""
    of = {each.repository.job_id: each.repository.id for each in found if each.repository.job_id}
    query = sa.select(job_view.c.id, job_view.c.error_code, job_view.c.error_message).where(
        job_view.c.id.in_(list(map(uuid.UUID, of))), job_view.c.status == Status.FAILED
    )
    return {of[str(row.id)]: (row.error_code, row.error_message) for row in await connection.execute(query)}


async def page(connection: AsyncConnection, owner_id: str, *, size: int, token: str) -> tuple[list[Followed], str]:
    """An owner's repositories by address, and the token of the next page."""
    query = sa.select(repository_view).where(repository_view.c.owner_id == owner_id)
    if token:
        place = page_place(token)
        if len(place) != 1:
            raise unknown_token()
        query = query.where(repository_view.c.repository_url > place[0])
    rows = (await connection.execute(query.order_by(repository_view.c.repository_url).limit(size + 1))).all()
    shown = rows[:size]
    following = page_token(shown[-1].repository_url) if len(rows) > size else ""
    return [_followed(row) for row in shown], following


def _followed(row: Any) -> Followed:
    repository = Repository(
        id=str(row.id),
        owner_id=row.owner_id,
        repository_url=row.repository_url,
        settings=RepositorySettings(row.branch, row.on_push, row.schedule, options_in(row)),
        tracked=True,
        tracked_at=row.tracked_at,
        pushed_at=row.pushed_at,
        requested_at=row.requested_at,
        job_id=str(row.job_id) if row.job_id else "",
    )
    return Followed(repository, row.version)


async def lock_owner(connection: AsyncConnection, owner_id: str) -> None:
    """Until the transaction ends nobody else begins to follow a repository in the name of the same owner."""
    await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_TRACK_LOCK, sa.func.hashtext(owner_id))))


async def count(connection: AsyncConnection, owner_id: str) -> int:
    """How many an owner follows. Until the transaction ends nobody else is told of the same owner.

    Raises Unauthenticated for an owner whose account is no more.
    """
    await lock_owner(connection, owner_id)
    if await connection.scalar(sa.select(sa.exists().where(deleted_user.c.user_id == owner_id))):
        raise deleted()
    found = await connection.scalar(
        sa.select(sa.func.count()).select_from(repository_view).where(repository_view.c.owner_id == owner_id)
    )
    return found or 0


async def followers(connection: AsyncConnection, url: str) -> Sequence[str]:
    """Ids under which a repository is followed, with or without `.git` at the end of its address."""
    plain = url.removesuffix(".git")
    rows = await connection.execute(
        sa.select(repository_view.c.id).where(repository_view.c.repository_url.in_([plain, f"{plain}.git"]))
    )
    return [str(row.id) for row in rows]


async def free_id(connection: AsyncConnection, owner_id: str, url: str) -> str:
    """The id under which an owner follows, or is to follow, what has this address now.

    It is `repository_id`, but for repositories that were moved: their id is of an address that they no longer have.
    """
    usual = repository_id(owner_id, url)
    query = sa.select(repository_view.c.id, repository_view.c.repository_url).where(
        repository_view.c.owner_id == owner_id,
        sa.or_(repository_view.c.repository_url == url, repository_view.c.id == uuid.UUID(usual)),
    )
    found = {row.repository_url: str(row.id) for row in await connection.execute(query)}
    return found.get(url) or (usual if not found else str(uuid.uuid4()))


async def followed_by(connection: AsyncConnection, owner_id: str) -> Sequence[str]:
    """Ids of all repositories that an owner follows."""
    rows = await connection.execute(sa.select(repository_view.c.id).where(repository_view.c.owner_id == owner_id))
    return [str(row.id) for row in rows]


_BUSY = sa.exists().where(
    job_view.c.id == repository_view.c.job_id,
    job_view.c.status.in_([sa.literal_column(f"'{status}'") for status in OPEN]),
)
_SINCE = sa.func.coalesce(
    sa.case((repository_view.c.push_waits, repository_view.c.pushed_at)), repository_view.c.scheduled_at
)
_DUE = (
    sa.select(repository_view.c.id)
    .where(
        sa.or_(
            repository_view.c.push_waits,
            repository_view.c.scheduled_at <= sa.bindparam("now", type_=sa.DateTime(timezone=True)),
        ),
        ~_BUSY,
    )
    .order_by(_SINCE)
    .limit(sa.bindparam("most", type_=sa.Integer))
)


async def due(connection: AsyncConnection, now: datetime, limit: int) -> Sequence[str]:
    """Repositories that wait for an analysis, longest first, unless the last one of theirs is still under way."""
    return [str(row.id) for row in await connection.execute(_DUE, {"now": now, "most": limit})]
