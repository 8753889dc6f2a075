"""Private directories of attempts, and the promise that none outlives its analyzer for long.

Each analyzer has one folder below the shared one, locked for as long as the process lives: the kernel gives the
lock up whatever ends it. Whoever starts next ends what the dead left running in their folders and removes them.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil

_LOCK = "lock"
WARDEN = "analyzer.warden"


class Workspace:
    """This process's folder below `root`."""

    def __init__(self, root: Path) -> None:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._root = root.resolve()
        self._folder: Path | None = None
        self._lock = -1

    def open(self) -> int:
        """Make the folder and remove those of dead analyzers; how many were removed."""
        with _locked(self._root / _LOCK):  # nobody may sweep between the making of a folder and its lock
            swept = self._sweep()
            self._folder = Path(tempfile.mkdtemp(prefix=f"analyzer-{os.getpid()}-", dir=self._root))
            self._lock = os.open(self._folder / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return swept

    def close(self) -> None:
        if self._folder is not None:
            remove(self._folder)
            os.close(self._lock)
            self._folder = None

    def attempt(self) -> Path:
        """A new private directory; whoever asked for it removes it."""
        if self._folder is None:
            raise RuntimeError("the workspace is not open")
        return Path(tempfile.mkdtemp(prefix="attempt-", dir=self._folder))

    def _sweep(self) -> int:
        swept = 0
        for folder in self._root.glob("analyzer-*"):
            with suppress(OSError):
                lock = os.open(folder / _LOCK, os.O_CREAT | os.O_RDWR, 0o600)
                try:
                    fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    continue
                finally:
                    os.close(lock)
                remove(folder)
                swept += 1
        return swept


def remove(folder: Path) -> None:
    """End every process at work in the folder, and remove it."""
    for _ in range(20):
        end_processes(folder)
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(0.05)  # somebody was still writing


def end_processes(folder: Path) -> int:
    """Kill whatever is at work in `folder`."""
    ended = 0
    mine = os.getpid()
    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            if process.pid != mine and _place(process).is_relative_to(folder):
                process.kill()
                ended += 1
    return ended


def _place(process: psutil.Process) -> Path:
    """Where an attempt's process is at work: its temporary folder says so; a warden is private, its arguments do."""
    with suppress(psutil.AccessDenied):
        return Path(process.environ().get("TMPDIR", "/"))
    command = process.cmdline()
    return Path(command[-1]) if WARDEN in command else Path("/")


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
