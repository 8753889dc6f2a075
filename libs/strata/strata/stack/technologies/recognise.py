"""From the files and dependencies of a commit to the technologies that they show."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from strata.stack.dependencies.files import Files
from strata.stack.dependencies.model import Dependencies, Dependency, Scope
from strata.stack.technologies.places import Place, Places
from strata.stack.technologies.reading import lines_to_read
from strata.stack.technologies.rules import Kind, Rule, Rules, Sign, rules

Shown = Literal["dependency", "client", "file", "content", "implied"]
CONFIDENCE: Mapping[Kind, float] = {"dependency": 0.95, "client": 0.85, "file": 0.8, "content": 0.7}
LESS = 0.9  # for what is not needed to build or run, and for what another technology implies
NEEDED: frozenset[Scope] = frozenset({"runtime", "build"})
NUMBER = re.compile(r"v?(\d+(?:\.\d+)*)(?:$|[-+_])")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where it is shown and by what: the package, the pattern of a path, or the technology that implies it."""

    path: str
    line: int | None
    kind: Shown
    sign: str


@dataclass(frozen=True, slots=True)
class Use:
    """A technology in one component. `evidence` is sorted, the strongest kind first."""

    technology: str
    place: Place
    confidence: float
    versions: tuple[str, ...]
    ranges: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Hit:
    """One sign that was found."""

    sign: Sign
    evidence: Evidence
    weight: float
    version: str | None = None
    range: str | None = None


def technologies(files: Files, dependencies: Dependencies, known: Rules | None = None) -> tuple[Use, ...]:
    """All that the files and the direct dependencies of a commit show, by technology and component.

    What only a lock file brings along shows nothing. Of `files` those are read that a rule wants to see, within limits.
    """
    asked = known or rules()
    paths = files.paths()
    hits = [*_of_dependencies(dependencies.dependencies, asked), *_of_paths(paths, asked)]
    for path, pattern, lines in lines_to_read(files, asked.to_read(paths)):
        for sign, number, version in asked.of_content(pattern, lines):
            evidence = Evidence(path, number, "content", sign.text)
            hits.append(_Hit(sign, evidence, CONFIDENCE["content"], version))
    places = Places(dependencies.files)
    return tuple(sorted(_with_implied(_uses(hits, places, asked), asked), key=_order))


def of_package(ecosystem: str, name: str) -> tuple[str, ...]:
    """The technologies that a direct dependency shows by itself, sorted; what they imply is left out."""
    return tuple(sorted({sign.rule for sign in rules().of_package(ecosystem, name) if not sign.part}))


def _of_dependencies(dependencies: Iterable[Dependency], asked: Rules) -> Iterator[_Hit]:
    for each in dependencies:
        if not each.direct:
            continue
        for sign in asked.of_package(each.ecosystem, each.name):
            weight = CONFIDENCE[sign.kind] * (1 if each.scope in NEEDED else LESS)
            place = each.evidence[0]
            evidence = Evidence(place.path, place.line, sign.kind, f"{each.ecosystem}/{each.name}")
            if sign.kind == "dependency":
                yield _Hit(sign, evidence, weight, version_of(each), each.range)
            else:
                yield _Hit(sign, evidence, weight)


def version_of(each: Dependency) -> str | None:
    """The version of what a dependency is: an image's is in its tag, an action's is not that of what it sets up."""
    if each.ecosystem in ("github", "gitlab"):
        return None
    if each.ecosystem == "docker":
        found = NUMBER.match(each.range or "")
        return found[1] if found else None
    return each.version


def _of_paths(paths: Sequence[str], asked: Rules) -> Iterator[_Hit]:
    for path, sign in asked.of_files(paths):
        yield _Hit(sign, Evidence(path, None, "file", sign.text), CONFIDENCE["file"])


def _uses(hits: Iterable[_Hit], places: Places, asked: Rules) -> dict[tuple[str, Place], Use]:
    groups: dict[tuple[str, Place], list[_Hit]] = defaultdict(list)
    for hit in hits:
        category = asked.by_id[hit.sign.rule].category
        groups[hit.sign.rule, places.of(hit.evidence.path, category)].append(hit)
    found: dict[tuple[str, Place], Use] = {}
    for (name, place), several in groups.items():
        if kept := _holding(asked.by_id[name], several):
            found[name, place] = _use(name, place, kept)
    return found


def _holding(rule: Rule, hits: list[_Hit]) -> list[_Hit]:
    """All hits if one suffices or every group has one; those that suffice alone otherwise."""
    parts = {hit.sign.part for hit in hits}
    if rule.together and parts.issuperset(range(1, len(rule.together) + 1)):
        return hits
    return [hit for hit in hits if hit.sign.part == 0]


def _use(name: str, place: Place, hits: Sequence[_Hit]) -> Use:
    best: dict[str, float] = {}
    for hit in hits:
        best[hit.sign.kind] = max(hit.weight, best.get(hit.sign.kind, 0.0))
    ordered = sorted(hits, key=lambda hit: (-hit.weight, hit.evidence.path, hit.evidence.line or 0, hit.evidence.sign))
    return Use(
        name,
        place,
        joined(best.values()),
        tuple(sorted({hit.version for hit in hits if hit.version})),
        tuple(sorted({hit.range for hit in hits if hit.range})),
        tuple(dict.fromkeys(hit.evidence for hit in ordered)),
    )


def joined(weights: Iterable[float]) -> float:
    """The confidence that independent signs give together: 1 less the product of what each leaves open."""
    left = 1.0
    for weight in weights:
        left *= 1 - weight
    return round(1 - left, 3)


def _with_implied(found: dict[tuple[str, Place], Use], asked: Rules) -> list[Use]:
    """What is used because something is that rests on it, where nothing shows it by itself."""
    waiting = sorted(found, key=lambda key: (key[0], key[1].folder))
    while waiting:
        name, place = waiting.pop(0)
        use = found[name, place]
        for implied in asked.by_id[name].implies:
            if (implied, place) not in found:
                evidence = replace(use.evidence[0], kind="implied", sign=name)
                found[implied, place] = Use(implied, place, round(use.confidence * LESS, 3), (), (), (evidence,))
                waiting.append((implied, place))
    return list(found.values())


def _order(use: Use) -> tuple[str, str]:
    return use.technology, use.place.folder
