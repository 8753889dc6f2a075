"""Line ownership in one pass over history: equal to `git blame` of every file, at a fraction of its cost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from strata.git import Git
from strata.history.hunks import Hunks, Pair, read_hunks
from strata.ownership.blame import blame_files
from strata.ownership.lines import Lines, Vector
from strata.ownership.origins import Plan, Step, plan_origins
from strata.progress import Progress
from strata.stack.inventory import HeadFile


def trace_files(
    git: Git,
    head: str,
    files: Sequence[HeadFile],
    commits: Sequence[str],
    *,
    workers: int,
    report: Callable[[Progress], None],
) -> Lines:
    """The owning commit of each line of the text files among `files`.

    A file that cannot be followed (git called one of its ancestors binary) is blamed by git itself and
    named in `Lines.blamed`.
    """
    text = [file for file in files if file.text]
    number = {sha.encode(): index for index, sha in enumerate(commits)}
    plan = plan_origins(git, head, [file.path for file in text if file.lines], number, report)
    pairs = list(dict.fromkeys(pair for step in plan.steps for _, pair in step.sources))
    hunks = read_hunks(git, pairs, workers=workers, report=report)
    vectors = {file.path: np.empty(0, dtype=np.int32) for file in text}
    vectors |= _replay(plan, hunks, {file.path: file.lines for file in text})
    left = [file for file in text if len(vectors[file.path]) != file.lines]
    if not left:
        return Lines(commits, vectors)
    blamed = blame_files(git, head, left, commits, workers=workers, report=report)
    return replace(blamed, vectors=vectors | dict(blamed.vectors), blamed=tuple(file.path for file in left))


def _replay(plan: Plan, hunks: Mapping[Pair, Hunks | None], sizes: Mapping[bytes, int]) -> dict[bytes, Vector]:
    """The vectors of the files at head, by applying the plan's steps oldest first.

    A vector is dropped as soon as nothing needs it any more.
    """
    lengths, uses = _lengths(plan, hunks, sizes)
    vectors: dict[int, Vector] = {}
    for step in reversed(plan.steps):
        vector = _apply(step, plan, lengths, vectors, hunks)
        if vector is not None:
            vectors[plan.root(step.node)] = vector
        for source, _ in step.sources:
            node = plan.root(source)
            uses[node] -= 1
            if not uses[node]:
                vectors.pop(node, None)
    found = {path: vectors.get(plan.root(node)) for path, node in plan.heads.items()}
    return {path: vector for path, vector in found.items() if vector is not None}


def _lengths(
    plan: Plan, hunks: Mapping[Pair, Hunks | None], sizes: Mapping[bytes, int]
) -> tuple[dict[int, int], Counter[int]]:
    """Node → its lines, from head downwards, and node → how often it is needed."""
    lengths: dict[int, int] = {}
    uses: Counter[int] = Counter()
    for path, node in plan.heads.items():
        lengths[plan.root(node)] = sizes[path]
        uses[plan.root(node)] += 1
    for step in plan.steps:
        known = lengths.get(plan.root(step.node))
        for source, pair in step.sources:
            node, delta = plan.root(source), hunks[pair]
            uses[node] += 1
            if delta is not None and known is not None:
                lengths[node] = known + int(delta[:, 1].sum()) - int(delta[:, 3].sum())
    return lengths, uses


def _apply(
    step: Step,
    plan: Plan,
    lengths: Mapping[int, int],
    vectors: Mapping[int, Vector],
    hunks: Mapping[Pair, Hunks | None],
) -> Vector | None:
    """The vector of one step's node, None if a source of it is not known."""
    size = lengths.get(plan.root(step.node))
    if size is None:
        return None
    vector = np.full(size, -1, dtype=np.int32)
    for source, pair in step.sources:
        before, delta = vectors.get(plan.root(source)), hunks[pair]
        if before is None or delta is None:
            return None
        at_old = at_new = 0
        for old, olds, new, news in [*delta.tolist(), (len(before), 0, size, 0)]:
            unchanged = vector[at_new:new]
            np.copyto(unchanged, before[at_old:old], where=unchanged < 0)
            at_old, at_new = old + olds, new + news
    vector[vector < 0] = step.commit
    return vector
