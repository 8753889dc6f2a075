"""What is made of reports, made by `python -m reports` beside this process: bounded, and without its secrets."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from contextlib import suppress

from kit import telemetry
from kit.errors import Internal, Unavailable

AT_ONCE = 2
_MOST_WAITING = 20
_LONGEST_SECONDS = 60.0
_LONGEST_REASON = 300


class Renderer:
    """Runs at most AT_ONCE of them; others wait their turn, and too many are sent away."""

    def __init__(self, program: tuple[str, ...] = (sys.executable, "-I", "-m", "reports")) -> None:
        self._program = program
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def make(self, form: str, *options: str, of: bytes) -> bytes:
        """What `form` makes `of` its input. Unavailable when too many wait, or when it takes too long."""
        if self._waiting >= _MOST_WAITING:
            raise Unavailable("Too many exports are being made. Try again in a moment.", code="exports_busy")
        self._waiting += 1
        try:
            async with self._gate:
                return await self._run(form, *options, of=of)
        finally:
            self._waiting -= 1

    async def _run(self, form: str, *options: str, of: bytes) -> bytes:
        process = await asyncio.create_subprocess_exec(
            *self._program, form, *options, stdin=PIPE, stdout=PIPE, stderr=PIPE, env={"LANG": "C.UTF-8"}
        )
        try:
            async with asyncio.timeout(_LONGEST_SECONDS):
                made, complaint = await process.communicate(of)
        except TimeoutError:
            telemetry.log.warning("an export took too long", form=form, bytes=len(of))
            raise Unavailable("This export takes too long. Try another format.", code="export_too_slow") from None
        finally:
            await _end(process)
        if process.returncode != 0:
            lines = complaint.decode(errors="replace").strip().splitlines()
            reason = lines[-1][:_LONGEST_REASON] if lines else ""
            telemetry.log.error("an export failed", form=form, status=process.returncode, reason=reason)
            raise Internal("This export could not be made. It has been recorded.", code="export_failed")
        return made


async def _end(process: Process) -> None:
    """Leave no process behind, whoever lost patience."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            process.kill()
        await asyncio.shield(process.wait())
