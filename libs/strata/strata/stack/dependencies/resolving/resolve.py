"""The manifests of a commit as one answer, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from strata.stack.dependencies.limits import EVIDENCE, WARNINGS
from strata.stack.dependencies.model import SCOPES, Caveat, Component, Dependencies, Dependency, Manifest
from strata.stack.dependencies.resolving.cargo import resolve_cargo
from strata.stack.dependencies.resolving.gradle import resolve_gradle
from strata.stack.dependencies.resolving.locks import join
from strata.stack.dependencies.resolving.maven import resolve_maven
from strata.stack.dependencies.resolving.npm import resolve_npm
from strata.stack.dependencies.resolving.nuget import resolve_nuget
from strata.stack.dependencies.resolving.python import resolve_python

Resolver = Callable[[dict[str, Manifest]], tuple[dict[str, Manifest], list[Caveat]]]
RESOLVERS: tuple[Resolver, ...] = (
    resolve_python,
    resolve_npm,
    resolve_cargo,
    resolve_maven,
    resolve_gradle,
    resolve_nuget,
)


def resolve(manifests: Mapping[str, Manifest], warnings: Sequence[Caveat] = ()) -> Dependencies:
    """Follows what the manifests refer to, joins them with their lock files, and sorts."""
    told = [*warnings, *(warning for manifest in manifests.values() for warning in manifest.warnings)]
    found = dict(manifests)
    for each in RESOLVERS:
        found, more = each(found)
        told += more
    told.sort(key=lambda each: (each.path, each.line or 0, each.code, each.message))
    components = [manifest.component for manifest in found.values() if manifest.component]
    return Dependencies(
        tuple(sorted(components, key=_component_order)),
        tuple(sorted(_united(join(found)), key=_order)),
        tuple(told[:WARNINGS]),
        len(told),
        tuple(sorted(manifests)),
        found,
    )


def _component_order(component: Component) -> tuple[str, ...]:
    return component.folder, component.manifest, component.name or ""


def _order(each: Dependency) -> tuple[object, ...]:
    place = each.evidence[0]
    return (
        not each.direct,
        each.ecosystem,
        each.name,
        place.path,
        place.line or 0,
        SCOPES.index(each.scope),
        each.version or "",
        each.range or "",
        each.origin or "",
    )


def _united(dependencies: Sequence[Dependency]) -> list[Dependency]:
    """What one file says twice is one dependency with the evidence of both."""
    groups: dict[tuple[object, ...], list[Dependency]] = {}
    for each in dependencies:
        key = (
            each.ecosystem, each.name, each.range, each.version, each.scope, each.direct, each.origin,
            each.evidence[0].path,
        )  # fmt: skip
        groups.setdefault(key, []).append(each)
    return [group[0] if len(group) == 1 else _with_all_evidence(group) for group in groups.values()]


def _with_all_evidence(group: Sequence[Dependency]) -> Dependency:
    places = dict.fromkeys(place for each in group for place in each.evidence)
    first, *rest = places
    ordered = sorted(rest, key=lambda place: (place.path != first.path, place.path, place.line or 0))
    return replace(group[0], evidence=(first, *ordered[: EVIDENCE - 1]))
