"""When a path last changed on the first-parent line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from strata.ownership.observer import FileChange, LineMove


class LastMoves:
    """Observes the last commit of the first-parent line that moved lines of each path."""

    def __init__(self) -> None:
        self._last: dict[bytes, int] = {}

    def of(self, path: bytes) -> int:
        """The commit; -1 if there was none."""
        return self._last.get(path, -1)

    def changed(self, commit: int, files: Sequence[FileChange]) -> None:
        """Side branches come into it when they are merged."""

    def moved(self, commit: int, moves: Sequence[LineMove]) -> None:
        for move in moves:
            self._last[move.path] = commit

    def columns(self) -> dict[str, NDArray[Any]]:
        return {
            "paths": np.frombuffer(b"".join(path + b"\0" for path in self._last), dtype=np.uint8),
            "commits": np.array(list(self._last.values()), dtype=np.int32),
        }

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None:
        paths = columns["paths"].tobytes().split(b"\0")[:-1]
        self._last = dict(zip(paths, columns["commits"].tolist(), strict=True))
