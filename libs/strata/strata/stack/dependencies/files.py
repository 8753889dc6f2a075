"""The port through which manifests are read, with a bare repository and a dictionary behind it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from strata.git import Git, missing


class Files(Protocol):
    """The files of one commit. Paths are relative to its top, with `/`."""

    def paths(self) -> Sequence[str]:
        """All of them, sorted."""

    def blob(self, path: str) -> str | None:
        """An id of the content at `path`: the same id, the same content. None: there is none."""

    def read(self, paths: Sequence[str], limit: int) -> Iterator[tuple[str, bytes | None]]:
        """Each of `paths` (all of them are there) with its content, None for what has more than `limit` bytes."""


class MemoryFiles:
    """Files in a dictionary."""

    def __init__(self, contents: Mapping[str, bytes | str]) -> None:
        self._contents = {
            path: content.encode() if isinstance(content, str) else content for path, content in contents.items()
        }

    def paths(self) -> Sequence[str]:
        return sorted(self._contents)

    def blob(self, _path: str) -> str | None:
        return None

    def read(self, paths: Sequence[str], limit: int) -> Iterator[tuple[str, bytes | None]]:
        for path in paths:
            content = self._contents[path]
            yield path, content if len(content) <= limit else None


class Stored(Protocol):
    """A file in a repository's database: its path for people, the id of its content, and how large that is."""

    @property
    def shown(self) -> str: ...

    @property
    def sha(self) -> str: ...

    @property
    def size(self) -> int: ...


class GitFiles:
    """Files of a commit in a bare repository."""

    def __init__(self, git: Git, files: Iterable[Stored]) -> None:
        self._git = git
        self._blobs = {file.shown: file for file in files}

    def paths(self) -> Sequence[str]:
        return sorted(self._blobs)

    def blob(self, path: str) -> str:
        return self._blobs[path].sha

    def read(self, paths: Sequence[str], limit: int) -> Iterator[tuple[str, bytes | None]]:
        if not paths:
            return
        small = [path for path in paths if self._blobs[path].size <= limit]
        asked = "".join(f"{self._blobs[path].sha}\n" for path in small).encode()
        with self._git.process("cat-file", "--batch", "--buffer", stdin=asked) as output:
            for path in paths:
                self._git.check()
                if self._blobs[path].size > limit:
                    yield path, None
                    continue
                header = output.readline().split()
                if len(header) != 3:
                    raise missing(self._blobs[path].sha)
                content = output.read(int(header[2]))
                output.read(1)  # the newline after each object
                yield path, content


def beside(path: str, target: str) -> str | None:
    """What `target`, written in the file at `path`, names; None if that is outside of the repository."""
    if target.startswith("/") or "\\" in target or "\0" in target:
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
    if joined == ".." or joined.startswith("../"):
        return None
    return "" if joined == "." else joined
