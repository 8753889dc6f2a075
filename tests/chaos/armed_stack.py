"""The local stack for chaos: `python -m tests.chaos.armed_stack --home FOLDER up`.

Two replicas of jobs and three analyzers, services with weak points (`tests.chaos.armed`), and a toxiproxy (CHAOS_PROXY)
on every way between two parts. The clocks of the services differ.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace

import httpx

from local_stack import __main__ as command
from local_stack import health, stack
from local_stack.ports import free_port
from local_stack.process import Program
from local_stack.supervisor import Part

PROXY = os.environ.get("CHAOS_PROXY", "")
ARMED = ("auth", "jobs", "analyzer")
LINKS = {
    "gateway": ("auth", "jobs"),
    "auth": ("postgres", "nats"),
    "jobs": ("auth", "postgres", "nats"),
    "analyzer": ("jobs", "nats"),
}
"""Who talks to whom."""
SKEWS = {"auth": 2, "jobs": 0, "jobs-2": 20, "analyzer": 0, "analyzer-2": -40, "analyzer-3": 40}
"""Seconds by which each clock is ahead. auth's differs by less than the leeway of access tokens."""


def proxied(plan: stack.Plan, service: str) -> dict[str, str]:
    """The service's environment with a proxy in the place of every part that it talks to."""
    changed = dict(plan.environments[service])
    for target in LINKS[service]:
        upstream = f"127.0.0.1:{getattr(plan.addresses, target)}"
        name = f"{service}-{target}"
        answer = httpx.get(f"{PROXY}/proxies/{name}", trust_env=False)
        if answer.status_code == 404:
            wanted = {"name": name, "listen": "127.0.0.1:0", "upstream": upstream, "enabled": True}
            answer = httpx.post(f"{PROXY}/proxies", json=wanted, trust_env=False)
        listening = answer.raise_for_status().json()["listen"]
        own = {f"{service.upper()}_{name}" for name in ("GRPC_LISTEN", "LISTEN", "PUBLIC_URL", "HEALTH_LISTEN")}
        changed |= {
            key: value.replace(upstream, listening)
            for key, value in changed.items()
            if upstream in value and key not in own
        }
    return changed


class ArmedStack(stack.Stack):
    """The stack, its services armed and some of them several times."""

    async def start(self) -> None:
        await super().start()
        jobs = free_port()
        await self.supervisor.start(
            Part(
                program=self._replica("jobs", "jobs-2", JOBS_GRPC_LISTEN=f"127.0.0.1:{jobs}"),
                address=f"127.0.0.1:{jobs}",
                ready=health.serves_grpc(jobs, "jobs", self._plan.identities["local-stack"]),
            )
        )
        for name in ("analyzer-2", "analyzer-3"):
            port = free_port()
            program = self._replica(
                "analyzer", name, ANALYZER_HEALTH_LISTEN=f"127.0.0.1:{port}", ANALYZER_JOBS_TARGET=f"127.0.0.1:{jobs}"
            )
            address = f"http://127.0.0.1:{port}"
            await self.supervisor.start(
                Part(program=program, address=address, ready=health.answers_http(f"{address}/readyz"))
            )

    def _replica(self, service: str, name: str, **environment: str) -> Program:
        program = self._program(service, "main", name=name)
        return replace(program, environment={**program.environment, **environment})

    def _program(self, service: str, module: str, *, name: str | None = None) -> Program:
        program = super()._program(service, module, name=name)
        if module != "main":
            return program
        environment = proxied(self._plan, service)
        if service not in ARMED:
            return replace(program, environment=environment)
        environment |= {
            "CHAOS_FOLDER": os.environ["CHAOS_FOLDER"],
            "CHAOS_SKEW": str(SKEWS[program.name]),
        }
        return replace(program, argv=(sys.executable, "-m", "tests.chaos.armed", service), environment=environment)


if __name__ == "__main__":
    stack.Stack = ArmedStack
    sys.exit(command.main())
