"""Known vulnerabilities of what the repository uses."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.dependencies import EvidenceRow
from strata.metrics.registry import Row, metric
from strata.stack.dependencies.model import Dependencies
from strata.vulnerabilities.checks import Vulnerability, check


class Score(Row):
    type: str
    score: str


class VulnerabilityRow(Row):
    id: str
    aliases: list[str]
    summary: str
    severity: list[Score]
    level: str | None
    purl: str
    direct: bool
    fixed: list[str]
    evidence: list[EvidenceRow]


class Database(Row):
    modified: str | None
    advisories: int
    unreadable: int


class Vulnerabilities(Row):
    database: Database
    checked: int
    unresolved: int
    uncovered: int
    undecided: int
    count: int
    listed: list[VulnerabilityRow]


@metric(section="stack", needs=Stage.FILES)
def vulnerabilities(facts: Facts) -> Vulnerabilities | None:
    """Advisories that hold for resolved packages; null where no database was given.

    By the rules of the OSV schema over a folder of advisories in its form: the listed versions, and ranges in the order
    of Semantic Versioning or PEP 440. `checked` packages (name and version) were compared with all advisories on them.
    Nothing is said of the others: `unresolved` have no version, the database does not have the ecosystem of `uncovered`
    ones, and of `undecided` ones it cannot be told whether an advisory holds. `fixed` are versions that end an affected
    range. `database` says which edition was asked: its latest change, and how many advisories were read. The first 500
    are listed (option `findings_listed`), by ecosystem, name and version; `count` counts all.
    """
    if facts.advisories is None:
        return None
    made = check((facts.dependencies or Dependencies()).dependencies, facts.advisories)
    return Vulnerabilities(
        database=Database(
            modified=made.edition.modified,
            advisories=made.edition.advisories,
            unreadable=made.edition.unreadable,
        ),
        checked=made.checked,
        unresolved=made.unresolved,
        uncovered=made.uncovered,
        undecided=made.undecided,
        count=len(made.found),
        listed=[_row(each) for each in made.found[: facts.options.findings_listed]],
    )


def _row(each: Vulnerability) -> VulnerabilityRow:
    return VulnerabilityRow(
        id=each.advisory.id,
        aliases=list(each.advisory.aliases),
        summary=each.advisory.summary,
        severity=[Score(type=kind, score=score) for kind, score in each.advisory.severity],
        level=each.advisory.level,
        purl=each.package.purl,
        direct=each.package.direct,
        fixed=list(each.fixed),
        evidence=[EvidenceRow(path=place.path, line=place.line) for place in each.evidence],
    )
