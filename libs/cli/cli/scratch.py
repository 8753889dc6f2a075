"""One folder for all that is temporary, gone afterwards whenever a signal comes."""

from __future__ import annotations

import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def scratch() -> Iterator[None]:
    """Has `tempfile` make everything in a folder of its own, which is removed at the end.

    A signal that comes while the folder is being made, when nobody could remove it yet, waits until somebody can.
    """
    waiting: list[int] = []
    handlers = {number: signal.signal(number, lambda came, _frame: waiting.append(came)) for number in SIGNALS}
    before, folder = tempfile.tempdir, ""
    try:
        folder = tempfile.mkdtemp(prefix="gitstrata-")
        tempfile.tempdir = folder
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for came in waiting:
            signal.raise_signal(came)
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        tempfile.tempdir = before
        if folder:
            shutil.rmtree(folder, ignore_errors=True)
