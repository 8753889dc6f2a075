"""Tells one state of a folder of advisories from another without reading them. Costs no engine to ask."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Of the names, sizes and times of change of all `<ecosystem>/*.json`: 64 hexadecimal digits.

    What cannot be listed counts as empty, and a file that has gone since, or leads nowhere, as one that is not there.
    """
    digest = hashlib.sha256()
    for place in _sorted(folder):
        for file in _sorted(Path(place.path)):
            # whoever keeps the folder up to date may be at it
            with suppress(OSError):
                if file.name.endswith(".json"):
                    told = file.stat()
                    row = f"{place.name}/{file.name}\0{told.st_size}\0{told.st_mtime_ns}\n"
                    digest.update(row.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _sorted(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda each: each.name)
    except OSError:
        return []
