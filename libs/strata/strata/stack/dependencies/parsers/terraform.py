"""Terraform and OpenTofu: required providers, modules, and .terraform.lock.hcl."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest
from strata.stack.dependencies.reading.code import Token, closing, tokens
from strata.stack.dependencies.reading.text import Source

EXACT = re.compile(r"=?\s*v?(\d+(?:\.\d+)*(?:-[\w.]+)?)$")
REGISTRY = re.compile(r"(?:[\w.-]+\.[a-z]+/)?[\w-]+/[\w-]+/[\w-]+(?://.*)?$")
ASKING = re.compile(r"""\bmodule\s*["/#]|required_providers""")  # most files of a configuration ask for nothing
HOST = re.compile(r"(?:registry\.terraform\.io|registry\.opentofu\.org)/")


@dataclass(frozen=True, slots=True)
class Block:
    """`kind "label" { … }` with the tokens inside."""

    kind: str
    labels: tuple[str, ...]
    inside: Sequence[Token]
    line: int


def _blocks(words: Sequence[Token]) -> Iterator[Block]:
    at = 0
    while at < len(words):
        if words[at].kind != "word":
            at = closing(words, at) + 1 if words[at].text in "([{" and words[at].kind == "mark" else at + 1
            continue
        after = at + 1
        while after < len(words) and words[after].kind == "text":
            after += 1
        if after < len(words) and words[after].kind == "mark" and words[after].text == "{":
            end = closing(words, after)
            labels = tuple(each.text for each in words[at + 1 : after])
            yield Block(words[at].text, labels, words[after + 1 : end], words[at].line)
            at = end
        at += 1


def _attributes(words: Sequence[Token]) -> Iterator[tuple[str, Sequence[Token], int]]:
    """(name, tokens of the value, line) of each `name = value` that is not inside of a block."""
    at = 0
    while at < len(words) - 2:
        name, mark, value = words[at : at + 3]
        if name.kind in ("word", "text") and mark.kind == "mark" and mark.text in ("=", ":"):
            end = closing(words, at + 2) + 1 if value.kind == "mark" and value.text in "([{" else at + 3
            yield name.text, words[at + 2 : end], name.line
            at = end
        elif name.kind == "mark" and name.text in "([{":
            at = closing(words, at) + 1
        else:
            at += 1


def _literals(words: Sequence[Token]) -> dict[str, tuple[str, int]]:
    return {name: (value[0].text, line) for name, value, line in _attributes(words) if value and value[0].fixed}


def parse_terraform(source: Source) -> Manifest:
    """A .tf file. A provider's name is `namespace/type`, a module's `namespace/name/provider`."""
    found = Gathering(source, "terraform")
    if not ASKING.search(source.text):
        return found.manifest()
    for block in _blocks([each for each in tokens(source.text, "both") if each.kind != "line"]):
        if block.kind == "terraform":
            for inner in _blocks(block.inside):
                if inner.kind == "required_providers":
                    _providers(found, inner.inside)
        elif block.kind == "module":
            _module(found, block)
    return found.manifest()


def _providers(found: Gathering, inside: Sequence[Token]) -> None:
    for name, value, line in _attributes(inside):
        given = _literals(value[1:-1]) if value and value[0].text == "{" else {}
        place = given.get("source", (name, line))[0]
        range_ = value[0].text if value and value[0].kind == "text" else given.get("version", ("", line))[0]
        exact = EXACT.match(range_)
        found.add(provider(place), range_, "build", line, version=exact[1] if exact else None)


def provider(place: str) -> str:
    """A provider's address without the public registry's host."""
    place = HOST.sub("", place.lower())
    return place if "/" in place else f"hashicorp/{place}"


def _module(found: Gathering, block: Block) -> None:
    given = _literals(block.inside)
    if "source" not in given:
        found.warn("not-static", "The source of a module is an expression.", block.line)
        return
    place, line = given["source"]
    if place.startswith((".", "/")):
        return  # the repository's own
    range_ = given.get("version", ("", line))[0]
    exact = EXACT.match(range_)
    if REGISTRY.match(place):
        found.add(place.partition("//")[0], range_, "build", line, version=exact[1] if exact else None)
        return
    address, _, ref = place.partition("?ref=")
    plain = re.sub(r"^(?:git::)?(?:\w+://)?(?:[^/@]*@)?", "", address).replace(":", "/").partition("//")[0]
    found.add(plain.removesuffix(".git"), ref, "build", line, version=ref or None, origin=place)


def parse_terraform_lock(source: Source) -> Manifest:
    """.terraform.lock.hcl: the providers that were chosen."""
    found = Gathering(source, "terraform")
    found.locks()
    for block in _blocks([each for each in tokens(source.text, "both") if each.kind != "line"]):
        if block.kind == "provider" and block.labels:
            version = _literals(block.inside).get("version", (None, block.line))[0]
            found.lock(provider(block.labels[0]), version, block.line)
    return found.manifest()
