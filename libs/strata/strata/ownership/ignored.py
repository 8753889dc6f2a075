"""Lines of commits that the repository asks to ignore, given to whoever had them before.

What `git blame --ignore-revs-file` says, asked of git itself, and only of files that have lines of such commits: where
no line belongs to an ignored commit, ignoring it changes nothing.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from strata.errors import CorruptRepository
from strata.git import Git
from strata.ownership.blame import blame_paths
from strata.ownership.lines import Lines
from strata.progress import Meter, Progress

FILE = ".git-blame-ignore-revs"
MOST = 10_000  # commits; what a file names beyond them is not read
ID = re.compile(rb"^\s*([0-9a-fA-F]{40}(?:[0-9a-fA-F]{24})?)\s*(?:#.*)?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ignored:
    """What came of it: `commits` of this history are ignored, out of `listed` ones.

    `lines` in `files` went to another commit. `files_left` keep their plain owners, because the time was up.
    """

    listed: int
    commits: int
    files: int
    lines: int
    files_left: int


def ignored_commits(git: Git, head: str) -> list[str]:
    """The ids in `FILE` as it is in `head`, at most `MOST`; none if there is no such file."""
    try:
        text = git.read("cat-file", "blob", f"{head}:{FILE}")
    except CorruptRepository:
        return []
    return list(dict.fromkeys(found.decode().lower() for found in ID.findall(text)[:MOST]))


def reassigned(
    git: Git, head: str, lines: Lines, *, seconds: float, workers: int, report: Callable[[Progress], None]
) -> tuple[Lines, Ignored]:
    """The lines with the commits of `FILE` ignored, as far as `seconds` suffice: files with most such lines first.

    Raises Cancelled, CorruptRepository.
    """
    number = {sha: index for index, sha in enumerate(lines.commits)}
    listed = ignored_commits(git, head)
    ignored = [sha for sha in listed if sha in number]
    mask = np.zeros(len(lines.commits), dtype=np.bool_)
    mask[[number[sha] for sha in ignored]] = True
    counts = {path: int(mask[vector].sum()) for path, vector in lines.vectors.items()}
    paths = sorted((path for path in counts if counts[path]), key=lambda path: (-counts[path], path))
    vectors = dict(lines.vectors)
    files = moved = done = 0
    meter = Meter(report, "ignored", len(paths))
    with tempfile.NamedTemporaryFile("w", prefix="strata-", suffix=".revs") as revs:
        revs.write("\n".join(ignored))
        revs.flush()
        for path, vector in blame_paths(
            git,
            head,
            paths,
            {sha.encode(): index for sha, index in number.items()},
            workers=workers,
            flags=(f"--ignore-revs-file={revs.name}",),
            until=time.monotonic() + seconds,
        ):
            if len(vector) != len(vectors[path]):
                shown = path.decode("utf-8", "replace")
                raise CorruptRepository(f"git blame counts other lines in {shown!r} than git does.")
            changed = int((vector != vectors[path]).sum())
            files += changed > 0
            moved += changed
            vectors[path] = vector
            done += 1
            meter.advance()
    meter.finish()
    return replace(lines, vectors=vectors), Ignored(len(listed), len(ignored), files, moved, len(paths) - done)
