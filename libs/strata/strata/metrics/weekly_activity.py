"""Work per week."""

from __future__ import annotations

from datetime import date

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.metrics.window import counted, counted_credits
from strata.moment import monday, week_number


class Week(Row):
    start: date
    commits: int
    authors: int
    first_time_authors: int
    added: int
    deleted: int


@metric(section="activity", needs=Stage.CHANGES)
def weeks(facts: Facts) -> list[Week]:
    """Commits, people and changed lines per week, first week to last, idle weeks included.

    ISO weeks: they start on Monday 00:00 UTC (`start`). `commits` counts merges too; `authors` are the
    distinct authors and co-authors, `first_time_authors` those whose earliest commit falls in this week.
    `added` and `deleted` are lines of regular text files in commits that are no merges, as
    `git -c diff.context=0 log --no-merges --numstat -M` counts them: the hunks of blame, which differ from
    those with context by a few lines in 100,000. Only commits from the option `since` on.
    """
    assert facts.revisions is not None  # noqa: S101 - Stage.CHANGES brings them
    inside = counted(facts)
    if not inside.any():
        return []
    week = week_number(facts.times)
    first, size = int(week[inside].min()), int(np.ptp(week[inside])) + 1
    rows, people = counted_credits(facts), len(facts.people)
    once = np.unique((week[rows.commit] - first) * people + rows.person)
    newcomers = week_number(facts.first_seen) - first
    columns = (
        np.bincount(week[inside] - first, minlength=size),
        np.bincount(once // people, minlength=size),
        np.bincount(newcomers[(newcomers >= 0) & (newcomers < size)], minlength=size),
        *(
            np.bincount(week[inside] - first, lines[inside], size).astype(np.int64)
            for lines in (facts.revisions.added, facts.revisions.deleted)
        ),
    )
    return [
        Week(
            start=monday(first + number),
            commits=commits,
            authors=authors,
            first_time_authors=new,
            added=added,
            deleted=deleted,
        )
        for number, (commits, authors, new, added, deleted) in enumerate(
            zip(*(column.tolist() for column in columns), strict=True)
        )
    ]
