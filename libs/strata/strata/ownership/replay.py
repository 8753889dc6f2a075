"""A plan carried out, oldest commit first: who owns which lines, told to observers on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from strata.git import Git
from strata.history.hunks import Difference, read_hunks
from strata.history.patches import KnownHunks
from strata.native import Core
from strata.ownership.blame import blame_path
from strata.ownership.observer import FileChange, LineMove, Observer
from strata.ownership.plan import NONE, Edit, Move, Plan, Step, Visit
from strata.ownership.vectors import EMPTY, added, differing, merged, packed, patched, removed, unpacked
from strata.progress import Meter, Progress


class Replay:
    """Goes through `plan` visit by visit.

    `vectors` has the packed owners of every node that is still needed (None: a binary file), `blamed` the
    nodes that owe their owners to git's own blame, `done` the number of visits made. `ever_turned` says
    whether any binary file turned into text, also before the plan begins: only then git has to blame anything.
    """

    def __init__(
        self,
        git: Git,
        plan: Plan,
        shas: Sequence[bytes],
        observers: Sequence[Observer],
        *,
        known: KnownHunks,
        core: Core | None,
    ) -> None:
        self._git, self._plan, self._shas, self._observers = git, plan, shas, observers
        self._known, self._core = known, core
        self._number: dict[bytes, int] = {}
        self.vectors: dict[int, bytes | None] = {}
        self.blamed: set[int] = set()
        self.done = 0
        self.ever_turned = False
        self._visits = plan.visits[::-1]
        self._uses = [0] * len(plan)
        for node in plan.heads.values():
            self._uses[plan.root(node)] += 1
        for visit in self._visits:
            for node in _needed(visit):
                self._uses[plan.root(node)] += 1

    def give(self, node: int, vector: bytes | None, *, blamed: bool = False) -> None:
        """States the lines of a node that the plan takes as given."""
        root = self._plan.root(node)
        if self._uses[root]:
            self.vectors[root] = vector
            if blamed:
                self.blamed.add(root)

    def resume(self, done: int, vectors: Mapping[int, bytes | None], blamed: set[int]) -> None:
        """Takes up the work after `done` visits."""
        root = self._plan.root
        for visit in self._visits[:done]:
            for node in _needed(visit):
                self._uses[root(node)] -= 1
        self.done, self.vectors, self.blamed = done, dict(vectors), set(blamed)

    def run(self, workers: int, report: Callable[[Progress], None], pause: Callable[[], None]) -> None:
        """Makes the visits that are left; calls `pause` after each."""
        meter = Meter(report, "diffs", len(self._visits), self.done)
        differences = _Differences(
            self._git,
            self._plan,
            self._visits[self.done :],
            known=self._known,
            core=self._core,
            workers=workers,
        )
        try:
            for visit in self._visits[self.done :]:
                self._visit(visit, differences)
                self.done += 1
                meter.advance()
                pause()
        finally:
            differences.close()
        meter.finish()

    def heads(self) -> tuple[dict[bytes, bytes | None], list[bytes]]:
        """The lines of each file at head, and the paths of those that owe them to git's own blame."""
        roots = {path: self._plan.root(node) for path, node in self._plan.heads.items()}
        found = {path: self.vectors[root] for path, root in roots.items()}
        return found, sorted(path for path, root in roots.items() if root in self.blamed)

    def _visit(self, visit: Visit, differences: _Differences) -> None:
        root, uses = self._plan.root, self._uses
        own = packed(visit.commit)
        short, taken = self._steps(visit, own, differences)
        if visit.edits:
            files = [self._edit(edit, differences, taken) for edit in visit.edits]
            for observer in self._observers:
                observer.changed(visit.commit, files)
        if visit.moves:
            moves = [move for each in visit.moves if (move := self._move(each, short))]
            for observer in self._observers:
                observer.moved(visit.commit, moves)
        for each in _needed(visit):
            node = root(each)
            uses[node] -= 1
            if not uses[node]:
                self.vectors.pop(node, None)

    def _steps(
        self, visit: Visit, own: bytes, differences: _Differences
    ) -> tuple[dict[int, tuple[int, bytes, bytes]], dict[tuple[int, int], bytes]]:
        """Applies the steps of a visit; gives what a node lost and won against its only source, and what was taken.

        node → (source, lost, won), and (source, pair) → lost.
        """
        root, vectors = self._plan.root, self.vectors
        short: dict[int, tuple[int, bytes, bytes]] = {}
        taken: dict[tuple[int, int], bytes] = {}
        for step in visit.steps:
            node = root(step.node)
            found = [(root(source), differences.take(pair)) for source, pair in step.sources]
            if step.created != NONE:
                found = [(NONE, differences.take(step.created))]
            vectors[node] = self._apply(visit.commit, own, step, node, found)
            if len(step.sources) == 1 and isinstance(hunks := found[0][1], bytes):
                source = found[0][0]
                before = vectors[source]
                if before is not None:
                    gone = taken[source, step.sources[0][1]] = removed(before, hunks)
                    short[node] = source, gone, own * added(hunks)
        return short, taken

    def _apply(
        self, commit: int, own: bytes, step: Step, node: int, found: list[tuple[int, Difference]]
    ) -> bytes | None:
        """The lines of one step's node, None if it is binary."""
        earlier = []
        for source, difference in found:
            if difference is None:
                return None
            before = self.vectors[source] if source != NONE else b""
            if isinstance(difference, int) or before is None:
                # The source is binary, so git shows no hunks, but blame sees lines in it.
                self.blamed.add(node)
                self.ever_turned = True
                vector = blame_path(self._git, self._shas[commit].decode(), step.path, self._numbers())
                return vector.astype("<i4").tobytes()
            earlier.append((before, difference))
        if self.blamed and any(source in self.blamed for source, _ in found):
            self.blamed.add(node)
        if len(earlier) == 1:
            return patched(earlier[0][0], earlier[0][1], own)
        return merged(earlier, commit)

    def _edit(self, edit: Edit, differences: _Differences, taken: Mapping[tuple[int, int], bytes]) -> FileChange:
        node = self._plan.root(edit.node) if edit.node != NONE else NONE
        before = self.vectors[node] if node != NONE else b""
        if edit.pair == NONE:
            return FileChange(edit.path, edit.source, 0, unpacked(before) if before else EMPTY)
        difference = differences.take(edit.pair)
        self.ever_turned |= isinstance(difference, int)
        if not isinstance(difference, bytes) or before is None:
            return FileChange(edit.path, edit.source, 0, EMPTY)
        gone = taken.get((node, edit.pair))
        if gone is None:
            gone = removed(before, difference)
        return FileChange(edit.path, edit.source, added(difference), unpacked(gone) if gone else EMPTY)

    def _move(self, move: Move, short: Mapping[int, tuple[int, bytes, bytes]]) -> LineMove | None:
        root = self._plan.root
        before = root(move.before) if move.before != NONE else NONE
        after = root(move.after) if move.after != NONE else NONE
        if before == after:
            return None
        known = short.get(after)
        if known and known[0] == before:
            return LineMove(move.path, unpacked(known[1]), unpacked(known[2]))
        old = (self.vectors[before] if before != NONE else b"") or b""
        new = (self.vectors[after] if after != NONE else b"") or b""
        return LineMove(move.path, *differing(old, new))

    def _numbers(self) -> Mapping[bytes, int]:
        if not self._number:
            self._number = {sha: index for index, sha in enumerate(self._shas)}
        return self._number


