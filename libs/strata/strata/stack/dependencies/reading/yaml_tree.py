"""YAML with the lines of its keys and items; aliases are shared and never copied, tags are ignored."""

from __future__ import annotations

from typing import Any

import yaml

from strata.stack.dependencies.limits import DEPTH, NODES
from strata.stack.dependencies.reading.table import Items, Table
from strata.stack.dependencies.reading.text import Source, Unreadable

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
MERGED = 100_000  # keys that merges may bring into one document


def read_yaml(source: Source) -> list[Any]:
    """The documents. Scalars are strings as they are written (`1.10` stays that), or None. Raises Unreadable."""
    builder = _Builder()
    try:
        for event in yaml.parse(source.text, Loader=LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = getattr(error, "problem", None) or "unexpected text"
        raise Unreadable("invalid-yaml", f"This is not YAML: {what}.", mark.line + 1 if mark else None) from error
    return builder.documents


class _Builder:
    """Builds values from events, without recursion."""

    def __init__(self) -> None:
        self.documents: list[Any] = []
        self._open: list[tuple[Any, str | None]] = []  # containers with the anchors that they will have
        self._keys: list[str | None] = []  # the key that waits for its value, for each open mapping
        self._waits: list[bool] = []
        self._anchors: dict[str, Any] = {}
        self._nodes = 0
        self._merged = 0

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            plain = event.style is None or event.style == ""
            value = None if plain and event.value in NULLS else event.value
            self._add(value, event.start_mark.line + 1, event.anchor)
        elif kind is yaml.AliasEvent:
            self._add(self._anchors.get(event.anchor), event.start_mark.line + 1, None)
        elif kind in (yaml.MappingStartEvent, yaml.SequenceStartEvent):
            container: Any = Table() if kind is yaml.MappingStartEvent else Items()
            self._add(container, event.start_mark.line + 1, None)
            if len(self._open) >= DEPTH:
                raise Unreadable("too-deep", "Its values are nested too deep.", event.start_mark.line + 1)
            self._open.append((container, event.anchor))
            self._keys.append(None)
            self._waits.append(False)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            container, anchor = self._open.pop()
            self._keys.pop()
            self._waits.pop()
            if anchor:  # not before: nothing may hold itself
                self._anchors[anchor] = container
        elif kind is yaml.DocumentStartEvent:
            self._anchors = {}

    def _add(self, value: Any, line: int, anchor: str | None) -> None:
        self._nodes += 1
        if self._nodes > NODES:
            raise Unreadable("too-many", "It has too many values.", line)
        if anchor:
            self._anchors[anchor] = value
        if not self._open:
            self.documents.append(value)
            return
        container = self._open[-1][0]
        if isinstance(container, Items):
            container.append(value)
            container.lines.append(line)
        elif not self._waits[-1]:
            self._waits[-1] = True
            key = value if isinstance(value, str) else None
            self._keys[-1] = key
            if key is not None:
                container.lines.setdefault(key, line)
        else:
            self._waits[-1] = False
            key = self._keys[-1]
            if key == "<<":
                self._merge(container, value)
            elif key is not None:
                container[key] = value

    def _merge(self, container: Table, value: Any) -> None:
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, Table):
                self._merged += len(each)
                if self._merged > MERGED:
                    raise Unreadable("too-many", "It merges too many keys.")
                for key, inner in each.items():
                    container.setdefault(key, inner)
                    if key in each.lines:
                        container.lines.setdefault(key, each.lines[key])
