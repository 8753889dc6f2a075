"""GitHub Linguist's data: languages, ambiguous extensions, and paths that are not the project's own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

START = re.compile(r"\((?:\?:)?\^\|\\?/\)")  # `(^|/)`, in all its spellings
LAZY = re.compile(r"^(?:\(\.\*\?\)|\(\[\^\\s\]\*\))")
NOTHING = r"(?!)"
LanguageType = Literal["programming", "markup", "data", "prose"]


@dataclass(frozen=True, slots=True)
class Language:
    name: str
    type: LanguageType
    color: str | None
    group: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Chooses among languages that share an extension, when every pattern of `match` is found and none of `miss`."""

    languages: tuple[str, ...]
    match: tuple[str, ...]
    miss: tuple[str, ...]

    def holds(self, text: str) -> bool:
        return all(_found(one, text) for one in self.match) and not any(_found(one, text) for one in self.miss)


class PathRules:
    """Patterns of paths.

    Whether any is found is asked of two expressions made of them all: one tries those that begin with a part of the
    path at each slash, the other has the rest. A lazy beginning, which finds nothing that would not be found without
    it, is cut off.
    """

    def __init__(self, patterns: Iterable[str]) -> None:
        self._patterns = tuple(patterns)
        parts, others = list[str](), list[str]()
        for pattern in self._patterns:
            found = START.match(pattern)
            (parts if found else others).append(pattern[found.end() :] if found else LAZY.sub("", pattern))
        self._parts = re.compile(f"/(?:{_either(parts)})" if parts else NOTHING)
        self._others = re.compile(_either(others) if others else NOTHING)

    def first(self, path: str) -> str | None:
        """The first of the patterns that is found in a path."""
        if self._parts.search("/" + path) or self._others.search(path):
            return next((each for each in self._patterns if re.search(each, path)), None)
        return None


def _either(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{each})" for each in patterns)


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    """Most repositories need few of the hundreds there are."""
    return re.compile(pattern, re.MULTILINE)


def _found(pattern: str, text: str) -> bool:
    return _pattern(pattern).search(text) is not None


@dataclass(frozen=True, slots=True)
class Linguist:
    """`by_extension` is ordered: languages for which the extension comes first in their own list lead."""

    languages: dict[str, Language]
    by_alias: dict[str, str]
    by_filename: dict[str, tuple[str, ...]]
    by_interpreter: dict[str, tuple[str, ...]]
    by_extension: dict[str, tuple[str, ...]]
    rules: dict[str, tuple[Rule, ...]]
    paths: dict[str, PathRules]


@cache
def linguist() -> Linguist:
    """The data, read once per process."""
    document = json.loads(Path(__file__).with_name("linguist.json").read_text(encoding="utf-8"))
    entries: dict[str, dict[str, Any]] = document["languages"]
    return Linguist(
        languages={
            name: Language(name, entry["type"], entry.get("color"), entry.get("group", name))
            for name, entry in entries.items()
        },
        by_alias=_aliases(entries),
        by_filename=_inverse(entries, "filenames"),
        by_interpreter=_inverse(entries, "interpreters"),
        by_extension={key.lower(): names for key, names in _inverse(entries, "extensions").items()},
        rules={
            extension: tuple(_rule(rule) for rule in heuristic["rules"])
            for heuristic in document["heuristics"]
            for extension in heuristic["extensions"]
        },
        paths={kind: PathRules(document[kind]) for kind in ("vendored", "documentation", "generated")},
    )


def _aliases(entries: dict[str, dict[str, Any]]) -> dict[str, str]:
    found = {alias.lower(): name for name, entry in entries.items() for alias in entry.get("aliases", [])}
    return found | {spelling: name for name in entries for spelling in (name.lower(), name.lower().replace(" ", "-"))}


def _inverse(entries: dict[str, dict[str, Any]], field: str) -> dict[str, tuple[str, ...]]:
    ranked: dict[str, list[tuple[int, str]]] = {}
    for name, entry in entries.items():
        for rank, value in enumerate(entry.get(field, [])):
            ranked.setdefault(value, []).append((rank, name))
    return {value: tuple(name for _, name in sorted(names)) for value, names in ranked.items()}


def _rule(rule: dict[str, Any]) -> Rule:
    def patterns(key: str) -> tuple[str, ...]:
        return tuple(part[key] for part in rule["when"] if key in part)

    return Rule(tuple(rule["languages"]), patterns("match"), patterns("miss"))
