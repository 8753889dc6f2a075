"""The owning commit of each line at head: the artifact behind every ownership figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Lines:
    """For every text file at head, excluded ones too: per line the index of its commit in `commits`.

    `blamed` names the files that the engine could not follow and left to git itself.
    """

    commits: Sequence[str]
    vectors: Mapping[bytes, Vector]
    blamed: tuple[bytes, ...] = ()

    def __len__(self) -> int:
        return sum(len(vector) for vector in self.vectors.values())

    def __iter__(self) -> Iterator[bytes]:
        return iter(self.vectors)

    def of(self, path: bytes) -> list[str]:
        """The commit id of each line of the file, first line first. Raises KeyError."""
        return [self.commits[commit] for commit in self.vectors[path]]

    def counts(self, paths: Sequence[bytes], weights_of: Vector, groups: int) -> NDArray[np.int64]:
        """Lines in `paths` per value of `weights_of`, which maps commits to so many groups (people, years …)."""
        vectors = [self.vectors[path] for path in paths]
        owners = np.concatenate(vectors) if vectors else np.empty(0, dtype=np.int32)
        return np.bincount(weights_of[owners], minlength=groups)
