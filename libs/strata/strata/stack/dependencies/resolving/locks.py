"""Manifests joined with the lock files that answer them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from strata.stack.dependencies.model import SCOPES, Dependency, Evidence, Locked, Manifest, Scope
from strata.stack.dependencies.names import normal

FROM_ABOVE = frozenset({"hex", "pub", "gem", "swift", "terraform"})
"""Where a lock file at the top answers for all folders below, though it does not say so."""


@dataclass
class Lock:
    """A lock file with its packages by name, and which of them some manifest asks for."""

    path: str
    folder: str
    packages: Sequence[Locked]
    by_name: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    asked: dict[int, Scope] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for index, package in enumerate(self.packages):
            self.by_name[package.name].append(index)


def join(manifests: Mapping[str, Manifest]) -> list[Dependency]:
    """Direct dependencies with the versions that lock files give them, and what else these files bring along."""
    locks: dict[tuple[str, str], list[Lock]] = defaultdict(list)
    for path, manifest in sorted(manifests.items()):
        if manifest.locked is not None:
            folder = path.rpartition("/")[0]
            locks[manifest.ecosystem, folder].append(Lock(path, folder, manifest.locked))
    joined: list[Dependency] = []
    for path, manifest in sorted(manifests.items()):
        folder = path.rpartition("/")[0]
        name = normal(manifest.ecosystem, manifest.component.name or "") if manifest.component else None
        for dependency in manifest.dependencies:
            nearest = _nearest(locks, dependency.ecosystem, folder)
            joined += _joined(dependency, folder, name, nearest)
    for (ecosystem, _), several in sorted(locks.items()):
        for lock in several:
            joined += _brought(ecosystem, lock)
    return joined


def _nearest(locks: Mapping[tuple[str, str], list[Lock]], ecosystem: str, folder: str) -> list[Lock]:
    while True:
        if found := locks.get((ecosystem, folder)):
            return found
        if not folder:
            return []
        folder = folder.rpartition("/")[0]


def _joined(dependency: Dependency, folder: str, component: str | None, locks: list[Lock]) -> Iterator[Dependency]:
    """The dependency with its version: several times where a lock file has several answers (one per platform, say)."""
    for lock in locks:
        answers = _answers(dependency, folder, component, lock)
        for index in answers:
            before = lock.asked.get(index)
            if before is None or SCOPES.index(dependency.scope) < SCOPES.index(before):
                lock.asked[index] = dependency.scope
            package = lock.packages[index]
            if package.own:
                origin = dependency.origin or package.origin or "."
                yield replace(dependency, version=package.version or None, origin=origin)
                continue
            yield replace(
                dependency,
                version=package.version or dependency.version,
                evidence=(*dependency.evidence, Evidence(lock.path, package.line)),
                origin=dependency.origin or package.origin,
            )
        if answers:
            return
    yield dependency


def _answers(dependency: Dependency, folder: str, component: str | None, lock: Lock) -> list[int]:
    """Which packages of `lock` a dependency of the component in `folder` comes to; none where that is not certain."""
    candidates = lock.by_name.get(dependency.name, [])
    inside = folder[len(lock.folder) :].lstrip("/") if lock.folder else folder
    packages = lock.packages
    for index in candidates:
        if packages[index].version == dependency.version and dependency.pinned:
            return [index]
    used = [
        index for index in candidates if inside in packages[index].users or (component or "") in packages[index].users
    ]
    asked = [index for index in candidates if (dependency.range or "") in packages[index].answers]
    if used or asked:
        return [index for index in used if index in asked] or used or asked[:1]
    if dependency.scope != "peer":  # a lock file that answers other ranges is older than the manifest
        candidates = [index for index in candidates if not packages[index].answers]
    near = folder == lock.folder or dependency.ecosystem in FROM_ABOVE
    return candidates if near and len({packages[index].version for index in candidates}) == 1 else []


def _brought(ecosystem: str, lock: Lock) -> Iterator[Dependency]:
    """The packages that no manifest asks for."""
    reached = _reached(ecosystem, lock)
    for index, package in enumerate(lock.packages):
        if index in lock.asked or package.own:
            continue
        yield Dependency(
            package.ecosystem or ecosystem,
            package.name,
            None,
            package.scope or reached.get(index, "runtime"),
            (Evidence(lock.path, package.line),),
            package.version or None,
            direct=False,
            origin=package.origin,
        )


def _reached(ecosystem: str, lock: Lock) -> dict[int, Scope]:
    """For each package the strongest scope from which it is needed."""
    found: dict[int, Scope] = {}
    for scope in SCOPES:
        waiting = [index for index, asked in lock.asked.items() if asked == scope]
        while waiting:
            index = waiting.pop()
            if index in found:
                continue
            found[index] = scope
            waiting.extend(_needed(ecosystem, lock, lock.packages[index].requires))
    return found


def _needed(ecosystem: str, lock: Lock, names: Iterable[str]) -> Iterator[int]:
    for each in names:
        name, _, version = each.partition(" ")
        for index in lock.by_name.get(normal(ecosystem, name), ()):
            package = lock.packages[index]
            if not version or package.version == version or version in package.answers:
                yield index
