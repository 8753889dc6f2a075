"""What a comparison says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Number: TypeAlias = int | float
Fate: TypeAlias = Literal["new", "gone", "stayed"]
Move: TypeAlias = Literal["added", "removed", "upgraded", "downgraded", "changed"]


@dataclass(frozen=True, slots=True)
class Caveat:
    """Why figures may differ although nothing in the repository did: a stable code, and a sentence."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Side:
    """Which report."""

    repository: str
    commit: str
    time: str
    engine_version: str


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after. `why` are sentences that explain it from what moved beneath it; null: not known."""

    name: str
    base: Number | None
    head: Number | None
    change: Number | None
    why: list[str]


@dataclass(frozen=True, slots=True)
class PersonChange:
    """Somebody's lines at head, commits, and files that they are an author of."""

    person: str
    name: str
    fate: Fate
    base_lines: int
    head_lines: int
    lines: int
    commits: int
    files: int


@dataclass(frozen=True, slots=True)
class LanguageChange:
    name: str
    base_lines: int
    head_lines: int
    lines: int
    base_share: float
    head_share: float


@dataclass(frozen=True, slots=True)
class PackageChange:
    """A dependency that came, went or moved; `base` and `head` are its versions, else the ranges asked for."""

    ecosystem: str
    name: str
    change: Move
    direct: bool
    base: list[str]
    head: list[str]


@dataclass(frozen=True, slots=True)
class HotspotChange:
    """A file that became a hotspot (`base_score` is null), is none any more, or scores otherwise."""

    path: str
    base_score: float | None
    head_score: float | None
    revisions: int


@dataclass(frozen=True, slots=True)
class CouplingChange:
    left: str
    right: str
    base_degree: float | None
    head_degree: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two analyses of one repository, the largest changes first. Lists have up to 200 rows."""

    caveats: list[Caveat]
    base: Side
    head: Side
    figures: list[Change]
    people: list[PersonChange]
    languages: list[LanguageChange]
    packages: list[PackageChange]
    hotspots: list[HotspotChange]
    coupling: list[CouplingChange]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of both; null where it is not known."""

    name: str
    left: Number | None
    right: Number | None


@dataclass(frozen=True, slots=True)
class LanguageBeside:
    name: str
    left_share: float
    right_share: float


@dataclass(frozen=True, slots=True)
class PersonBeside:
    """Somebody who has a hand in both."""

    person: str
    name: str
    left_commits: int
    right_commits: int
    left_lines: int
    right_lines: int


@dataclass(frozen=True, slots=True)
class PackageBeside:
    """A dependency of both; its versions, else the ranges asked for."""

    ecosystem: str
    name: str
    left: list[str]
    right: list[str]
    same: bool


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two repositories. Lists have up to 200 rows."""

    caveats: list[Caveat]
    left: Side
    right: Side
    figures: list[Figure]
    languages: list[LanguageBeside]
    people: list[PersonBeside]
    packages: list[PackageBeside]
