"""Toxiproxy, built once from its Go module, and what is done with it."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import httpx

from local_stack import process
from local_stack.home import CHECKOUT
from local_stack.ports import free_port
from local_stack.process import Program
from tests.support import servers

MODULE = "github.com/Shopify/toxiproxy/v2/cmd/server"
VERSION = "v2.12.0"


def program() -> Path:
    folder = CHECKOUT / ".local" / "toxiproxy" / VERSION
    built = folder / "server"
    if not built.exists():
        if not shutil.which("go"):
            raise RuntimeError("faults of the network need toxiproxy, and building it needs Go")
        environment = {**os.environ, "GOBIN": str(folder), "GOFLAGS": "-modcacherw"}
        subprocess.run(["go", "install", f"{MODULE}@{VERSION}"], env=environment, check=True)
    return built


@contextmanager
def running(log: Path) -> Iterator[str]:
    """The address of a toxiproxy's API."""
    port = free_port()
    server = Program(
        name="toxiproxy",
        argv=(str(program()), "-host", "127.0.0.1", "-port", str(port)),
        environment={"LOG_LEVEL": "error"},
    )
    address = f"http://127.0.0.1:{port}"

    async def answers() -> bool:
        try:
            async with httpx.AsyncClient(trust_env=False) as client:
                return (await client.get(f"{address}/version")).status_code == 200
        except httpx.TransportError:
            return False

    with servers.running(server, log):
        servers.run_sync(process.until(answers, 15))
        yield address


class Network:
    """The ways between the parts, by the names of their proxies: `jobs-postgres`."""

    def __init__(self, address: str) -> None:
        self._address = address

    async def _ask(self, method: str, path: str, **sent: object) -> None:
        async with httpx.AsyncClient(trust_env=False) as client:
            (await client.request(method, f"{self._address}{path}", **sent)).raise_for_status()

    async def cut(self, link: str, seconds: float) -> None:
        """End every connection and take no new ones."""
        await self._ask("POST", f"/proxies/{link}", json={"enabled": False})
        await asyncio.sleep(seconds)
        await self._ask("POST", f"/proxies/{link}", json={"enabled": True})

    async def hang(self, link: str, seconds: float) -> None:
        """Let connections stand and nothing through, and then end them."""
        async with self._toxic(link, {"type": "timeout", "attributes": {"timeout": 0}}):
            await asyncio.sleep(seconds)

    async def slow(self, link: str, seconds: float) -> None:
        async with self._toxic(link, {"type": "latency", "attributes": {"latency": 250, "jitter": 150}}):
            await asyncio.sleep(seconds)

    @asynccontextmanager
    async def _toxic(self, link: str, toxic: dict[str, object]) -> AsyncIterator[None]:
        for stream in ("upstream", "downstream"):
            wanted = {**toxic, "name": stream, "stream": stream}
            await self._ask("POST", f"/proxies/{link}/toxics", json=wanted)
        yield
        for stream in ("upstream", "downstream"):
            await self._ask("DELETE", f"/proxies/{link}/toxics/{stream}")
