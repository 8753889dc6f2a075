"""Which commit changed which file, and by how many lines: one row each, in columns."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from strata.ownership.lines import Vector


class FileChange(Protocol):
    """One file in one commit; `source` is the old path of a rename."""

    @property
    def path(self) -> bytes: ...
    @property
    def source(self) -> bytes | None: ...
    @property
    def added(self) -> int: ...
    @property
    def deleted(self) -> int: ...


@dataclass(frozen=True, slots=True)
class ChangeTable:
    """Rows of commits that are no merges, in commit order: row i is `added[i]` and `deleted[i]` lines of the
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


class ChangeTableBuilder:
    """Collects rows; commits must come parents first."""

    def __init__(self) -> None:
        self._rows = array("i")
        self._files: dict[bytes, int] = {}
        self._next = 0

    def observe(self, commit: int, changes: Iterable[FileChange]) -> None:
        """Adds the changes of one commit."""
        for change in changes:
            number = self._number(change)
            self._rows.extend((commit, number, change.added, change.deleted))

    def build(self) -> ChangeTable:
        columns = np.array(self._rows, dtype=np.int32).reshape(-1, 4).T
        commit, file, added, deleted = (np.ascontiguousarray(column) for column in columns)
        return ChangeTable(commit, file, added, deleted, dict(self._files))

    def _number(self, change: FileChange) -> int:
        if change.source is not None and change.source in self._files:
            self._files[change.path] = self._files.pop(change.source)
        if change.path not in self._files:
            self._files[change.path] = self._next
            self._next += 1
        return self._files[change.path]
