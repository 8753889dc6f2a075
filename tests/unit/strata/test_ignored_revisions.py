"""Lines of commits that `.git-blame-ignore-revs` names belong to whoever git says had them before."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from strata.analysis import analyze
from strata.options import Options
from strata.ownership.ignored import FILE, reassigned
from strata.repository import open_repository
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import ADA, BEN, History, git

ON = Options(ignore_revs=True)


def with_file(folder: Path, content: str) -> str:
    """Adds a commit with the file on top of a bare repository; gives its id."""
    blob = git(folder, "hash-object", "-w", "--stdin", stdin=content.encode()).decode().strip()
    git(folder, "read-tree", "HEAD")
    git(folder, "update-index", "--add", "--cacheinfo", f"100644,{blob},{FILE}")
    tree = git(folder, "write-tree").decode().strip()
    who = [part for role in ("author", "committer") for part in ("-c", f"{role}.name=I", "-c", f"{role}.email=i@e.org")]
    commit = git(folder, *who, "commit-tree", "-p", "HEAD", "-m", "ignore", tree).decode().strip()
    git(folder, "update-ref", "HEAD", commit)
    return commit


def shas(folder: Path) -> list[str]:
    return git(folder, "rev-list", "HEAD").decode().split()


@pytest.fixture
def reformatted(tmp_path: Path) -> Path:
    history = History()
    history.commit({"a.py": "def f(x):\n  return x\n\n\nprint(f(1))\n", "b.py": "y = 1\n"}, author=ADA)
    history.commit({"a.py": "def f(x):\n    return x\n\n\nprint(f(1))\n"}, author=BEN)
    return history.write(tmp_path / "r")


def test_a_reformat_is_ignored(reformatted: Path) -> None:
    listed = shas(reformatted)[0]
    with_file(reformatted, f"# the great reformat\n{listed}\n\nnonsense\n{'1' * 40} # of another repository\n")
    repository = open_repository(reformatted)
    plain, report = analyze(repository), analyze(repository, options=ON)
    assert plain.lines.of(b"a.py")[1] == listed
    assert report.lines.of(b"a.py")[1] != listed
    assert plain.sections["ownership"]["ignored_revisions"] is None
    assert report.sections["ownership"]["ignored_revisions"] == {
        "listed": 2,
        "commits": 1,
        "files": 1,
        "lines": 1,
        "files_left": 0,
    }
    owners = {row["name"]: row["lines"] for row in report.sections["ownership"]["people"]}
    assert "Ben Okri" not in owners
    # what happened is told as it happened
    assert report.sections["survival"] == {
        **plain.sections["survival"],
        "origins": report.sections["survival"]["origins"],
    }
    assert report.sections["contributors"]["churn"] == plain.sections["contributors"]["churn"]


def test_there_is_no_such_file(reformatted: Path) -> None:
    repository = open_repository(reformatted)
    found = analyze(repository, options=ON).sections["ownership"]["ignored_revisions"]
    assert found == {"listed": 0, "commits": 0, "files": 0, "lines": 0, "files_left": 0}


def test_the_time_is_up(reformatted: Path) -> None:
    listed = shas(reformatted)[0]
    head = with_file(reformatted, listed)
    repository = open_repository(reformatted)
    plain = analyze(repository).lines
    with repository.isolated(lambda: False, {}) as git:
        lines, found = reassigned(git, head, plain, seconds=0, workers=1, report=lambda _: None)
    assert lines.of(b"a.py")[1] == listed
    assert (found.lines, found.files_left) == (0, 1)


@pytest.mark.parametrize("seed", range(6))
def test_as_git_says_on_generated_histories(tmp_path: Path, seed: int) -> None:
    folder = generated(seed, commits=40).write(tmp_path / "r")
    every = shas(folder)
    chosen = random.Random(seed).sample(every, len(every) // 4)
    head = with_file(folder, "\n".join(chosen))
    (tmp_path / "revs").write_text("\n".join(chosen))
    report = analyze(open_repository(folder), options=ON)
    for path in report.lines:
        said = git(folder, "blame", "--line-porcelain", f"--ignore-revs-file={tmp_path / 'revs'}", head, "--", path)
        lines = [line.split(b" ") for line in said.split(b"\n")]
        owners = [
            words[0].decode() for words in lines if len(words[0]) == 40 and len(words) in (3, 4) and words[1].isdigit()
        ]
        assert report.lines.of(path) == owners, path


def test_a_state_serves_both(reformatted: Path, tmp_path: Path) -> None:
    listed = shas(reformatted)[0]
    with_file(reformatted, listed)
    repository, state = open_repository(reformatted), tmp_path / "state"
    analyze(repository, rev="HEAD~1", options=ON, state=state)
    report, full = analyze(repository, options=ON, state=state), analyze(repository, options=ON)
    assert report.engine.mode == "incremental"
    assert report.lines.of(b"a.py") == full.lines.of(b"a.py")
    assert analyze(repository, state=state).lines.of(b"a.py")[1] == listed
