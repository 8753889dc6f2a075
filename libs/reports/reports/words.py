"""A report in a few sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reports import Report

_MOSTLY = 0.5


def words(report: Report) -> list[str]:
    """What a reader would want to be told first, from the sections that are there."""
    return list(_sentences(report["repository"]["name"], report["sections"]))


def _sentences(name: str, sections: Mapping[str, Any]) -> Iterator[str]:
    overview = sections.get("overview")
    if overview:
        yield _size(name, overview)
    if "ownership" in sections:
        yield from _risk(sections["ownership"])
    if "survival" in sections:
        half = sections["survival"]["lifetime"]["half_life_days"]
        yield (
            "More than half of all lines ever written are still there."
            if half is None
            else f"Half of the lines are gone after {half:,} days."
        )
    worst = sections.get("hotspots", {}).get("files", {}).get("items", [])
    if worst:
        top = worst[0]
        yield f"The file to look at first is {top['path']}: {top['revisions']:,} changes within a year."
    if "dependencies" in sections.get("stack", {}):
        yield _dependencies(sections["stack"]["dependencies"])


def _size(name: str, overview: Mapping[str, Any]) -> str:
    people, lines = overview["people"], overview["lines"]
    who = "one person" if people["human"] == 1 else f"{people['human']:,} people"
    since = str(overview["first_commit_at"])[:4]
    text = f"{name} has {lines['included']:,} lines, from {overview['commits']:,} commits by {who} since {since}"
    languages = overview["top_languages"]
    if languages:
        top = languages[0]
        text += f", {'mostly ' if top['share'] > _MOSTLY else 'first of all '}{top['name']} ({top['share']:.0%})"
    return text + "."


def _risk(ownership: Mapping[str, Any]) -> Iterator[str]:
    factor = ownership["truck_factor"]
    names = [person["name"] for person in factor["people"]]
    if len(names) == 1:
        yield f"{names[0]} alone is the author of more than half of the files."
    elif names:
        who = f"{', '.join(names[:3])} and others" if len(names) > 3 else f"{', '.join(names[:-1])} and {names[-1]}"
        yield f"Were {who} to leave, {len(names):,} people in all, more than half of the files would have no author."
    loss = ownership["knowledge_loss"]
    if loss["lines"]:
        yield f"{loss['share']:.0%} of the lines are by people who have been gone for {loss['months']} months."


def _dependencies(found: Mapping[str, Any]) -> str:
    if not found["direct"]:
        return "Its manifests ask for no packages."
    brought = f" and brings {found['transitive']:,} more along" if found["transitive"] else ""
    return f"It asks for {found['direct']:,} packages{brought}."
