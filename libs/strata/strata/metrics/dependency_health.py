"""Whether the dependencies are in order, as far as the repository itself tells."""

from __future__ import annotations

from collections import Counter

from strata.facts import Facts, Stage
from strata.metrics.dependencies import EvidenceRow
from strata.metrics.registry import Row, metric
from strata.stack.dependencies.model import Dependencies
from strata.stack.health.checks import health as checked
from strata.stack.health.model import CODES, Code, Finding


class FindingRow(Row):
    code: Code
    ecosystem: str
    folder: str | None
    name: str | None
    values: list[str]
    evidence: list[EvidenceRow]
    message: str


class FindingTotal(Row):
    code: Code
    count: int


class ImportTotal(Row):
    ecosystem: str
    imported: int
    not_imported: int
    unknown: int


class Health(Row):
    count: int
    by_code: list[FindingTotal]
    imports: list[ImportTotal]
    listed: list[FindingRow]


VALUES = 100


@metric(section="stack", needs=Stage.FILES)
def health(facts: Facts) -> Health:
    """What is unhealthy about the dependencies, each with the lines that show it.

    Findings have a stable `code` and a sentence.
    `several-versions`: a package at more than one resolved version (images aside). `several-ranges`: manifests ask for
    a package by different ranges. `latest-image`, `image-by-tag`, `action-by-tag`: no digest or commit says which one.
    `open-range`: versions that a list leaves open and no lock file fixes. `missing-lockfile`: an application without
    the lock file of its ecosystem. `outdated-lockfile`: it lacks what the manifest beside it asks for, or has another
    range. `not-imported`: a direct dependency that no source file below its manifest imports; `imports` counts those of
    which that could be told and those of which it could not. The first 500 are listed (option `findings_listed`), by
    code, ecosystem and place; totals count all. It says nothing about vulnerabilities.
    """
    made = checked(facts.dependencies or Dependencies(), facts.files)
    counts = Counter(each.code for each in made.findings)
    return Health(
        count=len(made.findings),
        by_code=[FindingTotal(code=code, count=counts[code]) for code in CODES],
        imports=[
            ImportTotal(
                ecosystem=each.ecosystem,
                imported=each.imported,
                not_imported=each.not_imported,
                unknown=each.unknown,
            )
            for each in made.imports
        ],
        listed=[_row(each) for each in made.findings[: facts.options.findings_listed]],
    )


def _row(each: Finding) -> FindingRow:
    return FindingRow(
        code=each.code,
        ecosystem=each.ecosystem,
        folder=each.folder,
        name=each.name,
        values=list(each.values[:VALUES]),
        evidence=[EvidenceRow(path=place.path, line=place.line) for place in each.evidence],
        message=each.message,
    )
