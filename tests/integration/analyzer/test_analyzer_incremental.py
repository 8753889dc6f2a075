"""An attempt that goes on from what an earlier one left: it fetches little, and says what a full one would."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

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
    append(path, {".gitattributes": "*.gen linguist-generated\n", ".mailmap": "One <person1@example.com>\n"})
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
