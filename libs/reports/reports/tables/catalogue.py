"""The tables of a report: each is made of one section's rows, and has the same columns for every report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from reports import Report

Kind: TypeAlias = Literal["text", "texts", "whole", "number", "truth", "time", "date"]
Row: TypeAlias = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one section. `columns` are names with kinds; a row may lack a column, which is null then."""

    name: str
    section: str
    about: str
    columns: Mapping[str, Kind]
    rows: Callable[[Any], Iterable[Row]]


def tables_of(report: Report) -> list[Table]:
    """The tables whose sections the report has, in the catalogue's order."""
    return [table for table in CATALOGUE.values() if table.section in report["sections"]]


def rows_of(table: Table, report: Report) -> Iterator[list[Any]]:
    """The table's rows, values in the order of its columns."""
    for row in table.rows(report["sections"][table.section]):
        yield [row.get(name) for name in table.columns]


# ---------------------------------------------------------------- how sections become rows


def _people(section: Any) -> Iterator[Row]:
    changed = {row["person"]: row for row in section.get("churn", ())}
    for person in section["people"]:
        churn = changed.get(person["id"], {})
        yield {**churn, **person, "person": person["id"], "active_days": churn.get("active_days", 0)}


def _owned(rows: Iterable[Row]) -> Iterator[Row]:
    """Files or directories with their largest owner."""
    for row in rows:
        top = row["owners"][0] if row["owners"] else {}
        yield {
            **row,
            "owners": row["people"],
            "owner": top.get("person"),
            "owner_name": top.get("name"),
            "owner_share": top.get("share"),
        }


def _places(row: Row) -> list[str]:
    return [f"{each['path']}:{each['line']}" if each["line"] else each["path"] for each in row["evidence"]]


def _cohorts(series: Any, key: str) -> Iterator[Row]:
    """Living lines per sample and cohort, zeros left out."""
    for cohort in series["cohorts"]:
        name = str(cohort[key]) if cohort[key] is not None else cohort.get("name")
        for sample, lines in zip(series["samples"], cohort["lines"], strict=True):
            if lines:
                yield {"commit": sample["sha"], "time": sample["time"], "cohort": name, "lines": lines}


def _survival(section: Any) -> Iterator[Row]:
    for by, key in (("year", "year"), ("person", "person")):
        for row in _cohorts(section[f"by_{by}"], key):
            yield {**row, "by": by}


def _licences(section: Any) -> Iterator[Row]:
    for row in section.get("licences", {}).get("components", ()):
        yield {**row, "declared": [each["written"] for each in row["declared"]]}


_OWNERS: Mapping[str, Kind] = {"owners": "whole", "owner": "text", "owner_name": "text", "owner_share": "number"}

_TABLES = (
    Table(
        "people",
        "contributors",
        "One row per person, most commits first.",
        {
            "person": "text",
            "name": "text",
            "emails": "texts",
            "login": "text",
            "kind": "text",
            "commits": "whole",
            "authored": "whole",
            "co_authored": "whole",
            "commit_share": "number",
            "first_commit_at": "time",
            "last_commit_at": "time",
            "active_days": "whole",
            "added": "whole",
            "deleted": "whole",
            "files": "whole",
            "lines": "whole",
            "share": "number",
        },
        _people,
    ),
    Table(
        "files",
        "ownership",
        "Included files at head, most lines first, with the one who owns most of each.",
        {"path": "text", "language": "text", "lines": "whole", **_OWNERS},
        lambda section: _owned(section["files"]["items"]),
    ),
    Table(
        "directories",
        "ownership",
        "Directories with the one who owns most of each.",
        {"path": "text", "depth": "whole", "files": "whole", "lines": "whole", **_OWNERS},
        lambda section: _owned(section["directories"]["items"]),
    ),
    Table(
        "weeks",
        "activity",
        "Commits and lines per ISO week, named by its Monday.",
        {
            "start": "date",
            "commits": "whole",
            "authors": "whole",
            "first_time_authors": "whole",
            "added": "whole",
            "deleted": "whole",
        },
        lambda section: section["weeks"],
    ),
    Table(
        "churn",
        "activity",
        "Changes per file.",
        {"path": "text", "revisions": "whole", "added": "whole", "deleted": "whole"},
        lambda section: section["file_churn"]["items"],
    ),
    Table(
        "releases",
        "activity",
        "Tags, latest first.",
        {
            "name": "text",
            "time": "time",
            "sha": "text",
            "commits": "whole",
            "lead_time_days": "number",
            "days_since_previous": "number",
        },
        lambda section: section["releases"]["items"],
    ),
    Table(
        "survival",
        "survival",
        "Living lines per sample of history and cohort: `by` is year or person.",
        {"commit": "text", "time": "time", "by": "text", "cohort": "text", "lines": "whole"},
        _survival,
    ),
    Table(
        "hotspots",
        "hotspots",
        "Complicated files that change often, by score.",
        {
            "path": "text",
            "language": "text",
            "score": "number",
            "revisions": "whole",
            "revisions_percentile": "number",
            "complexity": "whole",
            "complexity_percentile": "number",
            "lines_of_code": "whole",
        },
        lambda section: section["files"]["items"],
    ),
    Table(
        "coupling",
        "coupling",
        "Pairs of files that change together, strongest first.",
        {
            "left": "text",
            "right": "text",
            "degree": "number",
            "shared": "whole",
            "left_revisions": "whole",
            "right_revisions": "whole",
        },
        lambda section: section["pairs"]["items"],
    ),
    Table(
        "languages",
        "stack",
        "Languages at head.",
        {
            "name": "text",
            "type": "text",
            "counted": "truth",
            "bytes": "whole",
            "share": "number",
            "files": "whole",
            "lines": "whole",
            "code": "whole",
            "comments": "whole",
            "blanks": "whole",
        },
        lambda section: section["languages"],
    ),
    Table(
        "dependencies",
        "stack",
        "Packages that manifests ask for and lock files bring along, with the lines that say so.",
        {
            "purl": "text",
            "ecosystem": "text",
            "name": "text",
            "range": "text",
            "version": "text",
            "scope": "text",
            "direct": "truth",
            "origin": "text",
            "evidence": "texts",
        },
        lambda section: (
            {**row, "evidence": _places(row)} for row in section.get("dependencies", {}).get("listed", ())
        ),
    ),
    Table(
        "licences",
        "stack",
        "Licences of the repository and its parts, found and declared.",
        {
            "component": "text",
            "licences": "texts",
            "relation": "text",
            "declared": "texts",
            "verdict": "text",
            "missing": "texts",
            "surplus": "texts",
        },
        _licences,
    ),
    Table(
        "excluded",
        "stack",
        "Files that do not count, with the rule that says so.",
        {"path": "text", "reason": "text", "rule": "text", "lines": "whole"},
        lambda section: section["excluded"]["listed"],
    ),
)
CATALOGUE: Mapping[str, Table] = {table.name: table for table in _TABLES}
"""Every table by name."""
