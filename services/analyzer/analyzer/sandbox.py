"""One attempt's processes as the analyzer sees them: started, listened to, measured, ended."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio import subprocess
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Self

import psutil

from analyzer import kernel, messages
from analyzer.messages import Assignment, Isolated, Message
from analyzer.workspace import WARDEN, end_processes
from kit import telemetry

_STOP_SECONDS = 1.0
_POLL_SECONDS = 0.02
_LOG_LINES = 200


@dataclass(frozen=True, slots=True)
class Usage:
    """What an attempt uses now: seconds of processor so far, bytes of private memory, bytes on disk, threads."""

    cpu_seconds: float
    memory_bytes: int
    disk_bytes: int
    processes: int

    def most(self, other: Usage) -> Usage:
        """The larger of each."""
        return Usage(*map(max, zip(astuple(self), astuple(other), strict=True)))


class Sandbox:
    """Use as a context: when it is left, no process of the attempt runs any more."""

    def __init__(self, directory: Path, assignment: Assignment) -> None:
        self._directory = directory
        self._assignment = assignment
        self._process: subprocess.Process | None = None
        self._reader = asyncio.StreamReader(limit=messages.LONGEST_MESSAGE)
        self._transport: asyncio.ReadTransport | None = None
        self._log: asyncio.Task[None] | None = None
        self._orphans: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        starting = asyncio.create_task(self._start())
        try:
            await asyncio.shield(starting)
        except BaseException:
            # whoever does not want it any more waits until it can be ended
            await asyncio.wait({starting})
            await self.__aexit__()
            raise
        return self

    async def _start(self) -> None:
        readable, writable = os.pipe()
        try:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *kernel.ISOLATED,
                "-m",
                WARDEN,
                str(writable),
                str(self._directory),
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=(writable,),
                cwd=self._directory,
                env=dict(environment(self._directory)),
                start_new_session=True,
            )
        except BaseException:
            os.close(readable)
            raise
        finally:
            os.close(writable)
        protocol = asyncio.StreamReaderProtocol(self._reader)
        loop = asyncio.get_running_loop()
        self._transport, _ = await loop.connect_read_pipe(lambda: protocol, os.fdopen(readable, "rb"))
        self._log = asyncio.create_task(self._relay_log())
        self._orphans = asyncio.create_task(self._end_orphans())
        with suppress(BrokenPipeError, ConnectionResetError):
            self._stdin.write(self._assignment.model_dump_json().encode() + b"\n")
            await self._stdin.drain()

    async def __aexit__(self, *_: object) -> None:
        await self.stop()
        if self._orphans is not None:
            await self._orphans
        if self._log is not None:
            self._log.cancel()
        if self._transport is not None:
            self._transport.close()

    @property
    def _stdin(self) -> asyncio.StreamWriter:
        assert self._process is not None  # noqa: S101 entered
        assert self._process.stdin is not None  # noqa: S101 a pipe
        return self._process.stdin

    async def messages(self) -> AsyncIterator[Message]:
        """What the stages tell until they end or are stopped. Lines that are no message are dropped.

        What holds a stage goes to the log: an operator must be able to see where the kernel granted nothing.
        """
        while True:
            try:
                line = await self._reader.readline()
            except ValueError:  # longer than any message
                continue
            if not line.endswith(b"\n"):
                return
            try:
                message = messages.read(line)
            except ValueError:
                telemetry.log.warning("an attempt told something unknown")
                continue
            if isinstance(message, Isolated):
                say = telemetry.log.info if message.held else telemetry.log.warning
                say("stage begins", stage=message.stage, held=", ".join(message.held) or "nothing but limits")
            else:
                yield message

    async def exit_code(self) -> int:
        """How the attempt's processes ended: 0, a stage's exit code, or 128 + n when signal n ended it."""
        assert self._process is not None  # noqa: S101 entered
        # not its wait(), which also waits for the end of what it prints: an orphan of it may hold that back for ever
        while (code := self._process.returncode) is None:  # noqa: ASYNC110 that is known by nothing else
            await asyncio.sleep(_POLL_SECONDS)
        return code

    async def _end_orphans(self) -> None:
        """End whoever is left as soon as the warden is gone: nobody is, unless somebody killed the warden itself."""
        await self.exit_code()
        ended = await asyncio.to_thread(end_processes, self._directory)
        if ended:
            telemetry.log.warning("processes of an attempt outlived their warden", ended=ended)

    async def stop(self) -> None:
        """End everything that runs: by the warden within moments, else by force."""
        process = self._process
        if process is None or process.returncode is not None:
            return
        with suppress(BrokenPipeError, ConnectionResetError, RuntimeError):
            self._stdin.write(b"stop\n")
        try:
            async with asyncio.timeout(_STOP_SECONDS):
                await self.exit_code()
        except TimeoutError:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            await self.exit_code()

    def ask_for_checkpoint(self) -> None:
        """Have the engine leave one soon, if it has come to anything worth keeping."""
        with suppress(BrokenPipeError, ConnectionResetError, RuntimeError):
            self._stdin.write(b"checkpoint\n")

    async def usage(self) -> Usage:
        """Measured now; may take some milliseconds per process and file, in a thread."""
        assert self._process is not None  # noqa: S101 entered
        return await asyncio.to_thread(measure, self._process.pid, self._directory)

    async def _relay_log(self) -> None:
        assert self._process is not None  # noqa: S101 entered
        assert self._process.stderr is not None  # noqa: S101 a pipe
        shown = 0
        while True:
            try:
                line = await self._process.stderr.readline()
            except ValueError:
                continue
            if not line:
                return
            shown += 1
            if shown <= _LOG_LINES:
                text = "".join(c if c.isprintable() else " " for c in line.decode("utf-8", "replace"))
                telemetry.log.info("attempt says", text=text.strip()[:500])


def environment(directory: Path) -> Mapping[str, str]:
    """All that the stages inherit. The temporary folder is also the mark by which their processes are found."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "TMPDIR": str(directory),
        "HOME": str(directory),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        # more threads than processors allotted would only fight each other
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        # there are none, and looking for them reads what every package says of itself
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }


def measure(pid: int, directory: Path) -> Usage:
    """The usage of a process with all its descendants, and of a directory."""
    cpu, memory, threads = 0.0, 0, 0
    with suppress(psutil.Error):
        root = psutil.Process(pid)
        for process in [root, *root.children(recursive=True)]:
            with suppress(psutil.Error):
                times = process.cpu_times()
                cpu += sum(times[:4])  # user and system, own and of the children that have ended
                usage = process.memory_info()
                # shared pages are files that the kernel may drop: git maps its packs
                memory += usage.rss - getattr(usage, "shared", 0)
                threads += process.num_threads()
    return Usage(cpu, memory, _disk(directory), threads)


def _disk(directory: Path) -> int:
    total = 0
    folders = [str(directory)]
    while folders:
        with suppress(OSError), os.scandir(folders.pop()) as entries:
            for entry in entries:
                with suppress(OSError):
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    else:
                        total += entry.stat(follow_symlinks=False).st_blocks * 512
    return total
