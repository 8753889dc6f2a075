"""Comparisons on a screen: what makes figures incomparable first, then the figures, then the most of each kind."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from cli.remote.tables import minute, print_rows
from reports.text import clean

Row: TypeAlias = Sequence[object]
_LONGEST = 10  # rows of each kind: --json has them all


def show_changes(told: dict[str, Any]) -> None:
    """What changed from one analysis of a repository to another."""
    _heads(told["base"], told["head"])
    _caveats(told)
    print_rows([_change(each) for each in told["figures"]], "")
    why = [f"{_words(each['name'])}: {sentence}" for each in told["figures"] for sentence in each["why"]]
    _table("Why", [(each,) for each in why])
    _table(
        "People",
        [
            (each["name"], each["fate"], _lines(each), f"{each['commits']:+,} commits", f"{each['files']:+,} files")
            for each in told["people"]
        ],
    )
    _table(
        "Languages",
        [(each["name"], _lines(each), _to(each, "share", _percent)) for each in told["languages"]],
    )
    _table(
        "Packages",
        [
            (
                each["ecosystem"],
                each["name"],
                "direct" if each["direct"] else "indirect",
                each["change"],
                " → ".join(_versions(each[side]) for side in ("base", "head") if each[side]),
            )
            for each in told["packages"]
        ],
    )
    _table("Hotspots", [(each["path"], _to(each, "score", _decimal)) for each in told["hotspots"]])
    _table("Coupling", [(each["left"], each["right"], _to(each, "degree", _degree)) for each in told["coupling"]])


def show_side_by_side(told: dict[str, Any]) -> None:
    """Two repositories and what they have in common."""
    _heads(told["left"], told["right"])
    _caveats(told)
    print_rows([(_words(each["name"]), _number(each["left"]), _number(each["right"])) for each in told["figures"]], "")
    _table(
        "Languages",
        [(each["name"], _percent(each["left_share"]), _percent(each["right_share"])) for each in told["languages"]],
    )
    _table(
        "People of both",
        [
            (
                each["name"],
                f"{each['left_commits']:,} and {each['right_commits']:,} commits",
                f"{each['left_lines']:,} and {each['right_lines']:,} lines",
            )
            for each in told["people"]
        ],
    )
    _table(
        "Packages of both",
        [
            (
                each["ecosystem"],
                each["name"],
                _versions(each["left"]) + ("" if each["same"] else f" and {_versions(each['right'])}"),
            )
            for each in told["packages"]
        ],
    )


def _heads(*sides: dict[str, Any]) -> None:
    print_rows([(each["repository"], each["commit"][:12], minute(each["time"])) for each in sides], "")


def _caveats(told: dict[str, Any]) -> None:
    for each in told["caveats"]:
        sys.stdout.write(f"Mind: {clean(each['text'])}\n")
    sys.stdout.write("\n")


def _table(title: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    sys.stdout.write(f"\n{title}\n")
    print_rows(rows[:_LONGEST], "", indent="  ")
    if len(rows) > _LONGEST:
        sys.stdout.write(f"  and {len(rows) - _LONGEST} more\n")


def _change(figure: dict[str, Any]) -> Row:
    by = figure["change"]
    moved = "" if by is None or by == 0 else _number(by, sign="+")
    return _words(figure["name"]), _number(figure["base"]), _number(figure["head"]), moved


def _lines(row: dict[str, Any]) -> str:
    return f"{row['lines']:+,} lines, to {row['head_lines']:,}"


def _to(row: dict[str, Any], what: str, form: Callable[[float], str]) -> str:
    """A figure before and after; a file or pair that was not listed has none."""
    base, head = ("none" if row[name] is None else form(row[name]) for name in (f"base_{what}", f"head_{what}"))
    return f"{base} → {head}"


def _words(name: str) -> str:
    return name.replace("_", " ")


def _number(value: float | None, sign: str = "") -> str:
    if value is None:
        return "unknown"
    return f"{value:{sign},}" if isinstance(value, int) else f"{value:{sign},.2f}"


def _percent(share: float) -> str:
    return f"{share * 100:.1f} %"


def _degree(value: float) -> str:
    return f"{value:.0f} %"


def _decimal(value: float) -> str:
    return f"{value:.2f}"


def _versions(versions: list[str]) -> str:
    return ", ".join(versions)
