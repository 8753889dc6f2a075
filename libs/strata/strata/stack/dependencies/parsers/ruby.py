"""Gemfile, Gemfile.lock and gemspecs, read without being run."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.model import Manifest, Reference, Scope
from strata.stack.dependencies.reading.code import Token, statements, tokens
from strata.stack.dependencies.reading.text import Source

SPEC = re.compile(r"    (\S+) \(([^)]+)\)$")
NEEDED = re.compile(r"      (\S+)(?: \(([^)]+)\))?$")
REMOTE = re.compile(r"  (remote|revision): (.+)$")
PLATFORM = re.compile(r"-(?:x86|x64|arm|aarch|java|universal|mingw|mswin|linux|darwin|ruby)[\w.-]*$")
LONGEST = 20  # tokens that name groups
EXACT = re.compile(r"=?\s*(\d[\w.]*)$")
VERSION = re.compile(r"(?:[=!<>~]+\s*)?\d")


def parse_gemfile(source: Source) -> Manifest:
    """A Gemfile (or gems.rb): `gem` lines, their groups, and the gemspec that it takes in."""
    found = Gathering(source, "gem")
    scopes: list[Scope] = ["runtime"]  # of all that is open
    for statement in statements(tokens(source.text, "hash")):
        first = statement[0]
        if first.text == "gem" and first.kind == "word" and len(statement) > 1:
            _gem(found, statement, scopes[-1])
        elif first.text == "gemspec":
            found.refer(Reference("members", ".", first.line))
        elif first.text == "eval_gemfile" and len(statement) > 1 and statement[-1].fixed:
            found.refer(Reference("include", statement[-1].text, first.line))
        words = [each.text for each in statement if each.kind == "word"]
        if "do" in words or first.text in ("if", "unless", "case", "def", "begin", "while"):
            named = statement[1:LONGEST] if first.text == "group" else ()
            scopes.append(scope_by_name(" ".join(each.text for each in named), scopes[-1]))
        if first.text == "end" and len(scopes) > 1:
            scopes.pop()
    return found.manifest()


def _gem(found: Gathering, statement: Sequence[Token], scope: Scope) -> None:
    name, *rest = [each for each in statement[1:] if not (each.kind == "mark" and each.text in "(),")] or [statement[0]]
    if not name.fixed:
        found.warn("not-static", "A gem is named by a program, which is not run.", name.line)
        return
    ranges: list[str] = []
    origin = None
    for at, token in enumerate(rest):
        before = rest[at - 1].text if at else ""
        key = rest[at - 2].text if at > 1 else ""
        if token.kind == "text" and VERSION.match(token.text) and before not in (":", "=>"):
            ranges.append(token.text)
        elif token.kind == "text" and before in (":", "=>") and key in ("git", "github", "path"):
            origin = token.text
        elif key in ("group", "groups") and before in (":", "=>"):
            scope = scope_by_name(" ".join(each.text for each in rest[at : at + LONGEST]), scope)
    range_ = ", ".join(ranges)
    exact = EXACT.match(range_)
    found.add(name.text, range_, scope, name.line, version=exact[1] if exact else None, origin=origin)


def parse_gemspec(source: Source) -> Manifest:
    """A gemspec: its literal names, versions and dependencies."""
    found = Gathering(source, "gem")
    name = version = licence = None
    kinds: dict[str, Scope] = {
        "add_dependency": "runtime",
        "add_runtime_dependency": "runtime",
        "add_development_dependency": "dev",
    }
    for statement in statements(tokens(source.text, "hash")):
        words = [each.text for each in statement if each.kind == "word"]
        call = next((word for word in words if word in kinds), None)
        if call:
            at = next(i for i, each in enumerate(statement) if each.text == call)
            _gem(found, statement[at:], kinds[call])
        elif len(statement) > 3 and statement[1].text == "." and statement[3].text == "=":
            value = statement[4] if len(statement) > 4 else None
            text = value.text if value is not None and value.fixed else None
            key = statement[2].text
            name = text if key == "name" else name
            version = text if key == "version" else version
            licence = text if key == "license" else licence
    found.own(name or source.name.removesuffix(".gemspec"), version, licence)
    return found.manifest()


def parse_gemfile_lock(source: Source) -> Manifest:
    """Gemfile.lock: GEM, GIT and PATH are lists of gems, each with what it needs."""
    found = Gathering(source, "gem")
    found.locks()
    section, origin = "", None
    held: tuple[str, str, int] | None = None
    needed: list[str] = []
    versions: set[str] = set()

    def end() -> None:
        if held:
            found.lock(
                held[0], PLATFORM.sub("", held[1]), held[2], requires=needed, own=section == "PATH",
                origin=origin if section in ("GIT", "PATH") else None,
            )  # fmt: skip

    for number, line in enumerate([*source.lines, "END"], 1):
        if line and not line.startswith(" "):
            end()
            section, origin, held, needed = line.strip(), None, None, []
        elif section in ("GEM", "GIT", "PATH"):
            if remote := REMOTE.match(line):
                origin = remote[2] if remote[1] == "remote" else f"{origin or ''}@{remote[2]}"
            elif spec := SPEC.match(line):
                end()
                held, needed = (spec[1], spec[2], number), []
                key = f"{spec[1]} {PLATFORM.sub('', spec[2])}"
                if key in versions:
                    held = None  # the same for another platform
                versions.add(key)
            elif held and (need := NEEDED.match(line)):
                needed.append(need[1])
    return found.manifest()
