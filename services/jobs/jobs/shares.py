"""What users let others read: shares, each known by the hash of a secret that only its link holds.

A share is no part of a history: it is granted and revoked at will, and goes with its owner and with the analyses that
it is of. Whoever has the secret reads what its owner chose; an unknown secret and one that holds no more look the same.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs import store
from jobs.domain.job import Job, Status
from jobs.domain.quota import deleted
from jobs.paging import page_place, page_token, unknown_token
from jobs.tables import deleted_user, share
from kit.errors import InvalidInput, LimitReached, NotFound

LINK, BADGE = "link", "badge"
MOST = 500
"""Shares that one user may have."""
KEPT = timedelta(days=30)
"""How long one that has expired is still listed."""
_NAMESPACE = uuid.UUID("6d0c3f3a-93cb-4c55-8a4e-5f1f1c2a9e66")
_HASH_BYTES = 32
_LONGEST_NAME = 100
_MOST_CHOSEN = 30
_WORD = re.compile(r"[a-z][a-z_]{0,39}")


@dataclass(frozen=True, slots=True)
class Share:
    """What is shared with whom: whoever has the secret. `job_id` is empty if it follows the repository and ref."""

    id: str
    owner_id: str
    kind: str
    secret_hash: bytes
    name: str
    job_id: str
    repository_url: str
    ref: str
    sections: tuple[str, ...]
    figures: tuple[str, ...]
    addresses: bool
    created_at: datetime
    expires_at: datetime | None
    suspended_at: datetime | None = None
    """Since when it is shown to nobody."""


def share_id(owner_id: str, key: str) -> str:
    """The id of a share that is asked for under a key: the same request again finds the share that it made."""
    return str(uuid.uuid5(_NAMESPACE, f"{owner_id}\n{key}") if key else uuid.uuid4())


def checked(asked: Share) -> Share:
    """The share, if it may be granted. Raises InvalidInput for what breaks a rule."""
    if len(asked.secret_hash) != _HASH_BYTES:
        raise InvalidInput("A share is known by the SHA-256 of its secret.", code="share_invalid")
    if not 0 < len(asked.name) <= _LONGEST_NAME or not asked.name.isprintable():
        raise _invalid("name", f"A name has 1 to {_LONGEST_NAME} printable characters.")
    chosen = (("sections", asked.sections), *((("figures", asked.figures),) if asked.kind == BADGE else ()))
    for field, words in chosen:
        if not 0 < len(words) <= _MOST_CHOSEN or not all(map(_WORD.fullmatch, words)):
            raise _invalid(field, f"Choose 1 to {_MOST_CHOSEN} {field}.")
    if asked.expires_at is not None and asked.expires_at <= asked.created_at:
        raise _invalid("expires_at", "A share cannot end before it begins.")
    return asked


def _invalid(field: str, sentence: str) -> InvalidInput:
    return InvalidInput(sentence, code="share_invalid", fields={field: sentence})


async def grant(connection: AsyncConnection, asked: Share) -> Share:
    """Keep a share. One that is there already under the id gets the new secret; InvalidInput if it says other things.

    Raises LimitReached when the owner has too many, Unauthenticated when their account is no more.
    """
    await store.lock_owners(connection, [asked.owner_id])
    if await connection.scalar(sa.select(sa.exists().where(deleted_user.c.user_id == asked.owner_id))):
        raise deleted()
    found = (await connection.execute(sa.select(share).where(share.c.id == uuid.UUID(asked.id)))).first()
    if found is not None:
        there = _share(found)
        if _said(there) != _said(asked):
            raise InvalidInput(
                "This idempotency key was used for another share. Use a fresh key for each new request.",
                code="idempotency_key_reused",
            )
        await connection.execute(sa.update(share).where(share.c.id == found.id).values(secret_hash=asked.secret_hash))
        return there
    mine = sa.select(sa.func.count()).select_from(share).where(share.c.owner_id == asked.owner_id)
    if (await connection.scalar(mine) or 0) >= MOST:
        raise LimitReached(f"You have {MOST} shares, which is all that one person may.", code="too_many_shares")
    await connection.execute(insert(share).values(_row(asked)))
    return asked


def _said(given: Share) -> tuple[Any, ...]:
    subject = (given.owner_id, given.kind, given.name, given.job_id, given.repository_url, given.ref)
    lasting = given.expires_at and round((given.expires_at - given.created_at) / timedelta(days=1))
    return (*subject, given.sections, given.figures, given.addresses, lasting)


async def page(
    connection: AsyncConnection, owner_id: str, *, kind: str, size: int, token: str
) -> tuple[list[Share], str]:
    """An owner's shares, newest first, and the token of the next page."""
    query = sa.select(share).where(share.c.owner_id == owner_id)
    if kind:
        query = query.where(share.c.kind == kind)
    if token:
        moment, last = _place(token)
        query = query.where(sa.tuple_(share.c.created_at, share.c.id) < sa.tuple_(moment, last))
    query = query.order_by(share.c.created_at.desc(), share.c.id.desc()).limit(size + 1)
    rows = (await connection.execute(query)).all()
    shown = rows[:size]
    following = page_token(shown[-1].created_at.isoformat(), str(shown[-1].id)) if len(rows) > size else ""
    return [_share(row) for row in shown], following


