"""The analyzer among real peers."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import nats
import pytest

from local_stack import certificates
from local_stack.nats import ADMIN, Nats
from local_stack.ports import free_port
from tests.integration.analyzer.analyzer_process import AnalyzerProcess, environment, nats_server
from tests.integration.analyzer.git_peer import GitPeer, git_peer
from tests.integration.analyzer.jobs_peer import JobsPeer, jobs_peer, tls_files


@pytest.fixture(scope="session")
def guarded_nats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nats]:
    """A NATS server with the local stack's users and permissions; every password is the user's name."""
    with nats_server(tmp_path_factory.mktemp("nats")) as server:
        yield server


@pytest.fixture
async def admin(guarded_nats: Nats) -> AsyncIterator[nats.NATS]:
    """A connection that may do everything; the streams a test made are gone after it."""
    client = await nats.connect(guarded_nats.url, user=ADMIN, password=ADMIN)
    try:
        yield client
    finally:
        js = client.jetstream()
        for stream in await js.streams_info():
            await js.delete_stream(str(stream.config.name))
        await client.close()


@pytest.fixture(scope="session")
def identities(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    certificates.issue(folder, ("jobs", "analyzer", "gateway"))
    return folder


@pytest.fixture
def jobs_port() -> int:
    return free_port()


@pytest.fixture
async def jobs(admin: nats.NATS, identities: Path, jobs_port: int) -> AsyncIterator[JobsPeer]:
    async with jobs_peer(admin, tls_files(identities, "jobs"), f"127.0.0.1:{jobs_port}") as peer:
        yield peer


@pytest.fixture
def git_server(tmp_path: Path) -> Iterator[GitPeer]:
    root = tmp_path / "served"
    root.mkdir()
    with git_peer(root) as peer:
        yield peer


@pytest.fixture
def new_analyzer(
    guarded_nats: Nats, identities: Path, jobs_port: int, git_server: GitPeer, tmp_path: Path
) -> Iterator[Callable[[], AnalyzerProcess]]:
    """Makes an analyzer process that is not started yet; all of a test share one work folder."""
    made: list[AnalyzerProcess] = []

    def make() -> AnalyzerProcess:
        told = environment(guarded_nats, identities, jobs_port, tmp_path / "work", [git_server.origin])
        made.append(AnalyzerProcess(tmp_path / "work", tmp_path / f"analyzer-{len(made)}.log", told))
        return made[-1]

    yield make
    for analyzer in made:
        analyzer.stop()


@pytest.fixture
def analyzer(new_analyzer: Callable[[], AnalyzerProcess]) -> AnalyzerProcess:
    return new_analyzer()
