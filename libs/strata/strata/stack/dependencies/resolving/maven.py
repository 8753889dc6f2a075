"""Maven: parents, properties, managed versions and imported BOMs, as far as they are in the repository."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from strata.stack.dependencies.files import beside
from strata.stack.dependencies.limits import DEPTH, WORD
from strata.stack.dependencies.model import Caveat, Component, Dependency, Manifest
from strata.stack.dependencies.parsers.maven import SCOPES

PROPERTY = re.compile(r"\$\{([^{}$]{1,200})\}")
Values = dict[str, str]


def resolve_maven(manifests: dict[str, Manifest]) -> tuple[dict[str, Manifest], list[Caveat]]:
    """Fills in what each POM has from elsewhere. What is in none of the files stays open, and a warning says so."""
    poms = {
        path: manifest
        for path, manifest in manifests.items()
        if manifest.ecosystem == "maven" and "project.artifactId" in manifest.values
    }
    by_name = {_name(pom): path for path, pom in sorted(poms.items())}
    found = dict(manifests)
    warnings: list[Caveat] = []
    effective: dict[str, Values] = {}
    for path, pom in poms.items():
        values = _effective(path, poms, by_name, effective, ())
        resolved = []
        for each in pom.dependencies:
            made = _dependency(each, values)
            line = each.evidence[0].line
            if made.name.startswith(":") or "${" in made.name:
                warnings.append(Caveat(path, "unresolved-expression", "The name of a dependency is not known.", line))
            elif made.range and "${" in made.range:
                warnings.append(
                    Caveat(path, "unresolved-expression", "A version is a property that is not known.", line)
                )
            resolved.append(made)
        component = pom.component and _component(pom.component, values)
        found[path] = replace(pom, component=component, dependencies=tuple(resolved))
    return found, warnings


def _name(pom: Manifest) -> str:
    return f"{pom.values.get('project.groupId', '')}:{pom.values['project.artifactId']}"


def _effective(
    path: str,
    poms: Mapping[str, Manifest],
    by_name: Mapping[str, str],
    known: dict[str, Values],
    below: tuple[str, ...],
) -> Values:
    """The values of a POM over those of its parents and of the BOMs that it imports."""
    if path in known:
        return known[path]
    if path in below or len(below) > DEPTH:
        return {}
    pom = poms[path]
    values: Values = {}
    for reference in pom.references:
        parent = _parent(path, reference.target, poms, by_name) if reference.kind == "parent" else None
        if parent:
            values |= _inherited(_effective(parent, poms, by_name, known, (*below, path)))
    values |= pom.values
    for reference in pom.references:
        target = by_name.get(filled(reference.target, values)) if reference.kind == "import" else None
        if target:
            imported = _effective(target, poms, by_name, known, (*below, path))
            for key, value in imported.items():
                if key.startswith("managed:"):
                    values.setdefault(key, "\t".join(filled(each, imported) for each in value.split("\t")))
    known[path] = values
    return values


def _parent(path: str, target: str, poms: Mapping[str, Manifest], by_name: Mapping[str, str]) -> str | None:
    """The parent's file: where it should be, if what is there has the right name, else wherever it is."""
    wanted = poms[path].values.get("parent", "")
    place = beside(path, target)
    if place is not None:
        for candidate in (place, f"{place}/pom.xml".lstrip("/")):
            if candidate in poms and _name(poms[candidate]) == wanted:
                return candidate
    return by_name.get(wanted)


def _inherited(values: Values) -> Values:
    """What a child has of its parent: not the parent's own name."""
    own = ("project.artifactId", "pom.artifactId", "parent")
    inherited = {key: value for key, value in values.items() if key not in own}
    for key in ("groupId", "version"):
        if f"project.{key}" in values:
            inherited[f"project.parent.{key}"] = values[f"project.{key}"]
    return inherited


def filled(text: str, values: Mapping[str, str]) -> str:
    """The text with its properties, and theirs, as far as they are known."""
    for _ in range(DEPTH // 8):
        made = PROPERTY.sub(lambda found: values.get(found[1].strip(), found[0]), text)
        if made == text or len(made) > WORD:
            break
        text = made
    return text


def _component(component: Component, values: Values) -> Component:
    name = filled(component.name, values) if component.name else None
    version = filled(component.version, values) if component.version else None
    return replace(component, name=name, version=version)


def _dependency(each: Dependency, values: Values) -> Dependency:
    name = filled(each.name, values)
    managed_version, _, managed_scope = values.get(f"managed:{each.name}", values.get(f"managed:{name}", "")).partition(
        "\t"
    )
    if not managed_version:
        managed_version = values.get(f"plugin:{name}", "")
    range_ = filled(each.range or managed_version, values) or None
    scope = each.scope
    if each.origin == "managed-scope" and managed_scope and scope == "runtime":
        scope = SCOPES.get(managed_scope, "runtime")
    version = range_ if range_ and "${" not in range_ and range_[0] not in "[(" and "," not in range_ else None
    return replace(each, name=name, range=range_, scope=scope, origin=None, version=version, pinned=version is not None)
