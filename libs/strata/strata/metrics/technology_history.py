"""When technologies came, changed and went."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.dependency_history import CHANGES, DependencyChange, change_row
from strata.metrics.registry import Row, metric
from strata.stack.technologies.past import technology_past
from strata.stack.technologies.rules import rules


class TechnologyPast(Row):
    id: str
    name: str
    category: str
    present: bool
    first: DependencyChange
    last: DependencyChange | None
    changes: int
    latest: list[DependencyChange]


@metric(section="activity", needs=Stage.CHANGES)
def technology_history(facts: Facts) -> list[TechnologyPast]:
    """When each technology that packages show began to be used, how its ranges changed, and when it went.

    From `dependency_history`, by the rules of `stack.technologies`: a technology is there while one of its packages is
    asked for, across the whole repository, examples and tests too. `ranges` are those of the packages that are the
    technology, none for what only clients show. What files and lines show has no history here. `last` is the commit
    that took the last package away, null while one is there; `latest` has the last 20 of all `changes`. Those that are
    there before those that went, by id.
    """
    rows = []
    for name, changes in technology_past(facts.dependency_past).items():
        rule, last = rules().by_id[name], changes[-1]
        rows.append(
            TechnologyPast(
                id=name,
                name=rule.name,
                category=rule.category,
                present=last.present,
                first=change_row(facts, changes[0]),
                last=None if last.present else change_row(facts, last),
                changes=len(changes),
                latest=[change_row(facts, each) for each in changes[-CHANGES:]],
            )
        )
    return sorted(rows, key=lambda row: (not row.present, row.id))
