"""One person's history: they registered, signed in, made tokens, and had both revoked. Pure decisions over it.

Names, tokens and their hashes are columns, not history. What a presented refresh token means is decided here too,
from the two hashes that a session keeps.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Literal, assert_never

from kit.errors import LimitReached, NotFound, WrongState

SIGN_IN_LIFETIME = timedelta(minutes=10)
"""How long a person may take at the provider."""
ACCESS_LIFETIME = timedelta(minutes=15)
REFRESH_LIFETIME = timedelta(days=7)
"""A session ends this long after its last refresh."""
MOST_TOKENS = 50
"""Personal API tokens that one user may have at a time."""
REFRESH_GRACE = timedelta(seconds=10)
"""Two tabs may present the same refresh token this close to each other without being taken for a thief."""

RevocationReason = Literal["signed_out", "refresh_reused", "revoked", "administrator", "not_admitted"]
Role = Literal["member", "administrator"]


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


@dataclass(frozen=True, slots=True)
class ApiTokenCreated:
    user_id: str
    token_id: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class ApiTokenRevoked:
    user_id: str
    token_id: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class UserRoleChanged:
    user_id: str
    role: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class UserDeleted:
    user_id: str
    occurred_at: datetime


Event = (
    UserRegistered | UserSignedIn | SessionRevoked | ApiTokenCreated | ApiTokenRevoked | UserRoleChanged | UserDeleted
)


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


@dataclass(frozen=True, slots=True)
class RevokeSessions:
    """End all sessions but one, of those named. Which are open is the caller's to know: most have run out."""

    user_id: str
    sessions: frozenset[str]
    reason: RevocationReason
    at: datetime
    keep: str = ""


@dataclass(frozen=True, slots=True)
class CreateApiToken:
    user_id: str
    token_id: str
    held: int
    """How many the user has that are good."""
    at: datetime


@dataclass(frozen=True, slots=True)
class RevokeApiToken:
    user_id: str
    token_id: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ChangeRole:
    user_id: str
    role: Role
    other_administrators: int
    """How many there are beside this user."""
    at: datetime


@dataclass(frozen=True, slots=True)
class DeleteUser:
    user_id: str
    at: datetime
    needed: bool = False
    """Whether others are here, and no other administrator."""


Command = SignIn | RevokeSession | RevokeSessions | CreateApiToken | RevokeApiToken | ChangeRole | DeleteUser


# ---------------------------------------------------------------- state


@dataclass(frozen=True, slots=True)
class User:
    """What the history of one person comes to."""

    registered: bool = False
    deleted: bool = False
    role: str = "member"
    sessions: frozenset[str] = field(default_factory=frozenset)
    """Sessions that nobody revoked. Those that merely ran out are among them."""
    tokens: frozenset[str] = field(default_factory=frozenset)
    """Personal API tokens that nobody revoked. Those that merely ran out are among them."""


def decide(state: User, command: Command) -> list[Event]:
    """What the command adds to the history; nothing when it has been obeyed already.

    NotFound for a user who is not there, or for what is not theirs; LimitReached and WrongState as the sentences say.
    """
    if state.deleted and not isinstance(command, DeleteUser | RevokeSession):
        raise NotFound("There is no such user.", code="user_not_found")
    if not state.registered and isinstance(command, CreateApiToken | ChangeRole):
        raise NotFound("There is no such user.", code="user_not_found")
    match command:
        case SignIn(user_id, provider, session_id, at):
            if session_id in state.sessions:
                return []
            signed_in = UserSignedIn(user_id, session_id, at)
            return [signed_in] if state.registered else [UserRegistered(user_id, provider, at), signed_in]
        case RevokeSession(user_id, session_id, reason, at):
            return [SessionRevoked(user_id, session_id, reason, at)] if session_id in state.sessions else []
        case RevokeSessions(user_id, named, reason, at, keep):
            ended = sorted((state.sessions & named) - {keep})
            return [SessionRevoked(user_id, session_id, reason, at) for session_id in ended]
        case CreateApiToken() | RevokeApiToken():
            return _decide_token(state, command)
        case ChangeRole():
            return _change_role(state, command)
        case DeleteUser():
            return _delete(state, command)
        case _:
            assert_never(command)


def _decide_token(state: User, command: CreateApiToken | RevokeApiToken) -> list[Event]:
    there = command.token_id in state.tokens
    if isinstance(command, RevokeApiToken):
        if not there:
            raise NotFound("There is no such API token.", code="token_not_found")
        return [ApiTokenRevoked(command.user_id, command.token_id, command.at)]
    if command.held >= MOST_TOKENS:
        raise LimitReached(
            f"You have {MOST_TOKENS} API tokens. Revoke one that you no longer use.", code="too_many_tokens"
        )
    return [] if there else [ApiTokenCreated(command.user_id, command.token_id, command.at)]


def _delete(state: User, command: DeleteUser) -> list[Event]:
    if not state.registered or state.deleted:
        return []
    if state.role == "administrator" and command.needed:
        raise WrongState(
            "You are the last administrator. Make somebody else one before you leave.", code="last_administrator"
        )
    return [UserDeleted(command.user_id, command.at)]


def _change_role(state: User, command: ChangeRole) -> list[Event]:
    if command.role == state.role:
        return []
    if state.role == "administrator" and command.other_administrators == 0:
        raise WrongState("This is the last administrator. Make somebody else one first.", code="last_administrator")
    return [UserRoleChanged(command.user_id, command.role, command.at)]


def evolve(state: User, event: Event) -> User:
    match event:
        case UserRegistered():
            return replace(state, registered=True)
        case UserSignedIn(session_id=session_id):
            return replace(state, sessions=state.sessions | {session_id})
        case SessionRevoked(session_id=session_id):
            return replace(state, sessions=state.sessions - {session_id})
        case ApiTokenCreated(token_id=token_id):
            return replace(state, tokens=state.tokens | {token_id})
        case ApiTokenRevoked(token_id=token_id):
            return replace(state, tokens=state.tokens - {token_id})
        case UserRoleChanged(role=role):
            return replace(state, role=role)
        case UserDeleted():
            return User(registered=True, deleted=True)
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
