"""What the lines of a text are: code, comment or blank.

A line is blank if it has nothing but white space, even within a comment or a string; a comment if all that is written
on it is comment; else code. So a line with code and a comment is code, and so are strings, a docstring's too. Two
languages in one file (a script in a page) are read as the one that the file is in.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from strata.native import native_module
from strata.stack.syntax import Syntax


@dataclass(frozen=True, slots=True)
class LineKinds:
    """How many of a text's lines are what."""

    code: int
    comment: int
    blank: int


class Reader(Protocol):
    """Knows how a language writes comments."""

    def kinds(self, text: bytes, /) -> tuple[int, int, int]:
        """How many lines are (code, comment, blank)."""
        ...


def line_kinds(text: bytes, language: str | None) -> LineKinds:
    """Counts the lines of a text, with the last one that no newline ends."""
    readers = _readers()
    return LineKinds(*readers.get(language or "", readers[""]).kinds(text))


def entries() -> list[dict[str, Any]]:
    """What `syntax.toml` says, bytes for texts: `languages`, and the arguments of `Syntax.of`, in its order."""
    document = tomllib.loads(Path(__file__).with_name("syntax.toml").read_text(encoding="utf-8"))
    return [
        {
            "languages": entry["languages"],
            "line": [each.encode() for each in entry.get("line", [])],
            "words": [each.encode() for each in entry.get("words", [])],
            "blocks": [(begin.encode(), end.encode()) for begin, end in entry.get("blocks", [])],
            "strings": [each.encode() for each in entry.get("strings", [])],
            "nested": entry.get("nested", False),
        }
        for entry in document["syntax"]
    ]


@cache
def _readers() -> Mapping[str, Reader]:
    """By language; by the empty name, the one for languages without comments."""
    native = native_module()
    make = Syntax.of if native is None else native.Syntax
    made: dict[str, Reader] = {"": make([], [], [], [], False)}
    for languages, *fields in (entry.values() for entry in entries()):
        made |= dict.fromkeys(languages, make(*fields))
    return made
