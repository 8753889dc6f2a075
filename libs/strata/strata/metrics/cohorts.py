"""Living lines through history, by year and by person."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.moment import moment


class Sample(Row):
    sha: str
    time: datetime


class YearCohort(Row):
    year: int
    lines: list[int]


class PersonCohort(Row):
    person: str | None
    name: str
    lines: list[int]


class YearCohorts(Row):
    samples: list[Sample]
    cohorts: list[YearCohort]


class PersonCohorts(Row):
    samples: list[Sample]
    cohorts: list[PersonCohort]


@metric(section="survival", needs=Stage.LINES)
def by_year(facts: Facts) -> YearCohorts:
    """Living lines of included files at up to 200 points of history, by the year they were written.

    The points are commits of the first-parent line, the last before the end of each step of 2^k weeks, k the
    smallest that needs at most 200; the last one is the analysed commit: there the cohorts sum to the included
    lines. A cohort is the author's year (UTC) of the commit that owns the line. Paths that are
    not at head count by their name and head's `.gitattributes`.
    """
    assert facts.survival is not None  # noqa: S101 - Stage.LINES brings it
    survival = facts.survival
    years = survival.quarters // 4
    return YearCohorts(
        samples=samples(facts),
        cohorts=[
            YearCohort(year=year, lines=survival.by_quarter[:, years == year].sum(axis=1).tolist())
            for year in np.unique(years).tolist()
        ],
    )


@metric(section="survival", needs=Stage.LINES)
def by_person(facts: Facts) -> PersonCohorts:
    """Living lines of included files at the same points, by the person who wrote them.

    The 12 people (option `cohorts_listed`) with most line-points, largest first, and the others together
    (`person` null). Ties: by person id.
    """
    assert facts.survival is not None  # noqa: S101 - Stage.LINES brings it
    survival = facts.survival
    totals = survival.by_person.sum(axis=0)
    order = sorted(np.flatnonzero(totals).tolist(), key=lambda index: (-int(totals[index]), facts.people[index].id))
    named, others = order[: facts.options.cohorts_listed], order[facts.options.cohorts_listed :]
    cohorts = [
        PersonCohort(
            person=facts.people[index].id, name=facts.people[index].name, lines=survival.by_person[:, index].tolist()
        )
        for index in named
    ]
    if others:
        rest = survival.by_person[:, others].sum(axis=1).tolist()
        cohorts.append(PersonCohort(person=None, name=f"{len(others):,} others", lines=rest))
    return PersonCohorts(samples=samples(facts), cohorts=cohorts)


def samples(facts: Facts) -> list[Sample]:
    """The commits at which living lines are counted."""
    assert facts.survival is not None  # noqa: S101 - asked by the callers
    commits = (facts.commits[index] for index in facts.survival.samples.tolist())
    return [Sample(sha=commit.sha, time=moment(commit.time)) for commit in commits]
