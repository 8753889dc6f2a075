"""Looks for changes of docs/openapi.json that would break a client.

It is compared, by oasdiff, with the document of the last release: the newest tag; without one, with the document where
this branch left main, or the last commit. Needs Go, which builds oasdiff once; without Go it says so and is content.
A break on purpose needs a new version of the API; before the first release `API_BREAKS=1` and a line in CHANGELOG.md.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import helm_tools

DOCUMENT = "docs/openapi.json"
_OASDIFF = ("github.com/oasdiff/oasdiff", "v1.37.0")


def git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=helm_tools.ROOT, capture_output=True, text=True, check=False).stdout.strip()


def released() -> str:
    """The revision whose document is promised."""
    for candidate in (
        git("describe", "--tags", "--abbrev=0"),
        git("merge-base", "HEAD", "origin/main"),
        git("rev-parse", "HEAD"),
    ):
        if candidate and git("cat-file", "-t", f"{candidate}:{DOCUMENT}") == "blob":
            return candidate
    sys.exit("there is no committed docs/openapi.json to compare with")


def main() -> None:
    if os.environ.get("API_BREAKS"):
        return
    program = shutil.which("oasdiff")
    if program is None and shutil.which("go") is None:
        sys.stdout.write("no go here: changes that would break clients of the API are not looked for\n")
        return
    program = program or helm_tools.go_program(*_OASDIFF)
    with tempfile.TemporaryDirectory() as scratch:
        base = Path(scratch) / "released.json"
        base.write_text(git("show", f"{released()}:{DOCUMENT}"))
        command = [program, "breaking", str(base), DOCUMENT, "--fail-on", "WARN", "--color", "never"]
        found = subprocess.run(command, cwd=helm_tools.ROOT, capture_output=True, text=True, check=False)
    if found.returncode:
        sys.exit(f"docs/openapi.json would break clients:\n{found.stdout}{found.stderr}")


if __name__ == "__main__":
    main()
