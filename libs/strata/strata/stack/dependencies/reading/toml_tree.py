"""TOML, and where in the text its tables and keys are."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from typing import Any

from strata.stack.dependencies.reading.text import Source, Unreadable

# tomllib takes time that grows with the square of the parts of a dotted key
DOTTED = re.compile(r"""(?<![\w"'.-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){40}""")
HEADER = re.compile(r"[ \t]*+(\[{1,2})([^\[\]\n#]++)\]")
KEY = re.compile(
    r"""[ \t]*+((?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')(?:[ \t]*+\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+'))*+)[ \t]*+="""
)
PART = re.compile(r"""[\w-]++|"([^"\n]*+)"|'([^'\n]*+)'""")
Path = tuple[str | int, ...]


class Toml:
    """A document and its places. Raises Unreadable."""

    def __init__(self, source: Source) -> None:
        if DOTTED.search(source.text):
            raise Unreadable("too-deep", "A key has too many parts.")
        try:
            self.document: dict[str, Any] = tomllib.loads(source.text)
        except tomllib.TOMLDecodeError as error:
            raise Unreadable("invalid-toml", f"This is not TOML: {_told(error)}.") from error
        except ValueError as error:
            raise Unreadable("invalid-toml", "This is not TOML that can be read: a value is out of bounds.") from error
        except RecursionError as error:
            raise Unreadable("too-deep", "Its values are nested too deep.") from error
        self._source = source
        self._places: dict[Path, int] | None = None

    def line(self, *path: str | int, text: str | None = None) -> int | None:
        """The line of a key or table (arrays of tables: a number, from 0), or of the `text` at or after it."""
        if self._places is None:
            self._places = _places(self._source)
        known = None
        for length in range(len(path), 0, -1):
            known = self._places.get(path[:length])
            if known is not None:
                break
        if known is None or text is None:
            return known
        return self._source.find(text, known) or known


def _told(error: Exception) -> str:
    return str(error)[:200].replace("\n", " ")


def _places(source: Source) -> dict[Path, int]:
    places: dict[Path, int] = {}
    counts: Counter[Path] = Counter()
    at: Path = ()
    quoted: str | None = None
    for number, line in enumerate(source.lines, 1):
        if quoted:  # inside of a string of several lines
            if line.count(quoted) % 2:
                quoted = None
            continue
        if found := HEADER.match(line):
            at = _parts(found[2], counts)
            if found[1] == "[[":
                counts[at] += 1
                at = (*at, counts[at] - 1)
            places.setdefault(at, number)
        elif found := KEY.match(line):
            path = _parts(found[1], None)
            for length in range(1, len(path) + 1):
                places.setdefault((*at, *path[:length]), number)
        for quote in ('"""', "'''"):
            if line.count(quote) % 2:
                quoted = quote
    return places


def _parts(text: str, counts: Counter[Path] | None) -> Path:
    """The parts of a dotted key; below an array of tables the number of the last one comes after its name."""
    path: Path = ()
    for found in PART.finditer(text):
        path = (*path, found[1] if found[1] is not None else found[2] if found[2] is not None else found[0])
        if counts and path in counts and found.end() < len(text.rstrip()):
            path = (*path, counts[path] - 1)
    return path
