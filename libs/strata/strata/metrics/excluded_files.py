"""What does not count, and why."""

from __future__ import annotations

from collections import defaultdict

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.stack.exclusion import Reason
from strata.stack.inventory import HeadFile


class ExcludedFile(Row):
    path: str
    reason: Reason
    rule: str
    lines: int


class ExcludedTotal(Row):
    reason: Reason
    rule: str
    files: int
    lines: int


class Excluded(Row):
    files: int
    lines: int
    by_rule: list[ExcludedTotal]
    listed: list[ExcludedFile]


@metric(section="stack", needs=Stage.FILES)
def excluded(facts: Facts) -> Excluded:
    """Text files that no figure counts, each with the rule that excluded it.

    What the option `exclude` names; then Linguist's path rules for vendored, generated and documentation files, its
    main signs of generated content (minified, source map, "do not edit" headers), and `.gitattributes`
    (`linguist-vendored`, `linguist-generated`, `linguist-documentation`, set or unset), which outrank the rules.
    `listed` holds the first 500 in path order (option `excluded_listed`); the totals count all.
    """
    by_rule: dict[tuple[Reason, str], list[HeadFile]] = defaultdict(list)
    listed = []
    for file in facts.files:
        if file.text and file.exclusion:
            why = file.exclusion
            by_rule[why.reason, why.rule].append(file)
            listed.append(ExcludedFile(path=file.shown, reason=why.reason, rule=why.rule, lines=file.lines))
    totals = [
        ExcludedTotal(reason=reason, rule=rule, files=len(files), lines=sum(file.lines for file in files))
        for (reason, rule), files in by_rule.items()
    ]
    return Excluded(
        files=len(listed),
        lines=sum(entry.lines for entry in listed),
        by_rule=sorted(totals, key=lambda row: (-row.lines, row.reason, row.rule)),
        listed=listed[: facts.options.excluded_listed],
    )
