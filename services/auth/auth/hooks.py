"""Webhooks that Git hosts send here: one for each repository that a person follows, with a secret of its own."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from auth.grants import Grants, Held
from auth.people import is_uuid
from auth.provider import IdentityProvider, origin_of
from auth.tables import hooks
from kit import telemetry
from kit.database import reading
from kit.errors import AppError, Conflict, NotFound, Unauthenticated, WrongState
from kit.vault import Vault

_SECRET_BYTES = 32
_NOTED_EACH = timedelta(minutes=1)
_FAREWELL_SECONDS = 5.0
_OF_A_PERSON = sa.and_(
    hooks.c.user_id == sa.bindparam("of_user"), hooks.c.repository_id == sa.bindparam("of_repository")
)


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose hook a delivery came by, and of which followed repository; both empty for that of a GitHub App."""

    user_id: str
    repository_id: str
    origin: str


class Hooks:
    """The hooks of people. `providers` are by origin, `app_secrets` (of Apps' own hooks) by provider."""

    def __init__(
        self,
        engine: AsyncEngine,
        vault: Vault,
        grants: Grants,
        providers: Mapping[str, IdentityProvider],
        *,
        public_url: str,
        app_secrets: Mapping[str, str],
    ) -> None:
        self._engine = engine
        self._reading = reading(engine)
        self._vault = vault
        self._grants = grants
        self._providers = providers
        self._public_url = public_url
        self._app_secrets = {name: secret for name, secret in app_secrets.items() if secret}

    def address(self, row: Any) -> str:
        """Where the host is to send deliveries to."""
        return f"{self._public_url}/api/v1/webhooks/{row.provider}/{row.id}"

    async def find(self, user_id: str, repository_id: str) -> Any:
        """The row of a person's hook; NotFound when there is none."""
        row = await self._row(user_id, repository_id)
        if row is None:
            raise NotFound("This repository has no webhook.", code="webhook_not_found")
        return row

    async def install(self, user_id: str, *, repository_id: str, repository_url: str, at: datetime) -> tuple[Any, str]:
        """Install a hook, or the one there is with a new secret: its row, and the secret if it has to be pasted.

        WrongState for a host that is none of the providers here.
        """
        provider = self._providers.get(origin_of(repository_url) or "")
        if provider is None:
            raise WrongState(
                "Only hosts where people sign in here can tell of pushes. A schedule works for every host.",
                code="webhook_unsupported",
            )
        secret = secrets.token_urlsafe(_SECRET_BYTES)
        there = await self._row(user_id, repository_id)
        if there is not None:
            await self._withdraw(user_id, there, at)
        hook_id = there.id if there is not None else str(uuid.uuid4())
        # kept before the host has it: its first delivery may be here before its answer
        newest = {
            "repository_url": repository_url,
            "secret": self._vault.seal(hook_id, secret),
            "provider_hook_id": "",
            "created_at": at,
            "last_delivery_at": None,
        }
        of_it = {"user_id": user_id, "repository_id": repository_id, "provider": provider.name}
        keep: sa.UpdateBase = (
            insert(hooks).values(id=hook_id, **of_it, origin=provider.origin, **newest).on_conflict_do_nothing()
            if there is None
            else sa.update(hooks).where(hooks.c.id == hook_id).values(newest)
        )
        async with self._engine.begin() as connection:
            made = (await connection.execute(keep.returning(hooks))).first()
        if made is None:
            raise Conflict("Somebody changes this webhook at the same time. Try again.")
        given = await self._hand_over(made, secret, at)
        if given is None:
            return made, secret
        change = sa.update(hooks).where(hooks.c.id == made.id).values(provider_hook_id=given).returning(hooks)
        async with self._engine.begin() as connection:
            return (await connection.execute(change)).one(), ""

    async def _hand_over(self, row: Any, secret: str, at: datetime) -> str | None:
        """Have the host keep the hook; its id there, None where the person has to do it."""
        try:
            async with self._grants.used(row.user_id, at) as held:
                if held is None or held.provider.origin != row.origin:
                    return None
                return await held.provider.install_hook(
                    held.token, row.repository_url, address=self.address(row), secret=secret
                )
        except AppError as error:
            telemetry.log.info("a hook has to be pasted", hook_id=row.id, code=error.code)
            return None

    async def remove(self, user_id: str, repository_id: str, at: datetime) -> None:
        """Forget a hook, and have the host forget it as far as the grant reaches."""
        row = await self._row(user_id, repository_id)
        if row is None:
            return
        await self._withdraw(user_id, row, at)
        async with self._engine.begin() as connection:
            await connection.execute(sa.delete(hooks).where(hooks.c.id == row.id))

    async def _withdraw(self, user_id: str, row: Any, at: datetime) -> None:
        if not row.provider_hook_id:
            return
        try:
            async with self._grants.used(user_id, at) as held:
                if held is not None and held.provider.origin == row.origin:
                    await held.provider.remove_hook(held.token, row.repository_url, row.provider_hook_id)
        except AppError as error:
            # what the host still sends is refused, for nobody has the secret any more
            telemetry.log.warning("a hook stays at its host", hook_id=row.id, code=error.code)

    async def all_of(self, user_id: str) -> list[Any]:
        """The rows of a person's hooks at their hosts."""
        query = sa.select(hooks).where(hooks.c.user_id == user_id, hooks.c.provider_hook_id != "")
        async with self._reading.connect() as connection:
            return list((await connection.execute(query)).all())

    async def farewell(self, held: Held, rows: list[Any]) -> None:
        """Have the host forget the hooks of somebody who leaves, as many as there is time for."""
        try:
            async with asyncio.timeout(_FAREWELL_SECONDS):
                for row in rows:
                    if row.origin == held.provider.origin:
                        await held.provider.remove_hook(held.token, row.repository_url, row.provider_hook_id)
        except (AppError, TimeoutError) as error:
            telemetry.log.warning("hooks stay at their host", reason=type(error).__name__)

    async def check(self, provider: str, hook_id: str, *, signature: str, body: bytes, at: datetime) -> Sender:
        """Whose delivery it is; Unauthenticated unless it was signed with the hook's secret."""
        if not hook_id:
            origins = [each.origin for each in self._providers.values() if each.name == provider]
            secret = self._app_secrets.get(provider)
            if secret is None or not origins or not _signed(secret, body, signature):
                raise _refused()
            return Sender("", "", origins[0])
        row = None
        if is_uuid(hook_id):
            async with self._reading.connect() as connection:
                query = sa.select(hooks).where(hooks.c.id == hook_id, hooks.c.provider == provider)
                row = (await connection.execute(query)).first()
        if row is None or not _signed(self._vault.open(row.id, row.secret), body, signature):
            raise _refused()
        if row.last_delivery_at is None or row.last_delivery_at < at - _NOTED_EACH:
            async with self._engine.begin() as connection:
                await connection.execute(sa.update(hooks).where(hooks.c.id == row.id).values(last_delivery_at=at))
        return Sender(row.user_id, row.repository_id, row.origin)

    async def _row(self, user_id: str, repository_id: str) -> Any:
        if not is_uuid(user_id) or not is_uuid(repository_id):
            return None
        async with self._reading.connect() as connection:
            given = {"of_user": user_id, "of_repository": repository_id}
            return (await connection.execute(sa.select(hooks).where(_OF_A_PERSON), given)).first()


def _signed(secret: str, body: bytes, signature: str) -> bool:
    right = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return hmac.compare_digest(right.encode(), signature.lower().encode())


def _refused() -> Unauthenticated:
    return Unauthenticated("The delivery is not signed with the secret of this webhook.", code="signature_invalid")
