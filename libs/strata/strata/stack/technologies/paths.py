"""Many path patterns asked of many paths: by names, extensions and folders first, then by the few that are left."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
WILD = re.compile(r"[*?\[]")
TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[[^\]]+\]|.")


class Key(NamedTuple):
    """What a path must have for a pattern to be looked at."""

    kind: str
    text: str


class Patterns(Generic[T]):
    """Patterns as in `.gitignore`, each with what it stands for.

    A pattern holds at any depth, with a slash in front from the top only; with a slash at its end it is a folder, and
    shown by the first file in it. ValueError for one that nothing in a path's name would tell: `*`, `a*`.
    """

    def __init__(self, patterns: Iterable[tuple[str, T]]) -> None:
        self._by_key: dict[Key, list[tuple[str, T]]] = defaultdict(list)
        for pattern, meaning in patterns:
            self._by_key[key_of(pattern)].append((pattern, meaning))
        self._folders = any(key.kind == "folder" for key in self._by_key)

    def found(self, paths: Iterable[str]) -> Iterator[tuple[str, T]]:
        """Each path with each meaning, in the order of the paths; a folder's meaning with its first path only."""
        entered: set[str] = set()
        for path in paths:
            folder, _, name = path.rpartition("/")
            for key in _keys(name):
                for pattern, meaning in self._by_key.get(key, ()):
                    if expression(pattern).search(path):
                        yield path, meaning
            if self._folders and folder not in entered:
                yield from self._in_folders(path, folder, entered)

    def _in_folders(self, path: str, folder: str, entered: set[str]) -> Iterator[tuple[str, T]]:
        while folder and folder not in entered:
            entered.add(folder)
            for pattern, meaning in self._by_key.get(Key("folder", folder.rpartition("/")[2]), ()):
                if expression(pattern).search(folder + "/"):
                    yield path, meaning
            folder = folder.rpartition("/")[0]


def key_of(pattern: str) -> Key:
    """By what a pattern's paths are found: the name of a folder or file, how a name begins, or its extension."""
    name = pattern.rstrip("/").rpartition("/")[2]
    wild = WILD.search(name)
    if pattern.endswith("/"):
        if not wild:
            return Key("folder", name)
    elif not wild:
        return Key("name", name)
    else:
        dot = name.find(".", 1)
        if 0 < dot < wild.start():
            return Key("stem", name[:dot])
        extension = name.rpartition(".")[2]
        if "." in name and not WILD.search(extension):
            return Key("extension", extension)
    raise ValueError(f"nothing in a name tells whether {pattern!r} may hold")


def _keys(name: str) -> tuple[Key, ...]:
    dot = name.find(".", 1)
    if dot < 0:
        return (_key("name", name),)
    return _key("name", name), _key("stem", name[:dot]), _key("extension", name.rpartition(".")[2])


@lru_cache(maxsize=100_000)
def _key(kind: str, text: str) -> Key:
    return Key(kind, text)


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
