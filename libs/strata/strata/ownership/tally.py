"""Lines counted by two indexes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SHIFT = 32


class Tally:
    """A sparse matrix of counts. Rows come in growing order, so sums of what came before are final."""

    def __init__(self) -> None:
        self._settled: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []
        self._waiting: list[NDArray[np.int64]] = []

    def add(self, row: int, columns: NDArray[np.int32]) -> None:
        """Counts one more at (row, column) for each of `columns`; a row is added in one go of `settle`s."""
        self._waiting.append(columns.astype(np.int64) + (row << SHIFT))

    def add_rows(self, first: NDArray[np.int64], second: NDArray[np.int64], counts: NDArray[np.int64]) -> None:
        """Adds what another one gave as `rows`."""
        self._settled.append(((first << SHIFT) + second, counts))

    def settle(self) -> None:
        """Sums up what was added since."""
        if self._waiting:
            keys, counts = np.unique(np.concatenate(self._waiting), return_counts=True)
            self._settled.append((keys, counts.astype(np.int64)))
            self._waiting = []

    def rows(self) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
        """First index, second index and count, in order of the indexes."""
        self.settle()
        nothing = np.empty(0, dtype=np.int64)
        keys, counts = (np.concatenate([nothing, *(each[part] for each in self._settled)]) for part in (0, 1))
        return keys >> SHIFT, keys & ((1 << SHIFT) - 1), counts
