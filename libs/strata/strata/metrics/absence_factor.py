"""How concentrated commits are."""

from __future__ import annotations

from strata.facts import Facts, Stage
from strata.metrics.contributors import commit_shares
from strata.metrics.registry import metric


@metric(section="contributors", needs=Stage.COMMITS)
def absence_factor(facts: Facts) -> int:
    """Smallest number of people whose commits reach half of all commits.

    A commit with k authors counts 1/k for each; bots do not count, neither do their commits. 0 if there is no
    commit to count.
    Source: CHAOSS, Contributor Absence Factor.
    """
    counted = zip(commit_shares(facts), facts.people, strict=True)
    shares = sorted((share for share, person in counted if person.kind != "bot"), reverse=True)
    half, reached = sum(shares) / 2, 0.0
    if not half:
        return 0
    for number, share in enumerate(shares, 1):
        reached += share
        if reached >= half - 1e-9:
            return number
    return 0
