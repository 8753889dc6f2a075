"""Sign-ins under way: what one browser must come back with, once, and soon."""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from auth.domain import SIGN_IN_LIFETIME
from auth.tables import sign_in_states
from auth.tokens import digest, random_secret
from kit.vault import Vault


@dataclass(frozen=True, slots=True)
class SignIn:
    """The three secrets of one sign-in: for the address, for the browser, and for us."""

    state: str = field(repr=False)
    browser_key: str = field(repr=False)
    verifier: str = field(repr=False)


class SignIns:
    """Remembers sign-ins until their browsers come back."""

    def __init__(self, engine: AsyncEngine, secrets: Vault) -> None:
        self._engine = engine
        self._vault = secrets

    async def begin(self, provider: str, at: datetime) -> SignIn:
        """A new one, at the provider of that origin."""
        made = SignIn(random_secret(), random_secret(), random_secret())
        hashed = digest(made.state)
        async with self._engine.begin() as connection:
            await connection.execute(
                sa.insert(sign_in_states).values(
                    state_hash=hashed,
                    browser_hash=digest(made.browser_key),
                    # under the state: a row tells nothing without it, and cannot be moved to another
                    verifier=self._vault.seal(hashed.hex(), f"{provider} {made.verifier}"),
                    expires_at=at + SIGN_IN_LIFETIME,
                )
            )
        return made

    async def take(self, *, state: str, browser_key: str, at: datetime) -> tuple[str, str] | None:
        """The provider's origin and the verifier; None if the sign-in is unknown, taken, expired or another browser's.

        Whatever the answer, the state is spent.
        """
        hashed = digest(state)
        async with self._engine.begin() as connection:
            row = (
                await connection.execute(
                    sa.delete(sign_in_states).where(sign_in_states.c.state_hash == hashed).returning(sign_in_states)
                )
            ).first()
        if row is None or not hmac.compare_digest(row.browser_hash, digest(browser_key)) or at >= row.expires_at:
            return None
        provider, _, verifier = self._vault.open(hashed.hex(), row.verifier).partition(" ")
        return provider, verifier

    async def sweep(self, at: datetime) -> int:
        """Forget those that were never finished; how many."""
        async with self._engine.begin() as connection:
            gone = await connection.execute(sa.delete(sign_in_states).where(sign_in_states.c.expires_at <= at))
        return gone.rowcount
