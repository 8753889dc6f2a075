"""What analyses leave for the next ones: which engine state a job may go on from, and which are worth keeping.

A state is a cache, in a bucket of its own. References to it go with the job that left it; the content goes when nothing
refers to it any more, or when the bucket is nearly full and it is the oldest.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

import nats.errors
import sqlalchemy as sa
from nats.js import JetStreamContext
from nats.js.errors import Error as JetStreamError
from sqlalchemy.dialects.postgresql import ARRAY, distinct_on
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from jobs.domain.events import BlobRef, EngineState
from jobs.domain.job import Job, Status
from jobs.settings import Settings
from jobs.tables import job_checkpoint, job_state, job_view
from kit import telemetry
from kit.blobs import BlobStore, declare_bucket
from kit.database import upsert
from kit.errors import AppError

BUCKET = "states"
FOLDER = "states/"
_EVERY_SECONDS = 300.0
_ON_ITS_WAY = timedelta(hours=1)  # an outcome that refers to it may wait on the bus for so long
_FULL = 0.8
_LOCK = 0x7374617465  # "state"
_LEAD = sa.select(sa.func.pg_try_advisory_xact_lock(sa.literal_column(str(_LOCK), sa.BigInteger)))


def state_row(job: Job) -> dict[str, Any] | None:
    """The row of the state that a completed job left; None if there is none."""
    if job.erased or job.status is not Status.COMPLETED or job.state is None:
        return None
    return {
        "job_id": uuid.UUID(job.id),
        "owner_id": job.owner_id,
        "repository_url": job.repository_url,
        "ref": job.ref,
        "exclude": list(job.options.exclude),
        "finished_at": job.finished_at,
        **_columns(job.state),
    }


def _columns(state: EngineState) -> dict[str, Any]:
    return {
        "sha256": state.blob.sha256,
        "size": state.blob.size,
        "encoding": state.blob.encoding,
        "media_type": state.blob.media_type,
        "commit": state.commit,
        "engine_version": state.engine_version,
        "committed_at": state.committed_at,
    }


def _state(row: Any) -> EngineState:
    blob = BlobRef(row.sha256, row.size, row.encoding, row.media_type)
    return EngineState(blob, row.commit, row.engine_version, row.committed_at)


_NEWEST = (
    sa.select(job_state)
    .where(
        job_state.c.owner_id == sa.bindparam("owner"),
        job_state.c.repository_url == sa.bindparam("url"),
        job_state.c.ref == sa.bindparam("on_ref"),
        job_state.c.exclude == sa.bindparam("left_out", type_=ARRAY(sa.Text)),
    )
    .order_by(job_state.c.finished_at.desc())
    .limit(1)
)


async def newest(connection: AsyncConnection, job: Job) -> EngineState | None:
    """What the owner's last analysis that read the same history left."""
    asked = {
        "owner": job.owner_id,
        "url": job.repository_url,
        "on_ref": job.ref,
        "left_out": list(job.options.exclude),
    }
    row = (await connection.execute(_NEWEST, asked)).one_or_none()
    return _state(row) if row else None


# ---------------------------------------------------------------- checkpoints

_KEEP = upsert(job_checkpoint)
_KEPT = sa.select(job_checkpoint).where(job_checkpoint.c.job_id == sa.bindparam("job", type_=sa.Uuid))


async def keep_checkpoint(connection: AsyncConnection, job: Job, checkpoint: EngineState) -> None:
    """Note how far a worker came, in the place of what was noted before."""
    row = {
        "job_id": uuid.UUID(job.id),
        "lease": job.lease,
        "kept_at": datetime.now(UTC),
        **_columns(checkpoint),
    }
    await connection.execute(_KEEP, row)


async def progressed(connection: AsyncConnection, job: Job) -> bool:
    """Whether the worker that began the job last came to a checkpoint."""
    row = (await connection.execute(_KEPT, {"job": uuid.UUID(job.id)})).one_or_none()
    return row is not None and row.lease == job.lease


async def checkpoint(connection: AsyncConnection, job: Job) -> EngineState | None:
    """How far an earlier worker came with the job."""
    row = (await connection.execute(_KEPT, {"job": uuid.UUID(job.id)})).one_or_none()
    return _state(row) if row else None


async def forget_checkpoints(connection: AsyncConnection, jobs: Collection[Job]) -> None:
    """Of jobs that will not go on."""
    gone = [uuid.UUID(job.id) for job in jobs]
    await connection.execute(sa.delete(job_checkpoint).where(job_checkpoint.c.job_id.in_(gone)))


# ---------------------------------------------------------------- housekeeping

_OF_ONE_HISTORY = (job_state.c.owner_id, job_state.c.repository_url, job_state.c.ref, job_state.c.exclude)
_REFERRED = sa.union(
    sa.select(job_state.c.sha256)
    .ext(distinct_on(*_OF_ONE_HISTORY))
    .order_by(*_OF_ONE_HISTORY, job_state.c.finished_at.desc())
    .subquery()
    .select(),
    sa.select(job_checkpoint.c.sha256),
)
_STALE = sa.delete(job_checkpoint).where(
    ~sa.exists().where(
        job_view.c.id == job_checkpoint.c.job_id, job_view.c.status.in_([Status.PENDING, Status.PROCESSING])
    )
)


async def sweep(engine: AsyncEngine, blobs: BlobStore, *, max_bytes: int, older: timedelta = _ON_ITS_WAY) -> int:
    """Delete content that nothing refers to and that is `older`, and the oldest of a nearly full bucket; how many."""
    async with engine.begin() as connection:
        await connection.execute(_STALE)
    await blobs.tidy()
    # listed before the references are read: what is stored later is not looked at
    stored = await blobs.listed()
    async with engine.connect() as connection:
        referred = set((await connection.scalars(_REFERRED)).all())
    now = datetime.now(UTC)
    gone = [each for each in stored if each.sha256 not in referred and now - each.stored_at >= older]
    doomed = {each.sha256 for each in gone}
    left = sorted((each for each in stored if each.sha256 not in doomed), key=lambda each: each.stored_at)
    size = sum(each.size for each in left)
    for each in left:
        if size <= max_bytes * _FULL:
            break
        size -= each.size
        gone.append(each)
    for each in gone:
        await blobs.delete(each.sha256)
    return len(gone)


async def keep_house(engine: AsyncEngine, blobs: BlobStore, max_bytes: int) -> None:
    """Sweep for ever, one replica at a time."""
    while True:
        try:
            # a transaction that writes nothing: readers of the histories wait for none that does
            async with engine.begin() as leader:
                if await leader.scalar(_LEAD) and (gone := await sweep(engine, blobs, max_bytes=max_bytes)):
                    telemetry.log.info("deleted engine states that are of no use", states=gone)
        except (OSError, SQLAlchemyError, AppError, nats.errors.Error, JetStreamError, TimeoutError) as error:
            telemetry.log.warning("engine states could not be looked after", reason=repr(error))
        await asyncio.sleep(_EVERY_SECONDS)


async def declare(js: JetStreamContext, settings: Settings) -> None:
    """Have the bucket, if the bus has room for it: without it everything works, and takes longer."""
    try:
        await declare_bucket(js, BUCKET, max_bytes=settings.state_max_bytes, ttl=None, replicas=settings.nats_replicas)
    except JetStreamError as error:
        telemetry.log.error("engine states cannot be kept: every analysis reads everything", reason=repr(error))
