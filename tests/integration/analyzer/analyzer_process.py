"""The analyzer as a process of its own, and a NATS server as the local stack has it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

from local_stack import process
from local_stack.nats import ADMIN, Nats
from local_stack.ports import free_port
from tests.integration.analyzer.jobs_peer import tls_files
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


def environment(
    nats: Nats, identities: Path, jobs_port: int, work: Path, allowed_origins: Sequence[str]
) -> dict[str, str]:
    """What an analyzer of a test is told."""
    tls = tls_files(identities, "analyzer")
    return {
        "PATH": os.environ["PATH"],
        "LOG_FORMAT": "console",
        "ANALYZER_NATS_URL": nats.url,
        "ANALYZER_NATS_USER": "analyzer",
        "ANALYZER_NATS_PASSWORD": "analyzer",
        "ANALYZER_JOBS_TARGET": f"127.0.0.1:{jobs_port}",
        "ANALYZER_ALLOWED_ORIGINS": ",".join(allowed_origins),
        "ANALYZER_WORK_DIR": str(work),
        "ANALYZER_TLS_CA": str(tls.ca),
        "ANALYZER_TLS_CERT": str(tls.cert),
        "ANALYZER_TLS_KEY": str(tls.key),
        "ANALYZER_SLOTS": "2",
        "ANALYZER_ENGINE_WORKERS": "1",
    }


@contextmanager
def nats_server(folder: Path) -> Iterator[Nats]:
    """A NATS server with the local stack's users and permissions; every password is the user's name."""
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
