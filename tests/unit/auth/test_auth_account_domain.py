"""Given what happened to a user, when tokens, roles or leaving are asked for, then this is added or refused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from auth.domain import (
    ApiTokenCreated,
    ApiTokenRevoked,
    ChangeRole,
    Command,
    CreateApiToken,
    DeleteUser,
    Event,
    RevokeApiToken,
    RevokeSession,
    RevokeSessions,
    SessionRevoked,
    SignIn,
    User,
    UserDeleted,
    UserRegistered,
    UserRoleChanged,
    UserSignedIn,
    decide,
    evolve,
)
from auth.wire import WIRE
from kit.errors import AppError, LimitReached, NotFound, WrongState
from kit.wire import payload_of

NOW = datetime(2026, 11, 25, 9, 30, tzinfo=UTC)
REGISTERED = UserRegistered("ada", "github", NOW)
OPEN = [REGISTERED, UserSignedIn("ada", "s1", NOW), UserSignedIn("ada", "s2", NOW), UserSignedIn("ada", "s3", NOW)]
TOKEN = ApiTokenCreated("ada", "t1", NOW)
DELETED = UserDeleted("ada", NOW)


def then(given: Sequence[Event], when: Command) -> list[Event]:
    return decide(reduce(evolve, given, User()), when)


def test_all_named_sessions_end_but_one() -> None:
    when = RevokeSessions("ada", frozenset({"s1", "s3", "unknown"}), "revoked", NOW, keep="s3")
    assert then(OPEN, when) == [SessionRevoked("ada", "s1", "revoked", NOW)]


def test_a_token_is_made_once_and_revoked_once() -> None:
    assert then([REGISTERED], CreateApiToken("ada", "t1", 0, NOW)) == [TOKEN]
    assert then([REGISTERED, TOKEN], CreateApiToken("ada", "t1", 1, NOW)) == []
    gone = ApiTokenRevoked("ada", "t1", NOW)
    assert then([REGISTERED, TOKEN], RevokeApiToken("ada", "t1", NOW)) == [gone]
    for history in ([REGISTERED], [REGISTERED, TOKEN, gone]):
        with pytest.raises(NotFound):
            then(history, RevokeApiToken("ada", "t1", NOW))


def test_there_is_a_last_token() -> None:
    assert then([REGISTERED], CreateApiToken("ada", "t", 49, NOW))
    with pytest.raises(LimitReached):
        then([REGISTERED], CreateApiToken("ada", "t", 50, NOW))


def test_roles_change_but_for_the_last_administrator() -> None:
    promoted = UserRoleChanged("ada", "administrator", NOW)
    assert then([REGISTERED], ChangeRole("ada", "administrator", 0, NOW)) == [promoted]
    assert then([REGISTERED, promoted], ChangeRole("ada", "administrator", 0, NOW)) == []
    with pytest.raises(WrongState):
        then([REGISTERED, promoted], ChangeRole("ada", "member", 0, NOW))
    assert then([REGISTERED, promoted], ChangeRole("ada", "member", 1, NOW)) == [UserRoleChanged("ada", "member", NOW)]


def test_who_has_left_does_nothing_any_more() -> None:
    assert then([*OPEN, TOKEN], DeleteUser("ada", NOW)) == [DELETED]
    assert then([*OPEN, DELETED], DeleteUser("ada", NOW)) == []
    assert then([], DeleteUser("ada", NOW)) == []
    assert then([*OPEN, DELETED], RevokeSession("ada", "s1", "signed_out", NOW)) == []
    for command in (
        SignIn("ada", "github", "s9", NOW),
        CreateApiToken("ada", "t", 0, NOW),
        RevokeApiToken("ada", "t1", NOW),
        ChangeRole("ada", "administrator", 0, NOW),
        RevokeSessions("ada", frozenset({"s1"}), "revoked", NOW),
    ):
        with pytest.raises(NotFound):
            then([*OPEN, TOKEN, DELETED], command)


names = st.sampled_from(["1", "2", "3"])
commands = st.one_of(
    st.builds(SignIn, st.just("ada"), st.just("github"), names, st.just(NOW)),
    st.builds(RevokeSession, st.just("ada"), names, st.sampled_from(["signed_out", "revoked"]), st.just(NOW)),
    st.builds(RevokeSessions, st.just("ada"), st.frozensets(names), st.just("revoked"), st.just(NOW), names),
    st.builds(CreateApiToken, st.just("ada"), names, st.integers(0, 51), st.just(NOW)),
    st.builds(RevokeApiToken, st.just("ada"), names, st.just(NOW)),
    st.builds(
        ChangeRole, st.just("ada"), st.sampled_from(["member", "administrator"]), st.integers(0, 1), st.just(NOW)
    ),
    st.builds(DeleteUser, st.just("ada"), st.just(NOW)),
)


class Life(RuleBasedStateMachine):
    """Whatever is asked in whatever order."""

    def __init__(self) -> None:
        super().__init__()
        self.history: list[Event] = []
        self.state = User()

    @rule(command=commands)
    def ask(self, command: Command) -> None:
        try:
            decided = decide(self.state, command)
        except AppError:
            return
        for event in decided:
            self.state = evolve(self.state, event)
            self.history.append(event)
        # what was obeyed is not done again
        try:
            assert decide(self.state, command) == []
        except (NotFound, LimitReached):
            assert isinstance(command, RevokeApiToken | CreateApiToken) or self.state.deleted

    @invariant()
    def holds(self) -> None:
        assert self.state == reduce(evolve, self.history, User())
        if self.history:
            assert isinstance(self.history[0], UserRegistered)
        ends = [index for index, event in enumerate(self.history) if isinstance(event, UserDeleted)]
        assert not ends or ends == [len(self.history) - 1]
        if self.state.deleted:
            assert not self.state.sessions
            assert not self.state.tokens
        for event in self.history:
            kind = WIRE.kind(event)
            assert WIRE.read(kind.name, payload_of(WIRE.message(event))) == event


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=60, stateful_step_count=20)


@given(st.lists(commands, max_size=12))
def test_no_session_or_token_is_ended_twice(asked: list[Command]) -> None:
    state, ended = User(), []
    for command in asked:
        try:
            decided = decide(state, command)
        except AppError:
            continue
        for event in decided:
            state = evolve(state, event)
            if isinstance(event, UserSignedIn):
                ended = [each for each in ended if each != ("s", event.session_id)]
            if isinstance(event, ApiTokenCreated):
                ended = [each for each in ended if each != ("t", event.token_id)]
            if isinstance(event, SessionRevoked):
                ended.append(("s", event.session_id))
            if isinstance(event, ApiTokenRevoked):
                ended.append(("t", event.token_id))
    assert len(ended) == len(set(ended))
