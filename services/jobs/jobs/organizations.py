"""Organisations that users follow: which there are, which repositories of theirs are known, and which are due a look.

No part of the histories: what an organisation brings is followed as a repository, and that is.
"""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs import repositories
from jobs.domain.events import AnalysisOptions
from jobs.tables import organization, organization_repository
from kit.errors import LimitReached, NotFound

MOST = 20
"""Organisations that one user may follow."""
EVERY = timedelta(hours=1)
"""How often their repositories are listed."""
_TOO_MANY = "too_many_organizations"
_NAMESPACE = uuid.UUID("b1f1b7d5-0d8d-4a0e-9c0e-3a2f5be0a1c4")


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    owner_id: str
    name: str
    forks: bool
    archived: bool
    options: AnalysisOptions
    followed_at: datetime
    checked_at: datetime | None = None
    error_code: str = ""
    error_message: str = ""


def organization_id(owner_id: str, name: str) -> str:
    """The id under which an owner follows an organisation: case makes no difference to its name."""
    return str(uuid.uuid5(_NAMESPACE, f"{owner_id}\n{name.lower()}"))


async def follow(connection: AsyncConnection, asked: Organization, known: Collection[str]) -> Organization:
    """Follow it from now on, or as asked for from now on; `known` are addresses of what it has already.

    Raises LimitReached when the owner follows too many, Unauthenticated when their account is no more.
    """
    await repositories.count(connection, asked.owner_id)  # locks the owner, and refuses one who is gone
    others = sa.select(sa.func.count()).where(
        organization.c.owner_id == asked.owner_id, organization.c.id != uuid.UUID(asked.id)
    )
    if (await connection.scalar(others) or 0) >= MOST:
        raise LimitReached(f"You follow {MOST} organisations, which is all that one person may.", code=_TOO_MANY)
    row = {
        "id": uuid.UUID(asked.id),
        "owner_id": asked.owner_id,
        "name": asked.name,
        "forks": asked.forks,
        "archived": asked.archived,
        "runner": asked.options.runner,
        "ignore_revs": asked.options.ignore_revs,
        "exclude": list(asked.options.exclude),
        "followed_at": asked.followed_at,
        "checked_at": asked.checked_at,
    }
    changed = {name: value for name, value in row.items() if name not in ("id", "owner_id", "followed_at")}
    write = insert(organization).values(row).on_conflict_do_update(index_elements=["id"], set_=changed)
    kept = (await connection.execute(write.returning(organization))).one()
    await learn(connection, asked.id, known)
    return _organization(kept)


async def learn(connection: AsyncConnection, organization_id: str, urls: Collection[str]) -> None:
    """Know repositories from now on, so that they are new no more. What was forgotten meanwhile learns nothing."""
    there = sa.select(organization.c.id).where(organization.c.id == uuid.UUID(organization_id)).with_for_update()
    if urls and await connection.scalar(there):
        rows = [{"organization_id": uuid.UUID(organization_id), "repository_url": url} for url in sorted(urls)]
        await connection.execute(insert(organization_repository).on_conflict_do_nothing(), rows)


async def known(connection: AsyncConnection, organization_id: str) -> set[str]:
    """Addresses of its repositories that are known."""
    query = sa.select(organization_repository.c.repository_url).where(
        organization_repository.c.organization_id == uuid.UUID(organization_id)
    )
    return set((await connection.scalars(query)).all())


async def followed(connection: AsyncConnection, owner_id: str) -> Sequence[Organization]:
    """An owner's, by name."""
    query = sa.select(organization).where(organization.c.owner_id == owner_id).order_by(organization.c.name)
    return [_organization(row) for row in (await connection.execute(query)).all()]


async def unfollow(connection: AsyncConnection, owner_id: str, given_id: str) -> None:
    """Follow it no more. NotFound when there is none, or when it is another owner's."""
    try:
        name = uuid.UUID(given_id)
    except ValueError:
        raise _not_found() from None
    mine = sa.delete(organization).where(organization.c.id == name, organization.c.owner_id == owner_id)
    if not (await connection.execute(mine)).rowcount:
        raise _not_found()


def _not_found() -> NotFound:
    return NotFound("You follow no such organisation.", code="organization_not_followed")


async def forget(connection: AsyncConnection, owner_id: str) -> None:
    """Have an owner follow none."""
    await connection.execute(sa.delete(organization).where(organization.c.owner_id == owner_id))


async def claim(connection: AsyncConnection, now: datetime) -> Organization | None:
    """The one that has waited longest for a look, which nobody else takes then; None if none is due."""
    due = (
        sa.select(organization.c.id)
        .where(sa.or_(organization.c.checked_at.is_(None), organization.c.checked_at <= now - EVERY))
        .order_by(organization.c.checked_at.nulls_first())
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    taken = (
        sa.update(organization)
        .where(organization.c.id == due.scalar_subquery())
        .values(checked_at=now)
        .returning(organization)
    )
    row = (await connection.execute(taken)).first()
    return _organization(row) if row else None


async def note(connection: AsyncConnection, organization_id: str, code: str = "", message: str = "") -> None:
    """Keep why the last look failed; nothing, if it did not."""
    which = sa.update(organization).where(organization.c.id == uuid.UUID(organization_id))
    await connection.execute(which.values(error_code=code, error_message=message))


def _organization(row: Any) -> Organization:
    return Organization(
        id=str(row.id),
        owner_id=row.owner_id,
        name=row.name,
        forks=row.forks,
        archived=row.archived,
        options=AnalysisOptions(row.runner, row.ignore_revs, tuple(row.exclude)),
        followed_at=row.followed_at,
        checked_at=row.checked_at,
        error_code=row.error_code,
        error_message=row.error_message,
    )
