"""The keeper of the zoo, between a real bus and a real Git server."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from kit import bus
from kit.settings import NatsSettings
from local_stack.nats import Nats
from tests.integration.analyzer.git_peer import GitPeer
from tests.integration.analyzer.jobs_peer import JobsPeer
from tests.integration.analyzer.zoo.keeper import Keeper
from tests.integration.analyzer.zoo.lying_peer import LyingPeer, lying_peer


@pytest.fixture
async def keeper(
    guarded_nats: Nats, jobs: JobsPeer, git_server: GitPeer, liar: LyingPeer, tmp_path: Path
) -> AsyncIterator[Keeper]:
    settings = NatsSettings(nats_url=guarded_nats.url, nats_user="analyzer", nats_password=SecretStr("analyzer"))
    client = await bus.connect(settings, None, "analyzer")
    keeper = Keeper(client, jobs, tmp_path / "work", (git_server.origin, liar.origin))
    yield keeper
    keeper.workspace.close()
    assert list((tmp_path / "work").glob("analyzer-*")) == []
    await client.close()


@pytest.fixture
def liar() -> Iterator[LyingPeer]:
    with lying_peer() as peer:
        yield peer
