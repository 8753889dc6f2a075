"""opam files and what `opam lock` makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from strata.stack.dependencies.gathering import Gathering
from strata.stack.dependencies.model import Manifest, Scope
from strata.stack.dependencies.reading.code import Token, closing, tokens
from strata.stack.dependencies.reading.text import Source

FIELDS: dict[str, Scope] = {"depends": "runtime", "depopts": "optional"}
FILTERS: tuple[tuple[str, Scope], ...] = (
    ("with-test", "test"),
    ("with-doc", "dev"),
    ("with-dev-setup", "dev"),
    ("build", "build"),
)


def parse_opam(source: Source) -> Manifest:
    """An opam file; one that was locked has exact versions of all that is needed."""
    found = Gathering(source, "opam")
    words = [each for each in tokens(source.text, "hash") if each.kind != "line"]
    locked = source.name.endswith(".locked")
    name = version = licence = None
    at = 0
    while at < len(words) - 2:
        first, second, third = words[at : at + 3]
        if first.kind == "word" and second.text == ":":
            if first.text in FIELDS:
                end = closing(words, at + 2) if third.text == "[" else at + 3
                _list(found, words[at + 2 : end], FIELDS[first.text], locked=locked)
                at = end
                continue
            if third.fixed:
                name = third.text if first.text == "name" else name
                version = third.text if first.text == "version" else version
                licence = third.text if first.text == "license" else licence
        at += 1
    if locked:
        found.locks()
    elif name or source.name.endswith(".opam"):
        found.own(name or source.name.removesuffix(".opam"), version, licence)
    return found.manifest()


def _list(found: Gathering, words: Sequence[Token], scope: Scope, *, locked: bool) -> None:
    at = 0
    while at < len(words):
        token = words[at]
        at += 1
        if token.kind != "text":
            continue
        condition: Sequence[Token] = ()
        if at < len(words) and words[at].text == "{":
            end = closing(words, at)
            condition, at = words[at + 1 : end], end + 1
        text = " ".join(f'"{each.text}"' if each.kind == "text" else each.text for each in condition)
        text = text.replace(" - ", "-")
        plain = "".join(each.text for each in condition if each.kind != "text")
        level = next((kind for word, kind in FILTERS if word in plain), scope)
        exact = None
        if len(condition) >= 2 and condition[0].text == "=" and condition[1].kind == "text":
            exact = condition[1].text
        if locked:
            found.lock(token.text, exact, token.line, scope=level)
        else:
            found.add(token.text, text, level, token.line, version=exact)
