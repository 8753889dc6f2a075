"""Who changed which file: churn per commit, and the past of every path."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from strata.change_table import ChangeTable
from strata.history.commits import Commit
from strata.ownership.observer import FileChange, LineMove


@dataclass(slots=True)
class FileRevisions:
    """`creators` authored the first commit that touched the file; `by` counts each person's commits on it.

    A renamed file keeps its past.
    """

    creators: tuple[int, ...]
    by: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Revisions:
    """Lines added and deleted per commit (a merge has none of its own), and the past of every path."""

    added: NDArray[np.int64]
    deleted: NDArray[np.int64]
    files: dict[bytes, FileRevisions]


def revisions(table: ChangeTable, commits: Sequence[Commit]) -> Revisions:
    """What the rows of `table` add up to."""
    added = np.bincount(table.commit, table.added, len(commits)).astype(np.int64)
    deleted = np.bincount(table.commit, table.deleted, len(commits)).astype(np.int64)
    numbered: dict[int, FileRevisions] = {}
    for commit, file in zip(table.commit.tolist(), table.file.tolist(), strict=True):
        authors = commits[commit].authors
        past = numbered.get(file)
        if past is None:
            past = numbered[file] = FileRevisions(authors)
        for person in authors:  # a Counter's update costs ten times as much
            past.by[person] += 1
    return Revisions(added, deleted, {path: numbered[file] for path, file in table.files.items()})


class RevisionLog:
    """Observes every change of a regular file, binary ones with 0 lines, by commits with at most one parent."""

    def __init__(self) -> None:
        self._current: dict[bytes, int] = {}
        self._files = 0
        self._old: list[NDArray[np.int32]] = []
        self._rows: list[tuple[int, int, int, int]] = []

    def changed(self, commit: int, files: Sequence[FileChange]) -> None:
        current = self._current
        for change in files:
            path = change.path
            if change.source is not None and change.source in current:
                current[path] = current.pop(change.source)
            file = current.get(path)
            if file is None:
                file = current[path] = self._files
                self._files += 1
            self._rows.append((commit, file, change.added, len(change.owners)))

    def moved(self, commit: int, moves: Sequence[LineMove]) -> None:
        """Merges have no changes of their own: what they bring in is counted where it was made."""

    def table(self) -> ChangeTable:
        commit, file, added, deleted = (np.ascontiguousarray(column) for column in self._table().T)
        return ChangeTable(commit, file, added, deleted, dict(self._current))

    def columns(self) -> dict[str, NDArray[Any]]:
        return {
            "paths": np.frombuffer(b"\0".join(self._current), dtype=np.uint8),
            "files": np.array([*self._current.values(), self._files], dtype=np.int32),
            "rows": self._table(),
        }

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None:
        *files, self._files = columns["files"].tolist()
        paths = columns["paths"].tobytes().split(b"\0") if files else []
        self._current = dict(zip(paths, files, strict=True))
        self._old, self._rows = [columns["rows"]], []

    def _table(self) -> NDArray[np.int32]:
        if self._rows:
            self._old.append(np.array(self._rows, dtype=np.int32))
            self._rows = []
        if len(self._old) != 1:
            self._old = [np.concatenate([np.empty((0, 4), dtype=np.int32), *self._old])]
        return self._old[0]