def _place(token: str) -> tuple[datetime, uuid.UUID]:
    try:
        moment, last = page_place(token)
        return datetime.fromisoformat(moment), uuid.UUID(last)
    except ValueError:
        raise unknown_token() from None


async def revoke(connection: AsyncConnection, owner_id: str, given_id: str) -> None:
    """End a share. NotFound when there is none, or when it is another owner's."""
    try:
        name = uuid.UUID(given_id)
    except ValueError:
        raise _not_found() from None
    gone = await connection.execute(sa.delete(share).where(share.c.id == name, share.c.owner_id == owner_id))
    if not gone.rowcount:
        raise _not_found()


async def change(connection: AsyncConnection, owner_id: str, given_id: str, suspended_at: datetime | None) -> Share:
    """Show a share to nobody from now on, or again. NotFound when there is none, or when it is another owner's."""
    try:
        name = uuid.UUID(given_id)
    except ValueError:
        raise _not_found() from None
    query = sa.update(share).where(share.c.id == name, share.c.owner_id == owner_id)
    row = (await connection.execute(query.values(suspended_at=suspended_at).returning(share))).first()
    if row is None:
        raise _not_found()
    return _share(row)


async def suspend(connection: AsyncConnection, urls: Sequence[str], at: datetime, *, owner_id: str = "") -> int:
    """Show to nobody what is shared of these addresses, with `.git` at their end or without, by one owner or by all.

    How many those are; what was suspended before stays as it was.
    """
    plain = [url.removesuffix(".git") for url in urls]
    query = sa.update(share).where(
        share.c.repository_url.in_([*plain, *(f"{url}.git" for url in plain)]), share.c.suspended_at.is_(None)
    )
    if owner_id:
        query = query.where(share.c.owner_id == owner_id)
    return (await connection.execute(query.values(suspended_at=at))).rowcount


async def opened(connection: AsyncConnection, secret_hash: bytes, kind: str, now: datetime) -> Share:
    """The share of a secret. NotFound alike when there is none, when it has expired or is suspended, and when it is of
    another kind.
    """
    found = (await connection.execute(sa.select(share).where(share.c.secret_hash == secret_hash))).first()
    if found is None or found.kind != kind or found.suspended_at is not None:
        raise _not_found()
    if found.expires_at is not None and found.expires_at <= now:
        raise _not_found()
    return _share(found)


async def report_of(connection: AsyncConnection, shared: Share, pinned: str = "") -> store.Told | None:
    """The analysis that a share is of, None if there is none; `pinned` names one that it was of a moment ago.

    Raises NotFound when the analysis has been erased.
    """
    name = shared.job_id or pinned or await connection.scalar(store.LAST_COMPLETED, _asked(shared))
    if name is None:
        return None
    try:
        told = await store.tell(connection, str(name), shared.owner_id)
    except NotFound:
        raise _not_found() from None
    return told if _is_of(shared, told.job, pinned) else None


def _is_of(shared: Share, job: Job, pinned: str) -> bool:
    if shared.job_id:
        return pinned in ("", shared.job_id)
    followed = (job.repository_url, job.ref) == (shared.repository_url, shared.ref)
    return followed and job.status is Status.COMPLETED


def _asked(shared: Share) -> dict[str, str]:
    return {"owner": shared.owner_id, "url": shared.repository_url, "on_ref": shared.ref}


async def forget(connection: AsyncConnection, owner_id: str, urls: Sequence[str] = ()) -> int:
    """End all shares of an owner, or with addresses those of that repository; how many."""
    query = sa.delete(share).where(share.c.owner_id == owner_id)
    if urls:
        query = query.where(share.c.repository_url.in_(urls))
    return (await connection.execute(query)).rowcount


async def prune(connection: AsyncConnection, limit: int) -> int:
    """Forget those that expired long ago; how many."""
    old = sa.select(share.c.id).where(share.c.expires_at <= datetime.now(UTC) - KEPT).limit(limit)
    return (await connection.execute(sa.delete(share).where(share.c.id.in_(old)))).rowcount


def _row(given: Share) -> dict[str, Any]:
    return {
        "id": uuid.UUID(given.id),
        "owner_id": given.owner_id,
        "kind": given.kind,
        "secret_hash": given.secret_hash,
        "name": given.name,
        "job_id": uuid.UUID(given.job_id) if given.job_id else None,
        "repository_url": given.repository_url,
        "ref": given.ref,
        "sections": list(given.sections),
        "figures": list(given.figures),
        "addresses": given.addresses,
        "created_at": given.created_at,
        "expires_at": given.expires_at,
    }


def _share(row: Any) -> Share:
    return Share(
        id=str(row.id),
        owner_id=row.owner_id,
        kind=row.kind,
        secret_hash=bytes(row.secret_hash),
        name=row.name,
        job_id=str(row.job_id) if row.job_id else "",
        repository_url=row.repository_url,
        ref=row.ref,
        sections=tuple(row.sections),
        figures=tuple(row.figures),
        addresses=row.addresses,
        created_at=row.created_at,
        expires_at=row.expires_at,
        suspended_at=row.suspended_at,
    )


def _not_found() -> NotFound:
    return NotFound("There is nothing shared here, or no longer.", code="share_not_found")


def names(words: Sequence[str]) -> tuple[str, ...]:
    """Chosen words in one order, each once."""
    return tuple(sorted(set(words)))
