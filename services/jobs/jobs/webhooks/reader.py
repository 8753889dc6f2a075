"""Turns histories into deliveries: one for each endpoint that wants to be told of an event, once.

One replica reads at a time. The place in the histories moves in the transaction that makes the deliveries.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from jobs.domain.job import INITIAL
from jobs.repositories import REPOSITORIES
from jobs.store import JOBS
from jobs.tables import job_view, repository_view, webhook_delivery, webhook_endpoint, webhook_reader
from jobs.webhooks import messages
from jobs.webhooks.messages import Message
from kit import telemetry
from kit.database import nap, upsert
from kit.history import Cursor, last_cursor, read_all, read_stream
from kit.store import EventStore, Recorded

LOCK = 0x776562686F6F6B73  # "webhooks": one reader per database
_LEAD = sa.select(sa.func.pg_try_advisory_xact_lock(sa.literal_column(str(LOCK), sa.BigInteger)))
_NAME = "endpoints"
_BATCH = 500
_TIMER_SECONDS = 1.0
_GATHER_SECONDS = 0.02
_PLACE = sa.select(webhook_reader).where(webhook_reader.c.name == _NAME)
_MOVE = upsert(webhook_reader)
_ENDPOINTS = sa.select(
    webhook_endpoint.c.id, webhook_endpoint.c.owner_id, webhook_endpoint.c.events, webhook_endpoint.c.created_at
).where(webhook_endpoint.c.enabled)
_DELIVER = insert(webhook_delivery).on_conflict_do_nothing(constraint="webhook_delivery_once")


@dataclass(frozen=True, slots=True)
class _Told:
    """An event that somebody wants to hear of."""

    row: Any
    type: str
    entity: str
    endpoints: tuple[Any, ...]


class Reader:
    """Reads on from where it stood, whichever replica does."""

    def __init__(self, events: EventStore) -> None:
        self._engine = events.engine
        self._wakeups = events.wakeups

    async def run(self) -> None:
        """Read for ever."""
        async with self._wakeups.sleeper() as sleeper:
            while True:
                try:
                    more = await self.round()
                except (OSError, SQLAlchemyError) as error:
                    telemetry.log.warning("histories cannot be read for webhooks", reason=str(error))
                    more = False
                if more is None:  # nobody wants to be told of anything: no need to look at each commit
                    await asyncio.sleep(_TIMER_SECONDS)
                elif not more:
                    await nap(sleeper, _TIMER_SECONDS)
                await asyncio.sleep(_GATHER_SECONDS)

    async def round(self) -> bool | None:
        """Make the deliveries of what is new; True when there may be more, None when nobody wants any."""
        async with self._engine.begin() as connection:
            if not await connection.scalar(_LEAD):
                return False
            # in this order: whoever wants to be told from now on is not told of what was final before
            end = await last_cursor(connection)
            endpoints = (await connection.execute(_ENDPOINTS)).all()
            place = (await connection.execute(_PLACE)).first()
            cursor = Cursor(place.transaction_id, place.position) if place else end
            if not endpoints:
                if place is None or cursor < end:
                    await _move(connection, end)
                return None
            rows = await read_all(connection, cursor, _BATCH)
            made = await self._deliveries(connection, rows, endpoints)
            if made:
                await connection.execute(_DELIVER, made)
            if rows or place is None:
                await _move(connection, Cursor(int(rows[-1].transaction_id), rows[-1].position) if rows else cursor)
        if made:
            self._wakeups.notify()
        return len(rows) == _BATCH

    async def _deliveries(
        self, connection: AsyncConnection, rows: Sequence[Any], endpoints: Sequence[Any]
    ) -> list[dict[str, Any]]:
        made = []
        for told in await _told(connection, rows, endpoints):
            try:
                message = await _message(connection, told)
            except (KeyError, ValueError) as error:
                # a history that cannot be read holds up nobody else's
                telemetry.log.error("an event cannot be told", stream=told.row.stream, reason=repr(error))
                continue
            if message is not None:
                made += [_row(endpoint, told.row, message) for endpoint in told.endpoints]
        return made


async def _move(connection: AsyncConnection, to: Cursor) -> None:
    await connection.execute(_MOVE, {"name": _NAME, "transaction_id": to.transaction_id, "position": to.position})


def _row(endpoint: Any, event: Any, message: Message) -> dict[str, Any]:
    return {
        "id": uuid.uuid4(),
        "endpoint_id": endpoint.id,
        "event_id": event.event_id,
        "about": uuid.UUID(message.about),
        "type": message.type,
        "body": message.body,
        "state": "PENDING",
        "next_attempt_at": event.recorded_at,
    }


async def _told(connection: AsyncConnection, rows: Iterable[Any], endpoints: Sequence[Any]) -> list[_Told]:
    """Events of the rows that an endpoint of their owner asks for."""
    wanted = {kind for endpoint in endpoints for kind in endpoint.events}
    found = []
    for row in rows:
        category, _, entity = row.stream.partition("-")
        kinds = {JOBS.category: messages.OF_JOBS, REPOSITORIES.category: messages.OF_REPOSITORIES}.get(category, {})
        kind = kinds.get(row.type)
        if kind is not None and kind in wanted:
            found.append((row, kind, entity))
    owners = await _owners(connection, {uuid.UUID(entity) for _, _, entity in found})
    told = []
    for row, kind, entity in found:
        hearing = tuple(
            endpoint
            for endpoint in endpoints
            if endpoint.owner_id == owners.get(entity)
            and kind in endpoint.events
            and _older(endpoint.created_at, row.recorded_at)
        )
        if hearing:
            told.append(_Told(row, kind, entity, hearing))
    return told


def _older(created_at: datetime, recorded_at: datetime) -> bool:
    return created_at <= recorded_at


async def _owners(connection: AsyncConnection, entities: set[uuid.UUID]) -> dict[str, str]:
    """Whose they are; what has been erased is nobody's."""
    if not entities:
        return {}
    owners: dict[str, str] = {}
    for view in (job_view, repository_view):
        query = sa.select(view.c.id, view.c.owner_id).where(view.c.id.in_(entities))
        owners |= {str(row.id): row.owner_id for row in await connection.execute(query)}
    return owners


async def _message(connection: AsyncConnection, told: _Told) -> Message | None:
    """What is told; None for a failure that is tried again by itself."""
    version = told.row.version
    if told.type in messages.OF_REPOSITORIES.values():
        history = [each async for each in read_stream(connection, REPOSITORIES, told.entity)][:version]
        repository = REPOSITORIES.fold(REPOSITORIES.initial, (each.event for each in history))
        return messages.of_push(repository, history[-1])
    recorded = [each async for each in read_stream(connection, JOBS, told.entity)]
    if told.type == "analysis.failed" and _tried_again(recorded, version):
        return None
    job = JOBS.fold(INITIAL, (each.event for each in recorded[:version]))
    return messages.of_job(job, recorded[version - 1])


def _tried_again(history: Sequence[Recorded[Any]], version: int) -> bool:
    """Whether the event after this version was decided together with it: then it is the retry."""
    following = history[version : version + 1]
    return any(each.transaction_id == history[version - 1].transaction_id for each in following)
