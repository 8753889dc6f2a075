"""What manifests said when they were read last, as bytes for a state: names, ranges, places, and no text of theirs.

A manifest's meaning is a function of its path, its content and who reads it, so these are its key.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from typing import Any

from strata.stack.dependencies.model import Caveat, Component, Dependency, Evidence, Locked, Manifest, Reference
from strata.stack.dependencies.registry import Format, parse

KEPT_BYTES = 64 << 20  # of all that is kept; manifests beyond that are read again

Key = tuple[str, str, str]
"""(path, id of the content, reader)."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A manifest as it was read, and how many bytes it had."""

    size: int
    manifest: Manifest


_DEPENDENCY = tuple(field.name for field in fields(Dependency))
_LOCKED = tuple(field.name for field in fields(Locked))


class Memory:
    """Manifests that are `known` from before; `kept` are those that are still there, and those that were read since."""

    def __init__(self, known: Mapping[Key, Remembered] | None = None) -> None:
        self._known = known or {}
        self.kept: dict[Key, Remembered] = {}

    def recall(self, path: str, blob: str | None, chosen: Format) -> Remembered | None:
        """What the same content said there before."""
        found = self._known.get((path, blob, chosen.reader)) if blob else None
        if blob and found:
            self.kept[path, blob, chosen.reader] = found
        return found

    def parse(self, path: str, blob: str | None, content: bytes, chosen: Format) -> Manifest:
        """Reads a manifest and keeps what it says."""
        manifest = parse(path, content, chosen)
        if blob:
            self.kept[path, blob, chosen.reader] = Remembered(len(content), manifest)
        return manifest


def pack_manifests(found: Mapping[Key, Remembered]) -> bytes:
    """Manifests as bytes for a state."""
    lines: list[bytes] = []
    left = KEPT_BYTES
    for key, each in sorted(found.items()):
        line = json.dumps([*key, each.size, _packed(each.manifest)], separators=(",", ":")).encode()
        if len(line) < left:
            left -= len(line)
            lines.append(line)
    return b"\n".join(lines)


def unpack_manifests(packed: bytes) -> dict[Key, Remembered]:
    """The manifests that `pack_manifests` took."""
    found: dict[Key, Remembered] = {}
    for line in packed.split(b"\n"):
        if line:
            path, blob, reader, size, row = json.loads(line)
            found[path, blob, reader] = Remembered(size, _unpacked(row))
    return found


def _packed(manifest: Manifest) -> list[Any]:
    return [
        manifest.ecosystem,
        manifest.component and astuple(manifest.component),
        [_dependency(each) for each in manifest.dependencies],
        None if manifest.locked is None else [[getattr(each, name) for name in _LOCKED] for each in manifest.locked],
        [astuple(each) for each in manifest.references],
        dict(manifest.values),
        manifest.overridden,
        [astuple(each) for each in manifest.warnings],
    ]


def _dependency(each: Dependency) -> list[Any]:
    values = [getattr(each, name) for name in _DEPENDENCY]
    values[_DEPENDENCY.index("evidence")] = [[place.path, place.line] for place in each.evidence]
    return values


def _unpacked(row: list[Any]) -> Manifest:
    ecosystem, component, dependencies, locked, references, values, overridden, warnings = row
    return Manifest(
        ecosystem,
        component and Component(*component),
        tuple(_one(each) for each in dependencies),
        None if locked is None else tuple(_package(each) for each in locked),
        tuple(Reference(*each) for each in references),
        values,
        tuple(overridden),
        tuple(Caveat(*each) for each in warnings),
    )


def _one(values: list[Any]) -> Dependency:
    place = _DEPENDENCY.index("evidence")
    values[place] = tuple(Evidence(*each) for each in values[place])
    return Dependency(*values)


def _package(values: list[Any]) -> Locked:
    row: list[Any] = [tuple(each) if isinstance(each, list) else each for each in values]
    return Locked(*row)
