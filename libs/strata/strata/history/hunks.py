"""Hunks between blobs, found by git's own diff, thousands of pairs in one process."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from strata.git import Git
from strata.progress import Meter, Progress

Pair = tuple[bytes, bytes]
Hunks = NDArray[np.int32]
"""Rows of (first old line, old lines, first new line, new lines), lines counted from 0."""

BATCH = 2_000
MARK = re.compile(rb"^(?:diff --git a/(\d+) |@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@|(Binary files ))", re.MULTILINE)


def read_hunks(
    git: Git, pairs: Sequence[Pair], *, workers: int, report: Callable[[Progress], None]
) -> dict[Pair, Hunks | None]:
    """The hunks of each (old blob, new blob), as `git blame` finds them; None if git calls one binary.

    Blame compares without context lines and with git's default algorithm, so `-U0` gives its hunks.
    """
    meter = Meter(report, "diffs", len(pairs))
    batches = [pairs[at : at + BATCH] for at in range(0, len(pairs), BATCH)]
    result: dict[Pair, Hunks | None] = {}
    abandon = threading.Event()
    worker = replace(git, cancelled=abandon.is_set)
    with ThreadPoolExecutor(workers, thread_name_prefix="hunks") as pool:
        pending = {pool.submit(_batch, worker, batch) for batch in batches}
        try:
            while pending:
                git.check()
                done, pending = wait(pending, timeout=0.2, return_when=FIRST_COMPLETED)
                for future in done:
                    found = future.result()
                    result.update(found)
                    meter.advance(len(found))
        except BaseException:
            abandon.set()
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    meter.finish()
    return result


def _batch(git: Git, pairs: Sequence[Pair]) -> dict[Pair, Hunks | None]:
    """Lays the pairs out as two trees of numbered files and has git compare the trees."""
    trees = []
    for side in (0, 1):
        files = b"".join(b"100644 blob %s\t%06d\0" % (pair[side], number) for number, pair in enumerate(pairs))
        trees.append(git.read("mktree", "-z", "--missing", stdin=files).decode().strip())
    flags = ("-p", "-U0", "--no-renames", "--no-ext-diff", "--no-textconv", "--indent-heuristic", "--no-color")
    found: list[list[tuple[int, int, int, int]] | None] = [[] for _ in pairs]
    number, rest = -1, b""
    for chunk in git.chunks("diff-tree", *flags, *trees):
        text = rest + chunk
        cut = text.rfind(b"\n") + 1
        rest = text[cut:]
        # no line of content can begin like a mark: each has a sign before it
        for name, old, olds, new, news, binary in MARK.findall(text, 0, cut):
            if name:
                number = int(name)
            elif binary:
                found[number] = None
            elif (rows := found[number]) is not None:
                rows.append((*_side(old, olds), *_side(new, news)))
    return {
        pair: None if rows is None else np.array(rows, dtype=np.int32).reshape(-1, 4)
        for pair, rows in zip(pairs, found, strict=True)
    }


def _side(first: bytes, count: bytes) -> tuple[int, int]:
    """One side of a hunk's header; an empty side names the line before it."""
    lines = int(count) if count else 1
    return int(first) - (lines > 0), lines
