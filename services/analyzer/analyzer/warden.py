"""Stands between the analyzer and one attempt's processes: `python -m analyzer.warden`.

Has two stages work one after the other, `analyzer.acquire` (with network and credential) and `analyzer.compute`
(with neither), and promises that none of their processes outlives it: it adopts every orphan below it and kills
all that is left when a stage fails, when it is told to stop, or when the analyzer is gone, in which case it also
removes the attempt's directory. It imports little, so that it costs little.

What the kernel grants of it is told on MESSAGES as each stage begins.

Standard input: one JSON line, the assignment; then `checkpoint` asks the stage that computes to leave one, anything
else means stop, and its end means that the analyzer has died. Descriptor MESSAGES is inherited by the stages, which
report there.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from analyzer import kernel, landlock, syscalls

_STAGES = ("analyzer.acquire", "analyzer.compute")
_LONGEST_LINE = 1 << 20
_CHECKPOINT = b"checkpoint\n"
_ended: dict[int, int] = {}
"""Exit codes by process."""


class _Stopped(Exception):
    def __init__(self, *, orphaned: bool) -> None:
        super().__init__()
        self.orphaned = orphaned


def main() -> None:
    messages = int(sys.argv[1])
    directory = os.getcwd()  # noqa: PTH109 pathlib is dear to import
    # a signal to the group is for the stages; the analyzer speaks to the warden by its standard input
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    wake, waker = os.pipe()
    os.set_blocking(wake, False)
    os.set_blocking(waker, False)
    signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda *_: None)
    kernel.adopt_orphans()
    kernel.no_new_privileges()
    kernel.be_private()  # the credential passes through its memory
    status, orphaned = 0, False
    try:
        assignment = json.loads(_first_line())
        # the second has its modules to load, which it can do while the first waits for the network
        started = [_start(stage, assignment, messages) for stage in _STAGES]
        for stage in started:
            status = stage.run(assignment, wake)
            if status != 0:
                break
            assignment["credential"] = None
    except _Stopped as stop:
        status, orphaned = 0, stop.orphaned
    finally:
        _kill_all()
        if orphaned:
            shutil.rmtree(directory, ignore_errors=True)
    sys.exit(status)


def _first_line() -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        chunk = os.read(0, 65536)
        if not chunk or len(line) > _LONGEST_LINE:
            raise _Stopped(orphaned=True)
        line += chunk
    return line


@dataclass(frozen=True, slots=True)
class _Stage:
    """One that waits for its assignment."""

    pid: int
    stdin: int

    def run(self, assignment: Mapping[str, Any], wake: int) -> int:
        """Have it work to its end; its exit code, 128 + n when signal n ended it."""
        with suppress(BrokenPipeError), os.fdopen(self.stdin, "wb") as stdin:
            stdin.write(json.dumps(assignment).encode())
        while True:
            _reap()
            if self.pid in _ended:
                return _ended[self.pid]
            ready, _, _ = select.select([0, wake], [], [])
            if wake in ready:
                with suppress(BlockingIOError):
                    os.read(wake, 4096)
            if 0 in ready:
                said = os.read(0, 4096)
                if not said or said.replace(_CHECKPOINT, b""):
                    raise _Stopped(orphaned=not said)
                os.kill(self.pid, signal.SIGUSR1)


def _start(stage: str, assignment: Mapping[str, Any], messages: int) -> _Stage:
    readable, writable = os.pipe()
    warden = os.getpid()
    pid = os.fork()
    if pid == 0:
        _become(stage, assignment, messages, readable, warden)
    os.close(readable)
    return _Stage(pid, writable)


def _become(stage: str, assignment: Mapping[str, Any], messages: int, stdin: int, warden: int) -> NoReturn:
    """In the forked child: give up what the stage must not have, then become it."""
    try:
        kernel.be_private(private=False)  # else its own files below /proc would be the superuser's
        kernel.be_first_to_die()
        _tell(messages, stage, _give_up(stage, assignment["limits"]))
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGPIPE, signal.SIGCHLD):
            signal.signal(number, signal.SIG_DFL)
        signal.signal(signal.SIGUSR1, signal.SIG_IGN)  # asks for a checkpoint whoever can make one
        os.dup2(stdin, 0)
        os.dup2(2, 1)
        os.set_inheritable(messages, True)
        kernel.die_with_parent(signal.SIGKILL)
        if os.getppid() != warden:
            os._exit(126)  # it was gone before it could have been noticed
        os.execv(sys.executable, [sys.executable, *kernel.ISOLATED, "-m", stage, str(messages)])  # noqa: S606 our own program
    except BaseException as error:  # noqa: BLE001 nothing may run on in a fork of the warden
        os.write(2, f"{stage} did not start: {error!r}\n".encode())
        os._exit(126)


def _give_up(stage: str, limits: Mapping[str, int]) -> list[str]:
    """What holds for the stage from here on, by name."""
    reads = stage != _STAGES[0]
    granted = {
        "network namespace": reads and kernel.cut_network(),
        "no rights": kernel.drop_rights(),
        "own folder only": landlock.write_only_below(Path()),
        "no sockets" if reads else "fewer system calls": syscalls.refuse(network=reads),
    }
    kernel.limit(**limits)
    return [name for name, holds in granted.items() if holds]


def _tell(messages: int, stage: str, held: list[str]) -> None:
    line = json.dumps({"kind": "isolated", "stage": stage.rpartition(".")[2], "held": held}) + "\n"
    with suppress(OSError):
        os.write(messages, line.encode())


def _reap() -> None:
    """Collect whoever has ended."""
    with suppress(ChildProcessError):
        while True:
            ended, status = os.waitpid(-1, os.WNOHANG)
            if ended == 0:
                break
            code = os.waitstatus_to_exitcode(status)
            _ended[ended] = code if code >= 0 else 128 - code


def _kill_all() -> None:
    """Kill descendants until there are none: whoever lost its parent meanwhile is a child of ours by now."""
    while True:
        for pid in _children():
            with suppress(ProcessLookupError, PermissionError):
                os.kill(pid, signal.SIGKILL)
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            return
        time.sleep(0.005)


def _children() -> list[int]:
    with suppress(OSError), open(f"/proc/self/task/{os.getpid()}/children") as listed:  # noqa: PTH123 as above
        return [int(pid) for pid in listed.read().split()]
    # not every kernel lists children: our group is then the best there is
    with suppress(ProcessLookupError, PermissionError):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        os.killpg(0, signal.SIGKILL)
    return []


if __name__ == "__main__":
    main()
