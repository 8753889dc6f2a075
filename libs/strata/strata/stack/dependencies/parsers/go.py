"""go.mod and go.work. go.sum has checksums of all that was ever looked at, so it says nothing of what is used."""

from __future__ import annotations

import re

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Reference, Scope
from strata.stack.dependencies.reading.text import Source

BLOCK = re.compile(r"(require|replace|exclude|retract|use|tool|ignore|godebug)\s*\(")
LINE = re.compile(r"(require|replace|exclude|use|tool)\s+(?!\()(.+)")
QUOTES = '"`'


def parse_go_mod(source: Source) -> Manifest:
    """A go.mod: what it requires, `// indirect` included; what is replaced comes from elsewhere."""
    found = Gathering(source, "golang")
    required: list[tuple[str, str, bool, int]] = []
    replaced: dict[str, tuple[str | None, str, str | None]] = {}
    tools: list[str] = []
    for verb, words, comment, number in _statements(source):
        if verb == "module" and words:
            found.own(words[0])
        elif verb == "require" and len(words) < 2:
            found.odd(" ".join(words), number)
        elif verb == "require":
            required.append((words[0], words[1], "indirect" in comment, number))
        elif verb == "tool" and words:
            tools.append(words[0])
        elif verb == "replace" and "=>" in words:
            at = words.index("=>")
            left, right = words[:at], words[at + 1 :]
            if left and right:
                only = left[1] if len(left) > 1 else None
                replaced[left[0]] = (only, right[0], right[1] if len(right) > 1 else None)
    for each in required:
        _require(found, each, replaced.get(each[0], (None, "", None)), tools)
    return found.manifest()


def _require(
    found: Gathering,
    required: tuple[str, str, bool, int],
    replacement: tuple[str | None, str, str | None],
    tools: list[str],
) -> None:
    name, version, indirect, number = required
    only, other, its = replacement
    scope: Scope = "build" if any(each == name or each.startswith(name + "/") for each in tools) else "runtime"
    if not other or only not in (None, version):
        found.add(name, version, scope, number, version=version, direct=not indirect)
    elif its is None:  # a folder
        found.add(name, version, scope, number, version=version, origin=other, direct=not indirect)
    else:
        origin = f"replaces {name}"
        found.add(other, its, scope, number, version=its, origin=origin, direct=not indirect, alias=name)


def parse_go_work(source: Source) -> Manifest:
    """A go.work: its modules."""
    found = Gathering(source, "golang")
    for verb, words, _, number in _statements(source):
        if verb == "use" and words:
            found.refer(Reference("members", words[0], number))
    return found.manifest()


def _statements(source: Source) -> list[tuple[str, list[str], str, int]]:
    """(verb, words, comment, line) of each line, those in brackets under their verb."""
    statements = []
    block: str | None = None
    for number, line in enumerate(source.lines, 1):
        code, _, comment = line.partition("//")
        code = code.strip()
        if block:
            if code.startswith(")"):
                block = None
            elif code:
                statements.append((block, _words(code), comment, number))
        elif opened := BLOCK.match(code):
            block = opened[1]
        elif code.startswith("module"):
            statements.append(("module", _words(code)[1:], comment, number))
        elif single := LINE.match(code):
            statements.append((single[1], _words(single[2]), comment, number))
    return statements


def _words(code: str) -> list[str]:
    return [each.strip(QUOTES) for each in code.split()]
