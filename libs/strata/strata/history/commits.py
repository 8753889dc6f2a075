"""The stream of commits, oldest first, with authors as the mailmap names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from strata.git import Git
from strata.people.directory import Directory, merge
from strata.people.ident import Ident, parse_ident
from strata.progress import Meter, Progress

DAY = 86_400
LATEST = 4_102_444_800  # 2100-01-01: no clock is right beyond it
FIELDS = (
    "%H",
    "%P",
    "%aN",
    "%aE",
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
class _Record:
    sha: str
    parents: tuple[str, ...]
    author: Ident
    co_authors: tuple[Ident, ...]
    time: int
    offset: int


def read_commits(git: Git, head: str, report: Callable[[Progress], None]) -> tuple[list[Commit], Directory]:
    """Every commit that `head` reaches, parents before children, and the people behind them."""
    total = int(git.read("rev-list", "--count", head))
    meter = Meter(report, "commits", total)
    records = []
    for record in _records(git, head):
        records.append(record)
        meter.advance()
    meter.finish()
    mapped = _mailmap(git, {ident for record in records for ident in record.co_authors})
    uses: Counter[Ident] = Counter()
    for record in records:
        uses[record.author] += 1
        uses.update(mapped[ident] for ident in record.co_authors)
    people = merge(uses.items())
    commits = []
    for record in records:
        author = people.index[record.author]
        others = dict.fromkeys(people.index[mapped[ident]] for ident in record.co_authors)
        others.pop(author, None)
        commits.append(Commit(record.sha, record.parents, author, tuple(others), record.time, record.offset))
    return commits, people


def _records(git: Git, head: str) -> Iterator[_Record]:
    form = "--format=tformat:" + "%x00".join(FIELDS)
    fields = git.fields("log", "-z", "--topo-order", "--reverse", "--date=raw", "--encoding=UTF-8", form, head)
    idents: dict[Ident, Ident] = {}

    def interned(ident: Ident) -> Ident:
        return idents.setdefault(ident, ident)

    while len(row := list(islice(fields, len(FIELDS)))) == len(FIELDS):
        sha, parents, name, email, when, committed, trailers = (field.decode("utf-8", "replace") for field in row)
        time, offset = authored_at(when, committed)
        found = (parse_ident(line) for line in trailers.splitlines())
        yield _Record(
            sha,
            tuple(parents.split()),
            interned(Ident(" ".join(name.split()), email)),
            tuple(dict.fromkeys(interned(ident) for ident in found if ident)),
            time,
            offset,
        )


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


def _mailmap(git: Git, idents: set[Ident]) -> dict[Ident, Ident]:
    """Idents as the mailmap names them; git applies it to authors itself, not to trailers."""
    if not idents:
        return {}
    asked = sorted(idents)
    lines = "".join(f"{name} <{email}>\n" for name, email in asked).encode("utf-8", "replace")
    answers = git.read("check-mailmap", "--stdin", stdin=lines).decode("utf-8", "replace").split("\n")
    return {ident: parse_ident(answer) or ident for ident, answer in zip(asked, answers, strict=False)}
