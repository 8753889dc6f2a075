"""People and what each did."""

from __future__ import annotations

from datetime import datetime

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.metrics.window import counted, counted_credits
from strata.moment import moment
from strata.people.kind import Kind


class Contributor(Row):
    id: str
    name: str
    emails: list[str]
    login: str | None
    kind: Kind
    commits: int
    authored: int
    co_authored: int
    commit_share: float
    first_commit_at: datetime
    last_commit_at: datetime
    lines: int
    share: float


def commit_shares(facts: Facts) -> list[float]:
    """Person index → sum over commits of 1 ÷ number of its authors."""
    rows = counted_credits(facts)
    shares: list[float] = np.bincount(rows.person, rows.share, len(facts.people)).tolist()
    return shares


@metric(section="contributors", needs=Stage.LINES)
def people(facts: Facts) -> list[Contributor]:
    """Every person with their commits and lines, most commits first.

    `commits` = `authored` + `co_authored` (trailers); `commit_share` = Σ 1/k over those commits, k being a
    commit's number of authors, ÷ all commits. `lines` and `share` are of included lines at head, as in
    `ownership.people`. Times are the author's (UTC). Only commits from the option `since` on, lines and times
    of all. Ties: more lines first, then by person id.
    """
    inside = counted(facts)
    authored = np.bincount(facts.author_of[inside], minlength=len(facts.people)).tolist()
    commits = np.bincount(counted_credits(facts).person, minlength=len(facts.people)).tolist()
    total = int(inside.sum()) or 1
    first, last = facts.first_seen.tolist(), facts.last_seen.tolist()
    shares = commit_shares(facts)
    held = facts.lines_by_person.tolist()
    rows = [
        Contributor(
            id=person.id,
            name=person.name,
            emails=list(person.emails),
            login=person.login,
            kind=person.kind,
            commits=commits[index],
            authored=authored[index],
            co_authored=commits[index] - authored[index],
            commit_share=shares[index] / total,
            first_commit_at=moment(first[index]),
            last_commit_at=moment(last[index]),
            lines=held[index],
            share=held[index] / (facts.included_lines or 1),
        )
        for index, person in enumerate(facts.people)
    ]
    return sorted(rows, key=lambda row: (-row.commits, -row.lines, row.id))
