"""The commits of a history in the engine's order, with authors as the mailmap names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from strata.git import Git
from strata.history.order import ordered
from strata.people.directory import Directory, merge
from strata.people.ident import Ident, clean, parse_ident
from strata.people.mailmap import mapped
from strata.progress import Meter, Progress

DAY = 86_400
LATEST = 4_102_444_800  # 2100-01-01: no clock is right beyond it
FIELDS = (
    "%H",
    "%P",
    "%an",
    "%ae",
    "%ad",
    "%ct",
    "%(trailers:key=Co-authored-by,valueonly=true,unfold=true,separator=%x0A)",
)


@dataclass(frozen=True, slots=True)
class Commit:
    """`author` and `co_authors` are indexes into the people; the author is never among the co-authors.

    `time` is the author's time (see `authored_at`) and `offset` the author's distance from UTC, both in
    seconds.
    """

    sha: str
    parents: tuple[str, ...]
    author: int
    co_authors: tuple[int, ...]
    time: int
    offset: int

    @property
    def authors(self) -> tuple[int, ...]:
        return (self.author, *self.co_authors)


@dataclass(frozen=True, slots=True)
class Record:
    """A commit as it is written: `author` and `co_authors` are indexes into the log's idents."""

    sha: str
    parents: tuple[str, ...]
    author: int
    co_authors: tuple[int, ...]
    time: int
    offset: int


@dataclass(slots=True)
class Log:
    """Records in the engine's order and the idents in them, before any mailmap: neither ever changes."""

    records: list[Record] = field(default_factory=list)
    idents: list[Ident] = field(default_factory=list)

    @property
    def shas(self) -> list[str]:
        return [record.sha for record in self.records]

    @property
    def times(self) -> NDArray[np.int64]:
        return np.array([record.time for record in self.records], dtype=np.int64)

    @property
    def author_idents(self) -> NDArray[np.int32]:
        """Commit index → index of the author's ident."""
        return np.array([record.author for record in self.records], dtype=np.int32)


@dataclass(frozen=True, slots=True)
class _Row:
    sha: str
    parents: tuple[str, ...]
    author: Ident
    co_authors: tuple[Ident, ...]
    time: int
    offset: int


def read_log(
    git: Git, head: str, report: Callable[[Progress], None], known: Log | None = None, cut: Iterable[str] = ()
) -> Log:
    """The log of `head`; of `known`, which must end on the first-parent line of `head`, nothing is read again.

    `cut` are commits of `known` whose parents are not there.
    """
    old = known or Log()
    since = [f"^{sha}" for sha in dict.fromkeys([old.records[-1].sha, *cut])] if old.records else []
    total = int(git.read("rev-list", "--count", head, *since))
    meter = Meter(report, "commits", total)
    rows: dict[str, _Row] = {}
    for row in _rows(git, head, since):
        rows[row.sha] = row
        meter.advance()
    meter.finish()
    log = Log(list(old.records), list(old.idents))
    place = {ident: index for index, ident in enumerate(log.idents)}

    def index(ident: Ident) -> int:
        found = place.get(ident)
        if found is None:
            found = place[ident] = len(log.idents)
            log.idents.append(ident)
        return found

    if not rows:
        return log
    for sha in ordered({sha: row.parents for sha, row in rows.items()}, head):
        row = rows[sha]
        author = index(row.author)
        others = tuple(index(ident) for ident in row.co_authors)
        log.records.append(Record(sha, row.parents, author, others, row.time, row.offset))
    return log


def people_of(git: Git, log: Log, mailmap: str = "") -> tuple[list[Commit], Directory, NDArray[np.int32]]:
    """The commits with their people, the people, and the person behind each of the log's idents.

    `mailmap` is the caller's own, beside the repository's.
    """
    named = mapped(git, log.idents, mailmap)
    uses: Counter[Ident] = Counter()
    for record in log.records:
        uses[named[record.author]] += 1
        for ident in record.co_authors:
            uses[named[ident]] += 1
    people = merge(uses.items())
    person = [people.index[ident] for ident in named]
    commits = []
    for record in log.records:
        author = person[record.author]
        others: tuple[int, ...] = ()
        if record.co_authors:
            found = dict.fromkeys(person[ident] for ident in record.co_authors)
            found.pop(author, None)
            others = tuple(found)
        commits.append(Commit(record.sha, record.parents, author, others, record.time, record.offset))
    return commits, people, np.array(person, dtype=np.int32)


def read_commits(git: Git, head: str, report: Callable[[Progress], None]) -> tuple[list[Commit], Directory]:
    """Every commit that `head` reaches, in the engine's order, and the people behind them."""
    commits, people, _ = people_of(git, read_log(git, head, report))
    return commits, people


def _rows(git: Git, head: str, since: list[str]) -> Iterator[_Row]:
    form = "--format=tformat:" + "%x00".join(FIELDS)
    fields = git.fields("log", "-z", "--date=raw", "--encoding=UTF-8", form, head, *since)
    idents: dict[tuple[str, str], Ident] = {}

    while len(row := list(islice(fields, len(FIELDS)))) == len(FIELDS):
        sha, parents, name, email, when, committed, trailers = (field.decode("utf-8", "replace") for field in row)
        time, offset = authored_at(when, committed)
        author = idents.get((name, email))
        if author is None:
            author = idents[name, email] = Ident(clean(name), clean(email))
        others: tuple[Ident, ...] = ()
        if trailers:
            others = tuple(dict.fromkeys(ident for line in trailers.splitlines() if (ident := parse_ident(line))))
        yield _Row(sha, tuple(parents.split()), author, others, time, offset)


def authored_at(when: str, committed: str) -> tuple[int, int]:
    """Author's time and UTC offset in seconds from git's raw date and the commit time.

    Where the author's clock is plainly wrong (the epoch's first day, or more than a day after the
    commit was made) the commit time stands in. Times are kept between 1970 and 2100, and offsets that
    no place on earth has count as UTC.
    """
    stamp, _, zone = when.partition(" ")
    made = _number(committed)
    time = _number(stamp)
    if (time < DAY or time > made + DAY) and made >= DAY:
        time = made
    sign = -1 if zone.startswith("-") else 1
    digits = _number(zone.lstrip("+-"))
    offset = sign * (digits // 100 * 3600 + digits % 100 * 60)
    return min(max(time, 0), LATEST), offset if abs(offset) <= 14 * 3600 and digits % 100 < 60 else 0


def _number(text: str) -> int:
    # int() takes digits of any script and underscores; git writes plain ASCII ones
    return int(text) if text.isascii() and text.isdigit() else 0
