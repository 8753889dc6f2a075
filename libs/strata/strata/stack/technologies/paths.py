"""Many path patterns asked of many paths: by names, extensions and folders first, then by the few that are left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Generic, TypeVar

T = TypeVar("T")
WILD = re.compile(r"[*?\[]")
TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]]+\]|.")


KINDS = ("name", "stem", "extension", "folder")


class Patterns(Generic[T]):
    """Patterns as in `.gitignore`, each with what it stands for.

    A pattern holds at any depth, with a slash in front from the top only; with a slash at its end it is a folder, and
    shown by the first file in it. ValueError for one that nothing in a path's name would tell: `*`, `a*`.
    """

    def __init__(self, patterns: Iterable[tuple[str, T]]) -> None:
        kept: dict[str, dict[str, list[tuple[str, T]]]] = {kind: {} for kind in KINDS}
        for pattern, meaning in patterns:
            kind, text = key_of(pattern)
            kept[kind].setdefault(text, []).append((pattern, meaning))
        self._names, self._stems, self._extensions, self._folders = (kept[kind] for kind in KINDS)

    def found(self, paths: Iterable[str]) -> Iterator[tuple[str, T]]:
        """Each path with each meaning, in the order of the paths; a folder's meaning with its first path only."""
        entered: set[str] = set()
        for path in paths:
            folder, _, name = path.rpartition("/")
            looked = [*self._names.get(name, ())]
            dot = name.find(".", 1)
            if dot > 0:
                looked += self._stems.get(name[:dot], ())
                looked += self._extensions.get(name[name.rindex(".") + 1 :], ())
            for pattern, meaning in looked:
                if expression(pattern).search(path):
                    yield path, meaning
            if self._folders and folder not in entered:
                yield from self._in_folders(path, folder, entered)

    def _in_folders(self, path: str, folder: str, entered: set[str]) -> Iterator[tuple[str, T]]:
        while folder and folder not in entered:
            entered.add(folder)
            for pattern, meaning in self._folders.get(folder.rpartition("/")[2], ()):
                if expression(pattern).search(folder + "/"):
                    yield path, meaning
            folder = folder.rpartition("/")[0]


def key_of(pattern: str) -> tuple[str, str]:
    """By what a pattern's paths are found: the name of a folder or file, how a name begins, or its extension."""
    name = pattern.rstrip("/").rpartition("/")[2]
    wild = WILD.search(name)
    if not wild:
        return "folder" if pattern.endswith("/") else "name", name
    dot, extension = name.find(".", 1), name.rpartition(".")[2]
    if not pattern.endswith("/"):
        if 0 < dot < wild.start():
            return "stem", name[:dot]
        if "." in name and not WILD.search(extension):
            return "extension", extension
    raise ValueError(f"nothing in a name tells whether {pattern!r} may hold")


@cache
def expression(pattern: str) -> re.Pattern[str]:
    """The regular expression of a pattern."""
    written = pattern.removeprefix("/")
    parts = [_translated(token) for token in TOKEN.findall(written)]
    return re.compile(
        ("^" if pattern.startswith("/") else "(?:^|/)") + "".join(parts) + ("" if pattern.endswith("/") else "$")
    )


def _translated(token: str) -> str:
    known = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    if token in known:
        return known[token]
    if token.startswith("["):
        return token.replace("[!", "[^", 1)
    return re.escape(token)
