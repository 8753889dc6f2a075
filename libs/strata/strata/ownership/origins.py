"""Where the lines of each file at head may come from: the choices of `git blame`, made file by file.

A walk from head towards the roots. Head is asked for its files; a commit hands what it did not change on to
a parent, and what it changed becomes a `Step`. Only what head needs is looked at, so no commit's tree is
ever copied.

At a merge, as in blame: a parent with the identical file takes it whole, first parent first; a parent
without the path may have it under another name; of what is left the first parent that has a line
unchanged gets it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from strata.errors import CorruptRepository
from strata.git import Git
from strata.history.blob_lookup import BlobLookup, Found
from strata.history.hunks import Pair
from strata.history.renames import File, Renames
from strata.history.tree_changes import PathChange, TreeChange, deleted_files, read_tree_changes
from strata.progress import Meter, Progress


class Step(NamedTuple):
    """The lines of `node` are `commit`'s, but for those that a source has unchanged, first source first."""

    node: int
    commit: int
    sources: list[tuple[int, Pair]]


class Plan:
    """`steps`, each after all that need it, and the node of each file at head.

    A node stands for one file in one commit; nodes that turn out to have the same lines are joined.
    """

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.heads: dict[bytes, int] = {}
        self._same: list[int] = []

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


def plan_origins(
    git: Git,
    head: str,
    paths: Sequence[bytes],
    number: Mapping[bytes, int],
    report: Callable[[Progress], None],
) -> Plan:
    """Plans the ownership of the files `paths` of `head`; `number` gives each commit's index."""
    with BlobLookup(git) as lookup, Renames(git) as renames:
        walk = _Walk(git, lookup, renames, number)
        for path in paths:
            walk.plan.heads[path] = walk.want(head.encode(), path)
        meter = Meter(report, "history", len(number))
        for change in read_tree_changes(git, head):
            walk.visit(change)
            meter.advance()
        meter.finish()
    if walk.wanted:
        raise CorruptRepository("The history of some files leads to commits that are not there.")
    return walk.plan


class _Walk:
    def __init__(self, git: Git, lookup: BlobLookup, renames: Renames, number: Mapping[bytes, int]) -> None:
        self._git, self._lookup, self._renames, self._number = git, lookup, renames, number
        self.plan = Plan()
        self.wanted: dict[bytes, dict[bytes, int]] = {}  # commit -> path -> node
        self._gone: dict[int, list[File]] = {}  # of the commit being visited: parent's index -> its deleted files

    def want(self, commit: bytes, path: bytes, node: int | None = None) -> int:
        """Asks `commit` for `path`. If it was asked before, both want the same lines."""
        wants = self.wanted.setdefault(commit, {})
        known = wants.get(path)
        if known is None:
            wants[path] = known = self.plan.node() if node is None else node
        elif node is not None:
            self.plan.join(node, known)
        return known

    def visit(self, change: TreeChange) -> None:
        """Hands on what is asked of one commit."""
        wants = self.wanted.pop(change.sha, None)
        if not wants:
            return
        touched = [(each, wants.pop(each.path)) for each in change.paths if each.path in wants]
        if wants and change.parents:
            self._hand_on(change.parents[0], wants)
        elif wants:
            raise CorruptRepository("A commit without parents does not say where all of its files come from.")
        others: list[list[Found]] = [[] for _ in touched]
        if len(change.parents) > 1 and touched:
            others = self._lookup.find(change.parents[1:], [path.path for path, _ in touched])
        self._gone = {}
        for (path, node), found in zip(touched, others, strict=True):
            self._origin(change, path, node, found)

    def _hand_on(self, parent: bytes, wants: dict[bytes, int]) -> None:
        """Asks `parent` for all of `wants`, moving the smaller collection into the larger."""
        there = self.wanted.get(parent)
        if there is None:
            self.wanted[parent] = wants
            return
        larger, smaller = (there, wants) if len(there) >= len(wants) else (wants, there)
        self.wanted[parent] = larger
        for path, node in smaller.items():
            known = larger.setdefault(path, node)
            if known != node:
                self.plan.join(node, known)

    def _origin(self, change: TreeChange, path: PathChange, node: int, others: Sequence[Found]) -> None:
        """One path that the commit has otherwise than its first parent."""
        created = path.new or b""
        blobs = [path.old, *(found.blob for found in others)]
        if created in blobs:
            self.want(change.parents[blobs.index(created)], path.path, node)
            return
        origins: list[File | None] = []
        for index, parent in enumerate(change.parents):
            found = Found(path.old, not path.created) if index == 0 else others[index - 1]
            blob = found.blob
            if blob and index and not self._lookup.is_regular(parent, path.path, found):
                blob = None
            origin = (path.path, blob) if blob else None
            if not found.exists:
                origin = self._renames.source((path.path, created), self._deleted(change, index))
                if origin and origin[1] == created:
                    self.want(parent, origin[0], node)
                    return
            origins.append(origin)
        sources: list[tuple[int, Pair]] = []
        seen: set[bytes] = set()
        for parent, origin in zip(change.parents, origins, strict=True):
            if origin and origin[1] not in seen:  # a second parent with the same blob has nothing to add
                seen.add(origin[1])
                sources.append((self.want(parent, origin[0]), (origin[1], created)))
        self.plan.steps.append(Step(node, self._number[change.sha], sources))

    def _deleted(self, change: TreeChange, index: int) -> list[File]:
        """The files that a parent has and the commit has not."""
        if index not in self._gone:
            self._gone[index] = (
                deleted_files(self._git, change.parents[index], change.sha)
                if index
                else [(path.path, path.old) for path in change.paths if path.deleted and path.old]
            )
        return self._gone[index]
