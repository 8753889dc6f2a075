"""What a single file says of licences: the text that it is, or the id in its header."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from strata.licences.matching import Found, Match, match

NAMED = re.compile(
    r"(?:^|[-_.])(?:un)?licen[cs]es?(?:[-_.]|$)|^copying(?:[-_.]|$)|^notices?(?:[-_.]|$)|^(?:mit|bsd|apache|gpl|lgpl)[-_.]licen[cs]e",
    re.IGNORECASE,
)
FOLDER = re.compile(r"(?:^|/)licen[cs]es/[^/]+$", re.IGNORECASE)
HINTS = ("licen", "copying", "notice")
NO_TEXT = re.compile(
    r"\.(?:\w*[ch]|cc|cpp|cs|css|dart|ex|exs|go|hs|hpp|java|jsx?|json5?|kts?|lua|m|mjs|php|pl|png|p[my]|rb|rs|sass|scala|scss|sh|sql"
    r"|svg|swift|toml|tsx?|vue|xml|ya?ml|lock|cfg|ini|gradle|spdx|tmpl|tpl|erb|in)$",
    re.IGNORECASE,
)
MARK = b"SPDX-License-Identifier"
HEADER = re.compile(rb"SPDX-License-Identifier:[ \t]*([A-Za-z0-9.+\-]+(?:[ \t()]+[A-Za-z0-9.+\-]+|[()])*)")
WITHIN = 4 << 10  # bytes of a file in which a header is looked for
LONGEST = 200  # an expression longer than this names no licence


@dataclass(frozen=True, slots=True)
class Licensing:
    """`header` is the expression after `SPDX-License-Identifier:`, as it is written, None if there is none; `line` its
    line, from 1, or 0. `text` is what the file was compared to if it is a licence text, by its name.
    """

    header: str | None
    line: int
    text: Match | None

    def packed(self) -> list[Any]:
        """As JSON data."""
        text = self.text
        if text is None:
            return [self.header, self.line, None]
        nearest = [text.nearest] if text.nearest else []
        return [self.header, self.line, [_packed(text.found), text.other, _packed(nearest)]]

    @staticmethod
    def unpacked(row: list[Any]) -> Licensing:
        header, line, text = row
        if text is None:
            return Licensing(header, line, None)
        found, other, nearest = text
        return Licensing(header, line, Match(_unpacked(found), other, next(iter(_unpacked(nearest)), None)))


def licensing(path: str, text: bytes, *, compared: bool = True) -> Licensing | None:
    """What the file at `path` says of licences, None if nothing.

    If it is named as a licence text, it is `compared` with those that are known.
    """
    header, line = _header(text[:WITHIN])
    found = match(text) if compared and is_licence_text(path) else None
    return Licensing(header, line, found) if header or found else None


def is_licence_text(path: str) -> bool:
    """Whether a file's name promises the text of a licence: `LICENSE.md`, `COPYING`, `licenses/MIT.txt`."""
    lower = path.lower()
    if not any(hint in lower for hint in HINTS):
        return False
    name = path.rsplit("/", 1)[-1]
    return (NAMED.search(name) is not None or FOLDER.search(path) is not None) and not NO_TEXT.search(name)


def component(path: str) -> str:
    """The folder whose licence a licence text is, "" for the whole repository."""
    folder = path.rpartition("/")[0]
    above, _, last = folder.rpartition("/")
    return above if last.lower() in ("license", "licence", "licenses", "licences") else folder


def _header(start: bytes) -> tuple[str | None, int]:
    if MARK not in start:
        return None, 0
    found = HEADER.search(start)
    if not found or len(found[1]) > LONGEST:
        return None, 0
    return found[1].decode("ascii").strip(), start.count(b"\n", 0, found.start()) + 1


def _packed(found: Iterable[Found]) -> list[Any]:
    return [[each.id, each.same, each.coverage] for each in found]


def _unpacked(rows: list[Any]) -> tuple[Found, ...]:
    return tuple(Found(name, tuple(same), coverage) for name, same, coverage in rows)
