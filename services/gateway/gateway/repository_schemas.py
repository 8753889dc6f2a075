"""What the public API accepts and answers about repositories that a user follows."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from gateway.schemas import PRINTABLE, AnalysisOptions, JobError, example, request_example

REPOSITORY_ID = "5b2e0d1c-6d0e-5f39-9f55-0f8f8f3b2c77"
_TIME = "2026-11-23T09:30:00Z"
_SETTINGS: dict[str, Any] = {
    "branch": None,
    "on_push": True,
    "schedule": "weekly",
    "options": {"ignore_revs": True, "exclude": ["docs/"], "kinds": {"ci@example.org": "bot"}},
}
_REPOSITORY: dict[str, Any] = {
    "id": REPOSITORY_ID,
    "full_name": "pallets/flask",
    "repo_url": "https://github.com/pallets/flask",
    "branch": None,
    "on_push": True,
    "schedule": "weekly",
    "tracked_at": _TIME,
    "pushed_at": "2026-11-24T14:00:00Z",
    "requested_at": "2026-11-24T14:00:01Z",
    "last_analysis_id": "0198c5a2-7d54-7a31-9c0e-3f6f7f0c2b11",
    "last_error": None,
}
Schedule = Literal["daily", "weekly", "monthly"]


class RepositorySettings(BaseModel):
    """How a repository is analysed, and when by itself."""

    model_config = request_example(_SETTINGS)

    branch: Annotated[str, Field(min_length=1, max_length=255, pattern=PRINTABLE)] | None = Field(
        default=None, description="Branch to analyse. Null: the repository's default branch."
    )
    on_push: bool = Field(
        default=True,
        description="Analyse again after each push to that branch; several while an analysis runs cause one more.",
    )
    schedule: Schedule | None = Field(
        default=None, description="Analyse again when the last such analysis is this old. Null: never."
    )
    options: AnalysisOptions = Field(default_factory=AnalysisOptions)


class TrackRepository(BaseModel):
    """A repository to follow."""

    model_config = request_example({"repo_url": "https://github.com/pallets/flask", "settings": _SETTINGS})

    repo_url: str = Field(
        min_length=1, max_length=2048, pattern=PRINTABLE, description="Address to clone, without credentials."
    )
    settings: RepositorySettings = Field(default_factory=RepositorySettings)


class TrackedRepository(BaseModel):
    """A repository that you follow."""

    model_config = example(_REPOSITORY)

    id: str = Field(json_schema_extra={"format": "uuid"})
    full_name: str = Field(description="The path of its address, without `.git`.")
    repo_url: str
    branch: str | None = Field(description="Branch that is analysed; null: the default branch.")
    on_push: bool
    schedule: Schedule | None
    tracked_at: datetime | None
    pushed_at: datetime | None = Field(description="Last push to that branch that we heard of.")
    requested_at: datetime | None = Field(description="When an analysis last began by itself.")
    last_analysis_id: str | None = Field(description="That analysis.")
    last_error: JobError | None = Field(
        default=None,
        description="Why that analysis failed, if it did: `repository_not_found`, for example, when the repository is "
        "gone, or you may not read it any more.",
    )


class TrackedRepositoryPage(BaseModel):
    """One page of repositories, by address."""

    items: list[TrackedRepository]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class TrackedRepositoryDetail(TrackedRepository):
    """A repository that you follow, with all its settings."""

    model_config = example({**_REPOSITORY, "settings": _SETTINGS})

    settings: RepositorySettings


_WEBHOOK: dict[str, Any] = {
    "provider": "github",
    "address": "https://gitstrata.example.org/api/v1/webhooks/github/7c9e6679-7425-40de-944b-e07fc1f90ae7",
    "installed": True,
    "created_at": _TIME,
    "last_delivery_at": "2026-11-24T14:00:00Z",
}


class RepositoryWebhook(BaseModel):
    """How the repository's host tells us of pushes."""

    model_config = example(_WEBHOOK)

    provider: Literal["github", "gitea"]
    address: str = Field(description="Where the host sends its deliveries to.")
    installed: bool = Field(description="Whether we have installed it at the host; if not, it has to be pasted there.")
    created_at: datetime | None
    last_delivery_at: datetime | None = Field(description="When the last good delivery came, to the minute.")


class RepositoryWebhookSecret(RepositoryWebhook):
    """The same, with the secret to paste."""

    model_config = example(
        {**_WEBHOOK, "installed": False, "secret": "kQ0b7XvT2mJ5r8ZcW1yL4nP6sD9fG3hA", "last_delivery_at": None}
    )

    secret: str | None = Field(
        description="What to paste at the host beside the address, with content type JSON and the events push and "
        "repository; told here and never again. Null: it is installed, and there is nothing to do."
    )


class TrackedRepositoryWithWebhook(TrackedRepositoryDetail):
    """A repository that you follow from now on, and how its host tells of pushes."""

    model_config = example({**_REPOSITORY, "settings": _SETTINGS, "webhook": {**_WEBHOOK, "secret": None}})

    webhook: RepositoryWebhookSecret | None = Field(
        description="Null where no pushes are wanted, or where the host is none at which people sign in here."
    )


class Received(BaseModel):
    """What became of a delivery."""

    model_config = example({"outcome": "recorded"})

    outcome: Literal["recorded", "ignored"] = Field(
        description="`ignored`: no followed repository makes anything of it, or it came before."
    )


class Untracked(BaseModel):
    """What went with a repository."""

    model_config = example({"erased_analyses": 12})

    erased_analyses: int = Field(description="Your analyses of it, with their reports.")
