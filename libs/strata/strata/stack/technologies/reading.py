"""The lines of files that rules want to see, within what a repository may cost."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from strata.stack.dependencies.files import Files

FILE_BYTES = 1 << 20  # a larger file is none that a person configures something in
START = 64 << 10  # of each file
LINE = 500  # characters; expressions are written for lines and see no more
FILES_OF_ONE = 300  # at a path of one rule
FILES = 3_000  # in all


def lines_to_read(files: Files, wanted: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, list[str]]]:
    """Each wanted file with each pattern of its path, and its lines; of too many, those nearest to the top."""
    patterns: dict[str, list[str]] = defaultdict(list)
    taken: dict[str, int] = defaultdict(int)
    for path, pattern in sorted(wanted, key=lambda each: (each[0].count("/"), each)):
        if taken[pattern] < FILES_OF_ONE and (path in patterns or len(patterns) < FILES):
            taken[pattern] += 1
            patterns[path].append(pattern)
    for path, content in files.read(sorted(patterns), FILE_BYTES):
        if content is None:
            continue
        text = content[:START].decode("utf-8", "replace").removeprefix("\ufeff")
        lines = [line[:LINE] for line in text.splitlines()]
        for pattern in patterns[path]:
            yield path, pattern, lines
