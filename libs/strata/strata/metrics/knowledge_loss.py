"""Lines whose owners are gone."""

from __future__ import annotations

from datetime import datetime

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.moment import moment

MONTH = 2_629_746  # seconds in a mean Gregorian month


class KnowledgeLoss(Row):
    months: int
    since: datetime
    people: int
    lines: int
    share: float


@metric(section="ownership", needs=Stage.LINES)
def knowledge_loss(facts: Facts) -> KnowledgeLoss:
    """Included lines owned by people without a commit in the last 12 months.

    `share` = their lines ÷ all included lines. The months (option `inactive_after_months`, of 30.44 days)
    are counted back from the latest commit, so the figure does not change while nothing is committed;
    `people` counts the owners who are gone.
    """
    months = facts.options.inactive_after_months
    since = gone_since(facts)
    gone = facts.last_seen < since
    held = facts.lines_by_person.tolist()
    lines = sum(count for count, absent in zip(held, gone, strict=True) if absent)
    return KnowledgeLoss(
        months=months,
        since=moment(since),
        people=sum(absent and count > 0 for count, absent in zip(held, gone, strict=True)),
        lines=lines,
        share=lines / (facts.included_lines or 1),
    )


def gone_since(facts: Facts) -> int:
    """Whoever was not seen since this time counts as gone."""
    latest = int(facts.times.max())
    return max(latest - facts.options.inactive_after_months * MONTH, 0)
