"""`/healthz` (the process answers) and `/readyz` (work may be sent to it) over HTTP, for probes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

_ANSWER_SECONDS = 5
_LONGEST_HEAD = 8192


@asynccontextmanager
async def serve(listen: str, ready: Callable[[], bool]) -> AsyncIterator[None]:
    """Answer probes at `host:port` inside the context; an empty address is no server at all."""
    if not listen:
        yield
        return
    host, _, port = listen.rpartition(":")

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(_ANSWER_SECONDS):
                head = await reader.readuntil(b"\r\n\r\n")
                writer.write(_response(head.split(b" ", 2)[1], ready=ready()))
                await writer.drain()
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    server = await asyncio.start_server(answer, host.strip("[]"), int(port), limit=_LONGEST_HEAD)
    try:
        yield
    finally:
        server.close()


def _response(path: bytes, *, ready: bool) -> bytes:
    if path not in {b"/healthz", b"/readyz"}:
        status, body = "404 Not Found", b'{"status":"not found"}\n'
    elif path == b"/readyz" and not ready:
        status, body = "503 Service Unavailable", b'{"status":"not ready"}\n'
    else:
        status, body = "200 OK", b'{"status":"ok"}\n'
    head = (
        f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\nconnection: close\r\n"
    )
    return head.encode() + b"\r\n" + body
