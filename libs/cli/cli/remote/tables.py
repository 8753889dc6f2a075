"""Lists for people, whole lines whatever the width: a terminal wraps them, another program cuts them."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.cells import cell_len

from reports.text import clean


def print_rows(rows: Sequence[Sequence[object]], nothing: str, *, indent: str = "") -> None:
    """Rows in columns, two spaces between them; without any, the sentence `nothing` on standard error."""
    if not rows:
        sys.stderr.write(f"{nothing}\n")
        return
    texts = [["-" if cell is None or cell == "" else clean(str(cell)) for cell in row] for row in rows]
    widths = [max(cell_len(row[column]) for row in texts) for column in range(len(texts[0]))]
    for row in texts:
        padded = [cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)]
        sys.stdout.write(indent + "  ".join(padded).rstrip() + "\n")


def minute(time: str | None) -> str | None:
    """A time of the API to the minute, in UTC as it is."""
    return None if time is None else time[:16].replace("T", " ")
