"""What the repository's packages depend on."""

from __future__ import annotations

from collections import defaultdict

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.stack.dependencies import model
from strata.stack.dependencies.model import Dependencies, Dependency, Scope


class ComponentRow(Row):
    folder: str
    manifest: str
    ecosystem: str
    name: str | None
    version: str | None
    licence: str | None


class EvidenceRow(Row):
    path: str
    line: int | None


class DependencyRow(Row):
    purl: str
    ecosystem: str
    name: str
    range: str | None
    version: str | None
    scope: Scope
    direct: bool
    origin: str | None
    evidence: list[EvidenceRow]


class DependencyTotal(Row):
    ecosystem: str
    direct: int
    transitive: int
    unresolved: int


class DependencyRows(Row):
    direct: int
    transitive: int
    by_ecosystem: list[DependencyTotal]
    listed: list[DependencyRow]


class WarningRow(Row):
    path: str
    line: int | None
    code: str
    message: str


class Warnings(Row):
    count: int
    listed: list[WarningRow]


def _found(facts: Facts) -> Dependencies:
    return facts.dependencies or Dependencies()


@metric(section="stack", needs=Stage.FILES)
def components(facts: Facts) -> list[ComponentRow]:
    """Projects of the repository's own, as their manifests describe them, by folder.

    `licence` is what the manifest says, not what its files say. `folder` is "" at the top.
    """
    return [
        ComponentRow(
            folder=each.folder,
            manifest=each.manifest,
            ecosystem=each.ecosystem,
            name=each.name,
            version=each.version,
            licence=each.licence,
        )
        for each in _found(facts).components
    ]


@metric(section="stack", needs=Stage.FILES)
def dependencies(facts: Facts) -> DependencyRows:
    """Packages that manifests ask for and lock files bring along, each with the lines that say so.

    Direct: asked for by a manifest; `range` is as written there, `version` by the lock file that answers it or because
    the declaration is exact, null if it is open (`unresolved` counts these). Transitive: in a lock file, asked for by
    no manifest; its scope is the strongest from which it is reached. `origin` says where a package comes from that is
    not from the ecosystem's registry. A row is a package, version, range, scope and file. The first 5,000 are listed
    (option `dependencies_listed`), direct ones first, then by ecosystem and name; totals count all. Package URLs as
    purl-spec has them. Manifests of vendored files, and in folders such as `node_modules` and `vendor`, do not count.
    """
    found = _found(facts).dependencies
    groups: dict[str, list[Dependency]] = defaultdict(list)
    for each in found:
        groups[each.ecosystem].append(each)
    return DependencyRows(
        direct=sum(each.direct for each in found),
        transitive=sum(not each.direct for each in found),
        by_ecosystem=[
            DependencyTotal(
                ecosystem=name,
                direct=sum(each.direct for each in group),
                transitive=sum(not each.direct for each in group),
                unresolved=sum(each.version is None for each in group),
            )
            for name, group in sorted(groups.items())
        ],
        listed=[_row(each) for each in found[: facts.options.dependencies_listed]],
    )


@metric(section="stack", needs=Stage.FILES)
def warnings(facts: Facts) -> Warnings:
    """Manifests and lock files that could not be read, entries that were skipped, and what stays undecided.

    Each with a stable `code`. The first 1,000 by path are listed; `count` counts all.
    """
    found = _found(facts)
    return Warnings(count=found.warned, listed=[_warning(each) for each in found.warnings])


def _row(each: Dependency) -> DependencyRow:
    return DependencyRow(
        purl=each.purl,
        ecosystem=each.ecosystem,
        name=each.name,
        range=each.range,
        version=each.version,
        scope=each.scope,
        direct=each.direct,
        origin=each.origin,
        evidence=[EvidenceRow(path=place.path, line=place.line) for place in each.evidence],
    )


def _warning(each: model.Caveat) -> WarningRow:
    return WarningRow(path=each.path, line=each.line, code=each.code, message=each.message)
