"""The paths that commits changed: git's raw diff against the first parent."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from itertools import chain, islice
from typing import Generic, NamedTuple, TypeVar

from strata.git import CANCEL_POLL_MS, Git
from strata.history.patches import KnownHunks, RawChange, read_patches
from strata.native import Core, File

REGULAR = b"100"  # what the modes of regular files begin with
ABSENT = b"000000"
BLOCK = 256  # commits that the core takes in a row
AHEAD = 3  # blocks that it may be ahead
T = TypeVar("T")


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
    git: Git,
    shas: Sequence[bytes],
    parents: Sequence[Sequence[int]],
    first: int,
    known: KnownHunks,
    *,
    workers: int,
    core: Core | None,
) -> Iterator[TreeChange]:
    """The changes of every commit from the last to `first`, children before parents.

    Renames are looked for in commits with at most one parent. Without a `core`, the hunks of these commits' changes go
    to `known`, but for the `known.read` first ones: theirs are there already.
    """
    order = range(len(shas) - 1, first - 1, -1)
    done = 0
    if core is not None:
        # what the core cannot read, git may, or will say why not
        with contextlib.suppress(OSError):
            for change in _by_core(git, core, shas, parents, order):
                yield change
                done += 1
                known.read = max(known.read, done)
    if done < len(order):
        yield from _by_git(git, shas, parents, order[done:], known, workers=workers, hunks=core is None)


def _by_core(
    git: Git, core: Core, shas: Sequence[bytes], parents: Sequence[Sequence[int]], order: Sequence[int]
) -> Iterator[TreeChange]:
    """A thread reads some blocks ahead."""
    blocks = (order[at : at + BLOCK] for at in range(0, len(order), BLOCK))

    def read(block: Sequence[int]) -> list[TreeChange]:
        found = core.changes([(shas[each], [shas[parent] for parent in parents[each]]) for each in block])
        return [
            TreeChange(
                each,
                [PathChange(*row) for row in rows],
                {path: [Found(*entry) for entry in there] for path, there in others.items()},
            )
            for each, (rows, others) in zip(block, found, strict=True)
        ]

    pool = ThreadPoolExecutor(1, thread_name_prefix="trees")
    try:
        pending = deque(pool.submit(read, block) for block in islice(blocks, AHEAD))
        while pending:
            while not wait([pending[0]], timeout=CANCEL_POLL_MS / 1000).done:
                git.check()
            pending.extend(pool.submit(read, block) for block in islice(blocks, 1))
            yield from pending.popleft().result()
    finally:
        # whoever cancels does not wait for a block
        pool.shutdown(wait=False, cancel_futures=True)


def _by_git(
    git: Git,
    shas: Sequence[bytes],
    parents: Sequence[Sequence[int]],
    order: Sequence[int],
    known: KnownHunks,
    *,
    workers: int,
    hunks: bool,
) -> Iterator[TreeChange]:
    read = known.read if hunks else len(order)
    merges = [each for each in order if len(parents[each]) > 1]
    old, new = ([shas[each] for each in some if len(parents[each]) < 2] for some in (order[:read], order[read:]))
    pairs = b"".join(b"%s %s\n" % (shas[each], shas[parents[each][0]]) for each in merges)
    raw = _fields(git, b"".join(sha + b"\n" for sha in old), "--root", "-M")
    plain = _Stream(
        chain(_changes(raw), ((sha, _paths(rows)) for sha, rows in read_patches(git, new, known, workers=workers)))
    )
    merged = _Stream(_changes(_fields(git, pairs, "--no-renames")))
    combined = _Stream(_combined(_fields(git, b"".join(shas[each] + b"\n" for each in merges), "-c", "--no-renames")))
    for each in order:
        if len(parents[each]) > 1:
            yield TreeChange(each, merged.take(shas[each]) or [], combined.take(shas[each]) or {})
        else:
            yield TreeChange(each, plain.take(shas[each]) or [], {})
        known.read = max(known.read, len(shas) - each)


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
            changes += _paths([_described(field, fields)])
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


def _described(field: bytes, fields: Iterator[bytes]) -> RawChange:
    old_mode, new_mode, old, new, status = field[1:].split(b" ")
    path = next(fields)
    if status[:1] == b"R":
        return RawChange(old_mode, new_mode, old, new, status, next(fields), path)
    return RawChange(old_mode, new_mode, old, new, status, path, None)


def _paths(rows: Sequence[RawChange]) -> list[PathChange]:
    changes = []
    for old_mode, new_mode, old, new, status, path, renamed in rows:
        before = old if old_mode[:3] == REGULAR else None
        after = new if new_mode[:3] == REGULAR else None
        if renamed is None:
            changes.append(PathChange(path, before, after, status == b"A", status == b"D"))
        else:
            changes.append(PathChange(renamed, before, None, created=False, deleted=True, moved=True))
            source = (renamed, before) if before and after else None
            changes.append(PathChange(path, None, after, created=True, deleted=False, source=source))
    return changes


def deleted_files(git: Git, core: Core | None, parent: bytes, commit: bytes) -> list[File]:
    """(path, blob) of the regular files that `parent` has and `commit` has not, in the order of its tree."""
    if core is not None:
        with contextlib.suppress(OSError):
            return core.deleted(parent, commit)
    fields = git.fields("diff-tree", "-r", "--raw", "-z", "--no-renames", "--no-abbrev", parent, commit)
    changes = _paths([_described(field, fields) for field in fields])
    return [(change.path, change.old) for change in changes if change.deleted and change.old]
