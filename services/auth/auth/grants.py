"""What people have granted this installation at their providers: the vault's rows, kept fresh and never told."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from auth.people import is_uuid
from auth.provider import Grant, IdentityProvider
from auth.tables import users, vault
from kit import telemetry
from kit.database import reading
from kit.errors import WrongState
from kit.vault import Vault

VOID = "provider_token_void"
_EARLY = timedelta(minutes=1)  # a token that is about to expire is of no use to whoever gets it

_ROW = (
    sa.select(vault, users.c.provider_origin)
    .join_from(vault, users)
    .where(vault.c.user_id == sa.bindparam("of_user"), vault.c.void_at.is_(None))
)


@dataclass(frozen=True, slots=True)
class Held:
    """A provider's token that holds as far as is known, and the provider."""

    token: str = field(repr=False)
    provider: IdentityProvider


class Grants:
    """The provider tokens of people. `providers` are those of this installation, by their origin."""

    def __init__(self, engine: AsyncEngine, secrets: Vault, providers: Mapping[str, IdentityProvider]) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._vault = secrets
        self._providers = providers

    async def keep(self, connection: AsyncConnection, user_id: str, grant: Grant, at: datetime) -> None:
        """Keep a new grant, unless the one there holds and reaches further: a plain sign-in takes nothing away."""
        there = (await connection.execute(_ROW.with_for_update(of=vault), {"of_user": user_id})).first()
        if there is not None and _narrower(grant.scopes, there.scopes) and not _over(there, at):
            return
        newest = self._columns(user_id, grant, at)
        await connection.execute(
            insert(vault).values(user_id=user_id, **newest).on_conflict_do_update(constraint="vault_pkey", set_=newest)
        )

    @asynccontextmanager
    async def used(self, user_id: str, at: datetime) -> AsyncIterator[Held | None]:
        """The person's token for a while, renewed if need be; None if there is none that holds.

        If the provider says meanwhile that it is void, that is noted, so that the person is asked to reconnect.
        """
        held, version = await self._held(user_id, at)
        try:
            yield held
        except WrongState as error:
            if held is not None and error.code == VOID:
                await self._void(user_id, version, at)
            raise

    async def _held(self, user_id: str, at: datetime) -> tuple[Held | None, datetime]:
        row = None
        if is_uuid(user_id):
            async with self._reading.connect() as connection:
                row = (await connection.execute(_ROW, {"of_user": user_id})).first()
        if row is None or (provider := self._providers.get(row.provider_origin)) is None:
            return None, at
        if row.expires_at is None or at < row.expires_at - _EARLY:
            return Held(self._vault.open(user_id, row.token), provider), row.updated_at
        return await self._renewed(user_id, provider, at)

    async def _renewed(self, user_id: str, provider: IdentityProvider, at: datetime) -> tuple[Held | None, datetime]:
        """Renew under the row's lock: a refresh token is good once, and two at a time would cost the grant."""
        async with self._engine.begin() as connection:
            row = (await connection.execute(_ROW.with_for_update(of=vault), {"of_user": user_id})).first()
            if row is None:
                return None, at
            if row.expires_at is None or at < row.expires_at - _EARLY:  # somebody else just did it
                return Held(self._vault.open(user_id, row.token), provider), row.updated_at
            grant = await self._renew(user_id, provider, row, at)
            newest: dict[str, Any] = {"void_at": at}
            if grant is not None:
                # a provider need not say again what a grant is for
                newest = self._columns(user_id, replace(grant, scopes=grant.scopes or row.scopes), at)
            await connection.execute(sa.update(vault).where(vault.c.user_id == user_id).values(**newest))
        return (Held(grant.access_token, provider) if grant else None), at

    async def _renew(self, user_id: str, provider: IdentityProvider, row: Any, at: datetime) -> Grant | None:
        if row.refresh_token is None or (row.refresh_expires_at is not None and at >= row.refresh_expires_at):
            return None
        try:
            return await provider.renew(self._vault.open(user_id, row.refresh_token))
        except WrongState:
            telemetry.log.warning("a grant could not be renewed", user_id=user_id)
            return None

    async def _void(self, user_id: str, version: datetime, at: datetime) -> None:
        async with self._engine.begin() as connection:
            await connection.execute(
                sa.update(vault).where(vault.c.user_id == user_id, vault.c.updated_at == version).values(void_at=at)
            )
        telemetry.log.warning("a grant is void at its provider", user_id=user_id)

    def _columns(self, user_id: str, grant: Grant, at: datetime) -> dict[str, Any]:
        return {
            "token": self._vault.seal(user_id, grant.access_token),
            "scopes": grant.scopes,
            "expires_at": grant.expires_at,
            "refresh_token": self._vault.seal(user_id, grant.refresh_token) if grant.refresh_token else None,
            "refresh_expires_at": grant.refresh_expires_at,
            "updated_at": at,
            "void_at": None,
        }


def _narrower(scopes: str, than: str) -> bool:
    return set(scopes.split()) < set(than.split())


def _over(row: Any, at: datetime) -> bool:
    return row.expires_at is not None and at >= row.expires_at and row.refresh_token is None
