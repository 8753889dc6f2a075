"""The manifests of a commit as one answer, in a stable order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from strata.stack.dependencies.limits import WARNINGS
from strata.stack.dependencies.model import SCOPES, Caveat, Component, Dependencies, Dependency, Evidence, Manifest
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
    united: dict[tuple[object, ...], Dependency] = {}
    for each in dependencies:
        key = (
            each.ecosystem, each.name, each.range, each.version, each.scope, each.direct, each.origin,
            each.evidence[0].path,
        )  # fmt: skip
        before = united.get(key)
        if before is None:
            united[key] = each
        else:
            places = tuple(dict.fromkeys([*before.evidence, *each.evidence]))
            united[key] = _with_evidence(before, places)
    return list(united.values())


def _with_evidence(dependency: Dependency, places: tuple[Evidence, ...]) -> Dependency:
    first, *rest = places
    return Dependency(
        dependency.ecosystem,
        dependency.name,
        dependency.range,
        dependency.scope,
        (first, *sorted(rest, key=lambda each: (each.path, each.line or 0))),
        dependency.version,
        dependency.direct,
        dependency.pinned,
        dependency.origin,
    )
