"""The people with every figure that is told per person."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from strata.facts import Facts
from strata.metrics.contributors import people as contributors
from strata.metrics.person_churn import churn
from strata.tables.columns import TIME

SCHEMA = pa.schema(
    [
        ("person", pa.string()),
        ("name", pa.string()),
        ("emails", pa.list_(pa.string())),
        ("login", pa.string()),
        ("kind", pa.string()),
        ("commits", pa.int32()),
        ("authored", pa.int32()),
        ("co_authored", pa.int32()),
        ("commit_share", pa.float64()),
        ("first_commit_at", TIME),
        ("last_commit_at", TIME),
        ("active_days", pa.int32()),
        ("added", pa.int64()),
        ("deleted", pa.int64()),
        ("files", pa.int32()),
        ("lines", pa.int64()),
        ("share", pa.float64()),
    ]
)


def people(facts: Facts) -> Iterator[pa.RecordBatch]:
    """One row per person, most commits first: `contributors.people` and `contributors.churn` side by side."""
    changed = {row.person: row for row in churn(facts)}
    rows = []
    for person in contributors(facts):
        known = changed.get(person.id)
        rows.append(
            person.model_dump(exclude={"id"})
            | {
                "person": person.id,
                "active_days": known.active_days if known else 0,
                "added": known.added if known else 0,
                "deleted": known.deleted if known else 0,
                "files": known.files if known else 0,
            }
        )
    yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
