"""A row of plots with logarithmic axes, as SVG without any library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT, MARGIN = 300, 240, 52
COLOURS = ("#2563eb", "#c2410c", "#6b7280")


@dataclass(frozen=True, slots=True)
class Series:
    name: str
    points: Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Panel:
    title: str
    across: str
    series: Sequence[Series]
    linear: bool = False  # the axis across; the other one is always logarithmic


def svg(panels: Sequence[Panel]) -> str:
    """The panels side by side."""
    wide = WIDTH * len(panels)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {HEIGHT}" width="{wide}" height="{HEIGHT}" '
        f'font-family="sans-serif" font-size="11">',
        f'<rect width="{wide}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for number, panel in enumerate(panels):
        parts.append(f'<g transform="translate({number * WIDTH} 0)">{_panel(panel)}</g>')
    return "\n".join([*parts, "</svg>", ""])


def _panel(panel: Panel) -> str:
    xs = [x for series in panel.series for x, _ in series.points]
    ys = [y for series in panel.series for _, y in series.points]
    low, high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))
    left, right = (min(xs), max(xs)) if panel.linear else (math.log10(min(xs)), math.log10(max(xs)))

    def across(x: float) -> float:
        place = x if panel.linear else math.log10(x)
        return MARGIN + (place - left) / (right - left) * (WIDTH - MARGIN - 16)

    def up(y: float) -> float:
        return HEIGHT - 40 - (math.log10(y) - low) / (high - low) * (HEIGHT - 80)

    parts = [f'<text x="{MARGIN}" y="16" font-weight="bold">{escape(panel.title)}</text>']
    for power in range(low, high + 1):
        at = up(10**power)
        parts.append(f'<path d="M{MARGIN} {at:.1f}H{WIDTH - 16}" stroke="#e5e7eb"/>')
        parts.append(f'<text x="{MARGIN - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for x in sorted(set(xs)):
        parts.append(f'<text x="{across(x):.1f}" y="{HEIGHT - 24}" text-anchor="middle">{_short(x)}</text>')
    middle = (MARGIN + WIDTH - 16) / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">{escape(panel.across)}</text>')
    for number, series in enumerate(panel.series):
        colour = COLOURS[number]
        path = "L".join(f"{across(x):.1f} {up(y):.1f}" for x, y in series.points)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="1.5"/>')
        parts += [f'<circle cx="{across(x):.1f}" cy="{up(y):.1f}" r="2.5" fill="{colour}"/>' for x, y in series.points]
        parts.append(f'<text x="{MARGIN + 90 * number}" y="32" fill="{colour}">{escape(series.name)}</text>')
    return "".join(parts)


def _short(number: float) -> str:
    rounded = float(f"{number:.2g}")
    return f"{rounded / 1_000:g}k" if rounded >= 1_000 else f"{rounded:g}"
