"""Which licences a text is made of.

Two texts are compared as bags of pairs of words (see `words`). A licence is found where at least `THRESHOLD` of the
pairs that a copy must have are in the text; of several, the one with most of them, less those that are missing: so BSD
with three clauses outranks that with two, and MIT outranks a variant of it that is not quite there. Its pairs are then
taken out of the text, as often as it is there, and the rest is looked at again.
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
        if not (coverage >= THRESHOLD).any():
            break
        worth = shared - (known.total_needed - shared)
        best = int(np.argmax(np.where(coverage >= THRESHOLD, worth, np.iinfo(np.int64).min)))
        found.append(_told(known, best, float(coverage[best])))
        left -= _take(known, best, held)
    return Match(tuple(found), round(left / size, 4), None if found else _nearest(known, held))


def _take(known: Texts, number: int, held: NDArray[np.int32]) -> int:
    """Takes the pairs of a licence out of a text, and those of each further copy. Gives how many they were."""
    rows = known.row(number)
    pair, count, needed = known.pair[rows], known.count[rows], known.needed[rows]
    before = int(held[pair].sum())
    least = THRESHOLD * known.total_needed[number]
    while int(np.minimum(held[pair], needed).sum()) >= least:
        held[pair] -= np.minimum(held[pair], count)
    return before - int(held[pair].sum())


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
