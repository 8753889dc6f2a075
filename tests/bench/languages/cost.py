"""The language pass over a repository's head, as a program to be timed.

    python -m tests.bench.languages.cost FOLDER [COMMIT]

With a commit, an earlier one, it prints as JSON what the pass costs after one over that: seconds, and files read anew.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from strata.git import Git
from strata.repository import open_repository
from strata.stack.inventory import HeadFile, read_inventory


def read(git: Git, commit: str, known: list[HeadFile]) -> list[HeadFile]:
    return read_inventory(git, commit, lambda _progress: None, known)


if __name__ == "__main__":
    repository = open_repository(Path(sys.argv[1]))
    with repository.isolated(lambda: False, {}) as git:
        head = repository.resolve("HEAD", None)
        known = read(git, sys.argv[2], []) if sys.argv[2:] else []
        began = time.monotonic()
        files = read(git, head, known)
        seconds = time.monotonic() - began
        if known:
            before = {(file.path, file.sha) for file in known}
            new = sum((file.path, file.sha) not in before for file in files)
            equal = files == read(git, head, [])
            json.dump({"seconds": seconds, "new": new, "files": len(files), "equal": equal}, sys.stdout)
