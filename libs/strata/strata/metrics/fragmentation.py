"""How many hands each file went through."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric

LEAST = 5


class FragmentedFile(Row):
    path: str
    value: float
    authors: int
    revisions: int


class Fragmentation(Row):
    median: float
    total: int
    listed: int
    items: list[FragmentedFile]
    remark: str | None


@metric(section="ownership", needs=Stage.CHANGES)
def fragmentation(facts: Facts) -> Fragmentation:
    """Included files whose revisions are spread over many authors, most fragmented first.

    Fractal value = 1 − Σ (aᵢ ÷ N)²: aᵢ revisions by author i, N = Σ aᵢ (no merges, renames followed, co-authors
    count as authors). 0 is one author, towards 1 are many with few revisions each. Files with at least 5
    revisions; `median` is over them, the first 100 (option `hotspots_listed`) are listed. Ties: more
    revisions first, then by path.

    Source: D'Ambros, Lanza, Gall, Fractal Figures: Visualizing Development Effort for CVS Entities, VISSOFT
    2005; as in code-maat.
    """
    assert facts.revisions is not None  # noqa: S101 - Stage.CHANGES brings them
    found = []
    for file in facts.included:
        past = facts.revisions.files.get(file.path)
        if past is not None and past.by.total() >= LEAST:
            row = FragmentedFile(
                path=file.shown,
                value=round(fractal_value(past.by.values()), 4),
                authors=len(past.by),
                revisions=past.by.total(),
            )
            found.append((file.path, row))
    found.sort(key=lambda each: (-each[1].value, -each[1].revisions, each[0]))
    kept = [row for _, row in found[: facts.options.hotspots_listed]]
    humans = sum(person.kind == "human" for person in facts.people)
    return Fragmentation(
        median=round(median(row.value for _, row in found), 4) if found else 0.0,
        total=len(found),
        listed=len(kept),
        items=kept,
        remark="The project has one author, so nothing is fragmented." if humans <= 1 else None,
    )


def fractal_value(revisions: Iterable[int]) -> float:
    """1 − Σ (aᵢ ÷ N)² of the revisions by each author; 0 without any."""
    counts = list(revisions)
    total = sum(counts)
    return 1 - sum((count / total) ** 2 for count in counts) if total else 0.0
