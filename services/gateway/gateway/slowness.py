"""Headers that do not come: uvicorn waits for them for ever, and a connection costs an attacker nothing."""

from __future__ import annotations

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol


def unhurried(seconds: float) -> type[H11Protocol]:
    """uvicorn's protocol on h11, which closes a connection whose headers take longer than that to come."""

    class Protocol(H11Protocol):
        _due: asyncio.TimerHandle | None = None

        def connection_made(self, transport: Any) -> None:
            super().connection_made(transport)
            self._due = self.loop.call_later(seconds, transport.close)

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state is not h11.IDLE:
                self._come()
            elif self._due is None:
                # the beginning of another request on the same connection
                self._due = self.loop.call_later(seconds, self.transport.close)

        def connection_lost(self, exc: Exception | None) -> None:
            self._come()
            super().connection_lost(exc)

        def _come(self) -> None:
            if self._due is not None:
                self._due.cancel()
                self._due = None

    return Protocol
