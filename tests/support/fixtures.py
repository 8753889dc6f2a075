"""Fixtures for tests that need real servers. Loaded by tests/conftest.py."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from contextlib import suppress

import nats
import nats.errors
import pytest

from tests.support import servers

_numbers = itertools.count(1)

TemplateDatabase = Callable[[str, Callable[[str], object]], str]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[servers.PostgresServer]:
    """A PostgreSQL server, one per test process."""
    with servers.postgres_server() as server:
        yield server


@pytest.fixture
def database(postgres_server: servers.PostgresServer) -> Iterator[str]:
    """The address (`postgresql+asyncpg://…`) of an empty database, gone after the test."""
    name = f"test_{next(_numbers)}"
    yield postgres_server.create_database(name)
    postgres_server.drop_database(name)


@pytest.fixture(scope="session")
def _migrated() -> set[str]:
    return set()


@pytest.fixture
def template_database(postgres_server: servers.PostgresServer, _migrated: set[str]) -> Iterator[TemplateDatabase]:
    """`template_database(name, migrate)`: the address of a migrated database, gone after the test.

    `migrate(url)` runs once per test process and name; every call clones what it left. It must have closed its
    connections when it returns.
    """
    made: list[str] = []

    def clone(name: str, migrate: Callable[[str], object]) -> str:
        template = f"template_{name}"
        if name not in _migrated:
            postgres_server.drop_database(template)
            migrate(postgres_server.create_database(template))
            _migrated.add(name)
        copy = f"test_{next(_numbers)}_{name}"
        made.append(copy)
        return postgres_server.create_database(copy, template=template)

    yield clone
    for copy in made:
        postgres_server.drop_database(copy)


@pytest.fixture(scope="session")
def nats_server() -> Iterator[servers.NatsServer]:
    """A NATS server with JetStream, one per test process."""
    with servers.nats_server() as server:
        yield server


@pytest.fixture
def nats_url(nats_server: servers.NatsServer) -> Iterator[str]:
    """The address of a NATS server without any stream; the streams a test makes are gone after it."""
    yield nats_server.url
    servers.run_sync(_delete_streams(nats_server.url))


async def _delete_streams(url: str) -> None:
    client = await nats.connect(url, allow_reconnect=False, connect_timeout=5)
    try:
        jetstream = client.jetstream(timeout=5)
        for stream in await jetstream.streams_info():
            if stream.config.name:
                await jetstream.delete_stream(stream.config.name)
    finally:
        with suppress(nats.errors.Error):
            await client.close()
