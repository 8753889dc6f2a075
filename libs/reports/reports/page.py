"""The report as one HTML page that needs nothing else: styles and charts are inside, and there is no script.

Sections that a report does not have are left out.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from importlib import resources
from itertools import accumulate
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from reports import Report
from reports.charts import HEIGHT, PLAIN, WIDTH, Bar, apart, line, ramp, seconds, stack, years
from reports.technologies import main_technologies
from reports.text import clean
from reports.words import words

BARS = 180  # at most; more weeks share a bar
PARTS = {
    "overview": "Overview",
    "ownership": "Ownership and risk",
    "contributors": "Contributors",
    "activity": "Activity",
    "survival": "Survival of lines",
    "hotspots": "Hotspots",
    "coupling": "What changes together",
    "stack": "Stack",
}
"""Sections in the page's order, with their titles."""
_LANGUAGES = 12
_COLOR = re.compile(r"#[0-9a-fA-F]{3,8}")


def render(report: Report) -> str:
    """The whole page; the same for the same report."""
    sections = report["sections"]
    given: dict[str, Any] = {name: sections.get(name) for name in PARTS}
    given["parts"] = [(name, title) for name, title in PARTS.items() if name in sections]
    if "overview" in sections:
        given["words"] = words(report)
    if "stack" in sections:
        given |= _stack(sections["stack"])
    if "activity" in sections:
        weeks = sections["activity"]["weeks"]
        given |= {"bars": activity_bars(weeks), "churn": churn_bars(weeks)}
        given["punch_card"] = punch_card(sections["activity"]["punch_card"])
    if "survival" in sections:
        survival = sections["survival"]
        given |= {"by_year": cohorts(survival["by_year"]), "by_person": cohorts(survival["by_person"])}
        given["lifetime"] = curve(survival["lifetime"])
    style = _style()
    return (
        _environment()
        .get_template("report.html")
        .render(
            report=report,
            style=Markup(style),  # noqa: S704 a file of ours
            policy=policy(style),
            width=WIDTH,
            height=HEIGHT,
            **given,
        )
    )


def policy(style: str) -> str:
    """A Content-Security-Policy that lets a page have this style, and nothing from elsewhere."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_harmless,
    )
    environment.filters["thousands"] = lambda number: f"{number:,}"
    environment.filters["percent"] = lambda share: f"{share:.1%}"
    environment.filters["color"] = lambda color: color if color and _COLOR.fullmatch(color) else PLAIN
    return environment


@cache
def _style() -> str:
    return resources.files("reports").joinpath("templates/style.css").read_text(encoding="utf-8")


def _harmless(value: Any) -> Any:
    """Names and paths come from anybody: without control and direction characters they cannot rewrite the page."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _stack(found: Any) -> dict[str, Any]:
    languages = [row for row in found["languages"] if row["counted"]][:_LANGUAGES]
    places = accumulate((row["share"] * 100 for row in languages), initial=0.0)
    listed = found["dependencies"]["listed"] if "dependencies" in found else []
    return {
        "languages": [(row, round(at, 3)) for row, at in zip(languages, places, strict=False)],
        "dependencies": [row for row in listed if row["direct"]],
        "technologies": main_technologies(found.get("technologies", ())),
    }


def grouped(weeks: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The weeks in at most BARS groups of equally many."""
    per_bar = -(-len(weeks) // BARS)
    return [weeks[at : at + per_bar] for at in range(0, len(weeks), per_bar)]


def activity_bars(weeks: list[dict[str, Any]]) -> list[Bar]:
    """Commits over time, in a box 160 high."""
    groups = grouped(weeks)
    sums = [sum(week["commits"] for week in group) for group in groups]
    top, step = max(sums) or 1, WIDTH / len(groups)
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


def churn_bars(weeks: list[dict[str, Any]]) -> list[tuple[Bar, Bar]]:
    """Lines added (upwards) and deleted (downwards) over time, in a box 160 high with its axis in the middle.

    Heights are square roots, so that one import does not flatten all the rest.
    """
    groups = grouped(weeks)
    sums = [(sum(week["added"] for week in group), sum(week["deleted"] for week in group)) for group in groups]
    top, step = max(max(pair) for pair in sums) or 1, WIDTH / len(groups)
    bars = []
    for number, (group, (added, deleted)) in enumerate(zip(groups, sums, strict=True)):
        up, down = (80 * (value / top) ** 0.5 for value in (added, deleted))
        label = f"{group[0]['start']}: {added:,} added, {deleted:,} deleted"
        x, width = round(number * step, 2), round(step * 0.85, 2)
        bars.append((Bar(x, width, round(80 - up, 2), round(up, 2), label), Bar(x, width, 80, round(down, 2), label)))
    return bars


def cohorts(series: dict[str, Any]) -> dict[str, Any] | None:
    """Living lines as a stack: years from dark to light, people apart."""
    if not series["cohorts"]:
        return None
    rows = series["cohorts"]
    times = [seconds(sample["time"]) for sample in series["samples"]]
    ordered = [max(times[: at + 1]) for at in range(len(times))]  # a rebased commit may be older than its parent
    if "year" in rows[0]:
        labels, colors = [str(row["year"]) for row in rows], ramp(len(rows))
    else:
        labels = [row["name"] for row in rows]
        colors = [PLAIN if row["person"] is None else color for row, color in zip(rows, apart(len(rows)), strict=True)]
    areas = stack(ordered, [row["lines"] for row in rows], colors, labels)
    top = max(sum(values) for values in zip(*(row["lines"] for row in rows), strict=True))
    return {"areas": areas, "ticks": years(ordered), "top": top}


def curve(lifetime: dict[str, Any]) -> dict[str, Any] | None:
    """The survival curve with its half-life."""
    if len(lifetime["curve"]) < 2:
        return None
    days = [point["days"] for point in lifetime["curve"]]
    half = lifetime["half_life_days"]
    return {
        "path": line(days, [point["surviving"] for point in lifetime["curve"]]),
        "half": None if half is None else round(half / days[-1] * WIDTH, 1),
        "days": half,
        "last": days[-1],
        **{name: lifetime[name] for name in ("died", "alive")},
    }


def punch_card(card: list[list[int]]) -> list[tuple[str, list[tuple[int, float]]]]:
    """Per weekday its 24 hours as (commits, strength from 0 to 1)."""
    top = max(max(row) for row in card) or 1
    days = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    return [(day, [(count, round(count / top, 3)) for count in row]) for day, row in zip(days, card, strict=True)]
