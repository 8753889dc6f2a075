"""What would go with a chosen set of people."""

from __future__ import annotations

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.authorship import authors_of_files
from strata.metrics.knowledge_loss import gone_since
from strata.metrics.registry import Row, metric
from strata.metrics.truck_factor import TruckFactor, truck_factor_of


class Leaver(Row):
    person: str
    name: str
    lines: int
    share: float
    files: int


class Orphan(Row):
    path: str
    lines: int
    leavers: list[str]


class Orphans(Row):
    total: int
    lines: int
    items: list[Orphan]


class Offboarding(Row):
    people: list[Leaver]
    lines: int
    share: float
    knowledge_loss: float
    truck_factor: TruckFactor
    orphans: Orphans


@metric(section="ownership", needs=Stage.LINES)
def offboarding(facts: Facts) -> Offboarding | None:
    """The same figures once the people of the option `without` are gone; null if it names nobody.

    `lines` and `share` are of included lines that these people own, `files` counts the files that a person is an
    author of (`ownership.authorship`). `knowledge_loss` is `ownership.knowledge_loss` with these people among the gone,
    `truck_factor` is `ownership.active_truck_factor` without them. `orphans` are the files of which all active
    authors are among them: most lines first, then by path; `total` and `lines` count all, also those not listed
    (option `files_listed`).
    """
    if not facts.without:
        return None
    since = gone_since(facts)
    here = set(np.flatnonzero(facts.last_seen >= since).tolist())
    stay = here - facts.without
    authors = authors_of_files(facts)
    held = facts.lines_by_person.tolist()
    whole = facts.included_lines or 1
    leavers = [
        Leaver(
            person=facts.people[index].id,
            name=facts.people[index].name,
            lines=held[index],
            share=held[index] / whole,
            files=sum(index in some for some in authors.values()),
        )
        for index in facts.without
    ]
    lines = sum(held[index] for index in facts.without)
    return Offboarding(
        people=sorted(leavers, key=lambda row: (-row.lines, row.person)),
        lines=lines,
        share=lines / whole,
        knowledge_loss=sum(count for index, count in enumerate(held) if index not in stay) / whole,
        truck_factor=truck_factor_of(facts, [some & stay for some in authors.values()]),
        orphans=_orphans(facts, {path: some & here for path, some in authors.items()}),
    )


def _orphans(facts: Facts, active: dict[bytes, set[int]]) -> Orphans:
    """The files whose active authors all leave."""
    items = [
        Orphan(path=file.shown, lines=file.lines, leavers=sorted(facts.people[index].id for index in active[file.path]))
        for file in facts.included
        if active.get(file.path) and active[file.path] <= facts.without
    ]
    items.sort(key=lambda row: (-row.lines, row.path))
    return Orphans(total=len(items), lines=sum(row.lines for row in items), items=items[: facts.options.files_listed])
