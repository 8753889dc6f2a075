from __future__ import annotations

import json
from datetime import date
from itertools import count
from pathlib import Path

import jsonschema
import pytest

import strata
from strata.analysis import analyze
from strata.history.revisions import FileRevisions
from strata.metrics.authorship import file_authors
from strata.metrics.registry import SECTIONS, metrics
from strata.options import Options
from strata.progress import Progress
from strata.report import Report
from strata.repository import open_repository
from strata.schema import report_schema
from strata.version import ENGINE_VERSION, SCHEMA_VERSION
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import ADA, BEN, DAY, HOUR, MONDAY, WEEK, History, git


def test_the_committed_schema_is_in_step() -> None:
    committed = Path(strata.__path__[0]) / "report.schema.json"

    assert json.loads(committed.read_text(encoding="utf-8")) == report_schema(), "run: make schema"


def test_a_report_obeys_the_schema_and_reads_back(tmp_path: Path) -> None:
    report = analyze(open_repository(generated(3).write(tmp_path / "r")))
    document = json.loads(report.model_dump_json())

    jsonschema.Draft202012Validator(report_schema(), format_checker=jsonschema.FormatChecker()).validate(document)
    assert list(document) == ["schema_version", "repository", "commit", "engine", "sections"]
    assert document["schema_version"] == SCHEMA_VERSION
    assert document["engine"]["version"] == ENGINE_VERSION
    assert Report.model_validate(document).sections == report.sections


def test_every_field_of_every_section_is_described() -> None:
    for metric in metrics():
        assert metric.title.endswith("."), metric.name
        assert len(metric.title) < 110


def test_the_same_commit_gives_the_same_report(tmp_path: Path) -> None:
    repository = open_repository(generated(4).write(tmp_path / "r"))

    assert analyze(repository).model_dump_json() == analyze(repository, options=Options()).model_dump_json()


def test_sections_come_once_and_cheap_ones_first(tmp_path: Path) -> None:
    repository = open_repository(generated(5).write(tmp_path / "r"))
    seen: list[str] = []
    progress: list[Progress] = []

    report = analyze(repository, on_section=lambda name, _: seen.append(name), on_progress=progress.append)

    assert seen == list(SECTIONS) == list(report.sections)
    assert list(dict.fromkeys(step.phase for step in progress)) == ["commits", "files", "history", "diffs"]
    last = {step.phase: step for step in progress}
    assert all(step.done == step.total and step.eta_seconds == 0 for step in last.values())


def test_counts_equal_gits_own(tmp_path: Path) -> None:
    folder = generated(6).write(tmp_path / "r")
    overview = analyze(open_repository(folder)).sections["overview"]

    assert overview["commits"] == int(git(folder, "rev-list", "--count", "HEAD"))
    assert overview["merges"] == int(git(folder, "rev-list", "--count", "--merges", "HEAD"))
    assert overview["head"]["sha"] == git(folder, "rev-parse", "HEAD").decode().strip()


def test_weeks_and_punch_card(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "1\n2\n"}, time=MONDAY)
    history.commit({"a.py": "1\n2\n3\n"}, time=MONDAY + 6 * DAY + 23 * HOUR, author=BEN)
    # three weeks on, 01:00 UTC on Monday is still Sunday 20:00 five hours west
    history.commit({"a.py": "3\n"}, time=MONDAY + 3 * WEEK + HOUR, zone="-0500", author=BEN)
    activity = analyze(open_repository(history.write(tmp_path / "r"))).sections["activity"]

    assert [week["start"] for week in activity["weeks"]] == ["2024-01-01", "2024-01-08", "2024-01-15", "2024-01-22"]
    assert activity["weeks"][0] == {
        "start": "2024-01-01",
        "commits": 2,
        "authors": 2,
        "first_time_authors": 2,
        "added": 3,
        "deleted": 0,
    }
    assert activity["weeks"][1]["commits"] == 0
    assert (activity["weeks"][3]["deleted"], activity["weeks"][3]["first_time_authors"]) == (2, 0)
    assert activity["active_days"] == 3
    card = activity["punch_card"]
    assert (card[0][0], card[6][23], card[6][20]) == (1, 1, 1)
    assert sum(map(sum, card)) == 3


