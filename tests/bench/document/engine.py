"""What the engine costs: beside its peers, as histories grow, and after new commits."""

from __future__ import annotations

from typing import Any

from tests.bench.document.form import stamp, table

FLOOR = "git log -p -U0 -M"
NAMES = ("strata", FLOOR, "git blame", "hercules", "git-of-theseus", "git-fame", "PyDriller")


def _shown(cost: dict[str, Any] | None, key: str, scale: float = 1.0) -> str:
    if cost is None:
        return "–"
    value = cost[key] / scale
    if key == "peak" and not value:
        return "–"
    return ("" if cost["finished"] else "> ") + (f"{value:.2f}" if value < 10 else f"{value:.0f}")


def _size(row: dict[str, Any]) -> str:
    return "small" if row["commits"] < 10_000 else "large"


def _kind(row: dict[str, Any]) -> str:
    return "merge-heavy" if row["merges"] / row["commits"] >= 0.2 else _size(row)


def engine(outcome: dict[str, Any]) -> str:
    heads = ["", *(row["name"] for row in outcome["repositories"])]
    measured = []
    for key, unit, scale in (("cpu", "CPU s", 1.0), ("wall", "wall s", 1.0), ("peak", "MB", 1e6)):
        for name in NAMES:
            costs = [row["costs"].get(name) for row in outcome["repositories"]]
            if any(costs) and not (key == "peak" and name == "git blame"):
                measured.append([f"{name}, {unit}", *(_shown(cost, key, scale) for cost in costs)])
    private = [row["costs"]["strata"].get("private", 0) for row in outcome["repositories"]]
    measured.append(
        ["strata, private MB", *(f"{size / 1e6:.0f}" if size else "–" for size in private)],
    )
    sizes = [["commits / merges / text files"]]
    sizes[0] += [f"{row['commits']:,} / {row['merges']:,} / {row['files']:,}" for row in outcome["repositories"]]
    sizes.append(["engine / runs / limit, s"])
    sizes[1] += [f"{row['engine']} / {row['repeat']} / {row['limit']:.0f}" for row in outcome["repositories"]]
    filtered = [row["filtered_blame"] for row in outcome["repositories"]]
    measured.append(
        ["git blame with changed-path filters, CPU s", *("–" if cost is None else f"{cost:.1f}" for cost in filtered)]
    )
    notes = [
        f"- {row['name']}, {name}: {note}" for row in outcome["repositories"] for name, note in row["notes"].items()
    ]
    return f"""## Cost beside peers

{stamp(outcome)}
The engine and `{FLOOR}` took turns, medians of so many runs; the others ran once and were stopped at the limit of
wall time. *strata* is a whole analysis with every section, from the start of the
interpreter; *git blame* is one process for each text file, two at a time; *git-fame*, too, blames every file;
*hercules* draws the burndown of people; *git-of-theseus* takes a sample a week; *PyDriller* sums up churn. *Private*
memory is what is not mapped from the repository's packs, which the system may drop at any time.

{table(heads, sizes + measured)}

{chr(10).join(notes)}

### Against what was set out to reach

{table(["ratio", "must", *heads[1:]], _ratios(outcome["repositories"]))}
"""


