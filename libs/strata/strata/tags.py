"""The tags of a repository that name commits of the analysed history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from strata.git import Git
from strata.history.commits import LATEST, Commit

FORM = "--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(creatordate:raw)"


@dataclass(frozen=True, slots=True)
class Tag:
    """`commit` is an index into the commits; `time` the tagger's (an annotated tag) or committer's."""

    name: str
    commit: int
    time: int


def read_tags(git: Git, commits: Sequence[Commit]) -> list[Tag]:
    """Tags of commits among `commits`, oldest first (ties: by name); others are left out.

    `git` must see the repository's refs. A tag whose date is before that of its commit, or unreadable, takes
    the commit's.
    """
    number = {commit.sha: index for index, commit in enumerate(commits)}
    tags = []
    for line in git.read("for-each-ref", FORM, "refs/tags").decode("utf-8", "replace").split("\n"):
        name, _, rest = line.partition("\0")
        parts = rest.split("\0")
        if len(parts) != 3 or (index := number.get(parts[1] or parts[0])) is None:
            continue
        stamp = parts[2].partition(" ")[0]
        made = int(stamp) if stamp.isascii() and stamp.isdigit() else 0
        tags.append(Tag(name, index, min(max(made, commits[index].time), LATEST)))
    return sorted(tags, key=lambda tag: (tag.time, tag.name))
