"""Line ownership by git's own word: `git blame` of every text file at head."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from dataclasses import replace

import numpy as np

from strata.errors import CorruptRepository
from strata.git import Git
from strata.ownership.lines import Lines, Vector
from strata.progress import Meter, Progress
from strata.stack.inventory import HeadFile

POLL = 0.2  # seconds


def blame_files(
    git: Git,
    head: str,
    files: Iterable[HeadFile],
    commits: Sequence[str],
    *,
    workers: int,
    report: Callable[[Progress], None],
) -> Lines:
    """Blames the text files among `files`, `workers` at a time, largest first.

    Equal to plain `git blame HEAD -- FILE` line for line (no flags; the pins of `strata.git` are git's own
    defaults). Cancellation is noticed within a fraction of a second and leaves no process behind.
    """
    text = [file for file in files if file.text]
    meter = Meter(report, "lines", sum(file.lines for file in text))
    number = {sha.encode(): index for index, sha in enumerate(commits)}
    vectors = {file.path: np.empty(0, dtype=np.int32) for file in text}
    filled = {file.path: file for file in sorted(text, key=lambda file: (-file.lines, file.path)) if file.lines}
    for path, vector in blame_paths(git, head, list(filled), number, workers=workers):
        file = filled[path]
        if len(vector) != file.lines:
            raise CorruptRepository(f"git blame counts other lines in {file.shown!r} than git does.")
        vectors[path] = vector
        meter.advance(file.lines)
    meter.finish()
    return Lines(commits, vectors)


def blame_paths(
    git: Git,
    commit: str,
    paths: Sequence[bytes],
    number: Mapping[bytes, int],
    *,
    workers: int,
    flags: Sequence[str] = (),
    until: float = math.inf,
) -> Iterator[tuple[bytes, Vector]]:
    """The lines of each of `paths` as they get ready, begun in their order, `workers` at a time.

    What is not ready at the (monotonic) time `until` is left out. Raises Cancelled, CorruptRepository.
    """
    abandon = threading.Event()
    worker = replace(git, cancelled=abandon.is_set)
    with ThreadPoolExecutor(workers, thread_name_prefix="blame") as pool:
        pending = {pool.submit(blame_path, worker, commit, path, number, flags): path for path in paths}
        try:
            while pending and time.monotonic() < until:
                git.check()
                done, _ = wait(pending, timeout=POLL, return_when=FIRST_COMPLETED)
                for future in done:
                    yield pending.pop(future), future.result()
        finally:
            abandon.set()
            pool.shutdown(wait=True, cancel_futures=True)


def blame_path(git: Git, commit: str, path: bytes, number: Mapping[bytes, int], flags: Sequence[str] = ()) -> Vector:
    """The commit index of each line of what `commit` has at `path`, by git's own blame."""
    if git.cut_off:  # git would say without a word that the first commit that is there wrote everything
        raise CorruptRepository(f"Who wrote {path.decode('utf-8', 'replace')!r} lies in commits that are missing.")
    output = git.read("blame", "--incremental", "--no-textconv", *flags, commit, "--", path)
    groups: list[tuple[int, int, int]] = []
    expecting_group = True
    for line in output.split(b"\n"):
        if expecting_group:
            if line:
                sha, _, start, length = line.split(b" ")
                groups.append((int(start) - 1, int(length), number[sha]))
                expecting_group = False
        elif line.startswith(b"filename "):  # ends each group; what is between describes its commit
            expecting_group = True
    vector = np.full(max((first + length for first, length, _ in groups), default=0), -1, dtype=np.int32)
    for begin, count, owner in groups:
        vector[begin : begin + count] = owner
    if vector.min(initial=0) < 0:
        raise CorruptRepository(f"git blame left lines of {path.decode('utf-8', 'replace')!r} without a commit.")
    return vector
