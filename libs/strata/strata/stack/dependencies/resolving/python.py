"""pip: constraints, compiled requirements, and projects of the repository that others of it ask for."""

from __future__ import annotations

from dataclasses import replace

from strata.stack.dependencies.files import beside
from strata.stack.dependencies.model import Caveat, Locked, Manifest

LISTS = (".txt", ".in", ".pip")


def resolve_python(manifests: dict[str, Manifest]) -> tuple[dict[str, Manifest], list[Caveat]]:
    """A list that was compiled from another is its lock file; constraints give versions to what is asked for."""
    found = dict(manifests)
    constraints = _constraints(manifests)
    for path in constraints:
        found[path] = replace(found[path], dependencies=())
    for path, manifest in manifests.items():
        if path in constraints or manifest.ecosystem != "pypi" or not path.endswith(LISTS):
            continue
        source = path.removesuffix(".txt") + ".in"
        if path.endswith(".txt") and source in manifests:
            found[path] = replace(manifest, dependencies=(), locked=_locked(manifest))
            continue
        given = {
            each.name: each.version
            for reference in manifest.references
            if reference.kind == "constraint" and (target := beside(path, reference.target)) in manifests
            for each in manifests[target or ""].dependencies
            if each.version
        }
        if given:
            found[path] = replace(
                manifest,
                dependencies=tuple(
                    replace(each, version=given[each.name]) if each.version is None and each.name in given else each
                    for each in manifest.dependencies
                ),
            )
    return found, []


def _constraints(manifests: dict[str, Manifest]) -> set[str]:
    named = {path for path in manifests if path.rpartition("/")[2].startswith("constraints")}
    for path, manifest in manifests.items():
        for reference in manifest.references:
            target = beside(path, reference.target)
            if reference.kind == "constraint" and target in manifests:
                named.add(target or "")
    return named


def _locked(manifest: Manifest) -> tuple[Locked, ...]:
    return tuple(
        Locked(each.name, each.version or "", each.evidence[0].line, origin=each.origin)
        for each in manifest.dependencies
    )
