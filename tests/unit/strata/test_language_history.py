"""Languages through history: lines by the names of files, when they came and went, and in steps as in one go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from strata.analysis import analyze
from strata.options import Options
from strata.repository import open_repository
from strata.stack.language import by_key, name_key
from tests.unit.strata.history_builder import ADA, BEN, History

WEEK = 7 * 86_400
START = 1_500_000_000


def eventful() -> History:
    history = History()
    history.commit({"a.py": "x\ny\n", "Makefile": "all:\n"}, time=START)
    history.commit({"b.js": "1\n2\n3\n"}, author=BEN, time=START + WEEK)
    side = {"src/c.h": "int a;\n", "src/d.cpp": "int b;\n"}
    history.commit(side, branch="side", start="main", author=BEN, time=START + WEEK)
    history.commit({"a.py": None}, author=ADA, time=START + 2 * WEEK)
    history.commit({**side, "e.ts": "1\n", "f.unknown": "?\n"}, merge=("side",), author=ADA, time=START + 3 * WEEK)
    history.commit({"b.js": None, "g.tsx": "1\n2\n"}, author=BEN, time=START + 4 * WEEK)
    history.commit({"a.py": "again\n"}, author=BEN, time=START + 5 * WEEK)
    return history


def told(section: dict[str, Any]) -> dict[str, list[int]]:
    return {each["name"]: each["lines"] for each in section["by_language"]["cohorts"]}


@pytest.mark.parametrize(
    ("path", "key", "language"),
    [
        ("src/a.py", ".py", "Python"),
        ("x/Makefile", "/Makefile", "Makefile"),
        ("types/a.d.ts", ".ts", "TypeScript"),
        ("LICENSE", "/LICENSE", "Text"),
        (".gitignore", "/.gitignore", "Ignore List"),
        ("a.unknown", ".unknown", None),
        ("noname", "/noname", None),
    ],
)
def test_what_a_name_tells(path: str, key: str, language: str | None) -> None:
    assert name_key(path) == key
    assert by_key(key) == language


def test_lines_of_languages_sum_to_the_included_lines(tmp_path: Path) -> None:
    report = analyze(open_repository(eventful().write(tmp_path / "r")))
    survival = report.sections["survival"]
    lines = told(survival)

    assert [row["sha"] for row in survival["by_language"]["samples"]] == [
        row["sha"] for row in survival["by_year"]["samples"]
    ]
    assert [sum(column) for column in zip(*lines.values(), strict=True)] == [
        sum(column) for column in zip(*(each["lines"] for each in survival["by_year"]["cohorts"]), strict=True)
    ]
    assert {name: series[-1] for name, series in lines.items()} == {
        "C": 1,
        "C++": 1,
        "JavaScript": 0,
        "Makefile": 1,
        "Python": 1,
        "TypeScript": 3,
        "others": 1,
    }


def test_when_languages_came_and_went(tmp_path: Path) -> None:
    repository = open_repository(eventful().write(tmp_path / "r"))
    report = analyze(repository)
    people = {each.id: each.name for each in report.facts.people}
    seen = {each["language"]: each for each in report.sections["survival"]["languages_seen"]}

    assert seen["Python"]["present"]
    assert seen["Python"]["last"] is None
    assert seen["JavaScript"]["first"]["commit"] == repository.resolve("HEAD~4")
    assert seen["JavaScript"]["last"]["commit"] == repository.resolve("HEAD~1")
    assert people[seen["JavaScript"]["last"]["person"]] == "Ben Okri"
    assert seen["TypeScript"]["first"]["commit"] == repository.resolve("HEAD~2")
    assert seen["C++"]["first"]["commit"] == repository.resolve("HEAD~2")  # the merge brought it to the line


def test_no_more_are_named_than_are_asked_for(tmp_path: Path) -> None:
    report = analyze(open_repository(eventful().write(tmp_path / "r")), options=Options(cohorts_listed=1))
    first, others = report.sections["survival"]["by_language"]["cohorts"]

    assert others["language"] is None
    assert first["lines"][-1] + others["lines"][-1] == sum(file.lines for file in report.facts.included)


def test_in_steps_as_in_one_go(tmp_path: Path) -> None:
    repository = open_repository(eventful().write(tmp_path / "r"))
    for back in (4, 3, 2, 1, 0):
        report = analyze(repository, rev=f"HEAD~{back}", state=tmp_path / "state")
        whole = analyze(repository, rev=f"HEAD~{back}")

        assert report.engine.mode == ("full" if back == 4 else "incremental")
        assert report.sections["survival"] == whole.sections["survival"]


def test_manifests_that_stand_still(tmp_path: Path) -> None:
    history = History()
    history.commit({"app/package.json": '{"dependencies": {"a": "1"}}', "new/go.mod": "module m\n"}, time=START)
    for number in range(10):
        time = START + 150 * WEEK + number * WEEK
        history.commit({"app/x.js": f"{number}\n", "new/go.mod": f"module m\nrequire a.b/c v1.0.{number}\n"}, time=time)
    report = analyze(open_repository(history.write(tmp_path / "r")))
    (found,) = report.sections["activity"]["abandoned_manifests"]

    assert (found["path"], found["revisions"]) == ("app/package.json", 10)
    assert found["last_changed_at"] == "2017-07-14T02:40:00Z"
