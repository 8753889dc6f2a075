"""Tables with more than one key: weeks and people, samples and cohorts, pairs of files."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from strata.facts import Facts
from strata.metrics.change_coupling import coupled
from strata.moment import monday, week_number
from strata.tables.columns import NAME, TIME, names, times

WEEKS = pa.schema(
    [
        ("week", pa.date32()),
        ("person", NAME),
        ("commits", pa.int32()),
        ("added", pa.int64()),
        ("deleted", pa.int64()),
    ]
)
SURVIVAL = pa.schema([("commit", NAME), ("time", TIME), ("by", NAME), ("cohort", NAME), ("lines", pa.int64())])
COUPLING = pa.schema(
    [
        ("left", pa.string()),
        ("right", pa.string()),
        ("degree", pa.float64()),
        ("shared", pa.int32()),
        ("left_revisions", pa.int32()),
        ("right_revisions", pa.int32()),
    ]
)


def weeks(facts: Facts) -> Iterator[pa.RecordBatch]:
    """One row per ISO week (its Monday, UTC) and person who authored a commit in it, by week and person.

    `commits` counts merges and no co-authors; `added` and `deleted` are lines of commits that are no merges.
    """
    assert facts.revisions is not None  # noqa: S101 - tables are written when everything is known
    week = week_number(facts.times)
    order = sorted(range(len(facts.people)), key=lambda index: facts.people[index].id)
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    keys, group = np.unique(week * len(order) + place[facts.author_of], return_inverse=True)
    yield pa.RecordBatch.from_arrays(
        [
            pa.array([monday(number) for number in (keys // len(order)).tolist()], pa.date32()),
            names(keys % len(order), [facts.people[index].id for index in order]),
            np.bincount(group).astype(np.int32),
            np.bincount(group, weights=facts.revisions.added).astype(np.int64),
            np.bincount(group, weights=facts.revisions.deleted).astype(np.int64),
        ],
        schema=WEEKS,
    )


def survival(facts: Facts) -> Iterator[pa.RecordBatch]:
    """Living lines per sample and cohort, zeros left out: `by` is `quarter` (cohort `2024-Q1`) or `person` (an id)."""
    assert facts.survival is not None  # noqa: S101 - tables are written when everything is known
    known = facts.survival
    quarters = [f"{quarter // 4}-Q{quarter % 4 + 1}" for quarter in known.quarters.tolist()]
    people = [person.id for person in facts.people]
    commits = [facts.commits[index] for index in known.samples.tolist()]
    when = np.array([commit.time for commit in commits], dtype=np.int64)
    for by, cohorts, counts in (("quarter", quarters, known.by_quarter), ("person", people, known.by_person)):
        sample, cohort = np.nonzero(counts)
        yield pa.RecordBatch.from_arrays(
            [
                names(sample, [commit.sha for commit in commits]),
                times(when[sample]),
                names(np.zeros(len(sample), dtype=np.int64), [by]),
                names(cohort, cohorts),
                counts[sample, cohort].astype(np.int64),
            ],
            schema=SURVIVAL,
        )


def coupling(facts: Facts) -> Iterator[pa.RecordBatch]:
    """Every pair of included files at or above the thresholds of `coupling.pairs`, strongest first."""
    yield pa.RecordBatch.from_pylist([row.model_dump() for row in coupled(facts)], schema=COUPLING)
