"""Cargo.toml and Cargo.lock."""

from __future__ import annotations

import re
from typing import Any

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Reference, Scope
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.toml_tree import Toml

SECTIONS: tuple[tuple[str, Scope], ...] = (
    ("dependencies", "runtime"),
    ("dev-dependencies", "dev"),
    ("dev_dependencies", "dev"),
    ("build-dependencies", "build"),
    ("build_dependencies", "build"),
)
EXACT = re.compile(r"=\s*(\d+\.\d+\.\d+\S*)$")
INHERITED = "{workspace}"
"""Stands for what the workspace's own manifest says, until that is known."""


def parse_cargo_toml(source: Source) -> Manifest:
    """A crate, a workspace, or both; what is inherited from the workspace is marked."""
    found, toml = Gathering(source, "cargo"), Toml(source)
    document = toml.document
    package, workspace = table(document, "package"), table(document, "workspace")
    if package:
        private = package.get("publish") in (False, [])
        found.own(*(_inheritable(package.get(key)) for key in ("name", "version", "license")), private=private)
    _section(found, toml, document, ())
    for target, inner in table(document, "target").items():
        _section(found, toml, table(inner), ("target", target))
    for pattern in items(workspace.get("members")):
        if isinstance(pattern, str):
            found.refer(Reference("members", pattern, toml.line("workspace", "members", text=f'"{pattern}"')))
    for name, asked in table(workspace, "dependencies").items():
        renamed, range_, origin = _asked(name, asked)
        found.values[name] = "\t".join((renamed, range_ or "", origin or ""))
    for key in ("version", "license"):
        if value := word(table(workspace, "package").get(key)):
            found.values[f"package.{key}"] = value
    return found.manifest()


def _inheritable(value: Any) -> str | None:
    return INHERITED if table(value).get("workspace") is True else word(value)


def _section(found: Gathering, toml: Toml, document: dict[str, Any], at: tuple[str, ...]) -> None:
    for key, scope in SECTIONS:
        for name, asked in table(document, key).items():
            line = toml.line(*at, key, name)
            if not isinstance(asked, (str, dict)):
                found.odd(f"{name} = {asked}", line)
                continue
            level: Scope = "optional" if table(asked).get("optional") is True and scope == "runtime" else scope
            if table(asked).get("workspace") is True:
                found.add(name, INHERITED, level, line)
                continue
            renamed, range_, origin = _asked(name, asked)
            found.add(renamed, range_, level, line, version=exact(range_), origin=origin, alias=name)


def _asked(name: str, asked: Any) -> tuple[str, str | None, str | None]:
    entry = table(asked)
    origin = next((word(entry[key]) for key in ("git", "path") if key in entry), None)
    return word(entry.get("package")) or name, word(asked) or word(entry.get("version")), origin


def exact(range_: str | None) -> str | None:
    """The version that `=1.2.3` leaves no choice about."""
    found = EXACT.match(range_) if range_ else None
    return found[1] if found else None


def parse_cargo_lock(source: Source) -> Manifest:
    """Cargo.lock: packages without a source are the repository's own."""
    found, toml = Gathering(source, "cargo"), Toml(source)
    found.locks()
    entries = items(toml.document.get("package"))
    users: dict[tuple[str, str | None], list[str]] = {}
    for entry in entries:
        if isinstance(entry, dict) and "source" not in entry and (owner := word(entry.get("name"))):
            for each in items(entry.get("dependencies")):
                if isinstance(each, str):
                    needed, _, rest = each.partition(" ")
                    users.setdefault((needed, rest.partition(" ")[0] or None), []).append(owner)
    for number, entry in enumerate(entries):
        line = toml.line("package", number)
        name, version = (word(table(entry).get(key)) for key in ("name", "version"))
        if not name or not version:
            found.odd(entry, line)
            continue
        requires = [" ".join(each.split(" ")[:2]) for each in items(entry.get("dependencies")) if isinstance(each, str)]
        place = word(entry.get("source"))
        found.lock(
            name,
            version,
            line,
            users=users.get((name, version), []) + users.get((name, None), []),
            requires=requires,
            own=place is None,
            origin=place if place and not place.startswith(("registry+", "sparse+")) else None,
        )
    return found.manifest()
