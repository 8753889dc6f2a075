"""Whose lines are replaced by whom."""

from __future__ import annotations

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric


class Party(Row):
    person: str | None
    name: str


class Overwrites(Row):
    people: list[Party]
    lines: list[list[int]]


@metric(section="survival", needs=Stage.LINES)
def overwrites(facts: Facts) -> Overwrites:
    """Lines of each person that each other person later removed or replaced.

    `lines[a][b]` are lines of included files written by `people[a]` and gone with a commit of `people[b]`; the
    diagonal is what people replaced of their own. The 12 people (option `cohorts_listed`) with most lines
    gone, on either side, and all others together at the end (`person` null). Merges take no lines
    away. Ties: by person id.
    """
    assert facts.deaths is not None  # noqa: S101 - Stage.LINES brings them
    deaths = facts.deaths
    people = len(facts.people)
    written, removed = facts.author_of[deaths.born], facts.author_of[deaths.died]
    weight = np.bincount(written, deaths.lines, people) + np.bincount(removed, deaths.lines, people)
    order = sorted(np.flatnonzero(weight).tolist(), key=lambda index: (-int(weight[index]), facts.people[index].id))
    named, others = order[: facts.options.cohorts_listed], order[facts.options.cohorts_listed :]
    parties = [Party(person=facts.people[index].id, name=facts.people[index].name) for index in named]
    if others:
        parties.append(Party(person=None, name=f"{len(others):,} others"))
    place = np.full(people, len(named), dtype=np.int64)
    place[named] = np.arange(len(named))
    size = len(parties)
    cells = np.bincount(place[written] * size + place[removed], deaths.lines, size * size)
    return Overwrites(people=parties, lines=cells.astype(np.int64).reshape(size, size).tolist())
