"""The read model of jobs: one row per job, the blobs that reports show, and the queries on both."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs import states
from jobs.domain.events import (
    AnalysisOptions,
    BlobRef,
    Event,
    JobCancelled,
    JobCompleted,
    JobErased,
    JobExpired,
    JobFailed,
    JobRetryScheduled,
    JobStarted,
    SectionCompleted,
)
from jobs.domain.job import INITIAL, Job, Status, decide, evolve
from jobs.domain.quota import Usage
from jobs.paging import page_place, page_token, unknown_token
from jobs.tables import blob, job_blob, job_state, job_view
from jobs.wire import CATEGORY, WIRE
from kit.database import upsert, write_rows
from kit.errors import NotFound
from kit.history import read_stream
from kit.store import Aggregate, Change, Recorded

OPEN = (Status.PENDING, Status.PROCESSING)


_WRITE, _LEFT = upsert(job_view), upsert(job_state)


def view_row(job: Job, version: int) -> dict[str, Any] | None:
    """The row of a job that lists and the dispatcher read; None for one that is not shown."""
    if job.erased:
        return None
    return {
        "id": uuid.UUID(job.id),
        "owner_id": job.owner_id,
        "status": str(job.status),
        "repository_url": job.repository_url,
        "ref": job.ref,
        "commit": job.commit,
        "runner": job.options.runner,
        "ignore_revs": job.options.ignore_revs,
        "exclude": list(job.options.exclude),
        "people_rules_id": job.options.people_rules_id,
        "attempt": job.attempt,
        "error_code": job.error_code,
        "error_message": job.error_message,
        "created_at": job.created_at,
        "deadline": job.deadline,
        "not_before": job.not_before,
        "requested_at": job.requested_at,
        "started_at": job.started_at,
        "finished_at": job.finished_at,
        "version": version,
    }


async def project(connection: AsyncConnection, changes: Sequence[Change[Job, Event]]) -> None:
    """Write what the histories come to, and drop content that no job refers to any more."""
    rows = {uuid.UUID(change.state.id): view_row(change.state, change.version) for change in changes}
    await write_rows(connection, _WRITE, job_view.c.id, rows)
    if referring := [change.state for change in changes if any(map(_refers_anew, change.appended))]:
        await _refer(connection, referring)
    if left := [change.state for change in changes if any(map(_leaves, change.appended))]:
        left_rows = {uuid.UUID(job.id): states.state_row(job) for job in left}
        await write_rows(connection, _LEFT, job_state.c.job_id, left_rows)
    if ended := [change.state for change in changes if any(map(_ends, change.appended)) and change.state.status.final]:
        await states.forget_checkpoints(connection, ended)


def _leaves(recorded: Recorded[Event]) -> bool:
    """Whether the job may have left a state with the event, or have lost it."""
    return isinstance(recorded.event, JobErased) or (
        isinstance(recorded.event, JobCompleted) and recorded.event.state is not None
    )


def _ends(recorded: Recorded[Event]) -> bool:
    return isinstance(recorded.event, JobCompleted | JobFailed | JobCancelled | JobExpired | JobErased)


def _refers_anew(recorded: Recorded[Event]) -> bool:
    """Whether the job may refer to other content after the event."""
    event = recorded.event
    if isinstance(event, JobStarted):
        return event.run > 1  # the run before may have told sections
    return isinstance(event, SectionCompleted | JobCompleted | JobRetryScheduled | JobErased)


async def _refer(connection: AsyncConnection, jobs: Sequence[Job]) -> None:
    pairs = [(uuid.UUID(job.id), digest) for job in jobs for digest in sorted(job.blobs)]
    given = {"kept_by": [job for job, _ in pairs], "kept": [digest for _, digest in pairs]}
    left = await connection.execute(_LEAVE, {"of_jobs": [uuid.UUID(job.id) for job in jobs], **given})
    orphans = left.scalars().all()
    if pairs:
        await connection.execute(_REFER, given)
    if orphans:
        await connection.execute(_DROP, {"digests": orphans})


_DIGESTS = sa.bindparam("digests", type_=ARRAY(sa.Text))
_PAIRS = (
    sa.bindparam("kept_by", type_=ARRAY(sa.Uuid)),
    sa.bindparam("kept", type_=ARRAY(sa.Text)),
)
_LEAVE = sa.text("""
    DELETE FROM job_blob
    WHERE job_id = ANY (CAST(:of_jobs AS uuid[])) AND (job_id, sha256) NOT IN (
        SELECT * FROM unnest(CAST(:kept_by AS uuid[]), CAST(:kept AS text[]))
    )
    RETURNING sha256