def _ratios(rows: list[dict[str, Any]]) -> list[list[str]]:
    """Each ratio per repository, with whether it is reached; unknown where a lower bound does not tell."""
    cpu, wall = {"small": 2.2, "large": 1.5, "merge-heavy": 2.0}, {"small": 1.8, "large": 1.0}

    def most(label: str, must: str, key: str, wanted: list[float]) -> list[str]:
        cells = []
        for row, limit in zip(rows, wanted, strict=True):
            ratio = row["costs"]["strata"][key] / row["costs"][FLOOR][key]
            cells.append(f"{ratio:.2f} {_verdict(ratio <= limit)}")
        return [label, must, *cells]

    def least(name: str, must: str, wanted: list[float]) -> list[str]:
        cells = []
        for row, limit in zip(rows, wanted, strict=True):
            cost = row["costs"].get(name)
            if cost is None:
                cells.append("–")
                continue
            ratio = cost["cpu"] / row["costs"]["strata"]["cpu"]
            reached = ratio >= limit
            if cost["finished"] or reached:
                cells.append(f"{'' if cost['finished'] else '> '}{ratio:.1f} {_verdict(reached)}")
            else:
                cells.append(f"> {ratio:.1f}")
        return [f"{name} ÷ strata, CPU", must, *cells]

    peaks = [f"{row['costs']['strata']['private'] / 1e6:.0f} MB" for row in rows]
    return [
        most(
            f"strata ÷ {FLOOR}, CPU", "≤ 2.2 small, 1.5 large, 2 merge-heavy", "cpu", [cpu[_kind(row)] for row in rows]
        ),
        most(f"strata ÷ {FLOOR}, wall", "≤ 1.8 small, 1 large", "wall", [wall[_size(row)] for row in rows]),
        least("hercules", "≥ 12, 25 merge-heavy", [25 if _kind(row) == "merge-heavy" else 12 for row in rows]),
        least("git-of-theseus", "≥ 50", [50 for _ in rows]),
        least("git blame", "≥ 3 small, 9 redis-sized, 30 ansible-sized", [_blame(row) for row in rows]),
        ["peak of private memory", "≤ 250 MB redis-sized", *peaks],
    ]


def _blame(row: dict[str, Any]) -> float:
    """How many times the engine's CPU time blame of every file must cost, by the size of the history."""
    return 3 if _size(row) == "small" else 9 if row["commits"] < 40_000 else 30


def _verdict(reached: bool) -> str:
    return "reached" if reached else "**not reached**"


def growth(outcome: dict[str, Any]) -> str:
    rows = [
        [
            f"{key}: {row[key]:.0%}" if key == "merges" else f"{key}: {row[key]:,}",
            f"{row['cpu']:.2f}",
            f"{row['peak'] / 1e6:.0f}",
            f"{row['floor']:.2f}",
        ]
        for key in ("commits", "files", "merges")
        for row in outcome[key]
    ]
    return f"""## Growth

{stamp(outcome)} Generated histories in which a commit changes a few lines of three files.

![CPU seconds, peak memory and the time of git log against commits, files and share of merges](images/growth.svg)

{table(["history", "CPU s", "peak MB", f"{FLOOR}, CPU s"], rows)}
"""


def incremental(outcome: dict[str, Any]) -> str:
    rows = [
        [
            row["name"],
            f"{row['new']:,}",
            f"{row['cpu']:.2f}",
            f"{row['wall']:.2f}",
            f"{row['state'] / 1e6:.1f}",
            "yes" if row["equal"] else "**no**",
            row["mode"],
        ]
        for row in outcome["rows"]
    ]
    return f"""## New commits on a saved state

{stamp(outcome)} Medians; the start of the interpreter, in every figure, takes {outcome["start"]:.2f} s CPU.

{table(["repository", "new commits", "CPU s", "wall s", "state, MB", "equal to a full run", "mode"], rows)}
"""


def push(outcome: dict[str, Any]) -> str:
    full, pushes, fetched = outcome["full"], outcome["pushes"], outcome["strategies"]
    equal = "yes" if outcome["equal"] else "**no**"
    rows = [
        ["everything", f"{full['wall']:.2f}", f"{full['first']:.2f}", f"{full['bytes'] / 1e6:.2f}"],
        *(
            [f"push {number}", f"{each['wall']:.2f}", f"{each['first']:.2f}", f"{each['bytes'] / 1e6:.2f}"]
            for number, each in enumerate(pushes, 1)
        ),
    ]
    ways = [[each["way"], f"{each['bytes'] / 1e6:.2f}", f"{each['wall']:.2f}"] for each in fetched]
    return f"""## From a push to its result

{stamp(outcome)} A made repository of {outcome["commits"]:,} commits and {outcome["files"]:,} files, pushes of
{outcome["pushed"]} commits, through the real stages: from the request to the outcome, over HTTP on loopback. A state
has {pushes[-1]["state"] / 1e6:.1f} MB. Equal to a full run: {equal}. Median of the pushes: {outcome["median"]:.2f} s
(target: below 5 s).

{table(["analysis of", "seconds", "to the first section", "fetched, MB"], rows)}

What ways of fetching the last push cost, by git alone (the last one without the content that changed):

{table(["fetched", "MB", "seconds"], ways)}
"""
