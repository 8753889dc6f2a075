"""The progress bar: the whole analysis as one bar, with an estimate of the time left."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn
from rich.progress import Progress as ProgressBar

from strata.progress import Progress

# what a phase costs of a whole analysis, measured on flask, redis and ansible; a phase not named here has its own bar
WEIGHTS = {"commits": 0.08, "files": 0.06, "history": 0.56, "diffs": 0.30}
CERTAIN = 0.03  # of the whole, before anything is estimated


class Estimate:
    """How far an analysis is, and how long it still takes if it goes on as it went.

    Phases come in the order of `weights`; one that was passed over counts as done.
    """

    def __init__(self, weights: Mapping[str, float], clock: Callable[[], float] = time.monotonic) -> None:
        self._weights, self._clock = weights, clock
        self._began: float | None = None
        self.done = 0.0

    def update(self, progress: Progress) -> float | None:
        """Seconds left, None while that cannot be known. `done` is the share done, and never falls."""
        if progress.phase not in self._weights:
            return None
        if self._began is None:
            self._began = self._clock()
        phases = list(self._weights)
        before = sum(self._weights[phase] for phase in phases[: phases.index(progress.phase)])
        share = progress.done / progress.total if progress.total else 1.0
        self.done = max(self.done, (before + self._weights[progress.phase] * share) / sum(self._weights.values()))
        seconds = self._clock() - self._began
        return None if self.done < CERTAIN else seconds * (1 - self.done) / self.done


@contextmanager
def progress_bar(console: Console) -> Iterator[Callable[[Progress], None]]:
    """A bar on `console` while a terminal is there to see it."""
    if not console.is_terminal:
        yield lambda _progress: None
        return
    columns = (
        TextColumn("{task.description:24}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[left]}"),
    )
    with ProgressBar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None, left="")
        estimate = Estimate(WEIGHTS)

        def report(progress: Progress) -> None:
            seconds = estimate.update(progress)
            if progress.phase in WEIGHTS:
                bar.update(task, description=progress.phase, completed=estimate.done, total=1.0, left=left(seconds))
            else:
                completed, total = progress.done, progress.total or None
                bar.update(task, description=progress.phase, completed=completed, total=total, left="")

        yield report


def left(seconds: float | None) -> str:
    """The time left as a person says it."""
    if seconds is None:
        return ""
    if seconds < 60:
        return f"{seconds:.0f} s left"
    minutes = round(seconds / 60)
    return f"{minutes} min left" if minutes < 120 else f"{minutes // 60} h {minutes % 60} min left"
