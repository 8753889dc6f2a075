"""Which commit changed which file, and by how many lines: one row each, in columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from strata.ownership.lines import Vector


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """Rows of commits that are no merges: row i is `added[i]` and `deleted[i]` lines of the
    file `file[i]` in the commit `commit[i]` (an index into the commits).

    A renamed file keeps its number. `files` gives the number of what is at a path in the end; a path whose
    file was renamed away and that was made again counts as another file.
    """

    commit: Vector
    file: Vector
    added: Vector
    deleted: Vector
    files: Mapping[bytes, int]

    def __len__(self) -> int:
        return len(self.commit)

    @property
    def width(self) -> int:
        """One more than the largest number of a file."""
        return max(int(self.file.max(initial=-1)), *self.files.values(), -1) + 1

    def where(self, rows: NDArray[np.bool_]) -> ChangeTable:
        """The chosen rows alone."""
        return ChangeTable(self.commit[rows], self.file[rows], self.added[rows], self.deleted[rows], self.files)

    def revisions(self) -> NDArray[np.int64]:
        """File number → commits that changed it."""
        width = self.width
        once = np.unique(self.commit.astype(np.int64) * width + self.file)
        return np.bincount(once % max(width, 1), minlength=width)

    def per_file(self, values: Vector) -> NDArray[np.int64]:
        """File number → sum of the rows' values."""
        return np.bincount(self.file, weights=values, minlength=self.width).astype(np.int64)
