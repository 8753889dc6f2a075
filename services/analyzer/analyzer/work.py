"""What an attempt is to do, and the assignment that its processes get."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from analyzer.cache import Mirror
from analyzer.messages import CHECKPOINT, STATE, Assignment, Credential, Known, Limits, State
from analyzer.settings import Settings
from analyzer.states import States
from gitstrata_protos.analyzer.v1 import events_pb2
from gitstrata_protos.jobs.v1.jobs_service_pb2 import KnownReport
from strata.vulnerabilities.fingerprint import fingerprint

_OPEN_FILES = 1024
_HEADROOM = 4  # the kernel counts all attempts of a user together


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
    state: events_pb2.EngineState | None = None
    """What an earlier analysis left."""
    checkpoint: events_pb2.EngineState | None = None
    """How far an earlier worker came with this one."""
    advisories: str = ""
    """Fingerprint of the operator's advisories."""


@dataclass(frozen=True, slots=True)
class TakenUp:
    """What lies in the attempt's directory to go on from: a state, or the checkpoint of a commit; or why neither."""

    state: State | None = None
    checkpoint: str = ""
    reason: str = ""


def beside_advisories(work: Work, folder: Path | None) -> Work:
    """The work with their fingerprint, taken before they are read: what changes meanwhile is another edition.

    A report that others were asked for is not good again.
    """
    found = fingerprint(folder) if folder else ""
    known = work.known if work.known is not None and work.known.advisories == found else None
    return replace(work, known=known, advisories=found)


async def take_up(states: States, work: Work, directory: Path) -> TakenUp:
    """Have what earlier analyses left in the directory; a checkpoint of this very one is worth more than a state."""
    if not states.wanted:
        return TakenUp()
    if work.checkpoint and not await states.fetch(work.checkpoint, directory / CHECKPOINT):
        return TakenUp(checkpoint=work.checkpoint.commit)
    if work.state is None:
        return TakenUp()
    if reason := await states.fetch(work.state, directory / STATE):
        return TakenUp(reason=reason)
    return TakenUp(State(commit=work.state.commit, committed_at=work.state.committed_at.ToSeconds()))


def assignment_of(
    settings: Settings, work: Work, taken_up: TakenUp, mirror: Mirror | None, *, whole: bool
) -> Assignment:
    """What the stages are told; `whole`: to fetch everything, whatever there is to go on from."""
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
        keep_state=settings.state_max_bytes > 0,
        checkpoint_seconds=settings.checkpoint_seconds,
        state=taken_up.state,
        no_state=taken_up.reason,
        # whose lines commits that are to be ignored had before is asked of git, and of the whole history
        whole=whole or work.ignore_revs,
        checkpoint=taken_up.checkpoint,
        mirror=str(mirror.path) if mirror else "",
        advisories=str(settings.osv_dir.absolute()) if settings.osv_dir else "",
        limits=Limits(
            memory=settings.memory_bytes,
            file=settings.max_clone_bytes,
            # wall time is what is promised; this is the kernel's own stop should the analyzer fail to act
            cpu_seconds=int(settings.wall_seconds) * (settings.engine_workers + 1),
            open_files=_OPEN_FILES,
            processes=settings.max_processes * _HEADROOM,
        ),
    )
