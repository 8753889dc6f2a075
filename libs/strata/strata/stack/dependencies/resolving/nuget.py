"""NuGet: versions that Directory.Packages.props states for all projects below it, and properties beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from strata.stack.dependencies.limits import WORD
from strata.stack.dependencies.model import Caveat, Dependency, Manifest
from strata.stack.dependencies.parsers.dotnet import exact

PROPERTY = re.compile(r"\$\((\w{1,200})\)")
SHARED = ("Directory.Packages.props", "Directory.Build.props", "Directory.Build.targets")
PROJECTS = ("proj", ".props", ".targets")


def resolve_nuget(manifests: dict[str, Manifest]) -> tuple[dict[str, Manifest], list[Caveat]]:
    """Gives references without a version the central one, and fills in properties."""
    found = dict(manifests)
    warnings: list[Caveat] = []
    by_folder: dict[str, list[Manifest]] = {}
    for path, manifest in manifests.items():
        folder, _, name = path.rpartition("/")
        if name in SHARED:
            by_folder.setdefault(folder, []).append(manifest)
    for path, manifest in manifests.items():
        if manifest.ecosystem != "nuget" or not path.endswith(PROJECTS) or not manifest.dependencies:
            continue
        values: dict[str, str] = {}
        for shared in _above(path, by_folder):
            values |= shared.values
        values |= manifest.values
        resolved: list[Dependency] = []
        for each in manifest.dependencies:
            range_ = _filled(each.range or values.get(f"central:{each.name.lower()}") or "", values) or None
            if range_ and "$(" in range_:
                message = "A version is a property that is not known."
                warnings.append(Caveat(path, "unresolved-expression", message, each.evidence[0].line))
            version = exact(range_)
            resolved.append(replace(each, range=range_, version=version))
        found[path] = replace(manifest, dependencies=tuple(resolved))
    return found, warnings


def _filled(text: str, values: Mapping[str, str]) -> str:
    for _ in range(4):
        text = PROPERTY.sub(lambda found: values.get(f"property:{found[1]}", found[0]), text)[:WORD]
    return text


def _above(path: str, by_folder: dict[str, list[Manifest]]) -> Iterator[Manifest]:
    """Shared files from the top down to the folder of `path`."""
    folders = [""]
    for part in path.split("/")[:-1]:
        folders.append(f"{folders[-1]}/{part}".lstrip("/"))
    for folder in folders:
        yield from by_folder.get(folder, ())
