"""The detector of dependencies by itself, as a process to be measured.

    python -m tests.bench.stack.detect FOLDER COMMIT

Every file counts, vendored ones too, as for cdxgen. Prints what it found as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple

from strata.git import Git
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import GitFiles


class Entry(NamedTuple):
    """A regular file."""

    shown: str
    sha: str
    size: int


def regular_files(git: Git, commit: str) -> list[Entry]:
    """The regular files of a commit. One that a copy of a repository lacks counts as too large to be read."""
    files = []
    for entry in git.fields("ls-tree", "-r", "-z", "-l", "--full-tree", commit):
        described, path = entry.split(b"\t", 1)
        mode, _, sha, size = described.split()
        if mode.startswith(b"100"):
            files.append(
                Entry(path.decode("utf-8", "replace"), sha.decode(), int(size) if size.isdigit() else sys.maxsize)
            )
    return files


def main(folder: str, commit: str) -> None:
    git = Git(Path(folder))
    found = read_dependencies(GitFiles(git, regular_files(git, commit)))
    json.dump(
        {
            "dependencies": [[each.purl, each.range, each.evidence[0].path] for each in found.dependencies],
            "components": [[each.ecosystem, each.name] for each in found.components],
            "warned": found.warned,
            "files": len(found.files),
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main(*sys.argv[1:3])
