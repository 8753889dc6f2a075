"""How deeply lines are indented: complexity that needs no parser."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from strata.native import native_module

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


def indentation(text: bytes) -> Indentation:
    """Measures a text; its last line need not end with a newline."""
    native = native_module()
    return _measured(text) if native is None else Indentation(*native.indentation(text))


def _measured(text: bytes) -> Indentation:
    if not text:
        return Indentation(0, 0, 0)
    codes = np.frombuffer(text if text.endswith(b"\n") else text + b"\n", dtype=np.uint8)
    starts = np.concatenate(([0], np.flatnonzero(codes == NEWLINE)[:-1] + 1))
    tabs = codes == TAB
    ink = np.flatnonzero((codes != SPACE) & ~tabs)  # every line has some: its newline
    first = ink[np.searchsorted(ink, starts)]
    written = (codes[first] != NEWLINE) & (codes[first] != RETURN)
    starts, first = starts[written], first[written]
    if not len(starts):
        return Indentation(0, 0, 0)
    leading_tabs = _before(tabs, first) - _before(tabs, starts)
    levels = leading_tabs + (first - starts - leading_tabs) // WIDTH
    return Indentation(len(levels), int(levels.sum()), int(levels.max()))


def _before(flags: np.typing.NDArray[np.bool_], places: np.typing.NDArray[np.int64]) -> np.typing.NDArray[np.int64]:
    """How many flags are set before each place."""
    return np.searchsorted(np.flatnonzero(flags), places)
