"""The one place that knows where the tests' servers come from.

By default PostgreSQL and NATS come from PyPI wheels and run as processes; with
`GITSTRATA_TEST_SERVERS=testcontainers` they are containers. Either way they are empty, on loopback, tuned for
speed (nothing survives a power loss), and gone when the context ends.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import asyncpg

from local_stack import nats, postgres, process
from local_stack.guard import Guard
from local_stack.ports import free_port

T = TypeVar("T")

_POSTGRES_IMAGE = "postgres:18-alpine"
_NATS_IMAGE = "nats:2.12-alpine"


def run_sync(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end on a loop in a thread of its own, so that no test's loop is touched."""
    outcome: list[T] = []
    failure: list[BaseException] = []

    def target() -> None:
        try:
            outcome.append(asyncio.run(coroutine))
        except BaseException as error:  # noqa: BLE001 - handed to the caller below
            failure.append(error)

    thread = threading.Thread(target=target)
    thread.start()
    thread.join()
    if failure:
        raise failure[0]
    return outcome[0]


@dataclass(frozen=True)
class PostgresServer:
    """A running server and its superuser."""

    host: str
    port: int
    user: str
    password: str

    def url(self, database: str) -> str:
        """The SQLAlchemy address of a database, as the superuser."""
        return f"postgresql+asyncpg://{quote(self.user)}:{quote(self.password)}@{self.host}:{self.port}/{database}"

    def execute(self, *statements: str) -> None:
        """Run statements as the superuser, each on its own (CREATE DATABASE allows no transaction)."""
        run_sync(self._execute(statements))

    async def _execute(self, statements: tuple[str, ...]) -> None:
        connection = await asyncpg.connect(
            host=self.host,
            port=self.port,
            user=self.user,
            password=self.password,
            database="postgres",
            ssl=False,
        )
        try:
            for statement in statements:
                await connection.execute(statement)
        finally:
            await connection.close()

    def create_database(self, name: str, *, template: str = "template1") -> str:
        """A new database, a copy of `template`; returns its address."""
        self.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY FILE_COPY')
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Remove a database, whoever is still connected to it."""
        self.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@dataclass(frozen=True)
class NatsServer:
    """A running server with JetStream that asks for no credentials."""

    url: str


@contextmanager
def postgres_server(*, durable: bool = False) -> Iterator[PostgresServer]:
    """A fresh PostgreSQL server; one that is `durable` waits for the disk at each commit, as in earnest."""
    if _containers():
        with _postgres_container() as server:
            yield server
        return
    with _folder() as folder:
        server = postgres.Postgres(data=folder / "postgres", port=free_port(), password="postgres", durable=durable)
        server.initialise()
        with running(server.program, folder / "postgres.log"):
            run_sync(process.until(server.ready, 30))
            yield PostgresServer("127.0.0.1", server.port, "postgres", "postgres")


@contextmanager
def nats_server() -> Iterator[NatsServer]:
    """A fresh NATS server with an empty JetStream."""
    if _containers():
        with _nats_container() as server:
            yield server
        return
    with _folder() as folder:
        server = nats.Nats(
            data=folder / "jetstream",
            config=folder / "nats.conf",
            port=free_port(),
            monitor_port=free_port(),
            passwords=None,
            durable=False,
        )
        server.configure()
        with running(server.program, folder / "nats.log"):
            run_sync(process.until(server.ready, 15))
            yield NatsServer(server.url)


def _containers() -> bool:
    chosen = os.environ.get("GITSTRATA_TEST_SERVERS", "wheels")
    if chosen not in {"wheels", "testcontainers"}:
        raise ValueError(f"GITSTRATA_TEST_SERVERS is {chosen!r}: it may be `wheels` or `testcontainers`")
    return chosen == "testcontainers"


@contextmanager
def _folder() -> Iterator[Path]:
    # Not pytest's tmp_path: that is closed to the account which runs PostgreSQL when the tests run as root.
    folder = Path(tempfile.mkdtemp(prefix="gitstrata-tests-"))
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def running(program: process.Program, log: Path) -> Iterator[int]:
    """The process id of a program that is stopped at the end, whatever ends this process."""
    guard = Guard()
    started = process.launch(program, log)
    guard.add(started.pid)
    try:
        yield started.pid
    except TimeoutError as error:
        raise RuntimeError(f"{program.name} did not start:\n{log.read_text()}") from error
    finally:
        process.halt(started, program)
        guard.drop(started.pid)
        guard.close()


@contextmanager
def _postgres_container() -> Iterator[PostgresServer]:
    from testcontainers.community.postgres import PostgresContainer

    # fsync off by command line: the image's entry point hands it to the server
    container = PostgresContainer(_POSTGRES_IMAGE, username="postgres", password="postgres").with_command(
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
    )
    with container:
        yield PostgresServer(
            container.get_container_host_ip(),
            int(container.get_exposed_port(5432)),
            "postgres",
            "postgres",
        )


@contextmanager
def _nats_container() -> Iterator[NatsServer]:
    from testcontainers.community.nats import NatsContainer

    with NatsContainer(_NATS_IMAGE, jetstream=True) as container:
        yield NatsServer(container.nats_uri())
