"""composer.json and composer.lock."""

from __future__ import annotations

import re

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.json_tree import read_json
from strata.stack.dependencies.reading.table import Table, items, table, word
from strata.stack.dependencies.reading.text import Source, Unreadable

SECTIONS: tuple[tuple[str, Scope], ...] = (("require", "runtime"), ("require-dev", "dev"))
EXACT = re.compile(r"=?v?(\d+(?:\.\d+)+(?:-[\w.]+)?)$")


def parse_composer_json(source: Source) -> Manifest:
    """composer.json; PHP itself, its extensions and libraries are the platform and no packages."""
    found, document = Gathering(source, "composer"), read_json(source)
    if not isinstance(document, Table):
        raise Unreadable("invalid-json", "This is not an object.")
    licence = document.get("license")
    several = " OR ".join(each for each in items(licence) if isinstance(each, str))
    if word(document.get("name")):
        private = document.get("type") == "project"
        found.own(
            word(document.get("name")), word(document.get("version")), word(licence) or several or None, private=private
        )
    for key, scope in SECTIONS:
        section = table(document, key)
        for name, asked in section.items():
            if "/" in name and isinstance(asked, str):
                exact = EXACT.match(asked)
                found.add(name, asked, scope, section.line(name), version=exact[1] if exact else None)
    return found.manifest()


def parse_composer_lock(source: Source) -> Manifest:
    """composer.lock."""
    found, document = Gathering(source, "composer"), read_json(source)
    found.locks()
    sections: tuple[tuple[str, Scope], ...] = (("packages", "runtime"), ("packages-dev", "dev"))
    for key, scope in sections:
        for entry in items(table(document).get(key)):
            package = table(entry)
            found.lock(
                word(package.get("name")),
                word(package.get("version")),
                package.line("name"),
                scope=scope,
                requires=[each for each in table(package, "require") if "/" in each],
            )
    return found.manifest()
