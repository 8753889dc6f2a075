"""One thing that somebody should look at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from strata.stack.dependencies.model import Evidence

Code = Literal[
    "several-versions",
    "several-ranges",
    "latest-image",
    "image-by-tag",
    "action-by-tag",
    "open-range",
    "missing-lockfile",
    "outdated-lockfile",
    "not-imported",
]
CODES: tuple[Code, ...] = get_args(Code)


@dataclass(frozen=True, slots=True)
class Finding:
    """`folder` is the component's ("" at the top), None where it is about the whole repository.

    `name` is the package, None where it is about a file. `values` are the versions, ranges or names in question.
    """

    code: Code
    ecosystem: str
    folder: str | None
    name: str | None
    values: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    message: str


def order(each: Finding) -> tuple[object, ...]:
    return CODES.index(each.code), each.ecosystem, each.folder or "", each.name or "", each.evidence
