"""When the lines at head were written."""

from __future__ import annotations

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.moment import moment


class Origin(Row):
    year: int
    lines: int
    share: float


@metric(section="survival", needs=Stage.LINES)
def origins(facts: Facts) -> list[Origin]:
    """Included lines at head by the year of the commit that owns them, oldest first.

    The author's year in UTC; years between the first and the last without lines are told with 0. share = lines
    ÷ all included lines.
    """
    assert facts.lines is not None  # noqa: S101 - Stage.LINES brings them
    years = np.array([moment(commit.time).year for commit in facts.commits], dtype=np.int32)
    counts = facts.lines.counts([file.path for file in facts.included], years, int(years.max()) + 1)
    held = np.flatnonzero(counts).tolist()
    total = int(counts.sum()) or 1
    return [
        Origin(year=year, lines=int(counts[year]), share=int(counts[year]) / total)
        for year in (range(held[0], held[-1] + 1) if held else ())
    ]
