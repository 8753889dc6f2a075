"""An analysis that goes on from a saved state says the same as one from nothing, bit by bit."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.errors import Cancelled, NoTextFiles, PartialRepository, ShallowRepository
from strata.known import UnusableState
from strata.ownership import trace
from strata.progress import Progress
from strata.report import Report
from strata.repository import open_repository
from strata.state import load
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import ADA, BEN, History, git

REAL = os.environ.get("STRATA_REAL_REPOSITORIES", "")


def compared(report: Report) -> dict[str, Any]:
    """All that must not depend on how the report came about."""
    document = report.model_dump(mode="json")
    del document["engine"]["mode"], document["engine"]["reason"]
    document["commit"]["rev"] = document["sections"]["overview"]["head"]["rev"] = ""
    lines = report.lines
    return {"document": document, "blamed": lines.blamed, "lines": {path: lines.of(path) for path in lines}}


def mainline(folder: Path) -> list[str]:
    return git(folder, "rev-list", "--first-parent", "--reverse", "HEAD").decode().split()


def check_in_steps(folder: Path, state: Path, heads: list[str]) -> None:
    repository = open_repository(folder)
    state.unlink(missing_ok=True)
    for place, head in enumerate(heads):
        try:
            full = analyze(repository, rev=head)
        except NoTextFiles:
            continue
        report = analyze(repository, rev=head, state=state)
        assert compared(report) == compared(full), (heads[:place], head)
        if report.engine.mode == "full" and place:
            assert report.engine.reason


@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 10_000), split=st.integers(0, 10_000))
def test_generated_histories_in_steps(tmp_path_factory: pytest.TempPathFactory, seed: int, split: int) -> None:
    folder = tmp_path_factory.mktemp("generated")
    line = mainline(generated(seed, commits=30).write(folder / "r"))
    heads = [line[at] for at in sorted(random.Random(split).sample(range(len(line)), min(2, len(line))))]
    check_in_steps(folder / "r", folder / "state", [*heads, line[-1]])


def test_a_side_branch_had_a_file_that_turned_into_text(tmp_path: Path) -> None:
    """No old head had the file, so no old state says that git had to blame it; a later merge brings it back."""
    line = mainline(generated(2232, commits=30).write(tmp_path / "r"))
    heads = [line[at] for at in sorted(random.Random(1).sample(range(len(line)), 2))]
    check_in_steps(tmp_path / "r", tmp_path / "state", [*heads, line[-1]])


@pytest.mark.parametrize("folder", [Path(each) for each in REAL.split(os.pathsep) if each] or [None])
def test_real_histories_in_steps(tmp_path: Path, folder: Path | None) -> None:
    if folder is None:
        pytest.skip("name bare clones in STRATA_REAL_REPOSITORIES to compare them in steps")
    line = mainline(folder)
    dice = random.Random(len(line))
    check_in_steps(
        folder, tmp_path / "state", [*(line[-back] for back in sorted(dice.sample(range(2, 400), 3))[::-1]), line[-1]]
    )


@pytest.fixture
def grown() -> History:
    """Ten commits, a fork of the third and its merge."""
    history = History()
    for number in range(3):
        history.commit({"a.py": "1\n" * (number + 1), f"b{number}.py": "x\ny\n"})
    history.commit({"a.py": "1\n1\n1\nside\n"}, branch="side", start="main", author=BEN)
    for number in range(3, 8):
        history.commit({"a.py": f"new {number}\n" + "1\n1\n1\n", "c.py": f"{number}\n"})
    history.commit({"a.py": "new 7\n1\n1\n1\nside\n"}, merge=("side",))
    return history


def test_a_merge_as_the_oldest_new_commit_goes_on_from_the_state(tmp_path: Path, grown: History) -> None:
    repository = open_repository(grown.write(tmp_path / "r"))
    analyze(repository, rev="HEAD~1", state=tmp_path / "state")
    merged = analyze(repository, state=tmp_path / "state")
    assert (merged.engine.mode, merged.engine.reason) == ("incremental", None)
    assert compared(merged) == compared(analyze(repository))


def test_says_how_it_came_about(tmp_path: Path, grown: History) -> None:
    repository = open_repository(grown.write(tmp_path / "r"))
    state = tmp_path / "state"
    first = analyze(repository, rev="HEAD~3", state=state)
    second = analyze(repository, state=state)
    again = analyze(repository, state=state)

    assert (first.engine.mode, first.engine.reason) == ("full", "there was no state yet")
    assert (second.engine.mode, second.engine.reason) == ("incremental", None)
    assert again.engine.mode == "incremental"
    assert compared(second) == compared(again) == compared(analyze(repository))


def test_the_state_is_complete_before_the_report_is(tmp_path: Path, grown: History) -> None:
    repository = open_repository(grown.write(tmp_path / "r"))
    state = tmp_path / "state"
    told: list[str] = []
    kept: list[bytes] = []

    def complete(head: str) -> None:
        told.append(head)
        kept.append(state.read_bytes())

    report = analyze(repository, state=state, on_state=complete, on_section=lambda name, _: told.append(name))

    assert told.index(report.commit.sha) < told.index("ownership")
    assert told.count(report.commit.sha) == 1
    assert kept == [state.read_bytes()]
    assert load(state).head == report.commit.sha


def test_an_older_or_another_line_is_analysed_in_full(tmp_path: Path, grown: History) -> None:
    grown.commit({"other.py": "z\n"}, branch="other", start="side", author=ADA)
    repository = open_repository(grown.write(tmp_path / "r"))
    state = tmp_path / "state"
    analyze(repository, state=state)

    for rev in ("HEAD~2", "other", "HEAD"):
        report = analyze(repository, rev=rev, state=state)
        assert report.engine.mode == "full"
        assert "first-parent" in (report.engine.reason or "")
        assert compared(report) == compared(analyze(repository, rev=rev))


def test_what_counts_may_change(tmp_path: Path, grown: History) -> None:
    grown.commit({".gitattributes": "b*.py linguist-vendored\n"})
    repository = open_repository(grown.write(tmp_path / "r"))
    state = tmp_path / "state"
    analyze(repository, rev="HEAD~1", state=state)
    report = analyze(repository, state=state)

    assert (report.engine.mode, report.engine.reason) == ("full", "other files count than before")
    assert compared(report) == compared(analyze(repository))


@pytest.mark.parametrize("harm", ["cut", "flip", "foreign", "empty"])
def test_a_damaged_state_is_not_used(tmp_path: Path, grown: History, harm: str) -> None:
    repository = open_repository(grown.write(tmp_path / "r"))
    state = tmp_path / "state"
    analyze(repository, rev="HEAD~1", state=state)
    content = state.read_bytes()
    middle = len(content) // 2
    flipped = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
    state.write_bytes({"cut": content[:-5], "flip": flipped, "foreign": b"x" * 99, "empty": b""}[harm])

    with pytest.raises(UnusableState):
        load(state)
    report = analyze(repository, state=state)
    assert report.engine.mode == "full"
    assert report.engine.reason
    assert load(state).head == repository.resolve("HEAD")


def test_no_text_is_kept(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "a secret sentence\n" * 3})
    analyze(open_repository(history.write(tmp_path / "r")), state=tmp_path / "state")

    kept = b"".join(column.tobytes() for column in load(tmp_path / "state").columns.values())
    assert b"secret" not in kept
    assert b"a.py" in kept


def test_killed_and_started_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(generated(21, commits=60).write(tmp_path / "r"))
    state = tmp_path / "state"
    monkeypatch.setattr(trace, "CHECKPOINT_SECONDS", 0.0)
    moments = iter(range(1, 1_000))

    def stop_midway(progress: Progress) -> None:
        if progress.phase == "diffs" and (tmp_path / "state.part").exists() and next(moments) == 1:
            raise KeyboardInterrupt

    monkeypatch.setattr("strata.progress.TOLD_EVERY", 0.0)
    with pytest.raises(KeyboardInterrupt):
        analyze(repository, state=state, on_progress=stop_midway)
    assert load(tmp_path / "state.part").kind == "checkpoint"

    report = analyze(repository, state=state)
    assert report.engine.mode == "resumed"
    assert compared(report) == compared(analyze(repository))
    assert not (tmp_path / "state.part").exists()


def test_cancelled_with_a_state(tmp_path: Path, grown: History) -> None:
    repository = open_repository(grown.write(tmp_path / "r"))
    with pytest.raises(Cancelled):
        analyze(repository, state=tmp_path / "state", cancelled=lambda: True)
    assert list(tmp_path.iterdir()) == [tmp_path / "r"]


def test_a_shallow_clone_that_has_all_that_is_new(tmp_path: Path) -> None:
    history = History()
    for number in range(8):
        history.commit({"a.py": f"{number}\n" + "line\n" * number})
    full = history.write(tmp_path / "full")
    state = tmp_path / "state"
    analyze(open_repository(full), rev="HEAD~2", state=state)
    git(tmp_path, "clone", "-q", "--bare", "--depth=4", full.as_uri(), "shallow")
    shallow = open_repository(tmp_path / "shallow", shallow=True)

    with pytest.raises(ShallowRepository):
        analyze(shallow, state=tmp_path / "none")
    report = analyze(shallow, state=state)
    assert report.engine.mode == "incremental"
    assert report.sections["survival"] == analyze(open_repository(full)).sections["survival"]


def test_git_is_not_asked_who_wrote_what_in_a_clone_without_the_beginning(tmp_path: Path) -> None:
    """It would answer that the first commit that is there wrote everything."""
    history = History()
    text = [f"{number}\n" for number in range(9)]
    history.commit({"a.py": "".join(text[:4])})
    history.commit({"a.py": "".join(text)})
    history.commit({"a.py": "side\n" + "".join(text)}, branch="side", start="main", author=BEN)
    for number in range(2):
        history.commit({"a.py": "".join(text[3 + number :])})
    full = history.write(tmp_path / "full")
    state = tmp_path / "state"
    analyze(open_repository(full), rev="main", state=state)
    history.commit({"a.py": "side\n" + "".join(text)}, merge=("side",))
    full = history.write(tmp_path / "more")
    git(tmp_path, "clone", "-q", "--bare", "--depth=3", full.as_uri(), "shallow")
    shallow = open_repository(tmp_path / "shallow", shallow=True)

    with pytest.raises(ShallowRepository):
        analyze(shallow, state=state)


def test_a_partial_clone(tmp_path: Path, grown: History) -> None:
    full = grown.write(tmp_path / "full")
    git(full, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--bare", "--filter=blob:none", full.as_uri(), "partial")

    with pytest.raises(PartialRepository, match="filter"):
        analyze(open_repository(tmp_path / "partial"))