class _Differences:
    """The differences of pairs, each kept until its last use.

    Those that are not `known` are asked for in the order in which visits need them.
    """

    def __init__(
        self,
        git: Git,
        plan: Plan,
        visits: Sequence[Visit],
        *,
        known: KnownHunks,
        core: Core | None,
        workers: int,
    ) -> None:
        self._known, self._pairs = known, plan.pairs
        self._left: dict[int, int] = {}
        for visit in visits:
            for pair in _pairs(visit):
                self._left[pair] = self._left.get(pair, 0) + 1
        self._order = [pair for pair in self._left if plan.pairs[pair] not in known]
        self._found: dict[int, Difference] = {}
        self._at = 0
        self._batches = read_hunks(git, [plan.pairs[pair] for pair in self._order], workers=workers, core=core)

    def take(self, pair: int) -> Difference:
        if pair not in self._found and self._pairs[pair] in self._known:
            self._found[pair] = self._known.take(self._pairs[pair])
        while pair not in self._found:
            batch = next(self._batches)
            self._found.update(zip(self._order[self._at : self._at + len(batch)], batch, strict=True))
            self._at += len(batch)
        self._left[pair] -= 1
        return self._found[pair] if self._left[pair] else self._found.pop(pair)

    def close(self) -> None:
        self._batches.close()


def _needed(visit: Visit) -> Iterator[int]:
    """The nodes that a visit needs, as often as it does."""
    for step in visit.steps:
        for source, _ in step.sources:
            yield source
    for edit in visit.edits:
        if edit.node != NONE:
            yield edit.node
    for move in visit.moves:
        if move.before != NONE:
            yield move.before
        if move.after != NONE:
            yield move.after


def _pairs(visit: Visit) -> Iterator[int]:
    """The pairs that a visit needs, as often as it does."""
    for step in visit.steps:
        for _, pair in step.sources:
            yield pair
        if step.created != NONE:
            yield step.created
    for edit in visit.edits:
        if edit.pair != NONE:
            yield edit.pair
