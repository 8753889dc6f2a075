"""The paths that each commit changed: git's raw diff against the first parent, children before parents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from strata.git import Git

REGULAR = b"100"  # what the modes of regular files begin with


class PathChange(NamedTuple):
    """One path that differs. A blob is None where the path is absent or no regular file."""

    path: bytes
    old: bytes | None
    new: bytes | None
    created: bool
    deleted: bool


class TreeChange(NamedTuple):
    """A commit with its parents and its differences from the first of them (a root's: from nothing)."""

    sha: bytes
    parents: list[bytes]
    paths: list[PathChange]


def read_tree_changes(git: Git, head: str) -> Iterator[TreeChange]:
    """Every commit that `head` reaches, children before parents. Renames are not looked for."""
    flags = ("--topo-order", "--diff-merges=first-parent", "--raw", "-z", "--no-renames", "--no-abbrev")
    fields = git.fields("log", *flags, "--format=tformat:%x01%H %P", head)
    current: TreeChange | None = None
    for field in fields:
        if field.startswith(b"\x01"):
            if current:
                yield current
            sha, *parents = field[1:].split()
            current = TreeChange(sha, parents, [])
        elif (described := field.lstrip(b"\n")) and current:
            current.paths.append(_path_change(described, next(fields)))
    if current:
        yield current


def deleted_files(git: Git, parent: bytes, commit: bytes) -> list[tuple[bytes, bytes]]:
    """(path, blob) of the regular files that `parent` has and `commit` has not."""
    fields = git.fields("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", parent, commit)
    changes = (_path_change(described, next(fields)) for described in fields)
    return [(change.path, change.old) for change in changes if change.deleted and change.old]


def _path_change(described: bytes, path: bytes) -> PathChange:
    old_mode, new_mode, old, new, status = described[1:].split(b" ")
    return PathChange(
        path,
        old if old_mode.startswith(REGULAR) else None,
        new if new_mode.startswith(REGULAR) else None,
        status == b"A",
        status == b"D",
    )
