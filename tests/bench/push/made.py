"""A made repository of a given size, and pushes to it: the same for the same numbers."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.bench.repositories import CACHE, ENVIRONMENT, git

PEOPLE = 200
_FIRST = 1_400_000_000
_WORDS = [f"word{n}" for n in range(400)]
_KINDS = ("py", "ts", "go", "md", "c", "yaml")


class Maker:
    """Writes fast-import streams of one history that goes on."""

    def __init__(self, seed: int, files: int) -> None:
        self._dice = random.Random(seed)
        self._most = files
        self._files: dict[str, list[str]] = {}
        self._names: list[str] = []
        self._made = 0

    def commits(self, count: int, *, onto: str = "") -> Iterator[bytes]:
        """So many commits on main; now and then a side branch of three is merged."""
        left, side = count, 0
        if onto:
            yield f"reset refs/heads/main\nfrom {onto}\n\n".encode()
        while left:
            if side == 0 and left > 4 and self._dice.random() < 0.02:
                yield from self._branch()
                left -= 4
                continue
            yield self._commit("refs/heads/main", "")
            left -= 1
        yield b"done\n"

    def _branch(self) -> Iterator[bytes]:
        yield b"reset refs/heads/side\nfrom refs/heads/main\n\n"
        for _ in range(3):
            yield self._commit("refs/heads/side", "")
        yield self._commit("refs/heads/main", "merge refs/heads/side\n")

    def _commit(self, branch: str, merge: str) -> bytes:
        self._made += 1
        person = self._dice.randrange(PEOPLE)
        when = _FIRST + self._made * 3_000
        out = f"commit {branch}\ncommitter Person {person} <p{person}@example.com> {when} +0000\n"
        out += f"data 6\nchange\n{merge}"
        for name in self._touched() if not merge else [self._names[-1]]:
            text = "\n".join(self._edited(name)) + "\n"
            out += f"M 100644 inline {name}\ndata {len(text)}\n{text}\n"
        return out.encode()

    def _touched(self) -> list[str]:
        grow = len(self._names) < self._most and self._dice.random() < 0.12
        if grow or not self._names:
            number = len(self._names)
            name = f"part{number % 40}/unit{number % 331}/file{number}.{_KINDS[number % len(_KINDS)]}"
            self._names.append(name)
            self._files[name] = [self._line() for _ in range(self._dice.randrange(10, 120))]
            return [name]
        return self._dice.sample(self._names, min(len(self._names), self._dice.choice((1, 1, 2, 3))))

    def _edited(self, name: str) -> list[str]:
        lines = self._files[name]
        at = self._dice.randrange(len(lines) + 1)
        gone = self._dice.randrange(4)
        lines[at : at + gone] = [self._line() for _ in range(self._dice.randrange(1, 5))]
        del lines[400:]
        return lines

    def _line(self) -> str:
        return " " * self._dice.choice((0, 4, 8)) + " ".join(self._dice.choices(_WORDS, k=self._dice.randrange(1, 9)))


def made(commits: int, files: int, pushes: int, pushed: int) -> tuple[Path, list[str]]:
    """A bare repository, kept for the next time, and the heads of `main`: before and after each of the pushes."""
    folder = CACHE / f"made-{commits}-{files}-{pushes}-{pushed}.git"
    if not folder.exists():
        fresh = folder.with_suffix(".new")
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        git(fresh, "init", "--quiet", "--bare", "--template=", "-b", "main")
        maker = Maker(1, files)
        _import(fresh, maker.commits(commits))
        git(fresh, "tag", "v1.0", "main~100")
        git(fresh, "update-ref", "refs/pushed/0", "main")
        git(fresh, "repack", "-adbq")  # as a host keeps it
        for number in range(1, pushes + 1):
            _import(fresh, maker.commits(pushed, onto=git(fresh, "rev-parse", "main").decode().strip()))
            git(fresh, "update-ref", f"refs/pushed/{number}", "main")
        git(fresh, "config", "uploadpack.allowFilter", "true")
        git(fresh, "config", "transfer.hideRefs", "refs/pushed")
        git(fresh, "update-ref", "-d", "refs/heads/side")
        fresh.rename(folder)
    said = git(folder, "for-each-ref", "--sort=refname", "--format=%(objectname)", "refs/pushed")
    return folder.resolve(), said.decode().split()


def _import(folder: Path, stream: Iterator[bytes]) -> None:
    command = ["git", f"--git-dir={folder}", "fast-import", "--quiet", "--done"]
    with subprocess.Popen(command, env=ENVIRONMENT, stdin=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.writelines(stream)
        process.stdin.close()
        if process.wait():
            raise RuntimeError("fast-import failed")
