"""What the engine left to git."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric

LISTED = 100


class BlamedFiles(Row):
    files: int
    share: float
    listed: list[str]


@metric(section="ownership", needs=Stage.LINES)
def blamed_by_git(facts: Facts) -> BlamedFiles:
    """Text files that the one pass over history could not follow and that git itself blamed.

    Their figures are as exact as all others. It happens where git calls an ancestor of a file binary.
    `share` = their number ÷ all text files; the first 100 are listed, in path order.
    """
    assert facts.lines is not None  # noqa: S101 - Stage.LINES brings them
    blamed = sorted(facts.lines.blamed)
    return BlamedFiles(
        files=len(blamed),
        share=len(blamed) / (len(facts.lines.vectors) or 1),
        listed=[path.decode("utf-8", "replace") for path in blamed[:LISTED]],
    )
