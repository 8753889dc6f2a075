"""What the public API accepts and answers about signing in, one's account and, for administrators, everybody's."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from gateway.schemas import PRINTABLE, Job, example, request_example

_ID = "0198c5a2-9c44-7d01-8b1e-0c9a5f1d2e3f"
_TIME = "2026-11-25T09:30:00Z"
_TOKEN: dict[str, Any] = {
    "id": _ID,
    "name": "nightly build",
    "scopes": ["read", "write"],
    "hint": "gst_4Kx9",
    "created_at": _TIME,
    "expires_at": "2027-02-23T09:30:00Z",
    "last_used_at": None,
}
_USER_EXAMPLE: dict[str, Any] = {
    "id": "0198c5a0-11aa-7bc2-8f00-5d1c2e3f4a5b",
    "provider": "github",
    "login": "alice",
    "name": "Alice Example",
    "avatar_url": None,
    "created_at": "2026-11-01T08:00:00Z",
    "role": "member",
    "connected": True,
    "private_repositories": False,
}
Scope = Literal["read", "write", "admin"]


# ---------------------------------------------------------------- signing in


class User(BaseModel):
    """A person who signed in."""

    model_config = example(_USER_EXAMPLE)

    id: str
    provider: str = Field(description="Who vouches for this person: `github`.")
    login: str = Field(description="Account name at the provider.")
    name: str | None = Field(description="Display name, when the person has given one.")
    avatar_url: str | None
    created_at: datetime | None = Field(description="First sign-in.")
    role: Literal["member", "administrator"] = "member"
    connected: bool = Field(
        default=True, description="Whether the provider's token still holds; if not, sign in again to reconnect."
    )
    private_repositories: bool = Field(
        default=False, description="Whether private repositories may be read; if not: `GET auth/github?private=true`."
    )


class Provider(BaseModel):
    """Where people can sign in."""

    model_config = example(
        {"name": "github", "title": "GitHub", "url": "https://github.com", "sign_in": "/api/v1/auth/github"}
    )

    name: str
    title: str = Field(description="As people call it.")
    url: str
    sign_in: str = Field(description="Where to send the browser.")


class ProviderList(BaseModel):
    """The default first."""

    items: list[Provider]


class CallbackRequest(BaseModel):
    """What the provider handed to the browser after the sign-in."""

    model_config = request_example({"code": "f3a9c1", "state": "kQ0b7XvT2m"})

    code: str = Field(min_length=1, max_length=1024, pattern=PRINTABLE, description="The authorization code.")
    state: str = Field(min_length=1, max_length=1024, pattern=PRINTABLE, description="The state, unchanged.")
    token_delivery: Literal["cookie", "body"] = Field(
        default="cookie",
        description="Where the refresh token goes: an HttpOnly cookie, or the body for programs without a browser.",
    )


class RefreshRequest(BaseModel):
    """The refresh token of a program that keeps it itself; browsers send their cookie and no body."""

    model_config = request_example({"refresh_token": "gsr_4Jx0w…"})

    refresh_token: str = Field(min_length=1, max_length=2048, pattern=PRINTABLE)


class Tokens(BaseModel):
    """A signed-in session."""

    model_config = example(
        {"access_token": "eyJhbGciOi…", "token_type": "Bearer", "expires_in": 900, "user": _USER_EXAMPLE}
    )

    access_token: str = Field(description="Send it as `Authorization: Bearer …`.")
    token_type: Literal["Bearer"] = "Bearer"  # noqa: S105 a name
    expires_in: int = Field(description="Seconds until the access token expires.")
    user: User
    refresh_token: str | None = Field(
        default=None, description="Only when asked for in the body; absent when it is in the cookie."
    )
    refresh_expires_in: int | None = Field(
        default=None, description="Seconds until the refresh token expires; only beside `refresh_token`."
    )


# ---------------------------------------------------------------- one's own account


class Session(BaseModel):
    """Where somebody is signed in."""

    model_config = example(
        {
            "id": _ID,
            "user_agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "created_at": _TIME,
            "last_used_at": _TIME,
            "expires_at": "2026-12-02T09:30:00Z",
            "current": True,
        }
    )

    id: str
    user_agent: str = Field(description="What the browser or program says it is.")
    created_at: datetime
    last_used_at: datetime = Field(description="Last refresh: at most 15 minutes before the last request.")
    expires_at: datetime = Field(description="Unless it is used before.")
    current: bool = Field(description="The one that asks.")


class SessionList(BaseModel):
    """Last used first."""

    items: list[Session]


class Revoked(BaseModel):
    """How many sessions ended."""

    revoked: int


class ApiToken(BaseModel):
    """A personal API token, without the token itself."""

    model_config = example(_TOKEN)

    id: str
    name: str
    scopes: list[Scope]
    hint: str = Field(description="How the token begins.")
    created_at: datetime
    expires_at: datetime | None = Field(description="Null: it does not expire.")
    last_used_at: datetime | None = Field(description="To the minute; null until it is used.")


class ApiTokenList(BaseModel):
    """Newest first."""

    items: list[ApiToken]


class NewApiToken(BaseModel):
    """What a token is to be called, and be good for."""

    model_config = request_example({"name": "nightly build", "scopes": ["read", "write"], "expires_in_days": 90})

    name: str = Field(min_length=1, max_length=100, pattern=r"^[^\x00-\x1f\x7f]*\S[^\x00-\x1f\x7f]*$")
    scopes: list[Scope] = Field(
        min_length=1,
        max_length=3,
        description="`read` for what GET does, `write` for the rest, `admin` for what administrators may.",
    )
    expires_in_days: Annotated[int, Field(ge=1, le=366)] | None = Field(
        default=90, description="Null: it does not expire."
    )


class CreatedApiToken(ApiToken):
    """A new token. `token` is shown this once."""

    model_config = example({**_TOKEN, "token": "gst_4Kx9…"})

    token: str = Field(description="Send it as `Authorization: Bearer …`.")


class AuditEntry(BaseModel):
    """A security-relevant action."""

    model_config = example(
        {
            "id": 42,
            "at": _TIME,
            "user_id": _ID,
            "actor_id": _ID,
            "action": "api_token_created",
            "target": _ID,
            "address": "203.0.113.7",
            "user_agent": "curl/8.14",
        }
    )

    id: int
    at: datetime
    user_id: str = Field(description="Whom it concerns.")
    actor_id: str = Field(description="Who did it; all zeros for the installation itself.")
    action: str
    target: str = Field(description="What it was done to: an id, or empty.")
    address: str = Field(description="Whence it was done; empty where nobody did it over the network.")
    user_agent: str


class AuditPage(BaseModel):
    """Newest first."""

    items: list[AuditEntry]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class Export(BaseModel):
    """All that this installation keeps of a user, secrets aside."""

    account: dict[str, Any] = Field(description="Profile, sessions, API tokens and audit log.")
    analyses: list[dict[str, Any]] = Field(description="Every analysis, newest first; reports by their own address.")
    repositories: list[dict[str, Any]] = Field(description="Repositories that are followed, with their settings.")


# ---------------------------------------------------------------- for administrators


class UserPage(BaseModel):
    """People of this installation."""

    items: list[User]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class RoleChange(BaseModel):
    """What somebody is to be."""

    model_config = request_example({"role": "administrator"})

    role: Literal["member", "administrator"]


class OwnedJob(Job):
    """An analysis and whose it is."""

    owner_id: str


class OwnedJobPage(BaseModel):
    """Everybody's analyses, newest first."""

    items: list[OwnedJob]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class DeadLetter(BaseModel):
    """A message that nobody could handle."""

    sequence: int
    durable: str = Field(description="Who could not.")
    subject: str
    type: str
    about: str = Field(description="What it is about, for example `job-` and an id.")
    error: str = Field(description="The kind of error.")
    deliveries: int | None = Field(description="How often it was tried; null when that is not known.")
    at: datetime | None


class DeadLetterPage(BaseModel):
    """Oldest first."""

    items: list[DeadLetter]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class Redriven(BaseModel):
    """What became of a dead letter."""

    outcome: Literal["handled", "refused", "sent"] = Field(
        description="It had its effect; it can have none, and is forgotten; it is in its queue again."
    )
    detail: str


class InstallationSettings(BaseModel):
    """Settings that are no secret, by service and the name of their variable."""

    auth: dict[str, str]
    jobs: dict[str, str]
