"""How much each person changed."""

from __future__ import annotations

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.metrics.window import counted, counted_changes


class PersonChurn(Row):
    person: str
    name: str
    commits: int
    files: int
    added: int
    deleted: int
    active_days: int


@metric(section="contributors", needs=Stage.CHANGES)
def churn(facts: Facts) -> list[PersonChurn]:
    """Lines that each person added and deleted, most changed first.

    Regular text files in commits that are no merges, as `git -c diff.context=0 log --no-merges --numstat -M`
    counts them. A commit's lines go to its author alone, as in line ownership. `commits` are those commits,
    `files` the distinct files in them (a renamed file is one), `active_days` the days (UTC) with any commit,
    merges too. Only commits from the option `since` on. Ties: by person id.
    """
    table, people = counted_changes(facts), len(facts.people)
    author = facts.author_of[table.commit].astype(np.int64)
    added = np.bincount(author, weights=table.added, minlength=people).astype(np.int64)
    deleted = np.bincount(author, weights=table.deleted, minlength=people).astype(np.int64)
    width = max(table.width, 1)
    files = np.bincount(np.unique(author * width + table.file) // width, minlength=people)
    inside = counted(facts)
    authors = facts.author_of[inside].astype(np.int64)
    own = np.array([len(commit.parents) < 2 for commit in facts.commits], dtype=bool)[inside]
    commits = np.bincount(authors[own], minlength=people)
    day = facts.times[inside] // 86_400
    width = int(day.max(initial=0)) + 1
    days = np.bincount(np.unique(authors * width + day) // width, minlength=people)
    rows = [
        PersonChurn(
            person=person.id,
            name=person.name,
            commits=int(commits[index]),
            files=int(files[index]),
            added=int(added[index]),
            deleted=int(deleted[index]),
            active_days=int(days[index]),
        )
        for index, person in enumerate(facts.people)
        if days[index]
    ]
    return sorted(rows, key=lambda row: (-row.added - row.deleted, row.person))
