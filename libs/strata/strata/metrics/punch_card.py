"""When people work, by their own clocks."""

from __future__ import annotations

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.registry import metric
from strata.metrics.window import counted

THURSDAY = 3  # 1970-01-01, days after a Monday


@metric(section="activity", needs=Stage.COMMITS)
def punch_card(facts: Facts) -> list[list[int]]:
    """Commits by weekday and hour of the author's own clock.

    Seven rows, Monday first, of 24 hours each: the author's time in the UTC offset that the commit
    carries. The sum is the number of commits.
    """
    offsets = np.array([commit.offset for commit in facts.commits], dtype=np.int64)
    hours = (np.maximum(facts.times + offsets, 0) // 3600)[counted(facts)]
    since_monday = (hours + THURSDAY * 24) % (7 * 24)
    card: list[list[int]] = np.bincount(since_monday, minlength=7 * 24).reshape(7, 24).tolist()
    return card


@metric(section="activity", needs=Stage.COMMITS)
def active_days(facts: Facts) -> int:
    """Days (UTC) with at least one commit."""
    return len(np.unique(facts.times[counted(facts)] // 86_400))
