"""What histories cost: appending, replaying, watching.

All on one Postgres that waits for the disk at each commit, with a plain `INSERT` of the same row beside it.
"""

from __future__ import annotations

import asyncio
import resource
import statistics
import sys
import time
import uuid
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
import sqlalchemy as sa
import uvloop
from pydantic import SecretStr
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from jobs import replay, store
from jobs.domain.commands import BeginAttempt, CancelJob, RecordOutcome, RequestAttempt, SubmitJob
from jobs.domain.events import AnalysisOptions, BlobRef, Event, JobCompleted, SectionRef
from jobs.domain.job import Job
from jobs.watch import Hub
from kit import database, migrations
from kit.group_commit import GroupCommit
from kit.settings import DatabaseSettings
from kit.store import EventStore
from tests.support import servers

AT_ONCE = 16  # connections, and commands under way
WATCHERS = 1_000
URL = "https://git.example.org/alice/strata"
REF = BlobRef("ab" * 32, 2, "identity", "application/json")


async def rate(seconds: float, once: Callable[[], Awaitable[None]]) -> dict[str, float]:
    """How often `once` is done a second, `AT_ONCE` at a time, and how long one takes (milliseconds)."""
    taken: list[float] = []
    until = time.monotonic() + seconds

    async def work() -> None:
        while time.monotonic() < until:
            began = time.monotonic()
            await once()
            taken.append(time.monotonic() - began)

    await asyncio.gather(*(work() for _ in range(AT_ONCE)))
    taken.sort()
    return {
        "per_second": len(taken) / seconds,
        "p50": statistics.median(taken) * 1000,
        "p99": taken[int(len(taken) * 0.99)] * 1000,
    }


async def plain(url: str, seconds: float) -> dict[str, float]:
    """The floor: one row inserted and committed, by the driver alone."""
    dsn = url.replace("+asyncpg", "")
    pool = await asyncpg.create_pool(dsn, min_size=AT_ONCE, max_size=AT_ONCE)
    await pool.execute("CREATE TABLE plain (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, payload text)")

    async def once() -> None:
        await pool.execute("INSERT INTO plain (payload) VALUES ($1)", "x" * 300)

    found = await rate(seconds, once)
    await pool.execute("DROP TABLE plain")
    await pool.close()
    return found


def submission(job: str) -> SubmitJob:
    now = datetime.now(UTC)
    options = AnalysisOptions()
    return SubmitJob(job, f"user-{job[:2]}", URL, "", options, "user", now, now + timedelta(hours=6))


async def whole_life(jobs: GroupCommit[Job, Any, Event]) -> None:
    """A job from submission to completion: four commands, five events."""
    job = str(uuid.uuid4())
    await jobs.execute(job, submission(job))
    now = datetime.now(UTC)
    await jobs.execute(job, RequestAttempt("nats", now, now))
    await jobs.execute(job, BeginAttempt(1, "bench", "lease", now))
    completed = JobCompleted(job, 1, "lease", "c" * 40, "1", "1", (SectionRef("overview", REF),), (), REF, "", now)

    async def keep(connection: AsyncConnection) -> None:
        await store.keep_blob(connection, REF, b"{}")

    await jobs.execute(job, RecordOutcome(completed, 0.5, now), effect=keep)


