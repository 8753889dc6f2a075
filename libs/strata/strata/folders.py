"""The folders of a tree, as paths without a slash at the end; the top is empty."""

from __future__ import annotations

from collections.abc import Iterator


def folders_above(path: bytes) -> Iterator[bytes]:
    """Every folder that holds `path`, the nearest first and the top last."""
    while path:
        path = path.rpartition(b"/")[0]
        yield path
