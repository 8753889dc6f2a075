"""The cache of mirrors with real attempts: less is fetched, nobody sees more, and the report is the same."""

from __future__ import annotations

import asyncio
import random
import re
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.integration.analyzer.analyzer_process import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, git, history
from tests.integration.analyzer.jobs_peer import ACK_WAIT, JobsPeer
from tests.integration.analyzer.test_analyzer_incremental import append, report, tip, told

HOW = re.compile(r"how=(\w+)")


@pytest.fixture
def start(analyzer: AnalyzerProcess, tmp_path: Path) -> Callable[..., None]:
    """Starts the analyzer with a cache."""

    def begin(**more: str) -> None:
        analyzer.start(CACHE_DIR=str(tmp_path / "cache"), CACHE_MIN_BYTES="1", **more)

    return begin


def served(git_server: GitPeer, name: str = "kept.git") -> Path:
    """A repository whose content does not compress."""
    noise = random.Random(name)
    return git_server.add(name, history(20, text="{n} " + noise.randbytes(4_000).hex() + "\n"))


async def analysed(jobs: JobsPeer, git_server: GitPeer, ref: str = "", name: str = "kept.git") -> tuple[Any, int]:
    """The outcome, and the bytes that the server sent for it."""
    before = git_server.sent
    return await jobs.ended(await jobs.request(git_server.url(name), ref)), git_server.sent - before


def fetched(analyzer: AnalyzerProcess) -> list[str]:
    return HOW.findall(analyzer.log)


async def test_the_second_analysis_fetches_what_is_new_and_says_the_same(
    analyzer: AnalyzerProcess, start: Callable[..., None], jobs: JobsPeer, git_server: GitPeer
) -> None:
    path = served(git_server)
    start()
    first, everything = await analysed(jobs, git_server)
    again, nothing = await analysed(jobs, git_server)
    append(path, {"more.py": "a\n"})
    pushed, little = await analysed(jobs, git_server)
    analyzer.stop()
    analyzer.start()
    plain, all_again = await analysed(jobs, git_server)

    assert await report(jobs, first) == await report(jobs, again)
    assert await report(jobs, pushed) == await report(jobs, plain)
    assert pushed.commit == tip(path)
    assert fetched(analyzer) == ["whole", "mirror", "mirror", "whole"]
    assert max(nothing, little) * 4 < everything <= all_again


async def test_a_state_works_beside_it_and_where_it_does_not_the_mirror_does(
    analyzer: AnalyzerProcess, start: Callable[..., None], jobs: JobsPeer, git_server: GitPeer
) -> None:
    path = served(git_server)
    git(f"--git-dir={path}", "config", "uploadpack.allowFilter", "true")
    start()
    first, _ = await analysed(jobs, git_server)
    jobs.state = first.state
    append(path, {"more.py": "a\n"})
    second, _ = await analysed(jobs, git_server)
    git(f"--git-dir={path}", "update-ref", "refs/heads/main", "main~5")
    append(path, {"rewritten.py": "a\n"})
    third, _ = await analysed(jobs, git_server)
    jobs.state = None
    full, _ = await analysed(jobs, git_server)

    assert told(await report(jobs, second)) == ("incremental", None)
    rewritten, whole = await report(jobs, third), await report(jobs, full)
    assert told(rewritten)[0] == told(whole)[0] == "full"
    assert rewritten == whole
    assert fetched(analyzer) == ["whole", "increment", "mirror", "mirror"]


async def test_a_mirror_answers_nobody_whom_the_server_refuses(
    analyzer: AnalyzerProcess, start: Callable[..., None], jobs: JobsPeer, git_server: GitPeer
) -> None:
    served(git_server)
    git_server.tokens["kept.git"] = "right"
    start()
    jobs.credential = ("x-access-token", "right")
    assert type((await analysed(jobs, git_server))[0]).__name__ == "JobCompleted"

    jobs.credential = ("x-access-token", "of somebody else")
    stranger, _ = await analysed(jobs, git_server)
    jobs.credential = None
    nobody, _ = await analysed(jobs, git_server)
    jobs.credential = ("x-access-token", "right")
    git_server.statuses["kept.git"] = 404
    gone, _ = await analysed(jobs, git_server)

    codes = [ended.code for ended in (stranger, nobody, gone)]
    assert codes == ["repository_not_found", "credentials_required", "repository_not_found"]
    assert fetched(analyzer) == ["whole"]


