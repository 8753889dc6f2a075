"""The language pass of a repository's head, as a program to be timed: `python -m tests.bench.languages.cost FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from strata.repository import open_repository
from strata.stack.inventory import read_inventory

if __name__ == "__main__":
    repository = open_repository(Path(sys.argv[1]))
    with repository.isolated(lambda: False, {}) as git:
        read_inventory(git, repository.resolve("HEAD", None), lambda _progress: None)
