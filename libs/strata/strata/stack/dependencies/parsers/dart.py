"""pubspec.yaml and pubspec.lock."""

from __future__ import annotations

import re

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.table import table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.yaml_tree import read_yaml

SECTIONS: tuple[tuple[str, Scope], ...] = (
    ("dependencies", "runtime"),
    ("dev_dependencies", "dev"),
    ("dependency_overrides", "runtime"),
)
EXACT = re.compile(r"(\d+\.\d+\.\d+\S*)$")


def parse_pubspec(source: Source) -> Manifest:
    """pubspec.yaml (and its overrides)."""
    found = Gathering(source, "pub")
    document = table((read_yaml(source) or [None])[0])
    if name := word(document.get("name")):
        found.own(name, word(document.get("version")), private=document.get("publish_to") == "none")
    for key, scope in SECTIONS:
        section = table(document, key)
        for name, asked in section.items():
            entry = table(asked)
            place = entry.get("git")
            origin = word(place) or word(table(place).get("url")) or word(entry.get("path"))
            origin = origin or (f"sdk:{entry['sdk']}" if "sdk" in entry else None)
            range_ = word(asked) or word(entry.get("version"))
            exact = EXACT.match(range_) if range_ else None
            found.add(name, range_, scope, section.line(name), version=exact[1] if exact else None, origin=origin)
    return found.manifest()


def parse_pubspec_lock(source: Source) -> Manifest:
    """pubspec.lock."""
    found = Gathering(source, "pub")
    found.locks()
    packages = table((read_yaml(source) or [None])[0], "packages")
    for name, entry in packages.items():
        asked = table(entry)
        kind = word(asked.get("source"))
        described = table(asked, "description")
        scope: Scope = "dev" if word(asked.get("dependency")) == "direct dev" else "runtime"
        found.lock(
            name,
            word(asked.get("version")),
            packages.line(name),
            scope=scope,
            own=kind == "path",
            origin=(word(described.get("url")) if kind == "git" else word(described.get("path"))) or None,
        )
    return found.manifest()
