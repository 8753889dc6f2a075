"""To which component of a repository a file belongs, and whether that is what the repository is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from strata.stack.dependencies.registry import format_of

Role = Literal["main", "example", "test", "docs"]
ROLES: tuple[Role, ...] = ("main", "example", "test", "docs")
EXAMPLES = frozenset(
    ("example", "examples", "sample", "samples", "demo", "demos", "playground", "playgrounds", "tutorials")
)
TESTS = frozenset(
    ("test", "tests", "__tests__", "testing", "spec", "specs", "e2e", "fixtures", "test-fixtures", "testdata",
     "integration-tests", "integration_tests")
)  # fmt: skip
DOCS = frozenset({"doc", "docs", "documentation"})
NATURAL: dict[str, Role] = {"testing": "test", "documentation": "docs"}
"""Categories of what belongs to a repository's own work in folders that speak of something else otherwise."""
MANIFESTS = (
    "python_projects:", "npm:parse_package_json", "go:parse_go_mod", "cargo:parse_cargo_toml", "maven:",
    "gradle:parse_gradle", "ruby:parse_gem", "php:parse_composer_json", "dotnet:parse_project",
    "apple:parse_package_swift", "apple:parse_podfile", "dart:parse_pubspec", "elixir:parse_mix",
    "haskell:parse_cabal", "haskell:parse_hpack", "ocaml:", "cpp:", "conda:",
)  # fmt: skip


def role_of(folder: str) -> Role:
    """What a folder is for, by the outermost name that says so."""
    for part in folder.split("/"):
        low = part.lower()
        if low in EXAMPLES:
            return "example"
        if low in TESTS:
            return "test"
        if low in DOCS:
            return "docs"
    return "main"


@dataclass(frozen=True, slots=True)
class Place:
    """A component's folder, "" at the top, and its role."""

    folder: str
    role: Role


class Places:
    """The components of a commit: folders with a manifest of a project, and folders set apart by their names.

    A folder `examples`, `tests` or `docs` is apart from the component around it even without a manifest.
    """

    def __init__(self, manifests: Iterable[str]) -> None:
        self._folders = {path.rpartition("/")[0] for path in manifests if is_project(path)} | {""}
        self._known: dict[str, str] = {"": ""}
        self._roles: dict[str, Role] = {}

    def of(self, path: str, category: str) -> Place:
        """Where evidence at `path` for a technology of a category counts."""
        component = self._component(path.rpartition("/")[0])
        role = self._role(component)
        if role != "main" and NATURAL.get(category) == role:
            return Place(self._around(component), "main")
        return Place(component, role)

    def _role(self, component: str) -> Role:
        if component not in self._roles:
            self._roles[component] = role_of(component)
        return self._roles[component]

    def _component(self, folder: str) -> str:
        missing: list[str] = []
        while folder not in self._known:
            missing.append(folder)
            folder = folder.rpartition("/")[0]
        component = self._known[folder]
        for each in reversed(missing):
            if each in self._folders or (
                self._role(component) == "main" and role_of(each.rpartition("/")[2]) != "main"
            ):
                component = each
            self._known[each] = component
        return component

    def _around(self, component: str) -> str:
        """The component around the folder that is set apart."""
        while role_of(component) != "main":
            component = component.rpartition("/")[0]
        return self._component(component)


def is_project(path: str) -> bool:
    """Whether a manifest there describes a project of its own."""
    found = format_of(path)
    if found is None:
        return False
    listed = found.reader.startswith("python_requirements:") and path.rpartition("/")[2] == "requirements.txt"
    return listed or (
        found.reader.startswith(MANIFESTS) and not found.reader.endswith(("_lock", "_resolved", "_freeze"))
    )
