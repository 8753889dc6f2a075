"""How many lines there were of which kind of file, on the first-parent line through time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from strata.lifetimes import NamePast
from strata.ownership.lifetimes import sample_points
from strata.ownership.observer import FileChange, LineMove
from strata.stack.language import name_key


class NameLog:
    """Observes the living lines of included files by their names' keys, at the points of `sample_points`.

    A key is a function of the path alone, so that what is kept stays right whatever later commits say of languages.
    """

    def __init__(self, times: NDArray[np.int64], mainline: Sequence[int], included: Callable[[bytes], bool]) -> None:
        self._included = included
        self._points = sample_points(times, mainline)
        self._next = 0  # point that is not told of yet
        self._keys: dict[str, int] = {}
        self._of: dict[bytes, int] = {}
        self._alive: list[int] = []
        self._touched: set[int] = set()  # since the last point
        self._samples: list[tuple[int, int, int]] = []  # point, key, lines there
        self._changes: list[tuple[int, int, bool]] = []

    def changed(self, commit: int, files: Sequence[FileChange]) -> None:
        """Side branches come into it when they are merged."""

    def moved(self, commit: int, moves: Sequence[LineMove]) -> None:
        self._reach(commit)
        more: dict[int, int] = defaultdict(int)
        for move in moves:
            difference = len(move.won) - len(move.lost)
            if difference and self._included(move.path):
                more[self._key(move.path)] += difference
        for key, difference in more.items():
            before = self._alive[key]
            self._alive[key] = before + difference
            if difference:
                self._touched.add(key)
            if (before > 0) != (before + difference > 0):
                self._changes.append((commit, key, before + difference > 0))

    def past(self) -> NamePast:
        """All of it, up to head."""
        self._reach(self._points[-1] + 1)
        table = np.zeros((len(self._points), len(self._keys)), dtype=np.int64)
        rows = iter(self._samples)
        row = next(rows, None)
        now = np.zeros(len(self._keys), dtype=np.int64)
        for place, point in enumerate(self._points):  # a saved state may have points that there are no longer
            while row and row[0] <= point:
                now[row[1]] = row[2]
                row = next(rows, None)
            table[place] = now
        return NamePast(np.array(self._points, dtype=np.int32), tuple(self._keys), table, tuple(self._changes))

    def columns(self) -> dict[str, NDArray[Any]]:
        return {
            "keys": np.frombuffer("\0".join(self._keys).encode(), dtype=np.uint8),
            "alive": np.array(self._alive, dtype=np.int64),
            "reached": np.array(self._points[: self._next][-1:], dtype=np.int64),
            "touched": np.array(sorted(self._touched), dtype=np.int32),
            "samples": np.array(self._samples, dtype=np.int64).reshape(-1, 3),
            "changes": np.array(self._changes, dtype=np.int32).reshape(-1, 3),
        }

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None:
        self._alive = columns["alive"].tolist()
        keys = columns["keys"].tobytes().decode().split("\0") if self._alive else []
        self._keys = {key: place for place, key in enumerate(keys)}
        self._touched = set(columns["touched"].tolist())
        self._samples = [(point, key, lines) for point, key, lines in columns["samples"].tolist()]
        self._changes = [(commit, key, bool(there)) for commit, key, there in columns["changes"].tolist()]
        reached = max(columns["reached"].tolist(), default=-1)
        self._next = sum(point <= reached for point in self._points)

    def _key(self, path: bytes) -> int:
        found = self._of.get(path)
        if found is None:
            key = name_key(path.decode("utf-8", "replace"))
            found = self._of[path] = self._keys.setdefault(key, len(self._keys))
            if found == len(self._alive):
                self._alive.append(0)
        return found

    def _reach(self, commit: int) -> None:
        """Keeps the points that lie before `commit`."""
        while self._next < len(self._points) and self._points[self._next] < commit:
            point = self._points[self._next]
            self._samples += [(point, key, self._alive[key]) for key in sorted(self._touched)]
            self._touched.clear()
            self._next += 1
