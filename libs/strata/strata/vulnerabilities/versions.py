"""How the ecosystems order their versions, as far as that is the same for many of them, or a kept library knows."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from packaging.version import InvalidVersion, Version

SEMANTIC = re.compile(
    r"[v=]?(\d{1,30})\.(\d{1,30})\.(\d{1,30})(?:\.(\d{1,30}))?(?:-([0-9A-Za-z.-]+))?(?:\+[\w.+-]*)?\Z"
)
SEMANTIC_ECOSYSTEMS = frozenset({"npm", "cargo", "golang", "hex", "pub", "nuget", "swift", "github"})

Order = Callable[[str], Any]
"""From a version to what orders it among others. Raises ValueError for what is no version."""


def semantic(text: str) -> tuple[Any, ...]:
    """By Semantic Versioning 2.0.0, with the fourth number that NuGet allows."""
    found = SEMANTIC.match(text)
    if not found:
        raise ValueError(f"{text[:100]!r} is no semantic version")
    numbers = tuple(int(part or 0) for part in found.groups()[:4])
    before = tuple(
        (0, int(part), "") if part.isdigit() else (1, 0, part) for part in (found[5] or "").split(".") if part
    )
    return numbers, not before, before  # a pre-release comes before its release


def python(text: str) -> Version:
    """By PEP 440."""
    try:
        return Version(text)
    except InvalidVersion as error:
        raise ValueError(str(error)) from error


def order_of(ecosystem: str, kind: str) -> Order | None:
    """What orders versions in ranges of a kind (SEMVER, ECOSYSTEM), None if that is not known here."""
    if kind == "SEMVER" or (kind == "ECOSYSTEM" and ecosystem in SEMANTIC_ECOSYSTEMS):
        return semantic
    return python if kind == "ECOSYSTEM" and ecosystem == "pypi" else None
