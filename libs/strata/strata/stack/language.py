"""The language of a file, found as GitHub Linguist does.

Its strategies are asked in turn: modeline, file name, shebang, extension, XML declaration, manual page, heuristics.
Each narrows the candidates down; as soon as there is one, it is the answer. What is still ambiguous then, Linguist
gives to a classifier that was trained on samples; here the other files of the repository decide, in the inventory
(ADR 16 says why, and how often that is another answer).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from strata.stack.linguist import linguist
from strata.stack.modeline import modeline
from strata.stack.patience import Impatient, Patience
from strata.stack.shebang import interpreter

HEURISTIC_BYTES = 50 << 10  # Linguist's own limit
LONGEST_EXTENSION = 2  # dots
LARGE = 1 << 20  # of larger files it looks at no lines
XML = re.compile(rb"<?xml version=")  # with or without the bracket
MANUAL = re.compile(r"\.(?:[1-9](?![0-9])[a-z_0-9]*|0p|n|man|mdoc)(?:\.in)?$", re.IGNORECASE)
MANUALS = ("Roff Manpage", "Roff")

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as the strategies see it: its name and extensions, how it begins, and its size."""

    name: str
    extensions: list[str]
    start: bytes
    size: int
    patience: Patience

    @property
    def readable(self) -> bool:
        return self.size <= LARGE


def detect(path: str, start: bytes) -> str | None:
    """The language of the text file at `path` that begins with `start` if nothing else is known, None if unknown."""
    found = candidates(path, start, len(start), Patience())
    return found[0] if found else None


def candidates(path: str, start: bytes, size: int, patience: Patience) -> Names:
    """The languages that the text file at `path` may be written in, mostly one; the likeliest first.

    `start` should have the first 128 KiB, `size` is that of the whole file. `patience` is spent on patterns.
    """
    name = path.rsplit("/", 1)[-1]
    file = Looked(name, extensions(name), start, size, patience)
    left: Names = ()
    for strategy in STRATEGIES:
        found = strategy(file, left)
        if len(found) == 1:
            return found
        left = found or left
    return _closest_first(left, file.extensions)


def extensions(name: str) -> list[str]:
    """The extensions of a file name that may be known, longest first: `.d.ts` before `.ts`. A leading dot counts."""
    parts = name.lower().rsplit(".", LONGEST_EXTENSION)
    return ["." + ".".join(parts[index:]) for index in range(1, len(parts))]


def name_key(path: str) -> str:
    """What of a path tells a language by itself: a file name that Linguist knows, else the extension, else the name.

    The first two differ from each other by the dot that an extension begins with, or by a `/` before the name.
    """
    name = path.rsplit("/", 1)[-1].replace("\0", "\ufffd")
    data = linguist()
    if name in data.by_filename:
        return "/" + name
    known = extensions(name)
    return next((each for each in known if each in data.by_extension), known[-1] if known else "/" + name)


def by_key(key: str) -> str | None:
    """The language that files with such a name are in, if nothing else is known of them: the likeliest one."""
    return detect(key[1:] if key.startswith("/") else "x" + key, b"")


def named(alias: str) -> str | None:
    """The language that goes by this name: `c++`, `objective-c`."""
    known = linguist().by_alias
    return known.get(alias.lower()) or known.get(alias.split(",", 1)[0].lower())


def _by_modeline(file: Looked, _candidates: Names) -> Names:
    alias = modeline(file.start) if file.readable else ""
    language = named(alias) if alias else None
    return (language,) if language else ()


def _by_name(file: Looked, candidates: Names) -> Names:
    return _narrowed(candidates, linguist().by_filename.get(file.name, ()))


def _by_shebang(file: Looked, candidates: Names) -> Names:
    if not file.start.startswith(b"#!"):
        return ()
    return _narrowed(candidates, linguist().by_interpreter.get(interpreter(file.start), ()))


def _by_extension(file: Looked, candidates: Names) -> Names:
    data = linguist()
    if file.extensions and file.extensions[-1] in data.generic:
        return candidates
    known = next((names for each in file.extensions if (names := data.by_extension.get(each))), ())
    return _narrowed(candidates, known)


def _by_declaration(file: Looked, candidates: Names) -> Names:
    if candidates or not file.readable or b"xml version=" not in file.start:
        return candidates
    lines = file.start.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n", 2)
    ended = lines[: min(2, len(lines) - 1)]  # a last line without a newline is not looked at
    return ("XML",) if any(XML.search(line) for line in ended) else ()


def _by_section(file: Looked, candidates: Names) -> Names:
    return candidates or (MANUALS if MANUAL.search(file.name) else ())


def _by_content(file: Looked, _candidates: Names) -> Names:
    """The first rule that holds, of the first heuristic for any extension of the file."""
    data = linguist()
    known = [data.rules_of[each] for each in file.extensions if each in data.rules_of]
    if not known:
        return ()
    text = file.start[:HEURISTIC_BYTES]
    try:
        return next((rule.languages for rule in data.rules[min(known)] if rule.holds(text, file.patience)), ())
    except Impatient:
        return ()


STRATEGIES: tuple[Callable[[Looked, Names], Names], ...] = (
    _by_modeline,
    _by_name,
    _by_shebang,
    _by_extension,
    _by_declaration,
    _by_section,
    _by_content,
)


def _narrowed(candidates: Names, found: Names) -> Names:
    return tuple(each for each in candidates if each in found) if candidates else found


def _closest_first(names: Names, known: list[str]) -> Names:
    """Those in whose list an extension of the file comes early, before others."""
    rank = linguist().rank

    def place(name: str) -> int:
        return min((rank[each, name] for each in known if (each, name) in rank), default=len(rank))

    return tuple(sorted(names, key=place))
