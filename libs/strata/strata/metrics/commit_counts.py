"""How much history there is."""

from __future__ import annotations

from datetime import datetime

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.moment import moment


class Head(Row):
    rev: str
    branch: str | None
    sha: str
    author: str
    time: datetime


@metric(section="overview", needs=Stage.COMMITS)
def name(facts: Facts) -> str:
    """Name of the repository.

    The one given as an option, else the last part of the origin's address, else the folder's name.
    """
    return facts.name


@metric(section="overview", needs=Stage.COMMITS)
def head(facts: Facts) -> Head:
    """The commit that was analysed.

    `rev` is what was asked for, `branch` the branch that HEAD of the repository names (null if detached),
    `time` the author's time in UTC.
    """
    commit = facts.head
    person = facts.people[commit.author]
    return Head(rev=facts.rev, branch=facts.branch, sha=commit.sha, author=person.name, time=moment(commit.time))


@metric(section="overview", needs=Stage.COMMITS)
def commits(facts: Facts) -> int:
    """Commits that the analysed commit reaches, merges included.

    Equal to `git rev-list --count REV`.
    """
    return len(facts.commits)


@metric(section="overview", needs=Stage.COMMITS)
def merges(facts: Facts) -> int:
    """Commits with more than one parent.

    Equal to `git rev-list --count --merges REV`.
    """
    return sum(len(commit.parents) > 1 for commit in facts.commits)


@metric(section="overview", needs=Stage.COMMITS)
def first_commit_at(facts: Facts) -> datetime:
    """Author's time of the earliest commit, UTC.

    Where an author's clock is plainly wrong (the first day of 1970, or more than a day after the commit
    was made) the committer's time stands in.
    """
    return moment(int(facts.times.min()))


@metric(section="overview", needs=Stage.COMMITS)
def last_commit_at(facts: Facts) -> datetime:
    """Author's time of the latest commit, UTC.

    Wrong clocks are treated as for `first_commit_at`.
    """
    return moment(int(facts.times.max()))
