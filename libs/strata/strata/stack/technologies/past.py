"""When technologies came, changed and went, as far as packages show them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from strata.stack.dependencies.past import Change, Past
from strata.stack.technologies.rules import Rules, rules


def technology_past(pasts: Iterable[Past], known: Rules | None = None) -> dict[str, tuple[Change, ...]]:
    """What happened to each technology that a package shows by itself, oldest first, by id.

    It is there while one of its packages is asked for; its ranges are those of packages that are the technology.
    """
    asked = known or rules()
    packages: dict[str, dict[Past, bool]] = defaultdict(dict)
    for past in pasts:
        for sign in asked.of_package(past.ecosystem, past.name):
            if not sign.part:
                told = packages[sign.rule]
                told[past] = told.get(past, False) or sign.kind == "dependency"
    return {name: changes for name, told in sorted(packages.items()) if (changes := _joined(told))}


def _joined(packages: dict[Past, bool]) -> tuple[Change, ...]:
    """The changes of several packages as those of one thing; `packages` says of each whether its ranges are told."""
    now: dict[Past, Change] = {}
    found: list[Change] = []
    for commit, group in _by_commit(packages):
        now.update(group)
        there = [(past, change) for past, change in now.items() if change.present]
        ranges = sorted({text for past, change in there if packages[past] for text in change.ranges})
        change = Change(commit, tuple(ranges), bool(there))
        if found and (found[-1].present, found[-1].ranges) == (change.present, change.ranges):
            continue
        if found or change.present:
            found.append(change)
    return tuple(found)


def _by_commit(pasts: Iterable[Past]) -> Sequence[tuple[int, list[tuple[Past, Change]]]]:
    groups: dict[int, list[tuple[Past, Change]]] = defaultdict(list)
    for past in pasts:
        for change in past.changes:
            groups[change.commit].append((past, change))
    return sorted(groups.items(), key=lambda each: each[0])
