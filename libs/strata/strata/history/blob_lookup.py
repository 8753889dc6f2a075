"""What other commits have at a path."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Self

from strata.git import Git
from strata.history.conversation import AT_ONCE, Conversation
from strata.history.tree_changes import REGULAR

LONGEST_LINK = 4_096  # a symbolic link's blob is its target, and no longer than a path can be


class Found(NamedTuple):
    """`exists` says whether there is anything but a directory; `blob` is None unless it may be a regular file."""

    blob: bytes | None
    exists: bool
    size: int = 0


class BlobLookup:
    """A context manager: it keeps one git process."""

    def __init__(self, git: Git) -> None:
        self._git = git
        form = "--batch-check=%(objectname) %(objecttype) %(objectsize)"
        self._check = Conversation(git, "cat-file", form, "-z")

    def __enter__(self) -> Self:
        self._check.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._check.__exit__()

    def find(self, commits: Sequence[bytes], paths: Sequence[bytes]) -> list[list[Found]]:
        """For each path what each of `commits` has there."""
        names = [commit + b":" + path for path in paths for commit in commits]
        found: list[Found] = []
        for at in range(0, len(names), AT_ONCE):
            batch = names[at : at + AT_ONCE]
            self._check.ask(b"".join(name + b"\0" for name in batch))
            found += [self._answer(name) for name in batch]
        width = len(commits)
        return [found[at : at + width] for at in range(0, len(found), width)]

    def _answer(self, name: bytes) -> Found:
        line = self._check.line()
        if line.startswith(name[:41]):  # absent: the name is echoed, and may have newlines of its own
            missing = name + b" missing\n"
            if len(line) < len(missing):
                self._check.exactly(len(missing) - len(line))
            return Found(None, exists=False)
        blob, kind, size = line.split()
        return Found(blob if kind == b"blob" else None, kind != b"tree", int(size))

    def is_regular(self, commit: bytes, path: bytes, found: Found) -> bool:
        """Whether it is a regular file, not a symbolic link."""
        if found.size > LONGEST_LINK:
            return True
        return self._git.read("ls-tree", "-z", commit, "--", path).startswith(REGULAR)
