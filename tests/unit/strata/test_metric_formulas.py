"""Each formula against figures worked out by hand."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from strata.change_table import ChangeTable
from strata.facts import Facts
from strata.history.commits import Commit
from strata.history.revisions import FileRevisions
from strata.indentation import Indentation, indentation
from strata.lifetimes import Deaths, Survival
from strata.metrics.authorship import degrees, file_authors
from strata.metrics.change_coupling import co_changes
from strata.metrics.code_age import lower_median
from strata.metrics.cohorts import by_person, by_year
from strata.metrics.elephant_factor import elephant_factor, organisations
from strata.metrics.fragmentation import fractal_value
from strata.metrics.hotspots import percentiles
from strata.metrics.line_lifetime import kaplan_meier, lifetime
from strata.metrics.overwrites import overwrites
from strata.metrics.releases import releases
from strata.options import Options
from strata.ownership.lines import Lines
from strata.people.directory import Person
from strata.stack.inventory import HeadFile
from strata.tags import Tag
from tests.unit.strata.history_builder import DAY, MONDAY


def person(name: str, *emails: str, kind: Any = "human") -> Person:
    return Person(id=name, name=name.title(), emails=emails, login=None, kind=kind)


def commit(number: int, author: int = 0, *, day: int | None = None, parents: tuple[int, ...] | None = None) -> Commit:
    before = (number - 1,) if parents is None and number else parents or ()
    when = MONDAY + DAY * (number if day is None else day)
    return Commit(str(number), tuple(str(each) for each in before), author, (), when, 0)


def facts(commits: list[Commit], people: list[Person], **known: Any) -> Facts:
    options = known.pop("options", Options())
    return Facts(name="r", rev="HEAD", branch="main", options=options, commits=commits, people=people, **known)


def table(*rows: tuple[int, str, int, int]) -> ChangeTable:
    """Rows of (commit, path, added, deleted); no renames."""
    paths = list(dict.fromkeys(path for _, path, _, _ in rows))
    columns = np.array([(n, paths.index(path), added, gone) for n, path, added, gone in rows], dtype=np.int32)
    commit, file, added, deleted = columns.reshape(-1, 4).T
    return ChangeTable(commit, file, added, deleted, {path.encode(): at for at, path in enumerate(paths)})


def head_file(path: str, lines: int, indentation: Indentation | None = None) -> HeadFile:
    return HeadFile(path.encode(), "0" * 40, 1, True, lines, "Python", True, None, indentation)


# ---------------------------------------------------------------- rows of changes


def test_sums_of_rows() -> None:
    rows = table((0, "a", 5, 0), (0, "b", 1, 0), (1, "a", 2, 1), (2, "c", 7, 0), (2, "a", 0, 3), (2, "a", 1, 1))

    assert rows.revisions().tolist() == [3, 1, 1]
    assert rows.per_file(rows.added).tolist() == [8, 1, 7]
    assert rows.per_file(rows.deleted).tolist() == [5, 0, 0]
    assert rows.where(rows.commit > 0).revisions().tolist() == [2, 0, 1]


def test_no_changes_at_all() -> None:
    rows = table()

    assert (len(rows), rows.revisions().tolist(), rows.files) == (0, [], {})
    assert len(co_changes(rows, 30, 5).shared) == 0


# ---------------------------------------------------------------- authorship


def test_degree_of_authorship_by_hand() -> None:
    past = FileRevisions((0,))
    past.by.update({0: 3, 1: 2})

    # creator with 3 changes, 2 by the other: 3.293 + 1.098 + 0.492 - 0.321 ln 3; the other: 3.293 + 0.328 - 0.321 ln 4
    assert degrees(past, set()) == pytest.approx({0: 4.883 - 0.321 * math.log(3), 1: 3.621 - 0.321 * math.log(4)})
    assert file_authors(past, set()) == {0}  # 3.176 is 0.701 of 4.530, and below 3.293


def test_fractal_value() -> None:
    assert fractal_value([4]) == 0
    assert fractal_value([1, 1]) == 0.5
    assert fractal_value([3, 1]) == pytest.approx(1 - (9 + 1) / 16)
    assert fractal_value([]) == 0


# ---------------------------------------------------------------- organisations


@pytest.mark.parametrize(
    ("emails", "expected"),
    [
        (("ada@engines.co.uk",), ["engines.co.uk"]),
        (("ada@gmail.com", "ada@yahoo.co.jp", "ada@users.noreply.github.com"), []),
        (("ada@web.de", "ada@gmx.net", "ada@protonmail.com", "ada@hotmail.co.uk"), []),
        (("root@localhost", "ada@macbook.local", "x@10.0.0.1", "none", "x@host"), []),
        (("ada@b.org", "ada@a.org"), ["a.org", "b.org"]),
        (("ada@gmail.company.com",), ["gmail.company.com"]),
        (("ada@me.engines.com",), ["me.engines.com"]),
    ],
)
def test_what_counts_as_an_organisation(emails: tuple[str, ...], expected: list[str]) -> None:
    assert organisations(person("ada", *emails)) == expected


def test_elephant_factor_by_hand() -> None:
    people = [
        person("a", "a@one.org"),
        person("b", "b@two.org"),
        person("c", "c@two.org", "c@three.org"),
        person("d", "d@gmail.com"),
        person("e", "e@four.org", kind="bot"),
    ]
    counts = [4, 3, 2, 3, 9]
    authors = [index for index, count in enumerate(counts) for _ in range(count)]
    found = elephant_factor(facts([commit(n, author) for n, author in enumerate(authors)], people))

    # two.org 3 + 1, one.org 4, three.org 1: of 9, half is 4.5
    assert [(row.domain, row.people, row.commits) for row in found.items] == [
        ("one.org", 1, 4.0),
        ("two.org", 2, 4.0),
        ("three.org", 1, 1.0),
    ]
    assert (found.value, found.unaffiliated_share) == (2, 0.25)
    assert found.remark is None


def test_elephant_factor_of_nobody_carries_a_remark() -> None:
    found = elephant_factor(facts([commit(0)], [person("a", "a@gmail.com")]))

    assert (found.value, found.organisations, found.unaffiliated_share) == (0, 0, 1.0)
    assert found.remark


# ---------------------------------------------------------------- complexity and hotspots


def test_indentation_by_hand() -> None:
    text = b"def f():\n    if x:\n\t\treturn 1\n\n      \n        y\n  z"

    # levels 0, 1, 2, (blank), (blank), 2, 0
    assert indentation(text) == Indentation(lines=5, levels=5, deepest=2)


@pytest.mark.parametrize("text", [b"", b"\n\n", b" \t \n", b"\r\n  \r\n"])
def test_blank_text_has_no_complexity(text: bytes) -> None:
    assert indentation(text) == Indentation(0, 0, 0)


def test_percentile_is_the_share_not_larger() -> None:
    assert percentiles([0, 0, 3, 9]).tolist() == [0.5, 0.5, 0.75, 1.0]
    assert percentiles([]).tolist() == []


# ---------------------------------------------------------------- coupling


def test_coupling_by_hand() -> None:
    # a and b share 6 commits; a has 8 revisions, b 7; one more shared commit has too many files
    rows = [(n, path, 1, 0) for n in range(6) for path in "ab"]
    rows += [(6, "a", 1, 0), (7, "a", 1, 0), (8, "b", 1, 0)]
    rows += [(9, path, 1, 0) for path in "abcd"]
    found = co_changes(table(*rows), most_files=3, least=5)

    assert (found.left.tolist(), found.right.tolist(), found.shared.tolist()) == ([0], [1], [6])
    assert found.revisions[:2].tolist() == [8, 7]
    assert found.degree.tolist() == [pytest.approx(100 * 6 / 7.5)]


def test_a_file_named_twice_in_a_commit_counts_once() -> None:
    rows = [(0, "a", 1, 0), (0, "a", 1, 0), (0, "b", 1, 0)]

    assert co_changes(table(*rows), most_files=2, least=1).shared.tolist() == [1]


# ---------------------------------------------------------------- age, survival, lifetime


def test_the_lower_median() -> None:
    assert lower_median(np.array([5])) == 5
    assert lower_median(np.array([9, 1])) == 1
    assert lower_median(np.array([3, 1, 2])) == 2


def test_kaplan_meier_by_hand() -> None:
    # ten lines: two die at 1, one is last seen alive at 1, three die at 3, four are alive at 4
    curve = kaplan_meier(np.array([0, 2, 0, 3]), np.array([0, 1, 0, 0, 4]))

    assert curve.tolist() == pytest.approx([1, 0.8, 0.8, 0.8 * (1 - 3 / 7), 0.8 * 4 / 7])


def test_half_life_is_where_half_are_gone() -> None:
    known = facts(
        [commit(0), commit(1, 1, day=10), commit(2, day=30)],
        [person("a"), person("b")],
        files=[head_file("f", 4)],
        lines=Lines(["0", "1", "2"], {b"f": np.array([0, 0, 1, 2], dtype=np.int32)}),
        deaths=Deaths(np.array([0, 0, 1]), np.array([1, 2, 2]), np.array([3, 2, 1])),
    )
    found = lifetime(known)

    # died: 3 at 10 days, 1 at 20, 2 at 30; alive at 0, 20, 30, 30
    assert (found.died, found.alive) == (6, 4)
    at = {point.days: point.surviving for point in found.curve}
    assert at[9] == 1
    assert at[10] == pytest.approx(6 / 9, abs=1e-6)
    assert at[20] == pytest.approx(6 / 9 * 5 / 6, abs=1e-6)
    assert at[30] == pytest.approx(6 / 9 * 5 / 6 / 2, abs=1e-6)
    assert found.half_life_days == 30

    matrix = overwrites(known)
    assert [party.name for party in matrix.people] == ["A", "B"]
    assert matrix.lines == [[2, 3], [1, 0]]


def test_few_are_named_and_the_others_are_summed() -> None:
    people = [person(name) for name in "abc"]
    known = facts(
        [commit(0), commit(1, 1), commit(2, 2)],
        people,
        options=Options(cohorts_listed=1),
        survival=Survival(
            samples=np.array([0, 2], dtype=np.int32),
            quarters=np.array([2023 * 4 + 3, 2024 * 4, 2024 * 4 + 2], dtype=np.int32),
            by_quarter=np.array([[4, 0, 0], [3, 2, 5]]),
            by_person=np.array([[4, 0, 0], [3, 2, 5]]),
        ),
        deaths=Deaths(np.array([0, 0, 1]), np.array([1, 2, 2]), np.array([7, 1, 1])),
    )
    years, parties, matrix = by_year(known), by_person(known), overwrites(known)

    assert [(cohort.year, cohort.lines) for cohort in years.cohorts] == [(2023, [4, 3]), (2024, [0, 7])]
    assert [sample.sha for sample in years.samples] == ["0", "2"]
    assert [(cohort.person, cohort.name, cohort.lines) for cohort in parties.cohorts] == [
        ("a", "A", [4, 3]),
        (None, "2 others", [0, 7]),
    ]
    assert [party.person for party in matrix.people] == ["a", None]
    assert matrix.lines == [[0, 8], [0, 1]]


# ---------------------------------------------------------------- releases


def test_releases_by_hand() -> None:
    # 0 - 1 - 3(merge of 1, 2) - 4; 2 forks off 0
    commits = [
        commit(0, day=0),
        commit(1, day=2),
        commit(2, day=3, parents=(0,)),
        commit(3, day=5, parents=(1, 2)),
        commit(4, day=6),
    ]
    tags = [Tag("v2", 4, MONDAY + 10 * DAY), Tag("v1", 1, MONDAY + 4 * DAY), Tag("v2-again", 4, MONDAY + 12 * DAY)]
    found = releases(facts(commits, [person("a")], tags=tags))

    again, second, first = found.items
    assert (first.name, first.commits, first.lead_time_days, first.days_since_previous) == ("v1", 2, 3.0, None)
    # 2, 3 and 4 are new; the merge has no lead time of its own: 7 and 4 days
    assert (second.name, second.commits, second.lead_time_days, second.days_since_previous) == ("v2", 3, 5.5, 6.0)
    assert (again.commits, again.lead_time_days) == (0, None)
    assert (found.median_lead_time_days, found.median_days_between) == (4.25, 4.0)
    assert "DORA" in found.remark


def test_no_tags_no_releases() -> None:
    found = releases(facts([commit(0)], [person("a")]))

    assert (found.total, found.items, found.median_lead_time_days) == (0, [], None)
