from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gitstrata_protos.jobs.v1 import events_pb2
from jobs.domain import events as domain
from jobs.domain import tracking
from jobs.wire import REPOSITORY_WIRE, WIRE
from kit.wire import EventType, Wire

moments = st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC))
texts = st.text(st.characters(exclude_categories=("Cs",)), max_size=30)
counts = st.integers(0, 2**31 - 1)
blobs = st.builds(domain.BlobRef, texts, st.integers(0, 2**63), texts, texts)
options = st.builds(domain.AnalysisOptions, texts, st.booleans())
settings = st.builds(tracking.RepositorySettings, texts, st.booleans(), texts, options)

anything = st.one_of(
    st.builds(domain.JobSubmitted, texts, texts, texts, texts, options, texts, moments, moments),
    st.builds(domain.JobRequested, texts, counts, texts, texts, texts, options, moments, moments),
    st.builds(domain.JobStarted, texts, counts, texts, texts, counts, moments),
    st.builds(domain.SectionCompleted, texts, counts, texts, texts, blobs, moments),
    st.builds(
        domain.JobCompleted,
        texts,
        counts,
        texts,
        texts,
        texts,
        texts,
        st.lists(st.builds(domain.SectionRef, texts, blobs), max_size=3).map(tuple),
        st.lists(st.builds(domain.PhaseDuration, texts, st.floats(0, 1e9)), max_size=3).map(tuple),
        st.none() | blobs,
        texts,
        moments,
    ),
    st.builds(domain.JobFailed, texts, counts, texts, texts, texts, st.booleans(), moments),
    st.builds(domain.JobRetryScheduled, texts, counts, moments, moments, moments),
    st.builds(domain.JobErased, texts, moments),
)

about_repositories = st.one_of(
    st.builds(tracking.RepositoryTracked, texts, texts, texts, settings, moments),
    st.builds(tracking.RepositorySettingsChanged, texts, settings, moments),
    st.builds(tracking.RepositoryPushed, texts, texts, texts, texts, moments),
    st.builds(tracking.RepositoryAnalysisRequested, texts, texts, texts, moments),
    st.builds(tracking.RepositoryUntracked, texts, moments),
)


@given(anything.map(lambda event: (WIRE, event)) | about_repositories.map(lambda event: (REPOSITORY_WIRE, event)))
def test_every_event_comes_back_from_history_and_from_the_wire_as_it_was(told):
    wire, event = told
    name = wire.kind(event).name
    assert wire.read(name, wire.payload(event)) == event
    assert wire.parse(name, wire.message(event).SerializeToString()) == event


def test_an_unknown_name_is_an_error_in_history_and_nothing_on_the_wire():
    with pytest.raises(KeyError):
        WIRE.read("JobForgotten", {})
    assert WIRE.parse("JobForgotten", b"") is None


@pytest.mark.parametrize("payload", [{"job_id": 3}, {"surprise": "x"}, {"occurred_at": "yesterday"}])
def test_a_payload_that_the_event_cannot_have_is_an_error(payload):
    with pytest.raises(ValueError, match="JobCancelled: "):
        WIRE.read("JobCancelled", payload)


def test_an_event_that_differs_from_its_message_is_refused_at_start():
    @dataclass(frozen=True)
    class JobCancelled:
        job_id: str
        reason: str

    with pytest.raises(TypeError, match="reason"):
        Wire([EventType(JobCancelled, events_pb2.JobCancelled)])
