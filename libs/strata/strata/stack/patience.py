"""Patterns on strangers' text, in bounded time."""

from __future__ import annotations

import time
from functools import cache
from typing import Any

AT_ONCE = 2.0  # seconds for one search, of which real files need a few thousandths
IN_ALL = 20.0


class Impatient(Exception):
    """A search took too long."""


class Patience:
    """How long the searches of one analysis may take.

    GitHub, too, stops a search that takes too long and goes on as if nothing had been found. Here there is also an end
    to the sum of such searches, for a repository may have thousands of files made for the purpose.
    """

    def __init__(self, seconds: float = IN_ALL, at_once: float = AT_ONCE) -> None:
        self._left = seconds
        self._at_once = at_once

    def found(self, pattern: str, text: bytes) -> bool:
        """Whether a pattern, in which `^` and `$` hold at each line, is found in a text. Raises Impatient."""
        if self._left <= 0:
            raise Impatient
        began = time.monotonic()
        try:
            return _compiled(pattern).search(text, timeout=min(self._at_once, self._left)) is not None
        except TimeoutError as error:
            self._left -= time.monotonic() - began
            raise Impatient from error


@cache
def _compiled(pattern: str) -> Any:
    """Most repositories need few of the hundreds there are."""
    import regex  # noqa: PLC0415 its patterns can be stopped, those of the standard library cannot

    return regex.compile(pattern.encode("ascii"), regex.MULTILINE)
