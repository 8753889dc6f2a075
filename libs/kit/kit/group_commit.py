"""Group commit: commands that are given at the same time share one transaction.

A commit waits for the disk, and each statement for the network. Whoever asks alone is served at once; what is asked
while a transaction is under way is the next one. So nothing lingers, and the more there is to do, the less each costs.
Each command comes to what it would have come to alone: what breaks a transaction is tried again one by one. Nothing is
tried again that may have been committed.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from kit import inbox
from kit.errors import AppError
from kit.store import (
    TRIES,
    Aggregate,
    Asked,
    Briefing,
    Delivery,
    EventStore,
    Execution,
    Known,
    Standing,
    VersionConflict,
    patience,
    too_busy,
)

S = TypeVar("S")
C = TypeVar("C")
E = TypeVar("E")

_MOST = 100
_REMEMBERED = 5_000
_AWAY = ("08", "53", "57")  # SQLSTATE classes: connection, resources, intervention of an operator

Effect = Callable[[AsyncConnection], Awaitable[None]]
Then = Callable[[AsyncConnection, Execution[Any, Any]], Awaitable[None]]
Brief = Callable[[AsyncConnection, Sequence[C]], Awaitable[Briefing[C]]]
"""Reads what commands must know of the database."""


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting(Generic[S, C, E]):
    asked: Asked[C, E]
    delivery: Delivery | None
    effect: Effect | None
    then: Then | None
    outcome: asyncio.Future[Execution[S, E] | None]


class GroupCommit(Generic[S, C, E]):
    """Runs the commands of one aggregate in one process. Others may do the same beside it."""

    def __init__(self, store: EventStore, aggregate: Aggregate[S, C, E], brief: Brief[C] | None = None) -> None:
        self._store = store
        self._aggregate = aggregate
        self._brief = brief
        self._waiting: list[_Waiting[S, C, E]] = []
        self._committing: asyncio.Task[None] | None = None
        self._remembered: OrderedDict[str, Standing[S]] = OrderedDict()

    async def execute(
        self,
        entity: str,
        command: C,
        *,
        actor: str = "",
        known: Known[E] | None = None,
        delivery: Delivery | None = None,
        effect: Effect | None = None,
        then: Then | None = None,
    ) -> Execution[S, E] | None:
        """As `EventStore.execute`, but `then` is told of a command that came to nothing too.

        A delivery whose command is refused for good counts as handled.
        """
        future: asyncio.Future[Execution[S, E] | None] = asyncio.get_running_loop().create_future()
        self._waiting.append(_Waiting(Asked(entity, command, actor, known), delivery, effect, then, future))
        if self._committing is None:
            self._committing = asyncio.create_task(self._commit_all())
        return await future

    def remembered(self, entity: str) -> S | None:
        """The entity's state as this process knows it, perhaps of yesterday; None if it does not."""
        standing = self._remembered.get(entity)
        return standing.state if standing else None

    async def _commit_all(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[:_MOST], self._waiting[_MOST:]
                try:
                    await self._racing(batch)
                except Exception as error:  # noqa: BLE001 each of them is told
                    if len(batch) > 1 and _may_be_one_of_them(error):
                        for each in batch:
                            await self._alone(each)
                    else:
                        for each in batch:
                            _refuse(each, error)
        finally:
            self._committing = None

    async def _alone(self, waiting: _Waiting[S, C, E]) -> None:
        try:
            await self._racing([waiting])
        except Exception as error:  # noqa: BLE001 it is the caller's
            _refuse(waiting, error)

    async def _racing(self, batch: Sequence[_Waiting[S, C, E]]) -> None:
        """Commit, again and again while others append to the same streams; Conflict if that does not end."""
        for attempt in range(TRIES):
            try:
                return await self._commit(batch)
            except VersionConflict:
                await asyncio.sleep(patience(attempt))
        raise too_busy()

    async def _commit(self, batch: Sequence[_Waiting[S, C, E]]) -> None:
        """One transaction; each of the batch has its outcome after it, or none has."""
        remembered = self._recall(batch)
        async with self._store.engine.connect() as connection:
            # rolled back when it is closed, unless it was committed
            transaction = await connection.begin()
            todo = await self._begin(connection, batch)
            asked = [each.asked for each in todo]
            briefing = await self._brief(connection, [each.command for each in asked]) if self._brief else None
            decided = await self._store.decide_all(
                connection, self._aggregate, asked, remembered=remembered, briefing=briefing
            )
            for each, outcome in zip(todo, decided, strict=True):
                if isinstance(outcome, AppError) and (outcome.retryable or each.effect is not None):
                    # neither may its message be taken for handled, nor may its effect stay
                    raise outcome if len(batch) == 1 else _OneByOne
                if each.then is not None and not isinstance(outcome, AppError):
                    await each.then(connection, outcome)
            try:
                await transaction.commit()
            except Exception as error:
                raise _PerhapsCommittedError from error
        self._remember(remembered)
        if any(isinstance(outcome, Execution) and outcome.appended for outcome in decided):
            self._store.wakeups.notify()
        outcomes = dict(zip(map(id, todo), decided, strict=True))
        for each in batch:
            told = outcomes.get(id(each))
            if isinstance(told, AppError):
                _refuse(each, told)
            elif not each.outcome.done():
                each.outcome.set_result(told)

    async def _begin(self, connection: AsyncConnection, batch: Sequence[_Waiting[S, C, E]]) -> list[_Waiting[S, C, E]]:
        """Those of the batch that were not handled before, their effects made."""
        claims = [(each.delivery.consumer, each.delivery.event_id) for each in batch if each.delivery]
        fresh = await inbox.claim_all(connection, claims)
        todo = []
        for each in batch:
            if each.delivery is not None:
                claim = (each.delivery.consumer, each.delivery.event_id)
                if claim not in fresh:
                    continue
                fresh.discard(claim)
            if each.effect is not None:
                await each.effect(connection)
            todo.append(each)
        return todo

    def _recall(self, batch: Sequence[_Waiting[S, C, E]]) -> dict[str, Standing[S]]:
        """What is known of the batch's entities; forgotten until this transaction is committed."""
        entities = {each.asked.entity for each in batch}
        return {entity: self._remembered.pop(entity) for entity in entities if entity in self._remembered}

    def _remember(self, standings: dict[str, Standing[S]]) -> None:
        self._remembered.update(standings)
        while len(self._remembered) > _REMEMBERED:
            self._remembered.popitem(last=False)


class _OneByOne(Exception):
    """The batch is undone; each of it is tried alone."""


class _PerhapsCommittedError(Exception):
    """The database did not say whether the batch is committed; the cause says why. To try again might do it twice."""


def _may_be_one_of_them(error: Exception) -> bool:
    """Whether a batch may have failed for the sake of one command, so that the others alone would not.

    If not, the database was away, and for how long nobody knows: then each of them is told at once.
    """
    if isinstance(error, _PerhapsCommittedError | OSError | TimeoutError):
        return False
    if isinstance(error, DBAPIError) and error.connection_invalidated:
        return False
    driver = getattr(error, "orig", None) or error
    if str(getattr(driver, "sqlstate", None) or "")[:2] in _AWAY:
        return False
    return isinstance(error, DBAPIError) or not isinstance(error, SQLAlchemyError)


def _refuse(waiting: _Waiting[Any, Any, Any], error: Exception) -> None:
    if isinstance(error, _PerhapsCommittedError) and isinstance(error.__cause__, Exception):
        error = error.__cause__
    if not waiting.outcome.done():
        waiting.outcome.set_exception(error)
