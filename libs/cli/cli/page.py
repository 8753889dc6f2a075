"""The report as one HTML page that needs nothing else: styles and charts are inside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from strata.report import Report

BARS = 180  # at most; more weeks share a bar
PLAIN = "#8a94a6"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of the activity chart in the chart's own units (1000 × 160, origin at the top left)."""

    x: float
    width: float
    y: float
    height: float
    label: str


def render(report: Report) -> str:
    """The whole page."""
    environment = Environment(
        loader=PackageLoader("cli"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["percent"] = lambda share: f"{share:.1%}"
    sections = report.sections
    return environment.get_template("report.html").render(
        report=report,
        **sections,
        bars=activity_bars(sections["activity"]["weeks"]),
        punch_card=punch_card(sections["activity"]["punch_card"]),
        languages=[row for row in sections["stack"]["languages"] if row["counted"]][:12],
        plain=PLAIN,
    )


def activity_bars(weeks: list[dict[str, Any]]) -> list[Bar]:
    """Commits over time, at most BARS bars of equally many weeks."""
    per_bar = -(-len(weeks) // BARS)
    groups = [weeks[at : at + per_bar] for at in range(0, len(weeks), per_bar)]
    sums = [sum(week["commits"] for week in group) for group in groups]
    top, step = max(sums), 1000 / len(groups)
    return [
        Bar(
            x=round(number * step, 2),
            width=round(step * 0.85, 2),
            y=round(160 - 160 * value / top, 2),
            height=round(160 * value / top, 2),
            label=f"{group[0]['start']}: {value:,} commits",
        )
        for number, (group, value) in enumerate(zip(groups, sums, strict=True))
    ]


def punch_card(card: list[list[int]]) -> list[tuple[str, list[tuple[int, float]]]]:
    """Per weekday its 24 hours as (commits, strength from 0 to 1)."""
    top = max(max(row) for row in card) or 1
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return [(day, [(count, round(count / top, 3)) for count in row]) for day, row in zip(days, card, strict=True)]
