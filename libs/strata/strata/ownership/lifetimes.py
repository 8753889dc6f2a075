"""What is alive on the first-parent line through time, and which lines went by whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from strata.lifetimes import Deaths, Survival
from strata.moment import week_number
from strata.ownership.observer import FileChange, LineMove
from strata.ownership.tally import Tally

POINTS = 200
WAITING = 1 << 18  # lines that are collected before they are summed up

Column = NDArray[np.int64]


def sample_points(times: Column, mainline: Sequence[int]) -> list[int]:
    """At which commits of the first-parent line living lines are counted: at up to 200.

    A point is the last commit of the line before the end of a step of 2^k weeks, or head. Steps are counted
    from Monday, 1970-01-05; k is the smallest that needs at most 200 points for the whole history. A
    commit counts at its author's time, or at an ancestor's of the line if that is later. So the points
    of a longer history are some of those of a shorter one, or later than all of them.

    `times` are the authors' times of all commits, `mainline` the first-parent line, oldest first.
    """
    clock = np.maximum.accumulate(times[np.array(mainline)])  # never runs backwards
    weeks = week_number(clock)
    scale = 0
    while (int(weeks[-1]) >> scale) - (int(weeks[0]) >> scale) + 1 > POINTS:
        scale += 1
    steps = weeks >> scale
    last = np.append(steps[1:] != steps[:-1], True)  # the last commit of each step
    return [commit for commit, ends in zip(mainline, last.tolist(), strict=True) if ends]


class SurvivalLog:
    """Observes the living lines of included files on the first-parent line, at the points of `sample_points`."""

    def __init__(self, times: Column, mainline: Sequence[int], included: Callable[[bytes], bool]) -> None:
        self._included = included
        self._points = sample_points(times, mainline)
        self._next = 0  # point that is not told of yet
        self._alive: Column = np.zeros(len(times), dtype=np.int64)
        self._shown: Column = np.zeros(len(times), dtype=np.int64)  # at the last point
        self._samples: list[tuple[int, Column, Column]] = []  # point, owners, lines more than at the one before
        self._waiting: list[tuple[int, NDArray[np.int32]]] = []  # sign, owners
        self._size = 0

    def changed(self, commit: int, files: Sequence[FileChange]) -> None:
        """Side branches come into it when they are merged."""

    def moved(self, commit: int, moves: Sequence[LineMove]) -> None:
        self._reach(commit)
        for move in moves:
            if self._included(move.path):
                for sign, owners in ((-1, move.lost), (1, move.won)):
                    if len(owners):
                        self._waiting.append((sign, owners))
                        self._size += len(owners)
        if self._size > WAITING:
            self._sum_up()

    def survival(self, quarter: NDArray[np.int32], person: NDArray[np.int32], people: int) -> Survival:
        """The series; `quarter` and `person` map commits to those of their lines."""
        self._reach(len(self._alive))
        self._drop_finer()
        rows = [np.concatenate([sample[part] for sample in self._samples]) for part in (1, 2)]
        sizes = [len(owners) for _, owners, _ in self._samples]
        point = np.repeat(np.arange(len(sizes)), sizes)
        names, place = np.unique(quarter[rows[0]], return_inverse=True)
        tables = []
        for column, width in ((place, len(names)), (person[rows[0]], people)):
            table = np.zeros((len(sizes), width), dtype=np.int64)
            np.add.at(table, (point, column), rows[1])
            tables.append(np.cumsum(table, axis=0))
        return Survival(np.array(self._points, dtype=np.int32), names.astype(np.int32), tables[0], tables[1])

    def columns(self) -> dict[str, NDArray[Any]]:
        self._sum_up()
        changed = np.flatnonzero(self._alive)
        shown = np.flatnonzero(self._shown)
        nothing: Column = np.empty(0, dtype=np.int64)
        return {
            "alive": np.stack([changed, self._alive[changed]]),
            "shown": np.stack([shown, self._shown[shown]]),
            "points": np.array([[point, len(owners)] for point, owners, _ in self._samples], dtype=np.int64),
            "owners": np.concatenate([nothing, *(owners for _, owners, _ in self._samples)]),
            "lines": np.concatenate([nothing, *(lines for _, _, lines in self._samples)]),
        }

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None:
        for name, array in (("alive", self._alive), ("shown", self._shown)):
            array[columns[name][0]] = columns[name][1]
        points = columns["points"].reshape(-1, 2)
        ends = np.cumsum(points[:, 1])[:-1]
        parts = (np.split(columns[name], ends) if len(points) else [] for name in ("owners", "lines"))
        self._samples = list(zip(points[:, 0].tolist(), *parts, strict=True))
        last = self._samples[-1][0] if self._samples else -1
        self._next = sum(point <= last for point in self._points)

    def _reach(self, commit: int) -> None:
        """Keeps the points that lie before `commit`."""
        while self._next < len(self._points) and self._points[self._next] < commit:
            self._sum_up()
            owners = np.flatnonzero(self._alive != self._shown)
            self._samples.append((self._points[self._next], owners, (self._alive - self._shown)[owners]))
            self._shown = self._alive.copy()
            self._next += 1

    def _drop_finer(self) -> None:
        """A saved state may have points that a longer history no longer has: the next one takes their share."""
        kept = set(self._points)
        samples: list[tuple[int, Column, Column]] = []
        owners: list[Column] = []
        lines: list[Column] = []
        for point, some, more in self._samples:
            owners.append(some)
            lines.append(more)
            if point in kept:
                samples.append((point, np.concatenate(owners), np.concatenate(lines)))
                owners, lines = [], []
        self._samples = samples

    def _sum_up(self) -> None:
        for sign, owners in self._waiting:
            np.add.at(self._alive, owners, sign)
        self._waiting, self._size = [], 0


class DeathLog:
    """Observes the lines of included files that commits with at most one parent took away."""

    def __init__(self, included: Callable[[bytes], bool]) -> None:
        self._included = included
        self._tally = Tally()
        self._waiting = 0

    def changed(self, commit: int, files: Sequence[FileChange]) -> None:
        for file in files:
            if len(file.owners) and self._included(file.source or file.path):
                self._tally.add(commit, file.owners)
                self._waiting += len(file.owners)
        if self._waiting > WAITING:
            self._tally.settle()
            self._waiting = 0

    def moved(self, commit: int, moves: Sequence[LineMove]) -> None:
        """What merges bring was counted where it was made."""

    def deaths(self) -> Deaths:
        died, born, lines = self._tally.rows()
        return Deaths(born.astype(np.int32), died.astype(np.int32), lines)

    def columns(self) -> dict[str, NDArray[Any]]:
        return {"deaths": np.stack(self._tally.rows())}

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None:
        self._tally.add_rows(*columns["deaths"])
