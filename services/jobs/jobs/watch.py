"""Telling watchers what happens to a job, without asking the database once per watcher.

One reader per process tails the whole event store in commit order; one subscription receives progress. Both hand
on to whoever watches the job. A watcher that is slow misses no event: it is woken and reads on from its version.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from google.protobuf.message import DecodeError
from nats.aio.msg import Msg
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer_pb
from jobs.domain.events import Event, JobCancelled, JobCompleted, JobErased, JobExpired, JobFailed
from jobs.store import JOBS
from kit import telemetry
from kit.database import Wakeups, nap, reading
from kit.history import Cursor, last_cursor, read_all, recorded
from kit.store import Recorded

_TIMER_SECONDS = 1.0
_UNWATCHED_SECONDS = 0.05  # how far behind the reader may be while nobody watches
_BATCH = 500
_JOBS = JOBS.stream("")
PROGRESS_SUBJECT = "progress.job.*"
# progress of an attempt means nothing once the attempt has come to something
_ENDS = {kind.__name__ for kind in (JobCompleted, JobFailed, JobCancelled, JobExpired, JobErased)}


class Watcher:
    """What has happened to one job since the watcher last looked."""

    def __init__(self) -> None:
        self._news = asyncio.Event()
        self._events: list[Recorded[Event]] = []
        self._progress: analyzer_pb.JobProgressed | None = None

    def tell(self, event: Recorded[Event]) -> None:
        self._events.append(event)
        self._news.set()

    def progress(self, progress: analyzer_pb.JobProgressed) -> None:
        self._progress = progress
        self._news.set()

    async def next(self) -> tuple[list[Recorded[Event]], analyzer_pb.JobProgressed | None]:
        """Wait for news; events in order, and the latest progress if it changed."""
        await self._news.wait()
        self._news.clear()
        events, self._events = self._events, []
        progress, self._progress = self._progress, None
        return events, progress


class Hub:
    """Watchers of all jobs in this process, and the last progress of each running job."""

    def __init__(self, engine: AsyncEngine, wakeups: Wakeups) -> None:
        self._engine = reading(engine)
        self._wakeups = wakeups
        self._cursor = Cursor()
        self._watchers: dict[str, set[Watcher]] = defaultdict(set)
        self._watched = asyncio.Event()
        self._progress: dict[str, analyzer_pb.JobProgressed] = {}

    @asynccontextmanager
    async def watch(self, job_id: str) -> AsyncIterator[Watcher]:
        """A watcher that is told everything that is committed from now on."""
        watcher = Watcher()
        self._watchers[job_id].add(watcher)
        self._watched.set()
        try:
            yield watcher
        finally:
            self._watchers[job_id].discard(watcher)
            if not self._watchers[job_id]:
                del self._watchers[job_id]

    def last_progress(self, job_id: str) -> analyzer_pb.JobProgressed | None:
        return self._progress.get(job_id)

    async def on_progress(self, message: Msg) -> None:
        """Handle one message of PROGRESS_SUBJECT."""
        try:
            progress = analyzer_pb.JobProgressed.FromString(message.data)
        except DecodeError:
            telemetry.log.warning("progress that cannot be read", subject=message.subject)
            return
        self._progress[progress.job_id] = progress
        for watcher in self._watchers.get(progress.job_id, ()):
            watcher.progress(progress)

    async def open(self) -> None:
        """Begin at what is committed now; to be done before anybody watches."""
        async with self._engine.connect() as connection:
            self._cursor = await last_cursor(connection)

    async def run(self) -> None:
        """Tail the event store for ever."""
        async with self._wakeups.sleeper() as sleeper:
            while True:
                try:
                    async with self._engine.connect() as connection:
                        rows = await read_all(connection, self._cursor, _BATCH)
                except (OSError, SQLAlchemyError) as error:
                    telemetry.log.warning("the event store cannot be read", reason=str(error))
                    rows = []
                for row in rows:
                    self._cursor = Cursor(int(row.transaction_id), row.position)
                    self._hand_on(row)
                if len(rows) < _BATCH:
                    await nap(sleeper, _TIMER_SECONDS)
                    if not self._watchers:
                        self._watched.clear()
                        await nap(self._watched, _UNWATCHED_SECONDS)

    def _hand_on(self, row: Any) -> None:
        if not row.stream.startswith(_JOBS):
            return
        job_id = row.stream.removeprefix(_JOBS)
        if row.type in _ENDS:
            self._progress.pop(job_id, None)
        if watchers := self._watchers.get(job_id):
            try:
                event = recorded(JOBS, row)
            except (KeyError, ValueError) as error:
                # whoever watches it is told when the history is read; nobody else is concerned
                telemetry.log.error("an event cannot be read", job_id=job_id, version=row.version, reason=repr(error))
                return
            for watcher in watchers:
                watcher.tell(event)
