"""Taking running attempts from workers that are gone: after a restore, or when a cluster was lost."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs import store
from jobs.domain.commands import RecordOutcome
from jobs.domain.events import JobFailed
from jobs.domain.job import Status
from jobs.tables import job_view
from kit.errors import NotFound, WrongState
from kit.store import EventStore

_RUNNING = (
    sa.select(job_view.c.id)
    .where(job_view.c.status == Status.PROCESSING, job_view.c.started_at < sa.bindparam("moment"))
    .order_by(job_view.c.started_at)
)


async def running(connection: AsyncConnection, begun_before: datetime) -> Sequence[str]:
    """Ids of jobs that are at work since before a moment, the oldest first."""
    return [str(job_id) for job_id in (await connection.scalars(_RUNNING, {"moment": begun_before})).all()]


async def release(events: EventStore, begun_before: datetime, *, actor: str) -> int:
    """Have each of them fail as `worker_lost`, to be tried again where it may be; how many.

    One that ends or is begun anew meanwhile is left alone.
    """
    async with events.engine.connect() as connection:
        found = await running(connection, begun_before)
    released = 0
    for job_id in found:
        try:
            async with events.engine.connect() as connection:
                job = (await store.tell(connection, job_id)).job
            if job.started_at is None or job.started_at >= begun_before:
                continue
            now = datetime.now(UTC)
            lost = JobFailed(
                job_id=job.id,
                attempt=job.attempt,
                lease=job.lease,
                code="worker_lost",
                message="The worker of this attempt is gone.",
                retryable=True,
                occurred_at=now,
            )
            await events.execute(store.JOBS, job_id, RecordOutcome(lost, random.random(), now), actor=actor)  # noqa: S311
        except (NotFound, WrongState):
            continue
        released += 1
    return released
