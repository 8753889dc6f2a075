"""The read model made again from the histories, and compared with what is there.

`rebuild` fills fresh tables from a snapshot while the service goes on, catches up with what was committed meanwhile
under a lock that lasts for those few jobs, and swaps. `verify` folds every history in one snapshot and compares.
"""

from __future__ import annotations

import asyncio
import random
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy import quoted_name
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from jobs import store
from jobs.dispatch import LOCK
from jobs.domain.job import INITIAL, Job
from jobs.tables import VIEWS, job_blob, job_view
from jobs.tables import metadata as live
from jobs.wire import CATEGORY
from kit.errors import Unavailable
from kit.store import recorded
from kit.tables import events

_PAGE = 5_000  # events
_FRESH = "_fresh"
_TRIES = 60
_LOCK_TIMEOUT = "1s"
_BUSY = ("55P03", "40P01")  # lock not available in time, deadlock

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Replayed:
    """One history folded. `problem` says what is wrong with the history itself."""

    stream: str
    job: Job
    version: int
    problem: str | None = None


@dataclass(slots=True)
class Verification:
    """What a comparison found."""

    histories: int = 0
    events: int = 0
    problems: list[str] = field(default_factory=list)


# ---------------------------------------------------------------- folding


async def replayed(connection: AsyncConnection, streams: Sequence[str] | None = None) -> AsyncIterator[Replayed]:
    """Every history of jobs folded (only `streams`, if they are given), in the order of their names."""
    query = sa.select(events).order_by(events.c.stream, events.c.version).limit(_PAGE)
    query = query.where(events.c.stream.startswith(f"{CATEGORY}-", autoescape=True))
    if streams is not None:
        query = query.where(events.c.stream.in_(streams))
    after: tuple[str, int] = ("", 0)
    open_one: list[Any] = []
    while True:
        place = sa.tuple_(events.c.stream, events.c.version)
        rows = (await connection.execute(query.where(place > sa.tuple_(*after)))).all()
        for stream, group in groupby([*open_one, *rows], key=lambda row: str(row.stream)):
            open_one = list(group)
            if rows and stream == rows[-1].stream:
                break  # its next events may be on the next page
            yield _folded(stream, open_one)
            open_one = []
        if not rows:
            return
        after = (rows[-1].stream, rows[-1].version)


def _folded(stream: str, rows: Sequence[Any]) -> Replayed:
    versions = [row.version for row in rows]
    problem = None if versions == list(range(1, len(rows) + 1)) else f"its versions are {versions}"
    job = INITIAL
    for row in rows:
        try:
            job = store.JOBS.evolve(job, recorded(store.JOBS, row).event)
        except (KeyError, ValueError) as error:
            problem = f"version {row.version} cannot be read: {error!r}"
            break
    if problem is None and stream != store.JOBS.stream(job.id):
        problem = f"it tells of the job {job.id}"
    return Replayed(stream, job, len(rows), problem)


# ---------------------------------------------------------------- verify


async def verify(engine: AsyncEngine) -> Verification:
    """Folds every history and compares it with the read model, as both were at one moment."""
    found = Verification()
    async with engine.connect() as plain:
        connection = await plain.execution_options(isolation_level="REPEATABLE READ")
        await connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
        rows = {row.id: dict(row._mapping) for row in await connection.execute(sa.select(job_view))}  # noqa: SLF001
        refers: dict[uuid.UUID, set[str]] = {}
        for row in await connection.execute(sa.select(job_blob)):
            refers.setdefault(row.job_id, set()).add(row.sha256)
        async for each in replayed(connection):
            found.histories += 1
            found.events += each.version
            if each.problem:
                found.problems.append(f"{each.stream}: {each.problem}")
                continue
            key = uuid.UUID(each.job.id)
            for difference in _differences(each, rows.pop(key, None), refers.pop(key, set())):
                found.problems.append(f"{each.stream}: {difference}")
        found.problems += [f"job-{key}: it has a row but no history" for key in rows]
        found.problems += [f"job-{key}: it refers to content but has no history" for key in refers]
    return found


def _differences(each: Replayed, row: dict[str, Any] | None, refers: set[str]) -> list[str]:
    wanted = store.view_row(each.job, each.version)
    if (wanted is None) != (row is None):
        return ["it has a row although it is erased" if wanted is None else "it has no row"]
    found = [] if refers == each.job.blobs else ["it refers to other content"]
    for name, value in (wanted or {}).items():
        if row is not None and row[name] != value:
            found.append(f"{name} is {row[name]!r} instead of {value!r}")
    return found


# ---------------------------------------------------------------- rebuild


