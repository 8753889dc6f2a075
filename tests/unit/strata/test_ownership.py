from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from strata.analysis import analyze
from strata.errors import Cancelled
from strata.history.commits import read_commits
from strata.ownership.blame import blame_files
from strata.progress import Progress
from strata.repository import open_repository
from strata.stack.inventory import read_inventory
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import BEN, History, blamed, git, text_files


def assert_equal_to_blame(folder: Path, rev: str = "HEAD") -> None:
    lines = analyze(open_repository(folder), rev=rev).lines
    paths = text_files(folder, rev)

    assert sorted(lines) == sorted(paths)
    for path in paths:
        assert lines.of(path) == blamed(folder, path, rev), path


def test_the_hard_cases(tmp_path: Path) -> None:
    history = History()
    body = "".join(f"line {number}\n" for number in range(30))
    odd: dict[str | bytes, str | bytes | None] = {
        "new\nline.txt": "a\nb\n",
        'quo"ted.txt': "a\n",
        "tab\t.txt": "a\n",
        b"latin-\xe9.txt": b"\xe9\xe8\nx\n",
        "-n": "dash\n",
        ":(glob)*": "magic\n",
        "한글.txt": "글\n",
        "space .txt": "a\n",
    }
    history.commit({"a.txt": body, "crlf.txt": "a\r\nb\r\nc\r\n", "open.txt": "a\nb", "empty.txt": "", **odd})
    history.commit({"crlf.txt": "a\r\nB\r\nc\n", "open.txt": "a\nb\nc"}, author=BEN)
    history.commit(renames={"a.txt": "dir/b.txt"})
    history.commit({"dir/b.txt": body.replace("line 5\n", "five\n"), b"latin-\xe9.txt": b"\xe9\xe8\ny\n"}, author=BEN)
    history.commit({"dir/b.txt": body.replace("line 9\n", "nine\n")}, branch="side", start="main")
    history.commit({"dir/b.txt": body.replace("line 5\n", "five\n") + "end\n"})
    merged = body.replace("line 5\n", "five\n").replace("line 9\n", "nine\n") + "end\n"
    history.commit({"dir/b.txt": merged}, merge=("side",), author=BEN)
    history.commit({"bin": b"a\0b", "flip": b"\0"}, links={"link": "a.txt"})
    history.commit({"flip": "text\n", "dir/b.txt": body})  # reverts: the lines are the revert's or old ones
    history.commit({"dir/b.txt": merged}, modes={"dir/b.txt": "100755"})

    assert_equal_to_blame(history.write(tmp_path / "r"))


@pytest.mark.parametrize("seed", range(8))
def test_generated_histories(tmp_path: Path, seed: int) -> None:
    assert_equal_to_blame(generated(seed).write(tmp_path / "r", bare=seed % 2 == 0))


def test_the_users_configuration_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    history = generated(99)
    folder = history.write(tmp_path / "r", bare=False)
    plain = {path: blamed(folder, path) for path in text_files(folder)}
    ignored = git(folder, "rev-parse", "HEAD~1").decode()
    (tmp_path / "ignore").write_text(ignored)
    settings = f"[blame]\nignoreRevsFile={tmp_path / 'ignore'}\n[diff]\nalgorithm=histogram\n"
    (tmp_path / "gitconfig").write_text(settings)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    git(folder, "config", "diff.algorithm", "patience")
    git(folder, "config", "blame.ignoreRevsFile", "ignore-file-that-is-not-there")
    git(folder, "config", "diff.external", "false")
    git(folder, "replace", "--graft", "HEAD~2")

    lines = analyze(open_repository(folder)).lines

    assert {path: lines.of(path) for path in lines} == plain


