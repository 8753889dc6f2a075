"""The detector of dependencies by itself, as a process to be measured.

    python -m tests.bench.stack.detect FOLDER COMMIT

Every file counts, vendored ones too, as for cdxgen. Prints what it found as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from strata.git import Git
from strata.stack.dependencies.detect import read_dependencies
from strata.stack.dependencies.files import GitFiles
from strata.stack.inventory import HeadFile
from strata.tree import list_blobs


def main(folder: str, commit: str) -> None:
    git = Git(Path(folder))
    files = [
        HeadFile(
            blob.path, blob.sha, blob.size, text=True, lines=0, language=None, counted=False, exclusion=None
        )
        for blob in list_blobs(git, commit)
    ]  # fmt: skip
    found = read_dependencies(GitFiles(git, files))
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
