"""What a report says about one file, or one person: gathered from its sections, which list things by kind of figure.

A list of a report is bounded (the engine's options say by how much), so a figure may be known of some files only: it is
null for others, and what no list has is not found. What each figure means is in docs/metrics.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Sections = Mapping[str, Mapping[str, Any]]
OF_FILES = ("stack", "activity", "hotspots", "coupling", "ownership")
OF_PEOPLE = ("contributors", "ownership")
LONGEST_LIST = 100


def file(sections: Sections, path: str) -> dict[str, Any] | None:
    """The fields of `lookup_schemas.FileDetail`; None for a file that no list has."""
    owned = _of(sections, "ownership", "files", "items", path=path)
    churn = _of(sections, "activity", "file_churn", "items", path=path)
    hotspot = _of(sections, "hotspots", "files", "items", path=path)
    complexity = _of(sections, "hotspots", "complexity", "items", path=path)
    fragmented = _of(sections, "ownership", "fragmentation", "items", path=path)
    aged = _of(sections, "ownership", "code_age", "files", path=path)
    excluded = _of(sections, "stack", "excluded", "listed", path=path)
    coupled = list(_coupled(sections, path))
    found = [each for each in (owned, churn, hotspot, complexity, fragmented, aged, excluded) if each]
    if not found and not coupled:
        return None
    told: dict[str, Any] = {}
    for each in reversed(found):
        told |= each
    return {
        "path": path,
        "language": told.get("language"),
        "lines": told.get("lines"),
        "people": owned.get("people"),
        "owners": owned.get("owners", []),
        "median_age_days": aged.get("median_days"),
        "revisions": churn.get("revisions", fragmented.get("revisions", hotspot.get("revisions"))),
        "added": churn.get("added"),
        "deleted": churn.get("deleted"),
        "authors": fragmented.get("authors"),
        "fragmentation": fragmented.get("value"),
        "hotspot_score": hotspot.get("score"),
        "complexity": complexity.get("complexity", hotspot.get("complexity")),
        "coupled": coupled[:LONGEST_LIST],
        "excluded": {"reason": excluded["reason"], "rule": excluded["rule"]} if excluded else None,
    }


def person(sections: Sections, name: str) -> dict[str, Any] | None:
    """The fields of `lookup_schemas.PersonDetail`, of a person by id; None for whom the report does not know."""
    contributor = _of(sections, "contributors", "people", id=name)
    owner = _of(sections, "ownership", "people", person=name)
    if not contributor and not owner:
        return None
    churn = _of(sections, "contributors", "churn", person=name)
    authored = _of(sections, "ownership", "authorship", person=name)
    files = list(_owned(_items(sections, "ownership", "files", "items"), name))
    directories = list(_owned(_items(sections, "ownership", "directories", "items"), name))
    needed = _items(sections, "ownership", "truck_factor", "people")
    return {
        "id": name,
        "name": contributor.get("name", owner.get("name", "")),
        "login": contributor.get("login"),
        "kind": contributor.get("kind"),
        "commits": contributor.get("commits"),
        "first_commit_at": contributor.get("first_commit_at"),
        "last_commit_at": contributor.get("last_commit_at"),
        "lines": contributor.get("lines", owner.get("lines")),
        "share": contributor.get("share", owner.get("share")),
        "added": churn.get("added"),
        "deleted": churn.get("deleted"),
        "active_days": churn.get("active_days"),
        "files_authored": authored.get("files"),
        "files_authored_alone": authored.get("alone"),
        "in_truck_factor": any(each.get("person") == name for each in needed) if "ownership" in sections else None,
        "files": {"total": len(files), "items": files[:LONGEST_LIST]},
        "directories": {"total": len(directories), "items": directories[:LONGEST_LIST]},
    }


def _items(sections: Sections, *place: str) -> Iterable[Mapping[str, Any]]:
    found: Any = sections
    for name in place:
        found = (found or {}).get(name)
    return found or ()


def _of(sections: Sections, *place: str, **named: str) -> Mapping[str, Any]:
    """The item of a list that has this value in this field; empty if there is none."""
    ((field, value),) = named.items()
    return next((item for item in _items(sections, *place) if item.get(field) == value), {})


def _coupled(sections: Sections, path: str) -> Iterable[dict[str, Any]]:
    for pair in _items(sections, "coupling", "pairs", "items"):
        if path in (pair["left"], pair["right"]):
            other = pair["right"] if pair["left"] == path else pair["left"]
            yield {"path": other, "degree": pair["degree"], "shared": pair["shared"]}


def _owned(owned: Iterable[Mapping[str, Any]], name: str) -> Iterable[dict[str, Any]]:
    """Of what is owned: where the person is among the owners that are named, most lines first."""
    theirs = [
        {"path": each["path"], "lines": owner["lines"], "share": owner["share"]}
        for each in owned
        for owner in each["owners"]
        if owner["person"] == name
    ]
    return sorted(theirs, key=lambda each: (-each["lines"], each["path"]))
