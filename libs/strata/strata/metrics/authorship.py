"""Who is an author of which files, by degree of authorship."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection

from strata.facts import Facts, Stage, once
from strata.history.revisions import FileRevisions
from strata.metrics.registry import Row, metric

NORMALISED = 0.75
ABSOLUTE = 3.293


class FileAuthor(Row):
    person: str
    name: str
    files: int
    alone: int
    share: float


@metric(section="ownership", needs=Stage.CHANGES)
def authorship(facts: Facts) -> list[FileAuthor]:
    """People by the number of included files that they are an author of, most first.

    Degree of authorship DOA(p, f) = 3.293 + 1.098·FA + 0.164·DL − 0.321·ln(1 + AC): FA = 1 if p authored the
    first commit of f, DL = commits of p on f, AC = commits of others on f (no merges, renames followed). p is
    an author of f when DOA(p, f) ÷ max DOA(f) > 0.75 and DOA(p, f) ≥ 3.293. `alone` counts the files that
    nobody else is an author of, `share` = files ÷ all included files. Bots do not count. Ties: by person id.

    Source: Avelino, Passos, Hora, Valente, A Novel Approach for Estimating Truck Factors, ICPC 2016
    (arXiv 1604.06766); both thresholds are the ones of its tool. The formula is that of Fritz and others,
    Degree-of-Knowledge, TOSEM 2014.
    """
    files: Counter[int] = Counter()
    alone: Counter[int] = Counter()
    for authors in authors_of_files(facts).values():
        files.update(authors)
        if len(authors) == 1:
            alone.update(authors)
    order = sorted(files, key=lambda index: (-files[index], facts.people[index].id))
    return [
        FileAuthor(
            person=facts.people[index].id,
            name=facts.people[index].name,
            files=files[index],
            alone=alone[index],
            share=files[index] / len(facts.included),
        )
        for index in order
    ]


@once
def authors_of_files(facts: Facts) -> dict[bytes, set[int]]:
    """Included file → its authors; files that only bots changed are left out."""
    assert facts.revisions is not None  # noqa: S101 - Stage.CHANGES brings them
    bots = {index for index, person in enumerate(facts.people) if person.kind == "bot"}
    found = {}
    for file in facts.included:
        past = facts.revisions.files.get(file.path)
        if past is not None and not bots.issuperset(past.by):
            found[file.path] = file_authors(past, bots)
    return found


def degrees(past: FileRevisions, bots: Collection[int]) -> dict[int, float]:
    """Person → absolute degree of authorship of one file."""
    changes = {person: count for person, count in past.by.items() if person not in bots}
    total = sum(changes.values())
    return {
        person: 3.293 + 1.098 * (person in past.creators) + 0.164 * own - 0.321 * math.log1p(total - own)
        for person, own in changes.items()
    }


def file_authors(past: FileRevisions, bots: Collection[int]) -> set[int]:
    """Those with enough authorship of one file."""
    found = degrees(past, bots)
    most = max(found.values(), default=0.0)
    return {person for person, degree in found.items() if degree >= ABSOLUTE and degree / most > NORMALISED}
