"""Histories of any size with steady habits: three files change a commit, some commits merge a branch."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path
from typing import IO

from tests.bench.repositories import ENVIRONMENT, git
from tests.unit.strata.history_builder import HOUR, MONDAY

LINES = 40  # of a file, kept by replacing as many as are taken away
CHANGED = 3  # files a commit
BRANCH = 4  # commits before a branch is merged


def write(folder: Path, *, commits: int, files: int, merges: float) -> None:
    """A bare repository whose share of merges is about `merges`, the same for the same arguments."""
    git(folder, "init", "--quiet", "--bare", "-b", "main")
    command = ["git", f"--git-dir={folder}", "fast-import", "--quiet"]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.PIPE)
    assert process.stdin is not None
    with process.stdin as stream:
        _Writer(stream, commits, files).write(merges)
    if process.wait():
        raise RuntimeError("fast-import failed")
    git(folder, "gc", "--quiet")


class _Writer:
    """Branches change the files with odd numbers, main the others, so that a merge takes either side's whole."""

    def __init__(self, stream: IO[bytes], commits: int, files: int) -> None:
        self.stream = stream
        self.commits = commits
        self.dice = random.Random(commits * 31 + files)
        self.files = [[self.line() for _ in range(LINES)] for _ in range(files)]
        self.mark = 0

    def write(self, merges: float) -> None:
        main = self.commit("main", [], set(range(len(self.files))))
        side, branched = 0, set[int]()
        per_branch = max(1, min(BRANCH, round(1 / merges) - 1)) if merges else 0
        made = 0  # commits of the branch
        while self.mark < self.commits:
            if per_branch and made == per_branch:
                main = self.commit("main", [main, side], branched)
                side, made, branched = 0, 0, set()
            elif per_branch and self.dice.random() < merges * per_branch / (1 - merges):
                changed = self.edited(odd=True)
                side, made, branched = self.commit("side", [side or main], changed), made + 1, branched | changed
            else:
                main = self.commit("main", [main], self.edited(odd=False))

    def line(self) -> bytes:
        return b"%d %d\n" % (self.dice.getrandbits(30), self.dice.getrandbits(30))

    def edited(self, *, odd: bool) -> set[int]:
        """Changes a few lines of a few files."""
        numbers = {self.dice.randrange(len(self.files) // 2) * 2 + odd for _ in range(CHANGED)}
        for number in sorted(numbers):
            at = self.dice.randrange(LINES - 4)
            size = self.dice.randint(1, 3)
            self.files[number][at : at + size] = [self.line() for _ in range(size)]
        return numbers

    def commit(self, branch: str, parents: list[int], changed: set[int]) -> int:
        self.mark += 1
        who = b"P%d <p%d@example.org> %d +0000" % (self.mark % 20, self.mark % 20, MONDAY + self.mark * HOUR)
        parts = [b"commit refs/heads/" + branch.encode(), b"mark :%d" % self.mark, b"committer " + who, b"data 1\nx"]
        parts += [(b"merge" if at else b"from") + b" :%d" % parent for at, parent in enumerate(parents)]
        for number in sorted(changed):
            content = b"".join(self.files[number])
            parts += [b"M 100644 inline d%d/f%d" % (number % 17, number), b"data %d" % len(content), content]
        self.stream.write(b"\n".join([*parts, b""]))
        return self.mark
