"""One attempt from lease to outcome."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from analyzer import failures, measures
from analyzer.borrowing import Borrowing
from analyzer.cache import Cache
from analyzer.failures import AttemptFailed, Failure
from analyzer.left import read_section
from analyzer.messages import (
    CHECKPOINT,
    HEAD,
    REPOSITORY,
    SECTIONS,
    STATE,
    TOLD,
    Assignment,
    Completed,
    Failed,
    Fetched,
    Kept,
    Message,
    NeedsWhole,
    Progressed,
    SectionReady,
    Unchanged,
)
from analyzer.outcomes import Lease, Outcomes, Report
from analyzer.progress import Track
from analyzer.sandbox import Sandbox, Usage
from analyzer.settings import Settings
from analyzer.states import States
from analyzer.work import Work, assignment_of, beside_advisories, take_up
from analyzer.workspace import Workspace, remove
from gitstrata_protos.analyzer.v1 import events_pb2
from kit import telemetry

_WATCH_SECONDS = 0.5
_PROGRESS_SECONDS = 0.25
_FETCHING = frozenset({"", "clone", "resolve"})


@dataclass(slots=True)
class _Told:
    """What the stages of an attempt have told so far."""

    completed: Completed | None = None
    head: bytes = b""
    unchanged: bool = False
    needs_whole: str = ""
    failure: Failure | None = None


class _NeedsWhole(Exception):
    """The whole history has to be fetched; the message says why."""


class Attempt:
    """Runs once; `cancel` may be called at any time before or meanwhile."""

    def __init__(
        self, settings: Settings, workspace: Workspace, outcomes: Outcomes, states: States, cache: Cache
    ) -> None:
        self._settings = settings
        self._workspace = workspace
        self._outcomes = outcomes
        self._states = states
        self._cache = cache
        self._cancelled = asyncio.Event()
        self._track = Track()
        self._sections: dict[str, events_pb2.SectionRef] = {}
        self._busy = False
        self._heard = self._advanced = self._watched = time.monotonic()
        self._told = 0.0
        self._verdict: Failure | None = None
        self._sandbox: Sandbox | None = None
        self._borrowing: Borrowing | None = None
        self._keeping: asyncio.Task[None] | None = None
        self._storing: asyncio.Task[events_pb2.EngineState | None] | None = None
        self._asked = False
        self._saved = asyncio.Event()
        self.peak = Usage(0, 0, 0, 0)
        """The most of each that was used at a time, as far as it was looked at."""

    @property
    def advances(self) -> bool:
        """Whether somebody watches over the work, and would end it if it did not advance."""
        return time.monotonic() - self._watched < self._settings.stall_seconds

    def cancel(self) -> None:
        """Have the work stopped at once; its outcome is then `cancelled`."""
        self._cancelled.set()

    async def run(self, lease: Lease, work: Work) -> None:
        """Do the work and publish its outcome; whatever happens, no file and no process of it is left.

        Cancelling the coroutine stops the work without an outcome.
        """
        failure = failures.ENGINE_ERROR
        try:
            work = await asyncio.to_thread(beside_advisories, work, self._settings.osv_dir)
            made = await self._work(lease, work)
        except AttemptFailed as failed:
            failure = failed.failure
        except Exception as error:  # noqa: BLE001 a defect of ours ends the attempt, not the analyzer
            telemetry.log.error("attempt broke", exc_info=error)
        else:
            durations = self._track.durations()
            if made is not None:
                sections = [self._sections[name] for name in made.told.sections]
                await self._outcomes.completed(lease, made, sections, durations)
            elif work.known is not None:
                await self._outcomes.known(lease, work.known, durations, work.state)
            measures.ended(measures.UNCHANGED if made is None else measures.COMPLETED, durations, self._track.rates)
            telemetry.log.info("attempt completed", **self._account(durations), unchanged=made is None)
            return
        finally:
            self._saved.set()
        measures.ended(failure.code, {}, {})
        telemetry.log.info("attempt failed", code=failure.code, **self._account(self._track.durations()))
        await self._outcomes.failed(lease, failure)

    def _account(self, durations: Mapping[str, float]) -> dict[str, object]:
        """What the attempt took, for whoever runs the platform."""
        return {
            "seconds": round(sum(durations.values()), 2),
            "phases": {phase: round(seconds, 2) for phase, seconds in durations.items()},
            "cpu_seconds": round(self.peak.cpu_seconds, 2),
            "peak_memory_bytes": self.peak.memory_bytes,
            "peak_disk_bytes": self.peak.disk_bytes,
            "peak_processes": self.peak.processes,
        }

    async def save(self) -> None:
        """Have kept how far the work has come, for whoever goes on with it. Ends when it is, or when the work has."""
        if self._sandbox is not None and self._track.phase not in _FETCHING:
            self._asked = True
            self._sandbox.ask_for_checkpoint()
            await self._saved.wait()

    async def _work(self, lease: Lease, work: Work) -> Report | None:
        """The report, or None if the known one is good."""
        whole = work.state is None and work.checkpoint is None
        while True:
            try:
                return await self._once(lease, work, whole=whole)
            except _NeedsWhole as more:
                telemetry.log.info("what is new does not do: everything is fetched", reason=str(more))
                whole = True
            except AttemptFailed as failed:
                if not self._may_be_at_fault(work, failed.failure):
                    raise
                telemetry.log.warning("trying without what an earlier analysis left", code=failed.failure.code)
                self._verdict = None
                work, whole = replace(work, state=None, checkpoint=None), True

    def _may_be_at_fault(self, work: Work, failure: Failure) -> bool:
        """Whether what an earlier analysis left may be why this one failed; a mirror that may be is thrown away."""
        borrowing = self._borrowing if self._borrowing is not None and self._borrowing.used else None
        suspect = {failures.ENGINE_ERROR, failures.CORRUPT_REPOSITORY}
        if borrowing is not None and failure in suspect | {failures.REPOSITORY_TOO_LARGE}:
            borrowing.distrust()
            return True
        return failure in suspect and (work.state is not None or work.checkpoint is not None)

    async def _once(self, lease: Lease, work: Work, *, whole: bool) -> Report | None:
        directory = self._workspace.attempt()
        try:
            async with Borrowing(self._cache, work.repository_url) as borrowing:
                self._borrowing = borrowing
                left = await take_up(self._states, work, directory)
                assignment = assignment_of(self._settings, work, left, borrowing.mirror, whole=whole)
                return await self._report(lease, work, directory, assignment)
        finally:
            if self._storing is not None:
                self._storing.cancel()
                self._storing = None
            await asyncio.shield(asyncio.to_thread(remove, directory))

    async def _report(self, lease: Lease, work: Work, directory: Path, assignment: Assignment) -> Report | None:
        told, code = await self._stages(lease, work, directory, assignment)
        if self._verdict is not None:
            raise AttemptFailed(self._verdict)
        if told.needs_whole and code == TOLD:
            raise _NeedsWhole(told.needs_whole)
        if told.unchanged and code == TOLD and work.known is not None:
            return None
        completed = told.completed
        if code != 0 or completed is None or not set(completed.sections) <= set(self._sections):
            raise AttemptFailed(told.failure if told.failure is not None and code == TOLD else _unexplained(code))
        state = await self._storing if self._storing is not None else None
        return Report(completed, told.head, state, work.advisories)

    async def _stages(self, lease: Lease, work: Work, directory: Path, assignment: Assignment) -> tuple[_Told, int]:
        """What the stages told, and how they ended."""
        told = _Told()
        async with Sandbox(directory, assignment) as sandbox:
            self._sandbox = sandbox
            watch = asyncio.create_task(self._watch(sandbox, work))
            try:
                async for message in sandbox.messages():
                    self._heard = time.monotonic()
                    await self._hear(lease, directory, message, told)
                code = await sandbox.exit_code()
            finally:
                self._sandbox = None
                if self._keeping is not None:
                    self._keeping.cancel()
                watch.cancel()
                with suppress(asyncio.CancelledError):
                    await watch
        return told, code

    async def _hear(self, lease: Lease, directory: Path, message: Message, told: _Told) -> None:
        match message:
            case Progressed():
                await self._progress(lease, message)
            case Fetched():
                assert self._borrowing is not None  # noqa: S101 entered before there are stages
                self._borrowing.fetched(message, directory / REPOSITORY)
            case SectionReady():
                await self._section(lease, message.section, directory)
            case Kept():
                self._kept(lease, directory, message)
            case Completed():
                told.completed = message
                told.head = await self._read(directory, HEAD)
            case Unchanged():
                told.unchanged = True
            case NeedsWhole():
                told.needs_whole = message.reason
            case Failed():
                told.failure = Failure(message.code, message.message, message.retryable)

    def _kept(self, lease: Lease, directory: Path, kept: Kept) -> None:
        """Have a checkpoint, or what the next analysis may go on from, stored while the work goes on."""
        if not kept.checkpoint:
            if self._storing is None:
                self._storing = asyncio.create_task(self._states.keep(directory / STATE, kept))
            return
        if self._keeping is not None and not self._keeping.done():
            if not self._asked:
                return  # slower than they are made
            self._keeping.cancel()
        self._keeping = asyncio.create_task(self._keep(lease, directory / CHECKPOINT, kept, asked=self._asked))

    async def _keep(self, lease: Lease, path: Path, kept: Kept, *, asked: bool) -> None:
        await self._states.keep_checkpoint(lease, path, kept)
        if asked:
            self._saved.set()

    async def _progress(self, lease: Lease, message: Progressed) -> None:
        now = time.monotonic()
        if self._track.moves(message):
            self._advanced = now
        percent = self._track.advance(message)
        if now - self._told >= _PROGRESS_SECONDS:
            self._told = now
            await self._outcomes.progress(lease, message, percent, self._track.remaining(message))

    async def _section(self, lease: Lease, name: str, directory: Path) -> None:
        content = await self._read(directory, name)
        self._busy = True
        try:
            self._sections[name] = await self._outcomes.section(lease, name, content)
        finally:
            self._busy = False
            self._heard = self._advanced = time.monotonic()

    async def _read(self, directory: Path, name: str) -> bytes:
        path = directory / SECTIONS / f"{name}.json"
        return await asyncio.to_thread(read_section, path, self._settings.section_max_bytes)

    async def _watch(self, sandbox: Sandbox, work: Work) -> None:
        """End the attempt when it is cancelled, breaks a limit, or shows no sign of life."""
        began = time.monotonic()
        cpu = 0.0
        while self._verdict is None:
            with suppress(TimeoutError):
                async with asyncio.timeout(_WATCH_SECONDS):
                    await self._cancelled.wait()
            if self._cancelled.is_set():
                self._verdict = failures.CANCELLED
                break
            usage = await sandbox.usage()
            self._watched = time.monotonic()
            self.peak = self.peak.most(usage)
            if abs(usage.cpu_seconds - cpu) > 0.01 or self._busy:
                cpu, self._heard = usage.cpu_seconds, time.monotonic()
            self._verdict = self._judge(usage, began, work.deadline)
        await sandbox.stop()

    def _judge(self, usage: Usage, began: float, deadline: datetime | None) -> Failure | None:
        settings = self._settings
        now = time.monotonic()
        borrowed = self._borrowing.bytes if self._borrowing is not None else 0
        broken = (
            (deadline is not None and datetime.now(UTC) >= deadline, failures.DEADLINE_EXCEEDED),
            (usage.disk_bytes + borrowed > settings.max_clone_bytes, failures.REPOSITORY_TOO_LARGE),
            (usage.memory_bytes > settings.memory_bytes, failures.OUT_OF_MEMORY),
            (usage.processes > settings.max_processes, failures.TOO_MANY_PROCESSES),
            (now - began > settings.wall_seconds, failures.ANALYSIS_TIMEOUT),
            (now - began > settings.clone_seconds and self._track.phase in _FETCHING, failures.CLONE_TIMEOUT),
            (now - self._heard > settings.stall_seconds, failures.WORKER_STALLED),
            (now - self._advanced > settings.silence_seconds and not self._busy, failures.WORKER_STALLED),
        )
        return next((failure for is_broken, failure in broken if is_broken), None)


def _unexplained(code: int) -> Failure:
    """Why processes ended that told nothing."""
    return failures.of_signal(code - 128) if code > 128 else failures.ENGINE_ERROR
