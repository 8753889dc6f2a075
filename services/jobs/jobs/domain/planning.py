"""Which of many analyses are worth doing, decided before any is submitted.

Pure. Limits are the owner's own, as submissions meet them one after the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from jobs.domain.events import AnalysisOptions
from jobs.domain.job import Job
from jobs.domain.quota import Quota, allow_one_more, allow_one_more_today
from kit.errors import AppError, InvalidInput


class Verdict(Enum):
    ACCEPTED = auto()
    RUNNING = auto()
    UNCHANGED = auto()
    REFUSED = auto()


@dataclass(frozen=True, slots=True)
class Wanted:
    """An analysis that somebody would like, and what is known of its repository: when it was last pushed to."""

    repository_url: str
    ref: str
    options: AnalysisOptions
    pushed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What becomes of it. `job` is the one that stands in its way."""

    verdict: Verdict
    job: Job | None = None
    error: AppError | None = None


def plan(
    wanted: list[Wanted], *, running: list[Job], completed: list[Job], quota: Quota, unchanged: bool
) -> list[Outcome]:
    """What would become of each, in their order: `running` and `completed` are the owner's jobs on these repositories.

    With `unchanged` those too are accepted to which nothing was pushed since they were last analysed.
    """
    outcomes: list[Outcome] = []
    taken: set[tuple[str, str]] = set()
    active, daily = quota.active, quota.daily
    for each in wanted:
        key = (each.repository_url, each.ref)
        under_way = next((job for job in running if (job.repository_url, job.ref) == key), None)
        last = max(
            (job for job in completed if (job.repository_url, job.ref) == key),
            key=lambda job: job.created_at,
            default=None,
        )
        if key in taken:
            twice = InvalidInput("This repository stands in the list twice.", code="repository_twice")
            outcomes.append(Outcome(Verdict.REFUSED, error=twice))
            continue
        taken.add(key)
        if under_way is not None:
            outcomes.append(Outcome(Verdict.RUNNING, under_way))
        elif last is not None and not unchanged and _answers(last, each):
            outcomes.append(Outcome(Verdict.UNCHANGED, last))
        elif refusal := _limit(quota, active, daily):
            outcomes.append(Outcome(Verdict.REFUSED, error=refusal))
        else:
            active, daily = active + 1, daily + 1
            outcomes.append(Outcome(Verdict.ACCEPTED))
    return outcomes


def _answers(last: Job, wanted: Wanted) -> bool:
    """Whether an analysis that began after the last push asked for the same."""
    began = last.started_at or last.created_at
    same = (last.options.ignore_revs, last.options.exclude, last.options.people_rules_id) == (
        wanted.options.ignore_revs,
        wanted.options.exclude,
        wanted.options.people_rules_id,
    )
    return same and wanted.pushed_at is not None and wanted.pushed_at < began


def _limit(quota: Quota, active: int, daily: int) -> AppError | None:
    now = Quota(
        active=active,
        active_allowed=quota.active_allowed,
        daily=daily,
        daily_allowed=quota.daily_allowed,
        daily_frees_in=quota.daily_frees_in,
        deleted=quota.deleted,
    )
    try:
        allow_one_more(now)
        allow_one_more_today(now)
    except AppError as error:
        return error
    return None
