"""Stores of the kit's tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest
from pydantic import SecretStr

from kit import database
from kit.settings import DatabaseSettings
from kit.store import EventStore
from tests.integration.kit.counters import create_tables


@pytest.fixture
async def store(template_database) -> AsyncIterator[EventStore]:
    url = template_database("kit", create_tables)
    settings = DatabaseSettings(database_url=SecretStr(url))
    engine = database.connect(settings, "test")
    wakeups = database.Wakeups(url)
    running = asyncio.create_task(wakeups.run())
    yield EventStore(engine, wakeups, source="test")
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    await engine.dispose()
