"""Identity of outcomes, the percentage of the whole, and the sentences of failures."""

from __future__ import annotations

import itertools
import random

import pytest

from analyzer import failures, messages
from analyzer.compute import encode
from analyzer.failures import Failure
from analyzer.messages import Failed, Progressed, SectionReady
from analyzer.outcomes import Lease
from analyzer.progress import WEIGHTS, Track


def test_the_same_outcome_has_the_same_id_and_no_other_has_it() -> None:
    leases = [Lease(job, attempt, token) for job, attempt, token in itertools.product(("j1", "j2"), (1, 2), ("a", "b"))]
    outcomes = [
        ("SectionCompleted", "overview"),
        ("SectionCompleted", "stack"),
        ("JobCompleted", ""),
        ("JobFailed", ""),
    ]
    ids = [lease.event_id(*outcome) for lease in leases for outcome in outcomes]

    assert len(set(ids)) == len(leases) * len(outcomes)
    assert Lease("j1", 1, "a").event_id("JobCompleted") == "92fcc629-603f-5730-bdd8-b586727979b9"


def test_the_percentage_never_falls_and_ends_short_of_all() -> None:
    rng = random.Random(7)
    track = Track()
    seen = [0.0]
    for phase in [*WEIGHTS, "clone", "history"]:  # a phase told again, out of order
        total = rng.randrange(1, 500)
        for done in sorted(rng.randrange(total + 20) for _ in range(50)):
            seen.append(track.advance(Progressed(phase=phase, done=done, total=total, rate=1)))

    assert seen == sorted(seen)
    assert 90 < seen[-1] < 100
    assert sum(WEIGHTS.values()) == 100


def test_a_phase_without_a_total_or_a_name_we_know_moves_nothing() -> None:
    track = Track()
    track.advance(Progressed(phase="clone", done=50, total=100, rate=1))

    assert track.advance(Progressed(phase="clone", done=60, total=0, rate=1)) == 7.5
    assert track.advance(Progressed(phase="something_new", done=1, total=2, rate=1)) == 7.5


def test_durations_add_up() -> None:
    now = [100.0]
    track = Track(clock=lambda: now[0])
    for phase, seconds in (("clone", 2.0), ("history", 3.0), ("clone", 1.0)):
        track.advance(Progressed(phase=phase, done=0, total=1, rate=0))
        now[0] += seconds

    assert track.durations() == {"clone": 3.0, "history": 3.0}


def test_every_failure_is_a_sentence() -> None:
    known = [value for value in vars(failures).values() if isinstance(value, Failure)]
    known += [failures.url_not_allowed("it is x."), failures.host_not_found("h", temporary=False)]

    assert len(known) > 15
    for failure in known:
        assert failure.message[0].isupper()
        assert failure.message.endswith(".")
        Failed(code=failure.code, message=failure.message, retryable=failure.retryable)


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"nonsense",
        b'{"kind":"section","section":"../../etc/passwd"}',
        b'{"kind":"section","section":"a/b"}',
        b'{"kind":"section","section":"overview\\n"}',
        b'{"kind":"section","section":"overview","path":"/etc/passwd"}',
        b'{"kind":"progressed","phase":"x","done":-1,"total":0,"rate":0}',
        b'{"kind":"other"}',
    ],
)
def test_a_stage_cannot_tell_what_is_no_message(line: bytes) -> None:
    with pytest.raises(ValueError, match="validation error"):
        messages.read(line)


def test_messages_survive_the_pipe() -> None:
    for message in (SectionReady(section="overview"), Progressed(phase="clone", done=1, total=2, rate=0.5)):
        assert messages.read(message.model_dump_json().encode()) == message


def test_a_section_is_the_same_bytes_in_whatever_order_it_was_made() -> None:
    assert encode({"b": 1, "a": "ü"}) == encode({"a": "ü", "b": 1}) == '{"a":"ü","b":1}'.encode()
    with pytest.raises(ValueError, match="Out of range"):
        encode({"a": float("nan")})
