"""The health of dependencies, told from the files of one commit."""

from __future__ import annotations

from pathlib import Path

import pytest

from strata.analysis import analyze
from strata.options import Options
from strata.repository import open_repository
from strata.stack.health.model import Finding
from tests.unit.strata.health.examined import examined
from tests.unit.strata.history_builder import History


def told(files: dict[str, str], code: str) -> list[tuple[str | None, str | None, tuple[str, ...]]]:
    return [(each.folder, each.name, each.values) for each in found(files, code)]


def found(files: dict[str, str], code: str) -> list[Finding]:
    return [each for each in examined(files).findings if each.code == code]


def test_several_versions_of_one_package() -> None:
    files = {
        "Cargo.toml": '[package]\nname = "x"\n[dependencies]\na = "1"\n',
        "Cargo.lock": '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+x"\n'
        '[[package]]\nname = "a"\nversion = "0.9.0"\nsource = "registry+x"\n'
        '[[package]]\nname = "b"\nversion = "1.0.0"\nsource = "registry+x"\n',
        "Dockerfile": "FROM python:3.11@sha256:00 AS a\nFROM python:3.12@sha256:01\n",
    }
    (finding,) = found(files, "several-versions")

    assert (finding.name, finding.values) == ("a", ("0.9.0", "1.0.0"))
    assert [(place.path, place.line) for place in finding.evidence] == [("Cargo.lock", 5), ("Cargo.lock", 1)]
    assert finding.message == "a is there at 2 versions: 0.9.0, 1.0.0."


def test_several_ranges_across_components() -> None:
    files = {
        "a/package.json": '{"dependencies": {"x": "^1", "y": "^2"}, "peerDependencies": {"z": "*"}}',
        "b/package.json": '{"dependencies": {"x": "^2", "y": "^2", "z": "1"}}',
    }

    assert told(files, "several-ranges") == [(None, "x", ("^1", "^2"))]


def test_what_can_be_moved() -> None:
    commit = "8f4b7f84864484a7bf31766abe9204da3cbe65b3"
    files = {
        "Dockerfile": "FROM alpine\nFROM debian:latest\nFROM python:3.12\nFROM redis@sha256:0123456789\n",
        ".github/workflows/ci.yml": f"jobs: {{t: {{steps: [{{uses: a/b@v4}}, {{uses: c/d@{commit}}}]}}}}\n",
        ".pre-commit-config.yaml": "repos:\n- repo: https://github.com/e/f\n  rev: v1\n  hooks: []\n",
    }

    assert told(files, "latest-image") == [(None, "library/alpine", ()), (None, "library/debian", ("latest",))]
    assert told(files, "image-by-tag") == [(None, "library/python", ("3.12",))]
    assert told(files, "action-by-tag") == [(None, "a/b", ("v4",))]


def test_versions_that_are_left_open() -> None:
    files = {
        "requirements.txt": "a\nb>=1\nc==1.0\n",
        "app/requirements.in": "d\n",
        "app/requirements.txt": "d==1.0\n",
        "pyproject.toml": '[project]\nname = "p"\ndependencies = ["e"]\n[build-system]\nrequires = ["f"]\n',
        "build.gradle": "dependencies { implementation 'g:h:1.+'\n implementation 'g:i:1.0' }\n",
    }

    assert told(files, "open-range") == [("", None, ("g:h",)), ("", None, ("a", "b"))]


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        ({"package.json": '{"private": true, "name": "x", "dependencies": {"a": "1"}}'}, True),
        ({"package.json": '{"name": "x", "version": "1.0.0", "dependencies": {"a": "1"}}'}, False),
        ({"package.json": '{"name": "x", "version": "1.0.0", "dependencies": {"a": "1"}}', "Dockerfile": ""}, True),
        ({"package.json": '{"private": true, "dependencies": {"a": "1"}}', "bun.lockb": "binary"}, False),
        ({"package.json": '{"private": true, "peerDependencies": {"a": "1"}}'}, False),
        ({"Cargo.toml": '[package]\nname = "x"\n[dependencies]\na = "1"\n', "src/main.rs": ""}, True),
        ({"Cargo.toml": '[package]\nname = "x"\n[dependencies]\na = "1"\n', "src/lib.rs": ""}, False),
        ({"Cargo.toml": '[package]\nname = "x"\n[dependencies]\na = {path = "a"}\n', "src/main.rs": ""}, False),
        ({"go.mod": "module x\nrequire e.example/y v1.0.0\n"}, True),
        ({"go.mod": "module x\nrequire e.example/y v1.0.0\n", "go.sum": ""}, False),
        ({"Gemfile": "gem 'a'\n"}, True),
        ({"Gemfile": "gem 'a'\n", "x.gemspec": ""}, False),
        ({"Pipfile": '[packages]\na = "*"\n'}, True),
        ({"pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["a"]\n'}, True),
        (
            {
                "pyproject.toml": '[project]\nname = "x"\nversion = "1"\ndependencies = ["a"]\n'
                '[build-system]\nrequires = ["b"]\n'
            },
            False,
        ),
        ({"composer.json": '{"name": "x/y", "type": "project", "require": {"a/b": "^1"}}'}, True),
        ({"composer.json": '{"name": "x/y", "type": "library", "require": {"a/b": "^1"}}'}, False),
        ({"pubspec.yaml": "name: x\npublish_to: none\ndependencies:\n  a: ^1.0.0\n"}, True),
        ({"Podfile": "pod 'A'\n"}, True),
    ],
)
def test_missing_lockfiles_of_applications(files: dict[str, str], missing: bool) -> None:
    assert [each.folder for each in found(files, "missing-lockfile")] == ([""] if missing else [])


