"""Which files are manifests or lock files, and who reads them. A reader is loaded when a file needs it."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from strata.stack.dependencies.model import Caveat, Manifest
from strata.stack.dependencies.reading.text import Source, Unreadable

Parser = Callable[[Source], Manifest]


@dataclass(frozen=True, slots=True)
class Format:
    """A form of file: those of the `names`, or whose whole path the `pattern` is found in."""

    reader: str
    names: tuple[str, ...] = ()
    pattern: str | None = None


FORMATS: tuple[Format, ...] = (
    Format("python_projects:parse_pyproject", ("pyproject.toml",)),
    Format("python_projects:parse_setup_cfg", ("setup.cfg",)),
    Format("python_projects:parse_setup_py", ("setup.py",)),
    Format("python_projects:parse_pipfile", ("Pipfile",)),
    Format("python_locks:parse_pipfile_lock", ("Pipfile.lock",)),
    Format(
        "python_locks:parse_python_lock",
        ("uv.lock", "poetry.lock", "pdm.lock", "pylock.toml"),
        pattern=r"(?:^|/)pylock\.[^/]+\.toml$",
    ),
    Format(
        "python_requirements:parse_requirements",
        pattern=r"(?:^|/)(?:[^/]*requirements?[^/]*\.(?:txt|in|pip)|requirements/(?:[^/]+/)?[^/]+\.(?:txt|in|pip)"
        r"|constraints[^/]*\.txt)$",
    ),
    Format("npm:parse_package_json", ("package.json",)),
    Format("npm:parse_package_lock", ("package-lock.json", "npm-shrinkwrap.json")),
    Format("npm:parse_yarn_lock", ("yarn.lock",)),
    Format("npm:parse_pnpm_lock", ("pnpm-lock.yaml",)),
    Format("npm:parse_pnpm_workspace", ("pnpm-workspace.yaml",)),
    Format("npm:parse_bun_lock", ("bun.lock",)),
    Format("go:parse_go_mod", ("go.mod",)),
    Format("go:parse_go_work", ("go.work",)),
    Format("cargo:parse_cargo_toml", ("Cargo.toml",)),
    Format("cargo:parse_cargo_lock", ("Cargo.lock",)),
    Format("maven:parse_pom", ("pom.xml",), pattern=r"(?:^|/)[^/]+\.pom$"),
    Format("gradle:parse_gradle", pattern=r"\.gradle(?:\.kts)?$"),
    Format("gradle:parse_catalog", pattern=r"\.versions\.toml$"),
    Format("gradle:parse_gradle_lock", pattern=r"(?:^|/)(?:buildscript-)?gradle\.lockfile$|gradle/dependency-locks/"),
    Format("ruby:parse_gemfile", ("Gemfile", "gems.rb"), pattern=r"(?:^|/)gemfiles/[^/]+\.gemfile$"),
    Format("ruby:parse_gemfile_lock", ("Gemfile.lock", "gems.locked"), pattern=r"\.gemfile\.lock$"),
    Format("ruby:parse_gemspec", pattern=r"(?:^|/)[^/]+\.gemspec$"),
    Format("php:parse_composer_json", ("composer.json",)),
    Format("php:parse_composer_lock", ("composer.lock",)),
    Format(
        "dotnet:parse_project",
        pattern=r"\.(?:cs|fs|vb)proj$|(?:^|/)Directory\.(?:Packages\.props|Build\.(?:props|targets))$",
    ),
    Format("dotnet:parse_packages_config", ("packages.config",)),
    Format("dotnet:parse_packages_lock", ("packages.lock.json",)),
    Format("dotnet:parse_paket_dependencies", ("paket.dependencies",)),
    Format("dotnet:parse_paket_lock", ("paket.lock",)),
    Format("apple:parse_package_swift", pattern=r"(?:^|/)Package(?:@swift-[\d.]+)?\.swift$"),
    Format("apple:parse_package_resolved", ("Package.resolved",)),
    Format("apple:parse_podfile", ("Podfile",)),
    Format("apple:parse_podfile_lock", ("Podfile.lock",)),
    Format("dart:parse_pubspec", ("pubspec.yaml", "pubspec_overrides.yaml")),
    Format("dart:parse_pubspec_lock", ("pubspec.lock",)),
    Format("elixir:parse_mix", ("mix.exs",)),
    Format("elixir:parse_mix_lock", ("mix.lock",)),
    Format("haskell:parse_cabal", pattern=r"(?:^|/)[^/]+\.cabal$"),
    Format("haskell:parse_cabal_freeze", ("cabal.project.freeze",)),
    Format("haskell:parse_hpack", ("package.yaml",)),
    Format("haskell:parse_stack", ("stack.yaml", "stack.yaml.lock")),
    Format("ocaml:parse_opam", ("opam",), pattern=r"\.opam(?:\.locked)?$"),
    Format("cpp:parse_conanfile_txt", ("conanfile.txt",)),
    Format("cpp:parse_conanfile_py", ("conanfile.py",)),
    Format("cpp:parse_conan_lock", ("conan.lock",)),
    Format("cpp:parse_vcpkg", ("vcpkg.json",)),
    Format("conda:parse_environment", pattern=r"(?:^|/)environment[^/]*\.ya?ml$"),
    Format("conda:parse_conda_lock", ("conda-lock.yml", "conda-lock.yaml")),
    Format("terraform:parse_terraform", pattern=r"\.(?:tf|tofu)$"),
    Format("terraform:parse_terraform_lock", (".terraform.lock.hcl",)),
    Format(
        "containers:parse_dockerfile",
        pattern=r"(?:^|/)(?:[^/]+\.)?(?:Dockerfile|Containerfile)(?:\.(?!eex$|erb$|j2$|tmpl$|tpl$|md$|in$)[^/]+)?$"
        r"|\.dockerfile$",
    ),
    Format("containers:parse_compose", pattern=r"(?:^|/)(?:docker-)?compose[^/]*\.ya?ml$"),
    Format("containers:parse_chart", ("Chart.yaml", "requirements.yaml")),
    Format("containers:parse_chart_lock", ("Chart.lock", "requirements.lock")),
    Format("pipelines:parse_workflow", pattern=r"^\.(?:github|gitea|forgejo)/(?:workflows/[^/]+|actions/.+)\.ya?ml$"),
    Format("pipelines:parse_workflow", ("action.yml", "action.yaml")),
    Format("pipelines:parse_gitlab", pattern=r"(?:^|/|\.)\.?gitlab-ci\.ya?ml$|^\.gitlab/ci/.+\.ya?ml$"),
    Format("pipelines:parse_pre_commit", (".pre-commit-config.yaml", ".pre-commit-config.yml")),
    Format(
        "containers:parse_kubernetes",
        pattern=r"(?:^|/)(?:k8s|kubernetes|kube|manifests|deploy|kustomize|base|overlays)/(?:[^/]+/)*[^/]+\.ya?ml$",
    ),
)


@cache
def _by_name() -> dict[str, Format]:
    return {name: each for each in FORMATS for name in each.names}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Format], ...]:
    return tuple((re.compile(each.pattern), each) for each in FORMATS if each.pattern)


def format_of(path: str) -> Format | None:
    """The format of the file at `path`, None if it is no manifest."""
    found = _by_name().get(path.rpartition("/")[2])
    return found or next((each for pattern, each in _patterns() if pattern.search(path)), None)


@cache
def parser(reader: str) -> Parser:
    """The function that reads a format."""
    module, _, function = reader.partition(":")
    found: Parser = getattr(importlib.import_module(f"strata.stack.dependencies.parsers.{module}"), function)
    return found


def parse(path: str, content: bytes, known: Format | None = None) -> Manifest:
    """What the file at `path` says, and as a warning why it says nothing. Raises nothing for any content."""
    chosen = known or format_of(path)
    assert chosen is not None  # noqa: S101 - asked of manifests only
    try:
        return parser(chosen.reader)(Source(path, content))
    except Unreadable as error:
        return Manifest("generic", warnings=(Caveat(path, error.code, str(error), error.line),))
    except Exception as error:  # noqa: BLE001 - whatever a stranger wrote must not end the analysis
        message = f"It could not be read: {type(error).__name__}."
        return Manifest("generic", warnings=(Caveat(path, "unreadable", message),))
