"""What every part of the page is made with."""

from __future__ import annotations

from typing import Any


def stamp(outcome: dict[str, Any]) -> str:
    about = outcome["circumstances"]
    return f"{about['date']}, {about['machine']}, {about['versions']}, engine at {about['commit']}."


def table(heads: list[str], rows: list[list[str]]) -> str:
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
