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


def read_attributes(
    git: Git, commit: str, paths: Sequence[bytes], asked: Sequence[bytes] | None = None
) -> dict[bytes, dict[str, str]]:
    """For each path that has any: attribute → `set`, `unset` or its value.

    `paths` are all that may be files of attributes, `asked` those that are asked about, if not all. Git reads
    attributes from a work tree or an index only, so the commit is read into an index of its own outside the repository.
    """
    if not any(path.rsplit(b"/", 1)[-1] == b".gitattributes" for path in paths):
        return {}
    with tempfile.TemporaryDirectory(prefix="strata-") as folder:
        indexed = replace(git, variables={**git.variables, "GIT_INDEX_FILE": str(Path(folder) / "index")})
        indexed.read("read-tree", commit)
        question = b"".join(path + b"\0" for path in (paths if asked is None else asked))
        answers = indexed.fields("check-attr", "--cached", "-z", "--stdin", *NAMES, stdin=question)
        found: dict[bytes, dict[str, str]] = {}
        while len(row := list(islice(answers, 3))) == 3:
            path, name, value = row
            if value != b"unspecified":
                found.setdefault(path, {})[name.decode()] = value.decode("utf-8", "replace")
    return found
