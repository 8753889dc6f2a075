"""The words of a licence, so that texts differ only where licences do.

After the SPDX License List's matching guidelines: case, punctuation, white space and line breaks say nothing, nor do
copyright notices, `All rights reserved`, the marks of lists and comments, and the varieties of spelling.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

WORD = re.compile(r"[a-z0-9]+")
NOTICE = re.compile(
    r"^[^\w\n©(]*(?:portions (?:are )?)?"
    r"(?:copyright\b[ \t:]*(?:\(c\)|©|&copy;|\d|<|\[|\{|holder:)|\(c\)[ \t]+(?:copyright|\d)|©)[^\n]*$"
    r"|\ball rights reserved\b",
    re.MULTILINE,
)
MARK = re.compile(r"^[ \t#*/;%>|-]*(?:\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)]|[•·○])[ \t]+", re.MULTILINE)
TAG = re.compile(r"</?(?:p|br|li|ul|ol|h[1-6]|div|span|pre|b|i|em|strong|html|body|head|title|a)\b[^<>]{0,300}>")
SAME = {
    "acknowledgement": "acknowledgment",
    "analogue": "analog",
    "analyse": "analyze",
    "artefact": "artifact",
    "authorisation": "authorization",
    "authorised": "authorized",
    "calibre": "caliber",
    "cancelled": "canceled",
    "capitalisations": "capitalizations",
    "catalogue": "catalog",
    "categorise": "categorize",
    "centre": "center",
    "emphasised": "emphasized",
    "favour": "favor",
    "favourite": "favorite",
    "fulfil": "fulfill",
    "fulfilment": "fulfillment",
    "http": "https",
    "initialise": "initialize",
    "judgement": "judgment",
    "labelling": "labeling",
    "labour": "labor",
    "licence": "license",
    "licences": "licenses",
    "maximise": "maximize",
    "modelled": "modeled",
    "modelling": "modeling",
    "offence": "offense",
    "optimise": "optimize",
    "organisation": "organization",
    "organise": "organize",
    "practise": "practice",
    "programme": "program",
    "realise": "realize",
    "recognise": "recognize",
    "signalling": "signaling",
    "sublicence": "sublicense",
    "utilisation": "utilization",
    "whilst": "while",
    "wilful": "willful",
}
END = (("end", "of", "terms", "and", "conditions"), ("exhibit", "a", "source", "code", "form", "license", "notice"))


def words(text: str) -> list[str]:
    """The words that count, in order."""
    plain = MARK.sub(" ", NOTICE.sub(" ", TAG.sub(" ", text.lower())))
    return [SAME.get(word, word) for word in WORD.findall(plain)]


def pairs(found: Sequence[str]) -> Counter[int]:
    """How often each two words follow each other, by a checksum of both."""
    return Counter(zlib.crc32(f"{left} {right}".encode()) for left, right in pairwise(found))


def needed(found: Sequence[str]) -> Sequence[str]:
    """The words up to where a licence ends and advice on how to apply it begins, which many leave out."""
    for mark in END:
        for place in range(len(found) // 2, len(found) - len(mark) + 1):
            if tuple(found[place : place + len(mark)]) == mark:
                return found[:place]
    return found
