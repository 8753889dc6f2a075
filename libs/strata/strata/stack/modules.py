"""What Python code imports of a distribution: only those that are listed are known."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def by_distribution() -> dict[str, tuple[str, ...]]:
    """The top-level modules of a distribution, by its normalised name."""
    document = tomllib.loads(Path(__file__).with_name("modules.toml").read_text(encoding="utf-8"))
    same = {name: (name.replace("-", "_"),) for name in document["same"]}
    return same | {name: tuple(modules) for name, modules in document["others"].items()}
