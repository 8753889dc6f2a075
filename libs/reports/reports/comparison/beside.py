"""Two repositories side by side."""

from __future__ import annotations

from reports import Report
from reports.comparison import reading
from reports.comparison.model import Figure, LanguageBeside, PackageBeside, PersonBeside, SideBySide
from reports.comparison.reading import LISTED


def side_by_side(left: Report, right: Report) -> SideBySide:
    """Figures of both, and what they have in common: languages, people, dependencies."""
    return SideBySide(
        caveats=reading.caveats(left, right),
        left=reading.side(left),
        right=reading.side(right),
        figures=[Figure(name, reading.figure(left, name), reading.figure(right, name)) for name in reading.FIGURES],
        languages=_languages(left, right)[:LISTED],
        people=_people(left, right)[:LISTED],
        packages=_packages(left, right)[:LISTED],
    )


def _languages(left: Report, right: Report) -> list[LanguageBeside]:
    one, other = reading.languages(left), reading.languages(right)
    rows = [
        LanguageBeside(name, one.get(name, {}).get("share", 0.0), other.get(name, {}).get("share", 0.0))
        for name in {*one, *other}
    ]
    return sorted(rows, key=lambda each: (-max(each.left_share, each.right_share), each.name))


def _people(left: Report, right: Report) -> list[PersonBeside]:
    """By id, which comes of the address that they commit under most."""
    one, other = reading.people(left), reading.people(right)
    rows = [
        PersonBeside(
            person=person,
            name=one[person]["name"],
            left_commits=one[person]["commits"],
            right_commits=other[person]["commits"],
            left_lines=one[person]["lines"],
            right_lines=other[person]["lines"],
        )
        for person in {*one} & {*other}
    ]
    return sorted(rows, key=lambda each: (-min(each.left_commits, each.right_commits), each.person))


def _packages(left: Report, right: Report) -> list[PackageBeside]:
    one, other = reading.packages(left), reading.packages(right)
    rows = []
    for key in {*one} & {*other}:
        ours, theirs = reading.versions(one[key]), reading.versions(other[key])
        rows.append(PackageBeside(*key, ours, theirs, ours == theirs))
    return sorted(rows, key=lambda each: (each.same, each.ecosystem, each.name))
