"""Frameworks, tools and services at head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.stack.technologies.places import ROLES, Role
from strata.stack.technologies.recognise import Evidence, Shown, Use
from strata.stack.technologies.rules import rules

EVIDENCE = 10
COMPONENTS = 100
STACKS = 1_000


class TechnologyEvidence(Row):
    path: str
    line: int | None
    kind: Shown
    sign: str


class TechnologyComponent(Row):
    folder: str
    role: Role
    confidence: float
    versions: list[str]
    ranges: list[str]
    evidence: list[TechnologyEvidence]


class TechnologyRow(Row):
    id: str
    name: str
    category: str
    website: str
    role: Role
    confidence: float
    versions: list[str]
    components: int
    listed: list[TechnologyComponent]


class ComponentStack(Row):
    folder: str
    role: Role
    technologies: list[str]


@metric(section="stack", needs=Stage.FILES)
def technologies(facts: Facts) -> list[TechnologyRow]:
    """Frameworks, tools, services and habits, each with what shows it, by category and name.

    By rules that are data (`libs/strata/technologies`): a direct dependency, an image or action, the name of a file, or
    a line in it. A package that only a lock file brings along shows nothing; vendored and excluded files do not count.
    `confidence` is 1 − Π(1 − c) over the kinds of evidence: c is 0.95 for a dependency that is the technology, 0.85 for
    a client of it, 0.8 for a file, 0.7 for a line; a dependency that is not needed to build or run has 0.9 of that,
    what another technology implies 0.9 of its. Of several components the best of their highest role counts.

    `versions` are those of dependencies that are the technology, `ranges` what is asked for. `role` says where it is:
    `main`, or only in folders called like `examples`, `tests` or `docs`, in this order; tools for tests and documents
    found there are of the component around. The first 100 of all `components` are listed, with 10 places each.
    """
    groups: dict[str, list[Use]] = defaultdict(list)
    for use in facts.technologies:
        groups[use.technology].append(use)
    return sorted((_row(name, uses) for name, uses in groups.items()), key=lambda row: (row.category, row.name, row.id))


@metric(section="stack", needs=Stage.FILES)
def component_stacks(facts: Facts) -> list[ComponentStack]:
    """The technologies of each component, by folder.

    Components are folders with a manifest of a project, and those set apart by their names (`examples`, `tests`,
    `docs`); `folder` is "" at the top. What belongs to no component below counts there. The first 1,000 are listed.
    """
    groups: dict[tuple[str, Role], list[str]] = defaultdict(list)
    for use in facts.technologies:
        groups[use.place.folder, use.place.role].append(use.technology)
    return [
        ComponentStack(folder=folder, role=role, technologies=sorted(names))
        for (folder, role), names in sorted(groups.items())[:STACKS]
    ]


def _row(name: str, uses: Sequence[Use]) -> TechnologyRow:
    rule = rules().by_id[name]
    ordered = sorted(uses, key=lambda use: (ROLES.index(use.place.role), -use.confidence, use.place.folder))
    first = ordered[0]
    return TechnologyRow(
        id=name,
        name=rule.name,
        category=rule.category,
        website=rule.website,
        role=first.place.role,
        confidence=first.confidence,
        versions=sorted({version for use in uses for version in use.versions}),
        components=len(uses),
        listed=[_component(use) for use in ordered[:COMPONENTS]],
    )


def _component(use: Use) -> TechnologyComponent:
    return TechnologyComponent(
        folder=use.place.folder,
        role=use.place.role,
        confidence=use.confidence,
        versions=list(use.versions),
        ranges=list(use.ranges),
        evidence=[_evidence(each) for each in use.evidence[:EVIDENCE]],
    )


def _evidence(each: Evidence) -> TechnologyEvidence:
    return TechnologyEvidence(path=each.path, line=each.line, kind=each.kind, sign=each.sign)
