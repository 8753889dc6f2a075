"""Our languages of a repository beside another's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from strata.repository import open_repository
from strata.stack.inventory import read_inventory
from strata.stack.linguist import linguist
from tests.bench.repositories import Subject

SHOWN = 0.001  # languages with a smaller share are not compared as a set


@dataclass(frozen=True, slots=True)
class Comparison:
    """`furthest` is the largest difference of a language's share, in points."""

    files: int
    shown: int
    missing: list[str]
    surplus: list[str]
    furthest: float
    differing: list[str]

    @property
    def equal(self) -> bool:
        return not self.missing and not self.surplus and self.furthest <= 0.1


def ours(subject: Subject) -> dict[str, tuple[str, int]]:
    """Path → language as GitHub shows it and bytes, of the files that count."""
    with open_repository(subject.folder).isolated(lambda: False, {}) as git:
        files = read_inventory(git, subject.head, lambda _progress: None)
    known = linguist().languages
    return {file.shown: (known[file.language].group, file.size) for file in files if file.language and file.counted}


def compare(mine: Mapping[str, tuple[str, int]], theirs: Mapping[str, tuple[str, int]]) -> Comparison:
    left, right = shares(mine), shares(theirs)
    big = [{name for name, share in each.items() if share > SHOWN} for each in (left, right)]
    # the empty file has no bytes to be counted, whatever its language
    paths = {path for each in (mine, theirs) for path, (_, size) in each.items() if size}
    return Comparison(
        files=len(theirs),
        shown=len(big[1]),
        missing=sorted(big[1] - big[0]),
        surplus=sorted(big[0] - big[1]),
        furthest=100 * max((abs(left[name] - right[name]) for name in {*left, *right}), default=0.0),
        differing=sorted(path for path in paths if mine.get(path) != theirs.get(path)),
    )


def shares(files: Mapping[str, tuple[str, int]]) -> Counter[str]:
    total = sum(size for _, size in files.values()) or 1
    found = Counter[str]()
    for language, size in files.values():
        found[language] += size / total
    return found
