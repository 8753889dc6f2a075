"""The event store: histories in Postgres, appended at an expected version, projected in the same transaction.

A command is one transaction: load the stream, fold, decide, append, project, write the outbox rows. On a version
conflict it starts over, a few times. Ids and time come with the command, so `decide` is pure.
"""

from __future__ import annotations

import asyncio
import random
import uuid
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any, Generic, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.dialects.postgresql import UUID as PG_UUID
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from kit import inbox, telemetry
from kit.database import Wakeups
from kit.errors import AppError, Conflict
from kit.tables import events
from kit.wire import Wire, payload_of

S = TypeVar("S")
C = TypeVar("C")
E = TypeVar("E")
E_co = TypeVar("E_co", covariant=True)

TRIES = 8
"""How often a command is decided anew when others keep winning the race."""
_DEADLOCK = "40P01"  # SQLSTATE: two transactions waited for each other, and this one was ended for it
_NOT_YET = datetime(1, 1, 1, tzinfo=UTC)

# made once, and with arrays for rows: however many events a transaction appends, they are one statement
_APPEND = sa.text("""
    WITH appended AS (
        INSERT INTO events (stream, version, event_id, type, payload, metadata)
        SELECT stream, version, event_id, type, payload, metadata
        FROM unnest(
            CAST(:streams AS text[]), CAST(:versions AS integer[]), CAST(:ids AS uuid[]), CAST(:types AS text[]),
            CAST(:payloads AS jsonb[]), CAST(:metadata AS jsonb[])
        ) WITH ORDINALITY AS given (stream, version, event_id, type, payload, metadata, place)
        ORDER BY place
        RETURNING position, transaction_id, event_id, recorded_at
    ), queued AS (
        INSERT INTO outbox (event_id, stream, type, subject, body, headers)
        SELECT event_id, stream, type, subject, body, headers
        FROM unnest(
            CAST(:out_ids AS uuid[]), CAST(:out_streams AS text[]), CAST(:out_types AS text[]),
            CAST(:subjects AS text[]), CAST(:bodies AS bytea[]), CAST(:headers AS jsonb[])
        ) WITH ORDINALITY AS given (event_id, stream, type, subject, body, headers, place)
        ORDER BY place
    )
    SELECT * FROM appended
""").bindparams(
    *(
        sa.bindparam(name, type_=ARRAY(sa.Text))
        for name in ("streams", "types", "out_streams", "out_types", "subjects")
    ),
    *(sa.bindparam(name, type_=ARRAY(PG_UUID(as_uuid=True))) for name in ("ids", "out_ids")),
    *(sa.bindparam(name, type_=ARRAY(JSONB)) for name in ("payloads", "metadata", "headers")),
    sa.bindparam("versions", type_=ARRAY(sa.Integer)),
    sa.bindparam("bodies", type_=ARRAY(sa.LargeBinary)),
)
_STREAMS = (
    sa.select(events)
    .where(events.c.stream == sa.any_(sa.bindparam("of_streams", type_=ARRAY(sa.Text))))
    .order_by(events.c.stream, events.c.version)
)


@dataclass(frozen=True, slots=True)
class Recorded(Generic[E]):
    """One event as the history holds it."""

    stream: str
    version: int
    event_id: uuid.UUID
    event: E
    recorded_at: datetime
    position: int = 0
    transaction_id: int = 0


@dataclass(frozen=True, slots=True)
class Change(Generic[S, E]):
    """The state of one entity after events that led to it."""

    state: S
    appended: Sequence[Recorded[E]]

    @property
    def version(self) -> int:
        return self.appended[-1].version


Project = Callable[[AsyncConnection, Sequence[Change[S, E]]], Awaitable[None]]
"""Writes the read model after changes, at most one of each entity."""


@dataclass(frozen=True, slots=True)
class Aggregate(Generic[S, C, E]):
    """One kind of history: how its state folds, what a command decides, and how events are written."""

    category: str
    initial: S
    decide: Callable[[S, C], list[E]]
    evolve: Callable[[S, E], S]
    wire: Wire[E]
    project: Project[S, E]

    def stream(self, entity: str) -> str:
        return f"{self.category}-{entity}"

    def fold(self, state: S, history: Iterable[E]) -> S:
        for event in history:
            state = self.evolve(state, event)
        return state


@dataclass(frozen=True, slots=True)
class Execution(Generic[S, E]):
    """What a command came to: the state after it, and what it added to the history."""

    state: S
    version: int
    appended: tuple[Recorded[E], ...]


@dataclass(frozen=True, slots=True)
class Delivery:
    """A message that must have its effect once: the consumer and the event's id."""

    consumer: str
    event_id: str


@dataclass(frozen=True, slots=True)
class Known(Generic[E_co]):
    """An event that somebody else made, and its id."""

    event: E_co
    id: uuid.UUID


