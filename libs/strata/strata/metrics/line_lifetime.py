"""How long lines live."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from strata.facts import Facts, Stage
from strata.metrics.code_age import line_ages
from strata.metrics.registry import Row, metric

POINTS = 200
DAY = 86_400


class LifetimePoint(Row):
    days: int
    surviving: float


class Lifetime(Row):
    half_life_days: int | None
    died: int
    alive: int
    curve: list[LifetimePoint]


@metric(section="survival", needs=Stage.LINES)
def lifetime(facts: Facts) -> Lifetime:
    """Kaplan–Meier estimate of the share of lines that live longer than t days, and their half-life.

    S(t) = Π over tᵢ ≤ t of (1 − dᵢ ÷ nᵢ): dᵢ lines died at the age of tᵢ days, nᵢ had lived as long. Lines alive
    at head are censored at their age there. Ages are whole days between author's times (not below 0).
    `half_life_days` is the smallest t with S(t) ≤ 0.5, null if half of the lines never died. Included files.
    The curve has at most 200 points. Lines go with commits that are no merges, on any branch.

    Source: Kaplan, Meier, Nonparametric Estimation from Incomplete Observations, JASA 1958.
    """
    assert facts.deaths is not None  # noqa: S101 - Stage.LINES brings them
    times = facts.times
    lived = np.maximum(times[facts.deaths.died] - times[facts.deaths.born], 0) // DAY
    ages = list(line_ages(facts).values())
    censored = np.bincount(np.concatenate(ages)) if ages else np.zeros(0, dtype=np.int64)
    died = np.bincount(lived, weights=facts.deaths.lines).astype(np.int64)
    curve = kaplan_meier(died, censored)
    below = np.flatnonzero(curve <= 0.5 + 1e-12)
    places = np.unique(np.linspace(0, len(curve) - 1, min(POINTS, len(curve))).round().astype(int)).tolist()
    return Lifetime(
        half_life_days=int(below[0]) if len(below) else None,
        died=int(died.sum()),
        alive=int(censored.sum()),
        curve=[LifetimePoint(days=day, surviving=round(float(curve[day]), 6)) for day in places],
    )


def kaplan_meier(died: NDArray[np.int64], censored: NDArray[np.int64]) -> NDArray[np.float64]:
    """S(t) for t = 0, 1, … from the numbers that died, and that were last seen alive, at each age."""
    width = max(len(died), len(censored), 1)
    gone = np.pad(died, (0, width - len(died)))
    leaving = gone + np.pad(censored, (0, width - len(censored)))
    at_risk = leaving[::-1].cumsum()[::-1]
    return np.cumprod(1 - gone / np.maximum(at_risk, 1))
