"""go.mod and go.work. go.sum has checksums of all that was ever looked at, so it says nothing of what is used."""

from __future__ import annotations

import re

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Reference
from strata.stack.dependencies.reading.text import Source

BLOCK = re.compile(r"(require|replace|exclude|retract|use|tool|ignore|godebug)\s*\(")
LINE = re.compile(r"(require|replace|exclude|use|tool)\s+(?!\()(.+)")
QUOTES = '"`'


def parse_go_mod(source: Source) -> Manifest:
    """A go.mod: what it requires, `// indirect` included; what is replaced comes from elsewhere."""
    found = Gathering(source, "golang")
    required: list[tuple[str, str, bool, int]] = []
    replaced: dict[str, tuple[str | None, str, str | None]] = {}
    for verb, words, comment, number in _statements(source):
        if verb == "module" and words:
            found.own(words[0])
        elif verb == "require":
            if len(words) < 2:
                found.odd(" ".join(words), number)
            else:
                required.append((words[0], words[1], "indirect" in comment, number))
        elif verb == "replace" and "=>" in words:
            at = words.index("=>")
            left, right = words[:at], words[at + 1 :]
            if left and right:
                only = left[1] if len(left) > 1 else None
                replaced[left[0]] = (only, right[0], right[1] if len(right) > 1 else None)
    for name, version, indirect, number in required:
        only, other, its = replaced.get(name, (None, "", None))
        if other and only in (None, version):
            if its is None:  # a folder
                found.add(name, version, "runtime", number, version=version, origin=other, direct=not indirect)
            else:
                found.add(other, its, "runtime", number, version=its, origin=f"replaces {name}", direct=not indirect)
        else:
            found.add(name, version, "runtime", number, version=version, direct=not indirect)
    return found.manifest()


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
