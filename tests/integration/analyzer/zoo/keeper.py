"""Leads an attempt through the real stages (warden, acquire over HTTP, compute) and says how it ended."""

from __future__ import annotations

import json
import os
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from nats.aio.client import Client

from analyzer.attempt import Attempt
from analyzer.cache import Cache
from analyzer.outcomes import Lease, Outcomes
from analyzer.settings import Settings
from analyzer.states import States
from analyzer.work import Work
from analyzer.workspace import Workspace
from gitstrata_protos.jobs.v1.jobs_service_pb2 import KeepCheckpointRequest, KeepCheckpointResponse
from kit import bus
from kit.blobs import MemoryBlobStore, NatsBlobStore
from tests.integration.analyzer.git_peer import git
from tests.integration.analyzer.jobs_peer import JobsPeer

MIB = 1 << 20
heavy = pytest.mark.skipif(os.environ.get("ZOO") != "1", reason="one of the heavy animals: make zoo")


@dataclass(frozen=True)
class Ended:
    """`code` is COMPLETED or that of the failure; `retryable` says that it is tried again."""

    code: str
    commit: str
    seconds: float
    sections: dict[str, Any] = field(repr=False)
    attempt: Attempt = field(repr=False)
    retryable: bool = False

    @property
    def commits(self) -> int:
        return int(self.sections["overview"]["commits"])

    @property
    def paths(self) -> dict[str, int]:
        """Included files with their lines, as `ownership` lists them."""
        return {item["path"]: item["lines"] for item in self.sections["ownership"]["files"]["items"]}

    @property
    def people(self) -> dict[str, int]:
        """Name → commits."""
        return {item["name"]: item["commits"] for item in self.sections["contributors"]["people"]}

    def owners(self) -> dict[str, Counter[str]]:
        """Path → address → lines."""
        address = {each["id"]: each["emails"][0] for each in self.sections["contributors"]["people"] if each["emails"]}
        return {
            item["path"]: Counter({address[owner["person"]]: owner["lines"] for owner in item["owners"]})
            for item in self.sections["ownership"]["files"]["items"]
        }


class Keeper:
    """Runs one attempt after the other in a workspace of its own."""

    def __init__(self, client: Client, jobs: JobsPeer, work: Path, origins: tuple[str, ...]) -> None:
        js = client.jetstream(timeout=10)
        self._outcomes = Outcomes(bus.Publisher(js, "analyzer"), NatsBlobStore(js, "reports"), client)
        self._jobs = jobs
        self._origins = origins
        self._work = work
        self.workspace = Workspace(work)
        self.workspace.open()

    async def visit(
        self, url: str, ref: str = "", *, seconds: float = 90, ignore_revs: bool = False, **limits: Any
    ) -> Ended:
        """Analyse what is at the address. `limits` are settings of the analyzer."""
        settings = Settings(
            **{
                "nats_url": "",
                "jobs_target": "",
                "tls_ca": "ca",
                "tls_cert": "cert",
                "tls_key": "key",
                "allowed_origins": self._origins,
                "work_dir": self._work,
                "engine_workers": 1,
                "memory_bytes": 1024 * MIB,
                "max_clone_bytes": 512 * MIB,
                **limits,
            }
        )
        job = str(uuid.uuid4())
        states = States(MemoryBlobStore(), _nobody_waits, settings.state_max_bytes)
        attempt = Attempt(settings, self.workspace, self._outcomes, states, Cache(None, 0, 0))
        work = Work(url, ref, None, datetime.now(UTC) + timedelta(seconds=seconds), ignore_revs=ignore_revs)
        began = time.monotonic()
        await attempt.run(Lease(job, 1, str(uuid.uuid4())), work)
        took = time.monotonic() - began
        assert list(self._work.glob("analyzer-*/attempt-*")) == []
        event = await self._jobs.ended(job)
        if type(event).__name__ == "JobFailed":
            return Ended(event.code, "", took, {}, attempt, event.retryable)
        sections = {ref.section: json.loads(await self._jobs.content(ref.blob)) for ref in event.sections}
        return Ended("COMPLETED", event.commit, took, sections, attempt)


async def _nobody_waits(_request: KeepCheckpointRequest) -> KeepCheckpointResponse:
    """Where jobs would note how far an attempt came."""
    return KeepCheckpointResponse()


def blamed(repository: Path, paths: list[str]) -> dict[str, Counter[str]]:
    """Path → address → lines, by `git blame` itself."""
    found = {}
    for path in paths:
        said = git(f"--git-dir={repository}", "--no-replace-objects", "blame", "--line-porcelain", "HEAD", "--", path)
        mails = [line.split(" ", 1)[1] for line in said.split("\n") if line.startswith("author-mail ")]
        found[path] = Counter(mail.strip("<>") for mail in mails)
    return found


def assert_true(ended: Ended, repository: Path) -> None:
    """Commits, files and every file's owners are what git says."""
    assert ended.code == "COMPLETED", ended
    bare = f"--git-dir={repository}"
    assert ended.commit == git(bare, "rev-parse", "HEAD^{commit}").strip()
    assert ended.commits == int(git(bare, "--no-replace-objects", "rev-list", "--count", "HEAD"))
    assert ended.sections["overview"]["merges"] == int(
        git(bare, "--no-replace-objects", "rev-list", "--count", "--merges", "HEAD")
    )
    owners = ended.owners()
    assert owners
    assert owners == blamed(repository, list(owners))
    assert ended.paths == {path: sum(lines.values()) for path, lines in owners.items()}
