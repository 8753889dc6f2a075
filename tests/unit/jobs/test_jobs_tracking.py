"""Given what a repository went through, when something comes, then these events, or that refusal."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from jobs.domain.events import AnalysisOptions
from jobs.domain.tracking import (
    DELIVERIES,
    INITIAL,
    ChangeSettings,
    MoveRepository,
    RecordPush,
    RepositoryAnalysisRequested,
    RepositoryMoved,
    RepositoryPushed,
    RepositorySettings,
    RepositorySettingsChanged,
    RepositoryTracked,
    RepositoryUntracked,
    RequestAnalysis,
    TrackRepository,
    UntrackRepository,
    decide,
    evolve,
)
from kit.errors import Conflict, LimitReached, NotFound, WrongState

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
URL = "https://example.org/owner/name"
SETTINGS = RepositorySettings()
DAILY = RepositorySettings(on_push=False, schedule="daily")
TRACKED = RepositoryTracked("r", "alice", URL, SETTINGS, NOW)
TRACK = TrackRepository("r", "alice", URL, SETTINGS, NOW)
PUSH = RecordPush("main", True, "c" * 40, "delivery-1", LATER)
PUSHED = RepositoryPushed("r", "main", "c" * 40, "delivery-1", LATER)
LATEST = LATER + timedelta(minutes=1)
REQUEST = RequestAnalysis("job-1", LATEST)
REQUESTED = RepositoryAnalysisRequested("r", "job-1", "push", LATEST)
UNTRACKED = RepositoryUntracked("r", LATEST)
NEW_URL = "https://example.org/owner/renamed"
MOVE = MoveRepository(NEW_URL, LATER)
MOVED = RepositoryMoved("r", NEW_URL, LATER)
CHANGED = RepositorySettingsChanged("r", DAILY, NOW)


def given(*history):
    repository = INITIAL
    for event in history:
        repository = evolve(repository, event)
    return repository


@pytest.mark.parametrize(
    ("history", "command", "events"),
    [
        pytest.param((), TRACK, [TRACKED], id="track"),
        pytest.param((TRACKED, UNTRACKED), TRACK, [TRACKED], id="track again"),
        pytest.param((TRACKED,), ChangeSettings(SETTINGS, NOW), [], id="settings as they are"),
        pytest.param((TRACKED,), ChangeSettings(DAILY, NOW), [CHANGED], id="other settings"),
        pytest.param((TRACKED,), UntrackRepository(LATEST), [UNTRACKED], id="untrack"),
        pytest.param((TRACKED, UNTRACKED), UntrackRepository(LATEST), [], id="untrack twice"),
        pytest.param((TRACKED,), PUSH, [PUSHED], id="push to the default branch"),
        pytest.param((TRACKED,), replace(PUSH, is_default_branch=False), [], id="push to another branch"),
        pytest.param(
            (replace(TRACKED, settings=RepositorySettings(branch="main")),),
            replace(PUSH, is_default_branch=False),
            [PUSHED],
            id="push to the branch of the settings",
        ),
        pytest.param(
            (replace(TRACKED, settings=RepositorySettings(branch="release")),), PUSH, [], id="the default one is not it"
        ),
        pytest.param((TRACKED, PUSHED), PUSH, [], id="the same delivery again"),
        pytest.param((TRACKED, CHANGED), PUSH, [], id="nobody wants to hear of pushes"),
        pytest.param((), PUSH, [], id="push to what nobody follows"),
        pytest.param((TRACKED, UNTRACKED), PUSH, [], id="push to what nobody follows any more"),
        pytest.param((TRACKED,), MOVE, [MOVED], id="renamed at its host"),
        pytest.param((TRACKED, MOVED), MOVE, [], id="told of it twice"),
        pytest.param((TRACKED, UNTRACKED), MOVE, [], id="nobody cares where it is"),
        pytest.param((TRACKED,), REQUEST, [], id="nothing is due"),
        pytest.param((TRACKED, PUSHED), REQUEST, [REQUESTED], id="a push makes an analysis due"),
        pytest.param((TRACKED, PUSHED, REQUESTED), REQUEST, [], id="once"),
        pytest.param((TRACKED, PUSHED, CHANGED), REQUEST, [], id="pushes do not matter any more"),
        pytest.param((TRACKED, PUSHED, UNTRACKED), REQUEST, [], id="nobody follows it any more"),
        pytest.param((TRACKED, CHANGED), RequestAnalysis("job-1", NOW + timedelta(hours=23)), [], id="not a day old"),
        pytest.param(
            (TRACKED, CHANGED),
            RequestAnalysis("job-1", NOW + timedelta(hours=24)),
            [RepositoryAnalysisRequested("r", "job-1", "schedule", NOW + timedelta(hours=24))],
            id="a day old",
        ),
    ],
)
def test_decisions(history, command, events):
    assert decide(given(*history), command) == events


def test_refusals():
    with pytest.raises(WrongState, match="already"):
        decide(given(TRACKED), TRACK)
    with pytest.raises(LimitReached, match="3 repositories"):
        decide(INITIAL, replace(TRACK, followed=3, allowed=3))
    for history in ((), (TRACKED, UNTRACKED)):
        with pytest.raises(NotFound):
            decide(given(*history), ChangeSettings(DAILY, NOW))


def test_settings_change_only_if_they_are_those_that_were_read():
    history = given(TRACKED)
    expecting = ChangeSettings(DAILY, NOW, (DAILY.tag, SETTINGS.tag))
    assert decide(history, expecting) == [CHANGED]
    with pytest.raises(Conflict) as refused:
        decide(evolve(history, CHANGED), replace(expecting, expected_tags=(SETTINGS.tag,)))
    assert refused.value.code == "settings_changed"
    assert evolve(history, PUSHED).settings.tag == SETTINGS.tag


def test_addresses_that_it_had_are_remembered_until_it_is_followed_again():
    moved = given(TRACKED, MOVED)
    assert (moved.repository_url, moved.urls, moved.settings) == (NEW_URL, (URL, NEW_URL), SETTINGS)
    assert given(TRACKED, MOVED, UNTRACKED, TRACKED).urls == (URL,)


def test_settings_begin_anew_when_it_is_followed_again():
    again = replace(TRACKED, settings=replace(SETTINGS, options=AnalysisOptions(ignore_revs=True)), occurred_at=LATEST)
    repository = given(TRACKED, PUSHED, REQUESTED, UNTRACKED, again)
    assert repository.settings.options.ignore_revs
    assert (repository.pushed_at, repository.requested_at, repository.job_id) == (None, None, "")
    # what was told before is still known
    assert decide(repository, PUSH) == []


@drawn(st.lists(st.sampled_from(["push", "request"]), max_size=150))
def test_however_many_pushes_one_more_analysis_is_due(steps):
    repository, now, waits, told = given(TRACKED), NOW, False, 0
    for number, step in enumerate(steps):
        now += timedelta(seconds=1)
        if step == "push":
            (event,) = decide(repository, replace(PUSH, delivery_id=str(number), now=now))
            waits = True
        else:
            events = decide(repository, RequestAnalysis(f"job-{number}", now))
            assert len(events) == int(waits)
            if not events:
                continue
            (event,) = events
            waits = False
            told += 1
        repository = evolve(repository, event)
        assert repository.push_waits == waits
    assert len(repository.deliveries) <= DELIVERIES
    assert told <= steps.count("push")
