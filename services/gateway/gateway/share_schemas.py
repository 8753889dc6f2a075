"""What the public API accepts and answers about shares and badges."""

from datetime import datetime
from enum import StrEnum
from typing import Annotated, Self

from pydantic import BaseModel, Field, Strict, model_validator

from gateway.schemas import PRINTABLE, JobStatus, example, request_example

SHARE_ID = "0198c5a4-1f2e-7a01-8a44-9d0e6c1b2a33"
_TIME = "2026-11-28T09:30:00Z"
_REPOSITORY = "https://github.com/pallets/flask"

_SUSPENDED = "Since when it is shown to nobody: you suspended it, or its repository became private. Null: it is shown."


class SectionName(StrEnum):
    """A section of the report."""

    OVERVIEW = "overview"
    STACK = "stack"
    ACTIVITY = "activity"
    HOTSPOTS = "hotspots"
    COUPLING = "coupling"
    OWNERSHIP = "ownership"
    CONTRIBUTORS = "contributors"
    SURVIVAL = "survival"


class FigureName(StrEnum):
    """A figure that a badge can show."""

    TRUCK_FACTOR = "truck_factor"
    LINES = "lines"
    FILES = "files"
    COMMITS = "commits"
    CONTRIBUTORS = "contributors"
    LANGUAGE = "language"
    HALF_LIFE = "half_life"
    DEPENDENCIES = "dependencies"
    LAST_COMMIT = "last_commit"


class Subject(BaseModel):
    """What is shared: one analysis, or always the newest completed one of a repository and ref."""

    analysis_id: str | None = Field(
        default=None, description="An analysis of yours.", json_schema_extra={"format": "uuid"}, max_length=64
    )
    repo_url: Annotated[str, Field(min_length=1, max_length=2048, pattern=PRINTABLE)] | None = Field(
        default=None, description="Instead of an analysis: a repository, whose newest completed analysis it is."
    )
    ref: Annotated[str, Field(min_length=1, max_length=255, pattern=PRINTABLE)] | None = Field(
        default=None, description="Beside `repo_url`, as in the analysis; null: the default branch."
    )

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if (self.analysis_id is None) == (self.repo_url is None):
            raise ValueError("give either analysis_id or repo_url")
        if self.ref is not None and self.repo_url is None:
            raise ValueError("ref stands beside repo_url")
        return self


class CreateShare(Subject):
    """A link by which others read a report."""

    model_config = request_example(
        {"name": "for the board", "repo_url": _REPOSITORY, "sections": ["overview", "ownership"], "expires_in_days": 30}
    )

    name: str = Field(min_length=1, max_length=100, pattern=PRINTABLE, description="To tell it from others.")
    sections: list[Annotated[SectionName, Strict(strict=False)]] = Field(
        min_length=1, max_length=len(SectionName), description="What may be read."
    )
    addresses: bool = Field(default=False, description="Whether e-mail addresses of people are shown too.")
    expires_in_days: Annotated[int, Field(ge=1, le=3650)] | None = Field(
        default=30, description="After this many days it gives nothing any more; null: until it is revoked."
    )


class ChangeShare(BaseModel):
    """Whether what is shared is shown."""

    model_config = request_example({"suspended": False})

    suspended: bool = Field(description="True: to nobody, until you say otherwise.")


class Share(BaseModel):
    """A link by which others read a report; its secret is told once only."""

    model_config = example(
        {
            "id": SHARE_ID,
            "name": "for the board",
            "analysis_id": None,
            "repo_url": _REPOSITORY,
            "ref": None,
            "sections": ["overview", "ownership"],
            "addresses": False,
            "created_at": _TIME,
            "expires_at": "2026-12-28T09:30:00Z",
            "suspended_at": None,
        }
    )

    id: str = Field(json_schema_extra={"format": "uuid"})
    name: str
    analysis_id: str | None = Field(description="Null: it follows the repository.")
    repo_url: str
    ref: str | None
    sections: list[str]
    addresses: bool
    created_at: datetime | None
    expires_at: datetime | None = Field(description="Null: it holds until it is revoked.")
    suspended_at: datetime | None = Field(description=_SUSPENDED)


class NewShare(Share):
    """A share that was made just now, with its secret."""

    secret: str = Field(description="Told here only. Others send it as `Gitstrata-Share`.")
    link: str = Field(description="A page for people. The secret is in its fragment, which browsers send nowhere.")


class SharePage(BaseModel):
    """One page of shares, newest first."""

    items: list[Share]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class SharedReport(BaseModel):
    """What a share gives to read."""

    model_config = example(
        {
            "repository": "flask",
            "ref": None,
            "commit": "8646edca6f47e2cd57464081b3911218d4734f8d",
            "status": "COMPLETED",
            "finished_at": _TIME,
            "sections": ["overview", "ownership"],
            "addresses": False,
            "expires_at": None,
        }
    )

    repository: str = Field(description="Its name, without its address.")
    ref: str | None
    commit: str | None = Field(description="Null while nothing has been analysed.")
    status: JobStatus | None = Field(description="Where the analysis stands; null while there is none.")
    finished_at: datetime | None
    sections: list[str] = Field(description="What may be read and is ready.")
    addresses: bool
    expires_at: datetime | None


class CreateBadge(Subject):
    """A key under which figures of a report are shown to everybody as images."""

    model_config = request_example({"name": "README", "repo_url": _REPOSITORY, "figures": ["truck_factor", "lines"]})

    name: str = Field(min_length=1, max_length=100, pattern=PRINTABLE, description="To tell it from others.")
    figures: list[Annotated[FigureName, Strict(strict=False)]] = Field(
        min_length=1, max_length=len(FigureName), description="What may be shown."
    )


class Badge(BaseModel):
    """A key of badges; the key itself is told once only."""

    model_config = example(
        {
            "id": SHARE_ID,
            "name": "README",
            "analysis_id": None,
            "repo_url": _REPOSITORY,
            "ref": None,
            "figures": ["lines", "truck_factor"],
            "created_at": _TIME,
            "suspended_at": None,
        }
    )

    id: str = Field(json_schema_extra={"format": "uuid"})
    name: str
    analysis_id: str | None = Field(description="Null: it follows the repository.")
    repo_url: str
    ref: str | None
    figures: list[str]
    created_at: datetime | None
    suspended_at: datetime | None = Field(description=_SUSPENDED)


class NewBadge(Badge):
    """Badges that were made just now, with their addresses."""

    images: dict[str, str] = Field(
        description="Address of the image, by figure. Whoever has one can see its figure, and nothing else.",
        examples=[{"lines": "https://gitstrata.example/api/v1/badges/gsb_…/lines.svg"}],
    )
    markdown: str = Field(description="The same for a README.")


class BadgePage(BaseModel):
    """One page of badge keys, newest first."""

    items: list[Badge]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")
