"""Files that change together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from strata.change_table import ChangeTable
from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.metrics.window import counted_changes


class CoupledPair(Row):
    left: str
    right: str
    degree: float
    shared: int
    left_revisions: int
    right_revisions: int


class CoupledPairs(Row):
    total: int
    listed: int
    items: list[CoupledPair]


class CountedCommits(Row):
    used: int
    too_large: int


@dataclass(frozen=True, slots=True)
class Coupling:
    """Pairs of files in columns: `left[i]` < `right[i]` are numbers of files, and both have `revisions`."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]
    shared: NDArray[np.int64]
    revisions: NDArray[np.int64]

    @property
    def degree(self) -> NDArray[np.float64]:
        """100 · shared ÷ mean of the two files' revisions."""
        both: NDArray[np.int64] = self.revisions[self.left] + self.revisions[self.right]
        return self.shared * 200.0 / np.maximum(both, 1)


@metric(section="coupling", needs=Stage.CHANGES)
def pairs(facts: Facts) -> CoupledPairs:
    """Pairs of included files that change in the same commits, strongest first.

    degree = 100 · shared revisions ÷ mean(revisions of either). Told are pairs with at least 5 revisions
    each, 5 shared (option `coupling_revisions`) and a degree of 30 (option `coupling_percent`). Commits of
    more than 30 files (option `coupling_commit_files`) and merges are left out, of the revisions too, as in
    code-maat, whose defaults these are. A renamed file brings its past. Only commits from the option `since`
    on. The first 500 (option `couplings_listed`) are listed. Ties: more shared first, then by path.

    After Tornhill, Your Code as a Crime Scene, 2015, and his code-maat.
    """
    rows = coupled(facts)
    kept = rows[: facts.options.couplings_listed]
    return CoupledPairs(total=len(rows), listed=len(kept), items=kept)


@metric(section="coupling", needs=Stage.CHANGES)
def commits(facts: Facts) -> CountedCommits:
    """Commits that coupling is counted from, and those that touch too many files for it.

    Commits that changed a file and are no merges; `too_large` are those of more than 30 files (option
    `coupling_commit_files`).
    """
    sizes = np.bincount(counted_changes(facts).commit)
    large = int((sizes > facts.options.coupling_commit_files).sum())
    return CountedCommits(used=int((sizes > 0).sum()) - large, too_large=large)


def coupled(facts: Facts) -> list[CoupledPair]:
    """All pairs of included files at or above the thresholds, strongest first."""
    options, table = facts.options, counted_changes(facts)
    paths = {number: file.path for file in facts.included if (number := table.files.get(file.path)) is not None}
    found = co_changes(table, options.coupling_commit_files, options.coupling_revisions)
    degrees = found.degree
    chosen = np.flatnonzero((found.shared >= options.coupling_revisions) & (degrees >= options.coupling_percent))
    rows = []
    for place in chosen.tolist():
        ends = [int(found.left[place]), int(found.right[place])]
        if all(number in paths for number in ends):
            ends.sort(key=lambda number: paths[number])
            left, right = ends
            row = CoupledPair(
                left=paths[left].decode("utf-8", "replace"),
                right=paths[right].decode("utf-8", "replace"),
                degree=round(float(degrees[place]), 2),
                shared=int(found.shared[place]),
                left_revisions=int(found.revisions[left]),
                right_revisions=int(found.revisions[right]),
            )
            rows.append((paths[left], paths[right], row))
    rows.sort(key=lambda each: (-each[2].degree, -each[2].shared, each[0], each[1]))
    return [row for _, _, row in rows]


def co_changes(table: ChangeTable, most_files: int, least: int) -> Coupling:
    """Pairs that share a commit of at most `most_files` files; of files with at least `least` such commits."""
    width = max(table.width, 1)
    rows = np.unique(table.commit.astype(np.int64) * width + table.file)  # a file once per commit
    commit, file = rows // width, rows % width
    small = np.bincount(commit)[commit] <= most_files if len(commit) else np.zeros(0, dtype=bool)
    commit, file = commit[small], file[small]
    revisions = np.bincount(file, minlength=width)
    frequent = revisions[file] >= least
    commit, file = commit[frequent], file[frequent]
    keys, counts = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
    for distance in range(1, most_files):  # pairs of a commit lie this many rows apart, files ascending
        together = commit[distance:] == commit[:-distance]
        if not together.any():
            break
        new, times = np.unique(file[:-distance][together] * width + file[distance:][together], return_counts=True)
        keys, place = np.unique(np.concatenate((keys, new)), return_inverse=True)
        counts = np.bincount(place, weights=np.concatenate((counts, times)), minlength=len(keys)).astype(np.int64)
    return Coupling(keys // width, keys % width, counts, revisions)
