"""What changed between two analyses of one repository, and why its figures moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from reports import Report
from reports.comparison import reading
from reports.comparison.model import (
    Caveat,
    Change,
    Comparison,
    CouplingChange,
    Fate,
    HotspotChange,
    LanguageChange,
    Move,
    PackageChange,
    PersonChange,
)
from reports.comparison.reading import LISTED, found

_NAMED = 3
"""People that an explanation names."""


def compare(base: Report, head: Report) -> Comparison:
    """The change from `base` to `head`, finished reports of one repository; sections that one of them lacks are left
    out.
    """
    people = _people(base, head)
    packages = _packages(base, head)
    return Comparison(
        caveats=_caveats(base, head),
        base=reading.side(base),
        head=reading.side(head),
        figures=[_change(base, head, name, people) for name in reading.FIGURES],
        people=people[:LISTED],
        languages=_languages(base, head)[:LISTED],
        packages=packages[:LISTED],
        hotspots=_hotspots(base, head)[:LISTED],
        coupling=_coupling(base, head)[:LISTED],
    )


def _caveats(base: Report, head: Report) -> list[Caveat]:
    told = reading.caveats(base, head)
    if base["commit"]["sha"] == head["commit"]["sha"]:
        told.append(Caveat("same_commit", "Both reports are of the same commit."))
    elif str(base["commit"]["time"]) > str(head["commit"]["time"]):
        told.append(Caveat("backwards", "The commit of the base is the later one."))
    return told


def _change(base: Report, head: Report, name: str, people: list[PersonChange]) -> Change:
    before, after = reading.figure(base, name), reading.figure(head, name)
    moved = None if before is None or after is None else round(after - before, 6)
    explain = _WHY.get(name)
    why = list(explain(base, head, people)) if moved and explain else []
    return Change(name, before, after, moved, why)


# ---------------------------------------------------------------- why figures moved


def _who(people: list[PersonChange], key: Callable[[PersonChange], int]) -> Iterator[str]:
    """Those with the largest changes, up and down."""
    moved = sorted((each for each in people if key(each)), key=lambda each: (-abs(key(each)), each.person))
    told = [f"{each.name} {key(each):+,}" for each in moved[:_NAMED]]
    if told:
        yield f"Most of it: {', '.join(told)}."


def _of_lines(base: Report, head: Report, people: list[PersonChange]) -> Iterator[str]:
    moved = [f"{each.name} {each.lines:+,}" for each in _languages(base, head)[:_NAMED]]
    if moved:
        yield f"By language: {', '.join(moved)}."
    yield from _who(people, lambda each: each.lines)


def _of_commits(_base: Report, _head: Report, people: list[PersonChange]) -> Iterator[str]:
    yield from _who(people, lambda each: each.commits)


def _of_people(_base: Report, _head: Report, people: list[PersonChange]) -> Iterator[str]:
    for fate, verb in (("new", "New"), ("gone", "Not there any more")):
        names = [each.name for each in people if each.fate == fate]
        if names:
            more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
            yield f"{verb}: {', '.join(names[:_NAMED])}{more}."


def _of_truck_factor(base: Report, head: Report, people: list[PersonChange]) -> Iterator[str]:
    """Who came into the smallest set of people that more than half of the files need, and who left it."""
    before, after = (found(report, "ownership", "truck_factor") for report in (base, head))
    then, now = ({row["person"]: row["name"] for row in each["people"]} for each in (before, after))
    was, has = reading.authored(base), reading.authored(head)
    for person, name in now.items():
        if person not in then:
            yield (f"{name} counts now: an author of {has.get(person, 0):,} files instead of {was.get(person, 0):,}.")
    for person, name in then.items():
        if person not in now:
            yield (
                f"{name} counts no longer: an author of {has.get(person, 0):,} files instead of {was.get(person, 0):,}."
            )
    if before["files"] != after["files"]:
        yield f"It is of {after['files']:,} files instead of {before['files']:,}."
    yield from _authors(people)


def _authors(people: list[PersonChange]) -> Iterator[str]:
    moved = sorted((each for each in people if each.files), key=lambda each: (-abs(each.files), each.person))
    for each in moved[:_NAMED]:
        verb = "became an author of" if each.files > 0 else "is no longer an author of"
        yield f"{each.name} {verb} {abs(each.files):,} files."


def _of_active(base: Report, head: Report, people: list[PersonChange]) -> Iterator[str]:
    yield from _left(base, head)
    yield from _authors(people)


def _left(base: Report, head: Report) -> Iterator[str]:
    """Who has been gone for so long by now that they count as gone, and who is back."""
    then, now = (_gone(report) for report in (base, head))
    for moved, verb in ((now - then, "Gone since then"), (then - now, "Back again")):
        lines = {person: row["lines"] for person, row in {**reading.people(base), **reading.people(head)}.items()}
        names = {person: row["name"] for person, row in {**reading.people(base), **reading.people(head)}.items()}
        with_lines = sorted((each for each in moved if lines[each]), key=lambda each: (-lines[each], each))
        if with_lines:
            told = ", ".join(f"{names[each]} ({lines[each]:,} lines)" for each in with_lines[:_NAMED])
            yield f"{verb}: {told}."


def _gone(report: Report) -> set[str]:
    since = found(report, "ownership", "knowledge_loss", "since")
    if since is None:
        return set()
    return {person for person, row in reading.people(report).items() if row["last_commit_at"] < since}


def _of_half_life(base: Report, head: Report, _people: list[PersonChange]) -> Iterator[str]:
    for name, verb in (("died", "were replaced or deleted"), ("alive", "are there now")):
        before, after = (found(report, "survival", "lifetime", name) for report in (base, head))
        if before != after:
            yield f"{after:,} lines {verb}, {before:,} before."


def _of_packages(base: Report, head: Report, _people: list[PersonChange]) -> Iterator[str]:
    moved = _packages(base, head)
    for change in ("added", "removed"):
        names = [each.name for each in moved if each.change == change]
        if names:
            more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
            yield f"{change.capitalize()}: {', '.join(names[:_NAMED])}{more}."


def _of_hotspots(base: Report, head: Report, _people: list[PersonChange]) -> Iterator[str]:
    moved = _hotspots(base, head)
    for told, paths in (
        ("New", [each.path for each in moved if each.base_score is None]),
        ("No longer", [each.path for each in moved if each.head_score is None]),
    ):
        if paths:
            more = f" and {len(paths) - _NAMED:,} more" if len(paths) > _NAMED else ""
            yield f"{told}: {', '.join(paths[:_NAMED])}{more}."


_WHY: Mapping[str, Callable[[Report, Report, list[PersonChange]], Iterator[str]]] = {
    "commits": _of_commits,
    "people": _of_people,
    "lines": _of_lines,
    "truck_factor": _of_truck_factor,
    "active_truck_factor": _of_active,
    "knowledge_loss": lambda base, head, _: _left(base, head),
    "half_life_days": _of_half_life,
    "hotspots": _of_hotspots,
    "direct_dependencies": _of_packages,
    "transitive_dependencies": _of_packages,
}


# ---------------------------------------------------------------- what moved


def _people(base: Report, head: Report) -> list[PersonChange]:
    before, after = reading.people(base), reading.people(head)
    was, has = reading.authored(base), reading.authored(head)
    changes = []
    for person in {*before, *after}:
        then, now = before.get(person, {}), after.get(person, {})
        fate: Fate = "new" if not then else "gone" if not now else "stayed"
        lines = (then.get("lines", 0), now.get("lines", 0))
        changes.append(
            PersonChange(
                person=person,
                name=(now or then)["name"],
                fate=fate,
                base_lines=lines[0],
                head_lines=lines[1],
                lines=lines[1] - lines[0],
                commits=now.get("commits", 0) - then.get("commits", 0),
                files=has.get(person, 0) - was.get(person, 0),
            )
        )
    moved = [each for each in changes if each.lines or each.commits or each.files or each.fate != "stayed"]
    return sorted(moved, key=lambda each: (-abs(each.lines), -abs(each.commits), each.person))


def _languages(base: Report, head: Report) -> list[LanguageChange]:
    before, after = reading.languages(base), reading.languages(head)
    changes = []
    for name in {*before, *after}:
        then, now = before.get(name, {}), after.get(name, {})
        lines = (then.get("lines", 0), now.get("lines", 0))
        if lines[0] != lines[1]:
            shares = (then.get("share", 0.0), now.get("share", 0.0))
            changes.append(LanguageChange(name, *lines, lines[1] - lines[0], *shares))
    return sorted(changes, key=lambda each: (-abs(each.lines), each.name))


def _packages(base: Report, head: Report) -> list[PackageChange]:
    before, after = reading.packages(base), reading.packages(head)
    changes = []
    for ecosystem, name in {*before, *after}:
        then, now = before.get((ecosystem, name), []), after.get((ecosystem, name), [])
        was, has = reading.versions(then), reading.versions(now)
        if then and now and was == has:
            continue
        direct = any(row["direct"] for row in [*then, *now])
        move: Move = "added" if not then else "removed" if not now else _move(was, has)
        changes.append(PackageChange(ecosystem, name, move, direct, was, has))
    return sorted(changes, key=lambda each: (not each.direct, each.ecosystem, each.name))


def _move(was: list[str], has: list[str]) -> Move:
    """Which way a package went, by the numbers of its greatest versions."""
    then, now = (max(map(_numbers, versions), default=()) for versions in (was, has))
    if then == now:
        return "changed"
    return "upgraded" if now > then else "downgraded"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(digits[:18]) for digits in re.findall(r"[0-9]+", version.partition("+")[0]))


def _hotspots(base: Report, head: Report) -> list[HotspotChange]:
    before, after = (
        {row["path"]: row for row in found(report, "hotspots", "files", "items") or ()} for report in (base, head)
    )
    changes = []
    for path in {*before, *after}:
        then, now = before.get(path), after.get(path)
        scores = then and then["score"], now and now["score"]
        if scores[0] != scores[1]:
            revisions = (now["revisions"] if now else 0) - (then["revisions"] if then else 0)
            changes.append(HotspotChange(path, *scores, revisions))
    return sorted(changes, key=lambda each: (-abs((each.head_score or 0) - (each.base_score or 0)), each.path))


def _coupling(base: Report, head: Report) -> list[CouplingChange]:
    before, after = (
        {(row["left"], row["right"]): row["degree"] for row in found(report, "coupling", "pairs", "items") or ()}
        for report in (base, head)
    )
    changes = [
        CouplingChange(*pair, before.get(pair), after.get(pair))
        for pair in {*before, *after}
        if before.get(pair) != after.get(pair)
    ]
    return sorted(
        changes, key=lambda each: (-abs((each.head_degree or 0) - (each.base_degree or 0)), each.left, each.right)
    )
