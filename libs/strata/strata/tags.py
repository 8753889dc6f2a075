"""The tags of a repository that name commits of the analysed history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from strata.git import Git
from strata.history.commits import LATEST, Commit

FORM = "--format=%(objectname) %(refname)%00%(*objectname)%00%(creatordate:raw)"
NAMES = "--format=%(objectname) %(refname)"
_AT_ONCE = 500  # names in one command


@dataclass(frozen=True, slots=True)
class Tag:
    """`commit` is an index into the commits; `time` the tagger's (an annotated tag) or committer's."""

    name: str
    commit: int
    time: int


@dataclass(frozen=True, slots=True)
class Ref:
    """A tag as it is written: `name` as in `refs/tags/v1`, `sha` its object, `target` what that is put on.

    `stamp` is the tagger's time, or the committer's where the tag is a name only; 0 if it is unreadable.
    """

    name: bytes
    sha: str
    target: str
    stamp: int


def read_refs(git: Git, known: Sequence[Ref] = ()) -> list[Ref]:
    """All tags. Of those that are as they are in `known` no object is read: they need not be there.

    `git` must see the repository's refs.
    """
    if not known:
        return list(_read(git, [b"refs/tags"]))
    old = {(ref.name, ref.sha): ref for ref in known}
    rows = [row.partition(b" ") for row in git.read("for-each-ref", NAMES, "refs/tags").splitlines()]
    there = [old.get((name, sha.decode())) for sha, _, name in rows]
    new = [name for (_, _, name), ref in zip(rows, there, strict=True) if ref is None]
    found = [ref for ref in there if ref is not None]
    for at in range(0, len(new), _AT_ONCE):
        found += _read(git, new[at : at + _AT_ONCE])
    return found


def _read(git: Git, names: Sequence[bytes]) -> Iterable[Ref]:
    for line in git.read("for-each-ref", FORM, *names).split(b"\n"):
        head, _, rest = line.partition(b"\0")
        sha, _, name = head.partition(b" ")
        parts = rest.split(b"\0")
        if len(parts) == 2:
            stamp = parts[1].partition(b" ")[0]
            yield Ref(name, sha.decode(), (parts[0] or sha).decode(), int(stamp) if stamp.isdigit() else 0)


def tags_of(refs: Iterable[Ref], commits: Sequence[Commit]) -> list[Tag]:
    """Tags of commits among `commits`, oldest first (ties: by name); others are left out.

    A tag whose date is before that of its commit, or unreadable, takes the commit's.
    """
    number = {commit.sha: index for index, commit in enumerate(commits)}
    tags = []
    for ref in refs:
        index = number.get(ref.target)
        if index is not None:
            name = ref.name.removeprefix(b"refs/tags/").decode("utf-8", "replace")
            tags.append(Tag(name, index, min(max(ref.stamp, commits[index].time), LATEST)))
    return sorted(tags, key=lambda tag: (tag.time, tag.name))


def pack_refs(refs: Sequence[Ref]) -> list[bytes]:
    """Tags as byte strings without NUL."""
    return [b"%s %s %d %s" % (ref.sha.encode(), ref.target.encode(), ref.stamp, ref.name) for ref in refs]


def unpack_refs(rows: Iterable[bytes]) -> list[Ref]:
    """The tags that `pack_refs` took."""
    parts = (row.split(b" ", 3) for row in rows)
    return [Ref(name, sha.decode(), target.decode(), int(stamp)) for sha, target, stamp, name in parts]
