"""What the public API answers about one's account and, for administrators, about everybody's."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from gateway.schemas import Job, User

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
Scope = Literal["read", "write", "admin"]


def _example(value: dict[str, Any]) -> ConfigDict:
    return ConfigDict(frozen=True, json_schema_extra={"examples": [value]})


# ---------------------------------------------------------------- one's own account


class Session(BaseModel):
    """Where somebody is signed in."""

    model_config = _example(
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

    model_config = _example(_TOKEN)

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

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        json_schema_extra={"examples": [{"name": "nightly build", "scopes": ["read", "write"], "expires_in_days": 90}]},
    )

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

    model_config = _example({**_TOKEN, "token": "gst_4Kx9…"})

    token: str = Field(description="Send it as `Authorization: Bearer …`.")


class AuditEntry(BaseModel):
    """A security-relevant action."""

    model_config = _example(
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

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_extra={"examples": [{"role": "administrator"}]})

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
