"""The local stack: which parts it has, in which order they start, and what each is ready by."""

from __future__ import annotations

import asyncio
import json
import math
import sys
from collections.abc import AsyncIterator, Collection, Coroutine, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from rich.console import Console

from local_stack import certificates, environment, health, postgres, secrets
from local_stack.environment import Addresses
from local_stack.home import CHECKOUT, Home
from local_stack.logs import LogStream
from local_stack.nats import Nats, Tls
from local_stack.ports import assigned
from local_stack.postgres import Postgres
from local_stack.process import Program, sweep, until
from local_stack.supervisor import Part, Supervisor

# The supervisor has a certificate too: it asks the services for their health.
_CERTIFIED = (*environment.SERVICES, "nats", "local-stack")
_MIGRATED = ("auth", "jobs")


@dataclass(frozen=True)
class Plan:
    """Where everything of a stack listens and what it is started with."""

    home: Home
    addresses: Addresses
    secrets: secrets.Secrets
    identities: Mapping[str, certificates.Identity]
    postgres: Postgres
    nats: Nats
    environments: Mapping[str, Mapping[str, str]]

    @classmethod
    def make(cls, home: Home, addresses: Addresses) -> Plan:
        """The plan for these addresses; makes secrets and certificates that are not there yet."""
        known = secrets.load(home.secrets)
        if known is None:
            # A cluster that is still there has passwords that nobody knows any more.
            postgres.remove(home.postgres)
        kept = known or secrets.generate(home.secrets)
        identities = certificates.issue(home.tls, _CERTIFIED)
        cluster = Postgres(data=home.postgres, port=addresses.postgres, password=kept.postgres)
        server = identities["nats"]
        bus = Nats(
            data=home.nats,
            config=home.root / "nats.conf",
            port=addresses.nats,
            monitor_port=addresses.nats_monitor,
            passwords=kept.nats,
            tls=Tls(server.authority, server.certificate, server.key),
        )
        environments = environment.of_services(
            home=home, addresses=addresses, secrets=kept, identities=identities, postgres=cluster, nats=bus
        )
        return cls(home, addresses, kept, identities, cluster, bus, environments)

    @classmethod
    def of_running(cls, home: Home) -> Plan:
        """The plan of the stack that runs in this home; FileNotFoundError if none ever did."""
        return cls.make(home, Addresses(**json.loads(home.ports.read_text())))


class Stack:
    """A stack that runs, `without` some services, which it expects somebody else to start."""

    def __init__(self, plan: Plan, log: LogStream, without: Collection[str] = ()) -> None:
        self.addresses = plan.addresses
        self.log = log
        self.supervisor = Supervisor(plan.home, log)
        self._plan = plan
        self._without = without

    async def start(self) -> None:
        """Start everything in dependency order; StartError names the part that did not."""
        self.log.say("starting PostgreSQL, NATS and the GitHub stand-in")
        await asyncio.to_thread(self._plan.postgres.initialise)
        self._plan.nats.configure()
        await _together(
            self._start_postgres(),
            self.supervisor.start(self._nats_part()),
            self.supervisor.start(self._github_part()),
        )
        self.log.say("migrating the databases")
        await _together(*(self.migrate(service) for service in _MIGRATED))
        self.log.say("starting the services")
        await self._start_service(self._grpc_part("auth", self.addresses.auth))
        await self._start_service(self._grpc_part("jobs", self.addresses.jobs))
        await _together(
            self._start_service(self._http_part("analyzer", self.addresses.analyzer)),
            self._start_service(self._http_part("gateway", self.addresses.gateway)),
        )
        self.log.say(f"ready: {self.addresses.gateway_url}")

    async def migrate(self, service: str) -> None:
        """Bring a service's database up to date."""
        await self.supervisor.run(self._program(service, "migrate", name=f"{service}-migrate"))

    async def _start_postgres(self) -> None:
        address = f"postgresql://127.0.0.1:{self.addresses.postgres}"
        await self.supervisor.start(
            Part(program=self._plan.postgres.program, address=address, ready=self._plan.postgres.ready)
        )
        await self._plan.postgres.create_databases(self._plan.secrets.databases)

    async def _start_service(self, part: Part) -> None:
        if part.name not in self._without:
            await self.supervisor.start(part)
            return
        self.log.say(f"waiting for {part.name}: start it with `.venv/bin/python -m local_stack run {part.name}`")
        await until(part.ready, math.inf)
        self.log.say(f"{part.name} answers")

    def _nats_part(self) -> Part:
        return Part(
            program=self._plan.nats.program,
            address=self._plan.nats.url,
            ready=self._plan.nats.ready,
            also={"monitor": f"http://127.0.0.1:{self.addresses.nats_monitor}"},
        )

    def _github_part(self) -> Part:
        program = Program(
            name="github",
            argv=(sys.executable, "-m", "local_stack.github"),
            environment=environment.of_github(self._plan.home, self.addresses, self._plan.secrets),
            cwd=CHECKOUT,
        )
        address = self.addresses.github_url
        return Part(program=program, address=address, ready=health.answers_http(f"{address}/readyz"))

    def _grpc_part(self, service: str, port: int) -> Part:
        return Part(
            program=self._program(service, "main"),
            address=f"127.0.0.1:{port}",
            ready=health.serves_grpc(port, service, self._plan.identities["local-stack"]),
        )

    def _http_part(self, service: str, port: int) -> Part:
        address = f"http://127.0.0.1:{port}"
        return Part(
            program=self._program(service, "main"),
            address=address,
            ready=health.answers_http(f"{address}/readyz"),
        )

    def _program(self, service: str, module: str, *, name: str | None = None) -> Program:
        return Program(
            name=name or service,
            argv=(sys.executable, "-m", f"{service}.{module}"),
            environment=self._plan.environments[service],
            cwd=CHECKOUT,
        )


@asynccontextmanager
async def running(
    home: Home, console: Console, *, quiet: bool = False, without: Collection[str] = ()
) -> AsyncIterator[Stack]:
    """A started stack, stopped when the context ends, however it ends.

    Raises AlreadyRunningError when one runs here already, StartError when a part does not start.
    """
    with home.locked():
        log = LogStream(home.logs, console, quiet=quiet)
        try:
            if stopped := await asyncio.to_thread(sweep, home.leftovers()):
                log.say(f"stopped {len(stopped)} processes that an earlier stack had left behind")
            with _addresses(home) as addresses:
                stack = Stack(Plan.make(home, addresses), log, without)
                try:
                    await stack.start()
                    yield stack
                finally:
                    log.say("stopping")
                    await stack.supervisor.stop()
                    log.say("stopped")
        finally:
            log.close()


@contextmanager
def _addresses(home: Home) -> Iterator[Addresses]:
    """Where this stack listens; no other stack gets one of these ports before the context ends."""
    wanted: dict[str, int | None] = dict.fromkeys(Addresses.__dataclass_fields__)
    with assigned(home.ports, wanted | {"gateway": 8080}) as ports:
        yield Addresses(**ports)


async def _together(*work: Coroutine[None, None, None]) -> None:
    """Do several things at a time; the first failure cancels the others and is raised as it is."""
    tasks = [asyncio.create_task(piece) for piece in work]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
