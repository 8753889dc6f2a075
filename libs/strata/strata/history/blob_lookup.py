"""What a commit has at a path."""

from __future__ import annotations

from strata.git import Git
from strata.history.tree_changes import REGULAR, Found


def look_up(git: Git, commit: bytes, path: bytes) -> Found:
    """Asks git; a process each time, so for rare cases only."""
    entry = git.read("ls-tree", "-z", "--full-tree", commit, "--", path)
    if not entry:
        return Found(None, exists=False)
    mode, kind, blob = entry.partition(b"\t")[0].split(b" ")
    return Found(blob if mode[:3] == REGULAR else None, kind != b"tree")
