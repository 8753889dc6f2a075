"""Line ownership of the whole, of directories and of files."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
from numpy.typing import NDArray

from strata.facts import Facts, Stage
from strata.folders import folders_above
from strata.metrics.registry import Row, metric


class Owner(Row):
    person: str
    name: str
    lines: int
    share: float


class OwnedDirectory(Row):
    path: str
    depth: int
    files: int
    lines: int
    people: int
    owners: list[Owner]


class OwnedFile(Row):
    path: str
    language: str | None
    lines: int
    people: int
    owners: list[Owner]


class Listing(Row):
    total: int
    listed: int


class Directories(Listing):
    items: list[OwnedDirectory]


class Files(Listing):
    items: list[OwnedFile]


def owners(facts: Facts, counts: NDArray[np.int64], limit: int | None = None) -> list[Owner]:
    """The people behind line counts, largest first; ties by id, which is stable."""
    total = int(counts.sum()) or 1
    indices = np.flatnonzero(counts)
    held = [
        (lines, facts.people[index]) for index, lines in zip(indices.tolist(), counts[indices].tolist(), strict=True)
    ]
    held.sort(key=lambda each: (-each[0], each[1].id))
    return [
        Owner(person=person.id, name=person.name, lines=lines, share=lines / total) for lines, person in held[:limit]
    ]


@metric(section="ownership", needs=Stage.LINES)
def people(facts: Facts) -> list[Owner]:
    """Included lines at head that each person owns, largest first.

    The owner of a line is the author (after mailmap and merging) of the commit that plain `git blame`
    gives for it: no flags, git's default diff, no ignored revisions. Co-authors do not share lines: git
    names one author. own(p) = lines of p ÷ all included lines. Ties: by person id.
    """
    return owners(facts, facts.lines_by_person)


@metric(section="ownership", needs=Stage.LINES)
def directories(facts: Facts) -> Directories:
    """Directories with their lines and largest owners, as a flat tree.

    Included files only; a directory counts everything below it; the top is "" with depth 0. Parents come
    before children and larger before smaller; of more than 2,000 (option `directories_listed`) the
    largest are kept. `people` counts all owners, `owners` names the first five (option `owners_listed`).
    """
    files: dict[bytes, list[bytes]] = defaultdict(list)
    lines: Counter[bytes] = Counter()
    for file in facts.included:
        for folder in folders_above(file.path):
            files[folder].append(file.path)
            lines[folder] += file.lines
    kept = sorted(files, key=lambda path: (-lines[path], path.count(b"/"), path))[: facts.options.directories_listed]
    items = []
    for path in kept:
        held = facts.count(files[path])
        items.append(
            OwnedDirectory(
                path=path.decode("utf-8", "replace"),
                depth=path.count(b"/") + 1 if path else 0,
                files=len(files[path]),
                lines=lines[path],
                people=int(np.count_nonzero(held)),
                owners=owners(facts, held, facts.options.owners_listed),
            )
        )
    return Directories(total=len(files), listed=len(kept), items=items)


@metric(section="ownership", needs=Stage.LINES)
def files(facts: Facts) -> Files:
    """Included files with their largest owners, largest file first.

    Of more than 5,000 (option `files_listed`) the largest are kept. Ties: by path.
    """
    kept = sorted(facts.included, key=lambda file: (-file.lines, file.path))[: facts.options.files_listed]
    rows = []
    for file in kept:
        held = facts.count([file.path])
        rows.append(
            OwnedFile(
                path=file.shown,
                language=file.language,
                lines=file.lines,
                people=int(np.count_nonzero(held)),
                owners=owners(facts, held, facts.options.owners_listed),
            )
        )
    return Files(total=len(facts.included), listed=len(rows), items=rows)
