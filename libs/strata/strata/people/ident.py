"""Names and e-mail addresses as git writes them, and when two of them are one person."""

from __future__ import annotations

import re
from typing import NamedTuple

GITHUB_NO_REPLY = re.compile(
    r"^(?:\d+\+)?(?P<login>[a-z\d](?:[a-z\d_-]{0,38})?(?:\[bot\])?)@users\.noreply\.github\.com$"
)
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


class Ident(NamedTuple):
    """One way in which a person signs: `Name <email>`, either part may be empty."""

    name: str
    email: str


def parse_ident(text: str) -> Ident | None:
    """Reads `Name <email>`, as trailers carry it; None if there is no address in angle brackets.

    Control characters become spaces, so that the result can be written on one line again.
    """
    text = CONTROL.sub(" ", text)
    opening = text.find("<")
    closing = text.find(">", opening + 1)
    if opening < 0 or closing < 0:
        return None
    name = " ".join(text[:opening].split())
    email = text[opening + 1 : closing].replace("<", "").strip()
    return Ident(name, email) if name or email else None


def clean(text: str) -> str:
    """One line without angle brackets and double blanks, so that it can stand in `Name <email>`."""
    return " ".join(CONTROL.sub(" ", text).replace("<", "").replace(">", "").split())


def normalise_email(email: str) -> str:
    """Lower case, without blanks, quotes or stray brackets."""
    return "".join(email.split()).strip("<>\"'").lower()


def github_login(email: str) -> str | None:
    """The login in a GitHub no-reply address (`42+octocat@users.noreply.github.com`), in lower case."""
    found = GITHUB_NO_REPLY.match(normalise_email(email))
    return found["login"] if found else None


def key(ident: Ident) -> str:
    """What two idents of one person share: the GitHub login, else the address, else the name."""
    login = github_login(ident.email)
    if login:
        return f"github:{login}"
    email = normalise_email(ident.email)
    return f"email:{email}" if email else f"name:{ident.name.casefold()}"
