"""When people work, by their own clocks."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.registry import metric
from strata.metrics.window import counted_commits
from strata.moment import moment


@metric(section="activity", needs=Stage.COMMITS)
def punch_card(facts: Facts) -> list[list[int]]:
    """Commits by weekday and hour of the author's own clock.

    Seven rows, Monday first, of 24 hours each: the author's time in the UTC offset that the commit
    carries. The sum is the number of commits.
    """
    card = [[0] * 24 for _ in range(7)]
    for commit in counted_commits(facts):
        local = moment(max(commit.time + commit.offset, 0))
        card[local.weekday()][local.hour] += 1
    return card


@metric(section="activity", needs=Stage.COMMITS)
def active_days(facts: Facts) -> int:
    """Days (UTC) with at least one commit."""
    return len({commit.time // 86_400 for commit in counted_commits(facts)})
