from __future__ import annotations

from pathlib import Path

import pytest

from strata.analysis import analyze
from strata.errors import (
    CorruptRepository,
    EmptyRepository,
    GitUnavailable,
    NotARepository,
    NoTextFiles,
    ShallowRepository,
    UnknownRevision,
)
from strata.repository import open_repository
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import History, blamed, git


@pytest.fixture
def two_commits() -> History:
    history = History()
    history.commit({"a.py": "one\n"})
    history.commit({"a.py": "one\ntwo\n"})
    return history


def test_bare_and_worktree_open_alike(tmp_path: Path, two_commits: History) -> None:
    bare = open_repository(two_commits.write(tmp_path / "bare.git"))
    worktree = open_repository(two_commits.write(tmp_path / "tree", bare=False))

    assert (bare.bare, worktree.bare) == (True, False)
    assert (bare.name, worktree.name) == ("bare", "tree")
    assert bare.resolve("HEAD") == worktree.resolve("main")
    assert analyze(bare).sections["ownership"] == analyze(worktree).sections["ownership"]


def test_name_comes_from_the_origin(tmp_path: Path, two_commits: History) -> None:
    folder = two_commits.write(tmp_path / "x")
    git(folder, "config", "remote.origin.url", "git@example.org:team/widget.git")

    assert open_repository(folder).name == "widget"


@pytest.mark.parametrize("make", [True, False])
def test_what_is_no_repository(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "plain"
    if make:
        folder.mkdir()

    with pytest.raises(NotARepository) as refused:
        open_repository(folder)

    assert refused.value.code == "not_a_repository"
    assert "plain" in refused.value.message


def test_a_folder_inside_a_repository_is_not_its_top(tmp_path: Path, two_commits: History) -> None:
    inner = two_commits.write(tmp_path / "tree", bare=False) / "inner"
    inner.mkdir()

    with pytest.raises(NotARepository):
        open_repository(inner)


def test_no_commits(tmp_path: Path) -> None:
    repository = open_repository(History().write(tmp_path / "empty"))

    with pytest.raises(EmptyRepository) as refused:
        analyze(repository)

    assert refused.value.code == "empty_repository"


@pytest.mark.parametrize("rev", ["nowhere", "-x", "--help", "a b", "", "HEAD~99", "HEAD:a.py"])
def test_unknown_revision_names_what_there_is(tmp_path: Path, two_commits: History, rev: str) -> None:
    repository = open_repository(two_commits.write(tmp_path / "r"))

    with pytest.raises(UnknownRevision) as refused:
        analyze(repository, rev=rev)

    assert "main" in refused.value.message


def test_an_unborn_head_with_other_branches(tmp_path: Path, two_commits: History) -> None:
    folder = two_commits.write(tmp_path / "r")
    git(folder, "symbolic-ref", "HEAD", "refs/heads/trunk")

    with pytest.raises(UnknownRevision, match="main"):
        analyze(open_repository(folder))
    assert analyze(open_repository(folder), rev="main").sections["overview"]["commits"] == 2


def test_detached_head(tmp_path: Path, two_commits: History) -> None:
    folder = two_commits.write(tmp_path / "r", bare=False)
    git(folder, "checkout", "-q", "--detach", "HEAD~1")

    report = analyze(open_repository(folder))

    assert report.repository.branch is None
    assert report.sections["overview"]["commits"] == 1


def test_shallow(tmp_path: Path, two_commits: History) -> None:
    folder = two_commits.write(tmp_path / "full")
    git(tmp_path, "clone", "-q", "--bare", "--depth=1", folder.as_uri(), "shallow")

    with pytest.raises(ShallowRepository, match="unshallow"):
        open_repository(tmp_path / "shallow")


def test_no_text_files(tmp_path: Path) -> None:
    history = History()
    history.commit({"logo.png": b"\x89PNG\0\0"}, links={"link": "logo.png"})

    with pytest.raises(NoTextFiles) as refused:
        analyze(open_repository(history.write(tmp_path / "r")))

    assert refused.value.code == "no_text_files"


def test_a_missing_object(tmp_path: Path) -> None:
    history = History()
    for number in range(3):
        history.commit({f"f{number}.py": f"print({number})\n"})
    folder = history.write(tmp_path / "r")
    blob = git(folder, "rev-parse", "HEAD:f2.py").decode().strip()
    for pack in (folder / "objects" / "pack").glob("*.pack"):
        content = pack.read_bytes()
        for packed in (folder / "objects" / "pack").iterdir():
            packed.unlink()
        git(folder, "unpack-objects", "-q", stdin=content)
    (folder / "objects" / blob[:2] / blob[2:]).unlink()

    with pytest.raises(CorruptRepository) as refused:
        analyze(open_repository(folder))

    assert blob in refused.value.message
    assert "fsck" in refused.value.message


@pytest.mark.parametrize("answer", [None, "git version 2.11.0"])
def test_git_missing_or_too_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str | None) -> None:
    if answer:
        (tmp_path / "git").write_text(f"#!/bin/sh\necho {answer}\n")
        (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(GitUnavailable, match=r"2\.38"):
        open_repository(tmp_path)


def test_a_path_that_git_would_read_as_several(tmp_path: Path, two_commits: History) -> None:
    folder = two_commits.write(tmp_path / 'a:b "c" \\d\n')

    assert analyze(open_repository(folder)).sections["overview"]["commits"] == 2


def test_sha256_objects(tmp_path: Path) -> None:
    folder = generated(2).write(tmp_path / "r", form="sha256")
    lines = analyze(open_repository(folder)).lines

    assert len(lines.commits[0]) == 64
    assert all(lines.of(path) == blamed(folder, path) for path in lines)
