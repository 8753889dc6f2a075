"""Where created files were renamed from, as `git blame` decides it: one destination at a time.

A plain `-M` gives each deleted file to one destination only. Blame asks for one destination, so a deleted
file may serve several. To ask git the same for many destinations at once, the deleted files are laid out as a
small tree, and the same tree with the created files added as another: `git diff-tree -C
--find-copies-harder` then picks the most similar deleted file for each created one, and none is used up.

One rule of `-M` does not hold for `-C`: a file of the same name (the only one) is preferred if it is similar
enough. Where this could matter git is asked for the one destination alone.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import ExitStack
from functools import cached_property
from typing import Self

from strata.git import Git
from strata.history.conversation import Conversation
from strata.history.made_trees import FILE, FOLDER, Entry, make_tree
from strata.native import Core, File

DONE = b"done\n"  # git echoes a line that it does not understand, and flushes


class Renames:
    """A context manager: it keeps two git processes once they are needed."""

    def __init__(self, git: Git, core: Core | None, id_length: int) -> None:
        self._git, self._core, self._id_length = git, core, id_length
        self._stack = ExitStack()
        self._made: dict[tuple[Entry, ...], bytes] = {}  # what is in a folder -> its tree
        self._answers: dict[bytes, dict[bytes, bytes]] = {}  # two trees -> pairs; the same on many branches
        self._deleted: Sequence[File] = ()  # those that were asked about last, by content and by base name:
        self._exact: dict[bytes, list[File]] = {}
        self._names: dict[bytes, list[File]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def sources(self, created: Sequence[File], deleted: Sequence[File]) -> list[File | None]:
        """For each of `created` the one of `deleted` (in tree order) that git says it was renamed from."""
        if not deleted:
            return [None] * len(created)
        if self._core is not None:
            # what the core cannot read, git may, or will say why not
            with contextlib.suppress(OSError):
                found = self._core.sources(created, deleted)
                return [None if place is None else deleted[place] for place in found]
        return self._by_git(created, deleted)

    @cached_property
    def _renames(self) -> Conversation:
        return self._diff_tree("-M")

    @cached_property
    def _copies(self) -> Conversation:
        return self._diff_tree("-C", "--find-copies-harder", "-l0")

    def _diff_tree(self, *flags: str) -> Conversation:
        said = ("--stdin", "-r", "--raw", "-z", "--no-abbrev", "--no-commit-id", *flags)
        return self._stack.enter_context(Conversation(self._git, "diff-tree", *said))

    def _by_git(self, created: Sequence[File], deleted: Sequence[File]) -> list[File | None]:
        if deleted is not self._deleted:
            self._deleted, self._exact, self._names = deleted, _grouped(deleted, _blob), _grouped(deleted, _name)
        exact, names = self._exact, self._names
        # identical content comes before likeness
        found: list[File | None] = [same[0] if len(same := exact.get(file[1], [])) == 1 else None for file in created]
        open_ones = [place for place, source in enumerate(found) if source is None]
        if not open_ones:
            return found
        asked = [created[place] for place in open_ones]
        shared = {name for file in asked if (name := _name(file)) in names}
        before = _laid_out(deleted, b"", shared)
        after = _laid_out(asked, b"new", shared)
        pairs = self._pairs(self._copies, before, before | after)
        for laid_out, place in zip(after, open_ones, strict=True):
            source = before[pairs[laid_out]] if laid_out in pairs else None
            same = names.get(_name(created[place]), [])
            if source and source[1] != created[place][1] and len(same) == 1 and same[0] != source:
                alone = self._pairs(self._renames, before, {laid_out: after[laid_out]})
                source = before[alone[laid_out]] if laid_out in alone else None
            found[place] = source
        return found

    def _pairs(
        self, git: Conversation, before: Mapping[bytes, File], after: Mapping[bytes, File]
    ) -> dict[bytes, bytes]:
        """Created path → path of its source, as git pairs two trees."""
        question = self._tree(before) + b" " + self._tree(after)
        if git is self._copies and (known := self._answers.get(question)) is not None:
            return known
        git.ask(question + b"\n" + DONE)
        fields = iter(git.until(DONE).split(b"\0"))
        pairs = {}
        for described in fields:
            _, colon, rest = described.partition(b":")
            if colon:
                status, path = rest.split(b" ")[4], next(fields)
                if status[:1] in b"RC":
                    pairs[next(fields)] = path
        if git is self._copies:
            self._answers[question] = pairs
        return pairs

    def _tree(self, files: Mapping[bytes, File]) -> bytes:
        """Writes the tree that `files` lie in."""
        entries: list[Entry] = []
        folders: dict[bytes, list[Entry]] = {}
        for path, file in files.items():
            folder, _, name = path.rpartition(b"/")
            there = folders.setdefault(folder, []) if folder else entries
            there.append((FILE, name, file[1]))
        entries += [(FOLDER, name, self._made_once(there)) for name, there in folders.items()]
        return self._made_once(entries)

    def _made_once(self, entries: Sequence[Entry]) -> bytes:
        key = tuple(entries)
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = make_tree(self._git, entries, self._id_length)
        return made


def _laid_out(files: Sequence[File], prefix: bytes, shared: Set[bytes]) -> dict[bytes, File]:
    """Files by new paths that leave them their order, and their own base names where these are `shared`.

    Both matter to git where files are equally similar. A number keeps the order; for its own name a file needs a
    folder, and with each goes a tree to write, so that as few as possible are made.
    """
    laid_out: dict[bytes, File] = {}
    number, folder, last = 0, b"", b""
    for file in files:
        name = _name(file)
        if name not in shared:
            number += 1
            folder = b""
            laid_out[b"%s%08d" % (prefix, number)] = file
            continue
        if not folder or name <= last:
            number += 1
            folder = b"%s%08d" % (prefix, number)
        last = name
        laid_out[folder + b"/" + name] = file
    return laid_out


def _grouped(files: Sequence[File], key: Callable[[File], bytes]) -> dict[bytes, list[File]]:
    groups: dict[bytes, list[File]] = {}
    for file in files:
        groups.setdefault(key(file), []).append(file)
    return groups


def _blob(file: File) -> bytes:
    return file[1]


def _name(file: File) -> bytes:
    return file[0].rpartition(b"/")[2]
