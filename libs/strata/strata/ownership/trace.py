"""The history pass: every line's owner, at head and when it went, in one go or from where a state left off."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from strata.errors import CorruptRepository
from strata.git import Git
from strata.history.commits import Log
from strata.history.order import first_parents
from strata.history.patches import KnownHunks
from strata.history.revisions import RevisionLog
from strata.known import UnusableState
from strata.native import native_core
from strata.ownership.blame import blame_path
from strata.ownership.last_moves import LastMoves
from strata.ownership.lifetimes import DeathLog, SurvivalLog
from strata.ownership.lines import Lines, Vector
from strata.ownership.name_lines import NameLog
from strata.ownership.observer import Observer
from strata.ownership.origins import Ancestry, plan_origins
from strata.ownership.plan import Plan
from strata.ownership.replay import Replay
from strata.ownership.vectors import EMPTY, unpacked
from strata.progress import Progress
from strata.stack.dependencies.past import ManifestLog
from strata.stack.exclusion import NOTHING, Leaving
from strata.stack.inclusion import Inclusion
from strata.stack.inventory import HeadFile, pack_files, same_attributes, unpack_files
from strata.state import (
    Columns,
    State,
    joined,
    pack_log,
    pack_vectors,
    parted,
    save,
    unpack_vectors,
)
from strata.tree import BINARY_PROBE

CHECKPOINT_SECONDS = 20.0


@dataclass(slots=True)
class Trace:
    """What one history pass learnt."""

    lines: Lines
    revisions: RevisionLog
    survival: SurvivalLog
    deaths: DeathLog
    manifests: ManifestLog
    names: NameLog
    state: State


@dataclass(slots=True)
class Checkpoints:
    """Where a pass leaves its work from time to time, so that one that is killed can be continued."""

    file: Path | None = None
    asked: Callable[[], bool] = lambda: False
    """Whether one is wanted now."""
    kept: Callable[[str], None] = lambda _head: None
    """Told of each that was written, by the commit at head."""
    every: float | None = None
    """Seconds from one to the next; None: CHECKPOINT_SECONDS."""
    _last: float = field(default_factory=time.monotonic)

    def keep(self, state: Callable[[], State]) -> None:
        """Writes the `state` of the work if it is time to."""
        every = CHECKPOINT_SECONDS if self.every is None else self.every
        if self.file is not None and (time.monotonic() - self._last >= every or self.asked()):
            made = state()
            save(self.file, made)
            self._last = time.monotonic()
            self.kept(made.head)


class Pass:
    """One history pass over the commits of `log`. `files` are those at head.

    `since` is the finished state of an older head of the same first-parent line, `begun` the checkpoint of a
    pass over the very same commits; at most one of them is given.
    """

    def __init__(
        self,
        git: Git,
        log: Log,
        files: Sequence[HeadFile],
        *,
        report: Callable[[Progress], None],
        workers: int,
        memory: int,
        checkpoints: Checkpoints,
        leaving: Leaving = NOTHING,
        since: State | None = None,
        begun: State | None = None,
    ) -> None:
        """Plans the pass. Raises UnusableState if the state was made on other terms, CorruptRepository.

        What is read on the way and used later takes up to `memory` bytes; git is asked again for what does not fit.
        """
        self._git, self._files, self._report, self._log = git, files, report, log
        self._workers, self._checkpoints, self._leaving = workers, checkpoints, leaving
        self._shas = [sha.encode() for sha in log.shas]
        number = {sha: index for index, sha in enumerate(log.shas)}
        parents = [[number[parent] for parent in record.parents] for record in log.records]
        self._mainline = first_parents(parents)
        self._first = 0
        if since:
            self._first = number[since.head] + 1
        paths = [file.path for file in files]
        self._known = KnownHunks(memory)
        if begun:
            self._known.restore(begun.part("hunks"))
        self._manifests = ManifestLog(frozenset(self._mainline))
        core = native_core(git, len(self._shas[-1]))
        self._plan = plan_origins(
            git,
            Ancestry(self._shas, parents),
            paths,
            report,
            first=self._first,
            known=self._known,
            core=core,
            workers=workers,
            pause=lambda: checkpoints.keep(self._planning),
            seen=self._manifests.saw,
        )
        if begun and "replay.done" not in begun.columns:
            begun = None  # it was left while the plan was made
        state = since or begun
        asked = _answers(state) if state else {}
        judged = _judged(state, asked, files) if state else {}
        named = [*_paths(self._plan), *asked]
        self._inclusion = Inclusion(git, log.shas[-1], files, named, judged=judged, leaving=leaving)
        if not self._inclusion.agrees(asked):
            raise UnusableState("other files count than before")
        self._revisions = RevisionLog()
        self._survival = SurvivalLog(log.times, self._mainline, self._inclusion)
        self._deaths = DeathLog(self._inclusion)
        self._names = NameLog(log.times, self._mainline, self._inclusion)
        self._last_moves = LastMoves()
        self._observers: dict[str, Observer] = {
            "revisions": self._revisions,
            "survival": self._survival,
            "deaths": self._deaths,
            "names": self._names,
            "last_moves": self._last_moves,
        }
        self._replay = Replay(git, self._plan, self._shas, list(self._observers.values()), known=self._known, core=core)
        if state:
            self._replay.ever_turned = bool(state.columns["ever_turned"][0])
            for name, observer in self._observers.items():
                observer.restore(state.part(name))
        if since:
            self._manifests.restore(since.part("manifests"))
            self._take_up(since)
        if begun:
            self._continue(begun)

    def run(self) -> Trace:
        """Carries the plan out."""
        self._manifests.read(self._git)
        self._replay.run(self._workers, self._report, lambda: self._checkpoints.keep(self._replaying))
        vectors, blamed = self._replay.heads()
        text: dict[bytes, Vector] = {}
        for file in self._files:
            vector = vectors[file.path]
            if file.text:
                text[file.path] = unpacked(vector) if vector else EMPTY
                if len(text[file.path]) != file.lines:
                    raise CorruptRepository(f"The history of {file.shown!r} does not lead to its lines.")
        columns: Columns = {
            **{f"manifests.{name}": column for name, column in self._manifests.columns().items()},
            **{f"heads.{name}": column for name, column in pack_vectors(list(vectors.values())).items()},
            "heads.paths": joined(list(vectors)),
            "heads.blamed": joined(blamed),
        }
        lines = Lines(self._log.shas, text, tuple(path for path in blamed if path in text))
        state = self._state("finished", columns)
        return Trace(lines, self._revisions, self._survival, self._deaths, self._manifests, self._names, state)

    def _take_up(self, since: State) -> None:
        """States what the plan asks of old commits: at the state's head from there, elsewhere by git's blame."""
        heads = since.part("heads")
        vectors = dict(zip(parted(heads["paths"]), unpack_vectors(heads), strict=True))
        blamed = set(parted(heads["blamed"]))
        mainline = set(self._mainline)
        number: Mapping[bytes, int] = {}
        for commit, wants in self._plan.known.items():
            for path, node in wants.items():
                # since the last commit of the line that moved a line of the file nothing happened to it
                if commit in mainline and path in vectors and commit >= self._last_moves.of(path):
                    self._replay.give(node, vectors[path], blamed=path in blamed)
                    continue
                if since.columns["ever_turned"][0]:
                    raise UnusableState("which old files git had to blame is not known")
                number = number or {sha: index for index, sha in enumerate(self._shas)}
                vector = None
                if not _is_binary(self._git, self._shas[commit], path):
                    vector = blame_path(self._git, self._shas[commit].decode(), path, number)
                self._replay.give(node, None if vector is None else vector.astype("<i4").tobytes())

    def _continue(self, begun: State) -> None:
        replay = begun.part("replay")
        vectors = dict(zip(replay["nodes"].tolist(), unpack_vectors(replay), strict=True))
        self._replay.resume(int(replay["done"][0]), vectors, set(replay["blamed"].tolist()))

    def _planning(self) -> State:
        return State("checkpoint", self._log.shas[-1], self._read() | self._hunks())

    def _replaying(self) -> State:
        replay = self._replay
        return self._state(
            "checkpoint",
            {
                "replay.done": np.array([replay.done]),
                "replay.nodes": np.array(list(replay.vectors), dtype=np.int64),
                "replay.blamed": np.array(sorted(replay.blamed), dtype=np.int64),
                **{f"replay.{name}": column for name, column in pack_vectors(list(replay.vectors.values())).items()},
                **self._hunks(),
            },
        )

    def _read(self) -> Columns:
        """What was read, before anything is made of it."""
        return {
            "files": pack_files(self._files),
            "leaving": joined([pattern.encode() for pattern in self._leaving.patterns]),
            **{f"log.{name}": column for name, column in pack_log(self._log).items()},
        }

    def _hunks(self) -> Columns:
        return {f"hunks.{name}": column for name, column in self._known.columns().items()}

    def _state(self, kind: Any, columns: Columns) -> State:
        asked = self._inclusion.asked
        kept: Columns = {
            **self._read(),
            "ever_turned": np.array([self._replay.ever_turned]),
            "asked.paths": joined(list(asked)),
            "asked.answers": np.array(list(asked.values()), dtype=np.bool_),
        }
        for name, observer in self._observers.items():
            kept |= {f"{name}.{key}": column for key, column in observer.columns().items()}
        return State(kind, self._log.shas[-1], kept | columns)


def same_leaving(state: State, leaving: Leaving) -> bool:
    """Whether the state was made with the same left out on request."""
    column = state.columns.get("leaving")  # states of before that was possible have none
    patterns = [] if column is None else parted(column)
    return patterns == [pattern.encode() for pattern in leaving.patterns]


def _answers(state: State) -> dict[bytes, bool]:
    answers: NDArray[np.bool_] = state.columns["asked.answers"]
    return dict(zip(parted(state.columns["asked.paths"]), answers.tolist(), strict=True))


def _judged(state: State, asked: Mapping[bytes, bool], files: Sequence[HeadFile]) -> dict[bytes, bool]:
    """Answers that were given by name and attributes, and would be again."""
    old = unpack_files(state.columns["files"])
    if not same_attributes(old, files):
        return {}
    paths = {file.path for file in old}
    return {path: answer for path, answer in asked.items() if path not in paths}


def _paths(plan: Plan) -> set[bytes]:
    """Every path that observers may be told of."""
    found: set[bytes] = set()
    for visit in plan.visits:
        found.update(edit.path for edit in visit.edits)
        found.update(edit.source for edit in visit.edits if edit.source)
        found.update(move.path for move in visit.moves)
    return found


def _is_binary(git: Git, commit: bytes, path: bytes) -> bool:
    return b"\0" in git.read("cat-file", "blob", commit + b":" + path)[:BINARY_PROBE]
