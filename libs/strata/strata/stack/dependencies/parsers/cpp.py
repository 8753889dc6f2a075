"""Conan and vcpkg."""

from __future__ import annotations

import ast
import re

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.parsers.python_projects import read_python
from strata.stack.dependencies.reading.json_tree import read_json
from strata.stack.dependencies.reading.table import Table, items, table, word
from strata.stack.dependencies.reading.text import Source, Unreadable

REFERENCE = re.compile(r"([\w.+-]+)/(\[[^\]]*\]|[^@#%\s]+)")
SECTIONS: dict[str, Scope] = {
    "requires": "runtime",
    "tool_requires": "build",
    "build_requires": "build",
    "test_requires": "test",
    "python_requires": "build",
}
CALLS: dict[str, Scope] = {
    "requires": "runtime",
    "tool_requires": "build",
    "build_requires": "build",
    "test_requires": "test",
}


def _reference(found: Gathering, text: str, scope: Scope, line: int | None) -> None:
    parts = REFERENCE.match(text.strip())
    if not parts:
        found.odd(text, line)
        return
    found.add(parts[1], parts[2], scope, line, version=None if parts[2].startswith("[") else parts[2])


def parse_conanfile_txt(source: Source) -> Manifest:
    """conanfile.txt."""
    found = Gathering(source, "conan")
    section = ""
    for number, line in enumerate(source.lines, 1):
        text = line.partition(" #")[0].strip()
        if text.startswith("["):
            section = text.strip("[]")
        elif text and not text.startswith("#") and section in SECTIONS:
            _reference(found, text, SECTIONS[section], number)
    return found.manifest()


def parse_conanfile_py(source: Source) -> Manifest:
    """conanfile.py, read without being run: its attributes and the literal calls of `self.requires` and its like."""
    found = Gathering(source, "conan")
    tree = read_python(source)
    told: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
            _attribute(found, node.targets[0].id, node.value, told)
        elif (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in CALLS
            and node.args
        ):
            given = node.args[0]
            if isinstance(given, ast.Constant) and isinstance(given.value, str):
                _reference(found, given.value, CALLS[node.func.attr], given.lineno)
            else:
                found.warn("not-static", "A requirement is made by a program, which is not run.", node.lineno)
    if "name" in told:
        found.own(told["name"], told.get("version"), told.get("license"))
    return found.manifest()


def _attribute(found: Gathering, name: str, value: ast.expr, told: dict[str, str]) -> None:
    if name in SECTIONS:
        for each in value.elts if isinstance(value, (ast.List, ast.Tuple, ast.Set)) else [value]:
            # a reference may come with its options, in a tuple
            first = each.elts[0] if isinstance(each, (ast.List, ast.Tuple)) and each.elts else each
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                _reference(found, first.value, SECTIONS[name], first.lineno)
    elif name in ("name", "version", "license") and isinstance(value, ast.Constant) and isinstance(value.value, str):
        told.setdefault(name, value.value)


def parse_conan_lock(source: Source) -> Manifest:
    """conan.lock of Conan 2 (lists of references) and of Conan 1 (a graph)."""
    found, document = Gathering(source, "conan"), read_json(source)
    found.locks()
    lists: tuple[tuple[str, Scope | None], ...] = (
        ("requires", None),
        ("build_requires", "build"),
        ("python_requires", "build"),
    )
    for key, scope in lists:
        for each in items(table(document).get(key)):
            if isinstance(each, str) and (parts := REFERENCE.match(each)):
                found.lock(parts[1], parts[2], source.find(f'"{each}"'), scope=scope)
    for node in table(document, "graph_lock", "nodes").values():
        entry = table(node)
        if parts := REFERENCE.match(word(entry.get("ref")) or ""):
            found.lock(parts[1], parts[2], entry.line("ref"))
    return found.manifest()


def parse_vcpkg(source: Source) -> Manifest:
    """vcpkg.json; versions come from the baseline, so only overrides state one."""
    found, document = Gathering(source, "vcpkg"), read_json(source)
    if not isinstance(document, Table):
        raise Unreadable("invalid-json", "This is not an object.")
    if name := word(document.get("name")):
        version = next((word(value) for key, value in document.items() if key.startswith("version")), None)
        found.own(name, version, word(document.get("license")))
    overrides = {
        str(each.get("name")): word(each.get("version")) or word(each.get("version-string"))
        for each in items(document.get("overrides"))
        if isinstance(each, Table)
    }
    places: list[tuple[Table, Scope]] = [(document, "runtime")]
    places += [(table(each), "optional") for each in table(document, "features").values()]
    for place, scope in places:
        for each in items(place.get("dependencies")):
            entry = table(each)
            name = word(each) or word(entry.get("name"))
            minimum = word(entry.get("version>="))
            line = entry.line("name") or source.find(f'"{name}"', place.line("dependencies") or 1)
            level: Scope = "build" if entry.get("host") is True else scope
            range_ = f">={minimum}" if minimum else None
            found.add(name, range_, level, line, version=overrides.get(name or ""))
    return found.manifest()