""").bindparams(*_PAIRS, sa.bindparam("of_jobs", type_=ARRAY(sa.Uuid)))
_REFER = sa.text("""
    INSERT INTO job_blob (job_id, sha256)
    SELECT * FROM unnest(CAST(:kept_by AS uuid[]), CAST(:kept AS text[]))
    ON CONFLICT DO NOTHING
""").bindparams(*_PAIRS)
_DROP = sa.delete(blob).where(
    blob.c.sha256 == sa.any_(_DIGESTS), ~sa.exists().where(job_blob.c.sha256 == blob.c.sha256)
)
_STORED = sa.select(blob.c.sha256).where(blob.c.sha256 == sa.any_(_DIGESTS))
_KEEP = insert(blob).on_conflict_do_nothing()


JOBS: Aggregate[Job, Any, Event] = Aggregate(
    category=CATEGORY, initial=INITIAL, decide=decide, evolve=evolve, wire=WIRE, project=project
)


# ---------------------------------------------------------------- reading one job


@dataclass(frozen=True, slots=True)
class Told:
    """A job and the history that tells it."""

    job: Job
    version: int
    history: tuple[Recorded[Event], ...]


def entity(job_id: str) -> str:
    """The id in its one form; NotFound for anything that no job can be called."""
    try:
        return str(uuid.UUID(job_id))
    except ValueError:
        raise _not_found() from None


async def tell(connection: AsyncConnection, job_id: str, owner_id: str | None = None) -> Told:
    """The job by its history; NotFound when there is none, or when it is another owner's."""
    history = tuple([recorded async for recorded in read_stream(connection, JOBS, entity(job_id))])
    job = JOBS.fold(INITIAL, (recorded.event for recorded in history))
    if not job.id or job.erased or (owner_id is not None and job.owner_id != owner_id):
        raise _not_found()
    return Told(job=job, version=len(history), history=history)


COMPLETED = (
    sa.select(job_view.c.id)
    .where(
        job_view.c.owner_id == sa.bindparam("owner"),
        job_view.c.repository_url == sa.bindparam("url"),
        job_view.c.ref == sa.bindparam("on_ref"),
        job_view.c.status == sa.literal_column("'COMPLETED'"),
    )
    .order_by(job_view.c.finished_at.desc(), job_view.c.id)
)
"""Ids of an owner's completed jobs on a repository and ref, newest first."""
LAST_COMPLETED = COMPLETED.limit(1)


async def known_report(connection: AsyncConnection, job: Job) -> Job | None:
    """The owner's last completed job that asked for the same, if its report is still whole."""
    asked = {"owner": job.owner_id, "url": job.repository_url, "on_ref": job.ref}
    found = await connection.scalar(LAST_COMPLETED, asked)
    if found is None:
        return None
    known = (await tell(connection, str(found))).job
    # who runs an analysis makes no difference to it
    same = replace(known.options, runner="") == replace(job.options, runner="")
    return known if same and known.head and known.tags_digest else None


def _not_found() -> NotFound:
    return NotFound("There is no such analysis.", code="job_not_found")


# ---------------------------------------------------------------- listing


@dataclass(frozen=True, slots=True)
class Listed:
    """A job as a list shows it: without lease and sections."""

    job: Job
    version: int


@dataclass(frozen=True, slots=True)
class Page:
    jobs: tuple[Listed, ...]
    next_token: str


