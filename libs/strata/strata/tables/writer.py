"""Parquet files, piece by piece; equal content gives equal bytes under one version of pyarrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from strata.facts import Facts
from strata.tables import files, lines, people, relations

TABLES: dict[str, tuple[pa.Schema, Callable[[Facts], Iterator[pa.RecordBatch]]]] = {
    "lines": (lines.SCHEMA, lines.lines),
    "files": (files.SCHEMA, files.files),
    "people": (people.SCHEMA, people.people),
    "weeks": (relations.WEEKS, relations.weeks),
    "survival": (relations.SURVIVAL, relations.survival),
    "coupling": (relations.COUPLING, relations.coupling),
}


def write_tables(facts: Facts, folder: Path) -> list[Path]:
    """Writes every table as `NAME.parquet` into the existing `folder` and gives their paths.

    `facts` must be those of a finished analysis. A file appears whole or not at all; one of that name is
    replaced. Raises OSError.
    """
    written = []
    for name, (schema, pieces) in TABLES.items():
        target, draft = folder / f"{name}.parquet", folder / f".{name}.parquet.part"
        try:
            with pq.ParquetWriter(draft, schema, compression="zstd", write_statistics=True) as writer:
                for piece in pieces(facts):
                    writer.write_batch(piece, row_group_size=max(piece.num_rows, 1))
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        written.append(target)
    return written
