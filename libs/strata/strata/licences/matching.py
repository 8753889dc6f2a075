"""Which licences a text is made of.

Two texts are compared as bags of pairs of words (see `words`). A licence is found where at least `THRESHOLD` of the
pairs that a copy must have are in the text; of several, the one whose Sørensen–Dice coefficient with the text is the
largest, with or without the part that a copy may leave out. Its pairs are then taken out of the text, and the rest is
looked at again: so a text may have several, and one licence that contains another is one.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from strata.licences.texts import Texts, texts
from strata.licences.words import pairs, words

THRESHOLD = 0.9
CONSIDERED = 256 << 10  # bytes of a text that are looked at
MOST = 8  # licences in one text
FEWEST = 12  # pairs of words: what is shorter says nothing
NEAR = 0.5  # of a licence's pairs: what has fewer is not called near


@dataclass(frozen=True, slots=True)
class Found:
    """A licence in a text. `same` are others with the same text (GPL-2.0-only, GPL-2.0-or-later), `coverage` how much
    of it is there.
    """

    id: str
    same: tuple[str, ...]
    coverage: float


@dataclass(frozen=True, slots=True)
class Match:
    """The licences of a text, and the share of its pairs of words that is of none of them.

    `nearest` is the licence that came closest where none was found, None if all were far.
    """

    found: tuple[Found, ...]
    other: float
    nearest: Found | None


def match(text: bytes) -> Match:
    """The licences of a text, of which the first 256 KiB are looked at."""
    known = texts()
    own = pairs(words(text[:CONSIDERED].decode("utf-8", "replace")))
    size = sum(own.values())
    held = _held(own, known)
    if size < FEWEST:
        return Match((), 1.0, None)
    found: list[Found] = []
    left = size
    while len(found) < MOST:
        shared = known.shared(held, known.needed)
        coverage = shared / known.total_needed
        possible = coverage >= THRESHOLD
        if not possible.any():
            break
        dice = 2 * np.maximum(
            shared / (known.total_needed + left), known.shared(held, known.count) / (known.total + left)
        )
        best = int(np.argmax(np.where(possible, dice, -1.0)))
        found.append(_told(known, best, float(coverage[best])))
        rows = known.row(best)
        taken = np.minimum(held[known.pair[rows]], known.count[rows])
        held[known.pair[rows]] -= taken
        left -= int(taken.sum())
    return Match(tuple(found), round(left / size, 4), None if found else _nearest(known, held))


def _held(own: dict[int, int], known: Texts) -> NDArray[np.int32]:
    """How often the text has each pair that some licence has."""
    held = np.zeros(len(known.vocabulary), dtype=np.int32)
    keys = np.fromiter(own.keys(), dtype=np.uint32, count=len(own))
    counts = np.fromiter(own.values(), dtype=np.int32, count=len(own))
    place = np.minimum(np.searchsorted(known.vocabulary, keys), len(held) - 1)
    there = known.vocabulary[place] == keys
    held[place[there]] = counts[there]
    return held


def _nearest(known: Texts, held: NDArray[np.int32]) -> Found | None:
    coverage = known.shared(held, known.needed) / known.total_needed
    coverage[known.total_needed < FEWEST] = 0
    best = int(np.argmax(coverage))
    return _told(known, best, float(coverage[best])) if coverage[best] >= NEAR else None


def _told(known: Texts, number: int, coverage: float) -> Found:
    first, *same = known.ids[number]
    return Found(first, tuple(same), round(coverage, 4))
