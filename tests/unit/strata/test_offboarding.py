"""What would go with a chosen set of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from strata.analysis import analyze
from strata.errors import UnknownPerson
from strata.options import Options
from strata.people.directory import Person, find
from strata.repository import Repository, open_repository
from tests.unit.strata.history_builder import ADA, BEN, History

ADA_NAME, ADA_EMAIL = ADA.rstrip(">").split(" <")
BEN_EMAIL = BEN.rstrip(">").split(" <")[1]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Ada alone wrote `ada.py` (6 lines), Ben `ben.py` (3), and the line of `both.py` that she wrote first.

    Of `both.py` she is the author all the same: 3.293 + 1.098 + 0.164 - 0.321·ln 2 = 4.33, he has 3.23.
    """
    history = History()
    history.commit({"ada.py": "a\n" * 6, "both.py": "1\n"}, author=ADA)
    history.commit({"ben.py": "b\n" * 3}, author=BEN)
    history.commit({"both.py": "2\n"}, author=BEN)
    return open_repository(history.write(tmp_path / "r"))


def test_nobody_is_asked_for(repository: Repository) -> None:
    assert analyze(repository).sections["ownership"]["offboarding"] is None


def test_one_of_two_goes(repository: Repository) -> None:
    plain = analyze(repository).sections["ownership"]
    ownership = analyze(repository, options=Options(without=(ADA_EMAIL.upper(),))).sections["ownership"]
    found = ownership.pop("offboarding")

    assert ownership == {name: value for name, value in plain.items() if name != "offboarding"}
    assert [(row["name"], row["lines"], row["share"], row["files"]) for row in found["people"]] == [
        (ADA_NAME, 6, 0.6, 2)
    ]
    assert (found["lines"], found["share"], found["knowledge_loss"]) == (6, 0.6, 0.6)
    assert [(row["path"], row["lines"]) for row in found["orphans"]["items"]] == [
        ("ada.py", 6),
        ("both.py", 1),
    ]
    assert (found["orphans"]["total"], found["orphans"]["lines"]) == (2, 7)
    assert found["truck_factor"]["value"] == 0  # one file of three has an author left


def test_all_go(repository: Repository) -> None:
    options = Options(without=(ADA_NAME, BEN_EMAIL), files_listed=1)
    found = analyze(repository, options=options).sections["ownership"]["offboarding"]

    assert found["share"] == found["knowledge_loss"] == 1.0
    assert (found["orphans"]["total"], found["orphans"]["lines"], len(found["orphans"]["items"])) == (3, 10, 1)
    assert found["truck_factor"]["value"] == 0


def test_somebody_unknown(repository: Repository) -> None:
    with pytest.raises(UnknownPerson, match=r"goes by 'eve@example\.com'"):
        analyze(repository, options=Options(without=("eve@example.com",)))


def test_people_are_found_by_what_they_are_called() -> None:
    people = [
        Person("p1", "Ann", ("ann@x.org", "a@y.org"), "annie", "human"),
        Person("p2", "Sam", ("sam@x.org",), None, "human"),
        Person("p3", "sam", ("s@y.org",), None, "human"),
    ]
    assert [find(people, wanted) for wanted in ("p2", " A@Y.org", "Annie", "ANN")] == [1, 0, 0, 0]
    with pytest.raises(UnknownPerson, match=r"2 people go by 'Sam'\. Name one"):
        find(people, "Sam")
    with pytest.raises(UnknownPerson):
        find(people, " ")
