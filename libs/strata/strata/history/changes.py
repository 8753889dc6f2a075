"""Which files each commit changed, and by how many lines: git's numstat with renames followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from strata.git import Git


class Change(NamedTuple):
    """One file in one commit. Binary files count no lines. `source` is the old path of a rename."""

    path: bytes
    source: bytes | None
    added: int
    deleted: int


def read_changes(git: Git, head: str) -> Iterator[tuple[str, list[Change]]]:
    """(commit, its changes) for every commit with at most one parent, oldest first.

    Merges have no changes of their own here: what they bring in is counted where it was made.
    """
    arguments = ("--topo-order", "--reverse", "--no-merges", "--numstat", "-M", "--no-ext-diff", "--no-textconv")
    fields = git.fields("log", "-z", *arguments, "--format=tformat:%x01%H", head)
    sha, changes = "", list[Change]()
    for field in fields:
        if field.startswith(b"\x01"):
            if sha:
                yield sha, changes
            sha, changes = field[1:].decode(), []
        elif entry := field.lstrip(b"\n"):
            added, deleted, path = entry.split(b"\t", 2)
            source = None if path else next(fields)
            changes.append(Change(path or next(fields), source, _lines(added), _lines(deleted)))
    if sha:
        yield sha, changes


def _lines(count: bytes) -> int:
    return 0 if count == b"-" else int(count)
