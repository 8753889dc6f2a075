"""Ports, secrets, environments, what an edit restarts, what a demo serves and prints."""

from __future__ import annotations

import io
import json
import stat
import subprocess
from pathlib import Path

import pytest
from rich.console import Console

from local_stack import demo, environment, reload, secrets, summary
from local_stack.certificates import Identity
from local_stack.environment import Addresses
from local_stack.home import CHECKOUT, Home
from local_stack.nats import Nats
from local_stack.postgres import Postgres

ADDRESSES = Addresses(gateway=1, auth=2, jobs=3, analyzer=4, github=5, postgres=6, nats=7, nats_monitor=8)


def test_secrets_are_their_owners_only_and_stay(tmp_path: Path) -> None:
    file = tmp_path / "secrets.json"
    assert secrets.load(file) is None
    made = secrets.generate(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert secrets.load(file) == made
    # a stack of before there was a need for them keeps its data, and gets them once
    before = {name: value for name, value in json.loads(file.read_text()).items() if name != "jobs_vault_keys"}
    file.write_text(json.dumps(before))
    added = secrets.load(file)
    assert added is not None
    assert (added.postgres, len(added.jobs_vault_keys)) == (made.postgres, 1)
    assert secrets.load(file) == added
    assert file.stat().st_mode & 0o777 == 0o600
    file.write_text('{"postgres": "of an older form"}')
    assert secrets.load(file) is None


@pytest.fixture
def environments(tmp_path: Path):
    identity = Identity(tmp_path, tmp_path, tmp_path)
    return environment.of_services(
        home=Home(tmp_path),
        addresses=ADDRESSES,
        secrets=secrets.generate(tmp_path / "secrets.json"),
        identities=dict.fromkeys(environment.SERVICES, identity),
        postgres=Postgres(data=tmp_path / "pg", port=6, password="superuser"),
        nats=Nats(data=tmp_path, config=tmp_path, port=7, monitor_port=8, passwords={}),
    )


def test_a_service_is_given_its_own_settings_only(environments: dict[str, dict[str, str]]) -> None:
    for service, variables in environments.items():
        others = [f"{other.upper()}_" for other in environment.SERVICES if other != service]
        assert not [name for name in variables if name.startswith((*others, "GITHUB_", "PYTEST_"))]
        assert "superuser" not in "".join(variables.values())
    assert not {"GATEWAY_DATABASE_URL", "GATEWAY_NATS_URL", "ANALYZER_DATABASE_URL"} & {
        name for variables in environments.values() for name in variables
    }


def test_what_the_caller_sets_wins_for_that_service(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("AUTH_GITHUB_URL", "https://github.com")
    environments = request.getfixturevalue("environments")
    assert environments["auth"]["AUTH_GITHUB_URL"] == "https://github.com"
    assert not [name for name in environments["jobs"] if name.startswith("AUTH_")]


@pytest.mark.parametrize(
    ("file", "parts"),
    [
        ("services/auth/auth/api.py", ["auth"]),
        ("libs/kit/kit/bus.py", ["auth", "jobs", "analyzer", "gateway"]),
        ("libs/strata/strata/tree.py", ["auth", "jobs", "analyzer", "gateway"]),
        ("deploy/local/local_stack/github/git.py", ["github"]),
        ("tests/unit/test_x.py", []),
    ],
)
def test_an_edit_restarts_who_uses_it(file: str, parts: list[str]) -> None:
    assert reload.affected({CHECKOUT / file}) == parts


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=N", "-c", "user.email=n@example.com", *arguments], check=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "My Project"
    git("init", "-q", str(folder))
    git("-C", str(folder), "commit", "-q", "--allow-empty", "-m", "one")
    return folder


def test_alocal_repository_is_listed_once_under_a_free_name(tmp_path: Path, repository: Path) -> None:
    home = Home(tmp_path / "home")
    assert demo.serve(home, repository / ".git", "orchard") == "alice/orchard-2"
    assert demo.serve(home, repository / ".git", "again") == "alice/orchard-2"
    assert demo.serve(home, tmp_path / "other", "orchard") == "alice/orchard-3"
    assert len(json.loads(home.repositories.read_text())) == 2


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda folder: None, "is neither an address (https://…) nor a folder"),
        (lambda folder: folder.mkdir(), "is not a git repository"),
        (lambda folder: folder.write_text(""), "is a file, not a git repository"),
        (lambda folder: git("init", "-q", str(folder)), "has no commits yet"),
    ],
)
async def test_a_users_mistake_is_a_sentence_before_anything_starts(tmp_path: Path, make, sentence: str) -> None:
    make(tmp_path / "it")
    screen = io.StringIO()
    home = Home(tmp_path / "home")
    code = await demo.run(
        home, Console(file=screen, width=300), repo=str(tmp_path / "it"), stop_after=True, verbose=False
    )
    assert code == 1
    assert sentence in screen.getvalue()
    assert not home.root.exists()


def test_a_report_is_summed_up(tmp_path: Path) -> None:
    from local_stack.github import sample
    from strata.analysis import analyze
    from strata.repository import open_repository

    made = sample.create(tmp_path)[0]
    report = json.loads(analyze(open_repository(made.git_dir)).model_dump_json())
    screen = io.StringIO()
    summary.show(report, Console(file=screen, width=120))
    text = screen.getvalue()
    assert "72 commits" in text
    assert "Alice Adler" in text
    assert "dependabot[bot] (bot)" in text
    assert "Python" in text
    assert "Truck factor" in text
    summary.show(report | {"sections": {}}, Console(file=io.StringIO()))
