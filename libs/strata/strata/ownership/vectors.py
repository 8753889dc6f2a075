"""Owners of the lines of a file, packed: four bytes per line, the index of the owning commit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from strata.history.hunks import unpacked_hunks
from strata.ownership.lines import Vector

SIZE = 4
EMPTY = np.empty(0, dtype=np.int32)


def packed(commit: int) -> bytes:
    """One line of `commit`."""
    return commit.to_bytes(SIZE, "little")


def unpacked(lines: bytes) -> Vector:
    """A view that cannot be written to."""
    return np.frombuffer(lines, dtype="<i4")


def patched(before: bytes, hunks: bytes, own: bytes) -> bytes:
    """The lines after `hunks`, the new ones being `own`."""
    parts = []
    at = 0
    for old, olds, _, news in unpacked_hunks(hunks):
        parts.append(before[at : old * SIZE])
        parts.append(own * news)
        at = (old + olds) * SIZE
    parts.append(before[at:])
    return b"".join(parts)


def removed(before: bytes, hunks: bytes) -> bytes:
    """The lines that `hunks` take away, in their order."""
    return b"".join([before[old * SIZE : (old + olds) * SIZE] for old, olds, _, _ in unpacked_hunks(hunks) if olds])


def added(hunks: bytes) -> int:
    """The lines that `hunks` bring."""
    return sum([news for _, _, _, news in unpacked_hunks(hunks)])


def merged(earlier: Sequence[tuple[bytes, bytes]], own: int) -> bytes:
    """The lines after a merge: the first parent that has a line unchanged gives its owner."""
    before, hunks = earlier[0]
    size = len(before) // SIZE + sum(news - olds for _, olds, _, news in unpacked_hunks(hunks))
    vector = np.full(size, -1, dtype="<i4")
    for before, hunks in earlier:
        owners = unpacked(before)
        at_old = at_new = 0
        for old, olds, new, news in [*unpacked_hunks(hunks), (len(owners), 0, size, 0)]:
            unchanged = vector[at_new:new]
            np.copyto(unchanged, owners[at_old:old], where=unchanged < 0)
            at_old, at_new = old + olds, new + news
    vector[vector < 0] = own
    return vector.tobytes()


def differing(before: bytes, after: bytes) -> tuple[Vector, Vector]:
    """Both without what they have in common at the same place from the top or the bottom."""
    if before == after:
        return EMPTY, EMPTY
    lost, won = unpacked(before), unpacked(after)
    if len(lost) == len(won):
        other = lost != won
        return lost[other], won[other]
    same = _common(lost, won)
    lost, won = lost[same:], won[same:]
    same = _common(lost[::-1], won[::-1])
    return lost[: len(lost) - same], won[: len(won) - same]


def _common(one: Vector, other: Vector) -> int:
    size = min(len(one), len(other))
    differs = one[:size] != other[:size]
    first = int(differs.argmax()) if size else 0
    return first if size and differs[first] else size
