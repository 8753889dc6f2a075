"""What is said of the licence of each part of a repository, and where it is contradictory.

Three things say it: licence texts, manifests, and headers of files. A text and a manifest of the same folder are in
conflict if the manifest names no licence that the text is, or the text has one that the manifest does not name. That a
manifest offers a choice (`MIT OR Apache-2.0`) and only one of the texts is there is no conflict, but it is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from strata.licences.expressions import expression
from strata.licences.licensing import Licensing, component

LATER = re.compile(r"-(?:only|or-later)$")
Verdict = Literal["agree", "conflict", "text missing", "not declared", "unknown text"]


@dataclass(frozen=True, slots=True)
class Declared:
    """What a manifest declares: the licence as it is written in `path`, at `line` if that is known, for a folder."""

    component: str
    path: str
    line: int | None
    written: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What is said of one folder. `texts` are (path, ids); `missing` are ids that are declared but no text has."""

    component: str
    texts: tuple[tuple[str, tuple[str, ...]], ...]
    declared: tuple[Declared, ...]
    verdict: Verdict
    missing: tuple[str, ...]
    surplus: tuple[str, ...]


def claims(files: Iterable[tuple[str, Licensing]], declared: Sequence[Declared] = ()) -> list[Claim]:
    """One claim for each folder of which a licence text or a manifest says something, in order of their paths."""
    texts: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for path, said in files:
        if said.text is not None:
            texts.setdefault(component(path), []).append((path, tuple(found.id for found in said.text.found)))
    folders = sorted({*texts, *(each.component for each in declared)})
    return [
        _claim(folder, sorted(texts.get(folder, [])), [each for each in declared if each.component == folder])
        for folder in folders
    ]


def _claim(folder: str, texts: list[tuple[str, tuple[str, ...]]], declared: list[Declared]) -> Claim:
    told = [name for _, ids in texts for name in ids]
    read = [expression(each.written) for each in declared]
    named = [name for each in read for name in each.ids]
    missing = tuple(dict.fromkeys(name for name in named if not _among(name, told)))
    surplus = tuple(dict.fromkeys(name for name in told if not _among(name, named)))
    return Claim(folder, tuple(texts), tuple(declared), _verdict(told, named, missing, surplus), missing, surplus)


def _verdict(told: list[str], named: list[str], missing: Sequence[str], surplus: Sequence[str]) -> Verdict:
    if not named:
        return "not declared" if told else "unknown text"
    if not told:
        return "text missing"
    return "conflict" if surplus or len(missing) == len(set(named)) else "agree"


def _among(name: str, names: Iterable[str]) -> bool:
    """Whether a licence is there, in whatever way later versions of it are allowed: the texts are the same."""
    return LATER.sub("", name) in {LATER.sub("", each) for each in names}
