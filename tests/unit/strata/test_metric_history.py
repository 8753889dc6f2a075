"""Metrics on whole histories, compared with what git itself counts or with what was put in."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import combinations, count
from pathlib import Path
from typing import Any

import pytest

from strata.analysis import analyze
from strata.options import Options
from strata.repository import open_repository
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import ADA, BEN, DAY, MONDAY, WEEK, History, git

NUMSTAT = ("-c", "diff.context=0", "log", "--no-merges", "--numstat", "-M")
Sections = dict[str, dict[str, Any]]


def sections(history: History, folder: Path, **options: Any) -> Sections:
    return analyze(open_repository(history.write(folder)), options=Options(**options)).sections


@pytest.fixture(scope="module")
def random_history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Sections]:
    # a link's target is a line for git's numstat and none for us
    seed = next(seed for seed in count(11) if b"120000" not in b"".join(generated(seed, 40).stream))
    folder = generated(seed, 40).write(tmp_path_factory.mktemp("random") / "r")
    return folder, analyze(open_repository(folder)).sections


def test_cohorts_sum_to_the_lines_at_head(random_history: tuple[Path, Sections]) -> None:
    _, report = random_history
    included = report["overview"]["lines"]["included"]

    for name in ("by_year", "by_person"):
        series = report["survival"][name]
        assert 1 <= len(series["samples"]) <= 200
        assert series["samples"][-1]["sha"] == report["overview"]["head"]["sha"]
        assert sum(cohort["lines"][-1] for cohort in series["cohorts"]) == included
        assert all(len(cohort["lines"]) == len(series["samples"]) for cohort in series["cohorts"])
    assert sum(row["lines"] for row in report["survival"]["origins"]) == included
    assert report["survival"]["lifetime"]["alive"] == included


def test_overwrites_sum_to_the_lines_that_died(random_history: tuple[Path, Sections]) -> None:
    survival = random_history[1]["survival"]

    assert sum(map(sum, survival["overwrites"]["lines"])) == survival["lifetime"]["died"] > 0


def test_churn_of_people_equals_gits_numstat(random_history: tuple[Path, Sections]) -> None:
    folder, report = random_history
    expected: Counter[tuple[str, str]] = Counter()
    author = ""
    for row in git(folder, *NUMSTAT, "--format=%x01%aN").decode().splitlines():
        if row.startswith("\x01"):
            author = row[1:]
        elif row and not row.startswith("-"):
            added, deleted, _ = row.split("\t", 2)
            expected[author, "added"] += int(added)
            expected[author, "deleted"] += int(deleted)
    for row in report["contributors"]["churn"]:
        assert (row["added"], row["deleted"]) == (expected[row["name"], "added"], expected[row["name"], "deleted"])


def test_churn_follows_renames_and_sums_up(tmp_path: Path) -> None:
    history = History()
    history.commit({"src/old.py": "a = 1\n" * 10, "src/b.py": "b\n"})
    history.commit(renames={"src/old.py": "src/pkg/new.py"})
    history.commit({"src/pkg/new.py": "a = 1\n" * 10 + "c\n"}, author=BEN)
    activity = sections(history, tmp_path / "r")["activity"]

    assert activity["file_churn"]["items"] == [
        {"path": "src/pkg/new.py", "revisions": 3, "added": 11, "deleted": 0},
        {"path": "src/b.py", "revisions": 1, "added": 1, "deleted": 0},
    ]
    assert [(row["path"], row["revisions"], row["added"]) for row in activity["directory_churn"]["items"]] == [
        ("", 4, 12),
        ("src", 4, 12),
        ("src/pkg", 3, 11),
    ]


def coupled_history() -> History:
    history = History()
    for number in range(6):
        history.commit({"a.py": f"{number}\n", "b.py": f"{number}\n", f"once{number}.py": "x\n"})
    history.commit({"a.py": "alone\n"})
    history.commit({"a.py": "alone again\n"})
    many: dict[str | bytes, str | bytes | None] = {f"m{number}.py": "x\n" for number in range(29)}
    history.commit(many | {"a.py": "wide\n", "b.py": "wide\n"})
    return history


def test_coupling_with_the_defaults(tmp_path: Path) -> None:
    coupling = sections(coupled_history(), tmp_path / "r")["coupling"]

    # 31 files are too many: 6 shared of 8 and 6
    assert coupling["commits"] == {"used": 8, "too_large": 1}
    assert coupling["pairs"]["items"] == [
        {
            "left": "a.py",
            "right": "b.py",
            "degree": 85.71,
            "shared": 6,
            "left_revisions": 8,
            "right_revisions": 6,
        }
    ]


def test_coupling_thresholds_are_options(tmp_path: Path) -> None:
    folder = coupled_history().write(tmp_path / "r")

    def pairs(**options: int) -> int:
        report = analyze(open_repository(folder), options=Options(**options))
        return report.sections["coupling"]["pairs"]["total"]

    assert pairs(coupling_percent=86) == 0
    assert pairs(coupling_revisions=7) == 0
    assert pairs(coupling_commit_files=31, coupling_revisions=7) == 1


def test_coupling_equals_counting_by_hand(random_history: tuple[Path, Sections]) -> None:
    folder, _ = random_history
    report = analyze(open_repository(folder), options=Options(coupling_revisions=2, coupling_percent=1)).sections
    shared: Counter[tuple[str, str]] = Counter()
    # without renames git's paths are the files themselves
    renamed = git(folder, "log", "--no-merges", "-M", "--diff-filter=R", "--format=", "--name-only", "-z").split(b"\0")
    for entry in git(folder, "log", "--no-merges", "-M", "--name-only", "-z", "--format=%x01").split(b"\x01"):
        paths = {path.lstrip(b"\n") for path in entry.split(b"\0")} - {b""}
        shared.update(combinations(sorted(path.decode("utf-8", "replace") for path in paths - set(renamed)), 2))
    for row in report["coupling"]["pairs"]["items"]:
        # a renamed file brings more than its path has; never less
        assert row["shared"] >= shared[row["left"], row["right"]]


def test_hotspots_have_floors(tmp_path: Path) -> None:
    history = History()
    long = "".join(f"    line{number}\n" for number in range(60))
    for number in range(6):
        history.commit({"hot.py": long + f"{number}\n", "short.py": f"    {number}\n"})
    history.commit({"quiet.py": long})
    files = sections(history, tmp_path / "r")["hotspots"]["files"]

    assert [(row["path"], row["revisions"], row["complexity"]) for row in files["items"]] == [("hot.py", 6, 60)]
    assert files["items"][0]["score"] == 1.0
    assert files["remark"]


def test_old_revisions_make_no_hotspot(tmp_path: Path) -> None:
    history = History()
    long = "".join(f"    line{number}\n" for number in range(60))
    for number in range(6):
        history.commit({"hot.py": long + f"{number}\n"}, time=MONDAY + number * DAY)
    history.commit({"new.py": "x\n"}, time=MONDAY + 60 * WEEK)
    folder = history.write(tmp_path / "r")

    assert analyze(open_repository(folder)).sections["hotspots"]["files"]["total"] == 0
    longer = analyze(open_repository(folder), options=Options(hotspot_window_months=24))
    assert longer.sections["hotspots"]["files"]["total"] == 1


def test_code_age_is_measured_from_the_latest_commit(tmp_path: Path) -> None:
    history = History()
    history.commit({"d/a.py": "1\n2\n3\n", "d/b.py": "1\n"}, time=MONDAY)
    history.commit({"d/b.py": "1\n2\n3\n4\n5\n"}, time=MONDAY + 10 * DAY)
    age = sections(history, tmp_path / "r")["ownership"]["code_age"]

    # 10, 10, 10 and 10, 0, 0, 0, 0: the lower median of eight is the fourth
    assert age["median_days"] == 0
    assert age["directories"] == [
        {"path": "", "lines": 8, "median_days": 0},
        {"path": "d", "lines": 8, "median_days": 0},
    ]
    assert age["files"] == [
        {"path": "d/a.py", "lines": 3, "median_days": 10},
        {"path": "d/b.py", "lines": 5, "median_days": 0},
    ]


def test_fragmentation_and_authorship(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "0\n", "b.py": "0\n"})
    for number in range(1, 6):
        history.commit({"a.py": f"{number}\n"}, author=BEN if number % 2 else ADA)
    ownership = sections(history, tmp_path / "r")["ownership"]

    assert ownership["fragmentation"]["items"] == [{"path": "a.py", "value": 0.5, "authors": 2, "revisions": 6}]
    # a.py: Ada 3.293 + 1.098 + 0.492 - 0.321 ln 4 = 4.438, Ben 3.293 + 0.492 - 0.445 = 3.340, 0.753 of it
    assert [(row["name"], row["files"], row["alone"]) for row in ownership["authorship"]] == [
        ("Ada Lovelace", 2, 1),
        ("Ben Okri", 1, 0),
    ]


def test_the_truck_factor_of_those_who_are_left(tmp_path: Path) -> None:
    history = History()
    old: dict[str | bytes, str | bytes | None] = {f"old{number}.py": "x\n" for number in range(6)}
    history.commit(old, author=BEN, time=MONDAY)
    history.commit({"new.py": "x\n"}, author=ADA, time=MONDAY + 60 * WEEK)
    ownership = sections(history, tmp_path / "r")["ownership"]

    assert [person["name"] for person in ownership["truck_factor"]["people"]] == ["Ben Okri"]
    assert ownership["active_truck_factor"]["value"] == 0
    assert "86%" in ownership["active_truck_factor"]["remark"]


def test_tags_are_releases(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "1\n"}, time=MONDAY)
    history.commit({"a.py": "2\n"}, time=MONDAY + 2 * DAY)
    folder = history.write(tmp_path / "r")
    git(folder, "tag", "light", "HEAD~1")
    tagger = f"tagger {ADA} {MONDAY + 5 * DAY} +0000"
    tag = f"object {git(folder, 'rev-parse', 'HEAD').decode().strip()}\ntype commit\ntag v1\n{tagger}\n\nv1\n"
    sha = git(folder, "hash-object", "-t", "tag", "-w", "--stdin", stdin=tag.encode()).decode().strip()
    git(folder, "update-ref", "refs/tags/v1", sha)
    git(folder, "update-ref", "refs/tags/tree", git(folder, "rev-parse", "HEAD^{tree}").decode().strip())
    releases = analyze(open_repository(folder)).sections["activity"]["releases"]

    assert [(row["name"], row["commits"], row["lead_time_days"]) for row in releases["items"]] == [
        ("v1", 1, 3.0),
        ("light", 1, 0.0),
    ]


def test_since_bounds_what_is_counted_and_not_the_lines(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "1\n2\n3\n"}, author=BEN, time=MONDAY)
    history.commit({"b.py": "1\n"}, time=MONDAY + 2 * WEEK)
    folder = history.write(tmp_path / "r")
    report = analyze(open_repository(folder), options=Options(since=date(2024, 1, 15))).sections

    assert [week["commits"] for week in report["activity"]["weeks"]] == [1]
    assert [row["path"] for row in report["activity"]["file_churn"]["items"]] == ["b.py"]
    assert [row["name"] for row in report["contributors"]["churn"]] == ["Ada Lovelace"]
    assert {row["name"]: row["commits"] for row in report["contributors"]["people"]} == {
        "Ada Lovelace": 1,
        "Ben Okri": 0,
    }
    assert report["overview"]["lines"]["included"] == 4
    assert report["ownership"]["people"][0]["lines"] == 3


def test_since_after_everything_counts_nothing(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "1\n"}, time=MONDAY)
    report = sections(history, tmp_path / "r", since=date(2030, 1, 1))

    assert report["activity"]["weeks"] == []
    assert report["activity"]["active_days"] == 0
    assert report["contributors"]["churn"] == []
    assert report["contributors"]["absence_factor"] == 0
    assert report["ownership"]["people"][0]["lines"] == 1
