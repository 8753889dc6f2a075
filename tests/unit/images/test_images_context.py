"""What images are made of: what a Dockerfile copies reaches the builder, and what programs import is installed."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
COPY = re.compile(r"^COPY (?!--from)(.+) \S+$", re.MULTILINE)
DOCKERFILES = sorted((ROOT / "deploy/docker").glob("*/Dockerfile"))


@pytest.mark.parametrize("dockerfile", DOCKERFILES, ids=lambda path: path.parent.name)
def test_the_builder_gets_what_a_dockerfile_copies(dockerfile: Path) -> None:
    let_through = [
        line.removeprefix("!") for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")
    ]
    copied = [source for sources in COPY.findall(dockerfile.read_text()) for source in sources.split()]
    held_back = [
        source for source in copied if "[" not in source and not any(_within(source, each) for each in let_through)
    ]
    assert copied
    assert held_back == []


def test_the_github_stand_in_has_what_it_imports() -> None:
    dockerfile = (ROOT / "deploy/docker/github-standin/Dockerfile").read_text()
    needs = {name.replace("-", "_") for name in re.findall(r"install.sh needs (.+)", dockerfile)[0].split()}
    modules = {*needs, "pydantic", "jwt", "local_stack", "deploy"} | sys.stdlib_module_names
    programs = [
        *(ROOT / "deploy/local/local_stack/github").rglob("*.py"),
        ROOT / "deploy/kind/images/github_standin.py",
    ]
    imported = {name.partition(".")[0] for program in programs for name in _imports(program)}
    assert sorted(imported - modules) == []


def _imports(program: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(program.read_text())))
    direct = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return direct | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}


def _within(source: str, folder: str) -> bool:
    return source == folder or source.startswith(f"{folder}/")
