"""`make bench-api`: the gateway beside a bare route, idle streams beside bare ones, submissions at a steady rate."""

from __future__ import annotations

import argparse
import asyncio
import base64
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import psutil

from local_stack import certificates, ports
from local_stack.client import Client
from tests.bench.api.load import Connection, closed, prepared, steady
from tests.bench.api.peers import JOB
from tests.bench.results import save
from tests.integration.gateway import servicers
from tests.support.stack import local_stack

CLIENTS = 16
# the limits count, and are never reached
COUNTED = {"GATEWAY_REQUESTS_PER_MINUTE": "100000000", "GATEWAY_ADDRESS_REQUESTS_PER_MINUTE": "100000000"}


@contextmanager
def started(*command: str, **environment: str) -> Iterator[psutil.Process]:
    """A process of the bench; killed at the end, for its streams would keep it."""
    with subprocess.Popen(
        [sys.executable, "-m", *command], env={**os.environ, **environment}, stdout=subprocess.DEVNULL
    ) as process:
        try:
            yield psutil.Process(process.pid)
        finally:
            process.kill()


def await_answer(port: int, path: str) -> None:
    deadline = time.monotonic() + 240
    while True:
        try:
            if httpx.get(f"http://127.0.0.1:{port}{path}", trust_env=False).status_code < 500:
                return
        except httpx.TransportError:
            pass
        if time.monotonic() > deadline:
            raise TimeoutError(path)
        time.sleep(0.1)


def gateway_settings(folder: Path, port: int, backend: int) -> dict[str, str]:
    return {
        **COUNTED,
        "GATEWAY_LISTEN": f"127.0.0.1:{port}",
        "GATEWAY_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "GATEWAY_AUTH_TARGET": f"127.0.0.1:{backend}",
        "GATEWAY_JOBS_TARGET": f"127.0.0.1:{backend + 1}",
        "GATEWAY_JWT_KEYS": json.dumps({servicers.KID: base64.b64encode(servicers.KEY).decode()}),
        "GATEWAY_COOKIE_SECURE": "false",
        "GATEWAY_TLS_CA": str(folder / "ca.crt"),
        "GATEWAY_TLS_CERT": str(folder / "gateway.crt"),
        "GATEWAY_TLS_KEY": str(folder / "gateway.key"),
    }


