"""What others say: message in, command out, once."""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from gitstrata_protos.auth.v1.events_pb2 import UserDeleted
from jobs import erasing, store
from jobs.domain.commands import Command, RecordOutcome
from jobs.domain.events import BlobRef, Event, JobCompleted, Outcome, SectionCompleted
from jobs.domain.job import Job
from jobs.wire import outcome_of
from kit import telemetry
from kit.blobs import Blob, BlobStore, unpack
from kit.bus import Handle
from kit.cloudevents import Received
from kit.database import reading
from kit.errors import AppError, InvalidInput
from kit.group_commit import GroupCommit
from kit.store import Delivery, EventStore, Known

OUTCOMES = "jobs-outcomes"
USERS = "jobs-users"
BUCKET = "reports"


def handlers(
    events: EventStore, jobs: GroupCommit[Job, Command, Event], blobs: BlobStore, section_max_bytes: int
) -> Mapping[str, Handle]:
    """Durables of jobs, and what handles their messages."""
    return {OUTCOMES: Outcomes(events.engine, jobs, blobs, section_max_bytes), USERS: Departures(events)}


class Outcomes:
    """Records what analyzers say, together with the content that it refers to."""

    def __init__(
        self,
        engine: AsyncEngine,
        jobs: GroupCommit[Job, Command, Event],
        blobs: BlobStore,
        section_max_bytes: int,
    ) -> None:
        self._engine = reading(engine)
        self._jobs = jobs
        self._blobs = blobs
        self._section_max_bytes = section_max_bytes

    async def __call__(self, message: Received) -> None:
        """Handle one message of the ANALYZER stream. A repeated one changes nothing."""
        outcome = outcome_of(message)
        if outcome is None:
            return
        bodies = await self._fetch(outcome)

        async def keep(connection: AsyncConnection) -> None:
            for ref, body in bodies:
                await store.keep_blob(connection, ref, body)

        await self._jobs.execute(
            store.entity(outcome.job_id),
            RecordOutcome(outcome=outcome, jitter=random.random(), now=datetime.now(UTC)),  # noqa: S311 jitter
            known=Known(outcome, uuid.UUID(message.id)),
            delivery=Delivery(OUTCOMES, message.id),
            effect=keep if bodies else None,
        )

    async def _fetch(self, outcome: Outcome) -> list[tuple[BlobRef, bytes]]:
        """Content that is not stored here yet, checked against its digest."""
        refs: tuple[BlobRef, ...] = ()
        if isinstance(outcome, SectionCompleted):
            refs = (outcome.blob,)
        elif isinstance(outcome, JobCompleted):
            refs = tuple(ref.blob for ref in outcome.sections) + ((outcome.head,) if outcome.head else ())
        if not refs:
            return []
        async with self._engine.connect() as connection:
            missing = await store.missing_blobs(connection, refs)
        bodies = []
        for ref in missing:
            if ref.size > self._section_max_bytes:
                raise InvalidInput("The section is larger than this installation allows.", code="section_too_large")
            body = await self._blobs.get(
                Blob(sha256=ref.sha256, size=ref.size, encoding=ref.encoding, media_type=ref.media_type)
            )
            try:
                unpack(Blob(ref.sha256, ref.size, ref.encoding, ref.media_type), body)
            except ValueError as error:
                raise _Damaged(str(error)) from error
            bodies.append((ref, body))
        return bodies


class Departures:
    """Erases what users had here once their account is no more."""

    def __init__(self, events: EventStore) -> None:
        self._events = events

    async def __call__(self, message: Received) -> None:
        """Handle one message of the AUTH stream. A repeated one finds nothing left."""
        if message.type != UserDeleted.__name__:
            return
        user = UserDeleted.FromString(message.body).user_id
        if not user:
            raise InvalidInput("The deleted user is not named.", code="user_unknown")
        followed, analyses = await erasing.erase_deleted_user(self._events, user, actor="auth")
        telemetry.log.info("erased a deleted user", user=user, analyses=analyses, repositories=followed)


class _Damaged(AppError):
    """A blob arrived damaged; fetching it again may work."""

    default_code = "blob_damaged"
    retryable = True
