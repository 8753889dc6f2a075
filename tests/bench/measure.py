"""What a command costs: wall and CPU seconds of it and all it starts, memory of its largest process."""

from __future__ import annotations

import contextlib
import os
import signal
import statistics
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.repositories import ENVIRONMENT


@dataclass(frozen=True, slots=True)
class Cost:
    """`finished` is false if the command was stopped at the limit; the cost is then a lower bound."""

    cpu: float
    wall: float
    peak: int  # bytes
    finished: bool = True
    private: int = 0  # bytes of the peak that are no mapped files, of the first process; 0 where that is not known


def measure(
    command: Sequence[str | Path],
    *,
    limit: float,
    folder: Path | None = None,
    variables: Mapping[str, str] | None = None,
) -> Cost:
    """Runs a command with its output thrown away. Raises RuntimeError, with its last words, if it fails."""
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**ENVIRONMENT, "HOME": os.environ.get("HOME", "/"), **(variables or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stderr is not None
    stopped = threading.Event()

    def stop() -> None:
        stopped.set()
        os.killpg(process.pid, signal.SIGINT)
        time.sleep(2)  # what it started is counted only if it waits for it
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)

    timer = threading.Timer(limit, stop)
    timer.daemon = True
    timer.start()
    private = Private(process.pid)
    complaint = process.stderr.read()
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode and not stopped.is_set():
        raise RuntimeError(complaint.decode("utf-8", "replace").strip()[-500:])
    wall = time.monotonic() - began
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(cpu, wall, usage.ru_maxrss * 1024, not stopped.is_set(), private.peak)


class Private:
    """Watches a process from a thread, where the system tells of its memory (`/proc`)."""

    def __init__(self, pid: int) -> None:
        self.peak = 0
        self._status = Path(f"/proc/{pid}/status")
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        with contextlib.suppress(OSError, ValueError):  # it is gone
            while True:
                told = dict(line.split(":", 1) for line in self._status.read_text().splitlines())
                if "RssAnon" not in told:
                    return
                self.peak = max(self.peak, int(told["RssAnon"].split()[0]) * 1024)
                time.sleep(0.05)


def median(costs: Sequence[Cost]) -> Cost:
    """Each figure's median."""
    return Cost(
        cpu=statistics.median(cost.cpu for cost in costs),
        wall=statistics.median(cost.wall for cost in costs),
        peak=int(statistics.median(cost.peak for cost in costs)),
        finished=all(cost.finished for cost in costs),
        private=int(statistics.median(cost.private for cost in costs)),
    )
