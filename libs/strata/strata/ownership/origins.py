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
from contextlib import ExitStack
from typing import NamedTuple

from strata.errors import CorruptRepository
from strata.git import Git
from strata.history.beside import Beside
from strata.history.blob_lookup import look_up
from strata.history.order import first_parents
from strata.history.patches import KnownHunks
from strata.history.renames import Renames
from strata.history.tree_changes import Found, PathChange, TreeChange, deleted_files, read_tree_changes
from strata.native import Core, File
from strata.ownership.plan import NONE, Edit, Move, Plan, Step, Visit
from strata.progress import Meter, Progress


class Ancestry(NamedTuple):
    """Commits in the engine's order, and the indexes of their parents."""

    shas: Sequence[bytes]
    parents: Sequence[Sequence[int]]


def plan_origins(
    git: Git,
    ancestry: Ancestry,
    paths: Sequence[bytes],
    report: Callable[[Progress], None],
    *,
    first: int,
    known: KnownHunks,
    core: Core | None,
    workers: int,
    pause: Callable[[], None],
    seen: Callable[[TreeChange], None] = lambda _change: None,
) -> Plan:
    """Plans the ownership of the files `paths` of the last commit and of all lines that went before.

    The commits before `first` are not looked at: what they are asked for becomes `Plan.known`. The hunks that are
    met on the way go to `known`. `pause` is called after each commit, `seen` is told what each one changed, children
    before parents.
    """
    shas, parents = ancestry
    with Renames(git, core, len(shas[-1])) as renames, ExitStack() as stack:
        walk = _Walk(git, core, renames, ancestry)
        beside = stack.enter_context(Beside(git, core, walk.plan.pairs, known)) if core else None
        for path in paths:
            walk.plan.heads[path] = walk.want(len(shas) - 1, path)
        meter = Meter(report, "history", len(shas) - first)
        for change in read_tree_changes(git, shas, parents, first, known, workers=workers, core=core):
            walk.visit(change)
            seen(change)
            if beside:
                beside.advance()
            meter.advance()
            pause()
        if beside:
            beside.finish()
        meter.finish()
    if not first and walk.wanted:
        raise CorruptRepository("The history of some files leads to commits that are not there.")
    walk.plan.known = walk.wanted
    return walk.plan


