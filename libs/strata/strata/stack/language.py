"""The language of a file, in Linguist's order: file name, shebang, extension, then its heuristics.

What is still ambiguous after that goes to the language in whose own list the extension comes first
(`.h` without a telling line is C), or whose alias the interpreter is. Linguist's modelines and its
classifier are not applied.
"""

from __future__ import annotations

import re

from strata.stack.linguist import linguist

SHEBANG = re.compile(r"#!\s*(?P<path>\S+)(?P<rest>[^\n]*)")
VERSION = re.compile(r"[\d.]+$")
HEURISTIC_BYTES = 50 << 10  # Linguist's own limit
BLANK = re.compile(r"\s{65,}")  # what is longer says no more; expressions would try each place in it as a beginning
LONGEST_EXTENSION = 2  # dots


def detect(path: str, start: bytes) -> str | None:
    """The name of the language of the text file at `path` that begins with `start`, None if unknown."""
    data = linguist()
    name = path.rsplit("/", 1)[-1]
    candidates = data.by_filename.get(name, ())
    if len(candidates) == 1:
        return candidates[0]
    if not candidates and start.startswith(b"#!"):
        program = interpreter(start)
        candidates = data.by_interpreter.get(program, ())
        # of several languages the one that is also called by this name: `node` runs TypeScript too
        candidates = tuple(sorted(candidates, key=lambda name: name != data.by_alias.get(program)))
        if len(candidates) == 1:
            return candidates[0]
    for extension in extensions(name):
        named = data.by_extension.get(extension)
        if not named:
            continue
        both = tuple(each for each in named if each in candidates)
        return _settle(both or named, extension, start)
    return candidates[0] if candidates else None


def extensions(name: str) -> list[str]:
    """The extensions of a file name that may be known, longest first: `.d.ts` before `.ts`. A leading dot counts."""
    parts = name.lower().rsplit(".", LONGEST_EXTENSION)
    return ["." + ".".join(parts[index:]) for index in range(1, len(parts))]


def interpreter(start: bytes) -> str:
    """The program that a shebang names, without version (`python3.11` is `python`), "" if none."""
    found = SHEBANG.match(start[:1024].decode("utf-8", "replace"))
    if not found:
        return ""
    program = found["path"].rsplit("/", 1)[-1]
    if program == "env":
        words = [word for word in found["rest"].split() if not word.startswith("-") and "=" not in word]
        program = words[0].rsplit("/", 1)[-1] if words else ""
    known = linguist().by_interpreter
    return program if program in known else VERSION.sub("", program)


def _shorter(blank: re.Match[str]) -> str:
    """The ends of a long blank, and between them a new line if it has one."""
    return blank[0][:32] + "\n" * ("\n" in blank[0]) + blank[0][-32:]


def _settle(candidates: tuple[str, ...], extension: str, start: bytes) -> str:
    if len(candidates) > 1:
        text = BLANK.sub(_shorter, start[:HEURISTIC_BYTES].decode("utf-8", "replace"))
        for rule in linguist().rules.get(extension, ()):
            chosen = [name for name in rule.languages if name in candidates]
            if chosen and rule.holds(text):
                return chosen[0]
    return candidates[0]
