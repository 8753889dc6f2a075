"""Values of a document: dictionaries that know the lines of their keys, lists, strings, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


class Table(dict[str, Any]):
    """A mapping with the line of each key, where it is known."""

    __slots__ = ("lines",)

    def __init__(self, pairs: Any = ()) -> None:
        super().__init__(pairs)
        self.lines: dict[str, int] = {}

    def line(self, key: str) -> int | None:
        return self.lines.get(key)


class Items(list[Any]):
    """A list with the line of each item, where it is known."""

    __slots__ = ("lines",)

    def __init__(self, values: Any = ()) -> None:
        super().__init__(values)
        self.lines: list[int] = []

    def line(self, index: int) -> int | None:
        return self.lines[index] if index < len(self.lines) else None


NONE = Table()


def table(value: Any, *keys: str) -> Table:
    """The table at `keys` inside of `value`; an empty one where there is none."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    if isinstance(value, Table):
        return value
    return Table(value) if isinstance(value, dict) else NONE


def items(value: Any) -> Items:
    """The list that `value` is; an empty one for what is none."""
    if isinstance(value, Items):
        return value
    return Items(value) if isinstance(value, list) else Items()


def word(value: Any) -> str | None:
    """A string as it is, None for any other value."""
    return value if isinstance(value, str) else None


def walk(value: Any) -> Iterator[Table]:
    """Every table inside of `value`, each once however often it is referred to."""
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        each = waiting.pop()
        if id(each) in seen or not isinstance(each, (dict, list)):
            continue
        seen.add(id(each))
        if isinstance(each, dict):
            if isinstance(each, Table):
                yield each
            waiting.extend(reversed(each.values()))
        else:
            waiting.extend(reversed(each))
