"""Bounds on guessing: failures of one address are counted, and beyond a number nothing more is tried for a while.

Counted per replica and in memory: what is guessed at is 178 bits or more, so this spares the services behind, not the
secrets. Only failures count, so that an office behind one address is never in its own way.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from limits import parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from kit.errors import LimitReached, PermissionDenied, Unauthenticated

FAILURES = {
    "sign-in": parse("20/minute"),
    "refresh": parse("30/minute"),
    "token": parse("30/minute"),
}
"""How many failures of one address are answered, by what is tried."""


class Guessing:
    """Counts failures by address."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    @asynccontextmanager
    async def guarded(self, what: str, address: str) -> AsyncIterator[None]:
        """Try something: LimitReached, before it is tried, while the address has failed at it too often."""
        item = FAILURES[what]
        if not await self._limiter.test(item, what, address):
            window = await self._limiter.get_window_stats(item, what, address)
            raise LimitReached(
                "Too many failed attempts from your address. Try again in a while.",
                code="too_many_failures",
                retry_after=max(1.0, window.reset_time - time.time()),
            )
        try:
            yield
        except (Unauthenticated, PermissionDenied):
            await self._limiter.hit(item, what, address)
            raise
