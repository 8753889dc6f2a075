"""The read model made again from the histories, and compared with what is there.

`rebuild` fills fresh tables from a snapshot while the service goes on, catches up with what was committed meanwhile
under a lock that lasts for those few histories, and swaps. `verify` folds every history in one snapshot and compares.
"""

from __future__ import annotations

import asyncio
import random
import uuid
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy import quoted_name
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from jobs import repositories, states, store
from jobs.dispatch import LOCK
from jobs.domain.job import Job
from jobs.domain.tracking import Repository
from jobs.tables import VIEWS, job_blob, job_state, job_view, repository_view
from jobs.tables import metadata as live
from kit.errors import Unavailable
from kit.history import recorded
from kit.store import Aggregate
from kit.tables import events

_PAGE = 5_000  # events
_BATCH = 1_000  # histories
_FRESH = "_fresh"
_TRIES = 60
_LOCK_TIMEOUT = "1s"
_BUSY = ("55P03", "40P01")  # lock not available in time, deadlock

Tell = Callable[[str], None]
Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Table → the rows in it that one history comes to."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """One history folded, and what it comes to. `problem` says what is wrong with the history itself."""

    stream: str
    entity: uuid.UUID
    version: int
    rows: Rows
    problem: str | None = None


@dataclass(slots=True)
class Verification:
    """What a comparison found."""

    histories: int = 0
    events: int = 0
    problems: list[str] = field(default_factory=list)


def _job_rows(job: Job, version: int) -> Rows:
    row = store.view_row(job, version)
    blobs = [{"job_id": uuid.UUID(job.id), "sha256": digest} for digest in sorted(job.blobs)]
    left = states.state_row(job)
    return {job_view.name: [row] if row else [], job_blob.name: blobs, job_state.name: [left] if left else []}


def _repository_rows(repository: Repository, version: int) -> Rows:
    row = repositories.view_row(repository, version)
    return {repository_view.name: [row] if row else []}


_KINDS: tuple[tuple[Aggregate[Any, Any, Any], Callable[[Any, int], Rows]], ...] = (
    (store.JOBS, _job_rows),
    (repositories.REPOSITORIES, _repository_rows),
)
_KEYS = {table.name: next(iter(table.primary_key.columns)).name for table in VIEWS}
"""Table → the column that says whose history a row comes from."""
_CATEGORIES = {
    job_view.name: store.JOBS.category,
    job_blob.name: store.JOBS.category,
    job_state.name: store.JOBS.category,
    repository_view.name: repositories.REPOSITORIES.category,
}
"""Table → the kind of that history."""


# ---------------------------------------------------------------- folding


async def replayed(connection: AsyncConnection, streams: Sequence[str] | None = None) -> AsyncIterator[Replayed]:
    """Every history folded (only `streams`, if they are given), in the order of their names."""
    query = sa.select(events).order_by(events.c.stream, events.c.version).limit(_PAGE)
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
    category, _, name = stream.partition("-")
    found = next(((kind, tell) for kind, tell in _KINDS if kind.category == category), None)
    if found is None:
        return Replayed(stream, uuid.UUID(int=0), len(rows), {}, "it is of no kind that is known")
    aggregate, tell = found
    versions = [row.version for row in rows]
    if versions != list(range(1, len(rows) + 1)):
        return Replayed(stream, uuid.UUID(int=0), len(rows), {}, f"its versions are {versions}")
    state = aggregate.initial
    for row in rows:
        try:
            state = aggregate.evolve(state, recorded(aggregate, row).event)
        except (KeyError, ValueError) as error:
            return Replayed(stream, uuid.UUID(int=0), len(rows), {}, f"version {row.version} cannot be read: {error!r}")
    if name != state.id:
        return Replayed(stream, uuid.UUID(int=0), len(rows), {}, f"it tells of {state.id!r}")
    return Replayed(stream, uuid.UUID(state.id), len(rows), tell(state, len(rows)))


# ---------------------------------------------------------------- verify


async def verify(engine: AsyncEngine) -> Verification:
    """Folds every history and compares it with the read model, as both were at one moment. Its memory is bounded."""
    found = Verification()
    async with engine.connect() as plain:
        connection = await plain.execution_options(isolation_level="REPEATABLE READ")
        await connection.execute(sa.text("SET LOCAL statement_timeout = 0"))
        batch: list[Replayed] = []
        async for each in replayed(connection):
            found.histories += 1
            found.events += each.version
            if each.problem:
                found.problems.append(f"{each.stream}: {each.problem}")
                continue
            batch.append(each)
            if len(batch) == _BATCH:
                found.problems += await _differences(connection, batch)
                batch.clear()
        found.problems += await _differences(connection, batch)
        for table in VIEWS:
            found.problems += [
                f"{table.name}: there is no history of {entity}" for entity in await _strays(connection, table)
            ]
    return found


async def _differences(connection: AsyncConnection, batch: Sequence[Replayed]) -> list[str]:
    """How the read model differs from what histories come to."""
    entities = [each.entity for each in batch]
    problems = []
    for table in VIEWS:
        there: dict[uuid.UUID, list[Row]] = defaultdict(list)
        key = table.c[_KEYS[table.name]]
        query = sa.select(table).where(key == sa.any_(sa.literal(entities, ARRAY(sa.Uuid))))
        for row in await connection.execute(query.order_by(*table.primary_key.columns)):
            there[row._mapping[key.name]].append(dict(row._mapping))  # noqa: SLF001 the documented way
        for each in batch:
            wanted = each.rows.get(table.name)
            if wanted is not None and (problem := _difference(wanted, there.get(each.entity, []))):
                problems.append(f"{each.stream}: {table.name}: {problem}")
    return problems


async def _strays(connection: AsyncConnection, table: sa.Table) -> Sequence[uuid.UUID]:
    """Entities that the table has rows of, and no history."""
    key = table.c[_KEYS[table.name]]
    stream = sa.literal(f"{_CATEGORIES[table.name]}-").concat(sa.cast(key, sa.Text))
    told = sa.exists().where(events.c.stream == stream)
    return (await connection.scalars(sa.select(key).where(~told).distinct())).all()


def _difference(wanted: list[Row], there: list[Row]) -> str:
    if wanted == there:
        return ""
    if len(wanted) == len(there) == 1:
        fields = [name for name, value in wanted[0].items() if there[0][name] != value]
        return ", ".join(f"{name} is {there[0][name]!r} instead of {wanted[0][name]!r}" for name in fields)
    return f"{len(there)} rows instead of {len(wanted)}"


# ---------------------------------------------------------------- rebuild


async def rebuild(engine: AsyncEngine, tell: Tell = lambda _: None) -> int:
    """Makes the read model again from all histories and swaps it in; how many histories.

    The service may run all the while; writers wait for the moment of the swap. Raises Unavailable if the tables are
    so busy that the swap finds no gap, ValueError if a history cannot be read; then nothing has changed.
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
            if len(batch) == _BATCH:
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
    for table in VIEWS:
        rows = [row for each in batch for row in each.rows.get(table.name, ())]
        if rows:
            await connection.execute(sa.insert(fresh.tables[table.name + _FRESH]), rows)


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
        entities = [each.entity for each in again]
        for table in VIEWS:
            new = fresh.tables[table.name + _FRESH]
            await connection.execute(sa.delete(new).where(new.c[_KEYS[table.name]].in_(entities)))
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
