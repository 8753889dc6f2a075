"""What the kernel and git are told: limits, no network for the engine, no address but the checked one."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from analyzer import kernel
from analyzer.clone import clone
from analyzer.failures import AttemptFailed
from analyzer.source import Source
from kit.addresses import Origin
from tests.integration.analyzer.analyzer_process import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, history
from tests.integration.analyzer.jobs_peer import JobsPeer

linux = pytest.mark.skipif(sys.platform != "linux", reason="isolation by the kernel is Linux's")


def stage(analyzer: AnalyzerProcess, name: str) -> psutil.Process | None:
    return next((process for process, command in analyzer.commands() if name in command), None)


@linux
async def test_the_engine_has_no_network_no_credential_and_limits(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    git_server.add("good.git", history(300))
    git_server.tokens["good.git"] = "s3cret-of-the-test"
    jobs.credential = ("x-access-token", "s3cret-of-the-test")
    analyzer.start(MEMORY_BYTES="1000000000", MAX_CLONE_BYTES="500000000")
    job = await jobs.request(git_server.url("good.git"))
    async with asyncio.timeout(20):
        while (engine := stage(analyzer, "analyzer.compute")) is None:
            await asyncio.sleep(0.005)
    engine.suspend()

    proc = Path(f"/proc/{engine.pid}")
    network = (proc / "ns/net").readlink()
    status = (proc / "status").read_text()
    environment = engine.environ()
    limits = {which: engine.rlimit(which)[1] for which in (psutil.RLIMIT_DATA, psutil.RLIMIT_FSIZE, psutil.RLIMIT_CORE)}
    score = int((proc / "oom_score_adj").read_text())
    engine.resume()

    assert network != Path("/proc/self/ns/net").readlink()
    assert "NoNewPrivs:\t1" in status
    assert limits == {psutil.RLIMIT_DATA: 10**9, psutil.RLIMIT_FSIZE: 5 * 10**8, psutil.RLIMIT_CORE: 0}
    assert score == 900
    assert not any("s3cret" in value or "ANALYZER" in name for name, value in environment.items())
    assert type(await jobs.ended(job)).__name__ == "JobCompleted"


@linux
def test_a_process_without_rights_can_give_up_its_network_too() -> None:
    script = (
        "import os\n"
        "from analyzer import kernel\n"
        "if os.getuid() == 0: os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "before = os.readlink('/proc/self/ns/net')\n"
        "cut = kernel.cut_network()\n"
        "print(cut, before != os.readlink('/proc/self/ns/net'), os.getuid() != 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    cut, another, ordinary = done.stdout.split()
    assert ordinary == "True"
    assert cut == another  # some kernels forbid user namespaces: then it says so


def test_git_connects_to_the_checked_address_whatever_the_name_is(git_server: GitPeer, tmp_path: Path) -> None:
    git_server.add("good.git", history(2))
    origin = Origin("http", "git.invalid", git_server.port)

    clone(
        Source(f"http://git.invalid:{git_server.port}/good.git", origin, ("127.0.0.1",)), tmp_path / "a", None, _quiet
    )

    assert (tmp_path / "a" / "packed-refs").exists()
    assert not (tmp_path / "a" / "hooks").exists()


def test_git_does_not_resolve_the_name_again(git_server: GitPeer, tmp_path: Path) -> None:
    git_server.add("good.git", history(2))
    origin = Origin("http", "localhost", git_server.port)

    with pytest.raises(AttemptFailed) as caught:
        clone(
            Source(f"http://localhost:{git_server.port}/good.git", origin, ("127.0.0.77",)),
            tmp_path / "a",
            None,
            _quiet,
        )

    assert caught.value.failure.code == "clone_failed"
    assert git_server.asked == []


def test_the_kernel_is_asked_politely() -> None:
    assert kernel.die_with_parent(0) == (sys.platform == "linux")


def _quiet(_: object) -> None:
    pass
