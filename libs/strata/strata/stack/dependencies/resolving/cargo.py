"""Cargo: what members inherit from their workspace."""

from __future__ import annotations

from dataclasses import replace

from strata.stack.dependencies.model import Caveat, Component, Dependency, Manifest
from strata.stack.dependencies.names import normal
from strata.stack.dependencies.parsers.cargo import INHERITED, exact

NAME = "Cargo.toml"


def resolve_cargo(manifests: dict[str, Manifest]) -> tuple[dict[str, Manifest], list[Caveat]]:
    """Fills in name, range and origin of what says `workspace = true`, from the nearest workspace above."""
    found = dict(manifests)
    warnings: list[Caveat] = []
    for path, manifest in manifests.items():
        if not path.endswith(NAME) or manifest.ecosystem != "cargo":
            continue
        if not _inherits(manifest):
            continue
        values = _workspace(path, manifests)
        resolved: list[Dependency] = []
        for each in manifest.dependencies:
            if each.range != INHERITED:
                resolved.append(each)
                continue
            entry = values.get(each.name)
            if entry is None:
                message = "The workspace has no such dependency."
                warnings.append(Caveat(path, "unknown-workspace-dependency", message, each.evidence[0].line))
                resolved.append(replace(each, range=None))
                continue
            name, range_, origin = entry.split("\t")
            resolved.append(
                replace(
                    each,
                    name=normal("cargo", name),
                    range=range_ or None,
                    origin=origin or None,
                    version=exact(range_),
                    pinned=exact(range_) is not None,
                    alias=each.name if normal("cargo", name) != each.name else None,
                )
            )
        component = manifest.component and _component(manifest.component, values)
        found[path] = replace(manifest, component=component, dependencies=tuple(resolved))
    return found, warnings


def _inherits(manifest: Manifest) -> bool:
    component = manifest.component
    return any(each.range == INHERITED for each in manifest.dependencies) or (
        component is not None and INHERITED in (component.version, component.licence)
    )


def _component(component: Component, values: dict[str, str]) -> Component:
    version = values.get("package.version") if component.version == INHERITED else component.version
    licence = values.get("package.license") if component.licence == INHERITED else component.licence
    return replace(component, version=version, licence=licence)


def _workspace(path: str, manifests: dict[str, Manifest]) -> dict[str, str]:
    folder = path.rpartition("/")[0]
    while True:
        root = manifests.get(f"{folder}/{NAME}" if folder else NAME)
        if root and (root.values or any(each.kind == "members" for each in root.references)):
            return dict(root.values)
        if not folder:
            return {}
        folder = folder.rpartition("/")[0]
