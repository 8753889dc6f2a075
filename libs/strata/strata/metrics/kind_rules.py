"""Which people a caller's own rules made human, bot or agent."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric
from strata.people.directory import matching
from strata.people.kind import Kind


class KindRule(Row):
    who: str
    kind: Kind
    people: int


@metric(section="contributors", needs=Stage.COMMITS)
def kind_rules(facts: Facts) -> list[KindRule]:
    """The rules of the option `kinds`, each with the number of people whom it names: 0 for one that did nothing.

    A rule names people by id, e-mail address, login or name, whichever fits first, and outweighs what name and address
    tell; of two for one person the later counts.
    """
    return [
        KindRule(who=who, kind=kind, people=len(matching(facts.people, who)))
        for who, kind in facts.options.kinds.items()
    ]