@pytest.mark.parametrize("digits", [40, 12])
async def test_what_the_server_has_no_longer_is_not_analysed(
    analyzer: AnalyzerProcess, start: Callable[..., None], jobs: JobsPeer, git_server: GitPeer, digits: int
) -> None:
    path = served(git_server)
    append(path, {"secret.py": "password\n"})
    secret = tip(path)[:digits]
    start()
    assert (await analysed(jobs, git_server))[0].commit == tip(path)
    assert (await analysed(jobs, git_server, secret))[0].commit == tip(path)
    git(f"--git-dir={path}", "update-ref", "refs/heads/main", "main~1")

    ended, _ = await analysed(jobs, git_server, secret)

    assert ended.code == "ref_not_found"
    assert (await analysed(jobs, git_server))[0].commit == tip(path)
    assert (await analysed(jobs, git_server, tip(path)[:12]))[0].commit == tip(path)
    assert fetched(analyzer) == ["whole", "mirror", "whole", "mirror", "mirror"]


async def test_a_damaged_mirror_is_thrown_away_and_the_repository_fetched_again(
    analyzer: AnalyzerProcess, start: Callable[..., None], jobs: JobsPeer, git_server: GitPeer, tmp_path: Path
) -> None:
    served(git_server)
    start()
    first, _ = await analysed(jobs, git_server)
    for pack in (tmp_path / "cache").glob("*/objects/pack/*.pack"):
        pack.chmod(0o600)
        with pack.open("r+b") as file:  # of the right size, but not what it was
            file.seek(12)
            file.write(b"\xff" * (pack.stat().st_size - 40))

    second, _ = await analysed(jobs, git_server)
    third, _ = await analysed(jobs, git_server)

    assert await report(jobs, second) == await report(jobs, first) == await report(jobs, third)
    assert "a mirror is thrown away" in analyzer.log
    assert fetched(analyzer)[-2:] == ["whole", "mirror"]


async def test_a_killed_analyzer_leaves_no_half_mirror(
    analyzer: AnalyzerProcess, start: Callable[..., None], jobs: JobsPeer, git_server: GitPeer, tmp_path: Path
) -> None:
    path = git_server.add("kept.git", history(1, text=random.Random(1).randbytes(6_000_000).hex() + "\n"))
    cache = tmp_path / "cache"
    start()
    job = await jobs.request(git_server.url("kept.git"))
    async with asyncio.timeout(60):
        while not list(cache.glob("new-*")):
            await asyncio.sleep(0.001)
    analyzer.send(signal.SIGKILL)
    analyzer.wait()

    start()

    assert (await jobs.ended(job, ACK_WAIT + 60)).commit == tip(path)
    assert not list(cache.glob("new-*"))
    again, _ = await analysed(jobs, git_server)
    assert again.commit == tip(path)
    assert fetched(analyzer)[-1] == "mirror"


async def test_concurrent_analyses_share_a_mirror(
    start: Callable[..., None], analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, tmp_path: Path
) -> None:
    path = served(git_server)
    start(SLOTS="3")
    await analysed(jobs, git_server)
    append(path, {"more.py": "a\n"})

    jobs_ = [await jobs.request(git_server.url("kept.git")) for _ in range(6)]
    ended = [await jobs.ended(job, 60) for job in jobs_]

    assert {each.commit for each in ended} == {tip(path)}
    assert fetched(analyzer) == ["whole"] + ["mirror"] * 6
    (mirror,) = [each for each in (tmp_path / "cache").iterdir() if each.is_dir()]
    git(f"--git-dir={mirror}", "fsck", "--connectivity-only")
    assert not list(mirror.rglob("tmp_*"))
