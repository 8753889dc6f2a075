"""How many people a project can lose."""

from __future__ import annotations

import math
from collections import Counter

from strata.facts import Facts, Stage
from strata.history.revisions import FileRevisions
from strata.metrics.registry import Row, metric

NORMALISED = 0.75
ABSOLUTE = 3.293


class KeyPerson(Row):
    person: str
    name: str
    files: int


class TruckFactor(Row):
    value: int
    files: int
    people: list[KeyPerson]
    remark: str | None


@metric(section="ownership", needs=Stage.LINES)
def truck_factor(facts: Facts) -> TruckFactor:
    """People whose loss leaves more than half of the files without an author.

    Degree of authorship DOA(p, f) = 3.293 + 1.098·FA + 0.164·DL − 0.321·ln(1 + AC): FA = 1 if p authored the
    first commit of f, DL = commits of p on f, AC = commits of others on f (no merges, renames followed).
    p is an author of f when DOA(p, f) ÷ max DOA(f) > 0.75 and DOA(p, f) ≥ 3.293. The author of most covered
    files is removed again and again (ties: by person id) until more than half of the included files have
    no author left; the value is the number removed, `people` are those removed. Bots do not count.

    Source: Avelino, Passos, Hora, Valente, A Novel Approach for Estimating Truck Factors, ICPC 2016
    (arXiv 1604.06766).
    """
    assert facts.revisions is not None  # noqa: S101 - Stage.CHANGES brings them
    bots = {index for index, person in enumerate(facts.people) if person.kind == "bot"}
    covered = [file_authors(past, bots) for file in facts.included if (past := facts.revisions.files.get(file.path))]
    covered = [authors for authors in covered if authors]
    total = len(covered)
    removed: list[KeyPerson] = []
    while covered and len(covered) * 2 >= total:
        counts = Counter(person for authors in covered for person in authors)
        top = min(counts, key=lambda index: (-counts[index], facts.people[index].id))
        person = facts.people[top]
        removed.append(KeyPerson(person=person.id, name=person.name, files=counts[top]))
        covered = [rest for authors in covered if (rest := authors - {top})]
    humans = sum(person.kind == "human" for person in facts.people)
    remark = "The project has one author, so this says nothing about risk." if humans <= 1 else None
    return TruckFactor(value=len(removed), files=total, people=removed, remark=remark)


def file_authors(past: FileRevisions, bots: set[int]) -> set[int]:
    """Those with enough authorship of one file."""
    changes = {person: count for person, count in past.by.items() if person not in bots}
    total = sum(changes.values())
    degrees = {
        person: ABSOLUTE + 1.098 * (person in past.creators) + 0.164 * own - 0.321 * math.log1p(total - own)
        for person, own in changes.items()
    }
    most = max(degrees.values(), default=0.0)
    return {p for p, degree in degrees.items() if degree / most > NORMALISED and degree >= ABSOLUTE}