def test_members_have_the_lock_file_of_their_workspace() -> None:
    files = {
        "package.json": '{"private": true, "workspaces": ["a"]}',
        "a/package.json": '{"private": true, "dependencies": {"x": "^1"}}',
        "yarn.lock": '# yarn lockfile v1\n\nx@^1:\n  version "1.0.0"\n',
    }

    assert told(files, "missing-lockfile") == []


def test_lock_files_that_are_older_than_their_manifest() -> None:
    lock = '# yarn lockfile v1\n\na@^1:\n  version "1.0.0"\n\nb@^1:\n  version "1.2.0"\n'
    asked = '{"dependencies": {"a": "^1", "b": "^2", "c": "^1"}, "optionalDependencies": {"d": "1"}}'
    files = {"package.json": asked, "yarn.lock": lock}
    (finding,) = found(files, "outdated-lockfile")

    assert finding.values == ("b", "c")
    assert (
        finding.message
        == "yarn.lock is older than its manifest: b is asked for by ^2, and it has another range, and 1 more."
    )
    assert [place.path for place in finding.evidence] == ["yarn.lock", "package.json"]


def test_lock_files_whose_versions_are_out_of_range() -> None:
    files = {
        "pyproject.toml": '[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\na = ">=2"\nb = "^1"\n',
        "poetry.lock": '[[package]]\nname = "a"\nversion = "1.0"\n[[package]]\nname = "b"\nversion = "9.0"\n',
    }
    (finding,) = found(files, "outdated-lockfile")

    assert finding.values == ("a",)  # of Poetry's own forms of ranges nothing is said


def test_ranges_that_are_overridden_say_nothing_of_a_lock_file() -> None:
    files = {
        "package.json": '{"dependencies": {"a": "^1"}, "resolutions": {"**/a": "2.0.0"}}',
        "yarn.lock": '# yarn lockfile v1\n\na@2.0.0:\n  version "2.0.0"\n',
    }

    assert told(files, "outdated-lockfile") == []


def test_the_report_lists_as_many_as_are_asked_for(tmp_path: Path) -> None:
    history = History()
    history.commit({"requirements.txt": "a\n", "Dockerfile": "FROM x\nFROM y:1\n"})
    report = analyze(open_repository(history.write(tmp_path / "r")), options=Options(findings_listed=1))
    health = report.sections["stack"]["health"]

    assert health["count"] == 3
    assert {each["code"]: each["count"] for each in health["by_code"] if each["count"]} == {
        "latest-image": 1,
        "image-by-tag": 1,
        "open-range": 1,
    }
    assert health["listed"] == [
        {
            "code": "latest-image",
            "ecosystem": "docker",
            "folder": None,
            "name": "library/x",
            "values": [],
            "evidence": [{"path": "Dockerfile", "line": 1}],
            "message": "library/x is taken at its latest: nothing says which image that is.",
        }
    ]
