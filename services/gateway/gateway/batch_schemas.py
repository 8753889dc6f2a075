"""What the public API accepts and answers about many analyses at once."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from gateway.schemas import AnalysisOptions, Job, JobError, SubmitAnalysis, example, request_example

MOST = 100
_REPOSITORY = "https://github.com/pallets/flask"


class Outcome(StrEnum):
    """What became of it. In a dry run `accepted` is what would be."""

    ACCEPTED = "accepted"
    RUNNING = "running"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    REFUSED = "refused"


class SubmitAnalyses(BaseModel):
    """Repositories to analyse, each on its own."""

    model_config = request_example({"repositories": [{"repo_url": _REPOSITORY, "ref": "main"}], "dry_run": True})

    repositories: list[SubmitAnalysis] = Field(min_length=1, max_length=MOST)
    dry_run: bool = Field(default=False, description="Tell what would become of each, and submit nothing.")


class SubmitOrganization(BaseModel):
    """An organisation, or a user, whose repositories to analyse."""

    model_config = request_example({"organization": "pallets", "dry_run": True})

    organization: Annotated[str, Field(min_length=1, max_length=100, pattern=r"^[A-Za-z0-9._-]+$")] = Field(
        description="Its login at the provider that you signed in with."
    )
    dry_run: bool = Field(default=False, description="Tell what would become of each, and submit nothing.")
    forks: bool = Field(default=False, description="Forks too.")
    archived: bool = Field(default=False, description="Archived repositories too.")
    unchanged: bool = Field(
        default=False, description="Those too to which nothing was pushed since their last analysis."
    )
    follow: bool = Field(
        default=False,
        description="Follow it from now on: a push to the default branch of one of its repositories has that analysed "
        "again, and a new repository is followed and analysed too, within an hour or so.",
    )
    options: AnalysisOptions = Field(default_factory=AnalysisOptions)


class Organization(BaseModel):
    """An organisation that the user follows."""

    model_config = example(
        {
            "id": "0198c5a4-1f2e-7a01-8a44-9d0e6c1b2a33",
            "name": "pallets",
            "forks": False,
            "archived": False,
            "followed_at": "2026-11-28T09:30:00Z",
            "checked_at": "2026-11-28T10:30:12Z",
            "error": None,
        }
    )

    id: str = Field(json_schema_extra={"format": "uuid"})
    name: str
    forks: bool
    archived: bool
    followed_at: datetime | None
    checked_at: datetime | None = Field(description="When its repositories were last listed.")
    error: JobError | None = Field(
        description="Why that failed, if it did: codes of available repositories, or limits."
    )


class Organizations(BaseModel):
    """All that the user follows, by name."""

    items: list[Organization]


class Submission(BaseModel):
    """What became of one repository."""

    model_config = example(
        {"repo_url": _REPOSITORY, "ref": None, "outcome": "accepted", "job": None, "reason": None, "followed": None}
    )

    repo_url: str
    ref: str | None
    outcome: Outcome
    job: Job | None = Field(description="The new analysis; of what is running or unchanged, the one that there is.")
    reason: JobError | None = Field(
        description="Why it was refused, or skipped: `archived`, `fork` or `empty`; codes of refusals are those of "
        "`POST /api/v1/analysis`."
    )
    followed: bool | None = Field(description="Whether it is followed now; null where that was not asked for.")


class Submissions(BaseModel):
    """What became of all, in their order."""

    model_config = example(
        {
            "dry_run": True,
            "accepted": 1,
            "complete": True,
            "organization": None,
            "items": [
                {
                    "repo_url": _REPOSITORY,
                    "ref": None,
                    "outcome": "accepted",
                    "job": None,
                    "reason": None,
                    "followed": None,
                }
            ],
        }
    )

    dry_run: bool
    accepted: int = Field(description="How many were accepted, or would be.")
    complete: bool = Field(description="False if the organisation has more repositories than are looked at.")
    organization: Organization | None = Field(description="The one that is followed now, if any is.")
    items: list[Submission]
