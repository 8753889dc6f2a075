"""An attempt that goes on from what an earlier one left: it fetches little, and says what a full one would."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kit.blobs import NatsBlobStore
from tests.integration.analyzer.conftest import AnalyzerProcess
from tests.integration.analyzer.git_peer import GitPeer, git, history
from tests.integration.analyzer.jobs_peer import JobsPeer

Change = Callable[[Path], None]


async def report(jobs: JobsPeer, completed: Any) -> dict[str, Any]:
    """The whole document."""
    assert type(completed).__name__ == "JobCompleted", completed
    document: dict[str, Any] = json.loads(await jobs.content(completed.head))
    sections = {ref.section: json.loads(await jobs.content(ref.blob)) for ref in completed.sections}
    return {**document, "sections": sections}


def told(document: dict[str, Any]) -> tuple[str, str | None]:
    engine = document["engine"]
    return engine.pop("mode"), engine.pop("reason")


def committed(repository: Path, *arguments: str) -> str:
    return git(f"--git-dir={repository}", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments).strip()


def append(repository: Path, files: dict[str, str], *, branch: str = "main", time: int = 1_750_000_000) -> None:
    """A commit on a branch, as a push would leave it."""
    tip = git(f"--git-dir={repository}", "rev-parse", branch).strip()
    person = f"Person 3 <person3@example.com> {time} +0000"
    out = f"commit refs/heads/{branch}\ncommitter {person}\ndata 4\nmore\nfrom {tip}\n".encode()
    for name, text in files.items():
        out += b"M 100644 inline %s\ndata %d\n%s\n" % (name.encode(), len(text.encode()), text.encode())
    git(f"--git-dir={repository}", "fast-import", "--quiet", stdin=out + b"done\n")


def merge_of_an_old_branch(repository: Path) -> None:
    """A branch that began before the state and is merged after it."""
    git(f"--git-dir={repository}", "branch", "side", "main~8")
    append(repository, {"side.py": "one\ntwo\n"}, branch="side", time=1_700_050_000)
    append(repository, {"side.py": "one\ntwo\nthree\n"}, branch="side", time=1_750_000_000)
    append(repository, {"main.py": "x\n"})
    tree = git(f"--git-dir={repository}", "merge-tree", "--write-tree", "main", "side").strip()
    made = committed(repository, "commit-tree", "-m", "merge", "-p", "main", "-p", "side", tree)
    git(f"--git-dir={repository}", "update-ref", "refs/heads/main", made)


def rename_and_edit(repository: Path) -> None:
    text = git(f"--git-dir={repository}", "cat-file", "blob", "main:file.py")
    out = f"commit refs/heads/main\ncommitter P <p@e.org> 1750000000 +0000\ndata 4\nmove\nfrom {tip(repository)}\n"
    moved = f"R file.py lib/moved.py\nM 100644 inline lib/new.py\ndata {len(text)}\n{text}\n"
    git(f"--git-dir={repository}", "fast-import", "--quiet", stdin=(out + moved + "done\n").encode())
    append(repository, {"lib/moved.py": "first\n" + text})


def tip(repository: Path) -> str:
    return git(f"--git-dir={repository}", "rev-parse", "main").strip()


def tags(repository: Path) -> None:
    append(repository, {"file.py": "short\n"})
    committed(repository, "tag", "-a", "-m", "old", "v0.5", "main~9")
    committed(repository, "tag", "-a", "-m", "new", "v2", "main")
    git(f"--git-dir={repository}", "tag", "light", "main~12")
    git(f"--git-dir={repository}", "tag", "-d", "v1")


# what an analysis reads at head although no push has changed it
READ = {
    "web/package.json": '{"name": "web", "license": "MIT", "dependencies": {"left-pad": "^1.3.0"}}\n',
    "requirements.txt": "flask>=3\n",
    "LICENSE": "Permission to use, copy, modify, and/or distribute this software for any purpose\n",
}
CHANGES: dict[str, Change] = {
    "nothing but a tag": lambda path: committed(path, "tag", "v3", "main~2") and None,
    "commits": lambda path: [append(path, {"file.py": f"{n}\n", f"new{n}.py": "a\nb\n"}) for n in range(3)] and None,
    "attributes": lambda path: append(path, {"docs/x.md": "# x\n", ".mailmap": "Q <q@e.org> <person3@example.com>\n"}),
    "merge": merge_of_an_old_branch,
    "rename": rename_and_edit,
    "tags": tags,
}


@pytest.mark.parametrize("change", CHANGES)
async def test_a_push_costs_its_own_commits_and_the_report_is_that_of_a_full_run(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, change: str
) -> None:
    path = git_server.add("grown.git", history(30))
    append(path, {".gitattributes": "*.gen linguist-generated\n", ".mailmap": "One <person1@example.com>\n", **READ})
    committed(path, "tag", "-a", "-m", "one", "v1", "main~5")
    git(f"--git-dir={path}", "tag", "early", "main~20")
    git(f"--git-dir={path}", "config", "uploadpack.allowFilter", "true")
    analyzer.start()
    url = git_server.url("grown.git")
    first = await jobs.ended(await jobs.request(url))
    jobs.state = first.state
    assert (first.state.commit, first.state.engine_version) == (first.commit, first.engine_version)
    CHANGES[change](path)

    second = await jobs.ended(await jobs.request(url))
    jobs.state = None
    third = await jobs.ended(await jobs.request(url))

    incremental, full = await report(jobs, second), await report(jobs, third)
    assert told(incremental) == ("incremental", None)
    assert told(full) == ("full", "there was no state yet")
    assert incremental == full
    assert second.tags_digest == third.tags_digest
    assert "everything is fetched" not in analyzer.log
    assert second.state.commit == tip(path)


@pytest.fixture
async def left(analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer) -> Path:
    """A repository whose first analysis has left a state."""
    path = git_server.add("left.git", history(30))
    git(f"--git-dir={path}", "config", "uploadpack.allowFilter", "true")
    analyzer.start()
    jobs.state = (await jobs.ended(await jobs.request(git_server.url("left.git")))).state
    return path


async def both(jobs: JobsPeer, url: str, ref: str = "", **options: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """The reports with the state that is offered, and without."""
    one = await report(jobs, await jobs.ended(await jobs.request(url, ref, **options)))
    state, jobs.state = jobs.state, None
    two = await report(jobs, await jobs.ended(await jobs.request(url, ref, **options)))
    jobs.state = state
    return one, two


def rewritten(path: Path) -> None:
    git(f"--git-dir={path}", "update-ref", "refs/heads/main", "main~3")
    append(path, {"file.py": "else\n"}, time=1_790_000_000)


def older(path: Path) -> None:
    git(f"--git-dir={path}", "update-ref", "refs/heads/main", "main~3")


def other_files_count(path: Path) -> None:
    append(path, {".gitattributes": "file.py linguist-vendored\n", "b.py": "b\n"})


REWRITTEN = "the commit of the state is no longer there"
NOT_USED: dict[str, tuple[Change, str]] = {
    "rewritten": (rewritten, REWRITTEN),
    "an older commit": (older, REWRITTEN),
    "other files count": (other_files_count, "other files count than before"),
}


@pytest.mark.parametrize("case", NOT_USED)
async def test_what_a_state_says_nothing_of_is_read_in_full(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, left: Path, case: str
) -> None:
    change, reason = NOT_USED[case]
    change(left)

    one, two = await both(jobs, git_server.url("left.git"))

    assert told(one) == ("full", reason)
    assert told(two)[0] == "full"
    assert one == two


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        ("gone", "the state is no longer kept"),
        ("engine", "the state is of engine 0.0"),
        ("size", "the state is damaged"),
        ("foreign", "the state is of another form"),
        ("commit", None),
    ],
)
async def test_a_state_that_cannot_be_used_is_no_failure_and_the_reason_is_told(
    jobs: JobsPeer, git_server: GitPeer, left: Path, harm: str, reason: str | None
) -> None:
    append(left, {"file.py": "new\n"})
    assert jobs.state is not None
    match harm:
        case "gone":
            jobs.state.blob.sha256 = "0" * 64
        case "engine":
            jobs.state.engine_version = "0.0"
        case "size":
            jobs.state.blob.size -= 1
        case "foreign":
            blob = await NatsBlobStore(jobs.js, "states").put(b"{}" * 20, "x")
            stored = await NatsBlobStore(jobs.js, "states").get(blob)
            jobs.state.blob.sha256, jobs.state.blob.size = hashlib.sha256(stored).hexdigest(), len(stored)
            with io.BytesIO(stored) as file:
                await NatsBlobStore(jobs.js, "states").put_file(file, "x")
        case _:
            jobs.state.commit = "1" * 40

    one, two = await both(jobs, git_server.url("left.git"))

    mode = told(one)
    assert mode == (("full", reason) if reason else ("incremental", None))
    told(two)
    assert one == two


async def test_a_server_that_knows_no_filter_sends_more_and_it_does(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, left: Path
) -> None:
    git(f"--git-dir={left}", "config", "uploadpack.allowFilter", "false")
    append(left, {"file.py": "new\n", "b.py": "b\n"})
    one, two = await both(jobs, git_server.url("left.git"))
    assert (told(one)[0], told(two)[0]) == ("incremental", "full")
    assert one == two
    assert "everything is fetched" not in analyzer.log


async def test_the_default_branch_may_be_called_otherwise(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, left: Path
) -> None:
    git(f"--git-dir={left}", "branch", "-m", "main", "trunk")
    git(f"--git-dir={left}", "symbolic-ref", "HEAD", "refs/heads/trunk")
    append(left, {"b.py": "b\n"}, branch="trunk")
    one, two = await both(jobs, git_server.url("left.git"))
    assert (told(one)[0], told(two)[0]) == ("incremental", "full")
    assert one == two
    assert one["repository"]["branch"] == "trunk"


async def test_an_address_that_leads_to_the_one_with_git_is_enough(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, left: Path
) -> None:
    git_server.statuses["left"] = 301
    append(left, {"b.py": "b\n"})
    one, two = await both(jobs, git_server.url("left"))
    assert (told(one)[0], told(two)[0]) == ("incremental", "full")
    assert one == two
    assert "everything is fetched" not in analyzer.log


@pytest.mark.parametrize("ref", ["main", "feature/x", "v9", "HEAD~1", "abbreviated"])
async def test_what_is_asked_for_may_be_anything(jobs: JobsPeer, git_server: GitPeer, left: Path, ref: str) -> None:
    append(left, {"b.py": "b\n"})
    git(f"--git-dir={left}", "branch", "feature/x", "main")
    append(left, {"c.py": "c\n"}, branch="feature/x")
    committed(left, "tag", "-a", "-m", "nine", "v9", "main")
    asked = git(f"--git-dir={left}", "rev-parse", "--short", "main").strip() if ref == "abbreviated" else ref
    if ref == "HEAD~1":
        asked = git(f"--git-dir={left}", "rev-parse", "main").strip()
    one, two = await both(jobs, git_server.url("left.git"), asked)
    assert (told(one)[0], told(two)[0]) == ("incremental", "full")
    assert one == two


async def test_a_branch_that_is_gone_or_a_repository_that_is_hidden_is_said(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, left: Path
) -> None:
    url = git_server.url("left.git")
    assert (await jobs.ended(await jobs.request(url, "feature/y"))).code == "ref_not_found"
    assert "what is new does not do" not in analyzer.log  # nothing more would help
    git_server.tokens["left.git"] = "secret"
    assert (await jobs.ended(await jobs.request(url))).code == "credentials_required"
    git_server.statuses["left.git"] = 404
    assert (await jobs.ended(await jobs.request(url))).code == "repository_not_found"


async def test_what_needs_old_files_is_fetched_whole_and_costs_no_full_analysis(
    analyzer: AnalyzerProcess, jobs: JobsPeer, git_server: GitPeer, left: Path
) -> None:
    """A merge brings back what a file was when a branch began: who wrote those lines is asked of git."""
    git(f"--git-dir={left}", "branch", "side", "main~4")
    text = git(f"--git-dir={left}", "cat-file", "blob", "side:file.py")
    append(left, {"file.py": "side\n" + text}, branch="side")
    append(left, {"file.py": "side\n"})
    made = committed(left, "commit-tree", "-m", "merge", "-p", "main", "-p", "side", "side^{tree}")
    git(f"--git-dir={left}", "update-ref", "refs/heads/main", made)
    one, two = await both(jobs, git_server.url("left.git"))
    assert "what is new does not do" in analyzer.log
    assert (told(one)[0], told(two)[0]) == ("incremental", "full")
    assert one == two


async def test_ignored_revisions_are_asked_of_the_whole_history(
    jobs: JobsPeer, git_server: GitPeer, left: Path
) -> None:
    listed = git(f"--git-dir={left}", "rev-parse", "main~2").strip()
    append(left, {".git-blame-ignore-revs": f"{listed}\n"})
    one, two = await both(jobs, git_server.url("left.git"), ignore_revs=True)
    assert (told(one)[0], told(two)[0]) == ("incremental", "full")
    assert one == two
    assert one["sections"]["ownership"]["ignored_revisions"]["commits"] == 1


async def test_nothing_is_kept_nor_used_where_the_operator_wants_none(
    new_analyzer: Callable[[], AnalyzerProcess], jobs: JobsPeer, git_server: GitPeer
) -> None:
    git_server.add("none.git", history(5))
    new_analyzer().start(STATE_MAX_BYTES="0")
    completed = await jobs.ended(await jobs.request(git_server.url("none.git")))
    assert not completed.HasField("state")
    assert told(await report(jobs, completed)) == ("full", None)


async def test_a_state_that_is_too_large_is_not_kept(
    new_analyzer: Callable[[], AnalyzerProcess], jobs: JobsPeer, git_server: GitPeer
) -> None:
    git_server.add("large.git", history(5))
    new_analyzer().start(STATE_MAX_BYTES="100")
    completed = await jobs.ended(await jobs.request(git_server.url("large.git")))
    assert type(completed).__name__ == "JobCompleted"
    assert not completed.HasField("state")
