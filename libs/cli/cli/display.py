"""The text report: one screen worth reading."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TextIO

from rich.cells import set_cell_size
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.blame import BlamedLine
from reports.technologies import main_technologies
from reports.text import clean
from strata.report import Report

SPARKS = "▁▂▃▄▅▆▇█"
PEOPLE = 8
DIRECTORIES = 6
TROUBLES = 3
NAME = 20  # columns for a name before each line


def show(report: Report, console: Console) -> None:
    """Prints the report."""
    sections = report.sections
    overview, ownership = sections["overview"], sections["ownership"]
    parts: list[RenderableType] = [
        _title(report),
        _heading("Languages"),
        _languages(overview["top_languages"], min(console.width - 4, 60)),
        _heading("Built with", "the main technologies, by what shows them best"),
        _technologies(sections["stack"]["technologies"]),
        _heading("Activity", f"{sections['activity']['active_days']:,} active days"),
        _activity(sections["activity"]["weeks"], min(console.width - 4, 72)),
        _heading("People", _risk(ownership)),
        _people(sections["contributors"]["people"]),
        _heading("Where the lines are", "largest directories and who owns most of each"),
        _directories(ownership["directories"]["items"]),
        _heading("Where to look", _age(ownership, sections["survival"])),
        _trouble(sections["hotspots"]["files"], sections["coupling"]["pairs"]),
    ]
    if ownership["offboarding"]:
        parts += [_heading("Without", "what would go with them"), _offboarding(ownership["offboarding"])]
    if ownership["ignored_revisions"]:
        parts += [_heading("Ignored commits", ".git-blame-ignore-revs"), Text(_ignored(ownership["ignored_revisions"]))]
    console.print(Padding(Group(*parts), (1, 2), expand=False))


def show_blame(lines: Sequence[BlamedLine], output: TextIO) -> None:
    """Prints each line after its commit, owner and date."""
    width = len(str(len(lines)))
    for line in lines:
        name = set_cell_size(clean(line.name), NAME)
        text = _visible(line.text.removesuffix("\r"))
        output.write(f"{line.commit[:12]} {name} {line.time:%Y-%m-%d} {line.line:{width}} {text}\n")


def _visible(text: str) -> str:
    return "\t".join(clean(part) for part in text.split("\t"))


def _title(report: Report) -> RenderableType:
    overview = report.sections["overview"]
    head, people, lines, files = overview["head"], overview["people"], overview["lines"], overview["files"]
    machines = people["bot"] + people["agent"]
    text = Text()
    text.append(clean(report.repository.name), "bold")
    text.append(
        f"  {clean(report.repository.branch or report.commit.rev)} @ {head['sha'][:12]}, {head['time'][:10]}\n", "dim"
    )
    text.append(f"{overview['commits']:,}", "bold").append(" commits  ")
    text.append(f"{people['human']:,}", "bold").append(" people")
    text.append(f" and {machines:,} bots or agents  " if machines else "  ")
    text.append(f"{lines['included']:,}", "bold").append(" lines in ")
    text.append(f"{files['included']:,}", "bold").append(" files")
    text.append(f" ({files['excluded']:,} files left out)\n" if files["excluded"] else "\n", "dim")
    for highlight in overview["highlights"]:
        text.append(f"• {highlight['text']}\n")
    return text


def _heading(title: str, remark: str = "") -> Text:
    return Text.assemble("\n", (title, "bold cyan"), ("  " + remark if remark else "", "dim"))


def _languages(rows: list[dict[str, Any]], width: int) -> RenderableType:
    if not rows:
        return Text("none recognised", "dim")
    bar, legend = Text(), Text()
    for row in rows:
        style = row["color"] or "white"
        bar.append("█" * max(round(row["share"] * width), 1), style)
        legend.append("● ", style).append(f"{row['name']} {row['share']:.1%}   ")
    return Group(bar, legend)


def _technologies(rows: list[dict[str, Any]]) -> RenderableType:
    chosen = main_technologies(rows)
    if not chosen:
        return Text("nothing that a rule knows", "dim")
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for category, names, more in chosen:
        table.add_row(category, Text(clean(", ".join(names))).append(f" and {more} more" if more else "", "dim"))
    return table


def _activity(weeks: list[dict[str, Any]], width: int) -> RenderableType:
    """Commits as a line of bars, several weeks to a bar where there are many."""
    per_bar = -(-len(weeks) // width)
    sums = [sum(week["commits"] for week in weeks[at : at + per_bar]) for at in range(0, len(weeks), per_bar)]
    top = max(sums)
    bars = "".join(SPARKS[min(round(value / top * 7), 7)] if value else " " for value in sums)
    bar = "a week" if per_bar == 1 else f"{per_bar} weeks"
    span = f"{weeks[0]['start']} to {weeks[-1]['start']}, each bar {bar}, most: {top:,} commits"
    return Group(Text(bars, "green"), Text(span, "dim"))


def _risk(ownership: dict[str, Any]) -> str:
    truck, loss = ownership["truck_factor"], ownership["knowledge_loss"]
    said = truck["remark"] or f"truck factor {truck['value']}"
    return f"{said}; {loss['share']:.0%} of lines are by people gone for {loss['months']} months"


def _people(rows: list[dict[str, Any]]) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("name", overflow="ellipsis", no_wrap=True, max_width=32)
    for column in ("commits", "lines", "share"):
        table.add_column(column, justify="right")
    table.add_column("active")
    for row in rows[:PEOPLE]:
        name = Text(clean(row["name"]))
        if row["kind"] != "human":
            name.append(f" {row['kind']}", "dim")
        active = f"{row['first_commit_at'][:7]} to {row['last_commit_at'][:7]}"
        table.add_row(name, f"{row['commits']:,}", f"{row['lines']:,}", f"{row['share']:.1%}", active)
    if len(rows) > PEOPLE:
        rest = rows[PEOPLE:]
        lines, share = sum(row["lines"] for row in rest), sum(row["share"] for row in rest)
        table.add_row(f"and {len(rest):,} more", "", f"{lines:,}", f"{share:.1%}", "", style="dim")
    return table


def _directories(rows: list[dict[str, Any]]) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(overflow="ellipsis", no_wrap=True, max_width=40)
    table.add_column(justify="right", no_wrap=True, min_width=7)
    table.add_column(overflow="ellipsis", no_wrap=True)
    for row in _telling(rows)[:DIRECTORIES]:
        owners = ", ".join(f"{clean(owner['name'])} {owner['share']:.0%}" for owner in row["owners"][:3])
        table.add_row(Text((clean(row["path"]) or ".") + "/"), f"{row['lines']:,}", Text(owners, "dim"))
    return table


def _ignored(found: dict[str, Any]) -> str:
    said = f"{found['commits']:,} commits; {found['lines']:,} lines in {found['files']:,} files went to earlier owners"
    left = found["files_left"]
    return f"{said}; the time was up before {left:,} files" if left else said


def _offboarding(found: dict[str, Any]) -> RenderableType:
    names = ", ".join(clean(row["name"]) for row in found["people"])
    orphans, truck = found["orphans"], found["truck_factor"]
    text = Text()
    text.append(names, "bold").append(
        f": {found['lines']:,} lines ({found['share']:.1%}); {found['knowledge_loss']:.0%} of all lines would be"
        f" by people who are gone; truck factor of those who stay: {truck['value']}\n"
    )
    text.append(
        f"{orphans['total']:,} files would have no active author left", "dim" if not orphans["total"] else "yellow"
    )
    for row in orphans["items"][:TROUBLES]:
        text.append(f"\n{clean(row['path'])}", "default").append(f"  {row['lines']:,} lines", "dim")
    return text


def _age(ownership: dict[str, Any], survival: dict[str, Any]) -> str:
    lifetime, median = survival["lifetime"], ownership["code_age"]["median_days"]
    said = [] if median is None else [f"median age of a line {_span(median)}"]
    if lifetime["half_life_days"] is not None:
        said.append(f"half-life {_span(lifetime['half_life_days'])}")
    return "; ".join(said)


def _span(days: int) -> str:
    return f"{days / 365.25:.1f} years" if days >= 365 else f"{days} days"


def _trouble(hotspots: dict[str, Any], pairs: dict[str, Any]) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    table.add_column("kind", style="dim", no_wrap=True, min_width=8)
    table.add_column("what", overflow="ellipsis", no_wrap=True)
    table.add_column("figures", style="dim", no_wrap=True, min_width=34)
    for row in hotspots["items"][:TROUBLES]:
        figures = f"{row['revisions']:,} recent changes in {row['lines_of_code']:,} lines"
        table.add_row("hotspot", Text(clean(row["path"])), figures)
    for row in pairs["items"][:TROUBLES]:
        together = Text(clean(row["left"])).append(" + ", "dim").append(clean(row["right"]))
        table.add_row("together", together, f"coupled {row['degree']:.0f} %, {row['shared']:,} changes")
    return table if table.row_count else Text("no hotspots, nothing that always changes together", "dim")


def _telling(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Directories without those that only wrap another one (`src/` around `src/flask/`)."""
    inside = {(row["path"].rpartition("/")[0], row["lines"]) for row in rows if row["path"]}
    return [row for row in rows if not row["path"] or (row["path"], row["lines"]) not in inside]
