"""Complicated files that change often."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from strata.facts import Facts, Stage
from strata.metrics.knowledge_loss import MONTH
from strata.metrics.registry import Row, metric
from strata.moment import moment

LEAST_REVISIONS = 5
LEAST_LINES = 50


class Hotspot(Row):
    path: str
    language: str | None
    score: float
    revisions: int
    revisions_percentile: float
    complexity: int
    complexity_percentile: float
    lines_of_code: int


class Hotspots(Row):
    since: datetime
    total: int
    listed: int
    items: list[Hotspot]
    remark: str | None


@metric(section="hotspots", needs=Stage.CHANGES)
def files(facts: Facts) -> Hotspots:
    """Files that are both complicated and often changed, highest score first.

    score = percentile(revisions) × percentile(complexity). Revisions are commits (no merges) of the last 12
    months before the latest commit (option `hotspot_window_months`, of 30.44 days); complexity is the sum of
    indentation levels (`hotspots.complexity`). A percentile is the share of all included files with a value
    that is not larger. Floors: at least 5 revisions in the window and 50 lines that are not blank, so a quiet
    repository has no hotspot. The first 100 (option `hotspots_listed`) are listed. Ties: by path.

    After Tornhill, Your Code as a Crime Scene, 2015.
    """
    assert facts.changes is not None  # noqa: S101 - Stage.CHANGES brings them
    since = max(int(facts.times.max()) - facts.options.hotspot_window_months * MONTH, 0)
    table = facts.changes
    per_file = table.where((facts.times >= since)[table.commit]).revisions()
    numbers = [table.files.get(file.path) for file in facts.included]
    revisions = [0 if number is None else int(per_file[number]) for number in numbers]
    levels = [file.indentation.levels if file.indentation else 0 for file in facts.included]
    often, complicated = percentiles(revisions), percentiles(levels)
    found = []
    for place, file in enumerate(facts.included):
        code = file.indentation.lines if file.indentation else 0
        if revisions[place] >= LEAST_REVISIONS and code >= LEAST_LINES:
            row = Hotspot(
                path=file.shown,
                language=file.language,
                score=round(float(often[place] * complicated[place]), 4),
                revisions=revisions[place],
                revisions_percentile=round(float(often[place]), 4),
                complexity=levels[place],
                complexity_percentile=round(float(complicated[place]), 4),
                lines_of_code=code,
            )
            found.append((file.path, row))
    found.sort(key=lambda each: (-each[1].score, each[0]))
    kept = [row for _, row in found[: facts.options.hotspots_listed]]
    remark = f"With {len(levels)} files a percentile says little." if len(levels) < 20 else None
    return Hotspots(since=moment(since), total=len(found), listed=len(kept), items=kept, remark=remark)


def percentiles(values: Sequence[int]) -> NDArray[np.float64]:
    """For each value the share of all that are not larger."""
    given = np.asarray(values)
    return np.searchsorted(np.sort(given), given, side="right") / max(len(given), 1)
