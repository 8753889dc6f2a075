"""What a caller says about who is one person, in the form of git's mailmap."""

from __future__ import annotations

import re
import warnings
from collections.abc import Sequence
from dataclasses import replace

from strata.errors import CorruptRepository
from strata.git import Git
from strata.people.ident import Ident, parse_ident

LONGEST = 65_536
LONGEST_OWN = 1 << 20
"""Bytes of a repository's own mailmap. Git sorts as it reads, in time that grows with the square of the entries."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
# Name <address>, <address> <address>, Name <address> <address>, Name <address> Name <address>; then a comment
_LINE = re.compile(r"(?P<name>[^<>]*)<[^<>\s]+>(?P<commits>[^<>]*<[^<>\s]+>)?\s*(?:#.*)?")


def check_mailmap(text: str) -> str:
    """The text as it is; ValueError for the first line that says nothing, which git would pass over in silence."""
    for number, line in enumerate(text.split("\n"), 1):
        if not _says_something(line.strip()):
            raise ValueError(f"Line {number} is none of a mailmap, as 'Name <address>' or 'Name <address> <other>' is.")
    return text


def _says_something(entry: str) -> bool:
    if _CONTROL.search(entry):
        return False
    if not entry or entry.startswith("#"):
        return True
    found = _LINE.fullmatch(entry)
    return found is not None and bool(found["name"].strip() or found["commits"])


def own_mailmap(git: Git, head: str) -> dict[str, str]:
    """The setting by which git reads the mailmap of a commit, if it has one; of one that is too long, none.

    Warns of the latter.
    """
    blob = f"{head}:.mailmap"
    try:
        size = int(git.read("cat-file", "-s", blob))
    except CorruptRepository:
        return {}
    if size > LONGEST_OWN:
        warnings.warn(f"The .mailmap has {size:,} bytes, more than {LONGEST_OWN:,}: it does not count.", stacklevel=2)
        return {}
    return {"mailmap.blob": blob}


def mapped(git: Git, idents: Sequence[Ident], mailmap: str = "") -> list[Ident]:
    """Idents as the repository's mailmap names them, and then `mailmap`, which outweighs it.

    Entries of `mailmap` may name people as commits do, or as the repository's own mailmap does.
    """
    if not mailmap:
        return _asked(git, idents)
    file = git.directory / "people.mailmap"
    file.write_text(mailmap, encoding="utf-8")
    both = replace(git, pins={**git.pins, "mailmap.file": str(file)})
    alone = replace(both, pins={name: value for name, value in both.pins.items() if name != "mailmap.blob"})
    return _asked(alone, _asked(both, idents))


def _asked(git: Git, idents: Sequence[Ident]) -> list[Ident]:
    if not idents:
        return []
    lines = "".join(f"{name} <{email}>\n" for name, email in idents).encode("utf-8", "replace")
    answers = git.read("check-mailmap", "--stdin", stdin=lines).decode("utf-8", "replace").split("\n")
    return [parse_ident(answer) or ident for ident, answer in zip(idents, answers, strict=False)]
