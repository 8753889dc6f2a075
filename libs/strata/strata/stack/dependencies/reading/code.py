"""Words, strings and brackets of a programming language, with their lines: what static reading of build files rests on.

Nothing is understood beyond that and nothing is run; comments are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from strata.stack.dependencies.limits import PROGRAM_CHARACTERS
from strata.stack.dependencies.reading.text import Unreadable

OPENING = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Token:
    """`kind` is `word`, `text` (a string, without its quotes), `mark` or `line` (the end of one)."""

    kind: str
    text: str
    line: int

    @property
    def fixed(self) -> bool:
        """Whether it is a string without placeholders."""
        return self.kind == "text" and not PLACEHOLDER.search(self.text)


PLACEHOLDER = re.compile(r"\$\{?\w|#\{|\\\(")
SLASHES = r"//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)"
HASH = r"\#[^\n]*+"
STRINGS = (
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"""|\Z)',
    r"'''(?:[^'\\]|\\.|'(?!''))*+(?:'''|\Z)",
    r'"(?:[^"\\\n]|\\.)*+(?:"|(?=\n)|\Z)',
    r"'(?:[^'\\\n]|\\.)*+(?:'|(?=\n)|\Z)",
)
WORD = r"[A-Za-z_][\w]*+[?!]?"
NUMBER = r"\d[\w.]*+"
COMMENTS = {"slashes": SLASHES, "hash": HASH, "both": f"{SLASHES}|{HASH}"}


@cache
def _pattern(comments: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?P<skip>{COMMENTS[comments]}|[ \t\f\v]++|\\\n)|(?P<text>{'|'.join(STRINGS)})|(?P<word>{WORD}|{NUMBER})"
        r"|(?P<line>\n)|(?P<mark>=>|->|~>|::|&&|\|\||[<>=!]=|[^\w\s])|(?P<other>.)",
        re.DOTALL,
    )


def tokens(text: str, comments: str) -> list[Token]:
    """The tokens of `text`, in which `comments` begin with `slashes`, a `hash`, or `both`. Raises Unreadable."""
    if len(text) > PROGRAM_CHARACTERS:
        raise Unreadable("too-large", "It is too long to be read as a program.")
    found: list[Token] = []
    line = 1
    for match in _pattern(comments).finditer(text):
        kind, value = match.lastgroup or "other", match[0]
        if kind == "text":
            quotes = 3 if value[:3] in ('"""', "'''") and len(value) >= 6 else 1
            closed = len(value) >= 2 * quotes and value.endswith(value[0])
            found.append(Token("text", value[quotes : len(value) - quotes * closed], line))
        elif kind not in ("skip", "other"):
            found.append(Token(kind, value, line))
        line += value.count("\n")
    return found


def closing(words: Sequence[Token], at: int) -> int:
    """The index of the bracket that closes the one at `at`; the end where there is none."""
    depth = 0
    for index in range(at, len(words)):
        token = words[index]
        if token.kind == "mark":
            if token.text in OPENING:
                depth += 1
            elif token.text in ")]}":
                depth -= 1
                if depth <= 0:
                    return index
    return len(words)


def closings(words: Sequence[Token]) -> dict[int, int]:
    """For each bracket that opens the index of the one that closes it, where there is one."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for index, token in enumerate(words):
        if token.kind == "mark":
            if token.text in OPENING:
                waiting.append(index)
            elif token.text in (")", "]", "}") and waiting:
                found[waiting.pop()] = index
    return found


def blocks(words: Sequence[Token], name: str) -> Iterator[tuple[int, int]]:
    """(start, end) of what stands in the curly brackets after each `name`, with arguments in between or not."""
    at = 0
    while at < len(words):
        if words[at].kind == "word" and words[at].text == name:
            open_at = at + 1
            if open_at < len(words) and words[open_at].text == "(" and words[open_at].kind == "mark":
                open_at = closing(words, open_at) + 1
            if open_at < len(words) and words[open_at].kind == "mark" and words[open_at].text == "{":
                end = closing(words, open_at)
                yield open_at + 1, end
                at = end
        at += 1


def statements(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The tokens line by line; what is in brackets, or goes on after a comma, belongs to one."""
    held: list[Token] = []
    depth = 0
    for token in words:
        if token.kind == "line":
            if held and depth <= 0 and not (held[-1].kind == "mark" and held[-1].text in (",", "=>", "\\")):
                yield held
                held = []
            continue
        if token.kind == "mark":
            depth += (token.text in OPENING) - (token.text in (")", "]", "}"))
            depth = max(depth, 0)
        held.append(token)
    if held:
        yield held
