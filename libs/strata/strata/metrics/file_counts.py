"""How big the head commit is, and how much of it counts."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric


class FileCounts(Row):
    total: int
    text: int
    binary: int
    excluded: int
    included: int


class LineCounts(Row):
    total: int
    excluded: int
    included: int


@metric(section="overview", needs=Stage.FILES)
def files(facts: Facts) -> FileCounts:
    """Regular files at head.

    Symbolic links and submodules are not counted. Binary: a NUL in the first 8,000 bytes, or more than
    512 MiB, as git decides. `excluded` counts text files that the option `exclude` names, or Linguist's
    rules call vendored, generated or documentation; `included` the other text files.
    """
    text = sum(file.text for file in facts.files)
    return FileCounts(
        total=len(facts.files),
        text=text,
        binary=len(facts.files) - text,
        excluded=text - len(facts.included),
        included=len(facts.included),
    )


@metric(section="overview", needs=Stage.FILES)
def lines(facts: Facts) -> LineCounts:
    """Lines of text files at head.

    As `git blame` counts them: a last line without a newline is a line. `included` is the base of every
    ownership share.
    """
    total = sum(file.lines for file in facts.files)
    return LineCounts(total=total, excluded=total - facts.included_lines, included=facts.included_lines)
