"""What git itself says of every line: `git blame` of every text file, kept for the next run."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from tests.bench.repositories import CACHE, ENVIRONMENT, Subject, git

PROCESSES = 2
SNIFFED = 8_000  # bytes in which git looks for a NUL


class Blame:
    """The answers of one repository at one commit, in a file that survives an interrupted run.

    Git is given a commit-graph with changed-path filters, which spare it the reading of trees. What
    differs from the engine is asked again without (`plainly`), so that git's plain word is the last one.
    """

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        folder = CACHE / "blame" / subject.name.replace("/", "+")
        folder.mkdir(parents=True, exist_ok=True)
        self._graph = folder / "graph.git"
        self._database = folder / f"{subject.head}.sqlite"
        with closing(self._open()) as database, database:
            database.execute("create table if not exists blame (path blob primary key, owners blob, seconds real)")

    def of(self, paths: Iterable[bytes]) -> Iterator[tuple[bytes, list[str]]]:
        """The owning commit of each line of each path; unknown ones are asked for first."""
        wanted = list(paths)
        with closing(self._open()) as database:
            known = {path for (path,) in database.execute("select path from blame")}
            missing = [path for path in wanted if path not in known]
            if missing:
                folder = self._with_graph()
                with ThreadPoolExecutor(PROCESSES) as pool:
                    answers = pool.map(lambda path: (path, *blame(folder, self.subject.head, path)), missing)
                    for path, owners, seconds in answers:
                        packed = zlib.compress(bytes.fromhex("".join(owners)))
                        with database:
                            database.execute("insert into blame values (?, ?, ?)", (path, packed, seconds))
            for path in wanted:
                (packed,) = database.execute("select owners from blame where path = ?", (path,)).fetchone()
                joined, width = zlib.decompress(packed).hex(), len(self.subject.head)
                yield path, [joined[at : at + width] for at in range(0, len(joined), width)]

    def plainly(self, path: bytes) -> list[str]:
        """The owners of one path by git without any help."""
        return blame(self.subject.folder, self.subject.head, path)[0]

    def seconds(self, paths: Iterable[bytes]) -> float:
        """CPU seconds that git took for `paths`."""
        with closing(self._open()) as database:
            spent = dict(database.execute("select path, seconds from blame"))
        return sum(spent[path] for path in paths)

    def seconds_of_all(self, files: int) -> float | None:
        """CPU seconds for all files of the repository, None if some of the `files` were never asked for."""
        with closing(self._open()) as database:
            known, spent = database.execute("select count(*), sum(seconds) from blame").fetchone()
        return spent if known >= files else None

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._database)

    def _with_graph(self) -> Path:
        """A repository that borrows the objects and adds the graph: nothing is written to the subject."""
        if not (self._graph / "objects" / "info" / "commit-graph").exists():
            subprocess.run(["git", "init", "--quiet", "--bare", str(self._graph)], env=ENVIRONMENT, check=True)
            objects = git(self.subject.folder, "rev-parse", "--path-format=absolute", "--git-path", "objects")
            (self._graph / "objects" / "info" / "alternates").write_bytes(objects)
            written = ("commit-graph", "write", "--stdin-commits", "--changed-paths", "--no-progress")
            git(self._graph, *written, stdin=f"{self.subject.head}\n".encode())
        return self._graph


def blame(folder: Path, head: str, path: bytes) -> tuple[list[str], float]:
    """The owning commit of each line, and the CPU seconds that took."""
    command = ["git", "--literal-pathspecs", f"--git-dir={folder}", "blame", "--incremental", head, "--", path]
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.PIPE)
    assert process.stdout is not None
    output = process.stdout.read()
    process.stdout.close()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"git blame of {path!r} failed")
    return _owners(output), usage.ru_utime + usage.ru_stime


def _owners(output: bytes) -> list[str]:
    owners: dict[int, str] = {}
    heading = True  # groups of a heading, the commit's description, and the file's name at the end
    for line in output.decode("utf-8", "surrogateescape").split("\n"):
        if heading and line:
            commit, _, first, size = line.split(" ")
            owners |= dict.fromkeys(range(int(first), int(first) + int(size)), commit)
            heading = False
        elif line.startswith("filename "):
            heading = True
    if sorted(owners) != list(range(1, len(owners) + 1)):
        raise RuntimeError("git blame leaves lines out")
    return [owners[line] for line in range(1, len(owners) + 1)]


def text_files(subject: Subject) -> list[bytes]:
    """Regular files at head that git takes for text, in path order."""
    entries = [entry for entry in git(subject.folder, "ls-tree", "-r", "-z", subject.head).split(b"\0") if entry]
    regular = [entry.split(b"\t", 1) for entry in entries if entry.startswith(b"100")]
    asked = b"".join(described.split()[2] + b"\n" for described, _ in regular)
    content = git(subject.folder, "cat-file", "--batch", stdin=asked)
    paths, at = [], 0
    for _, path in regular:
        end = content.index(b"\n", at)
        size = int(content[at:end].split()[2])
        if b"\0" not in content[end + 1 : end + 1 + min(size, SNIFFED)]:
            paths.append(path)
        at = end + 1 + size + 1
    return paths
