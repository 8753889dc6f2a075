"""What can go wrong, each by its name: `kill jobs`, `die jobs.published`, `cut jobs-nats`, `full ANALYZER`."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import asyncpg
import httpx
import nats
import nats.errors
from nats.aio.client import Client as Bus

from local_stack.client import Client, RefusedError
from local_stack.stack import Plan
from tests.chaos.armed import POINTS
from tests.chaos.armed_stack import LINKS
from tests.chaos.toxiproxy import Network
from tests.support.stack import RunningStack

KILLED = ("gateway", "auth", "jobs", "jobs-2", "analyzer", "analyzer-2", "nats", "postgres")
STREAMS = ("JOBS", "ANALYZER", "OBJ_reports")
SECONDS = 4.0
"""How long what passes lasts."""
_TAKEN_SECONDS = 20.0
_CONNECTIONS = 500  # more than any Postgres here has


@dataclass(frozen=True)
class Scene:
    """A running stack, and all that is needed to harm it."""

    stack: RunningStack
    plan: Plan
    network: Network
    folder: Path
    """Where points of armed services are set."""


Fault = Callable[[Scene], Awaitable[bool]]
"""Strikes; whether it found what to strike at."""


def kill(part: str) -> Fault:
    async def strike(scene: Scene) -> bool:
        os.kill(scene.stack.part(part)["pid"], signal.SIGKILL)
        return True

    return strike


def stop(part: str, number: signal.Signals) -> Fault:
    """An orderly end, as at a restart or an update."""

    async def strike(scene: Scene) -> bool:
        os.kill(scene.stack.part(part)["pid"], number)
        return True

    return strike


def die(where: str) -> Fault:
    """The next of a service's replicas that comes to a point dies there."""

    async def strike(scene: Scene) -> bool:
        mark = scene.folder / where
        mark.touch()
        with suppress(TimeoutError):
            async with asyncio.timeout(_TAKEN_SECONDS):
                while mark.exists():
                    if where.startswith("auth."):
                        await _sign_in(scene)  # jobs alone give auth nothing to write down
                    await asyncio.sleep(0.02)
        reached = not mark.exists()
        mark.unlink(missing_ok=True)
        return reached

    return strike


async def _sign_in(scene: Scene) -> None:
    with suppress(RefusedError, httpx.HTTPError):
        async with Client(scene.stack.gateway) as client:
            await client.sign_in("bob")


def network(how: str, link: str) -> Fault:
    async def strike(scene: Scene) -> bool:
        await getattr(scene.network, how)(link, SECONDS)
        return True

    return strike


def full(stream: str) -> Fault:
    """A stream that takes nothing more, as when the disk has no room, for some seconds."""

    async def strike(scene: Scene) -> bool:
        bus = await _bus(scene.plan)
        try:
            js = bus.jetstream(timeout=10)
            config = (await js.stream_info(stream)).config
            limit = config.max_bytes
            await js.update_stream(config.evolve(max_bytes=1))
            await asyncio.sleep(SECONDS)
            await js.update_stream(config.evolve(max_bytes=limit))
        finally:
            await bus.close()
        return True

    return strike


async def _bus(plan: Plan) -> Bus:
    import ssl

    own = plan.identities["local-stack"]
    context = ssl.create_default_context(cafile=str(own.authority))
    context.load_cert_chain(own.certificate, own.key)
    return await nats.connect(
        plan.nats.url, user="admin", password=plan.secrets.nats["admin"], tls=context, inbox_prefix="_INBOX_admin"
    )


async def exhaust(scene: Scene) -> bool:
    """Every connection that Postgres has is somebody else's, for some seconds."""
    dsn = scene.plan.postgres.url("postgres").replace("+asyncpg", "")
    first = await asyncpg.connect(dsn)
    taken = [first]
    refused = False
    loop = asyncio.get_running_loop()
    until = loop.time() + SECONDS
    try:
        while loop.time() < until:
            await first.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN ('jobs', 'auth')"
            )
            try:
                while len(taken) < _CONNECTIONS:
                    taken.append(await asyncpg.connect(dsn, timeout=5))
            except asyncpg.TooManyConnectionsError:
                refused = True
            await asyncio.sleep(0.2)
    finally:
        await asyncio.gather(*(connection.close() for connection in taken), return_exceptions=True)
    return refused


async def meddle(scene: Scene) -> bool:
    """What analyzers say comes twice, late and out of order, for some seconds."""
    mark = scene.folder / "meddle"
    mark.touch()
    await asyncio.sleep(2 * SECONDS)
    mark.unlink(missing_ok=True)
    return True


FAULTS: dict[str, Fault] = {
    **{f"kill {part}": kill(part) for part in KILLED},
    **{f"die {service}.{point}": die(f"{service}.{point}") for service, points in POINTS.items() for point in points},
    **{
        f"{how} {part}-{to}": network(how, f"{part}-{to}")
        for how in ("cut", "hang", "slow")
        for part in LINKS
        for to in LINKS[part]
    },
    **{f"full {stream}": full(stream) for stream in STREAMS},
    "restart postgres": stop("postgres", signal.SIGINT),
    "restart nats": stop("nats", signal.SIGTERM),
    "restart jobs": stop("jobs", signal.SIGTERM),
    "restart analyzer": stop("analyzer", signal.SIGTERM),
    "exhaust postgres": exhaust,
    "meddle": meddle,
}
MOMENTS = ("", "JobSubmitted", "JobRequested", "JobStarted", "SectionCompleted")
"""After which event of a job it strikes; the first is before the job is asked for."""
