"""Where a created file was renamed from, as `git blame` decides it: one destination at a time.

A plain `-M` gives each deleted file to one destination only. Blame asks for one destination, so a deleted
file may serve several. Git is asked the same way here: the deleted files and the one created file are
laid out as two small trees, which `git diff-tree -M` compares.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from typing import Self

from strata.git import Git
from strata.history.conversation import AT_ONCE, Conversation

File = tuple[bytes, bytes]
"""(path, blob) of a regular file."""

DONE = b"done\n"  # git echoes a line that it does not understand, and flushes


class Renames:
    """A context manager: it keeps two git processes."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._stack = ExitStack()
        self._laid: tuple[Sequence[File], bytes] | None = None  # the last deleted files and their tree

    def __enter__(self) -> Self:
        enter = self._stack.enter_context
        self._mktree = enter(Conversation(self._git, "mktree", "--batch", "-z", "--missing"))
        flags = ("-r", "-M", "--raw", "-z", "--no-abbrev", "--no-commit-id")
        self._diff = enter(Conversation(self._git, "diff-tree", "--stdin", *flags))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def source(self, created: File, deleted: Sequence[File]) -> File | None:
        """The one of `deleted` (in tree order) that git says `created` was renamed from.

        `deleted` must not change while it is asked about.
        """
        if not deleted:
            return None
        exact = [file for file in deleted if file[1] == created[1]]
        if len(exact) == 1:  # identical content comes before likeness
            return exact[0]
        if self._laid is None or self._laid[0] is not deleted:
            self._laid = deleted, self._laid_out(deleted)
        before, after = self._laid[1], self._laid_out([created], "new")
        self._diff.ask(before + b" " + after + b"\n" + DONE)
        fields = iter(self._diff.until(DONE).split(b"\0"))
        for described in fields:
            _, colon, rest = described.partition(b":")
            if colon:
                status, path = rest.split(b" ")[4], next(fields)
                if status[:1] in b"RC":
                    return deleted[int(path.partition(b"/")[0])]
        return None

    def _laid_out(self, files: Sequence[File], prefix: str = "") -> bytes:
        """A tree with each file, by its own base name (which counts), in a numbered folder of its own."""
        leaves = [b"100644 blob %s\t%s\0\0" % (blob, path.rpartition(b"/")[2]) for path, blob in files]
        folders: list[bytes] = []
        remaining = iter(leaves)
        while batch := list(islice(remaining, AT_ONCE)):
            self._mktree.ask(b"".join(batch))
            folders += [self._mktree.line().strip() for _ in batch]
        name = prefix.encode()
        entries = (b"040000 tree %s\t%s%08d\0" % (tree, name, number) for number, tree in enumerate(folders))
        self._mktree.ask(b"".join(entries) + b"\0")
        return self._mktree.line().strip()
