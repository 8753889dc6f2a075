"""`gitstrata sbom` on a repository with a manifest, a lock file and a workflow."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from typer.testing import CliRunner

from cli.main import app

FILES = {
    "package.json": '{"name": "shop", "version": "1.2.0", "license": "MIT", "dependencies": {"left-pad": "^1.3.0"},'
    ' "devDependencies": {"vite": "^6"}}',
    "package-lock.json": '{"lockfileVersion": 3, "packages": {"": {"dependencies": {"left-pad": "^1.3.0"}},'
    ' "node_modules/left-pad": {"version": "1.3.0"}}}',
    "service/requirements.txt": "flask>=3\n",
}


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    for command in (
        ("init", "-q"),
        ("add", "-A"),
        (*identity, "commit", "-q", "-m", "x", "--date", "2026-01-02T03:04:05Z"),
    ):
        environment = {"GIT_COMMITTER_DATE": "2026-01-02T03:04:05Z", "PATH": "/usr/bin:/bin:/usr/local/bin"}
        subprocess.run(["git", *command], cwd=folder, check=True, env=environment)
    return folder


def printed(repository: Path, *arguments: str) -> str:
    done = CliRunner().invoke(app, ["sbom", str(repository), *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_bill_is_valid_and_says_what_is_resolved(repository: Path) -> None:
    text = printed(repository)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    assert bill["metadata"]["timestamp"] == "2026-01-02T03:04:05+00:00"
    found = {each["purl"]: each for each in bill["components"] if "purl" in each}
    assert set(found) == {"pkg:npm/left-pad@1.3.0", "pkg:npm/vite", "pkg:pypi/flask"}
    told = {
        purl: {one["name"].removeprefix("gitstrata:"): one["value"] for one in each["properties"]}
        for purl, each in found.items()
    }
    assert told["pkg:npm/left-pad@1.3.0"] == {
        "resolved": "true",
        "direct": "true",
        "scope": "runtime",
        "range": "^1.3.0",
    }
    assert told["pkg:npm/vite"]["scope"] == "development"
    assert told["pkg:pypi/flask"]["resolved"] == "false"
    users = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert users["part:"] == ["pkg:npm/left-pad@1.3.0", "pkg:npm/vite", "pkg:pypi/flask"]


def test_the_same_commit_gives_the_same_bytes(repository: Path, tmp_path: Path) -> None:
    for form in ("cyclonedx", "spdx"):
        place = tmp_path / form
        printed(repository, "--format", form, "--out", str(place))
        assert place.read_text() == printed(repository, "--format", form)


def test_what_is_left_out_is_not_in_it(repository: Path) -> None:
    bill = json.loads(printed(repository, "--exclude", "service/**", "--format", "spdx"))
    assert "flask" not in {each["name"] for each in bill["packages"]}
    assert "left-pad" in {each["name"] for each in bill["packages"]}


def test_a_revision_that_is_not_there_is_refused(repository: Path) -> None:
    assert CliRunner().invoke(app, ["sbom", str(repository), "--rev", "none"]).exit_code == 5
