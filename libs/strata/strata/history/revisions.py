"""What the stream of changes adds up to: churn per commit, and who created and changed each file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from strata.git import Git
from strata.history.changes import Change, read_changes
from strata.history.commits import Commit
from strata.progress import Meter, Progress


@dataclass(slots=True)
class FileRevisions:
    """`creators` authored the first commit that touched the file; `by` counts each person's commits on it.

    A renamed file keeps its past.
    """

    creators: tuple[int, ...]
    by: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Revisions:
    """Churn of commits without merges (a merge has none of its own), and the past of every path."""

    added: NDArray[np.int64]
    deleted: NDArray[np.int64]
    files: dict[bytes, FileRevisions]

    def observe(self, number: int, commit: Commit, changes: Sequence[Change]) -> None:
        for change in changes:
            self.added[number] += change.added
            self.deleted[number] += change.deleted
            if change.source is not None and change.source in self.files:
                self.files[change.path] = self.files.pop(change.source)
            past = self.files.get(change.path)
            if past is None:
                past = self.files[change.path] = FileRevisions(commit.authors)
            past.by.update(commit.authors)


def read_revisions(git: Git, head: str, commits: Sequence[Commit], report: Callable[[Progress], None]) -> Revisions:
    """Reads the changes of every commit that is no merge."""
    number = {commit.sha: index for index, commit in enumerate(commits)}
    size = len(commits)
    revisions = Revisions(np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64), {})
    meter = Meter(report, "changes", sum(len(commit.parents) < 2 for commit in commits))
    for sha, changes in read_changes(git, head):
        revisions.observe(number[sha], commits[number[sha]], changes)
        meter.advance()
    meter.finish()
    return revisions
