"""One attempt from lease to outcome."""

from __future__ import annotations

import asyncio
import os
import stat
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from analyzer import failures
from analyzer.failures import AttemptFailed, Failure
from analyzer.messages import (
    HEAD,
    SECTIONS,
    TOLD,
    Assignment,
    Completed,
    Credential,
    Failed,
    Known,
    Limits,
    Progressed,
    SectionReady,
    Unchanged,
)
from analyzer.outcomes import Lease, Outcomes
from analyzer.progress import Track
from analyzer.sandbox import Sandbox, Usage
from analyzer.settings import Settings
from analyzer.workspace import Workspace, remove
from gitstrata_protos.analyzer.v1 import events_pb2
from gitstrata_protos.jobs.v1.jobs_service_pb2 import KnownReport
from kit import telemetry

_WATCH_SECONDS = 0.5
_PROGRESS_SECONDS = 0.25
_OPEN_FILES = 1024
_HEADROOM = 4  # the kernel counts all attempts of a user together
_FETCHING = frozenset({"", "clone", "resolve"})


@dataclass(frozen=True, slots=True)
class Work:
    """What to analyse, and until when."""

    repository_url: str
    ref: str
    credential: Credential | None
    deadline: datetime | None
    ignore_revs: bool = False
    exclude: tuple[str, ...] = ()
    mailmap: str = field(default="", repr=False)
    kinds: Mapping[str, str] = field(default_factory=dict, repr=False)
    known: KnownReport | None = None
    """A report by this very engine that is good if nothing has changed."""


class Attempt:
    """Runs once; `cancel` may be called at any time before or meanwhile."""

    def __init__(self, settings: Settings, workspace: Workspace, outcomes: Outcomes) -> None:
        self._settings = settings
        self._workspace = workspace
        self._outcomes = outcomes
        self._cancelled = asyncio.Event()
        self._track = Track()
        self._sections: dict[str, events_pb2.SectionRef] = {}
        self._busy = False
        self._heard = self._advanced = self._watched = time.monotonic()
        self._told = 0.0
        self._verdict: Failure | None = None
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
            made = await self._work(lease, work)
        except AttemptFailed as failed:
            failure = failed.failure
        except Exception as error:  # noqa: BLE001 a defect of ours ends the attempt, not the analyzer
            telemetry.log.error("attempt broke", exc_info=error)
        else:
            durations = self._track.durations()
            if made is not None:
                completed, head = made
                sections = [self._sections[name] for name in completed.sections]
                await self._outcomes.completed(lease, completed, head, sections, durations)
            elif work.known is not None:
                await self._outcomes.known(lease, work.known, durations)
            telemetry.log.info("attempt completed", **self._account(durations), unchanged=made is None)
            return
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

    async def _work(self, lease: Lease, work: Work) -> tuple[Completed, bytes] | None:
        """What the stages completed, and the report's head; None if the known report is good."""
        directory = self._workspace.attempt()
        completed: Completed | None = None
        unchanged = False
        head = b""
        told: Failure | None = None
        try:
            async with Sandbox(directory, self._assignment(work)) as sandbox:
                watch = asyncio.create_task(self._watch(sandbox, work))
                try:
                    async for message in sandbox.messages():
                        self._heard = time.monotonic()
                        match message:
                            case Progressed():
                                await self._progress(lease, message)
                            case SectionReady():
                                await self._section(lease, message.section, directory)
                            case Completed():
                                completed = message
                                head = await self._read(directory, HEAD)
                            case Unchanged():
                                unchanged = work.known is not None
                            case Failed():
                                told = Failure(message.code, message.message, message.retryable)
                    code = await sandbox.exit_code()
                finally:
                    watch.cancel()
                    with suppress(asyncio.CancelledError):
                        await watch
        finally:
            await asyncio.shield(asyncio.to_thread(remove, directory))
        if self._verdict is not None:
            raise AttemptFailed(self._verdict)
        if unchanged and code == TOLD:
            return None
        if code == 0 and completed is not None and set(completed.sections) <= set(self._sections):
            return completed, head
        raise AttemptFailed(told if told is not None and code == TOLD else _unexplained(code))

    def _assignment(self, work: Work) -> Assignment:
        settings = self._settings
        return Assignment(
            url=work.repository_url,
            ref=work.ref,
            credential=work.credential,
            allowed_origins=settings.allowed_origins,
            engine_workers=settings.engine_workers,
            ignore_revs=work.ignore_revs,
            exclude=work.exclude,
            mailmap=work.mailmap,
            kinds=work.kinds,
            known=Known(commit=work.known.commit, tags_digest=work.known.tags_digest) if work.known else None,
            limits=Limits(
                memory=settings.memory_bytes,
                file=settings.max_clone_bytes,
                # wall time is what is promised; this is the kernel's own stop should the analyzer fail to act
                cpu_seconds=int(settings.wall_seconds) * (settings.engine_workers + 1),
                open_files=_OPEN_FILES,
                processes=settings.max_processes * _HEADROOM,
            ),
        )

    async def _progress(self, lease: Lease, message: Progressed) -> None:
        now = time.monotonic()
        if self._track.moves(message):
            self._advanced = now
        percent = self._track.advance(message)
        if now - self._told >= _PROGRESS_SECONDS:
            self._told = now
            await self._outcomes.progress(lease, message, percent)

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
        broken = (
            (deadline is not None and datetime.now(UTC) >= deadline, failures.DEADLINE_EXCEEDED),
            (usage.disk_bytes > settings.max_clone_bytes, failures.REPOSITORY_TOO_LARGE),
            (usage.memory_bytes > settings.memory_bytes, failures.OUT_OF_MEMORY),
            (usage.processes > settings.max_processes, failures.TOO_MANY_PROCESSES),
            (now - began > settings.wall_seconds, failures.ANALYSIS_TIMEOUT),
            (now - began > settings.clone_seconds and self._track.phase in _FETCHING, failures.CLONE_TIMEOUT),
            (now - self._heard > settings.stall_seconds, failures.WORKER_STALLED),
            (now - self._advanced > settings.silence_seconds and not self._busy, failures.WORKER_STALLED),
        )
        return next((failure for is_broken, failure in broken if is_broken), None)


def read_section(path: Path, limit: int) -> bytes:
    """A section's file. AttemptFailed when it is missing, is no plain file, or is too large."""
    try:
        # what a hostile repository may have taken over must not lead this process anywhere, nor make it wait
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise AttemptFailed(failures.ENGINE_ERROR)
            content = file.read(limit + 1)
    except OSError:
        raise AttemptFailed(failures.ENGINE_ERROR) from None
    if len(content) > limit:
        raise AttemptFailed(
            Failure("report_too_large", "A section of the report is larger than this installation allows.")
        )
    return content


def _unexplained(code: int) -> Failure:
    """Why processes ended that told nothing."""
    return failures.of_signal(code - 128) if code > 128 else failures.ENGINE_ERROR
