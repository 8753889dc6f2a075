"""A report for others than its owner: without what the owner says about people, and without e-mail addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from reports import Report

_OWN_RULES = ("mailmap", "kinds", "without")
"""Options of the engine that hold what the owner said about people."""
_ADDRESS = re.compile(r"[^\s<>\"'()\[\],;:/@]+@(?=[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})")
_EXACT = frozenset({"purl", "range", "version", "origin", "path", "left", "right", "largest", "sha", "commit"})
"""Fields that name files and packages: what looks like an address there is none."""


def for_others(report: Report, *, addresses: bool) -> dict[str, Any]:
    """The report as others may see it; with `addresses`, e-mail addresses stay.

    Else nobody has any, and an address that stands in a name or a sentence loses the part before its `@`.
    """
    shown: dict[str, Any] = {**report, "sections": dict(report["sections"])}
    if shown.get("engine"):
        options = shown["engine"].get("options", {})
        kept = {name: value for name, value in options.items() if name not in _OWN_RULES}
        shown["engine"] = {**shown["engine"], "options": kept}
    if "contributors" in shown["sections"]:
        shown["sections"]["contributors"] = {**shown["sections"]["contributors"], "kind_rules": []}
    if "ownership" in shown["sections"]:
        shown["sections"]["ownership"] = {**shown["sections"]["ownership"], "offboarding": None}
    return shown if addresses else _without_addresses(shown)


def _without_addresses(value: Any, field: str = "") -> Any:
    if isinstance(value, Mapping):
        return {name: [] if name == "emails" else _without_addresses(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_without_addresses(each, field) for each in value]
    if isinstance(value, str) and "@" in value and field not in _EXACT:
        return _ADDRESS.sub("…@", value)
    return value
