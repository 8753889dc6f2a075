"""Page tokens: where the next page begins, in letters that a URL may have."""

from __future__ import annotations

import base64
import binascii

from kit.errors import InvalidInput

_LONGEST = 4096
_USUAL = 20
_MOST = 100


def page_size(asked: int, things: str) -> int:
    """How many things a page is to have. Raises InvalidInput for more than one may."""
    if asked > _MOST:
        raise InvalidInput(f"A page has at most {_MOST} {things}.", fields={"limit": f"At most {_MOST}."})
    return asked or _USUAL


def page_token(*place: str) -> str:
    """The token of a place in the order of a list."""
    return base64.urlsafe_b64encode("\n".join(place).encode()).decode().rstrip("=")


def page_place(token: str) -> list[str]:
    """The place that a token was made of. Raises InvalidInput for what is no token."""
    try:
        if len(token) > _LONGEST:
            raise unknown_token()
        padded = token + "=" * (-len(token) % 4)
        return base64.b64decode(padded, altchars=b"-_", validate=True).decode().split("\n")
    except (ValueError, binascii.Error):
        raise unknown_token() from None


def unknown_token() -> InvalidInput:
    return InvalidInput(
        "This page token is not one that a list gave.", code="page_token_invalid", fields={"cursor": "Unknown."}
    )
