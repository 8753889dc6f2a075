"""A process that outlives another by a moment, and stops what that one left behind without a word.

The guarded process writes `add PID` and `drop PID` to this program's input; the end of that input is its death.
Works where PR_SET_PDEATHSIG does not exist, and reaches whole process groups. Standard library only: it has to
be up before anything else is.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time

_GRACE = 5.0


class Guard:
    """Stops the groups that were added and not dropped, should the process that made it die."""

    def __init__(self) -> None:
        # -I -S: neither the current folder nor site-packages are searched, which halves its start
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", __file__], stdin=subprocess.PIPE, start_new_session=True
        )

    def add(self, pid: int) -> None:
        """Guard the group that this process leads."""
        self._tell(f"add {pid}\n")

    def drop(self, pid: int) -> None:
        """That group has ended."""
        self._tell(f"drop {pid}\n")

    def close(self) -> None:
        """Stop what is still guarded, and end."""
        if self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()
        self._process.wait()

    def _tell(self, what: str) -> None:
        if self._process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.write(what.encode())
                self._process.stdin.flush()


def main() -> None:
    """Read until the end, then stop every process group that was not dropped."""
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    groups: list[int] = []
    for line in sys.stdin:
        action, _, pid = line.strip().partition(" ")
        if action == "add":
            groups.append(int(pid))
        elif int(pid) in groups:
            groups.remove(int(pid))
    _signal(groups, signal.SIGTERM)
    deadline = time.monotonic() + _GRACE
    while time.monotonic() < deadline and any(_exists(group) for group in groups):
        time.sleep(0.05)
    _signal(groups, signal.SIGKILL)


def _signal(groups: list[int], which: signal.Signals) -> None:
    for group in reversed(groups):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(group, which)


def _exists(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except (ProcessLookupError, PermissionError):
        return False
    return True


if __name__ == "__main__":
    main()
