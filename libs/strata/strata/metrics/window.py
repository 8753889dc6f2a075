"""What the option `since` leaves to count."""

from __future__ import annotations

import numpy as np

from strata.change_table import ChangeTable
from strata.facts import Facts
from strata.history.commits import Commit


def start(facts: Facts) -> int:
    """The time from which commits count."""
    return facts.since or 0


def counted_commits(facts: Facts) -> list[Commit]:
    """The commits whose author's time is in the window, in the order of all."""
    begin = start(facts)
    return [commit for commit in facts.commits if commit.time >= begin]


def counted_changes(facts: Facts) -> ChangeTable:
    """The rows of those commits."""
    assert facts.changes is not None  # noqa: S101 - Stage.CHANGES brings them
    begin = start(facts)
    if not begin:
        return facts.changes
    inside = np.array([commit.time >= begin for commit in facts.commits], dtype=bool)
    return facts.changes.where(inside[facts.changes.commit])
