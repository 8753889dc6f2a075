"""The paths that commits changed: git's raw diff against the first parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from strata.git import Git

REGULAR = b"100"  # what the modes of regular files begin with
ABSENT = b"000000"
T = TypeVar("T")

File = tuple[bytes, bytes]
"""(path, blob) of a regular file."""


class PathChange(NamedTuple):
    """One path that differs. A blob is None where the path is absent or no regular file.

    `source` is the file that git (`-M`) says a created one was renamed from; `moved` marks that file's own
    deletion.
    """

    path: bytes
    old: bytes | None
    new: bytes | None
    created: bool
    deleted: bool
    source: File | None = None
    moved: bool = False


class Found(NamedTuple):
    """What a commit has at a path: `blob` is None unless it is a regular file; a directory does not exist."""

    blob: bytes | None
    exists: bool


class TreeChange(NamedTuple):
    """A commit (an index) and its differences from its first parent.

    `others` (merges only) has what the other parents, in their order, have at those paths where all parents
    have something else than the merge; everywhere else some parent has the same as the merge.
    """

    commit: int
    paths: list[PathChange]
    others: dict[bytes, list[Found]]


def read_tree_changes(
    git: Git, shas: Sequence[bytes], parents: Sequence[Sequence[int]], first: int
) -> Iterator[TreeChange]:
    """The changes of every commit from the last to `first`, children before parents.

    Renames are looked for in commits with at most one parent.
    """
    order = range(len(shas) - 1, first - 1, -1)
    merges = [each for each in order if len(parents[each]) > 1]
    plain = b"".join(shas[each] + b"\n" for each in order if len(parents[each]) < 2)
    pairs = b"".join(b"%s %s\n" % (shas[each], shas[parents[each][0]]) for each in merges)
    streams = (
        _Stream(_changes(_fields(git, plain, "--root", "-M"))),
        _Stream(_changes(_fields(git, pairs, "--no-renames"))),
    )
    combined = _Stream(_combined(_fields(git, b"".join(shas[each] + b"\n" for each in merges), "-c", "--no-renames")))
    for each in order:
        merge = len(parents[each]) > 1
        paths = streams[merge].take(shas[each]) or []
        yield TreeChange(each, paths, (combined.take(shas[each]) if merge else None) or {})


class _Stream(Generic[T]):
    """What git says of commits in their order; it says nothing of some."""

    def __init__(self, rows: Iterator[tuple[bytes, T]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def take(self, sha: bytes) -> T | None:
        found = self._next
        if found is None or found[0] != sha:
            return None
        self._next = next(self._rows, None)
        return found[1]


def _fields(git: Git, commits: bytes, *flags: str) -> Iterator[bytes]:
    if not commits:
        return iter(())
    return git.fields("diff-tree", "--stdin", "-r", "--raw", "-z", "--no-abbrev", *flags, stdin=commits)


def _changes(fields: Iterator[bytes]) -> Iterator[tuple[bytes, list[PathChange]]]:
    sha, changes = b"", list[PathChange]()
    for field in fields:
        if field[:1] == b":":
            _read(field, fields, changes)
        else:
            if sha:
                yield sha, changes
            sha, changes = field, []
    if sha:
        yield sha, changes


def _combined(fields: Iterator[bytes]) -> Iterator[tuple[bytes, dict[bytes, list[Found]]]]:
    sha, others = b"", dict[bytes, list[Found]]()
    for field in fields:
        if field[:1] == b":":
            described = field.lstrip(b":")
            count = len(field) - len(described)
            parts = described.split(b" ")
            modes, blobs = parts[1:count], parts[count + 2 : 2 * count + 1]
            others[next(fields)] = [
                Found(blob if mode[:3] == REGULAR else None, mode != ABSENT)
                for mode, blob in zip(modes, blobs, strict=True)
            ]
        else:
            if sha:
                yield sha, others
            sha, others = field, {}
    if sha:
        yield sha, others


def _read(described: bytes, fields: Iterator[bytes], changes: list[PathChange]) -> None:
    old_mode, new_mode, old, new, status = described[1:].split(b" ")
    path = next(fields)
    before = old if old_mode[:3] == REGULAR else None
    after = new if new_mode[:3] == REGULAR else None
    if status[:1] == b"R":
        changes.append(PathChange(path, before, None, created=False, deleted=True, moved=True))
        source = (path, before) if before and after else None
        changes.append(PathChange(next(fields), None, after, created=True, deleted=False, source=source))
    else:
        changes.append(PathChange(path, before, after, status == b"A", status == b"D"))


def deleted_files(git: Git, parent: bytes, commit: bytes) -> list[File]:
    """(path, blob) of the regular files that `parent` has and `commit` has not."""
    fields = git.fields("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", parent, commit)
    changes: list[PathChange] = []
    for described in fields:
        _read(described, fields, changes)
    return [(change.path, change.old) for change in changes if change.deleted and change.old]