def requests(sides: dict[str, tuple[psutil.Process, int, bytes]], rounds: int, seconds: float) -> dict[str, Any]:
    """Requests a second of each, in turn and several times: of the wall clock, and of the server's own CPU seconds."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in sides}
    for _ in range(rounds):
        for name, (process, port, request) in sides.items():
            before, begun = process.cpu_times(), time.perf_counter()
            took = asyncio.run(closed(port, request, clients=CLIENTS, seconds=seconds))
            after, wall = process.cpu_times(), time.perf_counter() - begun
            cpu = after.user + after.system - before.user - before.system
            found[name].append({"wall": len(took) / wall, "cpu": len(took) / cpu})
    per_second = {
        name: {clock: round(statistics.median(each[clock] for each in rates), 1) for clock in ("wall", "cpu")}
        for name, rates in found.items()
    }
    share = {
        clock: round(
            statistics.median(ours[clock] / bare[clock] for ours, bare in zip(*found.values(), strict=True)), 3
        )
        for clock in ("wall", "cpu")
    }
    return {"clients": CLIENTS, "rounds": rounds, "per_second": per_second, "kept": share}


async def _idle(port: int, request: bytes, count: int) -> list[Connection]:
    """So many streams, each after its first event."""
    opened = []
    for _ in range(0, count, 50):
        batch = await asyncio.gather(*(Connection(port).open() for _ in range(50)))
        for each in batch:
            each.writer.write(request)
        for each in batch:
            await each.reader.readuntil(b"data: ")
        opened += batch
    return opened


def streams(sides: dict[str, tuple[psutil.Process, int, bytes]], count: int) -> dict[str, Any]:
    """Memory of a server for each idle stream, in KiB."""

    async def measure(process: psutil.Process, port: int, request: bytes) -> float:
        warm = await _idle(port, request, 100)
        before = process.memory_info().rss
        opened = await _idle(port, request, count)
        await asyncio.sleep(1)
        held = process.memory_info().rss - before
        for each in (*warm, *opened):
            each.close()
        return held / count / 1024

    kib = {name: round(asyncio.run(measure(*side)), 1) for name, side in sides.items()}
    ours, bare = kib.values()
    return {"streams": count, "kib": kib, "times": round(ours / bare, 2)}


async def _submissions(gateway: str, rounds: int, seconds: float) -> dict[str, Any]:
    """At 80 % of what it takes at most: how long until a submission is accepted. The round in the middle is told.

    What it takes at most is asked in every round anew, for a shared machine has not always the same to give.
    """
    async with Client(gateway) as client:
        await client.sign_in("alice")
        authorization = client._http.headers["Authorization"]
    port = int(gateway.rpartition(":")[2])
    body = json.dumps({"repo_url": "https://git.example/alice/project"}).encode()
    request = prepared("POST", "/api/v1/analysis", body, Authorization=authorization)
    await closed(port, request, clients=CLIENTS, seconds=2)
    found = []
    for _ in range(rounds):
        most = len(await closed(port, request, clients=CLIENTS, seconds=seconds)) / seconds
        took = sorted(await steady(port, request, rate=0.8 * most, seconds=2 * seconds))
        p50, p99 = (took[int(len(took) * share)] * 1000 for share in (0.5, 0.99))
        one = {"most": round(most, 1), "p50_ms": round(p50, 2), "p99_ms": round(p99, 2), "times": round(p99 / p50, 2)}
        sys.stderr.write(f"{one}\n")
        found.append(one)
    found.sort(key=lambda one: one["times"])
    return {**found[len(found) // 2], "rounds": [one["times"] for one in found]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--streams", type=int, default=5_000)
    parser.add_argument("--only", choices=["requests", "streams", "submissions"])
    asked = parser.parse_args()
    outcome: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="gitstrata-bench-") as scratch:
        folder = Path(scratch)
        certificates.issue(folder, ["gateway", "auth", "jobs", "analyzer"])
        backend = ports.free_port()
        bare, port = backend + 2, backend + 3
        with (
            started("tests.bench.api.peers", "backend", str(backend), scratch),
            started("tests.bench.api.peers", "bare", str(bare), scratch) as beside,
            started("gateway.main", **gateway_settings(folder, port, backend)) as ours,
        ):
            await_answer(port, "/readyz")
            await_answer(bare, f"/job/{JOB}")
            token = f"Bearer {servicers.access_token(lifetime=86_400)}"
            path = f"/api/v1/analysis/{JOB}"
            if asked.only in (None, "requests"):
                outcome["requests"] = requests(
                    {
                        "gateway": (ours, port, prepared("GET", path, Authorization=token)),
                        "bare": (beside, bare, prepared("GET", f"/job/{JOB}")),
                    },
                    asked.rounds,
                    asked.seconds,
                )
            if asked.only in (None, "streams"):
                live = prepared("GET", f"{path}/events", Authorization=token, Accept="text/event-stream")
                outcome["streams"] = streams(
                    {"gateway": (ours, port, live), "bare": (beside, bare, prepared("GET", "/events"))}, asked.streams
                )
    if asked.only in (None, "submissions"):
        home = Path(tempfile.mkdtemp(prefix="gitstrata-bench-"))
        home.chmod(0o711)
        # nobody takes the work: only its acceptance is measured
        plenty = {"JOBS_RUNNER": "batch", "JOBS_ACTIVE_PER_USER": "1000000", "JOBS_DAILY_PER_USER": "1000000"}
        with local_stack(home / "home", {**COUNTED, **plenty}) as stack:
            outcome["submissions"] = asyncio.run(_submissions(stack.gateway, asked.rounds, asked.seconds))
    print(json.dumps(outcome, indent=1))
    if asked.only is None:
        save("api", outcome)


if __name__ == "__main__":
    main()
