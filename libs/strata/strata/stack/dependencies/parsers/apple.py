"""Swift packages and CocoaPods."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strata.stack.dependencies.gathering import Gathering, scope_by_name
from strata.stack.dependencies.limits import WORD
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.code import Token, closings, statements, tokens
from strata.stack.dependencies.reading.json_tree import read_json
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.yaml_tree import read_yaml

HUMP = re.compile(r"(?<!^)(?=[A-Z][a-z])")
HOST = re.compile(r"(?:\w+://(?:[^/@]*@)?|git@)?([^:/]+)[:/](.+?)(?:\.git)?/?$")
POD = re.compile(r"([^ ]+)(?: \(([^)]+)\))?$")
LONGEST = 200  # tokens of one dependency
EXACT = re.compile(r"=?\s*(\d[\w.-]*)$")


def parse_package_swift(source: Source) -> Manifest:
    """Package.swift: `.package(url:…)` with the requirement as it is written."""
    found = Gathering(source, "swift")
    words = [each for each in tokens(source.text, "slashes") if each.kind != "line"]
    ends = closings(words)
    for at in range(len(words) - 2):
        if words[at].text == "Package" and words[at + 1].text == "(" and words[at + 2].text == "name":
            name = next((each.text for each in words[at + 3 : at + 5] if each.fixed), None)
            if found.component is None:
                found.own(name)
        if words[at].text == "." and words[at + 1].text == "package" and words[at + 2].text == "(":
            _package(found, words[at + 3 : min(ends.get(at + 2, len(words)), at + LONGEST)], words[at + 1].line)
    return found.manifest()


def _package(found: Gathering, inside: Sequence[Token], line: int) -> None:
    address = path = None
    rest: list[str] = []
    exact = None
    for at, token in enumerate(inside):
        key = inside[at - 2].text if at > 1 and inside[at - 1].text == ":" else ""
        if token.kind == "text" and key == "url":
            address = token.text
        elif token.kind == "text" and key == "path":
            path = token.text
        elif token.kind == "text" and key not in ("name", "id"):
            rest.append(token.text)
            asked = [each.text for each in inside[max(0, at - 2) : at]]
            exact = token.text if "exact" in asked else exact
        elif token.kind == "mark" and token.text in (".", "<") and address and rest:
            rest.append(token.text)
    if path is not None:
        return  # the repository's own
    if address is None:
        found.warn("not-static", "A package is named by a program, which is not run.", line)
        return
    kinds = [
        each.text
        for each in inside
        if each.text in ("from", "exact", "branch", "revision", "upToNextMajor", "upToNextMinor")
    ]
    numbers = [each for each in rest if each not in (".", "<")]
    between = ".." if rest.count(".") >= 2 and len(numbers) > 1 else ""
    sign = "..<" if between and "<" in rest else "..." if between else " "
    range_ = " ".join([*dict.fromkeys(kinds), sign.join(numbers)]).strip()
    found.add(repository_name(address), range_, "runtime", line, version=exact)


def repository_name(address: str) -> str:
    """`host/owner/name` of a repository's address."""
    parts = HOST.match(address)
    return f"{parts[1]}/{parts[2]}" if parts else address


def parse_package_resolved(source: Source) -> Manifest:
    """Package.resolved of versions 1 to 3."""
    found, document = Gathering(source, "swift"), read_json(source)
    found.locks()
    pins = table(document).get("pins") or table(document, "object").get("pins")
    for pin in items(pins):
        entry = table(pin)
        key = "location" if "location" in entry else "repositoryURL"
        address = word(entry.get(key))
        state = table(entry, "state")
        version = word(state.get("version")) or word(state.get("revision"))
        if address and entry.get("kind") != "registry":
            found.lock(repository_name(address), version, entry.line(key))
        else:
            found.lock(word(entry.get("identity")), version, entry.line("identity"))
    return found.manifest()


def parse_podfile(source: Source) -> Manifest:
    """A Podfile: its literal `pod` lines, by target."""
    found = Gathering(source, "cocoapods")
    scopes: list[Scope] = ["runtime"]  # of all that is open
    for statement in statements(tokens(source.text, "hash")):
        first = statement[0]
        if first.text == "pod" and len(statement) > 1:
            _pod(found, statement, scopes[-1])
        if any(each.text == "do" and each.kind == "word" for each in statement):
            named = statement[1].text if first.text in ("target", "abstract_target") and len(statement) > 1 else ""
            scopes.append(scope_by_name(HUMP.sub(" ", named[:WORD]), scopes[-1]))
        elif first.text == "end" and len(scopes) > 1:
            scopes.pop()
    return found.manifest()


def _pod(found: Gathering, statement: Sequence[Token], scope: Scope) -> None:
    name, *rest = [each for each in statement[1:] if not (each.kind == "mark" and each.text in "(),")] or [statement[0]]
    if not name.fixed:
        found.warn("not-static", "A pod is named by a program, which is not run.", name.line)
        return
    origin = next(
        (rest[at + 2].text for at in range(len(rest) - 2) if rest[at].text in ("git", "path", "podspec")), None
    ) or next(
        (rest[at + 2].text for at in range(len(rest) - 2) if rest[at + 1].text in ("git", "path", "podspec")), None
    )
    ranges = []
    for at, token in enumerate(rest):
        if token.kind != "text" or (at and rest[at - 1].text in ("=>", ":")):
            break
        ranges.append(token.text)
    range_ = ", ".join(ranges)
    exact = EXACT.match(range_)
    found.add(name.text, range_, scope, name.line, version=exact[1] if exact else None, origin=origin)


def parse_podfile_lock(source: Source) -> Manifest:
    """Podfile.lock."""
    found = Gathering(source, "cocoapods")
    found.locks()
    document = table((read_yaml(source) or [None])[0])
    outside = table(document, "EXTERNAL SOURCES")
    pods = items(document.get("PODS"))
    for index, each in enumerate(pods):
        text = next(iter(each), "") if isinstance(each, dict) else each
        parts = POD.match(text) if isinstance(text, str) else None
        if not parts:
            found.odd(each, pods.line(index))
            continue
        needed = items(each.get(text)) if isinstance(each, dict) else []
        place = table(outside, parts[1].partition("/")[0])
        found.lock(
            parts[1],
            parts[2],
            pods.line(index),
            requires=[name.partition(" ")[0] for name in needed if isinstance(name, str)],
            origin=next((word(place[key]) for key in (":git", ":path", ":podspec") if key in place), None),
        )
    return found.manifest()
