"""The port to whoever vouches for people and hosts their repositories."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from urllib.parse import urlsplit

_DEFAULT_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Grant:
    """What a completed authorization yields."""

    access_token: str = field(repr=False)
    scopes: str
    """As granted, separated by spaces; may be less than was asked for."""
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A person as the provider knows them. `provider_user_id` stays when they rename themselves."""

    provider_user_id: str
    login: str
    name: str
    avatar_url: str


@dataclass(frozen=True, slots=True)
class Repository:
    id: str
    full_name: str
    clone_url: str
    private: bool
    default_branch: str


@dataclass(frozen=True, slots=True)
class RepositoryPage:
    repositories: tuple[Repository, ...]
    next_page_token: str
    """Empty on the last page. A page may be short, even empty, while more follow."""


class IdentityProvider(Protocol):
    """Sign-in and repositories at one provider. Tokens are passed in; none is kept.

    Every call that goes out raises Unavailable when the provider does not answer properly, LimitReached with
    `retry_after` when it asks for patience.
    """

    name: str
    """`github`"""
    origin: str
    """Scheme, host and port: people of another origin are other people, even with the same number."""

    def authorize_url(self, *, state: str, verifier: str, login_hint: str) -> str:
        """Where to send the browser; carries the S256 challenge of `verifier`."""
        ...

    async def exchange(self, *, code: str, verifier: str) -> Grant:
        """Trade a code for a token; Unauthenticated with `code_rejected` for one that is not good."""
        ...

    async def fetch_profile(self, access_token: str) -> Profile:
        """Whose token it is; WrongState with `provider_token_void` when the provider took it back."""
        ...

    async def list_repositories(
        self, access_token: str, *, query: str, page_size: int, page_token: str
    ) -> RepositoryPage:
        """Repositories the token can read whose full name contains `query`, recently pushed first.

        InvalidInput for a page token that is not from here; WrongState as in `fetch_profile`.
        """
        ...


def origin_of(url: str) -> str | None:
    """Scheme, host and port of an address; None when it has none, or is written so that readers may disagree."""
    if not url.isascii() or not url.isprintable() or "\\" in url or " " in url:
        return None
    try:
        parts = urlsplit(url)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return None
    if port is None or not parts.hostname or "@" in parts.netloc:
        return None
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}:{port}"
