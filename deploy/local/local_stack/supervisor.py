"""Starts parts in order, keeps them running, stops them in reverse order."""

from __future__ import annotations

import asyncio
import contextlib
import os
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from local_stack import process
from local_stack.guard import Guard
from local_stack.home import Home
from local_stack.logs import LogStream
from local_stack.process import Identity, Program

_FIRST_DELAY, _LONGEST_DELAY = 0.2, 10.0
# Who ran for this long before it died starts with the first delay again.
_STEADY_SECONDS = 30.0


class StartError(Exception):
    """A part did not start; the message says which, why, and what it said last."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """A program that runs as long as the stack does."""

    program: Program
    address: str
    ready: Callable[[], Awaitable[bool]]
    start_seconds: float = 60.0
    also: Mapping[str, str] = field(default_factory=dict)
    """More to say in stack.json."""

    @property
    def name(self) -> str:
        return self.program.name


@dataclass
class _Running:
    part: Part
    process: asyncio.subprocess.Process
    reader: asyncio.Task[None]
    started: float
    keeper: asyncio.Task[None] | None = None
    delay: float = _FIRST_DELAY


class Supervisor:
    """The processes of one stack. `stack.json` of `home` follows every change."""

    def __init__(self, home: Home, log: LogStream) -> None:
        self._home = home
        self._log = log
        self._running: dict[str, _Running] = {}
        self._described: dict[str, dict[str, Any]] = {"supervisor": _identity(os.getpid())}
        self._guard = Guard()
        self._home.describe(self._described)

    async def start(self, part: Part) -> None:
        """Start a part and return when it is ready; StartError if it ends or stays unready."""
        running = await self._spawn(part)
        self._running[part.name] = running
        try:
            await self._until_ready(running)
        except StartError:
            await self._stop_one(part.name)
            raise
        running.keeper = asyncio.create_task(self._keep(part.name))

    async def run(self, program: Program) -> None:
        """Run a program to its end; StartError if it fails."""
        started, output = await process.spawn(program)
        self._guard.add(started.pid)
        reader = asyncio.create_task(self._read(program.name, output))
        try:
            code = await started.wait()
        finally:
            await process.stop(started, program)
            await asyncio.wait([reader], timeout=1)
            self._guard.drop(started.pid)
        if code != 0:
            raise StartError(self._told(program.name, process.ending(code)))

    def holds(self, name: str) -> bool:
        """Whether it runs that part."""
        return name in self._running

    async def restart(self, name: str) -> None:
        """Stop a part and start it again, because its code changed."""
        part = self._running[name].part
        await self._stop_one(name)
        self._log.forget(name)
        try:
            await self.start(part)
        except StartError as error:
            # It is being edited: stay, and try again at the next change.
            self._log.say(str(error), part=name)
            self._running[name] = running = await self._spawn(part)
            running.keeper = asyncio.create_task(self._keep(name))

    async def stop(self) -> None:
        """Stop everything, last started first, and leave no process behind."""
        for name in reversed(list(self._running)):
            await self._stop_one(name)
        self._guard.close()
        self._home.description.unlink(missing_ok=True)

    async def _spawn(self, part: Part) -> _Running:
        started, output = await process.spawn(part.program)
        self._guard.add(started.pid)
        self._described[part.name] = {"address": part.address, **part.also, **_identity(started.pid)}
        self._home.describe(self._described)
        reader = asyncio.create_task(self._read(part.name, output))
        return _Running(part, started, reader, time.monotonic())

    async def _until_ready(self, running: _Running) -> None:
        part = running.part
        ended = asyncio.create_task(running.process.wait())
        ready = asyncio.create_task(process.until(part.ready, part.start_seconds))
        try:
            await asyncio.wait([ended, ready], return_when=asyncio.FIRST_COMPLETED)
            if ended.done():
                await asyncio.wait([running.reader], timeout=1)
                raise StartError(self._told(part.name, process.ending(ended.result())))
            if isinstance(ready.exception(), TimeoutError):
                raise StartError(self._told(part.name, f"not ready after {part.start_seconds:.0f} s"))
            ready.result()
        finally:
            for task in (ended, ready):
                task.cancel()
            await asyncio.gather(ended, ready, return_exceptions=True)

    async def _keep(self, name: str) -> None:
        """Start a part again whenever it ends by itself, later and later if it ends soon."""
        while True:
            running = self._running[name]
            code = await running.process.wait()
            # Its children have lost their parent: none of them may work on beside the next one's.
            process.signal_group(running.process.pid, process.KILL)
            await asyncio.wait([running.reader], timeout=1)
            self._guard.drop(running.process.pid)
            steady = time.monotonic() - running.started > _STEADY_SECONDS
            delay = _FIRST_DELAY if steady else running.delay
            reason = self._told(name, process.ending(code))
            self._log.say(f"{reason}\nstarting it again in {delay:g} s", part=name)
            await asyncio.sleep(delay)
            self._log.forget(name)
            fresh = await self._spawn(running.part)
            fresh.keeper, fresh.delay = running.keeper, min(delay * 2, _LONGEST_DELAY)
            self._running[name] = fresh
            with contextlib.suppress(StartError):
                await self._until_ready(fresh)
                self._log.say(f"{name} runs again", part=name)

    async def _stop_one(self, name: str) -> None:
        running = self._running[name]
        if running.keeper is not None:
            running.keeper.cancel()
            await asyncio.gather(running.keeper, return_exceptions=True)
            running = self._running[name]
        await process.stop(running.process, running.part.program)
        await asyncio.wait([running.reader], timeout=1)
        running.reader.cancel()
        self._guard.drop(running.process.pid)
        del self._running[name]
        self._described.pop(name, None)
        self._home.describe(self._described)

    async def _read(self, name: str, output: asyncio.StreamReader) -> None:
        """Hand on a program's output line by line, lines of any length included."""
        rest = b""
        while chunk := await output.read(65536):
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                self._log.write(name, line.rstrip(b"\r"))
        if rest:
            self._log.write(name, rest)

    def _told(self, name: str, reason: str) -> str:
        lines = "".join(f"\n    {line}" for line in self._log.last_lines(name))
        return f"{name} ended: {reason}" + (f"; its last lines:{lines}" if lines else "")


def _identity(pid: int) -> dict[str, Any]:
    found = Identity.of(pid)
    # One that ended at once is told by its exit code; a time that no process has matches none.
    return {"pid": pid, "created": found.created if found else 0.0}
