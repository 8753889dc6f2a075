"""A service's own Postgres database: engine, wake-ups after commit, and readers of them."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy import make_url
from sqlalchemy.dialects.postgresql import Insert, insert
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from kit import telemetry
from kit.settings import DatabaseSettings

_CHANNEL = "gitstrata"
_GATHER_SECONDS = 0.005


def connect(settings: DatabaseSettings, service: str, url: SecretStr | None = None) -> AsyncEngine:
    """An engine with bounded pool and statement time; on another `url`, of a replica for instance, if one is given."""
    engine = create_async_engine(
        (url or settings.database_url).get_secret_value(),
        pool_size=settings.database_pool_size,
        max_overflow=0,
        # the text of a database error reaches logs, and parameters hold personal fields and ciphertext
        hide_parameters=True,
        connect_args={
            **encrypted(settings.database_tls),
            "server_settings": {
                "application_name": service,
                "statement_timeout": str(int(settings.database_statement_timeout_seconds * 1000)),
                "idle_in_transaction_session_timeout": "60000",
                "timezone": "UTC",
            },
        },
    )
    sa.event.listen(engine.sync_engine, "checkout", _refuse_closed)
    return engine


def encrypted(tls: ssl.SSLContext | None) -> dict[str, Any]:
    """The driver's option for a connection that must be encrypted."""
    return {} if tls is None else {"ssl": tls}


def reading(engine: AsyncEngine) -> AsyncEngine:
    """The same pool for reads of one statement each, which need no transaction around them."""
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def upsert(table: sa.Table) -> Insert:
    """The statement that writes a row of `table` in the place of the one with its primary key. To be made once."""
    key = [column.name for column in table.primary_key.columns]
    statement = insert(table)
    changed = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


async def write_rows(
    connection: AsyncConnection, write: Insert, key: sa.Column[Any], rows: Mapping[Any, Mapping[str, Any] | None]
) -> None:
    """Write rows by `write`, an `upsert`, and delete those that are None; each by its `key`."""
    if gone := [name for name, row in rows.items() if row is None]:
        await connection.execute(sa.delete(key.table).where(key.in_(gone)))
    if shown := [row for row in rows.values() if row is not None]:
        await connection.execute(write, shown)


def _refuse_closed(connection: Any, *_: object) -> None:
    """Have the pool make a new connection in the place of one that the server has ended.

    The driver has noticed already, so this costs nothing; a ping would cost each command a round trip.
    """
    if connection.driver_connection.is_closed():
        raise DisconnectionError("the server ended the connection")


class Wakeups:
    """Tells every replica of a service that something was committed.

    A NOTIFY inside each transaction would serialise all commits, so one notifier per process sends at most one
    every few milliseconds, after commit. A lost wake-up costs a reader its slow timer, never correctness.
    """

    def __init__(self, url: str, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self._committed = asyncio.Event()
        self._sleepers: set[asyncio.Event] = set()

    def notify(self) -> None:
        """Say that a commit was made: to this process at once. Never waits and never fails."""
        self._wake()
        self._committed.set()

    @asynccontextmanager
    async def sleeper(self) -> AsyncIterator[asyncio.Event]:
        """An event that is set after each commit of any replica; the reader clears it."""
        event = asyncio.Event()
        self._sleepers.add(event)
        try:
            yield event
        finally:
            self._sleepers.discard(event)

    def _heard(self, listening: Any, sender: int, *_: object) -> None:
        if sender != listening.get_server_pid():  # our own sleepers know
            self._wake()

    def _wake(self) -> None:
        for event in self._sleepers:
            event.set()

    async def run(self) -> None:
        """Send and receive wake-ups for ever; reconnects by itself."""
        while True:
            try:
                await self._serve()
            except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
                telemetry.log.warning("wake-ups lost their connection", reason=str(error))
                await asyncio.sleep(0.5)

    async def _serve(self) -> None:
        connection = await asyncpg.connect(
            self._dsn, server_settings={"application_name": "wakeups"}, **encrypted(self._tls)
        )
        lost = asyncio.Event()
        connection.add_termination_listener(lambda _: lost.set())
        try:
            await connection.add_listener(_CHANNEL, self._heard)
            self._wake()  # what was committed while nobody listened
            ended = asyncio.create_task(lost.wait())
            try:
                while not lost.is_set():
                    committed = asyncio.create_task(self._committed.wait())
                    await asyncio.wait([committed, ended], return_when=asyncio.FIRST_COMPLETED)
                    committed.cancel()
                    if self._committed.is_set():
                        self._committed.clear()
                        await connection.execute(f"NOTIFY {_CHANNEL}")
                        await asyncio.sleep(_GATHER_SECONDS)
            finally:
                ended.cancel()
            raise ConnectionResetError("the server ended the connection")
        finally:
            with suppress(Exception):
                await connection.close(timeout=1)


async def nap(sleeper: asyncio.Event, seconds: float) -> None:
    """Wait for a wake-up, at most `seconds`."""
    # not wait_for: before Python 3.12 it swallows a cancellation that meets the wake-up
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await sleeper.wait()
    sleeper.clear()
