"""The texts of the SPDX licence list, as pairs of words that can be compared with any text at once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PLACE = Path(__file__).with_name("texts.npz")


@dataclass(frozen=True, slots=True)
class Texts:
    """A row of `ids` is the licences that have one and the same text.

    `vocabulary` are the checksums of all pairs of words, sorted. Pair number `pair[i]` is `count[i]` times in a text,
    `needed[i]` times in the part that a copy must have; those of row r are from `start[r]` to `start[r + 1]`.
    """

    ids: tuple[tuple[str, ...], ...]
    vocabulary: NDArray[np.uint32]
    start: NDArray[np.int64]
    pair: NDArray[np.int32]
    count: NDArray[np.int32]
    needed: NDArray[np.int32]
    total_needed: NDArray[np.int64]

    def shared(self, held: NDArray[np.int32], of: NDArray[np.int32]) -> NDArray[np.int64]:
        """For each row, how many of its pairs (`of`: counts or needed) are among those that a text has."""
        return np.add.reduceat(np.minimum(held[self.pair], of), self.start[:-1], dtype=np.int64)

    def row(self, number: int) -> slice:
        return slice(self.start[number], self.start[number + 1])


@cache
def texts() -> Texts:
    """The data, read once per process."""
    with np.load(PLACE) as data:
        kept: dict[str, NDArray[Any]] = dict(data)
    start, count, needed = kept["start"], kept["count"].astype(np.int32), kept["needed"].astype(np.int32)
    return Texts(
        ids=tuple(tuple(row.split(" ")) for row in bytes(kept["ids"]).decode().split("\n")),
        vocabulary=kept["vocabulary"],
        start=start,
        pair=kept["pair"],
        count=count,
        needed=needed,
        total_needed=np.add.reduceat(needed, start[:-1], dtype=np.int64),
    )
