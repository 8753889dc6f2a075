"""Given two reports, when they are compared, then what changed is told, and why."""

from __future__ import annotations

import copy
import json
from dataclasses import asdict
from typing import Any

import pytest

from reports.comparison.beside import side_by_side
from reports.comparison.changes import compare
from reports.comparison.model import Change, PackageChange
from tests.support import sample_report

ADA, BEN = {"person": "a" * 16, "name": "Ada"}, {"person": "b" * 16, "name": "Ben"}


def given(**sections: Any) -> dict[str, Any]:
    """A finished report with these sections."""
    return {
        "repository": {"name": "widget", "branch": "main"},
        "commit": {"rev": "HEAD", "sha": "1" * 40, "time": "2026-01-01T00:00:00Z"},
        "engine": {"name": "strata", "version": "1.3", "git": "2", "options": {"exclude": [], "workers": 2}},
        "sections": sections,
    }


def later(report: dict[str, Any], **sections: Any) -> dict[str, Any]:
    """The same repository at another commit."""
    made = copy.deepcopy(report)
    made["commit"] |= {"sha": "2" * 40, "time": "2026-02-01T00:00:00Z"}
    made["sections"] |= sections
    return made


def packages(*rows: tuple[str, str | None, bool]) -> dict[str, Any]:
    listed = [
        {"ecosystem": "pypi", "name": name, "version": version, "range": ">=1", "direct": direct}
        for name, version, direct in rows
    ]
    direct = sum(row["direct"] for row in listed)
    return {"dependencies": {"direct": direct, "transitive": len(listed) - direct, "listed": listed}}


def ownership(value: int, keys: list[tuple[dict[str, str], int]], authored: list[tuple[dict[str, str], int]]) -> Any:
    return {
        "truck_factor": {"value": value, "files": 10, "people": [{**who, "files": files} for who, files in keys]},
        "authorship": [{**who, "files": files} for who, files in authored],
    }


def people(*rows: tuple[dict[str, str], int, int]) -> dict[str, Any]:
    return {
        "people": [
            {"id": who["person"], "name": who["name"], "lines": lines, "commits": commits}
            for who, lines, commits in rows
        ]
    }


def figure(changes: list[Change], name: str) -> Change:
    return next(each for each in changes if each.name == name)


def codes(caveats: list[Any]) -> list[str]:
    return [each.code for each in caveats]


class TestCaveats:
    def test_none_between_two_analyses_of_one_kind(self) -> None:
        base = given()
        assert compare(base, later(base)).caveats == []

    def test_how_the_engine_worked_does_not_matter(self) -> None:
        base, head = given(), later(given())
        head["engine"]["options"]["workers"] = 64
        assert compare(base, head).caveats == []

    @pytest.mark.parametrize(
        ("options", "code"),
        [({"exclude": ["docs/"]}, "options"), ({"kinds": {"ada@example.org": "bot"}}, "people_rules")],
    )
    def test_other_options_are_said(self, options: dict[str, Any], code: str) -> None:
        base, head = given(), later(given())
        head["engine"]["options"] |= options
        told = compare(base, head).caveats
        assert codes(told) == [code]
        assert "ada@example.org" not in told[0].text

    def test_another_engine_and_other_sections_are_said_first(self) -> None:
        base, head = given(), later(given(), overview={"commits": 3})
        head["engine"]["version"] = "2.0"
        assert codes(compare(base, head).caveats) == ["engine_version", "sections"]

    def test_the_same_commit_and_the_wrong_way_round(self) -> None:
        base = given()
        assert codes(compare(base, base).caveats) == ["same_commit"]
        assert codes(compare(later(base), base).caveats) == ["backwards"]

    def test_lists_that_are_cut_are_said(self) -> None:
        base = given(stack=packages(("flask", "1", True)))
        base["sections"]["stack"]["dependencies"]["transitive"] = 9_000
        assert codes(compare(base, later(base)).caveats) == ["not_listed"]


class TestWhy:
    def test_a_truck_factor_moves_because_somebody_came_to_know_files(self) -> None:
        base = given(
            ownership=ownership(1, [(ADA, 9)], [(ADA, 9), (BEN, 2)]), contributors=people((ADA, 90, 9), (BEN, 10, 2))
        )
        head = later(
            base,
            ownership=ownership(2, [(ADA, 6), (BEN, 5)], [(ADA, 6), (BEN, 8)]),
            contributors=people((ADA, 60, 9), (BEN, 70, 12)),
        )
        moved = figure(compare(base, head).figures, "truck_factor")
        assert (moved.base, moved.head, moved.change) == (1, 2, 1)
        assert moved.why == [
            "Ben counts now: an author of 8 files instead of 2.",
            "Ben became an author of 6 files.",
            "Ada is no longer an author of 3 files.",
        ]

    def test_lines_move_by_people_and_languages(self) -> None:
        def stack(lines: int) -> dict[str, Any]:
            row = {"name": "Python", "counted": True, "lines": lines, "share": 1.0}
            return {"languages": [row]}

        def overview(lines: int) -> dict[str, Any]:
            return {"commits": 1, "people": {"human": 2}, "files": {"included": 1}, "lines": {"included": lines}}

        base = given(overview=overview(100), stack=stack(100), contributors=people((ADA, 90, 1), (BEN, 10, 1)))
        head = later(base, overview=overview(130), stack=stack(130), contributors=people((ADA, 80, 1), (BEN, 50, 1)))
        moved = figure(compare(base, head).figures, "lines")
        assert moved.why == ["By language: Python +30.", "Most of it: Ben +40, Ada -10."]

    def test_what_did_not_move_needs_no_reason(self) -> None:
        base = given(contributors=people((ADA, 1, 1)), ownership=ownership(1, [(ADA, 9)], [(ADA, 9)]))
        told = compare(base, later(base))
        assert all(each.why == [] for each in told.figures)
        assert told.people == []

    def test_a_figure_that_one_of_them_lacks_has_no_change(self) -> None:
        moved = figure(compare(given(), given()).figures, "truck_factor")
        assert (moved.base, moved.head, moved.change, moved.why) == (None, None, None, [])


