"""When dependencies came, changed and went."""

from __future__ import annotations

from datetime import datetime

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.moment import moment
from strata.stack.dependencies.past import Change, Past

CHANGES = 20


class DependencyChange(Row):
    commit: str
    time: datetime
    person: str
    ranges: list[str]


class DependencyPast(Row):
    ecosystem: str
    name: str
    present: bool
    first: DependencyChange
    last: DependencyChange | None
    changes: int
    latest: list[DependencyChange]


class DependencyHistory(Row):
    present: int
    gone: int
    listed: list[DependencyPast]


@metric(section="activity", needs=Stage.CHANGES)
def dependency_history(facts: Facts) -> DependencyHistory:
    """When each package began to be asked for, how its range changed, and when it went, by which commit and person.

    Along the first-parent line: a change belongs to the commit that brought it there, be it a merge, and to its author.
    Manifests are taken by their own words: `ranges` are all that they write for the package in that commit, with
    central versions and catalogs (a catalog's entry counts as asked for); none: inherited, open, or gone. Lock files
    are left out. `last` is the commit that took the package away, null while it is there; `latest` has the last 20 of
    all `changes`. The first 5,000 are listed (option `dependencies_listed`), those that are there before those that
    went, by ecosystem and name.
    """
    pasts = sorted(facts.dependency_past, key=lambda past: (not past.present, past.ecosystem, past.name))
    there = sum(past.present for past in pasts)
    listed = pasts[: facts.options.dependencies_listed]
    return DependencyHistory(present=there, gone=len(pasts) - there, listed=[_row(facts, past) for past in listed])


def _row(facts: Facts, past: Past) -> DependencyPast:
    return DependencyPast(
        ecosystem=past.ecosystem,
        name=past.name,
        present=past.present,
        first=change_row(facts, past.changes[0]),
        last=None if past.present else change_row(facts, past.changes[-1]),
        changes=len(past.changes),
        latest=[change_row(facts, each) for each in past.changes[-CHANGES:]],
    )


def change_row(facts: Facts, change: Change) -> DependencyChange:
    """A change with the commit and the person that it belongs to."""
    commit = facts.commits[change.commit]
    return DependencyChange(
        commit=commit.sha,
        time=moment(commit.time),
        person=facts.people[commit.author].id,
        ranges=list(change.ranges),
    )
