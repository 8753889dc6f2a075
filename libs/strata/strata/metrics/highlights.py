"""The few things worth knowing first."""

from __future__ import annotations

import numpy as np

from strata.facts import Facts, Stage
from strata.metrics.absence_factor import absence_factor
from strata.metrics.registry import Row, metric

YEAR = 31_556_952


class Highlight(Row):
    code: str
    text: str


@metric(section="overview", needs=Stage.FILES)
def highlights(facts: Facts) -> list[Highlight]:
    """A few sentences worth knowing, from figures that are ready early.

    Age, concentration of commits (`contributors.absence_factor`), what was left out
    (`stack.excluded`), and commits by bots and AI agents where they exceed 5 %.
    """
    found = [_age(facts), _concentration(facts), _excluded(facts), _machines(facts)]
    return [highlight for highlight in found if highlight]


def _age(facts: Facts) -> Highlight | None:
    years = int(np.ptp(facts.times)) / YEAR
    span = f"{years:.0f} years" if years >= 2 else f"{max(years * 12, 1):.0f} months"
    return Highlight(code="age", text=f"{len(facts.commits):,} commits over {span}.") if years * 12 >= 2 else None


def _concentration(facts: Facts) -> Highlight | None:
    humans = sum(person.kind == "human" for person in facts.people)
    if humans <= 1:
        return Highlight(code="one_person", text="One person made this; figures about teams say little.")
    few = absence_factor(facts)
    if not few:
        return None
    who = "One person" if few == 1 else f"{few} of {humans:,} people"
    return Highlight(code="concentration", text=f"{who} made half of the commits.")


def _excluded(facts: Facts) -> Highlight | None:
    total = sum(file.lines for file in facts.files)
    left_out = total - facts.included_lines
    if not total or left_out / total < 0.2:
        return None
    text = f"{left_out / total:.0%} of the lines are vendored, generated, documentation or left out on request."
    return Highlight(code="excluded", text=text)


def _machines(facts: Facts) -> Highlight | None:
    machines = {index for index, person in enumerate(facts.people) if person.kind != "human"}
    made = sum(not machines.isdisjoint(commit.authors) for commit in facts.commits)
    share = made / len(facts.commits)
    text = f"Bots and AI agents had a hand in {share:.0%} of the commits."
    return Highlight(code="machines", text=text) if share > 0.05 else None
