"""Clients that cost little, so that what is measured is the server: prepared requests on connections that stay."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field


@dataclass
class Connection:
    """One HTTP/1.1 connection."""

    port: int
    reader: asyncio.StreamReader = field(init=False)
    writer: asyncio.StreamWriter = field(init=False)

    async def open(self) -> Connection:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def ask(self, request: bytes) -> int:
        """Send it and read the whole answer, which has a Content-Length; its status."""
        self.writer.write(request)
        head = (await self.reader.readuntil(b"\r\n\r\n")).lower()
        length = int(head.split(b"content-length: ", 1)[1].split(b"\r\n", 1)[0])
        await self.reader.readexactly(length)
        return int(head[9:12])

    def close(self) -> None:
        self.writer.close()


def prepared(method: str, path: str, body: bytes = b"", **headers: str) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: bench", *(f"{name}: {value}" for name, value in headers.items())]
    if body:
        lines += ["Content-Type: application/json", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def closed(port: int, request: bytes, *, clients: int, seconds: float) -> list[float]:
    """Each client asks again as soon as it is answered; how long each answer took, in seconds."""
    took: list[float] = []
    ends = time.perf_counter() + seconds

    async def client() -> None:
        connection = await Connection(port).open()
        while (begun := time.perf_counter()) < ends:
            status = await connection.ask(request)
            assert status < 300, status
            took.append(time.perf_counter() - begun)
        connection.close()

    await asyncio.gather(*(client() for _ in range(clients)))
    return took


async def steady(port: int, request: bytes, *, rate: float, seconds: float) -> list[float]:
    """So many requests a second, whether they are answered or not; from when each was due to its answer."""
    took: list[float] = []
    idle: list[Connection] = []

    async def one(due: float) -> None:
        connection = _open_one(idle) or await Connection(port).open()
        status = await connection.ask(request)
        assert status < 300, status
        took.append(time.perf_counter() - due)
        idle.append(connection)

    begun = time.perf_counter()
    async with asyncio.TaskGroup() as group:
        for number in range(int(rate * seconds)):
            due = begun + number / rate
            await asyncio.sleep(max(0.0, due - time.perf_counter()))
            group.create_task(one(due))
    for connection in idle:
        connection.close()
    return took


def _open_one(idle: list[Connection]) -> Connection | None:
    """One that the server has not closed meanwhile, as it does with those that nobody uses for seconds."""
    while idle:
        connection = idle.pop()
        if not connection.reader.at_eof():
            return connection
        connection.close()
    return None
