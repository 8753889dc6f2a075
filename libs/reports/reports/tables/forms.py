"""Tables as CSV and Parquet: one alone, or all of a report in one zip archive. Equal reports give equal bytes.

In CSV, a text that a spreadsheet would take for a formula has an apostrophe before it, and lists are joined by `; `.
Parquet has everything as it is.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from reports import Report
from reports.tables.catalogue import Kind, Table, rows_of, tables_of

if TYPE_CHECKING:
    import pyarrow as pa

# what spreadsheets begin a formula with, in full width too; after white space and control characters, which they skip
_FORMULA = tuple("=+-@＝＋－＠\t\r\n")
_SKIPPED = " \t\r\n\0\v\f\u00a0\ufeff"
_AT_ONCE = 5_000  # rows
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive knows

Write = Callable[[Table, Report], Iterator[bytes]]
"""Writes a table, piece by piece."""


def as_csv(table: Table, report: Report) -> Iterator[bytes]:
    """RFC 4180 in UTF-8, with a header line."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(table.columns)
    for number, row in enumerate(rows_of(table, report), 1):
        writer.writerow(map(_cell, row))
        if number % _AT_ONCE == 0:
            yield buffer.getvalue().encode("utf-8", "backslashreplace")
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue().encode("utf-8", "backslashreplace")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str):
        return _inert(value)
    return value


def _inert(text: str) -> str:
    """The text, so that no spreadsheet takes it for a formula."""
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip(_SKIPPED).startswith(_FORMULA) else text


def as_parquet(table: Table, report: Report) -> Iterator[bytes]:
    """One Parquet file, compressed with zstd. Raises ValueError for a value that is not of its column's kind."""
    import pyarrow as pa  # noqa: PLC0415 - takes long to load, for Parquet alone
    import pyarrow.parquet as pq  # noqa: PLC0415

    rows = list(rows_of(table, report))
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    schema = pa.schema([(name, _type(kind)) for name, kind in table.columns.items()])
    arrays = [
        pa.array(_values(kind, column), _type(kind))
        for kind, column in zip(table.columns.values(), columns, strict=True)
    ]
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), sink, compression="zstd")
    yield sink.getvalue().to_pybytes()


def _type(kind: Kind) -> pa.DataType:
    import pyarrow as pa  # noqa: PLC0415

    types = {
        "text": pa.string(),
        "texts": pa.list_(pa.string()),
        "whole": pa.int64(),
        "number": pa.float64(),
        "truth": pa.bool_(),
        "time": pa.timestamp("s", tz="UTC"),
        "date": pa.date32(),
    }
    return types[kind]


def _values(kind: Kind, column: Iterable[Any]) -> list[Any]:
    if kind == "time":
        return [None if value is None else datetime.fromisoformat(value).astimezone(UTC) for value in column]
    if kind == "date":
        return [None if value is None else date.fromisoformat(value) for value in column]
    if kind == "text":
        return [None if value is None else _unicode(value) for value in column]
    if kind == "texts":
        return [None if value is None else [_unicode(each) for each in value] for value in column]
    return list(column)


def _unicode(text: str) -> str:
    """Without lone surrogates, which JSON can hold and UTF-8 cannot."""
    return text.encode("utf-8", "backslashreplace").decode()


def archive(report: Report, extension: str, write: Write) -> bytes:
    """Every table of the report as `NAME.extension` in one zip archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for table in tables_of(report):
            entry = zipfile.ZipInfo(f"{table.name}.{extension}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with made.open(entry, "w") as file:
                for piece in write(table, report):
                    file.write(piece)
    return buffer.getvalue()
