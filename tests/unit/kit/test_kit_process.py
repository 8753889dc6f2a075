"""How a service's work ends when it is told to stop."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest

from kit import process


async def test_work_that_swallows_a_cancellation_ends_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_CANCEL_SECONDS", 0.01)
    stop, swallowed = asyncio.Event(), asyncio.Event()

    async def stubborn() -> None:
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        swallowed.set()
        await asyncio.Event().wait()

    stop.set()
    async with asyncio.timeout(5):
        await process.until_stopped(stop, stubborn())
    assert swallowed.is_set()


async def test_work_that_ends_early_ends_all() -> None:
    async def brief() -> None: ...

    with pytest.raises(RuntimeError, match="by itself"):
        await process.until_stopped(asyncio.Event(), brief(), asyncio.Event().wait())  # type: ignore[arg-type]
