"""Analyses that do nothing, from the request to the visible result: our platform, and Celery with Redis and Postgres.

Both commit to a Postgres that waits for the disk; JetStream (`sync_interval: always`) and Redis (`appendfsync always`)
wait for it too. Ours has mTLS between all parts, a lease for each attempt and the full history of each job. Both have
one process of each service. The load generator, the same for both, runs on the same cores.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import asyncpg
import psutil
import uvloop

from local_stack.client import Client
from local_stack.home import CHECKOUT
from local_stack.ports import free_port
from local_stack.process import Program
from local_stack.stack import Plan
from tests.bench.pipeline import peer
from tests.support import servers
from tests.support.stack import RunningStack, local_stack

CLIENTS = 50
VISIBLE_RATE = 10.0  # jobs a second for what is measured one at a time
VISIBLE_SECONDS = 15.0
_PATIENCE = 60.0
_FETCH_SECONDS = 6.0
NUMBERS = itertools.count()
"""Of repositories: each is another one, so that no report is good again."""
_UNLIMITED = {"JOBS_ACTIVE_PER_USER": "1000000", "JOBS_DAILY_PER_USER": "1000000"}


@dataclass(frozen=True)
class Subject:
    """One side of the comparison."""

    submit: Callable[[int], Awaitable[str]]
    """Asks for job number so-and-so; its id, once it is accepted."""
    visible: Callable[[str], Awaitable[None]]
    """Returns when the caller has seen that the job is completed."""
    completed: Callable[[], Awaitable[int]]
    """How many are completed by now, as the database says."""
    processes: Callable[[], dict[str, int]]
    """Process ids of its parts."""


async def burst(subject: Subject, jobs: int) -> tuple[dict[str, float], dict[str, float]]:
    """Jobs as fast as they are accepted: how many a second are completed until all are, and each part's CPU a job."""
    before = await subject.completed()
    used = _cpu(subject)
    numbers = itertools.islice(NUMBERS, jobs)
    began = time.monotonic()

    async def client() -> None:
        for number in numbers:
            await subject.submit(number)

    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    accepted = time.monotonic() - began
    while await subject.completed() < before + jobs:
        if time.monotonic() - began > _PATIENCE:
            raise TimeoutError(f"{await subject.completed() - before} of {jobs} jobs completed")
        await asyncio.sleep(0.02)
    seconds = time.monotonic() - began
    shares = {name: (cpu - used.get(name, 0.0)) / jobs * 1000 for name, cpu in _cpu(subject).items()}
    return {
        "jobs": jobs,
        "accepted_per_second": jobs / accepted,
        "per_second": jobs / seconds,
        "cpu_ms_per_job": sum(shares.values()),
    }, shares


async def visible(subject: Subject) -> dict[str, float]:
    """Jobs at an easy rate: milliseconds from the answer that accepts one until its result is seen."""
    taken: list[float] = []

    async def one() -> None:
        job = await subject.submit(next(NUMBERS))
        began = time.monotonic()
        await subject.visible(job)
        taken.append((time.monotonic() - began) * 1000)

    async with asyncio.TaskGroup() as group:
        for _ in range(int(VISIBLE_RATE * VISIBLE_SECONDS)):
            group.create_task(one())
            await asyncio.sleep(1 / VISIBLE_RATE)
    taken.sort()
    return {"p50": statistics.median(taken), "p99": taken[int(len(taken) * 0.99)]}


def _cpu(subject: Subject) -> dict[str, float]:
    """Seconds of CPU that each part has used, its children's included."""
    used: dict[str, float] = {}
    for name, pid in subject.processes().items():
        for running in with_children([pid]):
            times = running.cpu_times()
            used[name] = used.get(name, 0.0) + times.user + times.system
    return used


