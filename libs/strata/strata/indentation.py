"""How deeply lines are indented: complexity that needs no parser."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

WIDTH = 4  # spaces to a level
SPACE, TAB, NEWLINE, RETURN = 32, 9, 10, 13


@dataclass(frozen=True, slots=True)
class Indentation:
    """Of the `lines` that are not blank: the sum of their levels, and the deepest level.

    A line's level is its leading tabs + its leading spaces ÷ 4, rounded down.
    """

    lines: int
    levels: int
    deepest: int


class Ruler:
    """Measures a text that comes in pieces."""

    def __init__(self) -> None:
        self._rest = b""
        self._lines = self._levels = self._deepest = 0

    def feed(self, piece: bytes) -> None:
        """Takes the next piece; what follows its last newline waits for more."""
        text = self._rest + piece
        cut = text.rfind(b"\n") + 1
        self._rest = text[cut:]
        if cut:
            self._measure(text[:cut])

    def finish(self) -> Indentation:
        """What was measured; the last line need not end with a newline."""
        if self._rest:
            self._measure(self._rest + b"\n")
        return Indentation(self._lines, self._levels, self._deepest)

    def _measure(self, text: bytes) -> None:
        """`text` is whole lines, each with its newline."""
        codes = np.frombuffer(text, dtype=np.uint8)
        starts = np.concatenate(([0], np.flatnonzero(codes == NEWLINE)[:-1] + 1))
        tabs = codes == TAB
        ink = np.flatnonzero((codes != SPACE) & ~tabs)  # every line has some: its newline
        first = ink[np.searchsorted(ink, starts)]
        written = (codes[first] != NEWLINE) & (codes[first] != RETURN)
        starts, first = starts[written], first[written]
        if not len(starts):
            return
        leading_tabs = _before(tabs, first) - _before(tabs, starts)
        levels = leading_tabs + (first - starts - leading_tabs) // WIDTH
        self._lines += len(levels)
        self._levels += int(levels.sum())
        self._deepest = max(self._deepest, int(levels.max()))


def _before(flags: np.typing.NDArray[np.bool_], places: np.typing.NDArray[np.int64]) -> np.typing.NDArray[np.int64]:
    """How many flags are set before each place."""
    return np.searchsorted(np.flatnonzero(flags), places)
