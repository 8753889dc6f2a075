"""The three sweeps as a figure."""

from __future__ import annotations

from typing import Any

from tests.bench.growth.plot import Panel, Series


def panels(sweeps: dict[str, list[dict[str, Any]]]) -> list[Panel]:
    def series(key: str, across: str) -> list[Series]:
        rows = sweeps[key]
        return [
            Series("CPU s", [(row[across], row["cpu"]) for row in rows]),
            Series("peak MB", [(row[across], row["peak"] / 1e6) for row in rows]),
            Series("git log -p, s", [(row[across], row["floor"]) for row in rows]),
        ]

    merges = [
        Series(each.name, [(100 * share, value) for share, value in each.points]) for each in series("merges", "merges")
    ]
    return [
        Panel("Commits (200 files, 10 % merges)", "commits", series("commits", "commits")),
        Panel("Files (2,000 commits)", "files", series("files", "files")),
        Panel("Merges (5,000 commits)", "merges, % of commits", merges, linear=True),
    ]