def numstat(folder: Path) -> tuple[int, int]:
    """Lines added and deleted by git's own count, of regular files."""
    output = git(folder, "log", "--no-merges", "--raw", "--numstat", "-M", "--format=").decode().splitlines()
    links = {row.split("\t")[-1] for row in output if row.startswith(":") and "120000" in row.split("\t")[0]}
    assert not links, "a link's target counts as a line for git"
    counts = [row.split("\t") for row in output if row and row[0].isdigit()]
    return sum(int(row[0]) for row in counts), sum(int(row[1]) for row in counts)


def test_churn_equals_gits_numstat(tmp_path: Path) -> None:
    seed = next(seed for seed in count(8) if b"120000" not in b"".join(generated(seed).stream))
    folder = generated(seed).write(tmp_path / "r")
    weeks = analyze(open_repository(folder)).sections["activity"]["weeks"]

    assert (sum(week["added"] for week in weeks), sum(week["deleted"] for week in weeks)) == numstat(folder)


def test_a_wrong_clock_does_not_stretch_the_series(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "1\n"}, time=MONDAY)
    history.commit({"a.py": "2\n"}, time=1, committed=MONDAY + DAY)
    history.commit({"a.py": "3\n"}, time=MONDAY + 900 * WEEK, committed=MONDAY + DAY)
    weeks = analyze(open_repository(history.write(tmp_path / "r"))).sections["activity"]["weeks"]

    assert [(week["start"], week["commits"]) for week in weeks] == [(date(2024, 1, 1).isoformat(), 3)]


def test_knowledge_loss_and_factors(tmp_path: Path) -> None:
    history = History()
    history.commit({"old.py": "1\n2\n3\n"}, author=BEN, time=MONDAY)
    history.commit({"new.py": "4\n"}, author=ADA, time=MONDAY + 60 * WEEK)
    repository = open_repository(history.write(tmp_path / "r"))

    ownership = analyze(repository).sections["ownership"]
    patient = analyze(repository, options=Options(inactive_after_months=24)).sections["ownership"]

    assert (ownership["knowledge_loss"]["lines"], ownership["knowledge_loss"]["share"]) == (3, 0.75)
    assert patient["knowledge_loss"]["lines"] == 0
    assert ownership["truck_factor"]["value"] == 2
    assert "2 authors" in ownership["truck_factor"]["remark"]


def test_a_lone_author_gets_a_remark(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "1\n"})
    report = analyze(open_repository(history.write(tmp_path / "r")))

    assert report.sections["ownership"]["truck_factor"]["value"] == 1
    assert report.sections["ownership"]["truck_factor"]["remark"]
    assert report.sections["contributors"]["absence_factor"] == 1


@pytest.mark.parametrize(
    ("creators", "changes", "authors"),
    [
        ((0,), {0: 1}, {0}),
        ((0,), {0: 1, 1: 1}, {0}),  # 4.33 against 3.23: 0.75 of it, but below the absolute threshold
        ((0,), {0: 1, 1: 20}, {1}),
        ((0, 1), {0: 2, 1: 2}, {0, 1}),
    ],
)
def test_degree_of_authorship(creators: tuple[int, ...], changes: dict[int, int], authors: set[int]) -> None:
    past = FileRevisions(creators)
    past.by.update(changes)

    assert file_authors(past, set()) == authors


def test_lists_are_bounded_and_say_so(tmp_path: Path) -> None:
    history = History()
    many: dict[str | bytes, str | bytes | None] = {f"d{number}/f.py": "x\n" * number for number in range(1, 9)}
    history.commit(many)
    options = Options(directories_listed=3, files_listed=2)
    ownership = analyze(open_repository(history.write(tmp_path / "r")), options=options).sections["ownership"]

    assert [row["path"] for row in ownership["directories"]["items"]] == ["", "d8", "d7"]
    assert (ownership["directories"]["total"], ownership["directories"]["listed"]) == (9, 3)
    assert [row["path"] for row in ownership["files"]["items"]] == ["d8/f.py", "d7/f.py"]
    assert ownership["files"]["total"] == 8
