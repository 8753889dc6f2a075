"""What the engine tells while it works."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

TOLD_EVERY = 0.1  # seconds


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` units of `phase` (`commits`, `files`, `history`, `diffs`).

    `rate` is units per second since the phase began, `eta_seconds` the estimate for the rest of the
    phase (None until there is something to estimate from).
    """

    phase: str
    done: int
    total: int
    rate: float
    eta_seconds: float | None


class Meter:
    """Reports the progress of one phase, at most ten times a second, and always its end."""

    def __init__(self, report: Callable[[Progress], None], phase: str, total: int, done: int = 0) -> None:
        """`done` of the `total` were made before, in no time that says anything about the rate."""
        self._report, self._phase, self._total = report, phase, total
        self._done = self._before = done
        self._began = time.monotonic()
        self._told = 0.0
        self._tell()

    def advance(self, units: int = 1) -> None:
        self._done += units
        if time.monotonic() - self._told >= TOLD_EVERY:
            self._tell()

    def finish(self) -> None:
        self._done = self._total
        self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        seconds = self._told - self._began
        rate = (self._done - self._before) / seconds if seconds > 0 else 0.0
        left = max(self._total - self._done, 0)
        eta = left / rate if rate > 0 else (0.0 if not left else None)
        self._report(Progress(self._phase, self._done, self._total, rate, eta))