async def list_jobs(
    connection: AsyncConnection, owner_id: str | None, *, status: Status | None, size: int, token: str
) -> Page:
    """An owner's jobs, or with None everybody's, newest first."""
    query = sa.select(job_view)
    if owner_id is not None:
        query = query.where(job_view.c.owner_id == owner_id)
    if status:
        query = query.where(job_view.c.status == status)
    if token:
        after_time, after_id = _place(token)
        query = query.where(sa.tuple_(job_view.c.created_at, job_view.c.id) < sa.tuple_(after_time, after_id))
    query = query.order_by(job_view.c.created_at.desc(), job_view.c.id.desc()).limit(size + 1)
    rows = (await connection.execute(query)).all()
    more = len(rows) > size
    rows = rows[:size]
    return Page(
        jobs=tuple(map(listed, rows)),
        next_token=page_token(rows[-1].created_at.isoformat(), str(rows[-1].id)) if more else "",
    )


def options_in(row: Any) -> AnalysisOptions:
    """The options that a row of a job or a repository has."""
    return AnalysisOptions(
        runner=row.runner,
        ignore_revs=row.ignore_revs,
        exclude=tuple(row.exclude),
        people_rules_id=row.people_rules_id,
    )


def listed(row: Any) -> Listed:
    """The job of a row of the view."""
    job = Job(
        id=str(row.id),
        owner_id=row.owner_id,
        repository_url=row.repository_url,
        ref=row.ref,
        options=options_in(row),
        status=Status(row.status),
        created_at=row.created_at,
        deadline=row.deadline,
        attempt=row.attempt,
        not_before=row.not_before,
        requested_at=row.requested_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        commit=row.commit,
        error_code=row.error_code,
        error_message=row.error_message,
    )
    return Listed(job=job, version=row.version)


def _place(token: str) -> tuple[datetime, uuid.UUID]:
    try:
        moment, job_id = page_place(token)
        return datetime.fromisoformat(moment), uuid.UUID(job_id)
    except ValueError:
        raise unknown_token() from None


# ---------------------------------------------------------------- what one user may have

_QUOTA_LOCK = 0x71756F74  # "quot"
_DAY = timedelta(days=1)
_OWNERS = sa.bindparam("owners", type_=ARRAY(sa.Text))
_LOCK_OWNERS = sa.text(
    # in one order everywhere, so that no two transactions wait for each other
    "SELECT pg_advisory_xact_lock(:lock, hash) FROM (SELECT DISTINCT hashtext(owner) AS hash"
    " FROM unnest(CAST(:owners AS text[])) AS given (owner) ORDER BY hash) AS ordered"
).bindparams(_OWNERS, lock=_QUOTA_LOCK)
_USAGE = sa.text("""
    SELECT owner,
        (SELECT count(*) FROM job_view WHERE owner_id = owner AND status IN ('PENDING', 'PROCESSING')) AS active,
        daily.jobs AS daily, daily.oldest AS oldest,
        EXISTS (SELECT FROM deleted_user WHERE user_id = owner) AS deleted
    FROM unnest(CAST(:owners AS text[])) AS given (owner)
    CROSS JOIN LATERAL (
        SELECT count(*) AS jobs, min(created_at) AS oldest FROM job_view WHERE owner_id = owner AND created_at > :since
    ) AS daily
""").bindparams(_OWNERS, sa.bindparam("since", type_=sa.DateTime(timezone=True)))


async def lock_owners(connection: AsyncConnection, owners: Collection[str]) -> None:
    """Until the transaction ends nobody else asks for an analysis in the name of the same owners."""
    await connection.execute(_LOCK_OWNERS, {"owners": sorted(owners)})


async def usage(connection: AsyncConnection, owners: Collection[str], now: datetime) -> dict[str, Usage]:
    """What owners have. Until the transaction ends nobody else is told of the same owners."""
    await lock_owners(connection, owners)
    rows = await connection.execute(_USAGE, {"owners": sorted(owners), "since": now - _DAY})
    return {
        row.owner: Usage(
            active=row.active,
            daily=row.daily,
            daily_frees_in=max((row.oldest + _DAY - now).total_seconds(), 1.0) if row.oldest else 1.0,
            deleted=row.deleted,
        )
        for row in rows
    }


# ---------------------------------------------------------------- the dispatcher's questions


