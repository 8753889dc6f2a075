"""The program that a script names in its first line."""

from __future__ import annotations

import re

PROGRAM = re.compile(rb"#!\s*(\S+)")
ARGUMENTS = re.compile(rb"(?:(?:(?:-[i0uCSv]*|--\S+)\s+)+|(?:\S+=\S+\s+)+)")
VERSION = re.compile(rb"\.\d+$")
EXEC = re.compile(rb"exec (\w+)[\s\"']+\$0[\s\"']+\$@")
LONGEST = 1 << 10


def interpreter(start: bytes) -> str:
    """The program without a trailing `.minor` of its version (`python3.11` is `python3`), "" if none is named.

    A shell script that hands itself over (`exec tclsh "$0" "$@"`) is the other program's.
    """
    if not start.startswith(b"#!"):
        return ""
    line = start[:LONGEST].split(b"\n", 1)[0]
    named = PROGRAM.match(line)
    if not named:
        return ""
    program = named[1].rsplit(b"/", 1)[-1]
    if program == b"env":
        program = _of_env(line[named.end() :].lstrip())
    program = VERSION.sub(b"", program)
    if program == b"sh":
        for each in start[: 8 * LONGEST].split(b"\n")[:5]:
            if handed := EXEC.search(each):
                program = handed[1]
                break
    if program == b"osascript" and b"-l" in line:
        return ""  # another language than AppleScript
    return program.rsplit(b"/", 1)[-1].decode("utf-8", "replace")


def _of_env(words: bytes) -> bytes:
    """What `env` is to run: after its options and variables."""
    while skipped := ARGUMENTS.match(words):
        words = words[skipped.end() :]
    return words.split(None, 1)[0] if words.strip() else b""