async def measured(subject: Subject, jobs: int) -> dict[str, Any]:
    await burst(subject, jobs // 4)  # what is made or learnt once
    figures, shares = await burst(subject, jobs)
    return {"burst": figures, "visible": await visible(subject), "shares": shares}


# ---------------------------------------------------------------- ours


def ours(jobs: int) -> dict[str, Any]:
    with room() as folder, local_stack(folder / "home", _UNLIMITED) as stack:
        plan = Plan.of_running(stack.home)
        idle = Program(
            name="idle-analyzer",
            argv=(sys.executable, "-m", "tests.bench.pipeline.idle_analyzer"),
            environment={**plan.environments["analyzer"], "ANALYZER_HEALTH_LISTEN": ""},
            cwd=CHECKOUT,
        )
        real = stack.part("analyzer")["pid"]
        os.kill(real, signal.SIGSTOP)
        try:
            time.sleep(_FETCH_SECONDS)  # what it asked the bus for is forgotten then
            with servers.running(idle, folder / "idle-analyzer.log") as analyzer:
                return uvloop.run(_ours(stack, plan, analyzer, jobs))
        finally:
            os.kill(real, signal.SIGCONT)


async def _ours(stack: RunningStack, plan: Plan, analyzer: int, jobs: int) -> dict[str, Any]:
    async with Client(stack.gateway) as client:
        await client.sign_in("alice")
        headers = {"authorization": client.authorization}
    database = await asyncpg.connect(plan.postgres.url("jobs").replace("+asyncpg", ""))
    async with session(stack.gateway, headers) as http:

        async def submit(number: int) -> str:
            wanted = {"repo_url": f"{stack.github}/alice/history-{number}.git"}
            async with http.post("/api/v1/analysis", json=wanted) as answer:
                answer.raise_for_status()
                return str((await answer.json())["id"])

        async def seen(job: str) -> None:
            accepted = {"accept": "text/event-stream"}
            async with http.get(f"/api/v1/analysis/{job}/events", headers=accepted) as stream:
                async for line in stream.content:
                    if b'"JobCompleted"' in line:
                        return
            raise RuntimeError("the stream ended before the job")

        async def completed() -> int:
            return int(await database.fetchval("SELECT count(*) FROM job_view WHERE status = 'COMPLETED'"))

        def processes() -> dict[str, int]:
            parts = ("gateway", "auth", "jobs", "nats", "postgres")
            return {**{name: stack.part(name)["pid"] for name in parts}, "analyzer": analyzer}

        outcome = await measured(Subject(submit, seen, completed, processes), jobs)
    await database.close()
    return outcome


# ---------------------------------------------------------------- the peer's


def peers(jobs: int) -> dict[str, Any]:
    programs = peer.installed()
    with room() as folder, servers.postgres_server(durable=True) as postgres, ExitStack() as stack:
        dsn = postgres.url("postgres").replace("+asyncpg", "")
        redis, web = free_port(), free_port()
        environment = {
            "PATH": os.defpath,
            "PEER_DSN": dsn,
            "PEER_REDIS": f"redis://127.0.0.1:{redis}/0",
            "PYTHONPATH": str(Path(__file__).parent),
        }
        postgres.execute(peer.TABLE)
        pids = {}
        for name, argv in programs.commands(redis=redis, web=web):
            program = Program(name=name, argv=argv, environment=environment, cwd=folder)
            pids[name] = stack.enter_context(servers.running(program, folder / f"{name}.log"))
        return uvloop.run(_peers(f"http://127.0.0.1:{web}", dsn, pids, jobs))


async def _peers(address: str, dsn: str, pids: dict[str, int], jobs: int) -> dict[str, Any]:
    database = await asyncpg.connect(dsn)
    async with session(address, {}) as http:

        async def submit(number: int) -> str:
            async with http.post("/jobs", json={"repo_url": f"{address}/alice/history-{number}.git"}) as answer:
                answer.raise_for_status()
                return str((await answer.json())["id"])

        async def status(job: str) -> str:
            async with http.get(f"/jobs/{job}") as answer:
                return str((await answer.json())["status"])

        async def seen(job: str) -> None:
            # there is nothing to listen to: the usual way is to ask again
            while await status(job) != "COMPLETED":
                await asyncio.sleep(peer.POLL_SECONDS)

        async def completed() -> int:
            return int(await database.fetchval("SELECT count(*) FROM jobs WHERE status = 'COMPLETED'"))

        def processes() -> dict[str, int]:
            return {**pids, "postgres": psutil.Process(int(database.get_server_pid())).ppid()}

        await _answers(http)
        outcome = await measured(Subject(submit, seen, completed, processes), jobs)
    await database.close()
    return outcome


async def _answers(http: aiohttp.ClientSession) -> None:
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            async with http.get("/openapi.json"):
                return
        except aiohttp.ClientConnectionError:
            if time.monotonic() > until:
                raise
            await asyncio.sleep(0.2)


# ---------------------------------------------------------------- both


def session(address: str, headers: dict[str, str]) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(address, headers=headers, connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=2))


@contextmanager
def room() -> Iterator[Path]:
    """A folder for as long as it is needed; if it ends badly, what the programs in it said last is shown."""
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-bench-"))
    folder.chmod(0o711)
    try:
        yield folder
    except BaseException:
        for log in sorted(folder.rglob("*.log")):
            last = log.read_text(errors="replace").splitlines()[-20:]
            sys.stderr.write("\n".join([f"--- {log.name}", *last, ""]))
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def with_children(pids: list[int]) -> list[psutil.Process]:
    found = [psutil.Process(pid) for pid in pids]
    return found + [child for one in found for child in one.children(recursive=True)]


def measure(jobs: int, rounds: int) -> dict[str, Any]:
    """Both sides, turn by turn; the median round of each by its jobs per second."""
    outcomes: dict[str, list[dict[str, Any]]] = {"ours": [], "peer": []}
    for _ in range(rounds):
        for name, side in (("ours", ours), ("peer", peers)):
            outcome = side(jobs)
            outcomes[name].append(outcome)
            shown = "  ".join(f"{key} {value:,.1f}" for part in outcome.values() for key, value in part.items())
            sys.stdout.write(f"{name:8}{shown}\n")
            sys.stdout.flush()

    def middle(name: str) -> dict[str, Any]:
        ranked = sorted(outcomes[name], key=lambda outcome: float(outcome["burst"]["per_second"]))
        return ranked[len(ranked) // 2]

    return {
        "rounds": rounds,
        "clients": CLIENTS,
        "visible_rate": VISIBLE_RATE,
        "poll_ms": peer.POLL_SECONDS * 1000,
        "ours": middle("ours"),
        "peer": middle("peer"),
    }
