"""Resolved packages beside advisories."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from strata.stack.dependencies.limits import EVIDENCE
from strata.stack.dependencies.model import Dependency, Evidence
from strata.vulnerabilities.matching import affects, fixed_by
from strata.vulnerabilities.model import Advisories, Advisory, Edition


@dataclass(frozen=True, slots=True)
class Vulnerability:
    """An advisory that holds for a package of the repository; `fixed` are versions that it does not hold for."""

    package: Dependency
    advisory: Advisory
    fixed: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found, and of how many packages nothing could be said.

    A package is a name and a version. `checked` ones were compared with every advisory on them; `unresolved` have no
    version; the database does not have the ecosystem of the `uncovered`; and of the `undecided` some advisory is known
    of which it cannot be told whether it holds.
    """

    edition: Edition
    found: tuple[Vulnerability, ...]
    checked: int
    unresolved: int
    uncovered: int
    undecided: int


def check(dependencies: Sequence[Dependency], advisories: Advisories) -> Checked:
    """Compares each package with the advisories on it, but those that come from elsewhere than a registry."""
    packages: dict[str, dict[tuple[str, str | None], list[Dependency]]] = defaultdict(lambda: defaultdict(list))
    for each in dependencies:
        if each.origin is None or each.origin.startswith("replaces "):
            packages[each.ecosystem][each.name, each.version].append(each)
    found: list[Vulnerability] = []
    checked = unresolved = uncovered = undecided = 0
    for ecosystem, those in sorted(packages.items()):
        resolved = {key: group for key, group in those.items() if key[1]}
        unresolved += len(those) - len(resolved)
        known = advisories.of(ecosystem, {name for name, _ in resolved}) if resolved else {}
        if known is None:
            uncovered += len(resolved)
            continue
        for (name, version), group in sorted(resolved.items(), key=lambda each: (each[0][0], each[0][1] or "")):
            answers = [(each, affects(each, ecosystem, version or "")) for each in known.get(name, ())]
            found += [_vulnerability(group, each, version or "") for each, answer in answers if answer]
            if any(answer is None for _, answer in answers):
                undecided += 1
            else:
                checked += 1
    return Checked(advisories.edition(), tuple(found), checked, unresolved, uncovered, undecided)


def _vulnerability(group: Sequence[Dependency], advisory: Advisory, version: str) -> Vulnerability:
    first = min(group, key=lambda each: (not each.direct, each.evidence))
    places = dict.fromkeys(place for each in group for place in each.evidence)
    return Vulnerability(first, advisory, fixed_by(advisory, first.ecosystem, version), tuple(places)[:EVIDENCE])
