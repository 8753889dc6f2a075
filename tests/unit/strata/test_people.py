from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.history.commits import DAY, LATEST, authored_at
from strata.people.directory import merge
from strata.people.ident import Ident, github_login, key, normalise_email, parse_ident
from strata.people.kind import kind_of
from strata.repository import open_repository
from tests.unit.strata.history_builder import ADA, BEN, MONDAY, History

plain = st.text(st.characters(exclude_characters="<>", exclude_categories=("Cc", "Cs", "Zl", "Zp")))


@given(plain, plain)
def test_an_ident_survives_being_written(name: str, email: str) -> None:
    read = parse_ident(f"{name} <{email}>")

    if name.split() or email.strip():
        assert read == Ident(" ".join(name.split()), email.strip())
    else:
        assert read is None


@given(st.text())
def test_any_trailer_reads_as_one_line_or_nothing(text: str) -> None:
    read = parse_ident(text)

    if read is not None:
        again = f"{read.name} <{read.email}>"
        assert "\n" not in again
        assert "\0" not in again
        assert parse_ident(again) == read


@given(st.text(), st.text())
def test_any_raw_date_gives_a_time_that_a_calendar_has(when: str, committed: str) -> None:
    time, offset = authored_at(when, committed)

    assert 0 <= time <= LATEST
    assert abs(offset) <= 14 * 3600


def test_clocks() -> None:
    assert authored_at(f"{MONDAY} +0530", str(MONDAY)) == (MONDAY, 19_800)
    assert authored_at(f"{MONDAY} -0330", str(MONDAY)) == (MONDAY, -12_600)
    assert authored_at(f"{MONDAY} +9900", str(MONDAY)) == (MONDAY, 0)
    # a wrong author's clock gives way to the committer's
    assert authored_at("0 +0000", str(MONDAY)) == (MONDAY, 0)
    assert authored_at(f"{MONDAY + 2 * DAY} +0000", str(MONDAY)) == (MONDAY, 0)


@given(st.emails())
def test_addresses_are_normalised_once_for_all(email: str) -> None:
    assert normalise_email(normalise_email(f" {email.upper()} ")) == normalise_email(email.upper())


@pytest.mark.parametrize(
    ("email", "login"),
    [
        ("octocat@users.noreply.github.com", "octocat"),
        ("583231+Octocat@users.noreply.github.com", "octocat"),
        ("49699333+dependabot[bot]@users.noreply.github.com", "dependabot[bot]"),
        ("octocat@github.com", None),
        ("@users.noreply.github.com", None),
    ],
)
def test_github_login(email: str, login: str | None) -> None:
    assert github_login(email) == login


@given(
    st.lists(
        st.tuples(
            st.builds(Ident, st.sampled_from(["A", "a", ""]), st.sampled_from(["x@y", "X@Y", "", "z@y"])),
            st.integers(1, 9),
        )
    )
)
def test_merging_never_loses_anyone(uses: list[tuple[Ident, int]]) -> None:
    directory = merge(uses)

    assert set(directory.index) == {ident for ident, _ in uses}
    assert len(directory.people) == len({key(ident) for ident, _ in uses})
    assert len({person.id for person in directory.people}) == len(directory.people)


@pytest.mark.parametrize(
    ("name", "email", "kind"),
    [
        ("Ada Lovelace", "ada@example.org", "human"),
        ("Jan Bot", "jan@example.org", "human"),
        ("dependabot[bot]", "49699333+dependabot[bot]@users.noreply.github.com", "bot"),
        ("pyup-bot", "x@example.org", "bot"),
        ("Renovate Bot", "bot@renovateapp.com", "bot"),
        ("Someone", "noreply@anthropic.com", "agent"),
        ("Copilot", "198982749+Copilot@users.noreply.github.com", "agent"),
        ("google-labs-jules[bot]", "x@users.noreply.github.com", "agent"),
    ],
)
def test_kinds(name: str, email: str, kind: str) -> None:
    assert kind_of(Ident(name, email)) == kind


def contributors(folder: Path) -> dict[str, dict[str, Any]]:
    report = analyze(open_repository(folder))
    return {row["name"]: row for row in report.sections["contributors"]["people"]}


def test_mailmap_of_the_analysed_commit_applies_to_authors_and_co_authors(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.txt": "1\n"}, author="ada <ada@old.example>")
    history.commit({"a.txt": "1\n2\n"}, author=BEN, message="x\n\nCo-authored-by: ada <ADA@old.example>\n")
    history.commit({".mailmap": "Ada Lovelace <ada@example.org> <ada@old.example>\n"})
    people = contributors(history.write(tmp_path / "r"))

    assert set(people) == {"Ada Lovelace", "Ben Okri"}
    assert people["Ada Lovelace"]["emails"] == ["ada@example.org"]
    assert (people["Ada Lovelace"]["authored"], people["Ada Lovelace"]["co_authored"]) == (2, 1)
    assert people["Ada Lovelace"]["commit_share"] == pytest.approx(2.5 / 3)


def test_co_authors_share_commits_but_not_lines(tmp_path: Path) -> None:
    history = History()
    message = (
        "x\n\nCo-authored-by: Ben Okri <ben@example.org>\n"
        "Co-Authored-By: Cy <1+cy@users.noreply.github.com>\n"
        "Co-authored-by: Ada <ada@example.org>\nCo-authored-by: nobody\n"
    )
    history.commit({"a.py": "1\n2\n"}, message=message)
    people = contributors(history.write(tmp_path / "r"))

    assert set(people) == {"Ada Lovelace", "Ben Okri", "Cy"}
    assert [row["commit_share"] for row in people.values()] == [pytest.approx(1 / 3)] * 3
    assert (people["Ada Lovelace"]["lines"], people["Ben Okri"]["lines"]) == (2, 0)
    assert people["Cy"]["login"] == "cy"


def test_names_in_other_encodings_and_odd_names(tmp_path: Path) -> None:
    history = History()
    history.commit({"a.py": "1\n"}, author="José <jose@example.org>", encoding="iso-8859-1")
    history.commit({"b.py": "1\n"}, author="<nameless@example.org>")
    history.commit({"c.py": "1\n"}, author="No Address <>")
    people = contributors(history.write(tmp_path / "r"))

    assert set(people) == {"José", "nameless", "No Address"}


def test_a_person_keeps_their_id(tmp_path: Path) -> None:
    first, second = History(), History()
    first.commit({"a.py": "1\n"}, author=ADA)
    second.commit({"b.py": "2\n"}, author=BEN)
    second.commit({"b.py": "3\n"}, author="A. Lovelace <ADA@example.org>")

    one = contributors(first.write(tmp_path / "1"))["Ada Lovelace"]
    two = contributors(second.write(tmp_path / "2"))["A. Lovelace"]

    assert one["id"] == two["id"]
