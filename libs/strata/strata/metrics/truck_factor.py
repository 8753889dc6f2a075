"""How many people a project can lose."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.authorship import authors_of_files
from strata.metrics.knowledge_loss import gone_since
from strata.metrics.registry import Row, metric


class KeyPerson(Row):
    person: str
    name: str
    files: int


class TruckFactor(Row):
    value: int
    files: int
    people: list[KeyPerson]
    remark: str | None


@metric(section="ownership", needs=Stage.CHANGES)
def truck_factor(facts: Facts) -> TruckFactor:
    """People whose loss leaves more than half of the files without an author.

    Authors of a file are told by degree of authorship (`ownership.authorship`). The author of most covered
    files is removed again and again (ties: by person id) until more than half of the included files have no
    author left; the value is the number removed, `people` are those removed. `files` are the included files
    that anybody but a bot changed.

    Source: Avelino, Passos, Hora, Valente, A Novel Approach for Estimating Truck Factors, ICPC 2016
    (arXiv 1604.06766).
    """
    found = authors_of_files(facts)
    removed = _removed(facts, found.values())
    return TruckFactor(value=len(removed), files=len(found), people=removed, remark=_remark(facts, found.values()))


@metric(section="ownership", needs=Stage.CHANGES)
def active_truck_factor(facts: Facts) -> TruckFactor:
    """The truck factor of the people who are still there.

    As `ownership.truck_factor`, but only people with a commit in the 12 months before the latest one (option
    `inactive_after_months`) count as authors, so files of those who left have none from the beginning. 0
    means that more than half of the files have no active author already.
    """
    since = gone_since(facts)
    here = set(np.flatnonzero(facts.last_seen >= since).tolist())
    return truck_factor_of(facts, [authors & here for authors in authors_of_files(facts).values()])


def truck_factor_of(facts: Facts, found: Collection[set[int]]) -> TruckFactor:
    """The truck factor of files given by those of their authors who are still there."""
    removed = _removed(facts, found)
    remark = _remark(facts, found)
    if found and not removed:
        left = sum(not authors for authors in found) / len(found)
        remark = f"{left:.0%} of the files have no active author already."
    return TruckFactor(value=len(removed), files=len(found), people=removed, remark=remark)


def _removed(facts: Facts, authors_of: Collection[set[int]]) -> list[KeyPerson]:
    held: dict[int, list[int]] = defaultdict(list)
    for file, authors in enumerate(authors_of):
        for index in authors:
            held[index].append(file)
    left = [len(authors) for authors in authors_of]
    covered = len(left) - left.count(0)
    removed: list[KeyPerson] = []
    # that one is gone changes nothing of how many files the others are an author of
    for top in sorted(held, key=lambda index: (-len(held[index]), facts.people[index].id)):
        if covered * 2 < len(left):
            break
        person = facts.people[top]
        removed.append(KeyPerson(person=person.id, name=person.name, files=len(held[top])))
        for file in held[top]:
            left[file] -= 1
            covered -= left[file] == 0
    return removed


def _remark(facts: Facts, authors_of: Iterable[set[int]]) -> str | None:
    humans = sum(person.kind == "human" for person in facts.people)
    if humans <= 1:
        return "The project has one author, so this says nothing about risk."
    authors = len(set().union(*authors_of))
    return (
        f"Files have {authors} {'author' if authors == 1 else 'authors'} in all, so it cannot be high."
        if authors <= 2
        else None
    )
