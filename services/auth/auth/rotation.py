"""Sealing the vault again under its newest key, batch by batch, beside a service that goes on using it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from auth.tables import hooks, sign_in_states, vault
from kit.tables import idempotency
from kit.vault import Vault


@dataclass(frozen=True, slots=True)
class Rotated:
    """How many rows were looked at, and how many were sealed under an older key."""

    seen: int = 0
    resealed: int = 0


_PLACES: tuple[tuple[sa.Column[Any], tuple[sa.Column[Any], ...]], ...] = (
    (vault.c.user_id, (vault.c.token, vault.c.refresh_token)),
    (sign_in_states.c.state_hash, (sign_in_states.c.verifier,)),
    (idempotency.c.key, (idempotency.c.reply,)),
    (hooks.c.id, (hooks.c.secret,)),
)
"""Where sealed secrets are: a table's key, and the columns."""


async def rotate(
    engine: AsyncEngine, secrets: Vault, *, batch: int, dry_run: bool, tell: Callable[[Rotated], None]
) -> Rotated:
    """Seal each row again that an older key sealed. Rows are locked for one batch, and only those.

    Raises Internal with `vault_unreadable` at the first row that no key opens; what was done until then stays done.
    """
    total = Rotated()
    for key, columns in _PLACES:
        last = None
        while True:
            query = sa.select(key, *columns).order_by(key).limit(batch).with_for_update()
            async with engine.begin() as connection:
                rows = (await connection.execute(query if last is None else query.where(key > last))).all()
                resealed = 0
                for row in rows:
                    newest = _resealed(secrets, row[1:], columns)
                    resealed += bool(newest)
                    if newest and not dry_run:
                        await connection.execute(sa.update(key.table).where(key == row[0]).values(newest))
            total = Rotated(total.seen + len(rows), total.resealed + resealed)
            tell(total)
            if len(rows) < batch:
                break
            last = rows[-1][0]
    return total


def _resealed(secrets: Vault, sealed: Any, columns: tuple[sa.Column[Any], ...]) -> dict[str, bytes]:
    """The columns that need another seal, with it."""
    return {
        column.name: secrets.reseal(value)
        for column, value in zip(columns, sealed, strict=True)
        if value is not None and not secrets.is_newest(value)
    }