# the statuses are written out, so that the partial indexes serve
_OPEN = job_view.c.status.in_([sa.literal_column(f"'{status}'") for status in OPEN])
_PENDING = job_view.c.status == sa.literal_column(f"'{Status.PENDING}'")
_NOW, _MOST = sa.bindparam("now", type_=sa.DateTime(timezone=True)), sa.bindparam("most", type_=sa.Integer)
_OUTSTANDING = sa.select(sa.func.count()).select_from(job_view).where(_OPEN, job_view.c.requested_at.is_not(None))
_BUSY = (
    sa.select(job_view.c.owner_id, sa.func.count().label("jobs"))
    .where(_OPEN, job_view.c.requested_at.is_not(None))
    .group_by(job_view.c.owner_id)
    .subquery()
)
_TURN = (
    sa.func.row_number().over(partition_by=job_view.c.owner_id, order_by=(job_view.c.created_at, job_view.c.id))
    + sa.func.coalesce(_BUSY.c.jobs, 0)
).label("turn")
_WAITING = (
    sa.select(job_view.c.id, job_view.c.runner)
    .select_from(job_view.outerjoin(_BUSY, _BUSY.c.owner_id == job_view.c.owner_id))
    .where(_PENDING, job_view.c.requested_at.is_(None), job_view.c.not_before <= _NOW)
    .order_by(_TURN, job_view.c.created_at)
    .limit(_MOST)
)
_OVERDUE = sa.select(job_view.c.id).where(_OPEN, job_view.c.deadline <= _NOW).limit(_MOST)
_UNBEGUN = sa.select(job_view.c.id, job_view.c.runner).where(_PENDING, job_view.c.requested_at <= _NOW).limit(_MOST)


async def outstanding(connection: AsyncConnection) -> int:
    """Jobs that are with a runner: requested and not ended."""
    return await connection.scalar(_OUTSTANDING) or 0


async def waiting(connection: AsyncConnection, now: datetime, limit: int) -> Sequence[tuple[str, str]]:
    """The next jobs to request, as (id, runner): turn by turn between owners, oldest first within one.

    An owner's turn counts what is already with a runner, so that a thousand jobs of one user do not starve another.
    """
    rows = await connection.execute(_WAITING, {"now": now, "most": limit})
    return [(str(row.id), row.runner) for row in rows]


async def overdue(connection: AsyncConnection, now: datetime, limit: int) -> Sequence[str]:
    """Jobs whose deadline has passed although they have not ended."""
    return [str(row.id) for row in await connection.execute(_OVERDUE, {"now": now, "most": limit})]


async def unbegun(connection: AsyncConnection, since: datetime, limit: int) -> Sequence[tuple[str, str]]:
    """Requested attempts, as (id, runner), that nobody has begun since a moment."""
    rows = await connection.execute(_UNBEGUN, {"now": since, "most": limit})
    return [(str(row.id), row.runner) for row in rows]


# ---------------------------------------------------------------- blobs


async def missing_blobs(connection: AsyncConnection, blobs: Collection[BlobRef]) -> list[BlobRef]:
    """Those whose content is not stored here yet."""
    rows = await connection.execute(_STORED, {"digests": [ref.sha256 for ref in blobs]})
    stored = {row.sha256 for row in rows}
    return [ref for ref in blobs if ref.sha256 not in stored]


async def keep_blob(connection: AsyncConnection, ref: BlobRef, body: bytes) -> None:
    """Store content under its digest, once."""
    row = {"sha256": ref.sha256, "encoding": ref.encoding, "size": ref.size, "body": body}
    await connection.execute(_KEEP, row)


async def jobs_of(connection: AsyncConnection, owner_id: str, url: str = "") -> Sequence[str]:
    """Ids of all jobs of an owner (on one repository, if its address is given) that are shown, oldest first."""
    query = sa.select(job_view.c.id).where(job_view.c.owner_id == owner_id)
    if url:
        query = query.where(job_view.c.repository_url == url)
    rows = await connection.execute(query.order_by(job_view.c.created_at, job_view.c.id))
    return [str(row.id) for row in rows]


async def read_blob(connection: AsyncConnection, ref: BlobRef) -> bytes:
    """The stored, encoded content."""
    body = await connection.scalar(sa.select(blob.c.body).where(blob.c.sha256 == ref.sha256))
    if body is None:
        raise NotFound("This section is no longer kept.", code="section_gone")
    return bytes(body)
