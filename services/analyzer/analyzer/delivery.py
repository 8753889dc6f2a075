"""A work message in our hands, and the heartbeat that keeps it there.

The bus gives a message to another worker when it has not heard from its holder for `ack_wait`. Whoever may have
lost it that way must not touch it again: a late ack, nak or term would hit the new holder's delivery.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Self

import nats.errors
from nats.aio.client import Client
from nats.aio.msg import Msg

from kit import telemetry

_IN_PROGRESS = b"+WPI"
_ACK_TRIES = 2


class Delivery:
    """Use as a context: the heartbeat beats inside it. `lost` is set once the message may be somebody else's.

    `advances` is asked before each beat: for work that nobody sees advance, none is sent.
    """

    def __init__(self, message: Msg, client: Client, ack_wait: float, advances: Callable[[], bool]) -> None:
        self.message = message
        self.lost = asyncio.Event()
        self._client = client
        self._ack_wait = ack_wait
        self._advances = advances
        self._confirmed = time.monotonic()
        self._heart: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._heart = asyncio.create_task(self._beat())
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._heart is not None:
            self._heart.cancel()
            with suppress(asyncio.CancelledError):
                await self._heart

    @property
    def deliveries(self) -> int:
        return self.message.metadata.num_delivered or 1

    @property
    def held(self) -> bool:
        """Whether the bus has confirmed within `ack_wait` that it still waits for us."""
        return not self.lost.is_set() and time.monotonic() - self._confirmed < self._ack_wait

    async def ack(self) -> bool:
        """Finish the message; False when it was lost, or the bus did not confirm.

        A bus that was killed may have forgotten that it ever delivered the message: it then confirms heartbeats, but
        no ack, however often. It will deliver it again, and whoever gets it hears from jobs that the work is done.
        """
        for _ in range(_ACK_TRIES):
            if not self.held:
                break
            try:
                await self.message.ack_sync(timeout=self._ack_wait / 3)
            except (nats.errors.Error, OSError) as error:
                telemetry.log.warning("the bus did not confirm an ack", reason=repr(error))
                await asyncio.sleep(self._ack_wait / 10)
            else:
                return True
        return False

    async def give_back(self, delay: float = 0) -> None:
        """Have the message delivered again, to anybody, after so many seconds."""
        if self.held:
            with suppress(nats.errors.Error, OSError):
                await self.message.nak(delay=delay or None)
                await self._client.flush(timeout=2)

    async def _beat(self) -> None:
        beat = self._ack_wait / 3
        while self.held:
            sent = time.monotonic()
            # asked for a reply: without one, a heartbeat into a broken connection looks like any other
            with suppress(nats.errors.Error, OSError):
                if self._advances():
                    await self._client.request(self.message.reply, _IN_PROGRESS, timeout=beat)
                    self._confirmed = sent
            await asyncio.sleep(max(0.0, sent + beat - time.monotonic()) if self._confirmed == sent else beat / 5)
        telemetry.log.warning(
            "lost a work message: the bus was not reached in time, or the work is stuck", stuck=not self._advances()
        )
        self.lost.set()
