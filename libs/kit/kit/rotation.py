"""Sealing a service's secrets again under its newest key, batch by batch, beside the service that goes on with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from kit.tables import idempotency
from kit.vault import SEALED, Vault

_DEADLOCK = "40P01"
_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many rows were looked at, and how many were sealed under an older key."""

    seen: int = 0
    resealed: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where sealed secrets are: a table's key, and the columns; `where` leaves out rows that hold none."""

    key: sa.Column[Any]
    columns: tuple[sa.Column[Any], ...]
    where: sa.ColumnElement[bool] | None = None


ANSWERS = Place(
    idempotency.c.key,
    (idempotency.c.reply,),
    # others are kept as they are: bytes of a message, which never begin like that
    where=sa.func.substring(idempotency.c.reply, 1, len(SEALED)) == SEALED,
)
"""Answers with secrets in them, which are kept for whoever sends a command again."""


async def rotate(
    engine: AsyncEngine,
    secrets: Vault,
    places: Sequence[Place],
    *,
    batch: int,
    dry_run: bool,
    tell: Callable[[Rotated], None],
) -> Rotated:
    """Seal each row again that an older key sealed. Rows are locked for one batch, and only those.

    Raises Internal with `vault_unreadable` at the first row that no key opens; what was done until then stays done.
    """
    total = Rotated()
    for place in places:
        last = None
        while True:
            rows, resealed = await _settled(engine, secrets, place, last, batch, dry_run=dry_run)
            total = Rotated(total.seen + len(rows), total.resealed + resealed)
            tell(total)
            if len(rows) < batch:
                break
            last = rows[-1][0]
    return total


async def _settled(
    engine: AsyncEngine, secrets: Vault, place: Place, last: Any, batch: int, *, dry_run: bool
) -> tuple[Sequence[Any], int]:
    """One batch, from its start again where the database ended it for a deadlock with the service."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return await _batch(engine, secrets, place, last, batch, dry_run=dry_run)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) != _DEADLOCK or attempt == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")


async def _batch(
    engine: AsyncEngine, secrets: Vault, place: Place, last: Any, batch: int, *, dry_run: bool
) -> tuple[Sequence[Any], int]:
    """The rows of one batch after the key `last`, and how many of them needed another seal."""
    query = sa.select(place.key, *place.columns).order_by(place.key).limit(batch)
    if place.where is not None:
        query = query.where(place.where)
    if last is not None:
        query = query.where(place.key > last)
    resealed = 0
    async with engine.begin() as connection:
        rows = (await connection.execute(query if dry_run else query.with_for_update())).all()
        for row in rows:
            newest = {
                column.name: secrets.reseal(sealed)
                for column, sealed in zip(place.columns, row[1:], strict=True)
                if sealed is not None and not secrets.is_newest(sealed)
            }
            resealed += bool(newest)
            if newest and not dry_run:
                await connection.execute(sa.update(place.key.table).where(place.key == row[0]).values(newest))
    return rows, resealed
