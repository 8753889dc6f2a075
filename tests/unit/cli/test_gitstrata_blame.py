from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.exits import EXIT_CODES
from cli.main import app
from tests.unit.strata.generated_history import generated
from tests.unit.strata.history_builder import BEN, MONDAY, History, blamed, text_files

run = CliRunner().invoke


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    history = History()
    history.commit({"src/a.py": "one\ntwo\n", "b.bin": b"\0"}, time=MONDAY, links={"link": "src/a.py"})
    history.commit({"src/a.py": "one\n2\t\x1b[31m\n\xe9"}, author=BEN, time=MONDAY + 86_400)
    history.commit({".mailmap": "Benjamin Okri <ben@example.org>\n"}, time=MONDAY + 86_401)
    return history.write(tmp_path / "r", bare=False)


def test_each_line_with_its_owner(repository: Path) -> None:
    result = run(app, ["blame", str(repository), "src/a.py"])
    first, second, third = result.stdout.splitlines()

    assert first.split()[1:] == ["Ada", "Lovelace", "2024-01-01", "1", "one"]
    assert second.endswith("2024-01-02 2 2\t\N{REPLACEMENT CHARACTER}[31m")
    assert third.endswith("3 \xe9")
    assert "Benjamin Okri" in second
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize("place", ["./src/a.py", "src/../src/a.py", "/src/a.py"])
def test_a_path_of_the_work_tree_will_do(repository: Path, place: str) -> None:
    file = str(repository) + place if place.startswith("/") else place

    assert run(app, ["blame", str(repository), file]).stdout.count("\n") == 3


def test_json(repository: Path) -> None:
    lines = json.loads(run(app, ["blame", str(repository), "src/a.py", "--format", "json"]).stdout)

    assert [(line["line"], line["name"], line["time"]) for line in lines] == [
        (1, "Ada Lovelace", "2024-01-01T00:00:00Z"),
        (2, "Benjamin Okri", "2024-01-02T00:00:00Z"),
        (3, "Benjamin Okri", "2024-01-02T00:00:00Z"),
    ]


def test_at_another_revision(repository: Path) -> None:
    assert "Ben" not in run(app, ["blame", str(repository), "src/a.py", "--rev", "HEAD~2"]).stdout


def test_the_commits_are_those_of_git_blame(tmp_path: Path) -> None:
    folder = generated(7).write(tmp_path / "r")
    for path in text_files(folder):
        lines = json.loads(run(app, ["blame", str(folder), "--format", "json", "--", path.decode()]).stdout)
        assert [line["commit"] for line in lines] == blamed(folder, path)


def test_the_state_says_the_same(tmp_path: Path) -> None:
    folder = generated(9).write(tmp_path / "r")
    state = tmp_path / "state"
    assert run(app, ["analyze", str(folder), "--state", str(state)]).exit_code == 0
    for path in text_files(folder):
        plain, kept = (
            run(app, ["blame", str(folder), "--format", "json", *with_state, "--", path.decode()]).stdout
            for with_state in ([], ["--state", str(state)])
        )
        assert plain == kept


def test_a_state_of_another_commit_or_none_is_passed_over(repository: Path, tmp_path: Path) -> None:
    state = tmp_path / "state"
    run(app, ["analyze", str(repository), "--rev", "HEAD~1", "--state", str(state)])
    plain = run(app, ["blame", str(repository), "src/a.py"]).stdout

    for file in (state, tmp_path / "none"):
        assert run(app, ["blame", str(repository), "src/a.py", "--state", str(file)]).stdout == plain


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("none.py", "There is no file"),
        ("src", "is a folder"),
        ("b.bin", "binary"),
        ("link", "no regular file"),
        ("../x", "There is no file"),
        ("", "There is no file"),
        (":(glob)**", "There is no file"),
    ],
)
def test_what_has_no_lines(repository: Path, file: str, said: str) -> None:
    result = run(app, ["blame", str(repository), file])

    assert result.exit_code == EXIT_CODES["unknown_file"]
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
