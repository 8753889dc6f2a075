"""The native core (`libs/strata/native`), where it is installed: git's comparison of blobs, without git.

It is an option: everything it says, git says too, at several times the price.
"""

from __future__ import annotations

import contextlib
import importlib
import os
from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Protocol, Self, cast

from strata.git import Git

SWITCH = "STRATA_NATIVE"  # 0: the core is not used
INTERFACE = 1  # what is spoken here; a core that speaks another one is left alone
MEMORY = 96 << 20  # bytes for what the core has unpacked
BLOCK = 256  # pairs that are compared in a row


class Core(Protocol):
    """Compares blobs of one repository."""

    def differences(self, pairs: Sequence[tuple[bytes, bytes]], /) -> list[bytes | int | None]:
        """The difference of each pair, as in `strata.history.hunks`. Raises OSError if a blob cannot be read."""


class Keeper(Protocol):
    """Where differences go."""

    @property
    def full(self) -> bool: ...

    def __contains__(self, pair: tuple[bytes, bytes], /) -> bool: ...

    def keep(self, pair: tuple[bytes, bytes], difference: bytes | int | None, /) -> None: ...


def native_core(git: Git, id_length: int) -> Core | None:
    """The core on the repository of `git`, whose ids are so long; None where there is none, or it is switched off."""
    if os.environ.get(SWITCH) == "0" or git.objects is None:
        return None
    try:
        module = importlib.import_module("strata_native")
    except ImportError:
        return None
    if module.INTERFACE != INTERFACE:
        return None
    with contextlib.suppress(OSError, ValueError):  # git will say what is wrong
        return cast("Core", module.Core(git.objects, id_length, MEMORY))
    return None


class Beside:
    """Compares the pairs of a list that still grows, in a thread beside whoever makes it grow."""

    def __init__(self, git: Git, core: Core, pairs: Sequence[tuple[bytes, bytes]], keeper: Keeper) -> None:
        self._git, self._core, self._pairs, self._keeper = git, core, pairs, keeper
        self._at = 0
        self._pending: deque[tuple[list[tuple[bytes, bytes]], Future[list[bytes | int | None]]]] = deque()

    def __enter__(self) -> Self:
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="hunks")
        return self

    def __exit__(self, *_: object) -> None:
        # whoever cancels does not wait for a comparison
        self._pool.shutdown(wait=False, cancel_futures=True)

    def advance(self) -> None:
        """Begins what there is to compare, and keeps what is done."""
        while self._pending and self._pending[0][1].done():
            self._take()
        if len(self._pairs) - self._at >= BLOCK:
            self._begin()

    def finish(self) -> None:
        """Compares what is left."""
        while self._at < len(self._pairs):
            self._begin()
        while self._pending:
            self._git.check()
            wait([self._pending[0][1]], timeout=0.2)
            self.advance()

    def _begin(self) -> None:
        block = self._pairs[self._at : self._at + BLOCK]
        self._at += len(block)
        if not self._keeper.full:
            new = [pair for pair in block if pair not in self._keeper]
            self._pending.append((new, self._pool.submit(self._core.differences, new)))

    def _take(self) -> None:
        pairs, found = self._pending.popleft()
        with contextlib.suppress(OSError):  # whoever needs them asks again, and hears why not
            for pair, difference in zip(pairs, found.result(), strict=True):
                self._keeper.keep(pair, difference)
