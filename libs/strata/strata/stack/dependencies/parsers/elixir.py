"""mix.exs and mix.lock."""

from __future__ import annotations

import re
from collections.abc import Sequence

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.code import Token, closing, closings, tokens
from strata.stack.dependencies.reading.text import Source

LOCKED = re.compile(r'\s*"?([\w]+)"?(?:\s*=>|:)\s*\{:(hex|git),\s*[:"]([^",]+)"?,\s*"([^"]*)"')
LONGEST = 200  # tokens of one dependency
EXACT = re.compile(r"==\s*(\d\S*)$")


def parse_mix(source: Source) -> Manifest:
    """mix.exs: tuples such as `{:name, "~> 1.0", only: :test}`, wherever they stand."""
    found = Gathering(source, "hex")
    words = [each for each in tokens(source.text, "hash") if each.kind != "line"]
    ends = closings(words)
    name = version = None
    for at in range(len(words) - 3):
        if words[at].text == "app" and words[at + 1].text == ":" and words[at + 2].text == ":":
            name = name or words[at + 3].text
        elif words[at].text == "version" and words[at + 1].text == ":":
            version = version or (words[at + 2].text if words[at + 2].fixed else _attribute(words, words[at + 3].text))
        elif words[at].text == "{" and words[at + 1].text == ":" and words[at + 2].kind == "word":
            end = ends.get(at, 0)
            if words[at + 3].text == "," and end > at + 4:
                _dependency(found, words[at + 2], words[at + 4 : min(end, at + LONGEST)])
    if name:
        found.own(name, version)
    return found.manifest()


def _attribute(words: Sequence[Token], name: str) -> str | None:
    for at in range(len(words) - 2):
        if words[at].text == "@" and words[at + 1].text == name and words[at + 2].fixed:
            return words[at + 2].text
    return None


def _dependency(found: Gathering, name: Token, inside: Sequence[Token]) -> None:
    range_ = inside[0].text if inside[0].fixed else None
    options = {
        inside[at].text: at + 2
        for at in range(len(inside) - 2)
        if inside[at].kind == "word" and inside[at + 1].text == ":"
    }
    if range_ is None and not options.keys() & {"git", "github", "path", "in_umbrella", "only", "runtime"}:
        return  # a tuple about something else
    scope: Scope = "runtime"
    if "only" in options:
        end = closing(inside, options["only"]) if inside[options["only"]].text == "[" else options["only"] + 2
        only = {each.text for each in inside[options["only"] : end]}
        scope = "runtime" if "prod" in only else "dev" if only & {"dev", "docs"} else "test"
    elif "optional" in options and inside[options["optional"]].text == "true":
        scope = "optional"
    elif "runtime" in options and inside[options["runtime"]].text == "false":
        scope = "build"
    origin = next((inside[options[key]].text for key in ("git", "github", "path") if key in options), None)
    if "in_umbrella" in options:
        origin = "umbrella"
    exact = EXACT.match(range_) if range_ else None
    found.add(name.text, range_, scope, name.line, version=exact[1] if exact else None, origin=origin)


def parse_mix_lock(source: Source) -> Manifest:
    """mix.lock: a line per package."""
    found = Gathering(source, "hex")
    found.locks()
    for number, line in enumerate(source.lines, 1):
        locked = LOCKED.match(line[:2_000])
        if locked is None:
            if line.strip() not in ("", "%{", "}"):
                found.odd(line, number)
        elif locked[2] == "hex":
            found.lock(locked[3], locked[4], number, requires=re.findall(r"\{:(\w+), \"", line[:20_000]))
        else:
            found.lock(locked[1], locked[4], number, origin=locked[3])
    return found.manifest()
