"""How much files and directories change."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from numpy.typing import NDArray

from strata.facts import Facts, Stage
from strata.folders import folders_above
from strata.metrics.registry import Row, metric
from strata.metrics.window import counted_changes


class ChurnedPath(Row):
    path: str
    revisions: int
    added: int
    deleted: int


class ChurnedPaths(Row):
    total: int
    listed: int
    items: list[ChurnedPath]


@metric(section="activity", needs=Stage.CHANGES)
def file_churn(facts: Facts) -> ChurnedPaths:
    """Lines added to and deleted from each included file, most changed first.

    `added` and `deleted` as `git -c diff.context=0 log --no-merges --numstat -M` counts them, `revisions` the
    commits (no merges) that changed the file. A renamed file brings its past; files that are gone are not
    listed. Only commits from the option `since` on. Of more than 1,000 (option `churn_listed`) those with
    most added + deleted are kept. Ties: by path.
    """
    return _listing(facts, {path: counts for path, counts in _churn(facts).items() if counts[0]})


@metric(section="activity", needs=Stage.CHANGES)
def directory_churn(facts: Facts) -> ChurnedPaths:
    """Lines added and deleted in each directory, most changed first.

    The sums of `activity.file_churn` over the included files that are now below the directory; the top is
    "". `revisions` sums those of the files, so a commit that changes two files counts twice.
    """
    sums: dict[bytes, NDArray[np.int64]] = defaultdict(lambda: np.zeros(3, dtype=np.int64))
    for path, counts in _churn(facts).items():
        for folder in folders_above(path):
            sums[folder] += counts
    return _listing(facts, dict(sums))


def _churn(facts: Facts) -> dict[bytes, NDArray[np.int64]]:
    """Included file → revisions, added, deleted."""
    table = counted_changes(facts)
    revisions, added, deleted = table.revisions(), table.per_file(table.added), table.per_file(table.deleted)
    numbers = ((file.path, table.files.get(file.path)) for file in facts.included)
    return {
        path: np.array([revisions[number], added[number], deleted[number]])
        for path, number in numbers
        if number is not None
    }


def _listing(facts: Facts, churn: dict[bytes, NDArray[np.int64]]) -> ChurnedPaths:
    order = sorted(churn, key=lambda path: (-int(churn[path][1:].sum()), path))
    kept = order[: facts.options.churn_listed]
    rows = []
    for path in kept:
        revisions, added, deleted = churn[path].tolist()
        shown = path.decode("utf-8", "replace")
        rows.append(ChurnedPath(path=shown, revisions=revisions, added=added, deleted=deleted))
    return ChurnedPaths(total=len(order), listed=len(rows), items=rows)
