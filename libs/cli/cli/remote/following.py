"""The live events of an analysis, across broken connections."""

from __future__ import annotations

import time
from collections.abc import Iterator

import httpx

from cli.remote.refusals import RemoteError
from cli.remote.retrying import AskedToWait
from cli.remote.server import Server
from cli.remote.sse import Decoder, Event

FINAL = frozenset({"COMPLETED", "FAILED", "CANCELLED", "EXPIRED"})
# the stream sends a comment every 15 s: silence for much longer means a lost connection
_SILENCE = 45.0
_PAUSES = (0.3, 1.0, 2.0, 5.0)
_PATIENCE = 120.0  # seconds without an answer before we give up


def follow(server: Server, job_id: str) -> Iterator[Event]:
    """The events of the analysis from the first on, each once, until it has ended.

    Raises RemoteError: timed_out when the server's time is over, and what the server refuses.
    """
    last: str | None = None
    status: str | None = None
    failures, heard = 0, time.monotonic()
    while True:
        trouble: RemoteError | None = None
        try:
            for event in _stream(server, job_id, last):
                failures, heard = 0, time.monotonic()
                if event is None:
                    continue
                last = event.id or last
                status = event.data.get("job", {}).get("status", status)
                yield event
            if status in FINAL:
                return
        except httpx.RequestError as error:
            trouble = server.unreachable(error)
        except AskedToWait as wait:
            trouble = wait.error
        server.left()
        if trouble is not None and time.monotonic() - heard > _PATIENCE:
            raise trouble
        server.pause(_PAUSES[min(failures, len(_PAUSES) - 1)])
        failures += 1


def _stream(server: Server, job_id: str, last: str | None) -> Iterator[Event | None]:
    """The events after `last` until the stream ends; None for what comes between them."""
    headers = {"Accept": "text/event-stream"} | ({"Last-Event-ID": last} if last else {})
    left = server.left()
    wait = _SILENCE if left is None else min(left, _SILENCE)
    with server.reading(f"/api/v1/analysis/{job_id}/events", headers=headers, wait=wait) as response:
        if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
            raise RemoteError("unexpected_answer", f"{server.url} gives no live events.")
        decoder = Decoder()
        for chunk in response.iter_bytes():
            yield from decoder.feed(chunk)
            yield None
            server.left()
