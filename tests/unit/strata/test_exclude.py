"""Files that are left out on request count nowhere, at no time of the history."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from strata.analysis import analyze
from strata.options import Options
from strata.repository import open_repository
from strata.stack.exclusion import Exclusion, Leaving
from tests.unit.strata.history_builder import ADA, BEN, History


@pytest.fixture
def history(tmp_path: Path) -> Path:
    history = History()
    history.commit({"a.py": "a = 1\nb = 2\n", "legacy/x.py": "x = 1\n" * 10, "vendor/v.js": "v\n"}, author=ADA)
    history.commit({"a.py": "a = 1\nb = 3\n", "legacy/gone.py": "gone = 1\n"}, author=BEN)
    history.commit({"legacy/gone.py": None, "legacy/kept.py": "kept = 1\n"}, author=BEN)
    return history.write(tmp_path / "r")


def excluding(*patterns: str) -> Options:
    return Options(exclude=patterns)


def test_what_is_left_out_is_listed_and_owns_nothing(history: Path) -> None:
    report = analyze(open_repository(history), options=excluding("legacy/"))
    rows = report.sections["stack"]["excluded"]["by_rule"]
    assert {(row["reason"], row["rule"], row["files"]) for row in rows} == {
        ("requested", "option: legacy/", 2),
        ("vendored", next(row["rule"] for row in rows if row["reason"] == "vendored"), 1),
    }
    assert [row["path"] for row in report.sections["ownership"]["files"]["items"]] == ["a.py"]
    assert {row["name"]: row["lines"] for row in report.sections["ownership"]["people"]} == {
        "Ada Lovelace": 1,
        "Ben Okri": 1,
    }
    # nor does what was there once
    lifetime = report.sections["survival"]["lifetime"]
    assert (lifetime["died"], lifetime["alive"]) == (1, 2)
    # the lines themselves are there to be asked for
    assert len(report.lines.of(b"legacy/x.py")) == 10


def test_the_last_pattern_that_matches_decides() -> None:
    leaving = Leaving(("legacy/*", "!legacy/kept.py", "*.snap"))
    assert leaving("legacy/x.py") == Exclusion("requested", "option: legacy/*")
    assert leaving("legacy/kept.py") is None
    assert leaving("a/b/c.snap") == Exclusion("requested", "option: *.snap")
    assert leaving("a.py") is None


@pytest.mark.parametrize("patterns", [("",), ("a\nb",), ("x" * 201,), ("!",), ("x",) * 101])
def test_what_is_no_pattern_is_refused(patterns: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError):
        excluding(*patterns)


def test_a_saved_state_is_good_only_for_the_same_left_out(history: Path, tmp_path: Path) -> None:
    repository, state = open_repository(history), tmp_path / "state"
    analyze(repository, options=excluding("legacy/"), state=state)
    same = analyze(repository, options=excluding("legacy/"), state=state)
    assert same.engine.mode == "incremental"
    other = analyze(repository, state=state)
    assert (other.engine.mode, other.engine.reason) == ("full", "other files were left out")
    assert other.sections == analyze(repository).sections
