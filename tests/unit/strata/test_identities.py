"""What a caller says about people: who is one person, and what kind they are."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from strata.analysis import analyze
from strata.options import Options
from strata.people.mailmap import check_mailmap
from strata.repository import open_repository
from tests.unit.strata.history_builder import ADA, BEN, History

OLD = "A. Byron <byron@old.example>"
HOME = "ada <ada@home.example>"
CI = "Builder <ci@example.org>"


@pytest.fixture
def history(tmp_path: Path) -> Path:
    history = History()
    history.commit({".mailmap": "Ada King <ada@home.example> <byron@old.example>\n", "a": "1\n"}, author=ADA)
    history.commit({"b": "1\n2\n"}, author=HOME)
    history.commit({"c": "1\n2\n3\n"}, author=OLD)
    history.commit({"d": "1\n2\n3\n4\n"}, author=BEN, message=f"pair\n\nCo-authored-by: {OLD}")
    history.commit({"e": "1\n"}, author=CI)
    return history.write(tmp_path / "r")


def people(folder: Path, **options: Any) -> dict[str, dict[str, Any]]:
    sections = analyze(open_repository(folder), options=Options(**options)).sections
    return {row["name"]: row for row in sections["contributors"]["people"]}


def test_the_callers_mailmap_comes_on_top_of_the_repositorys(history: Path) -> None:
    assert set(people(history)) == {"Ada Lovelace", "Ada King", "Ben Okri", "Builder"}
    # named as the report shows them, which is as the repository's own mailmap does
    merged = people(history, mailmap="# one person\nAda Lovelace <ada@example.org> <ada@home.example>\n")
    assert set(merged) == {"Ada Lovelace", "Ben Okri", "Builder"}
    assert (merged["Ada Lovelace"]["commits"], merged["Ada Lovelace"]["co_authored"]) == (4, 1)
    # named as the commits are, against what the repository's own mailmap says
    apart = people(history, mailmap="Annabella <annabella@example.org> <byron@old.example>")
    assert set(apart) == {"Ada Lovelace", "ada", "Annabella", "Ben Okri", "Builder"}


def test_ids_of_other_people_stay_and_lines_go_to_whom_was_said(history: Path) -> None:
    before, after = people(history), people(history, mailmap="<ben@example.org> <ci@example.org>")
    assert after["Ada King"]["id"] == before["Ada King"]["id"]
    assert after["Ben Okri"]["id"] == before["Ben Okri"]["id"]
    report = analyze(open_repository(history), options=Options(mailmap="<ben@example.org> <ci@example.org>"))
    assert {row["name"]: row["lines"] for row in report.sections["ownership"]["people"]}["Ben Okri"] == 5


def test_kinds_are_what_the_caller_says_and_rules_that_name_nobody_are_told(history: Path) -> None:
    kinds = {"ci@example.org": "bot", "Ben Okri": "agent", "nobody": "bot"}
    report = analyze(open_repository(history), options=Options(kinds=kinds))
    assert {row["name"]: row["kind"] for row in report.sections["contributors"]["people"]} == {
        "Ada Lovelace": "human",
        "Ada King": "human",
        "Ben Okri": "agent",
        "Builder": "bot",
    }
    assert report.sections["contributors"]["kind_rules"] == [
        {"who": "ci@example.org", "kind": "bot", "people": 1},
        {"who": "Ben Okri", "kind": "agent", "people": 1},
        {"who": "nobody", "kind": "bot", "people": 0},
    ]
    assert report.sections["overview"]["people"] == {"total": 4, "human": 2, "bot": 1, "agent": 1}


def test_a_saved_state_is_good_whoever_is_one_person(history: Path, tmp_path: Path) -> None:
    repository, state = open_repository(history), tmp_path / "state"
    analyze(repository, state=state)
    options = Options(mailmap="<ben@example.org> <ci@example.org>", kinds={"ben@example.org": "bot"})
    again = analyze(repository, options=options, state=state)
    assert again.engine.mode == "incremental"
    assert again.sections == analyze(repository, options=options).sections


@pytest.mark.parametrize(
    "text",
    ["Ada", "<a@b>", "Ada <>", "Ada <a@b", "Ada <a b> <c@d>", "Ada <a@b> <c@d> <e@f>", "Ada <a@b> x", "A\x00 <a@b>"],
)
def test_lines_that_say_nothing_are_refused_by_number(text: str) -> None:
    with pytest.raises(ValidationError, match="Line 2 "):
        Options(mailmap=f"# comment\n{text}\n")


@pytest.mark.parametrize(
    "kinds", [{"": "bot"}, {"x" * 321: "bot"}, {"a": "robot"}, {str(n): "bot" for n in range(201)}]
)
def test_what_is_no_kind_is_refused(kinds: Any) -> None:
    with pytest.raises(ValidationError):
        Options(kinds=kinds)


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ("Countess <ada@example.org> # a comment", ("Countess", ["ada@example.org"])),
        ("<countess@example.org> <ADA@example.org>", ("Ada Lovelace", ["countess@example.org"])),
        ("Countess <countess@example.org> <ada@example.org>", ("Countess", ["countess@example.org"])),
        ("C # <c@example.org> Ada Lovelace <ada@example.org>", ("C #", ["c@example.org"])),
        ("C <c@example.org> Somebody Else <ada@example.org>", ("Ada Lovelace", ["ada@example.org"])),
    ],
)
def test_every_form_of_an_entry_does_what_git_says(history: Path, entry: str, named: tuple[str, list[str]]) -> None:
    assert named in [(row["name"], row["emails"]) for row in people(history, mailmap=entry).values()]


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_taken_or_refused_with_a_sentence(text: str) -> None:
    try:
        taken = check_mailmap(text)
    except ValueError as error:
        taken = str(error)
    assert taken == text or taken.startswith("Line ")
