"""What may be learnt while the owners of lines are followed through history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from numpy.typing import NDArray

from strata.ownership.lines import Vector


class FileChange(NamedTuple):
    """One regular file in one commit: `owners` are the commits that owned the lines it deleted.

    Where a side is binary no lines are counted. `source` is the old path of a rename, as git's `-M` pairs.
    """

    path: bytes
    source: bytes | None
    added: int
    owners: Vector


class LineMove(NamedTuple):
    """The owners of the lines that a path on the first-parent line lost and won by one commit."""

    path: bytes
    lost: Vector
    won: Vector


class Observer(Protocol):
    """Folds the stream into something small. It is told of the commits in the engine's order.

    `columns` is all that it remembers, as arrays; `restore` goes on from there. So what it says is the
    same whether the stream came at once or in parts.
    """

    def changed(self, commit: int, files: Sequence[FileChange]) -> None:
        """A commit with at most one parent changed `files`."""

    def moved(self, commit: int, moves: Sequence[LineMove]) -> None:
        """A commit of the first-parent line, be it a merge, changed who owns which lines there."""

    def columns(self) -> dict[str, NDArray[Any]]: ...

    def restore(self, columns: Mapping[str, NDArray[Any]]) -> None: ...
