"""One person's history: they registered, signed in, and had sessions revoked. Pure decisions over it.

Names, tokens and their hashes are columns, not history. What a presented refresh token means is decided here too,
from the two hashes that a session keeps.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Literal, assert_never

SIGN_IN_LIFETIME = timedelta(minutes=10)
"""How long a person may take at the provider."""
ACCESS_LIFETIME = timedelta(minutes=15)
REFRESH_LIFETIME = timedelta(days=7)
"""A session ends this long after its last refresh."""
REFRESH_GRACE = timedelta(seconds=10)
"""Two tabs may present the same refresh token this close to each other without being taken for a thief."""

RevocationReason = Literal["signed_out", "refresh_reused"]


# ---------------------------------------------------------------- events


@dataclass(frozen=True, slots=True)
class UserRegistered:
    user_id: str
    provider: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class UserSignedIn:
    user_id: str
    session_id: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class SessionRevoked:
    user_id: str
    session_id: str
    reason: str
    occurred_at: datetime


Event = UserRegistered | UserSignedIn | SessionRevoked


# ---------------------------------------------------------------- commands


@dataclass(frozen=True, slots=True)
class SignIn:
    """A provider has vouched for this person; open a session."""

    user_id: str
    provider: str
    session_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class RevokeSession:
    """End a session, whatever became of it meanwhile."""

    user_id: str
    session_id: str
    reason: RevocationReason
    at: datetime


Command = SignIn | RevokeSession


# ---------------------------------------------------------------- state


@dataclass(frozen=True, slots=True)
class User:
    """What the history of one person comes to."""

    registered: bool = False
    sessions: frozenset[str] = field(default_factory=frozenset)
    """Sessions that nobody revoked. Those that merely ran out are among them."""


def decide(state: User, command: Command) -> list[Event]:
    """What the command adds to the history; nothing when it has been obeyed already."""
    match command:
        case SignIn(user_id, provider, session_id, at):
            if session_id in state.sessions:
                return []
            signed_in = UserSignedIn(user_id, session_id, at)
            return [signed_in] if state.registered else [UserRegistered(user_id, provider, at), signed_in]
        case RevokeSession(user_id, session_id, reason, at):
            return [SessionRevoked(user_id, session_id, reason, at)] if session_id in state.sessions else []
        case _:
            assert_never(command)


def evolve(state: User, event: Event) -> User:
    match event:
        case UserRegistered():
            return replace(state, registered=True)
        case UserSignedIn(session_id=session_id):
            return replace(state, sessions=state.sessions | {session_id})
        case SessionRevoked(session_id=session_id):
            return replace(state, sessions=state.sessions - {session_id})
        case _:
            assert_never(event)


# ---------------------------------------------------------------- refresh tokens


@dataclass(frozen=True, slots=True)
class RefreshFamily:
    """All refresh tokens that one session ever had, of which the hashes of the last two are kept."""

    current: bytes
    expires_at: datetime
    previous: bytes | None = None
    rotated_at: datetime | None = None
    revoked: bool = False


class RefreshVerdict(Enum):
    """What a refresh token of a known family means."""

    ROTATE = "the current one: exchange it"
    REPEAT = "exchanged a moment ago by another tab, or the answer was lost: give the same successor again"
    REUSED = "exchanged long ago: one of its two holders stole it"
    ENDED = "its session was revoked or has run out"


def judge_refresh(family: RefreshFamily, presented: bytes, at: datetime) -> RefreshVerdict:
    """Judge the hash of a refresh token that was once issued for the family."""
    if family.revoked or at >= family.expires_at:
        return RefreshVerdict.ENDED
    if hmac.compare_digest(family.current, presented):
        return RefreshVerdict.ROTATE
    in_grace = family.rotated_at is not None and at <= family.rotated_at + REFRESH_GRACE
    if family.previous is not None and hmac.compare_digest(family.previous, presented) and in_grace:
        return RefreshVerdict.REPEAT
    return RefreshVerdict.REUSED
