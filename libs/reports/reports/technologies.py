"""The main technologies of a report, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

BUILT_WITH = 8  # technologies of a category
MAIN_CATEGORIES = (
    "web-framework", "frontend-framework", "ui-library", "mobile", "desktop", "game-engine", "ai-ml", "data", "orm",
    "database", "messaging", "cloud", "hosting", "infrastructure", "ci", "build-tool", "package-manager", "testing",
)  # fmt: skip


def main_technologies(rows: Iterable[Mapping[str, Any]]) -> list[tuple[str, list[str], int]]:
    """By category: the names shown best among those of the repository's own work, and how many more there are."""
    own = [row for row in rows if row["role"] == "main"]
    chosen = []
    for category in MAIN_CATEGORIES:
        main = [row for row in own if row["category"] == category]
        main.sort(key=lambda row: (-row["confidence"], -row["components"], row["name"]))
        if main:
            names = [_versioned(row) for row in main[:BUILT_WITH]]
            chosen.append((category.replace("-", " "), names, max(len(main) - BUILT_WITH, 0)))
    return chosen


def _versioned(row: Mapping[str, Any]) -> str:
    versions = row["versions"]
    return f"{row['name']} {versions[0]}" if len(versions) == 1 else str(row["name"])
