"""How a service process lives: one main coroutine, told to stop by SIGTERM or SIGINT."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Coroutine

import uvloop

_CANCEL_SECONDS = 6.0  # longer than any piece of work takes to end as it should


def run(main: Callable[[asyncio.Event], Coroutine[None, None, None]]) -> None:
    """Run `main(stop)` to its end; `stop` is set when the process is asked to end."""

    async def entry() -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        await main(stop)

    uvloop.run(entry())


async def until_stopped(stop: asyncio.Event, *work: Awaitable[None]) -> None:
    """Run `work` until `stop` is set, then cancel it; a piece of work that ends early or fails ends all."""
    tasks = [asyncio.ensure_future(piece) for piece in work]
    waiter = asyncio.ensure_future(stop.wait())
    try:
        done, _ = await asyncio.wait([waiter, *tasks], return_when=asyncio.FIRST_COMPLETED)
        for task in done - {waiter}:
            task.result()
            raise RuntimeError("a background task of the service ended by itself")
    finally:
        left = {waiter, *tasks}
        while left:
            # again and again: before Python 3.12 a wait with a time limit can swallow a cancellation
            for task in left:
                task.cancel()
            _, left = await asyncio.wait(left, timeout=_CANCEL_SECONDS)
        await asyncio.gather(waiter, *tasks, return_exceptions=True)
