"""`python -m reports FORM`: a report on standard input, what is made of it on standard output.

A program of its own, so that a server can have it done beside itself, bounded in time and without its secrets.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from reports import Report
from reports.privacy import for_others
from reports.tables.catalogue import CATALOGUE, Table
from reports.tables.forms import Write, archive, as_csv, as_parquet


def html(report: Report, _: Table | None) -> bytes:
    from reports.page import render  # noqa: PLC0415 - each form loads what it needs

    return render(report).encode("utf-8", "backslashreplace")


def cyclonedx(report: Report, _: Table | None) -> bytes:
    from reports.bills import cyclonedx as write  # noqa: PLC0415

    return write(report).encode()


def spdx(report: Report, _: Table | None) -> bytes:
    from reports.bills import spdx as write  # noqa: PLC0415

    return write(report).encode()


def _tables(extension: str, write: Write) -> Callable[[Report, Table | None], bytes]:
    return lambda report, table: archive(report, extension, write) if table is None else b"".join(write(table, report))


def as_json(report: Report, _: Table | None) -> bytes:
    return json.dumps(report, separators=(",", ":")).encode()


FORMS: Mapping[str, Callable[[Report, Table | None], bytes]] = {
    "json": as_json,
    "html": html,
    "csv": _tables("csv", as_csv),
    "parquet": _tables("parquet", as_parquet),
    "cyclonedx": cyclonedx,
    "spdx": spdx,
}
"""What can be made, by name; with a table where only that one is wanted."""


def _compare(base: Report, head: Report) -> Any:
    from reports.comparison.changes import compare  # noqa: PLC0415

    return compare(base, head)


def _beside(left: Report, right: Report) -> Any:
    from reports.comparison.beside import side_by_side  # noqa: PLC0415

    return side_by_side(left, right)


PAIRS: Mapping[str, Callable[[Report, Report], Any]] = {"compare": _compare, "side-by-side": _beside}
"""What can be made of two reports, which are given as a list."""


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m reports", description=__doc__)
    parser.add_argument("form", choices=[*FORMS, *PAIRS])
    parser.add_argument("--table", choices=CATALOGUE, help="only this one, of csv and parquet")
    parser.add_argument("--for-others", choices=("with-addresses", "without-addresses"), help="as others may see it")
    asked = parser.parse_args(arguments)
    report: Any = json.load(sys.stdin.buffer)
    if asked.form in PAIRS:
        made = asdict(PAIRS[asked.form](*report))
        sys.stdout.buffer.write(json.dumps(made, separators=(",", ":")).encode())
        return
    if asked.for_others:
        report = for_others(report, addresses=asked.for_others == "with-addresses")
    sys.stdout.buffer.write(FORMS[asked.form](report, CATALOGUE[asked.table] if asked.table else None))


if __name__ == "__main__":
    main(sys.argv[1:])
