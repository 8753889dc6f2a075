"""The language that a file names for the editors Emacs and Vim, in its first or last five lines."""

from __future__ import annotations

import re
from collections.abc import Callable

REACH = 5
EMACS = re.compile(rb"-\*-(.*?)-\*-")
EMACS_ALONE = re.compile(rb"[^:;\s]+")
EMACS_MODE = re.compile(rb"(?:^|[ \t;])mode[ \t]*:[ \t]*([^:;\s]+)", re.IGNORECASE)
VIM = re.compile(rb"(?:(?:^|[ \t])(?:vi|[Vv]im(?:[<=>]?[0-9]+)?)|[ \t]ex):(.*)")
VIM_SET = re.compile(rb"[ \t]*set?[ \t]")
VIM_LANGUAGE = re.compile(rb"[ \t:](?:filetype|ft|syntax)[ \t]*=(\w+)(?=\s|:|$)")
VIM_OPTION = re.compile(rb"\w*(?:=.*)?")
VIM_BETWEEN = re.compile(rb"[ \t]*(?<!\\):[ \t]*|[ \t]+")
OTHER_NEWLINES = re.compile(rb"\r\n?")
LONGEST = 4 << 10  # nobody writes for an editor in a line longer than this


def modeline(start: bytes) -> str:
    """The name that the first modeline gives, "" if there is none."""
    if not (b"-*-" in start or b"vi" in start or b"Vim" in start or b" ex:" in start or b"\tex:" in start):
        return ""
    header, footer = _ends(OTHER_NEWLINES.sub(b"\n", start) if b"\r" in start else start)
    if any(b"UseVimball" in line for line in header):
        return ""
    lines = [line for line in header + footer if len(line) <= LONGEST]
    return (_first(_emacs, lines) or _first(_vim, lines)).decode("ascii", "replace")


def _ends(text: bytes) -> tuple[list[bytes], list[bytes]]:
    """The first lines, as far as a newline ends them, and the last ones, the very first left out."""
    above = 0
    for _ in range(REACH):
        found = text.find(b"\n", above)
        if found < 0:
            break
        above = found + 1
    end = below = len(text) - text.endswith(b"\n")
    for _ in range(REACH):
        found = text.rfind(b"\n", 0, below)
        if found < 0:
            break
        below = found
    return text[:above].split(b"\n"), text[below + 1 : end].split(b"\n")


def _first(read: Callable[[bytes], bytes], lines: list[bytes]) -> bytes:
    return next((found for line in lines if (found := read(line))), b"")


def _emacs(line: bytes) -> bytes:
    found = EMACS.search(line) if b"-*-" in line else None
    if not found:
        return b""
    inside = found[1].strip(b" \t")
    if EMACS_ALONE.fullmatch(inside):
        return inside
    mode = EMACS_MODE.search(inside)
    return mode[1] if mode else b""


def _vim(line: bytes) -> bytes:
    """The last of the options that name a language, if all before it are options too."""
    found = VIM.search(line) if b":" in line else None
    if not found:
        return b""
    options = b":" + found[1]
    if VIM_SET.match(found[1]):
        told, colon, _ = found[1].partition(b":")
        if not colon:
            return b""
        options = b":" + told
    named = list(VIM_LANGUAGE.finditer(options))
    if not named:
        return b""
    before = VIM_BETWEEN.split(options[: named[-1].start()])
    return named[-1][1] if all(VIM_OPTION.fullmatch(option) for option in before) else b""
