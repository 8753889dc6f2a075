"""Who owns each line at head, of every text file, excluded ones too."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from strata.facts import Facts
from strata.ownership.lines import Vector
from strata.tables.columns import NAME, TIME, names, path_text, times

SCHEMA = pa.schema(
    [("path", NAME), ("line", pa.int32()), ("commit", NAME), ("person", NAME), ("time", TIME)],
)
AT_ONCE = 1 << 20  # lines in a row group


def lines(facts: Facts) -> Iterator[pa.RecordBatch]:
    """path, line (from 1), commit, person (its author), time (author's): in path order, a million lines at once."""
    assert facts.lines is not None  # noqa: S101 - tables are written when everything is known
    shas = [commit.sha for commit in facts.commits]
    people = [person.id for person in facts.people]
    when = facts.times
    for paths, vectors in _pieces(facts):
        commits = np.concatenate(vectors)
        lengths = [len(vector) for vector in vectors]
        yield pa.RecordBatch.from_arrays(
            [
                names(np.repeat(np.arange(len(paths)), lengths), [path_text(path) for path in paths]),
                np.concatenate([np.arange(1, length + 1, dtype=np.int32) for length in lengths]),
                names(commits, shas),
                names(facts.author_of[commits], people),
                times(when[commits]),
            ],
            schema=SCHEMA,
        )


def _pieces(facts: Facts) -> Iterator[tuple[list[bytes], list[Vector]]]:
    """Files in path order with their owners, together at least AT_ONCE lines but for the last."""
    assert facts.lines is not None  # noqa: S101
    paths: list[bytes] = []
    vectors: list[Vector] = []
    held = 0
    for path in sorted(facts.lines.vectors):
        vector = facts.lines.vectors[path]
        if len(vector):
            paths.append(path)
            vectors.append(vector)
            held += len(vector)
        if held >= AT_ONCE:
            yield paths, vectors
            paths, vectors, held = [], [], 0
    if paths:
        yield paths, vectors
