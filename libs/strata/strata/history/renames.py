"""Where created files were renamed from, as `git blame` decides it: one destination at a time.

A plain `-M` gives each deleted file to one destination only. Blame asks for one destination, so a deleted
file may serve several. To ask git the same for many destinations at once, the deleted files are laid out as a
small tree, and the same tree with the created files added as another: `git diff-tree -C
--find-copies-harder` then picks the most similar deleted file for each created one, and none is used up.

One rule of `-M` does not hold for `-C`: a file of the same name (the only one) is preferred if it is similar
enough. Where this could matter git is asked for the one destination alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from typing import Self

from strata.git import Git
from strata.history.conversation import AT_ONCE, Conversation
from strata.history.tree_changes import File

DONE = b"done\n"  # git echoes a line that it does not understand, and flushes


class Renames:
    """A context manager: it keeps three git processes."""

    def __init__(self, git: Git) -> None:
        self._git = git
        self._stack = ExitStack()
        self._made: dict[tuple[bytes, bytes], bytes] = {}  # (name, blob) -> tree; many commits ask of the same
        self._answers: dict[bytes, list[tuple[bytes, bytes]]] = {}  # two trees -> pairs; the same on many branches

    def __enter__(self) -> Self:
        enter = self._stack.enter_context
        self._mktree = enter(Conversation(self._git, "mktree", "--batch", "-z", "--missing"))
        flags = ("--stdin", "-r", "--raw", "-z", "--no-abbrev", "--no-commit-id")
        self._renames = enter(Conversation(self._git, "diff-tree", *flags, "-M"))
        self._copies = enter(Conversation(self._git, "diff-tree", *flags, "-C", "--find-copies-harder", "-l0"))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def sources(self, created: Sequence[File], deleted: Sequence[File]) -> list[File | None]:
        """For each of `created` the one of `deleted` (in tree order) that git says it was renamed from."""
        if not deleted:
            return [None] * len(created)
        exact: dict[bytes, list[File]] = {}
        names: dict[bytes, list[File]] = {}
        for file in deleted:
            exact.setdefault(file[1], []).append(file)
            names.setdefault(_name(file), []).append(file)
        # identical content comes before likeness
        found: list[File | None] = [same[0] if len(same := exact.get(file[1], [])) == 1 else None for file in created]
        open_ones = [place for place, source in enumerate(found) if source is None]
        if not open_ones:
            return found
        before = self._folders(deleted, "")
        after = self._folders([created[place] for place in open_ones], "new")
        flags = {int(new): int(old) for new, old in self._pairs(self._copies, before, before + after)}
        for number, place in enumerate(open_ones):
            source = deleted[flags[number]] if number in flags else None
            same = names.get(_name(created[place]), [])
            if source and source[1] != created[place][1] and len(same) == 1 and same[0] != source:
                alone = self._pairs(self._renames, before, [after[number]])
                source = deleted[int(alone[0][1])]
            found[place] = source
        return found

    def _pairs(self, git: Conversation, before: list[bytes], after: list[bytes]) -> list[tuple[bytes, bytes]]:
        """(number of a created file, number of its source), as git pairs two trees of folders."""
        question = self._tree(before) + b" " + self._tree(after)
        if git is self._copies and (known := self._answers.get(question)) is not None:
            return known
        git.ask(question + b"\n" + DONE)
        fields = iter(git.until(DONE).split(b"\0"))
        pairs = []
        for described in fields:
            _, colon, rest = described.partition(b":")
            if colon:
                status, path = rest.split(b" ")[4], next(fields)
                if status[:1] in b"RC":
                    pairs.append((next(fields).partition(b"/")[0][len(b"new") :], path.partition(b"/")[0]))
        if git is self._copies:
            self._answers[question] = pairs
        return pairs

    def _tree(self, folders: list[bytes]) -> bytes:
        self._mktree.ask(b"".join(folders) + b"\0")
        return self._mktree.line().strip()

    def _folders(self, files: Sequence[File], prefix: str) -> list[bytes]:
        """Tree entries, one for each file: by its own base name (which counts) in a numbered folder of its own."""
        leaves = [(_name(file), file[1]) for file in files]
        missing = iter([leaf for leaf in dict.fromkeys(leaves) if leaf not in self._made])
        while batch := list(islice(missing, AT_ONCE)):
            self._mktree.ask(b"".join(b"100644 blob %s\t%s\0\0" % (blob, name) for name, blob in batch))
            for leaf in batch:
                self._made[leaf] = self._mktree.line().strip()
        start = prefix.encode()
        return [b"040000 tree %s\t%s%08d\0" % (self._made[leaf], start, at) for at, leaf in enumerate(leaves)]


def _name(file: File) -> bytes:
    return file[0].rpartition(b"/")[2]
