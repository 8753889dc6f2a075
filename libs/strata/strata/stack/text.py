"""Whether GitHub takes a file for text, which is not quite what git does."""

from __future__ import annotations

CONSIDERED = 128 << 10  # how much of a file Linguist loads
BINARY = (b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"%PDF-", b"\xff\xd8\xff")
TEXT = (b"%!PS-Adobe-", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")  # UTF-16 and UTF-32 have NULs


def is_text(start: bytes) -> bool:
    """By the first bytes: as charlock_holmes says, before it guesses the encoding."""
    if start.startswith(TEXT):
        return True
    return not start.startswith(BINARY) and b"\0" not in start[:CONSIDERED]
