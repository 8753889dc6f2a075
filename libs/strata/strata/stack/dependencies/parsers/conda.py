"""Conda's environment.yml, with the pip requirements inside, and conda-lock.yml."""

from __future__ import annotations

import re

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.model import Kind, Manifest, Reference
from strata.stack.dependencies.parsers.python_requirements import add_line
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.yaml_tree import read_yaml

ENTRY = re.compile(r"(?:[^:\s]+::)?([A-Za-z0-9_.-]+)\s*(.*)$")
EXACT = re.compile(r"={1,2}\s*(\d[^=*<>,|\s]*)(?:=[^=]*)?$")


def parse_environment(source: Source) -> Manifest:
    """environment.yml."""
    found = Gathering(source, "conda")
    document = table((read_yaml(source) or [None])[0])
    scope = scope_by_name(source.name, "runtime")
    entries = items(document.get("dependencies"))
    for index, each in enumerate(entries):
        line = entries.line(index)
        if isinstance(each, str) and (parts := ENTRY.match(each)):
            exact = EXACT.match(parts[2])
            found.add(parts[1].lower(), parts[2], scope, line, version=exact[1] if exact else None)
        elif isinstance(each, dict):
            inner = items(each.get("pip"))
            for at, text in enumerate(inner):
                if isinstance(text, str) and text.startswith(("-r ", "-c ")):
                    kind: Kind = "include" if text.startswith("-r") else "constraint"
                    found.refer(Reference(kind, text[3:].strip(), inner.line(at), scope))
                elif isinstance(text, str) and (not text.startswith("-") or text.startswith(("-e ", "--editable"))):
                    _pip(found, text, inner.line(at))
        else:
            found.odd(each, line)
    return found.manifest()


def _pip(found: Gathering, text: str, line: int | None) -> None:
    before, found.ecosystem = found.ecosystem, "pypi"
    add_line(found, text, "runtime", line)
    found.ecosystem = before


def parse_conda_lock(source: Source) -> Manifest:
    """conda-lock.yml: packages per platform, conda's and pip's."""
    found = Gathering(source, "conda")
    found.locks()
    entries = items(table((read_yaml(source) or [None])[0]).get("package"))
    seen: set[tuple[object, ...]] = set()
    for index, each in enumerate(entries):
        entry = table(each)
        name, version, manager = (word(entry.get(key)) for key in ("name", "version", "manager"))
        if (name, version, manager) not in seen:
            seen.add((name, version, manager))
            scope = scope_by_name(word(entry.get("category")) or "", "runtime")
            ecosystem = "pypi" if manager == "pip" else "conda"
            found.lock(name, version, entries.line(index), scope=scope, ecosystem=ecosystem)
    return found.manifest()
