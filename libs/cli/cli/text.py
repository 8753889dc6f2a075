"""Text of others made harmless."""

from __future__ import annotations

import unicodedata


def clean(text: str) -> str:
    """Text from a repository or a server made harmless for a terminal: no control or direction characters."""
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) in ("Cc", "Cf") else c for c in text)
