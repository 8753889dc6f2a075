"""Given what happened to a user, when something is asked, then this is added or decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import reduce

import pytest

from auth.domain import (
    REFRESH_GRACE,
    Command,
    Event,
    RefreshFamily,
    RefreshVerdict,
    RevokeSession,
    SessionRevoked,
    SignIn,
    User,
    UserRegistered,
    UserSignedIn,
    decide,
    evolve,
    judge_refresh,
)
from auth.wire import WIRE

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
REGISTERED = UserRegistered("ada", "github", NOW)
SIGNED_IN = UserSignedIn("ada", "s1", NOW)
REVOKED = SessionRevoked("ada", "s1", "signed_out", NOW)


def then(given: Sequence[Event], when: Command) -> list[Event]:
    return decide(reduce(evolve, given, User()), when)


def test_first_sign_in_registers() -> None:
    assert then([], SignIn("ada", "github", "s1", NOW)) == [REGISTERED, SIGNED_IN]


def test_later_sign_in_only_opens_a_session() -> None:
    when = SignIn("ada", "github", "s2", NOW)
    assert then([REGISTERED, SIGNED_IN], when) == [UserSignedIn("ada", "s2", NOW)]


def test_the_same_sign_in_again_adds_nothing() -> None:
    assert then([REGISTERED, SIGNED_IN], SignIn("ada", "github", "s1", NOW)) == []


@pytest.mark.parametrize("reason", ["signed_out", "refresh_reused"])
def test_revoking_an_open_session(reason: str) -> None:
    when = RevokeSession("ada", "s1", reason, NOW)  # type: ignore[arg-type]
    assert then([REGISTERED, SIGNED_IN], when) == [SessionRevoked("ada", "s1", reason, NOW)]


@pytest.mark.parametrize("given", [[], [REGISTERED], [REGISTERED, SIGNED_IN, REVOKED]])
def test_revoking_what_is_not_open_adds_nothing(given: list[Event]) -> None:
    assert then(given, RevokeSession("ada", "s1", "signed_out", NOW)) == []


def test_revoking_one_session_leaves_the_others() -> None:
    state = reduce(evolve, [REGISTERED, SIGNED_IN, UserSignedIn("ada", "s2", NOW), REVOKED], User())
    assert state == User(registered=True, sessions=frozenset({"s2"}))


@pytest.mark.parametrize("event", [REGISTERED, SIGNED_IN, REVOKED])
def test_events_survive_history_and_wire(event: Event) -> None:
    kind = WIRE.kind(event)
    assert WIRE.read(kind.name, WIRE.payload(event)) == event
    assert WIRE.parse(kind.name, WIRE.message(event).SerializeToString()) == event


def test_events_are_published_where_the_stream_listens() -> None:
    subjects = [WIRE.kind(event).subject for event in (REGISTERED, SIGNED_IN, REVOKED)]
    assert [subject(REGISTERED) for subject in subjects if subject] == [
        "auth.user.registered",
        "auth.user.signed_in",
        "auth.session.revoked",
    ]


# ---------------------------------------------------------------- refresh tokens

FRESH = RefreshFamily(current=b"second", previous=b"first", rotated_at=NOW, expires_at=NOW + timedelta(days=7))
NEVER_ROTATED = RefreshFamily(current=b"first", expires_at=NOW + timedelta(days=7))
LATER = NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("family", "presented", "at", "verdict"),
    [
        pytest.param(NEVER_ROTATED, b"first", LATER, RefreshVerdict.ROTATE, id="first exchange"),
        pytest.param(FRESH, b"second", LATER, RefreshVerdict.ROTATE, id="current"),
        pytest.param(FRESH, b"first", NOW, RefreshVerdict.REPEAT, id="second tab"),
        pytest.param(FRESH, b"first", NOW + REFRESH_GRACE, RefreshVerdict.REPEAT, id="last moment of grace"),
        pytest.param(
            FRESH, b"first", NOW + REFRESH_GRACE + timedelta(microseconds=1), RefreshVerdict.REUSED, id="grace over"
        ),
        pytest.param(FRESH, b"older", NOW, RefreshVerdict.REUSED, id="two rotations old, even at once"),
        pytest.param(NEVER_ROTATED, b"other", NOW, RefreshVerdict.REUSED, id="never the family's"),
        pytest.param(FRESH, b"second", NOW + timedelta(days=7), RefreshVerdict.ENDED, id="ran out"),
        pytest.param(FRESH, b"older", NOW + timedelta(days=7), RefreshVerdict.ENDED, id="old and ran out"),
    ],
)
def test_what_a_refresh_token_means(
    family: RefreshFamily, presented: bytes, at: datetime, verdict: RefreshVerdict
) -> None:
    assert judge_refresh(family, presented, at) is verdict


@pytest.mark.parametrize("presented", [b"second", b"first", b"older"])
def test_no_token_of_a_revoked_session_is_good(presented: bytes) -> None:
    revoked = RefreshFamily(current=b"second", previous=b"first", rotated_at=NOW, expires_at=LATER, revoked=True)
    assert judge_refresh(revoked, presented, NOW) is RefreshVerdict.ENDED
