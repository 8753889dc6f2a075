"""What the public API answers about one file and one person of a report."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel, Field

from gateway.schemas import example

_OWNER: dict[str, Any] = {"person": "p1", "name": "Ada Lovelace", "lines": 820, "share": 0.71}


class FileOwner(BaseModel):
    """Whose lines a file has, as `git blame` tells."""

    model_config = example(_OWNER)

    person: str = Field(description="Id of the person in this report.")
    name: str
    lines: int
    share: float = Field(description="Of the file's lines, 0 to 1.")


class CoupledFile(BaseModel):
    """A file that changes with this one."""

    path: str
    degree: float = Field(description="Change coupling in percent.")
    shared: int = Field(description="Commits that changed both.")


class Exclusion(BaseModel):
    """Why a file does not count."""

    reason: str
    rule: str


class FileDetail(BaseModel):
    """One file at the commit that was analysed. A figure is null where the report's bounded lists leave it out."""

    model_config = example(
        {
            "path": "src/flask/app.py",
            "language": "Python",
            "lines": 1154,
            "people": 38,
            "owners": [_OWNER],
            "median_age_days": 1290,
            "revisions": 512,
            "added": 6100,
            "deleted": 4946,
            "authors": 141,
            "fragmentation": 0.87,
            "hotspot_score": 0.96,
            "complexity": 1310,
            "coupled": [{"path": "tests/test_basic.py", "degree": 38.5, "shared": 64}],
            "excluded": None,
        }
    )

    path: str
    language: str | None
    lines: int | None
    people: int | None = Field(description="How many own lines of it.")
    owners: list[FileOwner] = Field(description="Most lines first; the five largest.")
    median_age_days: int | None = Field(description="Half of its lines are older.")
    revisions: int | None = Field(description="Commits that changed it.")
    added: int | None = Field(description="Lines added, over all history.")
    deleted: int | None = Field(description="Lines deleted, over all history.")
    authors: int | None = Field(description="People who changed it.")
    fragmentation: float | None = Field(description="How spread its changes are among people, 0 to 1.")
    hotspot_score: float | None
    complexity: float | None
    coupled: list[CoupledFile] = Field(description="Strongest first; at most 100.")
    excluded: Exclusion | None = Field(description="Why it does not count; null if it does.")


class Place(BaseModel):
    """A file or directory, and what of it is a person's."""

    path: str
    lines: int
    share: float = Field(description="Of its lines, 0 to 1.")


class Places(BaseModel):
    """Most lines first; at most 100."""

    total: int = Field(description="How many there are among those that the report lists with this owner.")
    items: list[Place]


class PersonDetail(BaseModel):
    """What one person knows. A figure is null while its section is not ready."""

    model_config = example(
        {
            "id": "p1",
            "name": "Ada Lovelace",
            "login": "ada",
            "kind": "human",
            "commits": 1204,
            "first_commit_at": "2011-04-06T13:02:11Z",
            "last_commit_at": "2026-11-20T17:02:11Z",
            "lines": 9210,
            "share": 0.31,
            "added": 40110,
            "deleted": 28004,
            "active_days": 611,
            "files_authored": 88,
            "files_authored_alone": 12,
            "in_truck_factor": True,
            "files": {"total": 1, "items": [{"path": "src/flask/app.py", "lines": 820, "share": 0.71}]},
            "directories": {"total": 1, "items": [{"path": "src", "lines": 7003, "share": 0.44}]},
        }
    )

    id: str
    name: str
    login: str | None = Field(description="At the Git host, where an e-mail address tells it.")
    kind: str | None = Field(description="`human`, `bot` or `agent`.")
    commits: int | None
    first_commit_at: datetime | None
    last_commit_at: datetime | None
    lines: int | None = Field(description="Lines at this commit that are theirs.")
    share: float | None = Field(description="Of all lines, 0 to 1.")
    added: int | None
    deleted: int | None
    active_days: int | None = Field(description="Days with a commit.")
    files_authored: int | None = Field(description="Files that count as authored by them, for the truck factor.")
    files_authored_alone: int | None = Field(description="Those that nobody else authored.")
    in_truck_factor: bool | None = Field(description="Whether they are among those without whom half is orphaned.")
    files: Places
    directories: Places
