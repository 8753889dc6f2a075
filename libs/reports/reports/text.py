"""Text that came out of a repository, on its way to people."""

from __future__ import annotations

import re
import unicodedata

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_LONGEST_STEM = 80


def clean(text: str) -> str:
    """Text from a repository made harmless: no control or direction characters."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)


def file_stem(text: str) -> str:
    """The beginning of a file name that every system takes: letters, digits, dots, dashes and underscores of a text."""
    return _UNSAFE.sub("-", text).strip(".-")[:_LONGEST_STEM].rstrip(".-") or "report"
