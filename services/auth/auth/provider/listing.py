"""Our pages of repositories, cut out of a provider's longer ones."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from auth.provider import Repository, RepositoryPage
from auth.provider.http import MOST_PAGES
from kit.errors import InvalidInput

FetchPage = Callable[[int], Awaitable[tuple[Sequence[Repository], bool]]]
"""One upstream page, counted from 1, and whether another follows it."""


async def page_of(fetch: FetchPage, *, query: str, page_size: int, page_token: str) -> RepositoryPage:
    """The next repositories whose full name contains `query`, in upstream order, out of a few upstream pages.

    Providers do not search full names, so names are matched here. InvalidInput for a token that is not from here.
    """
    page, index = _position(page_token)
    wanted = query.casefold()
    found: list[Repository] = []
    for _ in range(MOST_PAGES):
        repositories, more = await fetch(page)
        for number in range(index, len(repositories)):
            repository = repositories[number]
            if wanted not in repository.full_name.casefold():
                continue
            if len(found) == page_size:
                return RepositoryPage(tuple(found), f"{page}.{number}")
            found.append(repository)
        if not more:
            return RepositoryPage(tuple(found), "")
        page, index = page + 1, 0
        if len(found) == page_size:
            break
    return RepositoryPage(tuple(found), f"{page}.{index}")


def _position(page_token: str) -> tuple[int, int]:
    """The upstream page, from 1, and the index in it where the next of our pages begins."""
    if not page_token:
        return 1, 0
    page, dot, index = page_token.partition(".")
    if not (dot and _is_number(page) and _is_number(index) and int(page) > 0):
        raise InvalidInput("This page does not exist. Start the list again.", fields={"page_token": "unknown"})
    return int(page), int(index)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 6
