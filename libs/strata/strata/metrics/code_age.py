"""How long ago the lines at head were last changed."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from strata.facts import Facts, Stage
from strata.folders import folders_above
from strata.metrics.registry import Row, metric
from strata.moment import moment

DAY = 86_400


class AgedPath(Row):
    path: str
    lines: int
    median_days: int


class CodeAge(Row):
    measured_at: datetime
    median_days: int | None
    directories: list[AgedPath]
    files: list[AgedPath]


@metric(section="ownership", needs=Stage.LINES)
def code_age(facts: Facts) -> CodeAge:
    """Line-weighted median of days since the last change, of the whole, of directories and of files.

    A line's age is the whole days between the author's time of the commit that owns it (`git blame`) and the
    latest commit (`measured_at`), so it does not grow while nothing is committed. The median is the lower one
    where two are in the middle. Included files with lines only; the largest 2,000 directories and 5,000 files
    (options `directories_listed`, `files_listed`), oldest first. Ties: larger first, then by path.
    """
    ages = line_ages(facts)
    below: dict[bytes, list[NDArray[np.int64]]] = defaultdict(list)
    for path, days in ages.items():
        for folder in folders_above(path):
            below[folder].append(days)
    folders = {folder: np.concatenate(parts) for folder, parts in below.items()}
    return CodeAge(
        measured_at=moment(int(facts.times.max())),
        median_days=lower_median(folders[b""]) if b"" in folders else None,
        directories=_listing(folders, facts.options.directories_listed),
        files=_listing(ages, facts.options.files_listed),
    )


def line_ages(facts: Facts) -> dict[bytes, NDArray[np.int64]]:
    """Included file → days since each line's change; files without lines are left out."""
    assert facts.lines is not None  # noqa: S101 - Stage.LINES brings them
    times = facts.times
    days = (times.max() - times) // DAY
    return {file.path: days[facts.lines.vectors[file.path]] for file in facts.included if file.lines}


def lower_median(values: NDArray[np.int64]) -> int:
    """The middle value, the lower one of two. There must be a value."""
    middle = (len(values) - 1) // 2
    return int(np.partition(values, middle)[middle])


def _listing(ages: dict[bytes, NDArray[np.int64]], most: int) -> list[AgedPath]:
    largest = sorted(ages, key=lambda path: (-len(ages[path]), path))[:most]
    medians = {path: lower_median(ages[path]) for path in largest}
    largest.sort(key=lambda path: (-medians[path], -len(ages[path]), path))
    return [
        AgedPath(path=path.decode("utf-8", "replace"), lines=len(ages[path]), median_days=medians[path])
        for path in largest
    ]
