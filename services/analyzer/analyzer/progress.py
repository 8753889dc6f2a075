"""How far an attempt is as a whole: one percentage over phases that count different things."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from analyzer.messages import Progressed

WEIGHTS: Mapping[str, float] = {
    "clone": 15,
    "resolve": 10,
    "commits": 7,
    "files": 10,
    "history": 39,
    "diffs": 18,
    "lines": 1,
}
"""The phases in their order (git's two, then the engine's), and the share of a typical attempt that each takes.

A phase lasts until the next one begins. One that is not named here moves nothing; one that is left out costs a jump."""

_FETCHING = frozenset({"clone", "resolve"})
_COUNTED: Mapping[str, float] = {"history": 0.9, "diffs": 0.65}
"""The share of a phase in which its units are done; after that comes what nobody counts. The phases that are not here
say too little about those to come."""
_SOONEST = 1.0  # seconds of a phase before which its rate is chance


class Track:
    """Follows the phases; the percentage never falls, and only the end of the attempt makes it 100."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._percent = 0.0
        self._phase = ""
        self._done = 0
        self._began = clock()
        self._durations: dict[str, float] = {}
        self._rates: dict[str, float] = {}

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
        if told.rate > 0:
            self._rates[told.phase] = told.rate
        before = 0.0
        for phase, weight in WEIGHTS.items():
            if phase == told.phase:
                part = min(told.done / told.total, 1.0) if told.total else 0.0
                self._percent = min(max(self._percent, before + weight * part), 99.9)
                break
            before += weight
        return self._percent

    def remaining(self, told: Progressed) -> float | None:
        """Seconds to the end of the attempt, after `advance`; None until the long phases have a rate to tell it by.

        What is left of the phase by its own rate, and the phases to come by what the engine's phases took so far, in
        proportion to their shares.
        """
        counted = _COUNTED.get(told.phase)
        spent = self._clock() - self._began
        if counted is None or told.eta_seconds is None or spent < _SOONEST:
            return None
        done = min(told.done / told.total, 1.0) if told.total else 0.0
        if told.phase == "history" and done:
            # from new to old, whose trees are smaller: at the end a commit takes a third of what it takes at first
            whole = spent / (done * (3 - done) / 2) / counted
        else:
            whole = (spent + max(told.eta_seconds, 0.0)) / counted
        names = list(WEIGHTS)
        here = names.index(told.phase)
        before = {phase: self._durations.get(phase, 0.0) for phase in names[:here] if phase not in _FETCHING}
        seconds_per_share = (sum(before.values()) + whole) / (WEIGHTS[told.phase] + sum(WEIGHTS[p] for p in before))
        # those behind the last long phase come where they are needed only
        to_come = sum(WEIGHTS[phase] for phase in names[here + 1 :] if phase in _COUNTED)
        return whole - spent + seconds_per_share * to_come

    def durations(self) -> Mapping[str, float]:
        """Seconds spent in each phase so far, in the order of their beginnings."""
        self._leave()
        return dict(self._durations)

    @property
    def rates(self) -> Mapping[str, float]:
        """Units a second of each phase that has come to some, as told last."""
        return self._rates

    def _leave(self) -> None:
        now = self._clock()
        if self._phase:
            self._durations[self._phase] = self._durations.get(self._phase, 0.0) + now - self._began
        self._began = now
