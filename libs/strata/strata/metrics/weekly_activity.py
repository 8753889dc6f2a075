"""Work per week."""

from __future__ import annotations

from datetime import date, timedelta

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.metrics.window import start
from strata.moment import week_start


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
    first_seen: dict[int, int] = {}
    for commit in facts.commits:
        for person in commit.authors:
            first_seen[person] = min(first_seen.get(person, commit.time), commit.time)
    newcomers: dict[date, int] = {}
    for time in first_seen.values():
        newcomers[week_start(time)] = newcomers.get(week_start(time), 0) + 1
    commits: dict[date, int] = {}
    authors: dict[date, set[int]] = {}
    lines: dict[date, tuple[int, int]] = {}
    changed = zip(facts.revisions.added.tolist(), facts.revisions.deleted.tolist(), strict=True)
    begin = start(facts)
    for commit, (added, deleted) in zip(facts.commits, changed, strict=True):
        if commit.time < begin:
            continue
        week = week_start(commit.time)
        commits[week] = commits.get(week, 0) + 1
        authors.setdefault(week, set()).update(commit.authors)
        before = lines.get(week, (0, 0))
        lines[week] = before[0] + added, before[1] + deleted
    if not commits:
        return []
    first, last = min(commits), max(commits)
    every = (first + timedelta(weeks=number) for number in range((last - first).days // 7 + 1))
    return [
        Week(
            start=week,
            commits=commits.get(week, 0),
            authors=len(authors.get(week, ())),
            first_time_authors=newcomers.get(week, 0),
            added=lines.get(week, (0, 0))[0],
            deleted=lines.get(week, (0, 0))[1],
        )
        for week in every
    ]
