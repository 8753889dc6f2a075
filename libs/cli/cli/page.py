"""The report as one HTML page that needs nothing else: styles and charts are inside."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from cli.charts import HEIGHT, PLAIN, WIDTH, Bar, apart, line, ramp, seconds, stack, years
from cli.display import main_technologies
from strata.report import Report

BARS = 180  # at most; more weeks share a bar


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
        technologies=main_technologies(sections["stack"]["technologies"]),
        plain=PLAIN,
        width=WIDTH,
        height=HEIGHT,
        churn=churn_bars(sections["activity"]["weeks"]),
        by_year=cohorts(sections["survival"]["by_year"]),
        by_person=cohorts(sections["survival"]["by_person"]),
        lifetime=curve(sections["survival"]["lifetime"]),
    )


def grouped(weeks: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The weeks in at most BARS groups of equally many."""
    per_bar = -(-len(weeks) // BARS)
    return [weeks[at : at + per_bar] for at in range(0, len(weeks), per_bar)]


def activity_bars(weeks: list[dict[str, Any]]) -> list[Bar]:
    """Commits over time, in a box 160 high."""
    groups = grouped(weeks)
    sums = [sum(week["commits"] for week in group) for group in groups]
    top, step = max(sums), WIDTH / len(groups)
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
