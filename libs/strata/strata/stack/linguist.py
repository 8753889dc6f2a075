"""GitHub Linguist's data: languages, ambiguous extensions, and paths that are not the project's own."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from strata.stack.patience import Patience

START = re.compile(r"\((?:\?:)?\^\|\\?/\)")  # `(^|/)`, in all its spellings
LAZY = re.compile(r"^(?:\(\.\*\?\)|\(\[\^\\s\]\*\))")
NOTHING = r"(?!)"
KINDS = ("vendored", "documentation", "generated")
LanguageType = Literal["programming", "markup", "data", "prose"]


@dataclass(frozen=True, slots=True)
class Language:
    name: str
    type: LanguageType
    color: str | None
    group: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Chooses languages for a text in which every pattern of `match` is found and none of `miss`."""

    languages: tuple[str, ...]
    match: tuple[str, ...]
    miss: tuple[str, ...]

    def holds(self, text: bytes, patience: Patience) -> bool:
        """Raises Impatient."""
        return all(patience.found(one, text) for one in self.match) and not any(
            patience.found(one, text) for one in self.miss
        )


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

    def found(self, path: str) -> bool:
        """Whether any of the patterns is found in a path."""
        return self._parts.search("/" + path) is not None or self._others.search(path) is not None

    def first(self, path: str) -> str | None:
        """The first of the patterns that is found in a path."""
        if self.found(path):
            return next((each for each in self._patterns if re.search(each, path)), None)
        return None


def _either(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{each})" for each in patterns)


@dataclass(frozen=True, slots=True)
class Linguist:
    """Where a key has several languages they are in Linguist's own order.

    `rules` has the heuristics, and `rules_of` which of them are an extension's; of several, the first is a file's.
    `generic` are extensions too common to tell a language. `rank` says at which place of a language's own list an
    extension stands. `any_path` has the patterns of all `paths`.
    """

    languages: dict[str, Language]
    by_alias: dict[str, str]
    by_filename: dict[str, tuple[str, ...]]
    by_interpreter: dict[str, tuple[str, ...]]
    by_extension: dict[str, tuple[str, ...]]
    rank: dict[tuple[str, str], int]
    generic: frozenset[str]
    rules: tuple[tuple[Rule, ...], ...]
    rules_of: dict[str, int]
    paths: dict[str, PathRules]
    any_path: PathRules


@cache
def linguist() -> Linguist:
    """The data, read once per process."""
    document = json.loads(Path(__file__).with_name("linguist.json").read_text(encoding="utf-8"))
    entries: dict[str, dict[str, Any]] = document["languages"]
    heuristics = document["heuristics"]
    rules_of: dict[str, int] = {}
    for number, heuristic in enumerate(heuristics):
        for extension in heuristic["extensions"]:
            rules_of.setdefault(extension, number)
    return Linguist(
        languages={
            name: Language(name, entry["type"], entry.get("color"), entry.get("group", name))
            for name, entry in entries.items()
        },
        by_alias=_aliases(entries),
        by_filename=_inverse(entries, "filenames"),
        by_interpreter=_inverse(entries, "interpreters"),
        by_extension=_inverse(entries, "extensions", str.lower),
        rank={
            (extension.lower(), name): place
            for name, entry in entries.items()
            for place, extension in enumerate(entry.get("extensions", []))
        },
        generic=frozenset(document["generic"]),
        rules=tuple(tuple(_rule(rule) for rule in heuristic["rules"]) for heuristic in heuristics),
        rules_of=rules_of,
        paths={kind: PathRules(document[kind]) for kind in KINDS},
        any_path=PathRules(pattern for kind in KINDS for pattern in document[kind]),
    )


def _aliases(entries: dict[str, dict[str, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, entry in entries.items():
        for alias in [re.sub(r"\s", "-", name), *entry.get("aliases", [])]:
            found[alias.lower()] = name
    return found


def _inverse(
    entries: dict[str, dict[str, Any]], field: str, spelling: Callable[[str], str] = str
) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, entry in entries.items():
        for value in entry.get(field, []):
            found.setdefault(spelling(value), {})[name] = None
    return {value: tuple(names) for value, names in found.items()}


def _rule(rule: dict[str, Any]) -> Rule:
    def patterns(key: str) -> tuple[str, ...]:
        return tuple(part[key] for part in rule["when"] if key in part)

    return Rule(tuple(rule["languages"]), patterns("match"), patterns("miss"))
