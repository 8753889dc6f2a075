"""Histories that were written once are read for ever. `first_history.json` is never changed, only added to."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gitstrata_protos.jobs.v1 import events_pb2
from jobs.domain.job import INITIAL, Status, evolve
from jobs.wire import WIRE
from kit.wire import EventType, Wire

HISTORY = json.loads((Path(__file__).parent / "first_history.json").read_text())


def test_every_event_of_the_first_version_is_read_as_it_was():
    names = {row["type"] for stream in HISTORY.values() for row in stream}
    assert names == {
        "JobSubmitted",
        "JobRequested",
        "JobStarted",
        "SectionCompleted",
        "JobCompleted",
        "JobFailed",
        "JobRetryScheduled",
        "JobCancelRequested",
        "JobCancelled",
        "JobExpired",
        "JobErased",
    }
    for stream in HISTORY.values():
        for row in stream:
            assert WIRE.payload(WIRE.read(row["type"], row["payload"])) == row["payload"]


@pytest.mark.parametrize(
    ("stream", "status", "attempt", "erased"),
    [
        ("completed at the second attempt", Status.COMPLETED, 2, False),
        ("cancelled while it ran", Status.CANCELLED, 1, False),
        ("expired, then erased", Status.EXPIRED, 1, True),
    ],
)
def test_they_come_to_the_same(stream, status, attempt, erased):
    job = INITIAL
    for row in HISTORY[stream]:
        job = evolve(job, WIRE.read(row["type"], row["payload"]))
    assert (job.status, job.attempt, job.erased) == (status, attempt, erased)
    assert sorted(job.sections) == (["overview", "stack"] if status is Status.COMPLETED else [])


@dataclass(frozen=True)
class JobErased:
    job_id: str
    occurred_at: Any


def test_an_old_event_is_read_as_what_is_written_today():
    def renamed(payload: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        return "JobDropped", {**payload, "job_id": payload["job"]}

    def kept(payload: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        return "JobErased", {key: value for key, value in payload.items() if key != "job"}

    wire = Wire([EventType(JobErased, events_pb2.JobErased)], {"JobForgotten": renamed, "JobDropped": kept})
    event = wire.read("JobForgotten", {"job": "j", "occurred_at": "2026-11-24T00:00:00Z"})
    assert event.job_id == "j"
    with pytest.raises(KeyError):
        wire.read("JobLost", {})
