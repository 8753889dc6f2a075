"""What the public API accepts and answers about many analyses at once."""

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
        default=False, description="Follow them from now on: a push to one's default branch has it analysed again."
    )
    options: AnalysisOptions = Field(default_factory=AnalysisOptions)


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
    items: list[Submission]
