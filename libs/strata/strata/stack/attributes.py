"""The attributes of the files of a commit that say how they count, as git itself reads `.gitattributes`."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from strata.git import Git

NAMES = (
    "linguist-vendored",
    "linguist-generated",
    "linguist-documentation",
    "linguist-detectable",
    "linguist-language",
    "filter",
)


# components that git lets into no index, or that lead out of a work tree: no checkout could have such a file
_NOWHERE = frozenset((b"", b".", b"..", b".git"))
_FILE = b".gitattributes"


def read_attributes(
    git: Git, commit: str, paths: Sequence[bytes], asked: Sequence[bytes] | None = None
) -> dict[bytes, dict[str, str]]:
    """For each path that has any: attribute → `set`, `unset` or its value.

    `paths` are all that may be files of attributes, `asked` those that are asked about, if not all. Git reads
    attributes from a work tree or an index only, so the `.gitattributes` of the commit are put into an index of their
    own outside the repository.
    """
    possible = [path for path in paths if _is_possible(path)]
    if not any(_is_attributes(path) for path in possible):
        return {}
    with tempfile.TemporaryDirectory(prefix="strata-") as folder:
        indexed = replace(
            git,
            # names that only other systems take for `.git` are names like any other
            pins={**git.pins, "core.protectNTFS": "false", "core.protectHFS": "false"},
            variables={**git.variables, "GIT_INDEX_FILE": str(Path(folder) / "index")},
        )
        wanted = set(possible)
        entries = [
            entry + b"\0"
            for entry in git.fields("ls-tree", "-r", "-z", "--full-tree", commit)
            if _is_attributes(path := entry.split(b"\t", 1)[1]) and path in wanted
        ]
        indexed.read("update-index", "-z", "--index-info", stdin=b"".join(entries))
        question = b"".join(path + b"\0" for path in (possible if asked is None else asked) if _is_possible(path))
        answers = indexed.fields("check-attr", "--cached", "-z", "--stdin", *NAMES, stdin=question)
        found: dict[bytes, dict[str, str]] = {}
        while len(row := list(islice(answers, 3))) == 3:
            path, name, value = row
            if value != b"unspecified":
                found.setdefault(path, {})[name.decode()] = value.decode("utf-8", "replace")
    return found


def _is_attributes(path: bytes) -> bool:
    return path.rpartition(b"/")[2] == _FILE


def _is_possible(path: bytes) -> bool:
    return _NOWHERE.isdisjoint(path.lower().split(b"/"))
