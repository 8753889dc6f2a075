"""Bytes of a file as text, and what any reader may raise."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Unreadable(Exception):
    """A file that is not what its name says. `code` is stable, the message a sentence."""

    def __init__(self, code: str, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.line = line


class Source:
    """The text of one file. Bytes that are not of its encoding become U+FFFD, and `damaged` says so."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        encoding, start = "utf-8", 0
        for mark, name in BOMS:
            if content.startswith(mark):
                encoding, start = name, len(mark)
                break
        text = content[start:].decode(encoding, "replace")
        self.damaged = "\ufffd" in text
        self.text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [0], 0
        for line in self.lines:
            at += len(line) + 1
            starts.append(at)
        return starts

    def line_at(self, offset: int) -> int:
        """The line (from 1) that the character at `offset` is on."""
        return bisect_right(self._starts, offset, hi=len(self.lines))

    def find(self, needle: str, after: int = 1) -> int | None:
        """The first line from `after` on that has `needle`."""
        if after > len(self.lines):
            return None
        at = self.text.find(needle, self._starts[after - 1])
        return None if at < 0 else self.line_at(at)
