"""The analyzer as a process among real peers: NATS that syncs each message, a Git server, and jobs' place taken."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from kit import bus
from kit.settings import NatsSettings
from local_stack import certificates, process
from local_stack.nats import ADMIN, Nats
from local_stack.ports import free_port
from tests.integration.analyzer.conftest import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, git_peer
from tests.integration.analyzer.jobs_peer import JobsPeer, jobs_peer, tls_files


@dataclass(frozen=True)
class Stand:
    jobs: JobsPeer
    server: GitPeer
    analyzer: AnalyzerProcess


@asynccontextmanager
async def stand(served: Path, **settings: str) -> AsyncIterator[Stand]:
    """All of it at work; `served` has the bare repositories, `settings` are the analyzer's."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        nats = Nats(
            data=folder / "jetstream",
            config=folder / "nats.conf",
            port=free_port(),
            monitor_port=free_port(),
            passwords={user: user for user in ("jobs", "analyzer", ADMIN)},
        )
        nats.configure()
        running = process.launch(nats.program, folder / "nats.log")
        stack.callback(process.halt, running, nats.program)
        await process.until(nats.ready, 15)
        server = stack.enter_context(git_peer(served))
        certificates.issue(folder / "tls", ("jobs", "analyzer"))
        listen = f"127.0.0.1:{free_port()}"
        tls = tls_files(folder / "tls", "analyzer")
        environment = {
            "PATH": os.environ["PATH"],
            "LOG_FORMAT": "console",
            "ANALYZER_NATS_URL": nats.url,
            "ANALYZER_NATS_USER": "analyzer",
            "ANALYZER_NATS_PASSWORD": "analyzer",
            "ANALYZER_JOBS_TARGET": listen,
            "ANALYZER_ALLOWED_ORIGINS": server.origin,
            "ANALYZER_WORK_DIR": str(folder / "work"),
            "ANALYZER_TLS_CA": str(tls.ca),
            "ANALYZER_TLS_CERT": str(tls.cert),
            "ANALYZER_TLS_KEY": str(tls.key),
        }
        analyzer = AnalyzerProcess(folder / "work", folder / "analyzer.log", environment)
        bus_settings = NatsSettings(nats_url=nats.url, nats_user=ADMIN, nats_password=ADMIN)  # type: ignore[arg-type]
        client = await bus.connect(bus_settings, None, ADMIN)
        try:
            async with jobs_peer(client, tls_files(folder / "tls", "jobs"), listen) as jobs:
                analyzer.start(**settings)
                stack.callback(analyzer.stop)
                yield Stand(jobs, server, analyzer)
        finally:
            await client.close()
