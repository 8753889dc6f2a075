"""Jobs as JSON, and their events as server-sent events."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta

import pytest

from gateway import schemas, streams, wire
from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs

MOMENT = datetime(2026, 11, 23, 9, 30, 0, 250_000, tzinfo=UTC)


def job(**fields: object) -> jobs.Job:
    message = jobs.Job(id="j-1", state=jobs.JOB_STATE_PENDING, repository_url="https://x/y", **fields)  # type: ignore[arg-type]
    message.created_at.FromDatetime(MOMENT)
    return message


def as_json(message: jobs.Job) -> dict[str, object]:
    return wire.job(message).model_dump(mode="json")


def test_what_is_absent_is_null() -> None:
    assert as_json(job()) == {
        "id": "j-1",
        "status": "PENDING",
        "repo_url": "https://x/y",
        "ref": None,
        "commit": None,
        "attempt": 0,
        "progress": None,
        "created_at": "2026-11-23T09:30:00.250000Z",
        "started_at": None,
        "finished_at": None,
        "error": None,
    }


def test_what_is_there_is_told() -> None:
    message = job(ref="main", commit="a" * 40, attempt=2, error=jobs.JobError(code="too_large", message="Too large."))
    message.state = jobs.JOB_STATE_FAILED
    message.finished_at.FromDatetime(MOMENT + timedelta(seconds=1))
    message.progress.CopyFrom(
        analyzer.JobProgressed(
            phase="clone", done=5, total=10, rate=2.5, eta_seconds=0, percent=12.5, remaining_seconds=3
        )
    )
    told = as_json(message)
    assert (told["status"], told["ref"], told["commit"], told["attempt"]) == ("FAILED", "main", "a" * 40, 2)
    assert told["error"] == {"code": "too_large", "message": "Too large."}
    assert told["finished_at"] == "2026-11-23T09:30:01.250000Z"
    assert told["progress"] == {
        "phase": "clone",
        "done": 5,
        "total": 10,
        "rate": 2.5,
        "eta_seconds": 0.0,
        "percent": 12.5,
        "remaining_seconds": 3.0,
    }


@pytest.mark.parametrize("status", schemas.JobStatus)
def test_every_state_has_its_status(status: schemas.JobStatus) -> None:
    assert wire.status(wire.state(status)) is status


def test_no_status_is_the_unspecified_state() -> None:
    assert wire.state(None) == jobs.JOB_STATE_UNSPECIFIED


def update(type_: str | None, version: int = 4, **data: object) -> jobs.WatchJobResponse:
    message = jobs.WatchJobResponse(job=job())
    if type_:
        message.event.version, message.event.type = version, type_
        message.event.recorded_at.FromDatetime(MOMENT)
        message.event.data.update(data)
    return message


def parsed(message: jobs.WatchJobResponse) -> tuple[list[str], dict[str, object]]:
    """The lines before the data, and the data."""
    text = streams.event(message).encode().decode()
    assert text.endswith("\n\n")
    *lines, data = text.strip().split("\n")
    return lines, json.loads(data.removeprefix("data: "))


def test_history_carries_its_version_as_id() -> None:
    lines, data = parsed(update("JobStarted", attempt=1))
    assert lines == ["id: 4", "event: state"]
    assert {name: data[name] for name in ("version", "type", "recorded_at", "data")} == {
        "version": 4,
        "type": "JobStarted",
        "recorded_at": "2026-11-23T09:30:00.250000Z",
        "data": {"attempt": 1},
    }
    assert data["job"] == as_json(job())


def test_a_ready_section_has_an_event_of_its_own() -> None:
    lines, data = parsed(update("SectionCompleted", section="stack"))
    assert lines == ["id: 4", "event: section"]
    assert data["data"] == {"section": "stack"}


def test_progress_has_no_id() -> None:
    message = update(None)
    message.job.progress.CopyFrom(analyzer.JobProgressed(phase="clone", percent=1))
    lines, data = parsed(message)
    assert lines == ["event: progress"]
    assert (data["job_id"], data["progress"]["phase"]) == ("j-1", "clone")  # type: ignore[index]


def test_text_with_line_breaks_stays_one_message() -> None:
    _, data = parsed(update("JobFailed", message="first\nsecond\r\nthird\u2028"))
    assert data["data"] == {"message": "first\nsecond\r\nthird\u2028"}


def test_a_watch_keeps_history_and_the_last_progress_since() -> None:
    watch, bell = streams.Watch(), asyncio.Event()
    watch.bells.add(bell)
    progress = update(None)
    progress.job.progress.CopyFrom(analyzer.JobProgressed(phase="clone", percent=1))
    watch.add(progress)
    assert (bell.is_set(), watch.versions, watch.told) == (True, [], 1)
    assert b"event: progress" in watch.progress
    watch.add(update("SectionCompleted", section="stack"))
    assert (watch.versions, watch.progress) == ([4], b"")
    assert watch.events[0].startswith(b"id: 4")


def test_a_drain_rings_who_waits() -> None:
    drain, waiting, gone = streams.Drain(), asyncio.Event(), asyncio.Event()
    with drain.ringing(gone):
        pass
    with drain.ringing(waiting):
        drain.begin()
    assert (drain.stopping, waiting.is_set(), gone.is_set()) == (True, True, False)
