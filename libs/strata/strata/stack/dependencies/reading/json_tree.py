"""JSON with the lines of its keys, and the JSON with comments and trailing commas that tools write."""

from __future__ import annotations

import json
import re
from typing import Any

from strata.stack.dependencies.reading.table import Table
from strata.stack.dependencies.reading.text import Source, Unreadable

# a string that is not closed ends with the text: so that no place is looked at twice
STRING = re.compile(r'"(?:[^"\\]|\\.)*+(?:"(\s*+:)?|\Z)', re.DOTALL)
LOOSE = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|,(?=\s*+[}\]])', re.DOTALL)
COMMENT = re.compile(r'("(?:[^"\\]|\\.)*+(?:"|\Z))|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)', re.DOTALL)


def read_json(source: Source) -> Any:
    """The document. Raises Unreadable."""
    return _read(source.text)


def read_loose_json(source: Source) -> Any:
    """A document that may have comments and trailing commas. Raises Unreadable."""
    bare = COMMENT.sub(_blank, source.text)  # first: a comma may be followed by a comment
    return _read(LOOSE.sub(_blank, bare))


def _blank(found: re.Match[str]) -> str:
    return found[1] or "\n" * found[0].count("\n")


def _read(text: str) -> Any:
    tables = 0
    doubled = False

    def collect(pairs: list[tuple[str, Any]]) -> Table:
        nonlocal tables, doubled
        made = Table(pairs)
        tables += 1
        doubled |= len(made) != len(pairs)
        return made

    try:
        document = json.loads(text, object_pairs_hook=collect)
    except json.JSONDecodeError as error:
        raise Unreadable("invalid-json", f"This is not JSON: {error.msg}.", error.lineno) from error
    except ValueError as error:  # a number of thousands of digits
        raise Unreadable("invalid-json", "This is not JSON that can be read: a number is too long.") from error
    except RecursionError as error:
        raise Unreadable("too-deep", "Its values are nested too deep.") from error
    if tables and not doubled:
        _number(text, document)
    return document


def _number(text: str, document: Any) -> None:
    """Gives every key its line: keys stand in the text in the order in which the tree is walked."""
    lines, line, at = [], 1, 0
    for found in STRING.finditer(text):
        if found[1] is not None:
            line += text.count("\n", at, found.start())
            at = found.start()
            lines.append(line)
    numbers = iter(lines)
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, tuple):
            owner, key, value = value
            owner.lines[key] = next(numbers)
        if isinstance(value, Table):
            waiting.extend((value, key, inner) for key, inner in reversed(value.items()))
        elif isinstance(value, list):
            waiting.extend(inner for inner in reversed(value) if isinstance(inner, (Table, list)))
