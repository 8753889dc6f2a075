"""When technologies came and went."""

from __future__ import annotations

from pathlib import Path

from strata.analysis import analyze
from strata.repository import open_repository
from strata.stack.dependencies.past import Change, Past
from strata.stack.technologies.past import technology_past
from tests.unit.strata.history_builder import History
from tests.unit.strata.technologies.written import packages


def past(name: str, *changes: tuple[int, str, bool]) -> Past:
    told = tuple(Change(commit, (asked,) if asked else (), there) for commit, asked, there in changes)
    return Past("npm", name, told)


def test_one_package() -> None:
    found = technology_past([past("vue", (1, "^2", True), (4, "^3", True), (9, "", False))])

    assert found == {"vue": (Change(1, ("^2",), True), Change(4, ("^3",), True), Change(9, (), False))}


def test_there_while_one_of_its_packages_is() -> None:
    react = past("react", (2, "^17", True), (5, "^18", True), (7, "", False))
    dom = past("react-dom", (2, "^17", True), (8, "", False))

    assert technology_past([react, dom])["react"] == (
        Change(2, ("^17",), True),
        Change(5, ("^17", "^18"), True),
        Change(7, ("^17",), True),
        Change(8, (), False),
    )


def test_clients_tell_no_range() -> None:
    found = technology_past([past("pg", (3, "^8", True), (6, "^9", True))])

    assert found["postgresql"] == (Change(3, (), True),)


def test_what_no_rule_knows_is_left_out() -> None:
    assert technology_past([past("left-pad-of-nobody", (1, "1", True))]) == {}


def test_in_the_report(tmp_path: Path) -> None:
    history = History()
    history.commit({"package.json": packages("vue", "express")})
    history.commit({"package.json": packages("express"), "a.txt": "a\n"})
    report = analyze(open_repository(history.write(tmp_path / "r")))
    rows = {row["id"]: row for row in report.sections["activity"]["technology_history"]}

    assert rows["express"]["present"]
    assert rows["express"]["last"] is None
    assert rows["express"]["first"]["ranges"] == ["1.0.0"]
    assert not rows["vue"]["present"]
    assert rows["vue"]["changes"] == 2
    assert rows["vue"]["last"]["commit"] == report.commit.sha