class TestWhatMoved:
    def test_people_came_and_went(self) -> None:
        base, head = given(contributors=people((ADA, 9, 3))), given(contributors=people((BEN, 4, 1)))
        told = {each.name: each for each in compare(base, head).people}
        assert (told["Ada"].fate, told["Ada"].lines, told["Ada"].commits) == ("gone", -9, -3)
        assert (told["Ben"].fate, told["Ben"].lines, told["Ben"].commits) == ("new", 4, 1)

    def test_packages_came_went_and_moved(self) -> None:
        base = given(
            stack=packages(
                ("flask", "3.1.0", True),
                ("gone", None, True),
                ("deep", "1.10", False),
                ("same", "1", True),
                ("pin", "1.0-a", True),
            )
        )
        head = later(
            base,
            stack=packages(
                ("flask", "3.0.9", True),
                ("new", "0.1", True),
                ("deep", "1.9.1", False),
                ("same", "1", True),
                ("pin", "1.0-b", True),
            ),
        )
        told = {each.name: each for each in compare(base, head).packages}
        assert {name: each.change for name, each in told.items()} == {
            "flask": "downgraded",
            "gone": "removed",
            "new": "added",
            "deep": "downgraded",
            "pin": "changed",
        }
        assert told["gone"] == PackageChange("pypi", "gone", "removed", True, [">=1"], [])
        assert list(told)[-1] == "deep"  # direct ones first
        back = {each.name: each.change for each in compare(head, base).packages}
        assert (back["flask"], back["new"], back["gone"]) == ("upgraded", "removed", "added")

    def test_hotspots_and_pairs(self) -> None:
        def trouble(score: float, path: str, degree: float) -> dict[str, Any]:
            row = {"path": path, "score": score, "revisions": 3}
            pair = {"left": "a", "right": "b", "degree": degree}
            return {
                "hotspots": {"files": {"total": 1, "items": [row]}},
                "coupling": {"pairs": {"total": 1, "items": [pair]}},
            }

        base = given(**trouble(0.9, "a.py", 50.0))
        told = compare(base, later(base, **trouble(0.8, "b.py", 60.0)))
        assert [(each.path, each.base_score, each.head_score) for each in told.hotspots] == [
            ("a.py", 0.9, None),
            ("b.py", None, 0.8),
        ]
        assert [(each.base_degree, each.head_degree) for each in told.coupling] == [(50.0, 60.0)]


class TestReal:
    def test_two_states_of_a_repository(self) -> None:
        base, head = (json.loads(sample_report.written(commits)) for commits in (8, 12))
        told = compare(base, head)
        assert told.caveats == []
        assert figure(told.figures, "commits").change == 4
        assert sum(each.lines for each in told.people) == figure(told.figures, "lines").change
        assert sum(each.commits for each in told.people) == 4
        back = compare(head, base)
        assert figure(back.figures, "commits").change == -4
        assert {each.name: -each.lines for each in back.people} == {each.name: each.lines for each in told.people}
        assert json.loads(json.dumps(asdict(told)))["base"]["repository"] == "widget"

    def test_a_report_beside_itself_is_the_same_twice(self, report: dict[str, Any]) -> None:
        told = side_by_side(report, report)
        assert all(each.left == each.right for each in told.figures)
        assert all(each.left_share == each.right_share for each in told.languages)
        assert {each.name for each in told.people} == {"Ada Lovelace", "Ben Okri"}
        assert {(each.name, each.same) for each in told.packages} == {("flask", True), ("requests", True)}

    def test_what_two_repositories_have_in_common(self) -> None:
        one = given(contributors=people((ADA, 9, 3)), stack=packages(("flask", "1", True), ("a", "1", True)))
        other = given(contributors=people((ADA, 5, 2), (BEN, 4, 1)), stack=packages(("flask", "2", True)))
        told = side_by_side(one, other)
        assert [(each.name, each.left_commits, each.right_commits) for each in told.people] == [("Ada", 3, 2)]
        assert [(each.name, each.left, each.right, each.same) for each in told.packages] == [
            ("flask", ["1"], ["2"], False)
        ]
