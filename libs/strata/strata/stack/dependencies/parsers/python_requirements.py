"""pip's requirements files, and requirements as PEP 508 writes them."""

from __future__ import annotations

import re
from urllib.parse import unquote

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.model import Kind, Manifest, Reference, Scope
from strata.stack.dependencies.reading.text import Source

LONGEST = 4_000  # characters of a requirement without its hashes
COMMENT = re.compile(r"(?:^|[ \t])#.*")
OPTIONS = re.compile(r"[ \t]+--?(?:hash|config-settings|global-option|install-option|C)\b.*")
INCLUDE = re.compile(r"(?:-r|--requirement|-c|--constraint)[ \t=]*(?P<target>\S.*)")
EDITABLE = re.compile(r"^(?:-e|--editable)[ \t=]*")
EGG = re.compile(r"[#&]egg=([A-Za-z0-9._-]+)")
ADDRESS = re.compile(r"(?:(?:git|hg|svn|bzr)\+)?[a-z+]+://|(?:git|hg)\+")
NAMED_FILE = re.compile(r"([A-Za-z0-9][A-Za-z0-9._]*?)-(\d[^-/]*?)(?:-[^/]*\.whl|\.tar\.gz|\.zip|\.tar\.bz2)(?:$|[#?])")
LOCAL = re.compile(r"\.{0,2}/|[A-Za-z]:\\|file:")


def parse_requirements(source: Source) -> Manifest:
    """A requirements or constraints file: its entries, and the files that it includes."""
    found = Gathering(source, "pypi")
    scope = scope_by_name(source.path.rpartition("requirements")[2] or source.name, "runtime")
    if scope == "runtime":
        scope = scope_by_name(source.name, "runtime")
    for number, line in _logical_lines(source):
        if included := INCLUDE.match(line):
            kind: Kind = "constraint" if line.startswith(("-c", "--c")) else "include"
            found.refer(Reference(kind, included["target"].strip(), number, scope))
        elif line.startswith("-") and not EDITABLE.match(line):
            continue  # an option of pip's
        else:
            add_line(found, line, scope, number)
    return found.manifest()


def _logical_lines(source: Source) -> list[tuple[int, str]]:
    lines: list[tuple[int, str]] = []
    held: list[str] = []
    start = 1
    for number, line in enumerate([*source.lines, ""], 1):
        if not held:
            start = number
        if line.endswith("\\") and number <= len(source.lines):
            held.append(line[:-1] + " ")
            continue
        whole = COMMENT.sub("", "".join(held) + line).strip()
        held = []
        if whole:
            lines.append((start, whole))
    return lines


def add_line(found: Gathering, text: str, scope: Scope, line: int | None) -> None:
    """One entry as pip takes it: a requirement, an address or a place of the repository's own, editable or not."""
    text = OPTIONS.sub("", EDITABLE.sub("", text, count=1)).strip()
    if ADDRESS.match(text) or LOCAL.match(text) or text == ".":
        egg = EGG.search(text)
        named = NAMED_FILE.search(unquote(text))
        if egg:
            found.add(egg[1], None, scope, line, origin=text)
        elif named:
            found.add(named[1], None, scope, line, version=named[2], origin=text)
        elif not LOCAL.match(text) and text != ".":
            name = re.sub(r"\.git$|/$", "", text.partition("@")[0] if "://" not in text else _repository(text))
            found.add(name.rpartition("/")[2], None, scope, line, origin=text)
        return
    add_requirement(found, text, scope, line)


def _repository(text: str) -> str:
    rest = text.partition("://")[2].partition("#")[0]
    host, _, path = rest.partition("/")
    return host + "/" + path.partition("@")[0]


def add_requirement(found: Gathering, text: str, scope: Scope, line: int | None) -> None:
    """One requirement in the form of PEP 508."""
    if len(text) > LONGEST:
        found.odd(text, line)
        return
    try:
        requirement = Requirement(text)
    except (InvalidRequirement, RecursionError):
        found.odd(text, line)
        return
    specifier = str(requirement.specifier)
    found.add(requirement.name, specifier, scope, line, version=exact(requirement.specifier), origin=requirement.url)


def exact(specifier: SpecifierSet) -> str | None:
    """The version that is the only one to fulfil a specifier by its own words."""
    parts = list(specifier)
    if len(parts) == 1 and parts[0].operator in ("==", "===") and not parts[0].version.endswith(".*"):
        return parts[0].version
    return None
