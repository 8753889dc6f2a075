"""Bad input: each ends as a failed attempt with its own code and a sentence, and leaves nothing on disk."""

from __future__ import annotations

import asyncio

from tests.integration.analyzer.analyzer_process import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, git, history
from tests.integration.analyzer.jobs_peer import JobsPeer


async def test_each_bad_repository_has_its_own_code(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    git_server.add("empty.git")
    git_server.add("binary.git", history(2, text="\0\x01{n}", name="picture.png"))
    git_server.add("good.git", history(2))
    git_server.add("private.git", history(2))
    git_server.tokens["private.git"] = "right"
    git_server.statuses.update({"moved.git": 301, "forbidden.git": 403, "busy.git": 503, "teapot.git": 418})
    broken = git_server.add("broken.git", history(150))  # enough for a pack
    for pack in broken.glob("objects/pack/*"):
        content = bytearray(pack.read_bytes())
        content[len(content) // 2] ^= 0xFF
        pack.chmod(0o644)
        pack.write_bytes(bytes(content))
    shallow = git_server.root / "shallow.git"
    git("clone", "--quiet", "--bare", "--depth=1", f"file://{git_server.root}/good.git", str(shallow))
    analyzer.start()
    cases = {
        "url_not_allowed": "http://127.0.0.1:1/x.git",
        "repository_not_found": git_server.url("missing.git"),
        "credentials_required": git_server.url("private.git"),
        "repository_moved": git_server.url("moved.git"),
        "repository_empty": git_server.url("empty.git"),
        "no_text_files": git_server.url("binary.git"),
        "repository_shallow": git_server.url("shallow.git"),
        "clone_failed": git_server.url("busy.git"),
    }

    asked = {code: await jobs.request(url) for code, url in cases.items()}
    asked["ref_not_found"] = await jobs.request(git_server.url("good.git"), "no-such-branch")
    asked["forbidden"] = await jobs.request(git_server.url("forbidden.git"))
    asked["teapot"] = await jobs.request(git_server.url("teapot.git"))
    asked["option"] = await jobs.request(git_server.url("good.git"), "--upload-pack=x")
    asked["damaged"] = await jobs.request(git_server.url("broken.git"))
    ended = {code: await jobs.ended(job, 60) for code, job in asked.items()}

    assert {type(event).__name__ for event in ended.values()} == {"JobFailed"}
    assert {code: ended[code].code for code in cases} == {code: code for code in cases}
    assert ended["ref_not_found"].code == ended["option"].code == "ref_not_found"
    assert ended["forbidden"].code == "credentials_required"
    assert (ended["teapot"].code, ended["teapot"].retryable) == ("clone_failed", False)
    assert ended["damaged"].code in {"clone_failed", "corrupt_repository"}
    assert [code for code, event in ended.items() if event.retryable and code != "damaged"] == ["clone_failed"]
    assert all(event.message.endswith((".", ".”")) for event in ended.values())
    assert not any(str(analyzer.work) in event.message for event in ended.values())
    await jobs.until(lambda: not analyzer.attempts(), 5)
    assert analyzer.at_work() == []
    good = await jobs.request(git_server.url("good.git"))
    assert type(await jobs.ended(good)).__name__ == "JobCompleted"


async def test_a_redirect_to_the_address_with_git_is_found_without_following(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer
) -> None:
    git_server.add("project.git", history(2))
    git_server.statuses["project"] = 301
    analyzer.start()

    ended = await jobs.ended(await jobs.request(git_server.url("project")))

    assert type(ended).__name__ == "JobCompleted"


async def test_a_credential_that_is_not_enough(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("private.git", history(2))
    git_server.tokens["private.git"] = "right"
    jobs.credential = ("x-access-token", "wrong")
    analyzer.start()

    ended = await jobs.ended(await jobs.request(git_server.url("private.git")))

    assert ended.code == "repository_not_found"


async def test_what_is_too_large_is_stopped(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("large.git", history(60, text="{n}" + "".join(f"{n * n * 7919:x}" for n in range(9000)) + "\n"))
    analyzer.start(MAX_CLONE_BYTES="60000")

    large = await jobs.request(git_server.url("large.git"))

    assert (await jobs.ended(large)).code == "repository_too_large"
    assert analyzer.attempts() == []


async def test_what_is_too_slow_is_stopped(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("slow.git", history(2))
    git_server.add("late.git", history(2))
    git_server.hold("slow.git")
    git_server.hold("late.git")
    analyzer.start(CLONE_SECONDS="2")

    slow = await jobs.request(git_server.url("slow.git"))
    late = await jobs.request(git_server.url("late.git"), seconds=1)

    assert (await jobs.ended(slow)).code == "clone_timeout"
    assert (await jobs.ended(late)).code == "deadline_exceeded"
    assert analyzer.attempts() == []


async def test_no_sign_of_life_is_a_stall(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    git_server.add("stuck.git", history(2))
    git_server.hold("stuck.git")
    analyzer.start(STALL_SECONDS="1.5")

    ended = await jobs.ended(await jobs.request(git_server.url("stuck.git")))

    assert (ended.code, ended.retryable) == ("worker_stalled", True)


async def test_memory_is_bounded_by_the_kernel(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> None:
    # a file that git must hold as a whole, in less than that
    size = 96 * 1024 * 1024
    stream = b"commit refs/heads/main\ncommitter P <p@example.org> 1700000000 +0000\ndata 1\nx\n"
    stream += b"M 100644 inline large\ndata %d\n" % size + b"a line\n\n" * (size // 8) + b"\ndone\n"
    git_server.add("large.git", stream)
    analyzer.start(MEMORY_BYTES=str(64 * 1024 * 1024))

    ended = await asyncio.wait_for(jobs.ended(await jobs.request(git_server.url("large.git"))), 30)

    assert ended.code == "out_of_memory"
