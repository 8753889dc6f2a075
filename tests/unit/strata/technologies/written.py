"""The rules as they are written, and small files of our own that show one sign."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import Any

from strata.stack.dependencies.detect import counts, read_dependencies
from strata.stack.dependencies.files import MemoryFiles
from strata.stack.dependencies.registry import format_of
from strata.stack.technologies.recognise import Use, technologies

FOLDER = Path("libs/strata/technologies")
PROJECTS = {
    "npm:parse_package_json": '{{"dependencies": {{"{name}": "1.0.0"}}}}',
    "python_projects:parse_pyproject": '[project]\nname = "p"\ndependencies = ["{name}"]\n',
    "python_projects:parse_setup_py": 'from setuptools import setup\nsetup(install_requires=["{name}"])\n',
    "python_projects:parse_setup_cfg": "[options]\ninstall_requires =\n    {name}\n",
    "python_requirements:parse_requirements": "{name}==1.0\n",
    "go:parse_go_mod": "module example.org/m\n\nrequire {name} v1.0.0\n",
    "cargo:parse_cargo_toml": '[dependencies]\n{name} = "1"\n',
    "ruby:parse_gemfile": 'gem "{name}"\n',
    "ruby:parse_gemspec": 'Gem::Specification.new do |s|\n  s.add_dependency "{name}"\nend\n',
    "php:parse_composer_json": '{{"require": {{"{name}": "^1.0"}}}}',
    "dotnet:parse_project": '<Project><G><PackageReference Include="{name}" Version="1" /></G></Project>',
    "maven:parse_pom": (
        "<project><dependencies><dependency>"
        "<groupId>{group}</groupId><artifactId>{artifact}</artifactId><version>1.0</version>"
        "</dependency></dependencies></project>"
    ),
    "gradle:parse_gradle": 'dependencies {{ implementation("{name}:1.0") }}\n',
    "gradle:parse_gradle:plugin": 'plugins {{ id("{group}") version "1.0" }}\n',
    "pipelines:parse_workflow:docker": "jobs:\n  it:\n    container: {name}:1.0\nruns:\n  image: docker://{name}:1.0\n",
    "pipelines:parse_workflow:github": (
        "jobs:\n  it:\n    steps:\n      - uses: {name}@v1\nruns:\n  steps:\n    - uses: {name}@v1\n"
    ),
    "terraform:parse_terraform": 'terraform {{\n  required_providers {{\n    it = {{ source = "{name}" }}\n  }}\n}}\n',
    "terraform:parse_terraform:module": 'module "it" {{\n  source = "{name}"\n  version = "1.0.0"\n}}\n',
    "elixir:parse_mix": "defmodule M do\n  defp deps do\n    [{{:{name}, \"~> 1.0\"}}]\n  end\nend\n",
    "dart:parse_pubspec": "name: p\ndependencies:\n  {name}: 1.0.0\n",
    "apple:parse_package_swift": '.package(url: "https://{name}", from: "1.0.0")\n',
    "haskell:parse_cabal": "name: p\nlibrary\n  build-depends: base, {name}\n",
    "haskell:parse_stack": "resolver: lts-22.0\nextra-deps:\n  - {name}-1.0\n",
    "containers:parse_dockerfile": "FROM {name}:1.0\n",
    "containers:parse_compose": "services:\n  it:\n    image: {name}:1.0\n",
    "containers:parse_kubernetes": "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: {name}:1.0\n",
    "containers:parse_chart": "dependencies:\n  - name: {name}\n    version: 1.0.0\n    repository: https://example.org\n",
    "pipelines:parse_gitlab": "job:\n  image: {name}:1.0\n",
    "pipelines:parse_pre_commit:pypi": (
        "repos:\n  - repo: local\n    hooks:\n      - additional_dependencies: ['{name}']\n        language: python\n"
    ),
    "pipelines:parse_pre_commit:github": "repos:\n  - repo: https://github.com/{name}\n    rev: v1\n    hooks: []\n",
}  # fmt: skip
ANYWHERE = {
    "npm": "package.json", "pypi": "requirements.txt", "golang": "go.mod", "cargo": "Cargo.toml", "gem": "Gemfile",
    "composer": "composer.json", "nuget": "A.csproj", "hex": "mix.exs", "pub": "pubspec.yaml", "swift": "Package.swift",
    "hackage": "p.cabal", "docker": "compose.yaml", "helm": "Chart.yaml", "github": ".github/workflows/it.yml",
    "maven": "pom.xml", "terraform": "main.tf",
}  # fmt: skip
"""Where an ecosystem's packages may be asked for."""


@cache
def written() -> tuple[dict[str, Any], ...]:
    """All rules with their near misses and proofs."""
    return tuple(builder().written())


@cache
def builder() -> Any:
    """The program that makes what is shipped."""
    spec = importlib.util.spec_from_file_location("technologies_build", FOLDER / "build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def asking(path: str, ecosystem: str, name: str) -> str:
    """A manifest for `path` that asks for a package, and for nothing else."""
    found = format_of(path)
    assert found is not None, path
    group, _, artifact = name.partition(":")
    reader = found.reader
    if reader == "gradle:parse_gradle" and name.endswith(".gradle.plugin"):
        reader += ":plugin"
    elif reader in ("pipelines:parse_workflow", "pipelines:parse_pre_commit"):
        reader += f":{ecosystem}"
    elif reader == "terraform:parse_terraform" and name.count("/") == 2:
        reader += ":module"
    return PROJECTS[reader].format(name=name, group=group, artifact=artifact)


def showing(sign: str, path: str, text: str | None = None) -> dict[str, str]:
    """The one file at `path` that shows a sign: a package, or its own path, or a line in it."""
    if text is not None:
        return {path: text + "\n"}
    ecosystem, _, name = sign.partition("/")
    found = ecosystem in ANYWHERE and format_of(path) is not None and not path.endswith(sign)
    return {path: asking(path, ecosystem, name) if found else ""}


def shown(files: dict[str, str]) -> dict[str, Use]:
    """What files show, by id: one component each."""
    own = MemoryFiles({path: text for path, text in files.items() if counts(path)})
    return {use.technology: use for use in technologies(own, read_dependencies(MemoryFiles(files)))}


def packages(*asked: str) -> str:
    """A package.json."""
    return json.dumps({"dependencies": dict.fromkeys(asked, "1.0.0")})
