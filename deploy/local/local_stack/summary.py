"""A report in a terminal's few lines."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

_ROWS = 6


def show(report: dict[str, Any], console: Console) -> None:
    """Print the report's main figures; a section that is missing is left out."""
    sections: dict[str, dict[str, Any]] = report["sections"]
    console.print()
    if "overview" in sections:
        _overview(report, sections["overview"], console)
    if "stack" in sections:
        _languages(sections["stack"], console)
    if "contributors" in sections:
        _people(sections["contributors"], console)
    if "ownership" in sections:
        _ownership(sections["ownership"], console)
    if "activity" in sections:
        _activity(sections["activity"], console)


def _overview(report: dict[str, Any], overview: dict[str, Any], console: Console) -> None:
    first, last = (_day(overview[name]) for name in ("first_commit_at", "last_commit_at"))
    people, files, lines = overview["people"], overview["files"], overview["lines"]
    console.print(f"[bold]{escape(overview['name'])}[/] at {report['commit']['sha'][:12]}", highlight=False)
    console.print(f"  {overview['commits']:,} commits ({overview['merges']:,} merges) from {first} to {last}")
    console.print(f"  {people['human']:,} people, {people['bot']:,} bots, {people['agent']:,} agents")
    console.print(
        f"  {files['included']:,} files with {lines['included']:,} lines ({lines['excluded']:,} lines excluded)"
    )
    for highlight in overview["highlights"]:
        console.print(f"  {highlight['text']}", markup=False)


def _languages(stack: dict[str, Any], console: Console) -> None:
    table = _table("Language", "Share", "Lines", "Files")
    for language in [entry for entry in stack["languages"] if entry["counted"]][:_ROWS]:
        row = (escape(language["name"]), f"{language['share']:.1%}", f"{language['lines']:,}", f"{language['files']:,}")
        table.add_row(*row)
    console.print(table)


def _people(contributors: dict[str, Any], console: Console) -> None:
    table = _table("Person", "Commits", "Lines at head", "Share")
    people = sorted(contributors["people"], key=lambda person: -person["lines"])
    for person in people[:_ROWS]:
        share = f"{person['share']:.1%}" if person["share"] is not None else ""
        name = person["name"] if person["kind"] == "human" else f"{person['name']} ({person['kind']})"
        table.add_row(escape(name), f"{person['commits']:,}", f"{person['lines']:,}", share)
    if len(people) > _ROWS:
        table.add_row(f"and {len(people) - _ROWS:,} more", "", "", "")
    console.print(table)


def _ownership(ownership: dict[str, Any], console: Console) -> None:
    factor = ownership["truck_factor"]
    names = ", ".join(person["name"] for person in factor["people"][:_ROWS])
    console.print(f"  Truck factor {factor['value']}: {names}", markup=False)
    loss = ownership["knowledge_loss"]
    console.print(f"  {loss['share']:.1%} of the lines belong to people without a commit in {loss['months']} months")


def _activity(activity: dict[str, Any], console: Console) -> None:
    weeks = activity["weeks"]
    console.print(f"  {activity['active_days']:,} days with commits in {len(weeks):,} weeks")
    console.print(f"  [cyan]{_sparkline([week['commits'] for week in weeks])}[/]  commits, oldest to newest\n")


def _sparkline(values: list[int], width: int = 60) -> str:
    """The values as a line of bars; long series are summed into `width` of them."""
    size = max(1, -(-len(values) // width))
    sums = [sum(values[start : start + size]) for start in range(0, len(values), size)]
    highest = max(sums, default=0) or 1
    bars = "▁▂▃▄▅▆▇█"
    return "".join(bars[round(value / highest * (len(bars) - 1))] for value in sums)


def _table(first: str, *numbers: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2), header_style="bold")
    table.add_column(first, overflow="fold")
    for name in numbers:
        table.add_column(name, justify="right")
    return table


def _day(moment: str | None) -> str:
    return datetime.fromisoformat(moment).date().isoformat() if moment else "?"