def test_totals_agree_with_the_lines(tmp_path: Path) -> None:
    history = generated(7)
    report = analyze(open_repository(history.write(tmp_path / "r")))
    ownership = report.sections["ownership"]
    included = report.sections["overview"]["lines"]["included"]

    assert len(report.lines) == report.sections["overview"]["lines"]["total"]
    assert sum(row["lines"] for row in ownership["people"]) == included
    assert sum(row["lines"] for row in ownership["files"]["items"]) == included
    assert ownership["directories"]["items"][0]["path"] == ""
    assert ownership["directories"]["items"][0]["lines"] == included
    assert sum(row["lines"] for row in report.sections["contributors"]["people"]) == included


@pytest.mark.parametrize("phase", ["commits", "files", "history", "diffs"])
def test_cancelled_while_git_works(tmp_path: Path, phase: str) -> None:
    history = History()
    for number in range(40):
        files: dict[str | bytes, str | bytes | None] = {f"f{index}": f"{number}\n{index}\n" for index in range(60)}
        history.commit(files)
    repository = open_repository(history.write(tmp_path / "r"))
    stop = threading.Event()
    asked = []

    def report(progress: Progress) -> None:
        if progress.phase == phase and not asked:
            asked.append(time.monotonic())
            stop.set()

    with pytest.raises(Cancelled) as refused:
        analyze(repository, on_progress=report, cancelled=stop.is_set)

    assert time.monotonic() - asked[0] < 2
    assert refused.value.code == "cancelled"
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("blame", "hunks"))]


def test_what_cannot_be_followed_is_blamed_and_named(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.txt": "one\ntwo\n", "b.txt": "x\n"})
    history.commit({"a.txt": b"one\0\ntwo\n"})
    history.commit({"a.txt": "one\ntwo\nthree\n"}, author=BEN)
    folder = history.write(tmp_path / "r")
    report = analyze(open_repository(folder))

    assert report.lines.of(b"a.txt") == blamed(folder, b"a.txt")
    assert report.sections["ownership"]["blamed_by_git"] == {"files": 1, "share": 0.5, "listed": ["a.txt"]}


def test_blame_of_every_file_gives_the_same(tmp_path: Path) -> None:
    repository = open_repository(generated(11).write(tmp_path / "r"))
    lines = analyze(repository).lines
    head = repository.resolve("HEAD")
    with repository.isolated(lambda: False, {}) as git:
        files = read_inventory(git, head, lambda _: None)
        blame = blame_files(git, head, files, lines.commits, workers=2, report=lambda _: None)

    assert {path: blame.of(path) for path in blame} == {path: lines.of(path) for path in lines}


def test_cancelled_while_git_blames(tmp_path: Path) -> None:
    repository = open_repository(generated(12).write(tmp_path / "r"))
    head = repository.resolve("HEAD")
    with repository.isolated(lambda: False, {}) as git:
        commits, _ = read_commits(git, head, lambda _: None)
        files = read_inventory(git, head, lambda _: None)
    with repository.isolated(lambda: True, {}) as git, pytest.raises(Cancelled):
        blame_files(git, head, files, [commit.sha for commit in commits], workers=2, report=lambda _: None)


def test_renames_as_blame_pairs_them(tmp_path: Path) -> None:
    """One deleted file may be the source of several, and identical sources are told apart by git's rules."""
    body = "".join(f"{number}\n" for number in range(20))
    history = History()
    history.commit({"a/x.txt": body, "b/y.txt": body, "c/z.txt": body + "more\n", "LICENSE": body})
    history.commit({"n/y.txt": body, "a/x.txt": None, "b/y.txt": None, "m/q.txt": body}, author=BEN)
    history.commit({"c/z.txt": None, "z1.txt": body + "less\n", "z2.txt": "top\n" + body + "more\n"})

    assert_equal_to_blame(history.write(tmp_path / "r"))


@pytest.mark.parametrize("asks", [1, 2, 3, 5, 8])
def test_cancelled_at_any_moment(tmp_path: Path, asks: int) -> None:
    repository = open_repository(generated(1).write(tmp_path / "r"))
    count = 0

    def cancelled() -> bool:
        nonlocal count
        count += 1
        return count >= asks

    with pytest.raises(Cancelled):
        analyze(repository, cancelled=cancelled)
