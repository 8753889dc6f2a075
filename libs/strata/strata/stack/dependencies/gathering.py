"""What a parser collects, kept within bounds and in the ecosystem's spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from strata.stack.dependencies.limits import ENTRIES, WORD
from strata.stack.dependencies.model import (
    Caveat,
    Component,
    Dependency,
    Evidence,
    Locked,
    Manifest,
    Reference,
    Scope,
)
from strata.stack.dependencies.names import normal
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.secrets import without_secrets

WORDS = re.compile(r"[a-z]+")
TEST_WORDS = frozenset({"test", "tests", "testing"})
DEV_WORDS = frozenset({"dev", "devel", "develop", "development", "lint", "doc", "docs", "ci", "typing", "style", "qa"})
CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffd]")


def scope_by_name(name: str, otherwise: Scope) -> Scope:
    """What a group or a file is for, as far as its name tells."""
    words = set(WORDS.findall(name.lower()[:WORD]))
    if words & TEST_WORDS:
        return "test"
    return "dev" if words & DEV_WORDS else otherwise


class Gathering:
    """One file's dependencies as they are found. What cannot be a name is left out with a warning."""

    def __init__(self, source: Source, ecosystem: str) -> None:
        self.source, self.ecosystem = source, ecosystem
        self.values: dict[str, str] = {}
        self.overridden: set[str] = set()
        self.component: Component | None = None
        self._found: list[Dependency] = []
        self._locked: list[Locked] | None = None
        self._references: list[Reference] = []
        self._warnings: list[Caveat] = []
        self._full = False
        if source.damaged:
            self.warn("invalid-encoding", "Some bytes are not of the file's encoding.")

    def own(
        self, name: str | None, version: str | None = None, licence: str | None = None, *, private: bool = False
    ) -> None:
        """States the project that the file describes."""
        name, version, licence = (value[:WORD] if value else None for value in (name, version, licence))
        self.component = Component(
            self.ecosystem, name, version, licence, self.source.folder, self.source.path, private
        )

    def add(
        self,
        name: str | None,
        range: str | None = None,  # noqa: A002 - what everybody calls it
        scope: Scope = "runtime",
        line: int | None = None,
        *,
        version: str | None = None,
        ecosystem: str | None = None,
        origin: str | None = None,
        direct: bool = True,
        alias: str | None = None,
    ) -> None:
        """A declared dependency; `version` if the declaration leaves no choice."""
        if not self._fits(name, range, version, line=line) or name is None:
            return
        kind = ecosystem or self.ecosystem
        self._found.append(
            Dependency(
                kind,
                normal(kind, without_secrets(name)),
                without_secrets(range) if range else None,
                scope,
                (Evidence(self.source.path, line),),
                without_secrets(version) if version else None,
                direct,
                version is not None,
                without_secrets(origin[:WORD]) if origin else None,
                alias[:WORD] if alias and alias != name else None,
            )
        )

    def locks(self) -> None:
        """States that the file is a lock file, be it an empty one."""
        if self._locked is None:
            self._locked = []

    def lock(
        self,
        name: str | None,
        version: str | None,
        line: int | None = None,
        *,
        scope: Scope | None = None,
        answers: Iterable[str] = (),
        users: Iterable[str] = (),
        requires: Iterable[str] = (),
        own: bool = False,
        origin: str | None = None,
        ecosystem: str | None = None,
    ) -> None:
        """A package that a lock file names."""
        self.locks()
        if not self._fits(name, version, line=line) or name is None or self._locked is None:
            return
        kind = ecosystem or self.ecosystem
        self._locked.append(
            Locked(
                normal(kind, without_secrets(name)),
                without_secrets(version or ""),
                line,
                scope,
                tuple(map(without_secrets, answers)),
                tuple(users),
                tuple(map(without_secrets, requires)),
                own,
                without_secrets(origin[:WORD]) if origin else None,
                ecosystem,
            )
        )

    def refer(self, reference: Reference) -> None:
        if len(self._references) < ENTRIES:
            self._references.append(replace(reference, target=without_secrets(reference.target)))

    def warn(self, code: str, message: str, line: int | None = None) -> None:
        if len(self._warnings) < 100:
            self._warnings.append(Caveat(self.source.path, code, message, line))

    def odd(self, what: object, line: int | None = None) -> None:
        """An entry that is skipped."""
        self.warn(
            "skipped-entry",
            f"An entry was skipped: {CONTROL.sub('?', without_secrets(str(what)[:WORD])[:120])!r}.",
            line,
        )

    def manifest(self) -> Manifest:
        return Manifest(
            self.ecosystem,
            self.component,
            tuple(self._found),
            None if self._locked is None else tuple(self._locked),
            tuple(self._references),
            {key: without_secrets(value) for key, value in self.values.items()},
            tuple(sorted(self.overridden)),
            tuple(self._warnings),
        )

    def _fits(self, name: str | None, *words: str | None, line: int | None) -> bool:
        if not name or len(name) > WORD or CONTROL.search(name) or any(word and len(word) > WORD for word in words):
            self.odd(name, line)
            return False
        if len(self._found) + len(self._locked or ()) >= ENTRIES:
            if not self._full:
                self.warn("too-many", f"Only the first {ENTRIES} entries were read.", line)
            self._full = True
            return False
        return True