@dataclass(frozen=True, slots=True)
class Asked(Generic[C, E]):
    """A command on an entity, and whence it comes."""

    entity: str
    command: C
    actor: str = ""
    known: Known[E] | None = None
    headers: Mapping[str, str] = field(default_factory=telemetry.outgoing)
    """Request id and trace context, of its events and of what is published of them."""


class Briefing(Generic[C]):
    """What commands of one transaction must know of the database beside their own histories. Here it is nothing."""

    def tell(self, command: C) -> C:
        """The command with what it must know now; asked just before it is decided."""
        return command

    def accepted(self, command: C) -> None:
        """The command has come to something, which the next of the same transaction may have to know."""


@dataclass(frozen=True, slots=True)
class Standing(Generic[S]):
    """An entity's state at a version."""

    state: S
    version: int


class EventStore:
    """Histories of one service."""

    def __init__(self, engine: AsyncEngine, wakeups: Wakeups, source: str) -> None:
        self.engine = engine
        self.wakeups = wakeups
        self._source = source

    async def execute(
        self,
        aggregate: Aggregate[S, C, E],
        entity: str,
        command: C,
        *,
        actor: str = "",
        known: Known[E] | None = None,
        delivery: Delivery | None = None,
        effect: Callable[[AsyncConnection], Awaitable[None]] | None = None,
        informed: Callable[[AsyncConnection, C], Awaitable[C]] | None = None,
        then: Callable[[AsyncConnection, Execution[S, E]], Awaitable[None]] | None = None,
    ) -> Execution[S, E] | None:
        """Run one command in one transaction.

        None when `delivery` was already handled. `known` is an event that came from outside under an id, which it
        keeps when it is appended; others get fresh ones. `effect` is further work of the same transaction, before the
        decision, `then` after it, for example another command (`within`); `informed` adds to the command what it must
        know of the database. Raises what `decide` raises; Conflict when others keep winning the race.
        """
        for attempt in range(TRIES):
            try:
                async with self.engine.begin() as connection:
                    if delivery and not await inbox.claim(connection, delivery.consumer, delivery.event_id):
                        return None
                    if effect:
                        await effect(connection)
                    told = await informed(connection, command) if informed else command
                    execution = await self.within(connection, aggregate, entity, told, actor=actor, known=known)
                    if then and execution.appended:
                        await then(connection, execution)
            except (VersionConflict, DBAPIError) as error:
                if isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) != _DEADLOCK:
                    raise
                await asyncio.sleep(patience(attempt))
                continue
            if execution.appended:
                self.wakeups.notify()
            return execution
        raise too_busy()

    async def within(
        self,
        connection: AsyncConnection,
        aggregate: Aggregate[S, C, E],
        entity: str,
        command: C,
        *,
        actor: str = "",
        known: Known[E] | None = None,
    ) -> Execution[S, E]:
        """Run one command in a transaction that `execute` has opened: both are committed, or neither is."""
        (outcome,) = await self.decide_all(connection, aggregate, [Asked(entity, command, actor, known)])
        if isinstance(outcome, AppError):
            raise outcome
        return outcome

    async def decide_all(
        self,
        connection: AsyncConnection,
        aggregate: Aggregate[S, C, E],
        asked: Sequence[Asked[C, E]],
        *,
        remembered: MutableMapping[str, Standing[S]] | None = None,
        briefing: Briefing[C] | None = None,
    ) -> list[Execution[S, E] | AppError]:
        """Run commands one after the other, in so few statements as if they were one; what each came to.

        A command that is refused, its AppError then, changes nothing; the others are not concerned. `remembered` are
        states from earlier transactions, which need not be read again, and is brought up to date; it may lag behind:
        a conflict tells. Raises VersionConflict when somebody else has appended to one of the streams meanwhile; the
        transaction is then lost.
        """
        remembered = remembered if remembered is not None else {}
        briefing = briefing or Briefing()
        entities = {each.entity for each in asked}
        fresh = {entity for entity in entities if entity not in remembered}
        standings = {entity: remembered[entity] for entity in entities - fresh}
        standings |= await self._standings(connection, aggregate, fresh)
        outcomes: list[Execution[S, E] | AppError] = []
        additions: list[_Addition[E]] = []
        for each in asked:
            decided = _decided(aggregate, standings[each.entity], briefing.tell(each.command))
            if each.entity not in fresh and (isinstance(decided, AppError) or not decided):
                # what is remembered may be of yesterday: nothing is refused, and nothing left undone, by that
                standings |= await self._standings(connection, aggregate, [each.entity])
                decided = _decided(aggregate, standings[each.entity], briefing.tell(each.command))
            fresh.add(each.entity)
            if isinstance(decided, AppError):
                outcomes.append(decided)
                continue
            if decided:
                briefing.accepted(each.command)
            standing = standings[each.entity]
            added = _additions(aggregate, each, standing.version, decided)
            additions += added
            standing = Standing(aggregate.fold(standing.state, decided), standing.version + len(decided))
            standings[each.entity] = standing
            outcomes.append(Execution(standing.state, standing.version, tuple(each.recorded() for each in added)))
        if additions:
            places = await self._append(connection, aggregate, additions)
            outcomes = [outcome if isinstance(outcome, AppError) else _placed(outcome, places) for outcome in outcomes]
            changes: dict[str, list[Recorded[E]]] = {}
            for each, outcome in zip(asked, outcomes, strict=True):
                if not isinstance(outcome, AppError) and outcome.appended:
                    changes.setdefault(each.entity, []).extend(outcome.appended)
            await aggregate.project(
                connection, [Change(standings[entity].state, appended) for entity, appended in changes.items()]
            )
        remembered.update(standings)
        return outcomes

    async def _standings(
        self, connection: AsyncConnection, aggregate: Aggregate[S, C, E], entities: Collection[str]
    ) -> dict[str, Standing[S]]:
        """Where entities stand by their histories."""
        if not entities:
            return {}
        histories: dict[str, list[E]] = {aggregate.stream(entity): [] for entity in entities}
        for row in await connection.execute(_STREAMS, {"of_streams": sorted(histories)}):
            histories[row.stream].append(aggregate.wire.read(row.type, row.payload))
        return {
            entity: Standing(aggregate.fold(aggregate.initial, history), len(history))
            for entity in entities
            for history in (histories[aggregate.stream(entity)],)
        }

    async def _append(
        self, connection: AsyncConnection, aggregate: Aggregate[S, C, E], additions: Sequence[_Addition[E]]
    ) -> dict[uuid.UUID, Any]:
        """The row that each event has become, by its id."""
        wire = aggregate.wire
        messages = [wire.message(addition.event) for addition in additions]
        published = [
            (addition, subject(addition.event), message)
            for addition, message in zip(additions, messages, strict=True)
            if (subject := wire.kind(addition.event).subject) is not None
        ]
        given = {
            "streams": [addition.stream for addition in additions],
            "versions": [addition.version for addition in additions],
            "ids": [addition.event_id for addition in additions],
            "types": [wire.kind(addition.event).name for addition in additions],
            "payloads": [payload_of(message) for message in messages],
            "metadata": [
                {**addition.asked.headers, "actor": addition.asked.actor, "source": self._source}
                for addition in additions
            ],
            "out_ids": [addition.event_id for addition, _, _ in published],
            "out_streams": [addition.stream for addition, _, _ in published],
            "out_types": [wire.kind(addition.event).name for addition, _, _ in published],
            "subjects": [subject for _, subject, _ in published],
            "bodies": [message.SerializeToString(deterministic=True) for _, _, message in published],
            "headers": [dict(addition.asked.headers) for addition, _, _ in published],
        }
        try:
            result = await connection.execute(_APPEND, given)
        except IntegrityError as error:
            if "events_stream_version" in str(error.orig):
                raise VersionConflict from error
            raise
        return {row.event_id: row for row in result}


