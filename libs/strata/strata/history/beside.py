"""Blobs compared by the native core while the plan that needs it is still being made."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Self

from strata.git import CANCEL_POLL_MS, Git
from strata.history.hunks import Difference, Pair
from strata.history.patches import KnownHunks
from strata.native import Core

BLOCK = 256  # pairs that are compared in a row
AHEAD = 16  # blocks that may wait: so much the progress of whoever makes the pairs is ahead of the work


class Beside:
    """Compares the pairs of a list that still grows, in a thread beside whoever makes it grow.

    A context manager. What is found goes to `known`, as long as it takes more.
    """

    def __init__(self, git: Git, core: Core, pairs: Sequence[Pair], known: KnownHunks) -> None:
        self._git, self._core, self._pairs, self._known = git, core, pairs, known
        self._at = 0
        self._pending: deque[tuple[list[Pair], Future[list[Difference]]]] = deque()

    def __enter__(self) -> Self:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="hunks")
        return self

    def __exit__(self, *_: object) -> None:
        # whoever cancels does not wait for a comparison
        self._pool.shutdown(wait=False, cancel_futures=True)

    def advance(self) -> None:
        """Begins what there is to compare and keeps what is done; waits if too much is waiting."""
        while len(self._pairs) - self._at >= BLOCK:
            self._begin()
        self._settle(AHEAD)

    def finish(self) -> None:
        """Compares what is left."""
        while self._at < len(self._pairs):
            self._begin()
            self._settle(AHEAD)
        self._settle(0)

    def _begin(self) -> None:
        block = self._pairs[self._at : self._at + BLOCK]
        self._at += len(block)
        if not self._known.full:
            new = [pair for pair in block if pair not in self._known]
            self._pending.append((new, self._pool.submit(self._core.differences, new)))

    def _settle(self, most: int) -> None:
        while self._pending and (len(self._pending) > most or self._pending[0][1].done()):
            pairs, found = self._pending[0]
            while not wait([found], timeout=CANCEL_POLL_MS / 1000).done:
                self._git.check()
            self._pending.popleft()
            with contextlib.suppress(OSError):  # whoever needs them asks again, and hears why not
                for pair, difference in zip(pairs, found.result(), strict=True):
                    self._known.keep(pair, difference)
