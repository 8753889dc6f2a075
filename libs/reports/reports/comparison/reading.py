"""What comparisons read out of one report; a section that is not there gives nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from reports import Report
from reports.comparison.model import Caveat, Number, Side

_NO_MATTER = frozenset({"name", "memory", "workers", "ignore_revs_seconds"})
"""Options that say how to work, not what to find."""
_ABOUT_PEOPLE = frozenset({"mailmap", "kinds"})
LISTED = 200

_PLACES: Mapping[str, tuple[str, ...]] = {
    "commits": ("overview", "commits"),
    "people": ("overview", "people", "human"),
    "files": ("overview", "files", "included"),
    "lines": ("overview", "lines", "included"),
    "truck_factor": ("ownership", "truck_factor", "value"),
    "active_truck_factor": ("ownership", "active_truck_factor", "value"),
    "knowledge_loss": ("ownership", "knowledge_loss", "share"),
    "median_line_age_days": ("ownership", "code_age", "median_days"),
    "half_life_days": ("survival", "lifetime", "half_life_days"),
    "hotspots": ("hotspots", "files", "total"),
    "coupled_pairs": ("coupling", "pairs", "total"),
    "direct_dependencies": ("stack", "dependencies", "direct"),
    "transitive_dependencies": ("stack", "dependencies", "transitive"),
}
FIGURES = tuple(_PLACES)
"""Names of the figures that are compared, in their order."""


def figure(report: Report, name: str) -> Number | None:
    number: Number | None = found(report, *_PLACES[name])
    return number


def found(report: Report, *place: str) -> Any:
    """What lies at a place below the sections; None if there is nothing."""
    value: Any = report["sections"]
    for name in place:
        if not isinstance(value, Mapping) or name not in value:
            return None
        value = value[name]
    return value


def side(report: Report) -> Side:
    commit, engine = report["commit"], report["engine"]
    return Side(report["repository"]["name"], commit["sha"], str(commit["time"]), engine["version"])


def people(report: Report) -> dict[str, Mapping[str, Any]]:
    return {row["id"]: row for row in found(report, "contributors", "people") or ()}


def authored(report: Report) -> dict[str, int]:
    """Files that people are an author of."""
    return {row["person"]: row["files"] for row in found(report, "ownership", "authorship") or ()}


def languages(report: Report) -> dict[str, Mapping[str, Any]]:
    return {row["name"]: row for row in found(report, "stack", "languages") or () if row["counted"]}


def packages(report: Report) -> dict[tuple[str, str], list[Mapping[str, Any]]]:
    """Dependencies by ecosystem and name."""
    by_name: dict[tuple[str, str], list[Mapping[str, Any]]] = defaultdict(list)
    for row in found(report, "stack", "dependencies", "listed") or ():
        by_name[row["ecosystem"], row["name"]].append(row)
    return by_name


def versions(rows: list[Mapping[str, Any]]) -> list[str]:
    """The versions of a package's rows, in order, or the ranges asked for where no version is known."""
    known = {row["version"] for row in rows if row["version"]}
    return sorted(known or {row["range"] for row in rows if row["range"]})


def caveats(one: Report, other: Report) -> list[Caveat]:
    """What makes the figures of two reports differ by itself."""
    told = []
    first, second = (report["engine"] for report in (one, other))
    if first["version"] != second["version"]:
        text = f"Different versions of the engine made these reports, {first['version']} and {second['version']}."
        told.append(Caveat("engine_version", text))
    names = sorted({*first["options"], *second["options"]} - _NO_MATTER)
    differ = [name for name in names if first["options"].get(name) != second["options"].get(name)]
    if rules := [name for name in differ if name in _ABOUT_PEOPLE]:
        told.append(Caveat("people_rules", f"The rules about people differ ({', '.join(rules)}): so do the people."))
    if others := [name for name in differ if name not in _ABOUT_PEOPLE]:
        told.append(Caveat("options", f"The options of the analyses differ: {', '.join(others)}."))
    if missing := sorted({*one["sections"]} ^ {*other["sections"]}):
        told.append(Caveat("sections", f"Only one of the reports has {', '.join(missing)}."))
    for report in (one, other):
        counts, listed = found(report, "stack", "dependencies"), found(report, "stack", "dependencies", "listed")
        if counts and counts["direct"] + counts["transitive"] > len(listed):
            told.append(Caveat("not_listed", "Not all dependencies are listed: some may seem to have come or gone."))
            break
    return told
