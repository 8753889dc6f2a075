"""Tables: the same figures as the report's, safe in a spreadsheet, exact in Parquet."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.tables.catalogue import CATALOGUE, Table, rows_of, tables_of
from reports.tables.forms import archive, as_csv, as_parquet
from strata.metrics.registry import SECTIONS
from tests.support.sample_report import FORMULA


def read_csv(table: Table, report: dict[str, Any]) -> list[dict[str, str]]:
    text = b"".join(as_csv(table, report)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def read_parquet(table: Table, report: dict[str, Any]) -> Any:
    return pq.read_table(io.BytesIO(b"".join(as_parquet(table, report))))


def test_every_table_is_of_a_section() -> None:
    assert {table.section for table in CATALOGUE.values()} <= set(SECTIONS)


@pytest.mark.parametrize("name", CATALOGUE)
def test_every_table_has_its_rows_in_both_forms(report: dict[str, Any], name: str) -> None:
    table = CATALOGUE[name]
    rows = list(rows_of(table, report))
    read = read_parquet(table, report)
    assert read.column_names == list(table.columns)
    assert read.num_rows == len(rows) == len(read_csv(table, report))
    if name not in {"releases", "licences", "excluded", "coupling", "hotspots"}:
        assert rows


def test_people_are_the_reports(report: dict[str, Any]) -> None:
    people = {row["id"]: row for row in report["sections"]["contributors"]["people"]}
    for row in read_parquet(CATALOGUE["people"], report).to_pylist():
        person = people[row["person"]]
        assert (row["name"], row["emails"], row["lines"]) == (person["name"], person["emails"], person["lines"])
        assert row["first_commit_at"].isoformat().startswith(person["first_commit_at"].rstrip("Z"))
        assert row["added"] > 0


def test_living_lines_add_up(report: dict[str, Any]) -> None:
    rows = read_parquet(CATALOGUE["survival"], report).to_pylist()
    last = report["sections"]["survival"]["by_year"]["samples"][-1]["sha"]
    for by in ("year", "person"):
        assert (
            sum(row["lines"] for row in rows if row["by"] == by and row["commit"] == last)
            == (report["sections"]["overview"]["lines"]["included"])
        )


def test_a_dependency_says_where_it_is_said(report: dict[str, Any]) -> None:
    found = {row["name"]: row for row in read_csv(CATALOGUE["dependencies"], report)}
    assert (found["flask"]["version"], found["flask"]["evidence"]) == ("3.1.0", "requirements.txt:1")
    assert found["requests"]["version"] == ""


def test_a_path_that_is_a_formula_is_inert_in_csv_and_exact_in_parquet(report: dict[str, Any]) -> None:
    assert f"'{FORMULA}" in [row["path"] for row in read_csv(CATALOGUE["files"], report)]
    assert FORMULA in read_parquet(CATALOGUE["files"], report).column("path").to_pylist()


@given(
    lead=st.sampled_from(["", " ", "\t", "\r", "\n", "\0", "\u00a0", "\ufeff"]),
    sign=st.sampled_from("=+-@＝＋－＠"),
    rest=st.text(max_size=20),
)
def test_no_cell_begins_a_formula(lead: str, sign: str, rest: str) -> None:
    report = {"sections": {"activity": {"file_churn": {"items": [{"path": lead + sign + rest, "revisions": -1}]}}}}
    text = b"".join(as_csv(CATALOGUE["churn"], report)).decode()
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert row["path"] == f"'{lead}{sign}{rest}"
    assert row["revisions"] == "-1"  # a number is none


@given(st.text(st.characters(), max_size=30))
def test_any_path_comes_through(path: str) -> None:
    report = {"sections": {"activity": {"file_churn": {"items": [{"path": path}]}}}}
    expected = path.encode("utf-8", "backslashreplace").decode()
    assert read_parquet(CATALOGUE["churn"], report).column("path").to_pylist() == [expected]
    (row,) = csv.DictReader(io.StringIO(b"".join(as_csv(CATALOGUE["churn"], report)).decode(), newline=""))
    assert row["path"].removeprefix("'") == expected.removeprefix("'")


def test_an_archive_has_the_tables_of_the_sections_and_the_same_bytes(report: dict[str, Any]) -> None:
    some = {**report, "sections": {name: report["sections"][name] for name in ("coupling", "stack")}}
    made = archive(some, "csv", as_csv)
    assert made == archive(some, "csv", as_csv)
    with zipfile.ZipFile(io.BytesIO(made)) as read:
        assert read.namelist() == [f"{table.name}.csv" for table in tables_of(some)]
        assert read.testzip() is None
    assert archive(report, "parquet", as_parquet) == archive(report, "parquet", as_parquet)
