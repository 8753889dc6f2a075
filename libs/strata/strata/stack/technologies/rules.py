"""The rules: what shows that a technology is used. They are written in `libs/strata/technologies`, shipped as JSON."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Literal, NamedTuple

from strata.stack.technologies.paths import Patterns

Kind = Literal["dependency", "client", "file", "content"]
KINDS: tuple[Kind, ...] = ("dependency", "client", "file", "content")
GO_MAJOR = re.compile(r"/v\d+$")


class Line(NamedTuple):
    """A line in files at some paths, as a regular expression from its beginning; group `version` may name one."""

    line: str
    paths: tuple[str, ...]


class Signs(NamedTuple):
    """What shows a technology, each by itself.

    A `dependency` is the technology and tells its version; a `client` uses it and does not. Both are an ecosystem and
    a name, `npm/react`, a `*` at the end standing for any rest. `file` are paths as in `.gitignore`, at any depth or,
    with a slash in front, from the top; one with a slash at its end is a folder.
    """

    dependency: tuple[str, ...] = ()
    client: tuple[str, ...] = ()
    file: tuple[str, ...] = ()
    content: tuple[Line, ...] = ()


class Rule(NamedTuple):
    """A technology, shown by any of `signs`, or by something of each of `together` in the same component."""

    id: str
    name: str
    category: str
    website: str
    signs: Signs
    together: tuple[Signs, ...] = ()
    implies: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[Signs, ...]:
        return (self.signs, *self.together)


class Sign(NamedTuple):
    """One matcher of a rule: `part` is its group, 0 for the signs that suffice alone."""

    rule: str
    part: int
    kind: Kind
    text: str


@dataclass(slots=True)
class _Packages:
    """Matchers of one ecosystem by name, and by how a name begins."""

    exact: dict[str, list[Sign]] = field(default_factory=lambda: defaultdict(list))
    begins: dict[str, list[Sign]] = field(default_factory=lambda: defaultdict(list))
    beginnings: tuple[str, ...] = ()


class Rules:
    """All rules, ready to be asked: each question looks up names and looks at few patterns, however many rules."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.by_id: dict[str, Rule] = {rule.id: rule for rule in rules}
        self._packages: dict[str, _Packages] = defaultdict(_Packages)
        self._lines: dict[str, list[tuple[Sign, str]]] = defaultdict(list)
        files: list[tuple[str, Sign]] = []
        for rule in self.by_id.values():
            for part, signs in enumerate(rule.groups):
                for kind in ("dependency", "client"):
                    for text in getattr(signs, kind):
                        self._package(Sign(rule.id, part, kind, text))
                files += [(text, Sign(rule.id, part, "file", text)) for text in signs.file]
                for each in signs.content:
                    for path in each.paths:
                        self._lines[path].append((Sign(rule.id, part, "content", path), each.line))
        for packages in self._packages.values():
            packages.beginnings = tuple(packages.begins)
        self._files = Patterns(files)
        self._contents = Patterns((path, path) for path in self._lines)

    def _package(self, sign: Sign) -> None:
        ecosystem, _, name = sign.text.partition("/")
        packages = self._packages[ecosystem]
        if name.endswith("*"):
            packages.begins[name[:-1]].append(sign)
        else:
            packages.exact[name].append(sign)

    def of_package(self, ecosystem: str, name: str) -> Sequence[Sign]:
        """What a package shows. Modules of Go are asked for without their major version."""
        packages = self._packages.get(ecosystem)
        if packages is None:
            return ()
        if ecosystem == "golang":
            name = GO_MAJOR.sub("", name)
        found = packages.exact.get(name, [])
        if packages.beginnings and name.startswith(packages.beginnings):
            found = found + [
                sign for begin, signs in packages.begins.items() if name.startswith(begin) for sign in signs
            ]
        return found

    def of_files(self, paths: Iterable[str]) -> Iterator[tuple[str, Sign]]:
        """Each path that shows something by its name alone."""
        return self._files.found(paths)

    def to_read(self, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Each path whose content may show something, with the pattern that says so."""
        return self._contents.found(paths)

    def of_content(self, pattern: str, lines: Sequence[str]) -> Iterator[tuple[Sign, int, str | None]]:
        """What the lines of a file at a path of `pattern` show: for each sign its first line (from 1) and version."""
        for sign, expression in self._lines[pattern]:
            search = compiled(expression).match
            for number, line in enumerate(lines, 1):
                if found := search(line):
                    yield sign, number, found.groupdict().get("version")
                    break


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """Most repositories need few of the expressions."""
    return re.compile(expression)


def signs_of(entry: Mapping[str, Any]) -> Signs:
    return Signs(
        tuple(entry.get("dependency", ())),
        tuple(entry.get("client", ())),
        tuple(entry.get("file", ())),
        tuple(Line(each["line"], tuple(each["paths"])) for each in entry.get("content", ())),
    )


def rule_of(entry: Mapping[str, Any]) -> Rule:
    """A rule as it is written down."""
    return Rule(
        entry["id"],
        entry["name"],
        entry["category"],
        entry["website"],
        signs_of(entry),
        tuple(signs_of(each) for each in entry.get("together", ())),
        tuple(entry.get("implies", ())),
    )


@cache
def rules() -> Rules:
    """The rules that are shipped."""
    text = resources.files("strata.stack.technologies").joinpath("rules.json").read_text("utf-8")
    return Rules(rule_of(entry) for entry in json.loads(text))
