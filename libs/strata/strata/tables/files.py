"""The regular files at head with every figure that is told per file."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from strata.facts import Facts
from strata.metrics.authorship import authors_of_files
from strata.metrics.code_age import line_ages, lower_median
from strata.metrics.fragmentation import fractal_value
from strata.tables.columns import path_text

SCHEMA = pa.schema(
    [
        ("path", pa.string()),
        ("path_bytes", pa.binary()),
        ("size", pa.int64()),
        ("text", pa.bool_()),
        ("excluded", pa.string()),
        ("excluded_by", pa.string()),
        ("language", pa.string()),
        ("lines", pa.int32()),
        ("lines_of_code", pa.int32()),
        ("complexity", pa.int64()),
        ("revisions", pa.int32()),
        ("added", pa.int64()),
        ("deleted", pa.int64()),
        ("fragmentation", pa.float64()),
        ("median_age_days", pa.int32()),
        ("owner", pa.string()),
        ("owner_share", pa.float64()),
        ("owners", pa.int32()),
        ("authors", pa.list_(pa.string())),
    ]
)


def files(facts: Facts) -> Iterator[pa.RecordBatch]:
    """One row per regular file in path order; binary and excluded files too, with nulls where nothing is known.

    `excluded` is the reason (vendored, generated, documentation), `excluded_by` the rule. `owner` has most lines
    (ties: by id), `authors` are those by degree of authorship. Definitions: the metrics of the same names.
    """
    assert facts.changes is not None  # noqa: S101 - tables are written when everything is known
    assert facts.revisions is not None  # noqa: S101
    table = facts.changes
    revisions, added, deleted = table.revisions(), table.per_file(table.added), table.per_file(table.deleted)
    ages, authors = line_ages(facts), authors_of_files(facts)
    rows = []
    for file in sorted(facts.files, key=lambda file: file.path):
        past, number = facts.revisions.files.get(file.path), table.files.get(file.path)
        held = facts.count([file.path]) if file.text else np.zeros(len(facts.people), dtype=np.int64)
        top = min(np.flatnonzero(held).tolist(), key=lambda p: (-held[p], facts.people[p].id), default=None)
        rows.append(
            {
                "path": path_text(file.path),
                "path_bytes": file.path,
                "size": file.size,
                "text": file.text,
                "excluded": file.exclusion.reason if file.exclusion else None,
                "excluded_by": file.exclusion.rule if file.exclusion else None,
                "language": file.language,
                "lines": file.lines if file.text else None,
                "lines_of_code": file.indentation.lines if file.indentation else None,
                "complexity": file.indentation.levels if file.indentation else None,
                "revisions": int(revisions[number]) if number is not None else 0,
                "added": int(added[number]) if number is not None else 0,
                "deleted": int(deleted[number]) if number is not None else 0,
                "fragmentation": fractal_value(past.by.values()) if past else None,
                "median_age_days": lower_median(ages[file.path]) if file.path in ages else None,
                "owner": None if top is None else facts.people[top].id,
                "owner_share": None if top is None else int(held[top]) / file.lines,
                "owners": int(np.count_nonzero(held)) if file.text else None,
                "authors": sorted(facts.people[index].id for index in authors.get(file.path, ())),
            }
        )
    yield pa.RecordBatch.from_pylist(rows, schema=SCHEMA)