async def filled(engine: AsyncEngine, wanted: int) -> int:
    """Copies whole histories under new ids until there are so many events."""
    async with engine.connect() as connection:
        there = await connection.scalar(sa.text("SELECT count(*) FROM events")) or 0
        stream = await connection.scalar(sa.text("SELECT stream FROM events WHERE type = 'JobCompleted' LIMIT 1"))
        each = await connection.scalar(sa.text("SELECT count(*) FROM events WHERE stream = :s"), {"s": stream}) or 1
    copies = max((wanted - there) // each, 0)
    while copies > 0:
        async with engine.begin() as connection:
            await connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
            await connection.execute(
                sa.text("""
                    INSERT INTO events (stream, version, event_id, type, payload, metadata)
                    SELECT 'job-' || copy.id, version, gen_random_uuid(), type,
                           payload || jsonb_build_object('job_id', copy.id), metadata
                    FROM (SELECT gen_random_uuid()::text AS id FROM generate_series(1, :count)) AS copy, events
                    WHERE stream = :stream
                """),
                {"count": min(copies, 20_000), "stream": stream},
            )
        copies -= 20_000
    async with engine.connect() as connection:
        return await connection.scalar(sa.text("SELECT count(*) FROM events")) or 0


async def watching(engine: AsyncEngine, wakeups: database.Wakeups, events: EventStore) -> dict[str, float]:
    """How long after a command was given the last of many watchers of one job has its event (milliseconds)."""
    hub = Hub(engine, wakeups)
    await hub.open()
    running = [asyncio.create_task(hub.run()), asyncio.create_task(wakeups.run())]
    await asyncio.sleep(1)
    taken = []
    for _ in range(20):
        job = str(uuid.uuid4())
        await events.execute(store.JOBS, job, submission(job))
        await asyncio.sleep(0.1)
        ready = asyncio.Semaphore(0)

        async def watch(job: str = job, ready: asyncio.Semaphore = ready) -> None:
            async with hub.watch(job) as watcher:
                ready.release()
                while not (await watcher.next())[0]:
                    pass

        watchers = [asyncio.create_task(watch()) for _ in range(WATCHERS)]
        for _ in range(WATCHERS):
            await ready.acquire()
        began = time.monotonic()
        await events.execute(store.JOBS, job, CancelJob(datetime.now(UTC)))
        await asyncio.gather(*watchers)
        taken.append(time.monotonic() - began)
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
    return {"watchers": WATCHERS, "p50": statistics.median(taken) * 1000, "most": max(taken) * 1000}


async def measured(url: str, seconds: float, wanted: int) -> dict[str, Any]:
    settings = DatabaseSettings(
        database_url=SecretStr(url), database_pool_size=AT_ONCE, database_statement_timeout_seconds=600
    )
    engine = database.connect(settings, "bench")
    wakeups = database.Wakeups(url)
    events = EventStore(engine, wakeups, source="bench")

    jobs: GroupCommit[Job, Any, Event] = GroupCommit(events, store.JOBS)

    async def submit() -> None:
        job = str(uuid.uuid4())
        await jobs.execute(job, submission(job))

    async def live() -> None:
        await whole_life(jobs)

    found: dict[str, Any] = {"at_once": AT_ONCE}
    found["plain"] = told("plain INSERT", await plain(url, seconds))
    found["submit"] = told("submit a job", await rate(seconds, submit))
    found["life"] = told("a job's whole life", await rate(seconds, live))
    found["watch"] = told("watch", await watching(engine, wakeups, events))
    found["events"] = await filled(engine, wanted)
    async with engine.connect() as connection:
        await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(sa.text("ANALYZE events"))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for name, work in (("rebuild", replay.rebuild), ("verify", replay.verify)):
        began = time.monotonic()
        outcome = await work(engine)
        problems = getattr(outcome, "problems", [])
        taken = time.monotonic() - began
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        found[name] = told(
            name,
            {
                "seconds": taken,
                "per_second": found["events"] / taken,
                "problems": len(problems),
                "grown_mb": grown,
            },
        )
    found["submit_full"] = told("submit a job, full store", await rate(seconds, submit))
    found["life_full"] = told("a job's whole life, full store", await rate(seconds, live))
    await engine.dispose()
    return found


def told(name: str, figures: dict[str, float]) -> dict[str, float]:
    shown = "  ".join(f"{key} {value:,.1f}" for key, value in figures.items())
    sys.stdout.write(f"{name:32}{shown}\n")
    sys.stdout.flush()
    return figures


def measure(seconds: float, wanted: int) -> dict[str, Any]:
    """All of it on a fresh server; each rate for so many seconds, what must stay flat with `wanted` events."""
    with servers.postgres_server(durable=True) as server:
        url = server.create_database("jobs")
        migrations.upgrade(url, "jobs")
        return uvloop.run(measured(url, seconds, wanted))
