"""Everything read from a repository so far, from which metrics are computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property, wraps
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from strata.change_table import ChangeTable
from strata.history.commits import Commit
from strata.history.revisions import Revisions
from strata.licences.claims import Declared
from strata.lifetimes import Deaths, NamePast, Survival
from strata.options import Options
from strata.ownership.ignored import Ignored
from strata.ownership.lines import Lines, Vector
from strata.people.directory import Person
from strata.stack.dependencies.model import Dependencies
from strata.stack.dependencies.past import Past
from strata.stack.inventory import HeadFile
from strata.stack.technologies.recognise import Use
from strata.tags import Tag
from strata.vulnerabilities.model import Advisories

T = TypeVar("T")


class Stage(IntEnum):
    """How far the reading has come; each stage has everything of those before."""

    COMMITS = 1
    FILES = 2
    CHANGES = 3
    LINES = 4


@dataclass(frozen=True, slots=True)
class Credits:
    """A row per commit and each of its authors; the `share` is 1 ÷ the number of them."""

    commit: NDArray[np.int64]
    person: NDArray[np.int64]
    share: NDArray[np.float64]

    def where(self, rows: NDArray[np.bool_]) -> Credits:
        """The chosen rows alone."""
        return Credits(self.commit[rows], self.person[rows], self.share[rows])


@dataclass(frozen=True)
class Facts:
    """The state after a stage. What a later stage brings is None (or empty) before it.

    `tags` name commits of this history. `since` (seconds since 1970, None: the beginning) bounds activity series,
    nothing else. `without` are the people who are taken for gone. `ignored` says what became of lines of commits
    that are to be ignored; None if none are. `declared` are the licences that manifests at head name.
    """

    name: str
    rev: str
    branch: str | None
    options: Options
    commits: Sequence[Commit]
    people: Sequence[Person]
    tags: Sequence[Tag] = ()
    files: Sequence[HeadFile] = ()
    declared: Sequence[Declared] = ()
    dependencies: Dependencies | None = None
    dependency_past: Sequence[Past] = ()
    technologies: Sequence[Use] = ()
    changes: ChangeTable | None = None
    revisions: Revisions | None = None
    lines: Lines | None = None
    ignored: Ignored | None = None
    survival: Survival | None = None
    deaths: Deaths | None = None
    names: NamePast | None = None
    advisories: Advisories | None = None
    since: int | None = None
    without: frozenset[int] = frozenset()

    @property
    def head(self) -> Commit:
        return self.commits[-1]

    @cached_property
    def found(self) -> dict[Callable[[Facts], Any], Any]:
        """What functions declared by `once` made of them."""
        return {}

    @cached_property
    def included(self) -> list[HeadFile]:
        return [file for file in self.files if file.included]

    @cached_property
    def included_lines(self) -> int:
        return sum(file.lines for file in self.included)

    @cached_property
    def author_of(self) -> Vector:
        """Commit index → person index of its author."""
        return np.array([commit.author for commit in self.commits], dtype=np.int32)

    @cached_property
    def lines_by_person(self) -> NDArray[np.int64]:
        """Included lines at head per person."""
        return self.count([file.path for file in self.included])

    def count(self, paths: Sequence[bytes]) -> NDArray[np.int64]:
        """Lines at head in `paths` per person."""
        assert self.lines is not None  # noqa: S101 - metrics declare the stage they need
        return self.lines.counts(paths, self.author_of, len(self.people))

    @cached_property
    def times(self) -> NDArray[np.int64]:
        """Commit index → author's time."""
        return np.array([commit.time for commit in self.commits], dtype=np.int64)

    @cached_property
    def credits(self) -> Credits:
        """Who made which commit, in the order of commits, the author before the co-authors."""
        counts = np.array([1 + len(commit.co_authors) for commit in self.commits], dtype=np.int64)
        people = np.array([person for commit in self.commits for person in commit.authors], dtype=np.int64)
        return Credits(np.repeat(np.arange(len(counts)), counts), people, np.repeat(1 / counts, counts))

    @cached_property
    def first_seen(self) -> NDArray[np.int64]:
        """Person index → time of their first commit, as author or co-author."""
        seen = np.full(len(self.people), np.iinfo(np.int64).max)
        np.minimum.at(seen, self.credits.person, self.times[self.credits.commit])
        return seen

    @cached_property
    def last_seen(self) -> NDArray[np.int64]:
        """Person index → time of their last commit, as author or co-author."""
        seen = np.zeros(len(self.people), dtype=np.int64)
        np.maximum.at(seen, self.credits.person, self.times[self.credits.commit])
        return seen


def once(compute: Callable[[Facts], T]) -> Callable[[Facts], T]:
    """Has what several metrics ask for computed once for the same facts; nobody may change it."""

    @wraps(compute)
    def found(facts: Facts) -> T:
        if compute not in facts.found:
            facts.found[compute] = compute(facts)
        made: T = facts.found[compute]
        return made

    return found
