"""Where the lines of each file may come from: the choices of `git blame`, made file by file.

A walk from head towards the roots. A commit is asked for files; it hands what it did not change on to a
parent, and what it changed becomes a `Step`. Head is asked for all of its files, and the parent of every
change for the file as it was, so that the owners of all lines that ever went are known too. No commit's tree
is ever copied.

At a merge, as in blame: a parent with the identical file takes it whole, first parent first; a parent
without the path may have it under another name; of what is left the first parent that has a line
unchanged gets it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from strata.errors import CorruptRepository
from strata.git import Git
from strata.history.blob_lookup import BlobLookup, Found
from strata.history.order import first_parents
from strata.history.renames import Renames
from strata.history.tree_changes import File, PathChange, deleted_files, read_tree_changes
from strata.ownership.plan import NONE, Edit, Move, Plan, Step, Visit
from strata.progress import Meter, Progress


def plan_origins(
    git: Git,
    shas: Sequence[bytes],
    parents: Sequence[Sequence[int]],
    paths: Sequence[bytes],
    links: set[bytes],
    report: Callable[[Progress], None],
    first: int = 0,
) -> Plan:
    """Plans the ownership of the files `paths` of the last commit and of all lines that went before.

    `shas` and `parents` describe the commits in the engine's order. Those before `first` are not looked
    at: what they are asked for becomes `Plan.known`. `links` has the blobs of symbolic links that those
    commits have, and gets those of the others.
    """
    careful = False
    while True:
        with BlobLookup(git) as lookup, Renames(git) as renames:
            walk = _Walk(git, lookup, renames, shas, parents, links if careful else None)
            for path in paths:
                walk.plan.heads[path] = walk.want(len(shas) - 1, path)
            meter = Meter(report, "history", len(shas) - first)
            for commit, changes in read_tree_changes(git, shas, parents, first, links):
                walk.visit(commit, changes)
                meter.advance()
            meter.finish()
        # A lookup does not tell a link from a file with the same content. It almost never matters.
        if careful or not walk.trusted & links:
            break
        careful = True
    if not first and walk.wanted:
        raise CorruptRepository("The history of some files leads to commits that are not there.")
    walk.plan.known = walk.wanted
    return walk.plan


class _Walk:
    def __init__(
        self,
        git: Git,
        lookup: BlobLookup,
        renames: Renames,
        shas: Sequence[bytes],
        parents: Sequence[Sequence[int]],
        links: set[bytes] | None,
    ) -> None:
        self._git, self._lookup, self._renames = git, lookup, renames
        self._shas, self._parents, self._links = shas, parents, links
        self._mainline = bytearray(len(shas))
        for commit in first_parents(parents):
            self._mainline[commit] = 1
        self.plan = Plan()
        self.wanted: dict[int, dict[bytes, int]] = {}  # commit -> path -> node
        self.trusted: set[bytes] = set()  # blobs taken for regular files because a lookup found them
        self._gone: dict[int, list[File]] = {}  # of the commit being visited: parent's place -> its deleted files
        self._created = 0

    def want(self, commit: int, path: bytes, node: int | None = None) -> int:
        """Asks `commit` for `path`. If it was asked before, both want the same lines."""
        wants = self.wanted.get(commit)
        if wants is None:
            wants = self.wanted[commit] = {}
        known = wants.get(path)
        if known is None:
            wants[path] = known = self.plan.node() if node is None else node
        elif node is not None:
            self.plan.join(node, known)
        return known

    def visit(self, commit: int, changes: list[PathChange]) -> None:
        """Hands on what is asked of one commit, and asks its parent for what it changed."""
        wants = self.wanted.pop(commit, {})
        parents = self._parents[commit]
        mainline = self._mainline[commit]
        nodes = [wants.pop(change.path, None) if change.new else None for change in changes]
        if wants and parents:
            self._hand_on(parents[0], wants)
        elif wants:
            raise CorruptRepository("A commit without parents does not say where all of its files come from.")
        if not changes:
            return
        if mainline:
            nodes = [
                self.plan.node() if node is None and change.new else node
                for change, node in zip(changes, nodes, strict=True)
            ]
        moves: list[Move] = []
        if mainline:
            for change, node in zip(changes, nodes, strict=True):
                before = self.want(parents[0], change.path) if change.old else NONE
                if node is not None or before != NONE:
                    moves.append(Move(change.path, before, NONE if node is None else node))
        edits = self._edits(parents, changes) if len(parents) < 2 else []
        steps = self._steps(commit, parents, changes, nodes)
        if steps or edits or moves:
            self.plan.visits.append(Visit(commit, steps, edits, moves))

    def _edits(self, parents: Sequence[int], changes: list[PathChange]) -> list[Edit]:
        edits: list[Edit] = []
        for change in changes:
            if change.moved:
                continue
            path, source = (change.path, None) if change.source is None else change.source
            old = change.old if source is None else source
            before = path if source else None
            if old:
                node = self.want(parents[0], path)
                pair = self.plan.pair(old, change.new) if change.new else NONE
                edits.append(Edit(change.path, before, node, pair))
            elif change.new:
                edits.append(Edit(change.path, None, NONE, self.plan.pair(b"", change.new)))
        return edits

    def _steps(
        self, commit: int, parents: Sequence[int], changes: list[PathChange], nodes: list[int | None]
    ) -> list[Step]:
        touched = [(change, node) for change, node in zip(changes, nodes, strict=True) if node is not None]
        if not touched:
            return []
        others: list[list[Found]] = [[] for _ in touched]
        if len(parents) > 1:
            shas = [self._shas[parent] for parent in parents[1:]]
            others = self._lookup.find(shas, [change.path for change, _ in touched])
        self._gone = {}
        self._created = sum(change.created for change in changes)
        steps = []
        for (change, node), found in zip(touched, others, strict=True):
            step = self._origin(commit, changes, change, node, found)
            if step:
                steps.append(step)
        return steps

    def _hand_on(self, parent: int, wants: dict[bytes, int]) -> None:
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

    def _origin(
        self, commit: int, changes: list[PathChange], change: PathChange, node: int, others: Sequence[Found]
    ) -> Step | None:
        """One path that the commit has otherwise than its first parent; None if a parent has all of it."""
        created = change.new or b""
        parents = self._parents[commit]
        blobs = [change.old, *(self._regular(parents[at], change.path, found) for at, found in enumerate(others, 1))]
        if created in blobs:
            self.want(parents[blobs.index(created)], change.path, node)
            return None
        sources: list[tuple[int, int]] = []
        seen: set[bytes] = set()
        origins: list[File | None] = []
        for at, parent in enumerate(parents):
            blob = blobs[at]
            origin = (change.path, blob) if blob else None
            if not (others[at - 1].exists if at else not change.created):
                origin = self._renamed(commit, changes, change, at)
                if origin and origin[1] == created:
                    self.want(parent, origin[0], node)
                    return None
            origins.append(origin)
        for parent, origin in zip(parents, origins, strict=True):
            if origin and origin[1] not in seen:  # a second parent with the same blob has nothing to add
                seen.add(origin[1])
                sources.append((self.want(parent, origin[0]), self.plan.pair(origin[1], created)))
        return Step(node, change.path, sources, NONE if sources else self.plan.pair(b"", created))

    def _renamed(self, commit: int, changes: list[PathChange], change: PathChange, at: int) -> File | None:
        """The file that one of the parents, which lacks the path, has under another name."""
        if len(self._parents[commit]) == 1 and self._created == 1:
            return change.source  # git was asked for this one file only, as blame does
        return self._renames.source((change.path, change.new or b""), self._deleted(commit, changes, at))

    def _regular(self, parent: int, path: bytes, found: Found) -> bytes | None:
        if not found.blob:
            return None
        if self._links is None:
            self.trusted.add(found.blob)
        elif found.blob in self._links and not self._lookup.is_regular(self._shas[parent], path, found):
            return None
        return found.blob

    def _deleted(self, commit: int, changes: list[PathChange], at: int) -> list[File]:
        """The files that a parent has and the commit has not, in the order of its tree."""
        if at not in self._gone:
            if at:
                self._gone[at] = deleted_files(self._git, self._shas[self._parents[commit][at]], self._shas[commit])
            else:
                self._gone[at] = sorted((each.path, each.old) for each in changes if each.deleted and each.old)
        return self._gone[at]
