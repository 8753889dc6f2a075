"""The analyzer as a process of its own, among real peers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import suppress
from pathlib import Path

import nats
import psutil
import pytest

from local_stack import certificates, process
from local_stack.nats import ADMIN, Nats
from local_stack.ports import free_port
from tests.integration.analyzer.git_peer import GitPeer, git_peer
from tests.integration.analyzer.jobs_peer import JobsPeer, jobs_peer, tls_files
from tests.support.servers import run_sync

USERS = ("jobs", "analyzer", ADMIN)


class AnalyzerProcess:
    """`python -m analyzer.main`, its log, and what it has on disk and at work."""

    def __init__(self, work: Path, log: Path, environment: dict[str, str]) -> None:
        self.work = work
        self._log = log
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, **settings: str) -> None:
        with self._log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "analyzer.main"],
                env=self._environment | {f"ANALYZER_{name}": value for name, value in settings.items()},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )

    @property
    def log(self) -> str:
        return self._log.read_text()

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def descendants(self) -> list[psutil.Process]:
        return psutil.Process(self.pid).children(recursive=True)

    def at_work(self) -> list[psutil.Process]:
        """Every process, anybody's child, whose temporary folder is below ours."""
        found = []
        for running in psutil.process_iter():
            try:
                if running.environ().get("TMPDIR", "").startswith(str(self.work)):
                    found.append(running)
            except psutil.Error:
                continue
        return found

    def commands(self) -> list[tuple[psutil.Process, list[str]]]:
        """Each process at work with its command line; those that end meanwhile are left out."""
        found = []
        for running in self.at_work():
            with suppress(psutil.Error):
                found.append((running, running.cmdline()))
        return found

    def attempts(self) -> list[Path]:
        return list(self.work.glob("analyzer-*/attempt-*"))

    def send(self, which: signal.Signals) -> None:
        assert self._process is not None
        self._process.send_signal(which)

    def wait(self, seconds: float = 15) -> int:
        assert self._process is not None
        return self._process.wait(seconds)

    def stop(self) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(10)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()


@pytest.fixture(scope="session")
def guarded_nats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nats]:
    """A NATS server with the local stack's users and permissions; every password is the user's name."""
    folder = tmp_path_factory.mktemp("nats")
    server = Nats(
        data=folder / "jetstream",
        config=folder / "nats.conf",
        port=free_port(),
        monitor_port=free_port(),
        passwords={user: user for user in USERS},
        durable=False,
    )
    server.configure()
    running = process.launch(server.program, folder / "nats.log")
    try:
        run_sync(process.until(server.ready, 15))
        yield server
    finally:
        process.halt(running, server.program)


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
    tls = tls_files(identities, "analyzer")

    def make() -> AnalyzerProcess:
        environment = {
            "PATH": os.environ["PATH"],
            "LOG_FORMAT": "console",
            "ANALYZER_NATS_URL": guarded_nats.url,
            "ANALYZER_NATS_USER": "analyzer",
            "ANALYZER_NATS_PASSWORD": "analyzer",
            "ANALYZER_JOBS_TARGET": f"127.0.0.1:{jobs_port}",
            "ANALYZER_ALLOWED_ORIGINS": git_server.origin,
            "ANALYZER_WORK_DIR": str(tmp_path / "work"),
            "ANALYZER_TLS_CA": str(tls.ca),
            "ANALYZER_TLS_CERT": str(tls.cert),
            "ANALYZER_TLS_KEY": str(tls.key),
            "ANALYZER_SLOTS": "2",
            "ANALYZER_ENGINE_WORKERS": "1",
        }
        made.append(AnalyzerProcess(tmp_path / "work", tmp_path / f"analyzer-{len(made)}.log", environment))
        return made[-1]

    yield make
    for analyzer in made:
        analyzer.stop()


@pytest.fixture
def analyzer(new_analyzer: Callable[[], AnalyzerProcess]) -> AnalyzerProcess:
    return new_analyzer()
