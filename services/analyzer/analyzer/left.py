"""Files that an attempt's processes left. They read a hostile repository: what they left leads nowhere else."""

from __future__ import annotations

import os
import stat
from io import BufferedReader
from pathlib import Path

from analyzer import failures
from analyzer.failures import AttemptFailed, Failure


def opened(path: Path) -> BufferedReader:
    """The file, if it is a plain one; OSError. Makes nobody wait."""
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError("not a file")
    return os.fdopen(descriptor, "rb")


def read_section(path: Path, limit: int) -> bytes:
    """A section's file. AttemptFailed when it is missing, is no plain file, or is too large."""
    try:
        with opened(path) as file:
            content = file.read(limit + 1)
    except OSError:
        raise AttemptFailed(failures.ENGINE_ERROR) from None
    if len(content) > limit:
        raise AttemptFailed(
            Failure("report_too_large", "A section of the report is larger than this installation allows.")
        )
    return content
