"""Given what an owner has, when many analyses are wanted, then each has its verdict."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jobs.domain.events import AnalysisOptions
from jobs.domain.job import Job, Status
from jobs.domain.planning import Outcome, Verdict, Wanted, plan
from jobs.domain.quota import Quota

NOW = datetime(2026, 11, 28, tzinfo=UTC)
HOUR = timedelta(hours=1)
URL = "https://git.example.org/a/"


def wanted(name: str = "one", **fields: object) -> Wanted:
    return Wanted(**{"repository_url": URL + name, "ref": "", "options": AnalysisOptions(), **fields})  # type: ignore[arg-type]


def job(name: str = "one", status: Status = Status.COMPLETED, **fields: object) -> Job:
    return Job(id=name, repository_url=URL + name, status=status, created_at=NOW, **fields)  # type: ignore[arg-type]


def quota(active: int = 0, daily: int = 0, allowed: int = 100) -> Quota:
    return Quota(active=active, active_allowed=allowed, daily=daily, daily_allowed=allowed, daily_frees_in=60)


def planned(
    *asked: Wanted, running: tuple[Job, ...] = (), completed: tuple[Job, ...] = (), **fields: object
) -> list[Outcome]:
    given = {"quota": quota(), "unchanged": False, **fields}
    return plan(list(asked), running=list(running), completed=list(completed), **given)  # type: ignore[arg-type]


def test_what_is_new_is_accepted() -> None:
    assert planned(wanted()) == [Outcome(Verdict.ACCEPTED)]
    assert planned() == []


def test_what_is_under_way_is_not_begun_again() -> None:
    waiting = job(status=Status.PENDING)
    assert planned(wanted(), running=(waiting,)) == [Outcome(Verdict.RUNNING, waiting)]
    assert planned(wanted(ref="other"), running=(waiting,))[0].verdict is Verdict.ACCEPTED


def test_what_was_not_pushed_to_is_left_alone_unless_wanted() -> None:
    done = job()
    quiet, busy, unknown = (wanted(pushed_at=moment) for moment in (NOW - HOUR, NOW + HOUR, None))
    assert planned(quiet, completed=(done,)) == [Outcome(Verdict.UNCHANGED, done)]
    assert planned(busy, completed=(done,))[0].verdict is Verdict.ACCEPTED
    assert planned(unknown, completed=(done,))[0].verdict is Verdict.ACCEPTED
    assert planned(quiet, completed=(done,), unchanged=True)[0].verdict is Verdict.ACCEPTED
    other = wanted(pushed_at=NOW - HOUR, options=AnalysisOptions(ignore_revs=True))
    assert planned(other, completed=(done,))[0].verdict is Verdict.ACCEPTED


def test_a_push_while_it_waited_was_read() -> None:
    done = job(started_at=NOW + HOUR)
    asked = wanted(pushed_at=NOW + HOUR / 2)
    assert planned(asked, completed=(done,)) == [Outcome(Verdict.UNCHANGED, done)]


def test_twice_in_one_list_is_once() -> None:
    first, second = planned(wanted(), wanted())
    assert (first.verdict, second.verdict) == (Verdict.ACCEPTED, Verdict.REFUSED)
    assert second.error is not None
    assert second.error.code == "repository_twice"


@given(
    count=st.integers(0, 30),
    active=st.integers(0, 10),
    daily=st.integers(0, 10),
    allowed=st.integers(0, 20),
)
def test_no_more_are_accepted_than_may_be(count: int, active: int, daily: int, allowed: int) -> None:
    outcomes = planned(*(wanted(str(number)) for number in range(count)), quota=quota(active, daily, allowed))
    accepted = [each for each in outcomes if each.verdict is Verdict.ACCEPTED]
    assert len(accepted) == min(count, max(0, allowed - max(active, daily)))
    assert outcomes[: len(accepted)] == accepted  # the first come first
    refused = outcomes[len(accepted) :]
    assert {each.error.code for each in refused if each.error} <= {"active_limit_reached", "daily_limit_reached"}
    assert all(each.error for each in refused)
