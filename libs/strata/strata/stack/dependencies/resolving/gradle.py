"""Gradle: what the accessors of version catalogs mean, and gradle.properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from strata.stack.dependencies.model import Caveat, Dependency, Evidence, Manifest
from strata.stack.dependencies.parsers.gradle import exact

MARK = "catalog:"
SUFFIX = ".versions.toml"


def resolve_gradle(manifests: dict[str, Manifest]) -> tuple[dict[str, Manifest], list[Caveat]]:
    """Puts packages in the place of accessors. A catalog's entry that no build file uses is no dependency."""
    catalogs: dict[str, dict[str, Manifest]] = {}
    for path, manifest in manifests.items():
        if path.endswith(SUFFIX):
            name = path.rpartition("/")[2].removesuffix(SUFFIX)
            catalogs.setdefault(name, {})[path] = manifest
    found = dict(manifests)
    warnings: list[Caveat] = []
    for path, manifest in manifests.items():
        if not any(each.name.startswith(MARK) for each in manifest.dependencies):
            continue
        resolved: list[Dependency] = []
        for each in manifest.dependencies:
            if not each.name.startswith(MARK):
                resolved.append(each)
                continue
            meant = list(_meant(each, path, catalogs))
            if not meant:
                message = f"No catalog of the repository has {each.name[len(MARK) :]}."
                warnings.append(Caveat(path, "unknown-catalog", message, each.evidence[0].line))
            resolved += meant
        found[path] = replace(manifest, dependencies=tuple(resolved))
    return found, warnings


def _meant(each: Dependency, path: str, catalogs: Mapping[str, Mapping[str, Manifest]]) -> Iterator[Dependency]:
    name, _, accessor = each.name[len(MARK) :].partition(".")
    place = _nearest(path, catalogs.get(name, {}))
    if place is None:
        return
    catalog, manifest = place
    keys = [accessor]
    if accessor.startswith("bundles."):
        keys = manifest.values.get(accessor, "").split()
    for key in keys:
        entry = manifest.values.get(key) or manifest.values.get(key.replace("asProvider", "").rstrip("."))
        if entry is None or entry.count("\t") != 2:
            continue
        package, version, line = entry.split("\t")
        yield replace(
            each,
            name=package,
            range=version or None,
            version=exact(version),
            pinned=exact(version) is not None,
            evidence=(*each.evidence, Evidence(catalog, int(line) if line else None)),
        )


def _nearest(path: str, catalogs: Mapping[str, Manifest]) -> tuple[str, Manifest] | None:
    """The catalog that shares the most folders with the build file."""

    def shared(catalog: str) -> int:
        count = 0
        for left, right in zip(path.split("/")[:-1], catalog.split("/")[:-1], strict=False):
            if left != right:
                break
            count += 1
        return count

    best = max(sorted(catalogs), key=shared, default=None)
    return None if best is None else (best, catalogs[best])
