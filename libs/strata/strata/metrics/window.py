"""What the option `since` leaves to count."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from strata.change_table import ChangeTable
from strata.facts import Credits, Facts


def start(facts: Facts) -> int:
    """The time from which commits count."""
    return facts.since or 0


def counted(facts: Facts) -> NDArray[np.bool_]:
    """Commit index → whether its author's time is in the window."""
    return facts.times >= start(facts)


def counted_credits(facts: Facts) -> Credits:
    """The rows of those commits."""
    return facts.credits.where(counted(facts)[facts.credits.commit])


def counted_changes(facts: Facts) -> ChangeTable:
    """The rows of those commits."""
    assert facts.changes is not None  # noqa: S101 - Stage.CHANGES brings them
    return facts.changes.where(counted(facts)[facts.changes.commit]) if start(facts) else facts.changes