class _Walk:
    def __init__(self, git: Git, core: Core | None, renames: Renames, ancestry: Ancestry) -> None:
        self._git, self._core, self._renames = git, core, renames
        self._shas, self._parents = ancestry
        self._mainline = bytearray(len(self._shas))
        for commit in first_parents(self._parents):
            self._mainline[commit] = 1
        self.plan = Plan()
        self.wanted: dict[int, dict[bytes, int]] = {}  # commit -> path -> node
        self._gone: dict[int, list[File]] = {}  # of the commit being visited: parent's place -> its deleted files
        # of the commit being visited: parent's place and a file that this parent lacks -> its source there
        self._sources: dict[tuple[int, File], File | None] = {}

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

    def visit(self, change: TreeChange) -> None:
        """Hands on what is asked of one commit, and asks its parent for what it changed."""
        commit, changes, others = change
        wants = self.wanted.pop(commit, {})
        parents = self._parents[commit]
        nodes = [wants.pop(each.path, None) if each.new else None for each in changes]
        if wants and parents:
            self._hand_on(parents[0], wants)
        elif wants:
            raise CorruptRepository("A commit without parents does not say where all of its files come from.")
        if not changes:
            return
        moves: list[Move] = []
        mainline = self._mainline[commit]
        if mainline or others:
            # a merge's own changes are asked for, like a commit's edits: no change of a file is left unseen
            nodes = [
                self.plan.node() if node is None and each.new and (mainline or each.path in others) else node
                for each, node in zip(changes, nodes, strict=True)
            ]
        if mainline:
            moves = self._moves(parents, changes, nodes)
        edits = self._edits(parents, changes) if len(parents) < 2 else []
        steps = self._steps(change, nodes)
        if steps or edits or moves:
            self.plan.visits.append(Visit(commit, steps, edits, moves))

    def _moves(self, parents: Sequence[int], changes: list[PathChange], nodes: list[int | None]) -> list[Move]:
        moves = []
        for change, node in zip(changes, nodes, strict=True):
            before = self.want(parents[0], change.path) if change.old else NONE
            if node is not None or before != NONE:
                moves.append(Move(change.path, before, NONE if node is None else node))
        return moves

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

    def _steps(self, change: TreeChange, nodes: list[int | None]) -> list[Step]:
        self._gone, self._sources = {}, {}
        parents = self._parents[change.commit]
        wanted = [
            (path, node, [Found(path.old, not path.created), *self._others(change, path)])
            for path, node in zip(change.paths, nodes, strict=True)
            if node is not None
        ]
        if len(parents) == 1 and sum(path.created for path in change.paths) == 1:  # git's `-M` asks as blame does
            self._sources = {(0, (path.path, path.new or b"")): path.source for path in change.paths if path.created}
        else:
            self._find_sources(change, [(path, found) for path, _, found in wanted])
        found_steps = (self._origin(parents, path, node, found) for path, node, found in wanted)
        return [step for step in found_steps if step]

    def _others(self, change: TreeChange, path: PathChange) -> list[Found]:
        """What the parents but the first have at a path."""
        parents = self._parents[change.commit][1:]
        if not parents:
            return []
        found = change.others.get(path.path)
        if found is None:  # some parent has the same: the only one that is left?
            if len(parents) == 1:
                return [Found(path.new, exists=True)]
            found = [look_up(self._git, self._shas[parent], path.path) for parent in parents]
        return found

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

    def _origin(self, parents: Sequence[int], path: PathChange, node: int, found: list[Found]) -> Step | None:
        """One path that the commit has otherwise than its first parent; None if a parent has all of it."""
        created = path.new or b""
        blobs = [each.blob for each in found]
        if created in blobs:
            self.want(parents[blobs.index(created)], path.path, node)
            return None
        sources: list[tuple[int, int]] = []
        seen: set[bytes] = set()
        origins: list[File | None] = []
        for at, parent in enumerate(parents):
            blob = blobs[at]
            origin = (path.path, blob) if blob else None
            if not found[at].exists:
                origin = self._sources[at, (path.path, created)]
                if origin and origin[1] == created:
                    self.want(parent, origin[0], node)
                    return None
            origins.append(origin)
        for parent, origin in zip(parents, origins, strict=True):
            if origin and origin[1] not in seen:  # a second parent with the same blob has nothing to add
                seen.add(origin[1])
                sources.append((self.want(parent, origin[0]), self.plan.pair(origin[1], created)))
        return Step(node, path.path, sources, NONE if sources else self.plan.pair(b"", created))

    def _find_sources(self, change: TreeChange, paths: Sequence[tuple[PathChange, list[Found]]]) -> None:
        """Finds what each parent has under another name of `paths` that no parent has as they are."""
        for at in range(len(self._parents[change.commit])):
            lacked = [
                (path.path, path.new or b"")
                for path, found in paths
                if not found[at].exists and all(each.blob != path.new for each in found)
            ]
            if lacked:
                for file, source in zip(lacked, self._renames.sources(lacked, self._deleted(change, at)), strict=True):
                    self._sources[at, file] = source

    def _deleted(self, change: TreeChange, at: int) -> list[File]:
        """The files that a parent has and the commit has not, in the order of its tree."""
        if at not in self._gone:
            commit = self._shas[change.commit]
            if at:
                self._gone[at] = deleted_files(
                    self._git, self._core, self._shas[self._parents[change.commit][at]], commit
                )
            else:
                self._gone[at] = sorted((each.path, each.old) for each in change.paths if each.deleted and each.old)
        return self._gone[at]
