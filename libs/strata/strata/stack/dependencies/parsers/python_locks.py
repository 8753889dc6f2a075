"""Lock files of Python's tools: uv, Poetry, PDM, Pipenv, and pylock.toml (PEP 751)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.names import normal
from strata.stack.dependencies.reading.json_tree import read_json
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.toml_tree import Toml

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
MAIN = frozenset({"main", "default"})


def parse_python_lock(source: Source) -> Manifest:
    """uv.lock, poetry.lock, pdm.lock and pylock.toml: all have an array of packages."""
    found, toml = Gathering(source, "pypi"), Toml(source)
    found.locks()
    key = "packages" if source.name.startswith("pylock") else "package"
    users: dict[tuple[str, str | None], list[str]] = {}
    entries = items(toml.document.get(key))
    for entry in entries:  # who of the repository's own asks for what, in uv.lock
        if isinstance(entry, dict) and _own(entry):
            for asked in _asked_by_own(entry):
                users.setdefault(asked, []).append(normal("pypi", str(entry.get("name"))))
    for number, entry in enumerate(entries):
        line = toml.line(key, number)
        name, version = (word(table(entry).get(each)) for each in ("name", "version"))
        if not name:
            found.odd(entry, line)
            continue
        plain = normal("pypi", name)
        found.lock(
            name,
            version,
            line,
            scope=_scope(entry),
            users=users.get((plain, version), []) + users.get((plain, None), []),
            requires=_requires(entry),
            own=_own(entry),
            origin=_origin(entry),
        )
    return found.manifest()


def _own(entry: dict[str, Any]) -> bool:
    kind = table(entry, "source")
    return (
        any(key in kind for key in ("editable", "virtual"))
        or kind.get("type") == "directory"
        or entry.get("path") == "."
    )


def _origin(entry: dict[str, Any]) -> str | None:
    kind = table(entry, "source")
    return next((word(kind[key]) for key in ("git", "path", "directory", "url") if key in kind), None)


def _asked_by_own(entry: dict[str, Any]) -> Iterable[tuple[str, str | None]]:
    lists = [entry.get("dependencies")]
    for key in ("optional-dependencies", "dev-dependencies", "dependency-groups"):
        lists += table(entry, key).values()
    for each in (inner for one in lists for inner in items(one)):
        if name := word(table(each).get("name")):
            yield normal("pypi", name), word(table(each).get("version"))


def _requires(entry: dict[str, Any]) -> list[str]:
    needed = entry.get("dependencies")
    if isinstance(needed, dict):  # Poetry
        return [normal("pypi", name) for name in needed]
    names = []
    for each in items(needed):
        if isinstance(each, str) and (begins := NAME.match(each)):  # PDM
            names.append(normal("pypi", begins[0]))
        elif plain := word(table(each).get("name")):  # uv
            version = word(table(each).get("version"))
            names.append(normal("pypi", plain) + (f" {version}" if version else ""))
    for each in table(entry, "optional-dependencies").values():
        names += [normal("pypi", name) for one in items(each) if (name := word(table(one).get("name")))]
    return names


def _scope(entry: dict[str, Any]) -> Scope | None:
    groups = [each for each in items(entry.get("groups")) if isinstance(each, str)]
    if not groups and (category := word(entry.get("category"))):
        groups = [category]
    if not groups:
        return None
    if MAIN & set(groups):
        return "optional" if entry.get("optional") is True else "runtime"
    scopes = {scope_by_name(group, "dev") for group in groups}
    return "test" if scopes == {"test"} else "dev"


def parse_pipfile_lock(source: Source) -> Manifest:
    """Pipfile.lock."""
    found, document = Gathering(source, "pypi"), read_json(source)
    found.locks()
    for group, entries in table(document).items():
        if group == "_meta":
            continue
        scope: Scope = "runtime" if group == "default" else scope_by_name(group, "dev")
        section = table(entries)
        for name, entry in section.items():
            version = word(table(entry).get("version"))
            found.lock(
                name,
                version.lstrip("=") if version else None,
                section.line(name),
                scope=scope,
                origin=word(table(entry).get("git")),
            )
    return found.manifest()
