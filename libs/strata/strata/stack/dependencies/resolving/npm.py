"""npm: catalogs, and packages of the repository's own that others of it ask for."""

from __future__ import annotations

from dataclasses import replace

from strata.stack.dependencies.model import Caveat, Dependency, Manifest
from strata.stack.dependencies.resolving.members import is_member


def resolve_npm(manifests: dict[str, Manifest]) -> tuple[dict[str, Manifest], list[Caveat]]:
    """`catalog:` becomes what the catalog says, `workspace:` points at the package in the repository."""
    found = dict(manifests)
    warnings: list[Caveat] = []
    roots = {
        path: manifest for path, manifest in manifests.items() if manifest.ecosystem == "npm" and _is_root(manifest)
    }
    own = {
        manifest.component.name: manifest.component.folder
        for manifest in manifests.values()
        if manifest.ecosystem == "npm" and manifest.component and manifest.component.name
    }
    for path, manifest in manifests.items():
        if manifest.ecosystem != "npm" or not manifest.dependencies:
            continue
        catalogs: dict[str, str] | None = None
        resolved: list[Dependency] = []
        for each in manifest.dependencies:
            asked = each.range or ""
            if asked.startswith("catalog:"):
                if catalogs is None:
                    catalogs = _catalogs(path.rpartition("/")[0], roots)
                range_ = catalogs.get(f"{asked[8:].strip() or 'default'}/{each.name}")
                if range_ is None:
                    warnings.append(
                        Caveat(path, "unknown-catalog", "A catalog has no such entry.", each.evidence[0].line)
                    )
                resolved.append(replace(each, range=range_ or asked))
            elif asked.startswith("workspace:") and each.name in own:
                resolved.append(replace(each, origin=own[each.name] or "."))
            else:
                resolved.append(each)
        found[path] = replace(manifest, dependencies=tuple(resolved))
    return found, warnings


def _is_root(manifest: Manifest) -> bool:
    return bool(manifest.values) or any(reference.kind == "members" for reference in manifest.references)


def _catalogs(folder: str, roots: dict[str, Manifest]) -> dict[str, str]:
    """The entries of the workspace that `folder` is a member of; those of the nearest one count."""
    entries: dict[str, str] = {}
    for path, manifest in sorted(roots.items(), key=lambda each: each[0].count("/")):
        root = path.rpartition("/")[0]
        patterns = [reference.target for reference in manifest.references if reference.kind == "members"]
        if is_member(root, folder, patterns):
            entries |= manifest.values
    return entries
