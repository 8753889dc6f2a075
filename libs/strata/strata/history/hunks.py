"""Hunks between blobs as git's own diff finds them: by the native core, or by git, thousands of pairs at a time."""

from __future__ import annotations

import contextlib
import re
import struct
import threading
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from typing import cast

from strata.git import Git
from strata.history.made_trees import FILE, make_tree
from strata.native import Core

Pair = tuple[bytes, bytes]
"""(old blob, new blob); the old one is empty for a created file."""

Hunk = tuple[int, int, int, int]
"""(first old line, old lines, first new line, new lines), lines counted from 0."""

Difference = bytes | int | None
"""What git says of a pair: hunks (packed), None if the new blob is binary, or if only the old one is, the new lines."""

ROW = struct.Struct("<4i")

PATCH = (  # hunks as `git blame` finds them, under whole ids
    "-p",
    "-U0",
    "--full-index",
    "--no-ext-diff",
    "--no-textconv",
    "--indent-heuristic",
    "--no-color",
)
LEAST, MOST = 1_000, 10_000  # pairs in a batch: each costs processes, and git knows nothing of the one before
AHEAD = 2  # batches per worker that may wait to be taken
MARK = re.compile(rb"^(?:diff --git a/(\d+) |@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@|(Binary files ))", re.MULTILINE)


def read_hunks(
    git: Git, pairs: Sequence[Pair], *, workers: int, core: Core | None = None
) -> Generator[list[Difference]]:
    """The differences of `pairs`, in their order, some thousand at a time, as `git blame` finds them.

    Blame compares without context lines and with git's default algorithm, so `-U0` gives its hunks. At
    most `AHEAD` batches per worker are held; git works on the next ones while the caller uses one.
    """
    abandon = threading.Event()
    worker = replace(git, cancelled=abandon.is_set)
    size = min(max(len(pairs) // (2 * workers), LEAST), MOST)
    starts = iter(range(0, len(pairs), size))
    pending: deque[Future[list[Difference]]] = deque()
    with ThreadPoolExecutor(workers, thread_name_prefix="hunks") as pool:
        try:
            while True:
                while len(pending) < AHEAD * workers and (at := next(starts, None)) is not None:
                    pending.append(pool.submit(_batch, worker, core, pairs[at : at + size]))
                if not pending:
                    return
                while not wait([pending[0]], timeout=0.2).done:
                    git.check()
                git.check()
                yield pending.popleft().result()
        finally:
            abandon.set()
            pool.shutdown(wait=True, cancel_futures=True)


def unpacked_hunks(packed: bytes) -> Iterator[Hunk]:
    """The hunks of a pair."""
    return cast("Iterator[Hunk]", ROW.iter_unpack(packed))


def hunk(old: bytes, olds: bytes, new: bytes, news: bytes) -> bytes:
    """The hunk of a head `@@ -old,olds +new,news @@`, packed; a size that is not said is 1."""
    o, n = int(olds or 1), int(news or 1)
    # an empty side names the line before it
    return ROW.pack(int(old) - (o > 0), o, int(new) - (n > 0), n)


def _batch(git: Git, core: Core | None, pairs: Sequence[Pair]) -> list[Difference]:
    if core is not None:
        # what the core cannot read, git may, or will say why not
        with contextlib.suppress(OSError):
            return core.differences(pairs)
    return _by_git(git, pairs)


def _by_git(git: Git, pairs: Sequence[Pair]) -> list[Difference]:
    """Lays the pairs out as two trees of numbered files and has git compare the trees."""
    changed = [(number, pair) for number, pair in enumerate(pairs) if pair[0]]
    found: list[Difference] = [b""] * len(pairs)
    binary: list[int] = []
    if changed:
        trees = _trees(git, [[(number, pair[side]) for number, pair in changed] for side in (0, 1)])
        _read(git.chunks("diff-tree", *PATCH, "--no-renames", *trees), found, binary)
    created = [number for number, pair in enumerate(pairs) if not pair[0]]
    if created or binary:
        counts = _lines(git, [(number, pairs[number][1]) for number in sorted(created + binary)])
        for number in created:
            lines = counts.get(number, 0)
            found[number] = None if lines is None else ROW.pack(0, 0, 0, lines) if lines else b""
        for number in binary:
            found[number] = counts.get(number, 0)
    return found


def _read(chunks: Iterator[bytes], found: list[Difference], binary: list[int]) -> None:
    rows: dict[int, list[bytes]] = {}
    number, rest = -1, b""
    for chunk in chunks:
        text = rest + chunk
        cut = text.rfind(b"\n") + 1
        rest = text[cut:]
        # no line of content can begin like a mark: each has a sign before it
        for name, old, olds, new, news, binaries in MARK.findall(text, 0, cut):
            if name:
                number = int(name)
            elif binaries:
                binary.append(number)
            else:
                rows.setdefault(number, []).append(hunk(old, olds, new, news))
    for number, hunks in rows.items():
        found[number] = b"".join(hunks)


def _lines(git: Git, blobs: list[tuple[int, bytes]]) -> dict[int, int | None]:
    """Number → lines of the blob, None if it is binary; empty blobs are left out."""
    trees = _trees(git, [[], blobs])
    counts: dict[int, int | None] = {}
    for entry in git.fields("diff-tree", "--numstat", "-z", "--no-renames", "--no-textconv", *trees):
        added, _, name = entry.split(b"\t")
        counts[int(name)] = None if added == b"-" else int(added)
    return counts


def _trees(git: Git, sides: list[list[tuple[int, bytes]]]) -> list[str]:
    # the empty tree has an id of either length
    length = max((len(blob) for side in sides for _, blob in side), default=40)
    return [
        make_tree(git, [(FILE, b"%06d" % number, blob) for number, blob in side], length).decode() for side in sides
    ]
