"""The repository aggregate: what a user follows, how it is analysed, and when that is due again.

Pure. Pushes only move a mark: however many come while an analysis runs, one more is due when it has ended.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TypeAlias, assert_never

from jobs.domain.events import AnalysisOptions
from kit.errors import Conflict, LimitReached, NotFound, WrongState

SCHEDULES = {"": None, "daily": timedelta(days=1), "weekly": timedelta(days=7), "monthly": timedelta(days=30)}
"""How old the last analysis may become."""
DELIVERIES = 50
"""Pushes that are known again when the Git host tells of them twice."""
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RepositorySettings:
    branch: str = ""
    """Empty: the default branch."""
    on_push: bool = True
    schedule: str = ""
    options: AnalysisOptions = field(default_factory=AnalysisOptions)

    @property
    def tag(self) -> str:
        """The same for the same settings, and for no others."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:32]


# ---------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class RepositoryTracked:
    repository_id: str
    owner_id: str
    repository_url: str
    settings: RepositorySettings
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class RepositorySettingsChanged:
    repository_id: str
    settings: RepositorySettings
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class RepositoryPushed:
    repository_id: str
    branch: str
    commit: str
    delivery_id: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class RepositoryAnalysisRequested:
    repository_id: str
    job_id: str
    trigger: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class RepositoryUntracked:
    repository_id: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class RepositoryMoved:
    repository_id: str
    repository_url: str
    occurred_at: datetime


Event: TypeAlias = (
    RepositoryTracked
    | RepositorySettingsChanged
    | RepositoryPushed
    | RepositoryAnalysisRequested
    | RepositoryMoved
    | RepositoryUntracked
)


# ---------------------------------------------------------------- commands


@dataclass(frozen=True, slots=True)
class TrackRepository:
    repository_id: str
    owner_id: str
    repository_url: str
    settings: RepositorySettings
    now: datetime
    followed: int = 0
    """Repositories that the owner follows already."""
    allowed: int = 1


@dataclass(frozen=True, slots=True)
class ChangeSettings:
    settings: RepositorySettings
    now: datetime
    expected_tags: tuple[str, ...] = ()
    """Refuse unless the settings have one of these tags; empty: whatever they are."""


@dataclass(frozen=True, slots=True)
class RecordPush:
    branch: str
    is_default_branch: bool
    commit: str
    delivery_id: str
    now: datetime


@dataclass(frozen=True, slots=True)
class RequestAnalysis:
    """To be asked when no analysis of the repository that was begun by itself is under way."""

    job_id: str
    now: datetime


@dataclass(frozen=True, slots=True)
class MoveRepository:
    """Its host has it at another address."""

    repository_url: str
    now: datetime


@dataclass(frozen=True, slots=True)
class UntrackRepository:
    now: datetime


Command: TypeAlias = (
    TrackRepository | ChangeSettings | RecordPush | RequestAnalysis | MoveRepository | UntrackRepository
)


# ---------------------------------------------------------------- state


@dataclass(frozen=True, slots=True)
class Repository:
    """As its history tells it. The initial state is one that nobody follows."""

    id: str = ""
    owner_id: str = ""
    repository_url: str = ""
    settings: RepositorySettings = field(default_factory=RepositorySettings)
    tracked: bool = False
    tracked_at: datetime = _LONG_AGO
    pushed_at: datetime | None = None
    requested_at: datetime | None = None
    job_id: str = ""
    """The last analysis that was begun by itself."""
    deliveries: tuple[str, ...] = ()
    former_urls: tuple[str, ...] = ()
    """Addresses that it had before, of which there may be analyses."""

    @property
    def urls(self) -> tuple[str, ...]:
        """Every address that it has had."""
        return (*self.former_urls, self.repository_url)

    @property
    def scheduled_at(self) -> datetime | None:
        """When an analysis is due by the schedule alone."""
        period = SCHEDULES[self.settings.schedule]
        return None if period is None else (self.requested_at or self.tracked_at) + period

    @property
    def push_waits(self) -> bool:
        """Whether there was a push since the last analysis was requested, and that matters."""
        if self.pushed_at is None or not self.settings.on_push:
            return False
        return self.requested_at is None or self.pushed_at > self.requested_at

    def due(self, now: datetime) -> str:
        """What makes an analysis due: "push", "schedule" or nothing."""
        if not self.tracked:
            return ""
        if self.push_waits:
            return "push"
        return "schedule" if self.scheduled_at is not None and self.scheduled_at <= now else ""


INITIAL = Repository()


def decide(repository: Repository, command: Command) -> list[Event]:
    """What the command adds to the history; nothing when it was already so. Raises AppError when refused."""
    match command:
        case TrackRepository():
            return _track(repository, command)
        case UntrackRepository(now=now):
            return [RepositoryUntracked(repository.id, now)] if repository.tracked else []
        case RecordPush():
            return _push(repository, command)
        case RequestAnalysis(job_id=job_id, now=now):
            trigger = repository.due(now)
            return [RepositoryAnalysisRequested(repository.id, job_id, trigger, now)] if trigger else []
        case MoveRepository(repository_url=url, now=now):
            if not repository.tracked or url == repository.repository_url:
                return []
            return [RepositoryMoved(repository.id, url, now)]
        case ChangeSettings(settings=settings, now=now, expected_tags=expected):
            if not repository.tracked:
                raise NotFound("There is no such repository.", code="repository_not_found")
            if expected and repository.settings.tag not in expected:
                raise Conflict("Somebody has changed these settings. Read them again.", code="settings_changed")
            if settings == repository.settings:
                return []
            return [RepositorySettingsChanged(repository.id, settings, now)]
        case _:
            assert_never(command)


def _track(repository: Repository, command: TrackRepository) -> list[Event]:
    if repository.tracked:
        raise WrongState("You follow this repository already.", code="repository_tracked")
    if command.followed >= command.allowed:
        raise LimitReached(
            f"You follow {command.followed} repositories, which is all that one person may here.",
            code="repository_limit_reached",
        )
    return [
        RepositoryTracked(
            command.repository_id, command.owner_id, command.repository_url, command.settings, command.now
        )
    ]


def _push(repository: Repository, command: RecordPush) -> list[Event]:
    settings = repository.settings
    wanted = command.branch == settings.branch if settings.branch else command.is_default_branch
    if not repository.tracked or not settings.on_push or not wanted or command.delivery_id in repository.deliveries:
        return []
    return [RepositoryPushed(repository.id, command.branch, command.commit, command.delivery_id, command.now)]


def evolve(repository: Repository, event: Event) -> Repository:
    """The repository after the event."""
    match event:
        case RepositoryTracked():
            return Repository(
                id=event.repository_id,
                owner_id=event.owner_id,
                repository_url=event.repository_url,
                settings=event.settings,
                tracked=True,
                tracked_at=event.occurred_at,
                deliveries=repository.deliveries,
            )
        case RepositorySettingsChanged(settings=settings):
            return replace(repository, settings=settings)
        case RepositoryPushed():
            deliveries = (*repository.deliveries, event.delivery_id)[-DELIVERIES:]
            return replace(repository, pushed_at=event.occurred_at, deliveries=deliveries)
        case RepositoryAnalysisRequested():
            return replace(repository, requested_at=event.occurred_at, job_id=event.job_id)
        case RepositoryMoved(repository_url=url):
            return replace(repository, repository_url=url, former_urls=repository.urls)
        case RepositoryUntracked():
            return replace(repository, tracked=False)
        case _:
            assert_never(event)
