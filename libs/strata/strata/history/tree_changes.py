"""The paths that commits changed: git's raw diff against the first parent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from strata.git import Git

REGULAR = b"100"  # what the modes of regular files begin with
LINK = b"120"

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


def read_tree_changes(
    git: Git, shas: Sequence[bytes], parents: Sequence[Sequence[int]], first: int, links: set[bytes]
) -> Iterator[tuple[int, list[PathChange]]]:
    """(index, changed paths) of every commit from the last to `first`, children before parents.

    Renames are looked for in commits with at most one parent. The blobs of symbolic links are added to `links`.
    """
    order = range(len(shas) - 1, first - 1, -1)
    plain = b"".join(shas[each] + b"\n" for each in order if len(parents[each]) < 2)
    merges = b"".join(b"%s %s\n" % (shas[each], shas[parents[each][0]]) for each in order if len(parents[each]) > 1)
    streams = (_stream(git, plain, "-M", links), _stream(git, merges, "--no-renames", links))
    waiting = [next(stream, None) for stream in streams]
    for each in order:
        kind = len(parents[each]) > 1
        found = waiting[kind]
        if found is None or found[0] != shas[each]:
            yield each, []  # git says nothing of a commit without changes
        else:
            waiting[kind] = next(streams[kind], None)
            yield each, found[1]


def _stream(git: Git, commits: bytes, renames: str, links: set[bytes]) -> Iterator[tuple[bytes, list[PathChange]]]:
    if not commits:
        return
    flags = ("--stdin", "-r", "--root", "--raw", "-z", "--no-abbrev", renames)
    fields = git.fields("diff-tree", *flags, stdin=commits)
    sha, changes = b"", list[PathChange]()
    for field in fields:
        if field[:1] == b":":
            _read(field, fields, changes, links)
        else:
            if sha:
                yield sha, changes
            sha, changes = field, []
    if sha:
        yield sha, changes


def _read(described: bytes, fields: Iterator[bytes], changes: list[PathChange], links: set[bytes]) -> None:
    old_mode, new_mode, old, new, status = described[1:].split(b" ")
    path = next(fields)
    if LINK in (old_mode[:3], new_mode[:3]):
        links.update(blob for mode, blob in ((old_mode, old), (new_mode, new)) if mode[:3] == LINK)
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
        _read(described, fields, changes, set())
    return [(change.path, change.old) for change in changes if change.deleted and change.old]
