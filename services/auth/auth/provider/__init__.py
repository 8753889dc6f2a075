"""The port to whoever vouches for people and hosts their repositories."""

from __future__ import annotations

from collections.abc import Collection
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
    refresh_token: str = field(default="", repr=False)
    """Good once for the next grant; empty where tokens do not expire."""
    refresh_expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CloneAccess:
    """How git reads one repository."""

    username: str
    password: str = field(repr=False)
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


@dataclass(frozen=True, slots=True)
class OrganizationRepository:
    """A repository with what decides whether it is worth reading."""

    repository: Repository
    archived: bool
    fork: bool
    empty: bool
    pushed_at: datetime | None


@dataclass(frozen=True, slots=True)
class OrganizationPage:
    repositories: tuple[OrganizationRepository, ...]
    more: bool


class IdentityProvider(Protocol):
    """Sign-in and repositories at one provider. Tokens are passed in; none is kept.

    Every call that goes out raises Unavailable when the provider does not answer properly, LimitReached with
    `retry_after` when it asks for patience, and WrongState with `provider_token_void` when it takes a token for void.
    """

    name: str
    """`github` or `gitea`"""
    title: str
    """As people call it: GitHub"""
    url: str
    """Its address, for people."""
    origin: str
    """Scheme, host and port: people of another origin are other people, even with the same number."""

    def authorize_url(self, *, state: str, verifier: str, login_hint: str, private: bool) -> str:
        """Where to send the browser; carries the S256 challenge of `verifier`.

        Asks for the least there is: who the person is, the organisations they belong to if that decides who may sign
        in, and with `private` their private repositories.
        """
        ...

    async def exchange(self, *, code: str, verifier: str) -> Grant:
        """Trade a code for a token; Unauthenticated with `code_rejected` for one that is not good."""
        ...

    async def renew(self, refresh_token: str) -> Grant:
        """Trade a grant's refresh token, which is spent by that, for the next grant.

        Where the provider does not tell the scopes (they are empty), they are what they were.
        """
        ...

    async def withdraw(self, access_token: str) -> None:
        """Have the provider forget the person's grant to this installation, as far as it can be told to."""
        ...

    def reads_private(self, scopes: str) -> bool:
        """Whether a grant of these scopes reads private repositories."""
        ...

    async def fetch_profile(self, access_token: str) -> Profile:
        """Whose token it is."""
        ...

    async def is_member(self, access_token: str, organizations: Collection[str]) -> bool:
        """Whether the person belongs to one of these organisations, named in lower case."""
        ...

    async def list_repositories(
        self, access_token: str, *, query: str, page_size: int, page_token: str
    ) -> RepositoryPage:
        """Repositories the token can read whose full name contains `query`, recently pushed first.

        InvalidInput for a page token that is not from here.
        """
        ...

    async def organization_page(self, access_token: str, organization: str, page: int) -> OrganizationPage | None:
        """A page, from 1, of an organisation's repositories that the token can read, in the provider's order.

        A user's own where it is no organisation's name but a user's; None where it is neither.
        """
        ...

    async def locate(self, access_token: str, repository_url: str) -> Repository | None:
        """The repository that has, or had, this address; None when there is none, or not for this person."""
        ...

    async def clone_access(self, access_token: str, repository_url: str) -> CloneAccess | None:
        """The narrowest access that lets the person read the repository, for as short as the provider offers.

        None when git needs none, or when the person may not read it. The address is one of this `origin`.
        """
        ...

    async def install_hook(self, access_token: str, repository_url: str, *, address: str, secret: str) -> str:
        """Have the repository's pushes and changes told to an address, signed with a secret; the hook's id there.

        PermissionDenied when the person, or this token, may not, or the provider does not take the address.
        """
        ...

    async def remove_hook(self, access_token: str, repository_url: str, hook_id: str) -> None:
        """Have a hook told nothing more; one that is gone is as good."""
        ...

    async def aclose(self) -> None:
        """Close its connections."""
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
