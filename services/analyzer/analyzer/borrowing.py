"""What one attempt has of the cache: a mirror that it may borrow from, and a clone that may be kept."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

from analyzer import measures
from analyzer.cache import Cache, Mirror
from analyzer.messages import Fetched
from kit import telemetry


class Borrowing:
    """Use as a context around the work on one clone. Left without an error it ends when the clone is kept."""

    def __init__(self, cache: Cache, url: str) -> None:
        self._cache = cache
        self._url = url
        self._given_up = threading.Event()
        self._keeping: asyncio.Task[bool] | None = None
        self.mirror: Mirror | None = None
        self.used = False
        """Whether the clone borrows from the mirror."""

    async def __aenter__(self) -> Self:
        self.mirror = await asyncio.to_thread(self._cache.borrow, self._url)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._given_up.set()
        try:
            if self._keeping is not None:
                await asyncio.wait({self._keeping})
        finally:
            self._given_up.set()
            if self._keeping is not None:
                await asyncio.wait({self._keeping})
            self._release()

    @property
    def bytes(self) -> int:
        """What is borrowed."""
        return self.mirror.size if self.mirror is not None and self.used else 0

    def fetched(self, told: Fetched, clone: Path) -> None:
        """Begin to keep what was fetched, while others read it."""
        self.used = told.how == "mirror"
        telemetry.log.info("fetched", how=told.how, bytes=told.bytes, borrowed=self.bytes)
        measures.fetched(told.how, told.bytes)
        if told.mirror_damaged:
            self.distrust()
            self._release()
        if told.how != "increment":
            lender = self.mirror if self.used else None
            keep = asyncio.to_thread(self._cache.keep, self._url, clone, lender, self._given_up.is_set)
            self._keeping = asyncio.create_task(keep)

    def distrust(self) -> None:
        """The mirror is at fault, or may be: nobody is to use it any more."""
        telemetry.log.warning("a mirror is thrown away")
        self._cache.distrust(self._url)

    def _release(self) -> None:
        if self.mirror is not None:
            self.mirror.release()
            self.mirror = None
