"""Cabal files, cabal.project.freeze, stack.yaml and its lock file, and hpack's package.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.table import items, table, word
from strata.stack.dependencies.reading.text import Source
from strata.stack.dependencies.reading.yaml_tree import read_yaml

FIELD = re.compile(r"(\s*)([A-Za-z][\w-]*)\s*:(.*)$")
STANZA = re.compile(
    r"\s*(library|executable|test-suite|benchmark|foreign-library|common|flag|source-repository|custom-setup|if|else|elif)\b",
    re.IGNORECASE,
)
ENTRY = re.compile(r"\s*([A-Za-z0-9][\w-]*)(?::[\w{}, -]+)?\s*(.*?)\s*$", re.DOTALL)
PINNED = re.compile(r"==\s*(\d[\d.]*)$")
FROZEN = re.compile(r"any\.([\w-]+)\s*==\s*(\d[\d.]*)")
NAMED = re.compile(r"([A-Za-z0-9][\w-]*?)-(\d[\d.]*)(?:@\S*)?$")
FIELDS: dict[str, Scope] = {
    "build-depends": "runtime",
    "build-tool-depends": "build",
    "setup-depends": "build",
}
STANZAS: dict[str, Scope] = {"test-suite": "test", "benchmark": "dev", "custom-setup": "build"}


def parse_cabal(source: Source) -> Manifest:
    """A .cabal file: `build-depends` of each stanza, and `build-tool-depends`."""
    found = Gathering(source, "hackage")
    top: dict[str, str] = {}
    told: set[tuple[str, str, Scope]] = set()
    for field, stanza, text, number in _cabal_fields(source):
        if not stanza:
            top.setdefault(field, text.strip())
        if field not in FIELDS:
            continue
        scope = FIELDS[field] if FIELDS[field] != "runtime" else STANZAS.get(stanza, "runtime")
        for each in text.split(","):
            parts = ENTRY.match(each)
            if parts is None or parts[1] == top.get("name"):
                continue
            range_ = " ".join(parts[2].split())
            if (parts[1], range_, scope) not in told:
                told.add((parts[1], range_, scope))
                exact = PINNED.match(range_)
                found.add(parts[1], range_, scope, number, version=exact[1] if exact else None)
    found.own(top.get("name"), top.get("version"), top.get("license"))
    return found.manifest()


def _cabal_fields(source: Source) -> Iterator[tuple[str, str, str, int]]:
    """(field, kind of the stanza it is in, a line of its value, number) of each line; "" is the top."""
    stanza, field, indent = "", "", 0
    for number, line in enumerate(source.lines, 1):
        bare = line.lstrip()
        if not bare or bare.startswith("--"):
            continue
        depth = len(line) - len(bare)
        if field and depth > indent:
            yield field, stanza, line, number
        elif entry := FIELD.match(line):
            field, indent = entry[2].lower(), depth
            yield field, stanza, entry[3], number
        else:
            field = ""
            if depth == 0 and (begun := STANZA.match(line)):
                stanza = begun[1].lower()


def parse_cabal_freeze(source: Source) -> Manifest:
    """cabal.project.freeze."""
    found = Gathering(source, "hackage")
    found.locks()
    for number, line in enumerate(source.lines, 1):
        for each in FROZEN.finditer(line):
            found.lock(each[1], each[2], number)
    return found.manifest()


def parse_hpack(source: Source) -> Manifest:
    """package.yaml of hpack."""
    found = Gathering(source, "hackage")
    document = table((read_yaml(source) or [None])[0])
    if name := word(document.get("name")):
        found.own(name, word(document.get("version")), word(document.get("license")))
    places: list[tuple[object, Scope]] = [(document, "runtime"), (document.get("library"), "runtime")]
    sections: tuple[tuple[str, Scope], ...] = (("executables", "runtime"), ("tests", "test"), ("benchmarks", "dev"))
    for key, scope in sections:
        places += [(each, scope) for each in table(document, key).values()]
    for place, scope in places:
        entries = items(table(place).get("dependencies"))
        for index, each in enumerate(entries):
            parts = ENTRY.match(each) if isinstance(each, str) else None
            if parts and parts[1] != document.get("name"):
                found.add(parts[1], parts[2], scope, entries.line(index))
    return found.manifest()


def parse_stack(source: Source) -> Manifest:
    """stack.yaml: its resolver and `extra-deps`; stack.yaml.lock: what they came to."""
    found = Gathering(source, "hackage")
    document = table((read_yaml(source) or [None])[0])
    if source.name.endswith(".lock"):
        found.locks()
        entries = items(document.get("packages"))
        for index, each in enumerate(entries):
            named = NAMED.match((word(table(each, "completed").get("hackage")) or "").partition("@")[0])
            if named:
                found.lock(named[1], named[2], entries.line(index))
        return found.manifest()
    extra = items(document.get("extra-deps"))
    for index, each in enumerate(extra):
        named = NAMED.match(each.partition("@")[0]) if isinstance(each, str) else None
        if named:
            found.add(named[1], named[2], "runtime", extra.line(index), version=named[2])
        elif isinstance(each, str) and not each.startswith((".", "/")):
            found.odd(each, extra.line(index))
    return found.manifest()
