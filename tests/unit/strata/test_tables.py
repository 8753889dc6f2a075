from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from strata.analysis import analyze
from strata.facts import Facts
from strata.report import Report
from strata.repository import open_repository
from strata.tables import lines as lines_table
from strata.tables.writer import TABLES, write_tables
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import BEN, MONDAY, History, blamed, text_files


def facts_of(folder: Path) -> Facts:
    return analyze(open_repository(folder)).facts


@pytest.fixture(scope="module")
def random_history(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Facts]:
    folder = generated(21, commits=40).write(tmp_path_factory.mktemp("random") / "r")
    return folder, facts_of(folder)


def rows(file: Path) -> list[dict[str, Any]]:
    return pq.read_table(file).to_pylist()


def test_every_table_is_there_and_equal_content_gives_equal_bytes(
    random_history: tuple[Path, Facts], tmp_path: Path
) -> None:
    folder, facts = random_history
    written = write_tables(facts, tmp_path)
    first = [path.read_bytes() for path in written]
    again = [path.read_bytes() for path in write_tables(facts_of(folder), tmp_path)]

    assert [path.name for path in written] == [f"{name}.parquet" for name in TABLES]
    assert first == again
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in written)
    for path, (schema, _) in zip(written, TABLES.values(), strict=True):
        assert pq.read_schema(path).names == schema.names


def test_lines_are_those_of_git_blame(random_history: tuple[Path, Facts], tmp_path: Path) -> None:
    folder, facts = random_history
    write_tables(facts, tmp_path)
    expected = [
        (path.decode("utf-8", "backslashreplace"), number, sha)
        for path in sorted(text_files(folder))
        for number, sha in enumerate(blamed(folder, path), 1)
    ]
    found = rows(tmp_path / "lines.parquet")

    assert [(row["path"], row["line"], row["commit"]) for row in found] == expected
    commits = {commit.sha: commit for commit in facts.commits}
    for row in found:
        commit = commits[row["commit"]]
        assert row["person"] == facts.people[commit.author].id
        assert int(row["time"].timestamp()) == commit.time


def test_pieces_do_not_change_the_lines(
    random_history: tuple[Path, Facts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, facts = random_history
    write_tables(facts, tmp_path)
    whole = rows(tmp_path / "lines.parquet")
    monkeypatch.setattr(lines_table, "AT_ONCE", 7)
    write_tables(facts, tmp_path)

    assert rows(tmp_path / "lines.parquet") == whole
    assert pq.ParquetFile(tmp_path / "lines.parquet").num_row_groups > 1


def test_sums_agree_across_tables(random_history: tuple[Path, Facts], tmp_path: Path) -> None:
    _, facts = random_history
    write_tables(facts, tmp_path)
    files, people, weeks = (rows(tmp_path / f"{name}.parquet") for name in ("files", "people", "weeks"))
    survival = rows(tmp_path / "survival.parquet")

    assert sum(row["lines"] or 0 for row in files) == len(rows(tmp_path / "lines.parquet"))
    assert sum(row["lines"] for row in people) == facts.included_lines
    assert sum(row["commits"] for row in weeks) == len(facts.commits)
    for column in ("added", "deleted"):
        assert sum(row[column] for row in weeks) == sum(row[column] for row in people)
    for by in ("quarter", "person"):
        at_head = [row["lines"] for row in survival if row["by"] == by and row["commit"] == facts.head.sha]
        assert sum(at_head) == facts.included_lines


def test_files_of_every_kind(tmp_path: Path) -> None:
    history = History()
    history.commit(
        {
            "a.py": "def f():\n    return 1\n",
            "vendor/b.py": "x\n",
            "c.bin": b"\0\1",
            b"\xe9t\xe9.py": "y\n",
            "empty.py": "",
        },
        time=MONDAY,
    )
    history.commit({"a.py": "def f():\n    return 2\n"}, author=BEN, time=MONDAY + 86_400)
    facts = facts_of(history.write(tmp_path / "r"))
    write_tables(facts, tmp_path)
    found = {row["path"]: row for row in rows(tmp_path / "files.parquet")}

    assert list(found) == ["a.py", "c.bin", "empty.py", "vendor/b.py", "\\xe9t\\xe9.py"]
    assert found["\\xe9t\\xe9.py"]["path_bytes"] == b"\xe9t\xe9.py"
    ben = next(person.id for person in facts.people if person.name == "Ben Okri")
    ada = next(person.id for person in facts.people if person.name == "Ada Lovelace")
    a = found["a.py"]
    assert (a["lines"], a["lines_of_code"], a["complexity"], a["revisions"]) == (2, 2, 1, 2)
    assert (a["added"], a["deleted"], a["fragmentation"], a["owners"]) == (3, 1, 0.5, 2)
    assert (a["owner"], a["owner_share"]) == (min(ada, ben), 0.5)
    assert (found["c.bin"]["text"], found["c.bin"]["lines"], found["c.bin"]["owner"]) == (False, None, None)
    assert (found["vendor/b.py"]["excluded"], found["vendor/b.py"]["owner"]) == ("vendored", ada)
    assert (found["empty.py"]["lines"], found["empty.py"]["owner"], found["empty.py"]["median_age_days"]) == (
        0,
        None,
        None,
    )
    assert any(row["path"] == "\\xe9t\\xe9.py" for row in rows(tmp_path / "lines.parquet"))


def test_a_failure_leaves_no_half_file(
    random_history: tuple[Path, Facts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Facts) -> Any:
        raise OSError(28, "No space left on device")
        yield

    schema, _ = TABLES["files"]
    monkeypatch.setitem(TABLES, "files", (schema, broken))
    with pytest.raises(OSError, match="No space left"):
        write_tables(random_history[1], tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["lines.parquet"]


def test_a_report_read_back_from_json_carries_no_facts(random_history: tuple[Path, Facts]) -> None:
    read_back = Report.model_validate_json(analyze(open_repository(random_history[0])).model_dump_json())
    with pytest.raises(ValueError, match="no facts"):
        _ = read_back.facts


def test_pyarrow_is_loaded_for_tables_only() -> None:
    code = "import sys, strata.analysis, strata.metrics.registry as r; r.metrics(); sys.exit('pyarrow' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
