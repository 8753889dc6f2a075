"""Server-sent events, as the HTML standard has them, from the bytes of an answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_LINE_END = re.compile(rb"\r\n|\n|\r(?!$)")


@dataclass(frozen=True)
class Event:
    """One event whose data is JSON; `id` is None where it has none of its own."""

    kind: str
    id: str | None
    data: dict[str, Any]


class Decoder:
    """Takes the bytes as they come, cut anywhere, and gives the events that are whole.

    What is unfinished when the stream ends is no event.
    """

    def __init__(self) -> None:
        self._rest = b""
        self._fields: dict[str, str] = {}

    def feed(self, chunk: bytes) -> Iterator[Event]:
        """The events that end in this chunk."""
        # a carriage return at the end may be half of a line end
        *lines, self._rest = _LINE_END.split(self._rest + chunk)
        for line in lines:
            event = self._line(line.decode("utf-8", "replace"))
            if event is not None:
                yield event

    def _line(self, line: str) -> Event | None:
        if line:
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name == "data" and "data" in self._fields:
                value = f"{self._fields['data']}\n{value}"
            if name:
                self._fields[name] = value
            return None
        fields, self._fields = self._fields, {}
        if "data" not in fields:
            return None
        return Event(fields.get("event", "message"), fields.get("id"), json.loads(fields["data"]))
