"""How many people, by kind."""

from __future__ import annotations

from collections import Counter

from strata.facts import Facts, Stage
from strata.metrics.registry import Row, metric


class PeopleCount(Row):
    total: int
    human: int
    bot: int
    agent: int


@metric(section="overview", needs=Stage.COMMITS)
def people(facts: Facts) -> PeopleCount:
    """People who authored or co-authored a commit, by kind.

    A person is a commit author after `.mailmap` or the subject of a `Co-authored-by` trailer; idents with
    the same e-mail address (lower case) or the same GitHub login (from a no-reply address) are one person.
    Bots are told by `[bot]`, a name ending in `-bot`, or a known name or address; AI agents by known
    addresses and logins.
    """
    kinds = Counter(person.kind for person in facts.people)
    return PeopleCount(total=len(facts.people), human=kinds["human"], bot=kinds["bot"], agent=kinds["agent"])