@dataclass(frozen=True, slots=True)
class _Addition(Generic[E]):
    """An event that is to be appended."""

    stream: str
    version: int
    event_id: uuid.UUID
    event: E
    asked: Asked[Any, E]

    def recorded(self) -> Recorded[E]:
        return Recorded(self.stream, self.version, self.event_id, self.event, _NOT_YET)


def _decided(aggregate: Aggregate[S, C, E], standing: Standing[S], command: C) -> list[E] | AppError:
    try:
        return aggregate.decide(standing.state, command)
    except AppError as error:
        return error


def _additions(
    aggregate: Aggregate[S, C, E], asked: Asked[C, E], version: int, decided: Sequence[E]
) -> list[_Addition[E]]:
    known = asked.known
    return [
        _Addition(
            stream=aggregate.stream(asked.entity),
            version=number,
            event_id=known.id if known and event is known.event else uuid.uuid4(),
            event=event,
            asked=asked,
        )
        for number, event in zip(count(version + 1), decided, strict=False)
    ]


def _placed(execution: Execution[S, E], places: Mapping[uuid.UUID, Any]) -> Execution[S, E]:
    """The execution with what the database has added to its events."""
    appended = tuple(
        replace(
            recorded,
            recorded_at=row.recorded_at,
            position=row.position,
            transaction_id=int(row.transaction_id),
        )
        for recorded in execution.appended
        for row in (places[recorded.event_id],)
    )
    return Execution(execution.state, execution.version, appended)


class VersionConflict(Exception):
    """Somebody appended to the stream since it was read."""


def patience(attempt: int) -> float:
    """Seconds to wait after losing a race for the nth time."""
    return random.uniform(0, 0.005 * 2**attempt)  # noqa: S311 jitter


def too_busy() -> Conflict:
    return Conflict("Others are changing the same thing right now. Try again.")
