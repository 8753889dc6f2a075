"""A long analysis that is interrupted: the next worker goes on from where it was, and the outcome is the same."""

from __future__ import annotations

import asyncio
import json
import random
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest

from kit.blobs import Blob, NatsBlobStore
from strata.state import load
from tests.integration.analyzer.conftest import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, git
from tests.integration.analyzer.jobs_peer import ACK_WAIT, JobsPeer

NewAnalyzer = Callable[[], AnalyzerProcess]
COMMITS = 8_000


def long_history() -> bytes:
    """Files whose every commit takes a while to compare."""
    dice = random.Random(7)
    files = {f"part{number}.py": [f"line {n} = {dice.random()}" for n in range(400)] for number in range(12)}
    out = bytearray()
    for number in range(COMMITS):
        path = dice.choice(list(files))
        for at in dice.sample(range(400), 60):
            files[path][at] = f"line {at} = {dice.random()}"
        when = f"Person {number % 9} <p{number % 9}@example.com> {1_600_000_000 + number * 3600} +0000"
        out += f"commit refs/heads/main\ncommitter {when}\ndata 5\nstep\n\n".encode()
        for name in files if number == 0 else [path]:
            text = "\n".join(files[name]).encode()
            out += f"M 100644 inline {name}\ndata {len(text)}\n".encode() + text + b"\n"
    return bytes(out) + b"done\n"


@pytest.fixture
def url(git_server: GitPeer) -> str:
    git_server.add("long.git", long_history())
    return git_server.url("long.git")


async def moment(engine: psutil.Process) -> None:
    engine.resume()
    await asyncio.sleep(0.02)
    engine.suspend()
    await asyncio.sleep(0.02)  # what it has told arrives


async def frozen(analyzer: AnalyzerProcess, jobs: JobsPeer, job: str) -> psutil.Process:
    """The process that computes, stopped in the middle of the history: a while after its first section."""
    engine: psutil.Process | None = None
    async with asyncio.timeout(100):
        # it loads its modules meanwhile, which it may do undisturbed
        while engine is None or "how=" not in analyzer.log:
            await asyncio.sleep(0.01)
            found = [process for process, command in analyzer.commands() if "analyzer.compute" in command]
            engine = found[0] if found else None
        # it runs for moments only, so that it does not get away while this process waits for its turn
        while not jobs.outcomes.get(job):
            await moment(engine)
        begun = engine.cpu_times().user
        while engine.cpu_times().user < begun + 0.4:
            await moment(engine)
    assert "JobCompleted" not in jobs.kinds(job)
    return engine


async def document(jobs: JobsPeer, completed: Any) -> dict[str, Any]:
    assert type(completed).__name__ == "JobCompleted", completed
    head: dict[str, Any] = json.loads(await jobs.content(completed.head))
    return {**head, **{ref.section: json.loads(await jobs.content(ref.blob)) for ref in completed.sections}}


async def done(jobs: JobsPeer, job: str, folder: Path) -> int:
    """How many comparisons of files and visits of commits the last checkpoint holds."""
    ref = jobs.checkpoints[job][-1].checkpoint.blob
    with (folder / "checkpoint").open("x+b") as file:
        blob = Blob(sha256=ref.sha256, size=ref.size, encoding=ref.encoding, media_type=ref.media_type)
        await NatsBlobStore(jobs.js, "states").get_file(blob, file)
    state = load(folder / "checkpoint")
    visits = state.columns.get("replay.done")
    return state.columns["hunks.sizes"].size + (int(visits[0]) if visits is not None else 0)


async def taking_work(analyzer: AnalyzerProcess) -> None:
    async with asyncio.timeout(15):
        while "taking work" not in analyzer.log:
            await asyncio.sleep(0.05)


async def test_a_drained_worker_leaves_a_checkpoint_and_the_next_goes_on_from_it(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, git_server: GitPeer, url: str, tmp_path: Path
) -> None:
    first, second = new_analyzer(), new_analyzer()
    first.start(DRAIN_SECONDS="0.3", SLOTS="1")
    job = await jobs.request(url)
    engine = await frozen(first, jobs, job)
    begun_with = git(f"--git-dir={git_server.root / 'long.git'}", "rev-parse", "main").strip()

    first.send(signal.SIGTERM)
    await asyncio.sleep(1)  # the grace is over, and a checkpoint has been asked for
    engine.resume()
    await jobs.until(lambda: job in jobs.checkpoints, 20)
    assert first.wait(30) == 0
    stream = f"commit refs/heads/main\ncommitter P <p@e.org> 1800000000 +0000\ndata 4\nmore\nfrom {begun_with}\n"
    git(f"--git-dir={git_server.root / 'long.git'}", "fast-import", "--quiet", stdin=f"{stream}done\n".encode())
    second.start()
    completed = await jobs.ended(job, 60)

    resumed = await document(jobs, completed)
    assert completed.commit == begun_with  # not where the branch is by now: what was done would be worth nothing
    assert resumed["engine"].pop("mode") == "resumed"
    assert jobs.checkpoints[job][-1].lease == jobs.leases[job][0]
    assert await done(jobs, job, tmp_path) > 100  # what the second had not to do again
    assert jobs.kinds(job).count("JobCompleted") == 1
    git(f"--git-dir={git_server.root / 'long.git'}", "update-ref", "refs/heads/main", begun_with)
    full = await document(jobs, await jobs.ended(await jobs.request(url), 60))
    assert full["engine"].pop("mode") == "full"
    del resumed["engine"]["reason"], full["engine"]["reason"]
    assert resumed == full


async def test_a_killed_worker_loses_no_more_than_since_its_last_checkpoint(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, url: str
) -> None:
    first, second = new_analyzer(), new_analyzer()
    first.start(CHECKPOINT_SECONDS="0.1", SLOTS="1")
    job = await jobs.request(url)
    await jobs.until(lambda: job in jobs.checkpoints, 60)

    first.send(signal.SIGKILL)
    first.wait()
    assert "JobCompleted" not in jobs.kinds(job)
    second.start(SLOTS="1")
    completed = await jobs.ended(job, ACK_WAIT + 60)

    assert (await document(jobs, completed))["engine"]["mode"] == "resumed"
    assert len(jobs.leases[job]) == 2
    assert jobs.kinds(job).count("JobCompleted") == 1


async def test_a_checkpoint_that_is_gone_or_damaged_means_from_the_beginning(
    new_analyzer: NewAnalyzer, jobs: JobsPeer, url: str
) -> None:
    first, second = new_analyzer(), new_analyzer()
    first.start(CHECKPOINT_SECONDS="0.1", SLOTS="1")
    job = await jobs.request(url)
    await jobs.until(lambda: job in jobs.checkpoints, 60)
    first.send(signal.SIGKILL)
    first.wait()
    jobs.checkpoints[job][-1].checkpoint.blob.sha256 = "0" * 64

    second.start(SLOTS="1")
    completed = await jobs.ended(job, ACK_WAIT + 60)

    assert (await document(jobs, completed))["engine"]["mode"] == "full"
