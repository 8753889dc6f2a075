"""The servers and fixtures that the other integration tests stand on."""

from __future__ import annotations

import asyncpg
import nats
import pytest
from nats.js.errors import NotFoundError

from tests.support import servers


async def _fetch(url: str, query: str) -> list[asyncpg.Record]:
    connection = await asyncpg.connect(url.replace("+asyncpg", ""))
    try:
        return await connection.fetch(query)
    finally:
        await connection.close()


@pytest.mark.parametrize("round_", [1, 2])
async def test_every_test_gets_an_empty_database(database: str, round_: int) -> None:
    assert await _fetch(database, "SELECT 1 FROM pg_tables WHERE schemaname = 'public'") == []
    await _fetch(database, "CREATE TABLE leftover ()")


async def test_a_dropped_database_is_gone_though_somebody_is_connected(
    postgres_server: servers.PostgresServer,
) -> None:
    connection = await asyncpg.connect(postgres_server.create_database("held").replace("+asyncpg", ""))
    postgres_server.drop_database("held")
    with pytest.raises(asyncpg.InvalidCatalogNameError):
        await asyncpg.connect(postgres_server.url("held").replace("+asyncpg", ""))
    connection.terminate()


_migrations: list[str] = []


def _migrate(url: str) -> None:
    _migrations.append(url)
    servers.run_sync(_fetch(url, "CREATE TABLE things (id int); "))


@pytest.mark.parametrize("round_", [1, 2, 3])
async def test_a_template_is_migrated_once_and_cloned_per_test(template_database, round_: int) -> None:
    url = template_database("things", _migrate)
    assert await _fetch(url, "SELECT * FROM things") == []
    await _fetch(url, "INSERT INTO things VALUES (1)")
    assert len(_migrations) == 1


async def test_two_clones_in_one_test_are_apart(template_database) -> None:
    one, other = (template_database("things", _migrate) for _ in range(2))
    await _fetch(one, "INSERT INTO things VALUES (1)")
    assert await _fetch(other, "SELECT * FROM things") == []


@pytest.mark.parametrize("round_", [1, 2])
async def test_every_test_gets_a_jetstream_without_streams(nats_url: str, round_: int) -> None:
    client = await nats.connect(nats_url, allow_reconnect=False)
    jetstream = client.jetstream()
    with pytest.raises(NotFoundError):
        await jetstream.stream_info("LEFTOVER")
    await jetstream.add_stream(name="LEFTOVER", subjects=["leftover.>"])
    assert (await jetstream.publish("leftover.one", b"1")).seq == 1
    await client.close()


async def test_a_failure_in_a_thread_reaches_the_caller() -> None:
    async def fail() -> None:
        raise LookupError("so it is")

    with pytest.raises(LookupError, match="so it is"):
        servers.run_sync(fail())


def test_an_unknown_origin_of_servers_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITSTRATA_TEST_SERVERS", "podman")
    with pytest.raises(ValueError, match="testcontainers"), servers.postgres_server():
        pass
