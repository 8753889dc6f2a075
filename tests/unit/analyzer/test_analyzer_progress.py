"""One percentage and one time left over phases that count different things."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analyzer.messages import Progressed
from analyzer.progress import WEIGHTS, Track

PHASES = [*WEIGHTS, "ignored"]


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def told(phase: str, done: int, total: int, seconds: float) -> Progressed:
    """What the engine's meter says after so many seconds of the phase."""
    rate = done / seconds if seconds > 0 else 0.0
    return Progressed(
        phase=phase, done=done, total=total, rate=rate, eta_seconds=(total - done) / rate if rate > 0 else None
    )


def played(clock: Clock, track: Track, phases: list[tuple[str, float]], steps: int = 10) -> list[float | None]:
    """The times left that are told while each phase takes its seconds at a constant rate."""
    left: list[float | None] = []
    for phase, seconds in phases:
        began = clock.now
        for step in range(steps + 1):
            clock.now = began + seconds * step / steps
            message = told(phase, step, steps, clock.now - began)
            track.advance(message)
            left.append(track.remaining(message))
    return left


steps = st.tuples(
    st.sampled_from(PHASES),
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.floats(0, 500),
    st.one_of(st.none(), st.floats(-10, 1e6)),
)


@given(st.lists(steps, max_size=30))
@example([("history", 1000, 1, 10.0, 5.0)] * 2)
def test_whatever_is_told_no_time_left_is_negative_and_no_percentage_falls(
    said: list[tuple[str, int, int, float, float | None]],
) -> None:
    clock = Clock()
    track = Track(clock)
    percents = [0.0]
    for phase, done, total, seconds, eta in said:
        clock.now += seconds
        message = Progressed(phase=phase, done=done, total=total, rate=1.0, eta_seconds=eta)
        percents.append(track.advance(message))
        left = track.remaining(message)
        assert left is None or 0 <= left < float("inf")
    assert percents == sorted(percents)
    assert percents[-1] < 100


@given(
    st.floats(0.1, 1e4),
    st.floats(0.1, 1e3),
    st.floats(10, 1e5),
    st.sampled_from(["history", "diffs"]),
)
def test_at_a_constant_rate_less_work_is_less_time(before: float, files: float, seconds: float, phase: str) -> None:
    clock = Clock()
    track = Track(clock)
    played(clock, track, [("clone", before), ("commits", files), ("files", files)])

    left = [each for each in played(clock, track, [(phase, seconds)], 50) if each is not None]

    assert len(left) >= 40
    assert all(later <= earlier + 1e-6 for earlier, later in pairwise(left))
    assert left[-1] < left[0]


@pytest.mark.parametrize("phase", ["clone", "resolve", "commits", "files", "ignored"])
def test_phases_that_say_too_little_tell_nothing(phase: str) -> None:
    clock = Clock()

    assert set(played(clock, Track(clock), [(phase, 100.0)])) == {None}


def test_nothing_is_told_before_there_is_a_rate() -> None:
    clock = Clock()
    track = Track(clock)
    message = Progressed(phase="history", done=0, total=1000, rate=0, eta_seconds=None)
    track.advance(message)
    clock.now = 20

    assert track.remaining(message) is None
    clock.now = 0.5
    early = told("history", 100, 1000, 0.5)
    assert Track(clock).remaining(early) is None


def test_an_attempt_of_typical_shares_is_told_right() -> None:
    """Apart from what a phase does uncounted, which comes after its units."""
    clock = Clock()
    track = Track(clock)
    engine = {phase: WEIGHTS[phase] for phase in ("commits", "files", "history", "diffs")}
    played(clock, track, [("clone", 7.0), ("commits", engine["commits"]), ("files", engine["files"])])
    began = clock.now
    track.advance(told("diffs", 0, 0, 0))

    clock.now = began + 0.65 * engine["diffs"] / 2
    left = track.remaining(told("diffs", 5, 10, clock.now - began))

    assert left == pytest.approx(engine["diffs"] - (clock.now - began))
