"""The geometry of charts, in units of a box of WIDTH × HEIGHT with its origin at the top left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

WIDTH, HEIGHT = 1000, 240
STOPS = ((68, 1, 84), (65, 68, 135), (42, 120, 142), (34, 168, 132), (122, 209, 81), (253, 231, 37))
PLAIN = "#8a94a6"
APART = (
    "#4e79a7",
    "#f28e2b",
    "#59a14f",
    "#e15759",
    "#76b7b2",
    "#edc948",
    "#b07aa1",
    "#ff9da7",
    "#9c755f",
    "#86bc86",
    "#d4a6c8",
    "#79706e",
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar with what it says."""

    x: float
    width: float
    y: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class Area:
    """One layer of a stack: an SVG path, its colour and what it says."""

    path: str
    color: str
    label: str
    last: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis."""

    at: float
    label: str


def ramp(count: int) -> list[str]:
    """Colours in order, dark to light."""
    colors = []
    for number in range(count):
        place = number / max(count - 1, 1) * (len(STOPS) - 1)
        low = min(int(place), len(STOPS) - 2)
        mixed = (round(a + (b - a) * (place - low)) for a, b in zip(STOPS[low], STOPS[low + 1], strict=True))
        colors.append("#" + "".join(f"{value:02x}" for value in mixed))
    return colors


def apart(count: int) -> list[str]:
    """Colours that are easy to tell from each other."""
    return [APART[number % len(APART)] for number in range(count)]


def seconds(time: str) -> float:
    """The Unix time of a time in a report."""
    return datetime.fromisoformat(time).timestamp()


def across(times: Sequence[float]) -> list[float]:
    """Where times lie from left to right."""
    first, span = times[0], (times[-1] - times[0]) or 1
    return [round((time - first) / span * WIDTH, 1) for time in times]


def stack(
    times: Sequence[float], layers: Sequence[Sequence[int]], colors: Sequence[str], labels: Sequence[str]
) -> list[Area]:
    """Layers one above the other, the first at the bottom; a single point in time becomes a band."""
    if len(times) == 1:
        times, layers = [times[0], times[0] + 1], [[*layer, *layer] for layer in layers]
    places = across(times)
    top = max((sum(values) for values in zip(*layers, strict=True)), default=0) or 1
    below = [0.0] * len(places)
    areas = []
    for layer, color, label in zip(layers, colors, labels, strict=True):
        above = [low + value / top * HEIGHT for low, value in zip(below, layer, strict=True)]
        upper = [f"{x},{HEIGHT - y:.1f}" for x, y in zip(places, above, strict=True)]
        lower = [f"{x},{HEIGHT - y:.1f}" for x, y in zip(places, below, strict=True)]
        areas.append(Area("M" + "L".join([*upper, *reversed(lower)]) + "Z", color, label, layer[-1]))
        below = above
    return areas


def line(xs: Sequence[float], ys: Sequence[float]) -> str:
    """An SVG path through points whose y go from 0 (bottom) to 1 (top)."""
    span = (xs[-1] - xs[0]) or 1
    places = (f"{(x - xs[0]) / span * WIDTH:.1f},{HEIGHT - y * HEIGHT:.1f}" for x, y in zip(xs, ys, strict=True))
    return "M" + "L".join(places)


def years(times: Sequence[float]) -> list[Tick]:
    """The beginnings of years, at most ten or so."""
    first, last = times[0], times[-1]
    begin, end = (datetime.fromtimestamp(time, UTC).year for time in (first, last))
    step = max(-(-(end - begin) // 10), 1)
    found = []
    for year in range(begin + 1, end + 1, step):
        at = datetime(year, 1, 1, tzinfo=UTC).timestamp()
        if first < at < last:
            found.append(Tick(round((at - first) / (last - first) * WIDTH, 1), str(year)))
    return found
