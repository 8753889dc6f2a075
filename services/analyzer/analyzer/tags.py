"""What a report depends on beside the commit: the repository's tags."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest_of(tags: Iterable[tuple[str, str]]) -> str:
    """SHA-256 of tags, (name as in `refs/tags/v1`, object id) each, in the order of their names."""
    rows = "".join(f"{name} {sha}\n" for name, sha in sorted(tags))
    return hashlib.sha256(rows.encode("utf-8", "surrogateescape")).hexdigest()
