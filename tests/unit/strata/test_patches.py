"""The stream of raw diffs and patches: what is kept of it, and what is asked of git again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.history.hunks import hunk, unpacked_hunks
from strata.history.patches import KnownHunks, RawChange, read_patches
from strata.options import Options
from strata.ownership import trace
from strata.progress import Progress
from strata.repository import open_repository
from strata.state import load
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import History, git
from tests.unit.strata.test_incremental import compared

OLD, NEW = b"1" * 40, b"2" * 40


def patches(folder: Path, known: KnownHunks, workers: int = 1) -> list[tuple[bytes, list[RawChange]]]:
    commits = git(folder, "rev-list", "--no-merges", "HEAD").split()
    with open_repository(folder).isolated(lambda: False, {}) as isolated:
        return list(read_patches(isolated, commits, known, workers=workers))


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ((b"1", b"", b"1", b""), (0, 1, 0, 1)),
        ((b"3", b"0", b"4", b"2"), (3, 0, 3, 2)),
        ((b"7", b"2", b"9", b"0"), (6, 2, 9, 0)),
        ((b"0", b"0", b"1", b"5"), (0, 0, 0, 5)),
    ],
)
def test_heads_of_hunks_count_lines_from_zero(
    head: tuple[bytes, bytes, bytes, bytes], found: tuple[int, int, int, int]
) -> None:
    assert list(unpacked_hunks(hunk(*head))) == [found]


def taken(known: KnownHunks, pair: tuple[bytes, bytes]) -> list[tuple[int, int, int, int]]:
    difference = known.take(pair)
    assert isinstance(difference, bytes)
    return list(unpacked_hunks(difference))


def test_what_one_commit_changes(tmp_path: Path) -> None:
    history = History()
    history.commit({"a": "1\n2\n3\n", 'odd "name"\t\n': "x\n", "bin": b"\0", "empty": "", "moved": "m\n" * 9})
    history.commit({"a": "1\ntwo\n3\nfour", "bin": b"\0\0"}, renames={"moved": "there"})
    folder = history.write(tmp_path / "r")
    known = KnownHunks(1 << 20)

    (_, second), (_, first) = patches(folder, known)

    assert {change.path for change in first} == {b"a", b'odd "name"\t\n', b"bin", b"empty", b"moved"}
    assert {(change.path, change.status[:1], change.source) for change in second} == {
        (b"a", b"M", None),
        (b"bin", b"M", None),
        (b"there", b"R", b"moved"),
    }
    created = {change.path: (b"", change.new) for change in first}
    changed = {change.path: (change.old, change.new) for change in second}
    assert taken(known, created[b"a"]) == [(0, 0, 0, 3)]
    assert taken(known, created[b"empty"]) == []
    assert known.take(created[b"bin"]) is None
    assert taken(known, changed[b"a"]) == [(1, 1, 1, 1), (3, 0, 3, 1)]
    assert changed[b"bin"] not in known  # which side is binary, the patch does not say


def test_two_processes_give_what_one_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = generated(11, commits=60).write(tmp_path / "r")
    one, two = KnownHunks(1 << 20), KnownHunks(1 << 20)
    alone = patches(folder, one)
    monkeypatch.setattr("strata.history.patches.ALONE", 0)
    monkeypatch.setattr("strata.history.patches.BLOCK", 3)

    assert patches(folder, two, workers=2) == alone
    assert everything(two) == everything(one)


def everything(known: KnownHunks) -> dict[tuple[bytes, bytes], bytes | int | None]:
    rows = [row.split(b" ") for row in known.columns()["pairs"].tobytes().split(b"\0")]
    return {(old, new): known.take((old, new)) for old, new in rows}


def test_a_pipe_that_may_not_grow_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    folder = generated(3, commits=20).write(tmp_path / "r")
    before = patches(folder, KnownHunks(1 << 20))
    monkeypatch.setattr("fcntl.fcntl", refuse)
    assert patches(folder, KnownHunks(1 << 20)) == before


@given(
    rows=st.dictionaries(
        st.sampled_from([(OLD, NEW), (b"", NEW), (NEW, OLD)]),
        st.sampled_from([hunk(b"1", b"", b"1", b""), b"", None, 0, 12]),
    )
)
def test_columns_bring_everything_back(rows: dict[tuple[bytes, bytes], bytes | int | None]) -> None:
    known, again = KnownHunks(1 << 20), KnownHunks(1 << 20)
    for pair, difference in rows.items():
        known.keep(pair, difference)
    known.read = 7
    again.restore(known.columns())
    assert again.read == 7
    assert {pair: again.take(pair) for pair in rows} == rows


def test_what_does_not_fit_is_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(generated(5, commits=40).write(tmp_path / "r"))
    plenty = analyze(repository)
    monkeypatch.setattr("strata.history.patches.PAIR", 1 << 19)  # two pairs in the least there is
    little = analyze(repository, options=Options(memory=1))

    assert {path: little.lines.of(path) for path in little.lines} == {
        path: plenty.lines.of(path) for path in plenty.lines
    }
    assert little.sections == plenty.sections


def test_killed_while_history_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(generated(21, commits=60).write(tmp_path / "r"))
    state = tmp_path / "state"
    monkeypatch.setattr(trace, "CHECKPOINT_SECONDS", 0.0)
    monkeypatch.setattr("strata.progress.TOLD_EVERY", 0.0)

    def stop_midway(progress: Progress) -> None:
        if progress.phase == "history" and progress.done == 30:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        analyze(repository, state=state, on_progress=stop_midway)
    left = load(tmp_path / "state.part")
    assert left.kind == "checkpoint"
    assert left.columns["hunks.read"][0] > 0

    report = analyze(repository, state=state)
    assert report.engine.mode == "resumed"
    assert compared(report) == compared(analyze(repository))
