"""How far an attempt is as a whole: one percentage over phases that count different things."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from analyzer.messages import Progressed

WEIGHTS: Mapping[str, float] = {
    "clone": 15,
    "resolve": 15,
    "commits": 6,
    "files": 8,
    "history": 22,
    "diffs": 30,
    "lines": 4,
}
"""The phases in their order (git's two, then the engine's), and the share of a typical attempt that each takes.

A phase that is not named here moves nothing; one that is left out costs a jump."""


class Track:
    """Follows the phases; the percentage never falls, and only the end of the attempt makes it 100."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._percent = 0.0
        self._phase = ""
        self._done = 0
        self._began = clock()
        self._durations: dict[str, float] = {}

    @property
    def phase(self) -> str:
        return self._phase

    @property
    def percent(self) -> float:
        return self._percent

    def moves(self, told: Progressed) -> bool:
        """Whether the phase gets further with this, or another one begins."""
        return told.phase != self._phase or told.done > self._done

    def advance(self, told: Progressed) -> float:
        """Take in what a phase tells; the percentage of the whole."""
        if told.phase != self._phase:
            self._leave()
            self._phase, self._done = told.phase, 0
        self._done = max(self._done, told.done)
        before = 0.0
        for phase, weight in WEIGHTS.items():
            if phase == told.phase:
                part = min(told.done / told.total, 1.0) if told.total else 0.0
                self._percent = min(max(self._percent, before + weight * part), 99.9)
                break
            before += weight
        return self._percent

    def durations(self) -> Mapping[str, float]:
        """Seconds spent in each phase so far, in the order of their beginnings."""
        self._leave()
        return dict(self._durations)

    def _leave(self) -> None:
        now = self._clock()
        if self._phase:
            self._durations[self._phase] = self._durations.get(self._phase, 0.0) + now - self._began
        self._began = now
