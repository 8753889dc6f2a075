"""docs/cli.md and the step of GitHub Actions say what the command does."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer.main
import yaml
from typer.core import TyperGroup

from cli.exits import EXIT_CODES, REMOTE_EXIT_CODES
from cli.main import app

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
ACTION = ROOT / "deploy" / "github-action"
LOCAL = {"analyze", "blame", "sbom", "explain"}


def remote_commands() -> dict[str, Any]:
    root = typer.main.get_command(app)
    assert isinstance(root, TyperGroup)
    found: dict[str, Any] = {}
    for name, command in root.commands.items():
        if isinstance(command, TyperGroup):
            found |= {f"{name} {inner}": each for inner, each in command.commands.items()}
        elif name not in LOCAL:
            found[name] = command
    return found


def test_every_command_and_no_other_is_on_the_page() -> None:
    rows = [row.split(" ") for row in re.findall(r"^\| `gitstrata ([^`]+)` \|", PAGE, re.MULTILINE)]
    named = {" ".join(word for word in row if re.fullmatch("[a-z-]+", word)) for row in rows}

    assert named == set(remote_commands())


def test_every_option_that_the_page_names_is_one() -> None:
    options = {option for command in remote_commands().values() for each in command.params for option in each.opts}
    options |= {
        option for command in remote_commands().values() for each in command.params for option in each.secondary_opts
    }

    assert set(re.findall(r"--[a-z][a-z-]+", PAGE)) - options == set()


def test_every_command_says_where_to_and_what_it_ends_with() -> None:
    for name, command in remote_commands().items():
        options = {option for each in command.params for option in each.opts}
        assert "--server" in options, name
        assert "20 analysis failed" in (command.epilog or ""), name
        assert not any("token" in option for option in options if option.startswith("--")), name


@pytest.mark.parametrize(("kind", "number"), REMOTE_EXIT_CODES.items())
def test_every_exit_code_is_on_the_page(kind: str, number: int) -> None:
    assert f"| {number} | {kind.replace('_', ' ')}: " in PAGE


def test_exit_codes_mean_one_thing() -> None:
    assert len(set(REMOTE_EXIT_CODES.values())) == len(REMOTE_EXIT_CODES)
    assert not set(REMOTE_EXIT_CODES.values()) & (set(EXIT_CODES.values()) | {0, 1, 2})


def test_starting_loads_neither_the_engine_nor_a_client() -> None:
    heavy = ["numpy", "pyarrow", "pydantic", "httpx", "gitstrata_client", "jinja2", "strata.analysis"]
    said = subprocess.run(
        [sys.executable, "-c", f"import sys, cli.main; print([name for name in {heavy} if name in sys.modules])"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout == "[]\n"


def test_nothing_from_outside_is_read_as_a_command_by_the_step() -> None:
    action = yaml.safe_load((ACTION / "action.yml").read_text(encoding="utf-8"))

    steps = action["runs"]["steps"]
    assert [step["run"] for step in steps if "run" in step and "${{" in step["run"]] == []
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert [name for name in (*action["inputs"], *action["outputs"]) if f"`{name}`" not in page] == []


def test_the_step_submits_waits_and_keeps_the_report(tmp_path: Path) -> None:
    command = tmp_path / "gitstrata" / "bin" / "gitstrata"
    command.parent.mkdir(parents=True)
    said = tmp_path / "said"
    command.write_text(
        f'#!/bin/sh\nprintf "%s|" "$@" >> {said}\necho >> {said}\n[ "$1" = submit ] && echo id-1 || true\n'
    )
    command.chmod(0o755)
    environment = {
        "PATH": "/usr/bin:/bin",
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_RUN_ID": "7",
        "GITHUB_RUN_ATTEMPT": "2",
        "REPOSITORY": "https://git.example/a b;c",
        "REF": "$(id)",
        "FAIL_ON": "ownership.truck_factor<2\n\nstack.warnings > 0\n",
        "TIMEOUT": "60",
        "REPORT": "report.json",
    }
    subprocess.run(["bash", str(ACTION / "analyse.sh")], env=environment, check=True)

    assert said.read_text().splitlines() == [
        "submit|https://git.example/a b;c|--ref|$(id)|--idempotency-key|github-7-2|",
        "watch|id-1|--timeout|60|",
        "result|id-1|--out|report.json|--fail-on|ownership.truck_factor<2|--fail-on|stack.warnings > 0|",
    ]
    assert (tmp_path / "output").read_text() == "id=id-1\n"
