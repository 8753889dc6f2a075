"""Dependencies in the report: of a bare repository, at head and through its history."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strata.analysis import analyze
from strata.options import Options
from strata.repository import open_repository
from strata.stack.dependencies.files import Files, GitFiles, MemoryFiles
from strata.stack.dependencies.own import own_files
from strata.stack.dependencies.past import Asked, ManifestLog, is_manifest
from strata.stack.inventory import read_inventory
from tests.unit.strata.history_builder import ADA, BEN, History

CONTENTS = {"go.mod": "module a\n", "b/package.json": "{}", "empty.tf": ""}


def memory(_folder: Path) -> Files:
    return MemoryFiles(CONTENTS)


def git_files(folder: Path) -> Files:
    history = History()
    history.commit({**CONTENTS, "node_modules/x/package.json": "{}"}, links={"link.tf": "go.mod"})
    repository = open_repository(history.write(folder / "r"))
    git = repository.git()
    return GitFiles(git, own_files(read_inventory(git, repository.resolve("HEAD"), lambda _progress: None)))


@pytest.mark.parametrize("make", [memory, git_files])
def test_files(tmp_path: Path, make: Any) -> None:
    files = make(tmp_path)

    assert list(files.paths()) == sorted(CONTENTS)
    assert dict(files.read(["go.mod", "b/package.json", "empty.tf"], 8)) == {
        "go.mod": None,
        "b/package.json": b"{}",
        "empty.tf": b"",
    }


def test_what_counts_at_head(tmp_path: Path) -> None:
    history = History()
    history.commit(
        {
            "package.json": '{"name": "app", "dependencies": {"a": "^1.0.0"}}',
            "package-lock.json": '{"packages": {"": {"dependencies": {"a": "^1.0.0"}}, "node_modules/a": '
            '{"version": "1.2.0"}}}',
            ".github/workflows/ci.yml": "jobs: {t: {steps: [{uses: actions/checkout@v4}]}}\n",
            "docs/requirements.txt": "sphinx\nbroken entry here\n",
            "node_modules/a/package.json": '{"dependencies": {"hidden": "1.0.0"}}',
            "left/go.mod": "module left\nrequire hidden.example v1.0.0\n",
            "third/go.mod": "module third\nrequire hidden.example v1.0.0\n",
            ".gitattributes": "third/** linguist-vendored\npackage-lock.json linguist-generated\n",
        }
    )
    report = analyze(open_repository(history.write(tmp_path / "r")), options=Options(exclude=("left/",)))
    stack = report.sections["stack"]

    assert [(each["purl"], each["direct"]) for each in stack["dependencies"]["listed"]] == [
        ("pkg:github/actions/checkout@v4", True),
        ("pkg:npm/a@1.2.0", True),
        ("pkg:pypi/sphinx", True),
    ]
    assert stack["dependencies"]["listed"][1]["evidence"] == [
        {"path": "package.json", "line": 1},
        {"path": "package-lock.json", "line": 1},
    ]
    assert stack["dependencies"]["by_ecosystem"][1] == {
        "ecosystem": "npm",
        "direct": 1,
        "transitive": 0,
        "unresolved": 0,
    }
    assert [(each["folder"], each["name"]) for each in stack["components"]] == [("", "app")]
    assert [(each["code"], each["path"], each["line"]) for each in stack["warnings"]["listed"]] == [
        ("skipped-entry", "docs/requirements.txt", 2)
    ]


def test_totals_count_what_is_not_listed(tmp_path: Path) -> None:
    history = History()
    history.commit({"requirements.txt": "a\nb==1\nc\n"})
    report = analyze(open_repository(history.write(tmp_path / "r")), options=Options(dependencies_listed=2))
    found = report.sections["stack"]["dependencies"]

    assert (found["direct"], len(found["listed"])) == (3, 2)
    assert found["by_ecosystem"][0]["unresolved"] == 2
    assert len(report.sections["activity"]["dependency_history"]["listed"]) == 2


def story(section: dict[str, Any]) -> dict[str, list[list[str]]]:
    return {each["name"]: [change["ranges"] for change in each["latest"]] for each in section["listed"]}


def eventful() -> History:
    history = History()
    history.commit({"requirements.txt": "flask>=1\nclick\n", "package-lock.json": "{}"})
    history.commit({"requirements.txt": "flask>=2\nclick\n"}, author=BEN)
    history.commit({"sub/requirements.txt": "flask==1.0\n"}, branch="side", start="main", author=BEN)
    history.commit({"a.py": "x = 1\n"})
    history.commit({"sub/requirements.txt": "flask==1.0\n"}, merge=("side",), author=ADA)
    history.commit({"requirements.txt": "flask>=2\n", "Cargo.toml": '[dependencies]\nserde = "1"\n'}, author=BEN)
    history.commit(renames={"requirements.txt": "moved/requirements.txt"})
    history.commit({"sub/requirements.txt": None, "Cargo.toml": "broken ["})
    return history


def test_history_names_commits_and_people(tmp_path: Path) -> None:
    repository = open_repository(eventful().write(tmp_path / "r"))
    report = analyze(repository)
    found = report.sections["activity"]["dependency_history"]
    people = {each.id: each.name for each in report.facts.people}
    by_name = {each["name"]: each for each in found["listed"]}

    assert (found["present"], found["gone"]) == (1, 2)
    assert story(found) == {
        "flask": [[">=1"], [">=2"], ["==1.0", ">=2"], [">=2"]],
        "serde": [["1"], []],
        "click": [[], []],
    }
    flask, click = by_name["flask"], by_name["click"]
    assert people[flask["first"]["person"]] == "Ada Lovelace"
    assert people[flask["latest"][1]["person"]] == "Ben Okri"
    assert flask["last"] is None
    assert flask["latest"][2]["commit"] == repository.resolve("HEAD~3")  # the merge brought it to the line
    assert click["last"]["commit"] == repository.resolve("HEAD~2")
    assert people[click["last"]["person"]] == "Ben Okri"


def test_history_in_steps_is_the_same(tmp_path: Path) -> None:
    repository = open_repository(eventful().write(tmp_path / "r"))
    for back in (5, 3, 2, 1, 0):
        report = analyze(repository, rev=f"HEAD~{back}", state=tmp_path / "state")
        whole = analyze(repository, rev=f"HEAD~{back}")

        assert report.engine.mode == ("full" if back == 5 else "incremental")
        assert report.sections["activity"] == whole.sections["activity"]
        assert report.sections["stack"] == whole.sections["stack"]


def test_only_new_versions_are_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository = open_repository(eventful().write(tmp_path / "r"))
    analyze(repository, rev="HEAD~1", state=tmp_path / "state")
    read: list[str] = []
    from strata.stack.dependencies import past

    parse = past.parse
    monkeypatch.setattr(past, "parse", lambda path, content: (read.append(path), parse(path, content))[1])
    analyze(repository, state=tmp_path / "state")

    assert read == ["Cargo.toml"]


def test_catalogs_and_central_versions_through_time(tmp_path: Path) -> None:
    history = History()
    csproj = '<Project><ItemGroup><PackageReference Include="Serilog" /></ItemGroup></Project>'
    central = (
        '<Project><ItemGroup><PackageVersion Include="Serilog" Version="{}" /><PackageVersion '
        'Include="Unused" Version="1" /></ItemGroup></Project>'
    )
    catalog = '[libraries]\na = "g:a:{}"\n'
    history.commit(
        {
            "App.csproj": csproj,
            "Directory.Packages.props": central.format("3.0.0"),
            "gradle/libs.versions.toml": catalog.format("1"),
        }
    )
    history.commit(
        {"Directory.Packages.props": central.format("3.1.0"), "gradle/libs.versions.toml": catalog.format("2")}
    )
    report = analyze(open_repository(history.write(tmp_path / "r")))

    assert story(report.sections["activity"]["dependency_history"]) == {
        "g:a": [["1"], ["2"]],
        "serilog": [["3.0.0"], ["3.1.0"]],
    }


ASKED = st.lists(
    st.builds(
        Asked, st.sampled_from(["npm", "pypi"]), st.sampled_from("ab"), st.sampled_from(["", "1", "2"]), st.booleans()
    ),
    max_size=3,
    unique=True,
)  # fmt: skip
ROWS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["x", "y"]), ASKED), max_size=12)


@given(ROWS)
def test_the_past_is_what_a_look_at_each_commit_shows(rows: list[tuple[int, str, list[Asked]]]) -> None:
    log = ManifestLog()
    there: dict[str, list[Asked]] = {}
    expected: dict[tuple[str, str], list[tuple[bool, tuple[str, ...]]]] = {}
    for commit, (_, path, asked) in enumerate(rows):
        log.versions.append((path, str(commit)))
        log.asked.append(tuple(asked))
        log.rows.append((commit, commit))
        there[path] = asked
        for package in {each[:2] for _, _, some in rows for each in some}:
            now = [each for some in there.values() for each in some if each[:2] == package]
            present = any(each.present for each in now)
            ranges = tuple(sorted({each.range for each in now if each.range})) if present else ()
            seen = expected.setdefault(package, [])
            if (seen or present) and (not seen or seen[-1] != (present, ranges)):
                seen.append((present, ranges))

    found = {
        (each.ecosystem, each.name): [(it.present, it.ranges) for it in each.changes]
        for each in log.past(lambda _path: True)
    }
    again = ManifestLog()
    again.restore(log.columns())

    assert found == {package: changes for package, changes in expected.items() if changes}
    assert again.past(lambda _path: True) == log.past(lambda _path: True)
    assert again.columns()["versions"].tobytes() == log.columns()["versions"].tobytes()


def test_lock_files_and_copies_are_no_manifests() -> None:
    assert [
        path
        for path in ("package.json", "yarn.lock", "Package.resolved", "vendor/a/go.mod", "a.py")
        if is_manifest(path)
    ] == ["package.json"]
