"""One program of the stack: how it is started, and stopped with all its children."""

from __future__ import annotations

import asyncio
import contextlib
import os
import pwd
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

KILL = signal.SIGKILL


@dataclass(frozen=True, kw_only=True)
class Program:
    """What to run. Secrets belong into `environment`, never into `argv`."""

    name: str
    argv: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)
    cwd: Path | None = None
    user: str | None = None
    """The account to run as; None is the caller's own."""
    stop_signal: signal.Signals = signal.SIGTERM
    grace: float = 15.0
    """Seconds between the stop signal and SIGKILL."""


def account(program: Program) -> dict[str, object]:
    """The subprocess arguments that make the program run as its user, without the caller's groups."""
    if program.user is None:
        return {}
    entry = pwd.getpwnam(program.user)
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}


async def spawn(program: Program) -> tuple[asyncio.subprocess.Process, asyncio.StreamReader]:
    """Start the program as the leader of its own session; returns it and what it writes to stdout and stderr.

    A session of its own keeps the terminal's Ctrl-C away from it: only the supervisor decides when and in
    which order programs stop.
    """
    # A pipe of our own: asyncio's `wait` on a process with its pipes ends only when the last child that
    # inherited them has ended too, which would hide the death of a program with children.
    reading, writing = os.pipe()
    output = asyncio.StreamReader()
    try:
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(output), os.fdopen(reading, "rb", buffering=0)
        )
        process = await asyncio.create_subprocess_exec(
            *program.argv,
            stdin=subprocess.DEVNULL,
            stdout=writing,
            stderr=writing,
            env=dict(program.environment),
            cwd=program.cwd,
            start_new_session=True,
            **account(program),  # type: ignore[arg-type]
        )
    finally:
        os.close(writing)
    return process, output


def launch(program: Program, log: Path) -> subprocess.Popen[bytes]:
    """Start the program in the same way for a synchronous caller, its output in the file `log`."""
    with log.open("ab") as output:
        process: subprocess.Popen[bytes] = subprocess.Popen(
            program.argv,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=dict(program.environment),
            cwd=program.cwd,
            start_new_session=True,
            **account(program),  # type: ignore[call-overload]
        )
    return process


def run(program: Program, *argv: str) -> str:
    """Run one command to its end as `program` would be run, and return what it printed.

    Raises RuntimeError with the command's output when it fails.
    """
    done = subprocess.run(
        argv,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=dict(program.environment),
        cwd=program.cwd,
        check=False,
        text=True,
        **account(program),  # type: ignore[call-overload]
    )
    if done.returncode != 0:
        raise RuntimeError(f"{Path(argv[0]).name} failed ({ending(done.returncode)}):\n{done.stdout.strip()}")
    return str(done.stdout)


async def until(condition: Callable[[], Awaitable[bool]], seconds: float) -> None:
    """Return as soon as the condition holds; TimeoutError when it does not within that time."""
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - other processes set no asyncio.Event
            await asyncio.sleep(0.03)


def ending(code: int) -> str:
    """How a process ended, in words: `exit code 3`, `killed by SIGKILL`."""
    if code >= 0:
        return f"exit code {code}"
    with contextlib.suppress(ValueError):
        return f"killed by {signal.Signals(-code).name}"
    return f"killed by signal {-code}"


def signal_group(pid: int, which: signal.Signals) -> None:
    """Send a signal to every process of the group that `pid` leads or led; none left is no error."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, which)


async def stop(process: asyncio.subprocess.Process, program: Program) -> None:
    """Ask the program to stop, kill its group after its grace, and leave no child of it behind."""
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.send_signal(program.stop_signal)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.wait(), program.grace)
    signal_group(process.pid, signal.SIGKILL)
    await process.wait()


def halt(process: subprocess.Popen[bytes], program: Program) -> None:
    """`stop` for a synchronous caller."""
    if process.poll() is None:
        process.send_signal(program.stop_signal)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(program.grace)
    signal_group(process.pid, signal.SIGKILL)
    process.wait()


@dataclass(frozen=True)
class Identity:
    """A process that can be told from a later one with the same id."""

    pid: int
    created: float

    @classmethod
    def of(cls, pid: int) -> Identity | None:
        """The identity of a process that runs now, None if there is none."""
        try:
            return cls(pid, psutil.Process(pid).create_time())
        except psutil.NoSuchProcess:
            return None

    def runs(self) -> bool:
        """Whether this very process still runs (a zombie does not)."""
        try:
            process = psutil.Process(self.pid)
            # psutil derives the time from the boot time, which may be adjusted by a fraction of a second
            same = abs(process.create_time() - self.created) < 1.0
            return same and process.status() != psutil.STATUS_ZOMBIE
        except psutil.NoSuchProcess:
            return False


def sweep(leftovers: list[Identity], grace: float = 8.0) -> list[int]:
    """Stop processes that their supervisor left behind, with their groups; returns the ids of those."""
    running = [identity for identity in leftovers if identity.runs()]
    for identity in running:
        signal_group(identity.pid, signal.SIGTERM)
    deadline = time.monotonic() + grace
    while time.monotonic() < deadline and any(identity.runs() for identity in running):
        time.sleep(0.05)
    for identity in running:
        if identity.runs():
            signal_group(identity.pid, signal.SIGKILL)
    return [identity.pid for identity in running]
