"""Runs of every kind, and deaths of every kind, against analyzers as they are: `make analyzer-endurance`.

Two analyzers share a queue. One lives through it all, the other is killed and drained again and again. Every run must
come to one outcome, and at the end nothing may be left: no file, no process, and nothing more of memory, descriptors
and threads in the survivor than it had once it was warm.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import nats
import psutil

from local_stack import certificates
from local_stack.nats import ADMIN
from local_stack.ports import free_port
from tests.integration.analyzer.analyzer_process import AnalyzerProcess, environment, nats_server
from tests.integration.analyzer.git_peer import GitPeer, git, git_peer, history
from tests.integration.analyzer.jobs_peer import JobsPeer, jobs_peer, tls_files
from tests.integration.analyzer.zoo.lying_peer import LyingPeer, lying_peer
from tests.integration.analyzer.zoo.raw import Pack

AT_ONCE = 8
PATIENCE = 180.0  # seconds until a run must have come to an outcome, deaths of its workers included
GOOD = "COMPLETED"
# what a run may come to besides, when something that works for it is killed
DISTURBED = frozenset({"engine_error", "out_of_memory", "clone_failed", "deadline_exceeded", GOOD})


@dataclass(frozen=True)
class Kind:
    """Runs of one kind: where they clone from, how they are expected to end, and until when."""

    url: str
    ends: frozenset[str]
    weight: int
    ref: str = ""
    seconds: float = 3600
    cancelled: bool = False


@dataclass
class Run:
    kind: str
    disturbed: bool = False


@dataclass(frozen=True)
class Size:
    """What a process holds."""

    memory: int
    descriptors: int
    threads: int

    @classmethod
    def of(cls, pid: int) -> Size:
        found = psutil.Process(pid)
        return cls(found.memory_info().rss, found.num_fds(), found.num_threads())


@dataclass
class Result:
    """How it went; `left` names whatever should not be there any more."""

    ended: Counter[str] = field(default_factory=Counter)
    deaths: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    warm: Size | None = None
    last: Size | None = None


class Endurance:
    def __init__(self, jobs: JobsPeer, kinds: dict[str, Kind], analyzers: list[AnalyzerProcess], seed: int) -> None:
        self._jobs, self._kinds = jobs, kinds
        self._survivor, self._victim = analyzers
        self._chance = random.Random(seed)
        self._running: dict[str, Run] = {}
        self.result = Result()

    async def run(self, n: int) -> Result:
        self._survivor.start(HEALTH_LISTEN="")
        self._victim.start(DRAIN_SECONDS="0.5")
        tasks: set[asyncio.Task[None]] = set()
        for number in range(n):
            while len(tasks) >= AT_ONCE:
                done, tasks = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    task.result()
            if number == max(10, n // 10):
                await asyncio.wait(tasks)
                self.result.warm = Size.of(self._survivor.pid)
            tasks.add(asyncio.create_task(self._one()))
            if self._chance.random() < 0.2:
                await self._strike()
            if n >= 100 and number % 50 == 49:
                say(f"{number + 1} of {n}, deaths: {dict(self.result.deaths)}")
        for task in tasks:
            await task
        await self._settle()
        return self.result

    async def _one(self) -> None:
        names = list(self._kinds)
        name = self._chance.choices(names, [self._kinds[each].weight for each in names])[0]
        kind = self._kinds[name]
        job = await self._jobs.request(kind.url, kind.ref, seconds=kind.seconds)
        run = self._running[job] = Run(name)
        try:
            if kind.cancelled:
                # what has not begun cannot be cancelled here: jobs itself would not let it begin
                await self._jobs.until(lambda: job in self._jobs.leases, PATIENCE)
                await asyncio.sleep(self._chance.random() * 2)
                await self._jobs.cancel(job)
            event = await self._jobs.ended(job, PATIENCE)
        except TimeoutError:
            self.result.wrong.append(
                f"{name} came to no outcome: job {job}, {len(self._jobs.leases.get(job, []))} leases"
            )
            return
        finally:
            del self._running[job]
        code = getattr(event, "code", GOOD)
        self.result.ended[f"{name}: {code}"] += 1
        finals = [each for each in self._jobs.kinds(job) if each != "SectionCompleted"]
        if len(finals) != 1 or not (code in kind.ends or (run.disturbed and code in DISTURBED)):
            self.result.wrong.append(f"{name} ended {code}, {finals}: job {job}")

    async def _strike(self) -> None:
        await asyncio.sleep(self._chance.random())
        which = self._chance.choice(("stage", "git", "warden", "analyzer", "drain"))
        for run in self._running.values():
            run.disturbed = True
        self.result.deaths[which] += 1
        match which:
            case "analyzer":
                self._victim.send(signal.SIGKILL)
                self._victim.wait()
                self._victim.start(DRAIN_SECONDS="0.5")
            case "drain":
                self._victim.send(signal.SIGTERM)
                await asyncio.to_thread(self._victim.wait, 30)
                self._victim.start(DRAIN_SECONDS="0.5")
            case _:
                mark = {
                    "stage": ("analyzer.acquire", "analyzer.compute"),
                    "git": ("git",),
                    "warden": ("analyzer.warden",),
                }
                found = [each for each, command in self._survivor.commands() if set(mark[which]) & set(command)]
                if found:
                    with suppress(psutil.Error):
                        self._chance.choice(found).kill()

    async def _settle(self) -> None:
        """Wait for the end of what is under way, and look for what is left."""
        with suppress(TimeoutError):
            async with asyncio.timeout(20):
                while self._survivor.at_work() or self._survivor.attempts():
                    await asyncio.sleep(0.2)
        self.result.last = Size.of(self._survivor.pid)
        self.result.left += [f"process {each}" for each, _ in self._survivor.commands()]
        self.result.left += [f"folder {each}" for each in self._survivor.attempts()]
        self.result.left += [f"child {each}" for each in self._survivor.descendants()]
        for analyzer in (self._survivor, self._victim):
            analyzer.stop()
        work = self._survivor.work
        mirrors = [each for each in (work / "cache").iterdir() if each.is_dir()]
        self.result.left += [f"file {each}" for each in work.iterdir() if each.name not in {"lock", "cache"}]
        self.result.left += [f"half a mirror {each}" for each in mirrors if _broken(each)]


def _broken(mirror: Path) -> bool:
    """Whether that is more or less than what its manifest names, as far as the last start swept."""
    if not (mirror / "mirror.json").exists():
        return True
    return not set(json.loads((mirror / "mirror.json").read_bytes())) <= {
        each.name for each in (mirror / "objects/pack").iterdir()
    }


def say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()


def kinds_of(git_server: GitPeer, liar: LyingPeer) -> dict[str, Kind]:
    """Repositories that are good, bad, slow and gone."""
    git_server.add("good.git", history(30))
    git_server.add("longer.git", history(300))
    git_server.add("held.git", history(3))
    git_server.hold("held.git")
    git_server.add("empty.git")
    git(
        "clone",
        "--quiet",
        "--bare",
        "--depth=3",
        f"file://{git_server.root}/good.git",
        str(git_server.root / "part.git"),
    )
    git_server.statuses["moved.git"] = 301
    pack = Pack()
    head = pack.commit(pack.tree((b"100644", b"a.py", pack.blob(b"a\n"))))
    refs = {"refs/heads/main": head}
    gap = Pack()
    hollow = gap.commit(gap.tree((b"100644", b"a.py", "12" * 20)))
    cut = pack.make()[:-30]

    def kind(url: str, ends: str, weight: int, **more: object) -> Kind:
        return Kind(url, frozenset({ends}), weight, **more)  # type: ignore[arg-type]

    return {
        "good": kind(git_server.url("good.git"), GOOD, 10),
        "longer": kind(git_server.url("longer.git"), GOOD, 4),
        "cancelled": Kind(git_server.url("held.git"), frozenset({"cancelled"}), 6, seconds=20, cancelled=True),
        "late": kind(git_server.url("held.git"), "deadline_exceeded", 5, seconds=1.5),
        "gone": kind(git_server.url("gone.git"), "repository_not_found", 3),
        "moved": kind(git_server.url("moved.git"), "repository_moved", 3),
        "no such ref": kind(git_server.url("good.git"), "ref_not_found", 2, ref="nowhere"),
        "option": kind(git_server.url("good.git"), "ref_not_found", 2, ref="--upload-pack=x"),
        "forbidden": kind("http://169.254.169.254/a/b", "url_not_allowed", 3),
        "empty": kind(git_server.url("empty.git"), "repository_empty", 2),
        "shallow": kind(git_server.url("part.git"), "repository_shallow", 2),
        "hollow": kind(liar.serve("hollow", gap.make(), {"refs/heads/main": hollow}), "corrupt_repository", 3),
        "broken off": kind(liar.serve("cut", cut, refs), "clone_failed", 3),
    }


@asynccontextmanager
async def endurance(folder: Path, seed: int) -> AsyncIterator[Endurance]:
    """All that takes part, below a folder."""
    with ExitStack() as stack:
        bus = stack.enter_context(nats_server(folder))
        (folder / "served").mkdir()
        git_server = stack.enter_context(git_peer(folder / "served"))
        liar = stack.enter_context(lying_peer())
        certificates.issue(folder / "identities", ("jobs", "analyzer"))
        port = free_port()
        told = environment(bus, folder / "identities", port, folder / "work", [git_server.origin, liar.origin])
        told |= {"ANALYZER_CACHE_DIR": str(folder / "work" / "cache"), "ANALYZER_CACHE_MIN_BYTES": "1"}
        analyzers = [AnalyzerProcess(folder / "work", folder / f"{name}.log", told) for name in ("survivor", "victim")]
        for analyzer in analyzers:
            stack.callback(analyzer.stop)
        client = await nats.connect(bus.url, user=ADMIN, password=ADMIN)
        stack.callback(lambda: [event.set() for event in git_server.held.values()])
        async with jobs_peer(client, tls_files(folder / "identities", "jobs"), f"127.0.0.1:{port}") as jobs:
            yield Endurance(jobs, kinds_of(git_server, liar), analyzers, seed)
        await client.close()


async def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="endurance-"))
    async with endurance(folder, asked.seed) as trial:
        result = await trial.run(asked.n)
    say(f"{asked.n} runs in {time.monotonic() - began:.0f} s, seed {asked.seed}")
    for what, count in sorted(result.ended.items()):
        say(f"  {count:5} {what}")
    say(f"deaths: {dict(result.deaths)}")
    say(f"the survivor: warm {result.warm}, at the end {result.last}")
    say(f"left: {result.left or 'nothing'}; wrong: {result.wrong or 'nothing'}")
    if result.left or result.wrong:
        say(f"the logs are in {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
