"""How languages write comments and strings, read by regular expressions: what the native core does, without it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

SPACE = 32  # this and all that is below is white space
SPACES = bytes(range(SPACE + 1))
SMALL = 4 << 10  # bytes up to which a text is cut into lines faster than numpy begins
NEWLINE = 10


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a language writes comments.

    `begins` finds lines that begin with one. Only in texts that have one of `wide` can anything else matter: there,
    `token` finds what is to be passed over, in group 1 if it is comment. `ends` has, for each beginning of a comment
    that may hold others, the pattern of beginnings and ends.
    """

    begins: re.Pattern[bytes] | None
    wide: tuple[bytes, ...]
    token: re.Pattern[bytes] | None
    ends: dict[bytes, re.Pattern[bytes]]

    @classmethod
    def of(
        cls,
        line: Sequence[bytes],
        words: Sequence[bytes],
        blocks: Sequence[tuple[bytes, bytes]],
        strings: Sequence[bytes],
        nested: bool,
    ) -> Self:
        """Of the fields of an entry of `syntax.toml`."""
        begins = re.compile(rb"^[ \t]*" + _either([*line, *words]), re.MULTILINE) if line or words else None
        wide = [begin for begin, _ in blocks] + [quote for quote in strings if _spans(quote)]
        if not wide:
            return cls(begins, (), None, {})
        comments = [re.escape(begin) if nested else _block(begin, end) for begin, end in blocks]
        comments += [_either(line) + rb"[^\n]*+"] if line else []
        comments += [rb"(?:(?<=\n)|\A)[ \t]*" + _either(words) + rb"[^\n]*+"] if words else []
        token = b"|".join([b"(" + b"|".join(comments) + b")", *map(_string, strings)])
        ends = {begin: re.compile(b"(" + re.escape(begin) + b")|" + re.escape(end)) for begin, end in blocks if nested}
        return cls(begins, tuple(wide), re.compile(token), ends)

    def kinds(self, text: bytes) -> tuple[int, int, int]:
        """How many lines are (code, comment, blank)."""
        lines, written = _written(text)
        if not written:
            code = 0
        elif any(each in text or (each[:1] == b"\n" and text.startswith(each[1:])) for each in self.wide):
            _, code = _written(_without_comments(text, self))
        else:
            code = written - (len(self.begins.findall(text)) if self.begins else 0)
        return code, written - code, lines - written


def _written(text: bytes) -> tuple[int, int]:
    """How many lines there are, and how many that are not blank."""
    if len(text) <= SMALL:
        pieces = text.split(b"\n")
        written = sum(1 for piece in pieces if piece.strip(SPACES))
        return len(pieces) - (not pieces[-1]), written
    codes = np.frombuffer(text, dtype=np.uint8)
    starts = np.flatnonzero(codes == NEWLINE) + 1
    if len(starts) and starts[-1] == len(codes):
        starts = starts[:-1]
    starts = np.concatenate(([0], starts))
    return len(starts), int(np.count_nonzero(np.maximum.reduceat(codes, starts) > SPACE))


def _without_comments(text: bytes, syntax: Syntax) -> bytes:
    """The text with no more left of comments than their newlines."""
    assert syntax.token is not None  # noqa: S101 - what has wide beginnings has tokens
    kept, place = [], 0
    search, ends = syntax.token.search, syntax.ends
    at = 0
    while found := search(text, at):
        at = found.end()
        begun = found.start(1)
        if begun < 0:
            continue
        nesting = ends.get(found[1])
        if nesting:
            at = _closed(text, at, nesting)
        kept += [text[place:begun], b"\n" * text.count(b"\n", begun, at)]
        place = at
    kept.append(text[place:])
    return b"".join(kept)


def _closed(text: bytes, at: int, nesting: re.Pattern[bytes]) -> int:
    """Where a comment that begins before `at` and may hold others ends."""
    depth = 1
    while depth and (found := nesting.search(text, at)):
        depth += 1 if found.lastindex else -1
        at = found.end()
    return at if not depth else len(text)


def _either(words: Sequence[bytes]) -> bytes:
    return b"(?:" + b"|".join(map(re.escape, words)) + b")"


def _spans(quote: bytes) -> bool:
    return len(quote) == 3 or quote == b"`"


def _block(begin: bytes, end: bytes) -> bytes:
    """A comment up to its end, or to that of the text; no beginning is looked at twice."""
    first, rest = re.escape(end[:1]), re.escape(end[1:])
    other = b"[^" + first + b"]++|" + first + b"(?!" + rest + b")" if rest else b"[^" + first + b"]++"
    opening = re.escape(begin)
    if begin.startswith(b"\n"):  # in the first line, too
        opening = rb"(?:\n|\A)" + re.escape(begin[1:])
        return opening + b"(?:" + other + b")*+(?:" + re.escape(end) + rb"[^\n]*+|\Z)"
    return opening + b"(?:" + other + b")*+(?:" + re.escape(end) + rb"|\Z)"


def _string(quote: bytes) -> bytes:
    if quote == b"''":
        return rb"'(?:\\[^\n]|[^\\'\n])'"
    mark, newline = re.escape(quote[:1]), b"" if _spans(quote) else rb"\n"
    within = rb"[^" + mark + rb"\\" + newline + rb"]++|\\[\s\S]"
    if len(quote) == 3:
        closing = mark * 3
        return closing + b"(?:" + within + b"|" + mark + b"(?!" + mark * 2 + b"))*+(?:" + closing + rb"|\Z)"
    return mark + b"(?:" + within + b")*+" + mark + b"?"