async def rebuild(engine: AsyncEngine, tell: Tell = lambda _: None) -> int:
    """Makes the read model again from all histories and swaps it in; how many histories.

    The service may run all the while; writers wait for the moment of the swap. Raises Unavailable if the tables are
    so busy that the swap finds no gap; then nothing has changed.
    """
    fresh = _fresh_tables()
    async with engine.begin() as connection:
        await connection.run_sync(fresh.drop_all)
        await connection.run_sync(fresh.create_all)
    async with engine.connect() as plain:
        connection = await plain.execution_options(isolation_level="REPEATABLE READ")
        await connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
        horizon = str(await connection.scalar(sa.text("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")))
        count = 0
        batch: list[Replayed] = []
        async for each in replayed(connection):
            batch.append(_sound(each))
            count += 1
            if len(batch) == 1_000:
                await _write(engine, fresh, batch)
                batch.clear()
                tell(f"{count:,} histories")
        await _write(engine, fresh, batch)
    for _ in range(_TRIES):
        try:
            await _swap(engine, fresh, horizon)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in _BUSY:
                raise
            await asyncio.sleep(random.uniform(0.05, 0.5))  # noqa: S311 jitter
        else:
            return count
    raise Unavailable("The tables are too busy to be swapped. Nothing was changed; try again.", code="swap_busy")


def _fresh_tables() -> sa.MetaData:
    """The tables of the read model under other names, for themselves and for what belongs to them."""
    fresh = sa.MetaData()
    live.tables["blob"].to_metadata(fresh)
    for view in VIEWS:
        table = view.to_metadata(fresh, name=view.name + _FRESH)
        for index in table.indexes:
            index.name = quoted_name(f"{index.name}{_FRESH}", quote=False)
        for constraint in table.constraints:
            if isinstance(constraint, sa.ForeignKeyConstraint):
                constraint.name = quoted_name(f"{constraint.name}{_FRESH}", quote=False)
    fresh.remove(fresh.tables["blob"])
    return fresh


def _sound(each: Replayed) -> Replayed:
    if each.problem:
        raise ValueError(f"{each.stream}: {each.problem}")
    return each


async def _write(engine: AsyncEngine, fresh: sa.MetaData, batch: Sequence[Replayed]) -> None:
    async with engine.begin() as connection:
        await _fill(connection, fresh, batch)


async def _fill(connection: AsyncConnection, fresh: sa.MetaData, batch: Sequence[Replayed]) -> None:
    view, refers = (fresh.tables[table.name + _FRESH] for table in VIEWS)
    rows = [row for each in batch if (row := store.view_row(each.job, each.version))]
    if rows:
        await connection.execute(sa.insert(view), rows)
    pairs = [{"job_id": uuid.UUID(each.job.id), "sha256": digest} for each in batch for digest in each.job.blobs]
    if pairs:
        await connection.execute(sa.insert(refers), pairs)


async def _swap(engine: AsyncEngine, fresh: sa.MetaData, horizon: str) -> None:
    async with engine.begin() as connection:
        await connection.execute(sa.text(f"SET LOCAL lock_timeout = '{_LOCK_TIMEOUT}'"))
        # a dispatcher in the middle of a round reads the tables and waits for writers
        await connection.execute(sa.select(sa.func.pg_advisory_xact_lock(LOCK)))
        names = ", ".join(["blob", *(view.name for view in VIEWS)])
        await connection.execute(sa.text(f"LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))
        changed = await connection.execute(
            sa.text("SELECT DISTINCT stream FROM events WHERE transaction_id >= CAST(CAST(:horizon AS text) AS xid8)"),
            {"horizon": horizon},
        )
        streams = [row.stream for row in changed]
        again = [_sound(each) async for each in replayed(connection, streams)]
        ids = [uuid.UUID(each.job.id) for each in again]
        view, refers = (fresh.tables[table.name + _FRESH] for table in VIEWS)
        await connection.execute(sa.delete(view).where(view.c.id.in_(ids)))
        await connection.execute(sa.delete(refers).where(refers.c.job_id.in_(ids)))
        await _fill(connection, fresh, again)
        for table in VIEWS:
            await connection.execute(sa.text(f"DROP TABLE {table.name}"))
            await connection.execute(sa.text(f"ALTER TABLE {table.name}{_FRESH} RENAME TO {table.name}"))
            await connection.execute(sa.text(f"ALTER INDEX {table.name}{_FRESH}_pkey RENAME TO {table.name}_pkey"))
            for index in table.indexes:
                await connection.execute(sa.text(f"ALTER INDEX {index.name}{_FRESH} RENAME TO {index.name}"))
            for constraint in table.constraints:
                if isinstance(constraint, sa.ForeignKeyConstraint):
                    named = f"RENAME CONSTRAINT {constraint.name}{_FRESH} TO {constraint.name}"
                    await connection.execute(sa.text(f"ALTER TABLE {table.name} {named}"))
