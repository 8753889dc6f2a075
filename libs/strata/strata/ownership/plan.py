"""What must be known to tell the owner of every line in history: nodes, and steps between them."""

from __future__ import annotations

from typing import NamedTuple

from strata.history.hunks import Pair

NONE = -1


class Step(NamedTuple):
    """The lines of `node` (a file at `path`) are the commit's, but for those that a source has unchanged.

    The first source comes first; each comes with the pair to compare. A file without a source has in
    `created` the pair that tells its lines.
    """

    node: int
    path: bytes
    sources: list[tuple[int, int]]
    created: int


class Edit(NamedTuple):
    """A file that a commit with at most one parent changed, created (no `node`) or deleted (no `pair`).

    `node` is the file before, `pair` the two contents; `source` is the old path of a rename.
    """

    path: bytes
    source: bytes | None
    node: int
    pair: int


class Move(NamedTuple):
    """A path on the first-parent line that has another file after a commit than before (NONE: no file)."""

    path: bytes
    before: int
    after: int


class Visit(NamedTuple):
    """All that is planned for one commit."""

    commit: int
    steps: list[Step]
    edits: list[Edit]
    moves: list[Move]


class Plan:
    """`visits`, youngest commit first, and the node of each file asked for.

    A node stands for one file in one commit; nodes that turn out to have the same lines are joined.
    `heads` are the files at head, `known` those at older commits, which the plan takes as given: commit →
    path → node.
    """

    def __init__(self) -> None:
        self.visits: list[Visit] = []
        self.heads: dict[bytes, int] = {}
        self.known: dict[int, dict[bytes, int]] = {}
        self.pairs: list[Pair] = []
        self._numbers: dict[Pair, int] = {}
        self._same: list[int] = []

    def __len__(self) -> int:
        return len(self._same)

    def pair(self, old: bytes, new: bytes) -> int:
        """The number of a pair of blobs."""
        pair = old, new
        number = self._numbers.get(pair)
        if number is None:
            number = self._numbers[pair] = len(self.pairs)
            self.pairs.append(pair)
        return number

    def node(self) -> int:
        self._same.append(len(self._same))
        return len(self._same) - 1

    def join(self, node: int, other: int) -> None:
        self._same[self.root(node)] = self.root(other)

    def root(self, node: int) -> int:
        """The node that stands for all that were joined with `node`."""
        same = self._same
        while same[node] != node:
            same[node] = same[same[node]]
            node = same[node]
        return node
