"""The GitHub adapter against GitHub's documented answers, good and bad, from a real HTTP server."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from authlib.integrations.httpx_client import AsyncOAuth2Client

from auth.provider.github import GitHub
from kit.errors import AppError, Internal, LimitReached, PermissionDenied, Unauthenticated, Unavailable, WrongState
from local_stack.ports import free_port
from tests.support.answering import Answer, Seen, Server, answering_server

NOW = 1_795_426_200.0
TOKEN = "gho_secret-token"
REFRESH_TOKEN = "ghr_secret-refresh-token"
VERIFIER = "verifier-that-stays-secret-0123456789-0123456789"


@pytest.fixture
def server() -> Iterator[Server]:
    with answering_server() as told:
        yield told


def adapter(url: str, *, read_organizations: bool = False) -> GitHub:
    return GitHub(
        url=url,
        client_id="the-app",
        client_secret="the-secret",
        redirect_uri="https://gitstrata.example/auth/callback",
        read_organizations=read_organizations,
        app=None,
        clock=lambda: NOW,
    )


@pytest.fixture
async def provider(server: Server) -> AsyncIterator[GitHub]:
    built = adapter(server.url)
    yield built
    await built.aclose()


def asked_for(built: GitHub, *, login_hint: str = "", private: bool = False) -> dict[str, list[str]]:
    address = built.authorize_url(state="s", verifier=VERIFIER, login_hint=login_hint, private=private)
    return parse_qs(urlsplit(address).query)


def repository(number: int, name: str = "") -> dict[str, Any]:
    full_name = name or f"acme/thing-{number}"
    return {
        "id": number,
        "full_name": full_name,
        "clone_url": f"https://github.com/{full_name}.git",
        "private": False,
        "default_branch": "main",
        "stargazers_count": 80,
    }


def test_authlib_still_stands_on_httpx() -> None:
    # the errors that the adapter catches are httpx's: should another library slip in, they would pass it by
    assert issubclass(AsyncOAuth2Client, httpx.AsyncClient)


@pytest.mark.parametrize(
    ("url", "authorize", "api"),
    [
        ("https://github.com", "https://github.com/login/oauth/authorize", "https://api.github.com"),
        (
            "https://git.acme.example/",
            "https://git.acme.example/login/oauth/authorize",
            "https://git.acme.example/api/v3",
        ),
    ],
)
async def test_addresses_follow_from_the_base(url: str, authorize: str, api: str) -> None:
    built = adapter(url)
    try:
        address = built.authorize_url(state="s", verifier=VERIFIER, login_hint="", private=False)
        assert address.split("?")[0] == authorize
        assert built._api.base == api
    finally:
        await built.aclose()


async def test_login_hint_is_githubs_login(provider: GitHub) -> None:
    assert asked_for(provider, login_hint="a&b")["login"] == ["a&b"]
    assert "login" not in asked_for(provider)


@pytest.mark.parametrize(
    ("read_organizations", "private", "scope"),
    [
        (False, False, None),
        (False, True, ["repo"]),
        (True, False, ["read:org"]),
        (True, True, ["repo read:org"]),
    ],
)
async def test_asks_for_the_least(read_organizations: bool, private: bool, scope: list[str] | None) -> None:
    built = adapter("https://github.com", read_organizations=read_organizations)
    try:
        assert asked_for(built, private=private).get("scope") == scope
    finally:
        await built.aclose()


# ---------------------------------------------------------------- code for token


async def test_exchange(server: Server, provider: GitHub) -> None:
    server.answer = lambda _: (200, {}, {"access_token": TOKEN, "scope": "repo,read:user", "token_type": "bearer"})
    grant = await provider.exchange(code="the-code", verifier=VERIFIER)
    assert (grant.access_token, grant.scopes, grant.expires_at) == (TOKEN, "repo read:user", None)
    assert TOKEN not in repr(grant)
    (seen,) = server.seen
    assert (seen.method, seen.path, seen.headers["accept"]) == ("POST", "/login/oauth/access_token", "application/json")
    assert seen.body == {
        "grant_type": ["authorization_code"],
        "code": ["the-code"],
        "code_verifier": [VERIFIER],
        "redirect_uri": ["https://gitstrata.example/auth/callback"],
        "client_id": ["the-app"],
        "client_secret": ["the-secret"],
    }


async def test_exchange_of_a_token_that_expires(server: Server, provider: GitHub) -> None:
    server.answer = lambda _: (200, {}, {"access_token": TOKEN, "expires_in": 28800, "token_type": "bearer"})
    grant = await provider.exchange(code="c", verifier=VERIFIER)
    assert grant.expires_at is not None
    assert grant.expires_at.timestamp() == NOW + 28800
    assert (grant.refresh_token, grant.refresh_expires_at) == ("", None)


EXPIRING = {
    "access_token": TOKEN,
    "expires_in": 28800,
    "refresh_token": REFRESH_TOKEN,
    "refresh_token_expires_in": 15897600,
    "scope": "",
    "token_type": "bearer",
}


async def test_exchange_of_a_token_that_is_renewed(server: Server, provider: GitHub) -> None:
    server.answer = lambda _: (200, {}, EXPIRING)
    grant = await provider.exchange(code="c", verifier=VERIFIER)
    assert grant.refresh_token == REFRESH_TOKEN
    assert grant.refresh_expires_at == datetime.fromtimestamp(NOW + 15897600, UTC)
    assert REFRESH_TOKEN not in repr(grant)


@pytest.mark.parametrize(("token", "private"), [("gho_token", False), ("ghu_token", True)])
async def test_a_github_apps_user_token_reads_what_installations_allow(
    server: Server, provider: GitHub, token: str, private: bool
) -> None:
    server.answer = lambda _: (200, {}, EXPIRING | {"access_token": token})
    grant = await provider.exchange(code="c", verifier=VERIFIER)
    assert provider.reads_private(grant.scopes) is private


@pytest.mark.parametrize(
    ("scopes", "private"), [("repo", True), ("read:org repo", True), ("", False), ("public_repo read:org", False)]
)
async def test_reads_private(provider: GitHub, scopes: str, private: bool) -> None:
    assert provider.reads_private(scopes) is private


async def test_renew(server: Server, provider: GitHub) -> None:
    server.answer = lambda _: (200, {}, EXPIRING)
    grant = await provider.renew("ghr_the-old-one")
    assert (grant.access_token, grant.refresh_token) == (TOKEN, REFRESH_TOKEN)
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("POST", "/login/oauth/access_token")
    assert seen.body == {
        "grant_type": ["refresh_token"],
        "refresh_token": ["ghr_the-old-one"],
        "client_id": ["the-app"],
        "client_secret": ["the-secret"],
    }


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        ((200, {}, {"error": "bad_refresh_token"}), WrongState, "provider_token_void"),
        ((400, {}, {"error": "something_new"}), WrongState, "provider_token_void"),
        ((200, {}, {"error": "incorrect_client_credentials"}), Internal, "provider_misconfigured"),
        ((502, {}, b"<html>ghr_the-old-one</html>"), Unavailable, "provider_unavailable"),
        ((200, {}, {"token_type": "bearer"}), Unavailable, "provider_unavailable"),
        ((200, {}, EXPIRING | {"refresh_token": ["x"]}), Unavailable, "provider_unavailable"),
    ],
)
async def test_renew_refused(server: Server, provider: GitHub, answer: Answer, kind: type[AppError], code: str) -> None:
    server.answer = lambda _: answer
    with pytest.raises(kind) as raised:
        await provider.renew("ghr_the-old-one")
    assert raised.value.code == code
    assert raised.value.__context__ is None
    assert not [secret for secret in ("ghr_the-old-one", "the-secret") if secret in str(raised.value)]


# ---------------------------------------------------------------- taking it back


async def test_withdraw(server: Server, provider: GitHub) -> None:
    server.answer = lambda _: (204, {}, b"")
    await provider.withdraw(TOKEN)
    (seen,) = server.seen
    assert (seen.method, seen.path) == ("DELETE", "/api/v3/applications/the-app/grant")
    assert seen.headers["authorization"] == httpx.BasicAuth("the-app", "the-secret")._auth_header
    assert json.loads(seen.content) == {"access_token": TOKEN}


@pytest.mark.parametrize("status", [404, 422, 401, 403, 429, 500])
async def test_withdraw_never_fails(
    server: Server, provider: GitHub, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    server.answer = lambda _: (status, {}, {"message": "no"})
    await provider.withdraw(TOKEN)
    said = capsys.readouterr().out
    assert ("could not be withdrawn" in said) is (status not in {404, 422})
    assert not [secret for secret in (TOKEN, "the-secret") if secret in said]


def refusal(error: str) -> Answer:
    return 200, {}, {"error": error, "error_description": "The code passed is incorrect.", "error_uri": "https://x"}


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        (refusal("bad_verification_code"), Unauthenticated, "code_rejected"),
        (refusal("unverified_user_email"), Unauthenticated, "code_rejected"),
        (refusal("something_new"), Unauthenticated, "code_rejected"),
        (refusal("incorrect_client_credentials"), Internal, "provider_misconfigured"),
        (refusal("redirect_uri_mismatch"), Internal, "provider_misconfigured"),
        ((400, {}, {"error": "invalid_grant"}), Unauthenticated, "code_rejected"),
        ((200, {}, {"error": "x", "error_description": '"q" — and'}), Unauthenticated, "code_rejected"),
        ((200, {}, {"token_type": "bearer"}), Unavailable, "provider_unavailable"),
        ((200, {}, {"access_token": "", "token_type": "bearer"}), Unavailable, "provider_unavailable"),
        ((200, {}, {"access_token": ["x"], "token_type": "bearer"}), Unavailable, "provider_unavailable"),
        ((200, {}, {"access_token": TOKEN, "expires_in": "soon"}), Unavailable, "provider_unavailable"),
        ((200, {}, []), Unavailable, "provider_unavailable"),
        ((200, {}, b"<html>the-code</html>"), Unavailable, "provider_unavailable"),
        ((404, {}, {"error": "Not Found"}), Internal, "provider_misconfigured"),
        ((429, {}, b"slow down"), Unavailable, "provider_unavailable"),
        ((502, {}, b"<html>Bad Gateway</html>"), Unavailable, "provider_unavailable"),
    ],
)
async def test_exchange_refused(
    server: Server, provider: GitHub, answer: Answer, kind: type[AppError], code: str
) -> None:
    server.answer = lambda _: answer
    with pytest.raises(kind) as raised:
        await provider.exchange(code="the-code", verifier=VERIFIER)
    assert raised.value.code == code
    # nothing of the cause travels with the error: it may hold the code or the verifier
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None
    assert not [secret for secret in ("the-code", VERIFIER, "the-secret", TOKEN) if secret in str(raised.value)]


# ---------------------------------------------------------------- the API


async def test_profile(server: Server, provider: GitHub) -> None:
    server.answer = lambda _: (200, {}, {"id": 5, "login": "ada", "name": None, "avatar_url": "https://a/5"})
    profile = await provider.fetch_profile(TOKEN)
    assert (profile.provider_user_id, profile.login, profile.name) == ("5", "ada", "ada")
    (seen,) = server.seen
    assert (seen.path, seen.headers["authorization"]) == ("/api/v3/user", f"Bearer {TOKEN}")
    assert seen.headers["accept"] == "application/vnd.github+json"
    assert seen.headers["user-agent"] == "gitstrata"


BAD = {"message": "Bad credentials", "documentation_url": "https://docs.github.com/rest"}


@pytest.mark.parametrize(
    ("answer", "kind", "code", "retry_after"),
    [
        ((401, {}, BAD), WrongState, "provider_token_void", None),
        (
            (403, {}, {"message": "Resource protected by organization SAML"}),
            PermissionDenied,
            "provider_forbidden",
            None,
        ),
        ((404, {}, {"message": "Not Found"}), PermissionDenied, "provider_forbidden", None),
        (
            (403, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 90)}, {"message": "rate limit"}),
            LimitReached,
            "provider_limit",
            90,
        ),
        ((403, {"retry-after": "30"}, {"message": "secondary rate limit"}), LimitReached, "provider_limit", 30),
        ((429, {"retry-after": "30"}, {"message": "secondary rate limit"}), LimitReached, "provider_limit", 30),
        ((429, {}, {"message": "slow"}), LimitReached, "provider_limit", 60),
        ((403, {"x-ratelimit-remaining": "0"}, {}), LimitReached, "provider_limit", 60),
        ((403, {"retry-after": "soon"}, {}), LimitReached, "provider_limit", 60),
        ((500, {}, b"oops"), Unavailable, "provider_unavailable", None),
        ((302, {"location": "https://elsewhere.example/"}, {}), Unavailable, "provider_unavailable", None),
        ((200, {}, b"<html></html>"), Unavailable, "provider_unavailable", None),
        ((200, {}, {"login": "no id"}), Unavailable, "provider_unavailable", None),
    ],
)
async def test_api_refusals(
    *, server: Server, provider: GitHub, answer: Answer, kind: type[AppError], code: str, retry_after: float | None
) -> None:
    server.answer = lambda _: answer
    with pytest.raises(kind) as raised:
        await provider.fetch_profile(TOKEN)
    assert (raised.value.code, raised.value.retry_after) == (code, retry_after)
    assert TOKEN not in str(raised.value)
    # its cause would hold the request, and that the token
    assert raised.value.__context__ is None


async def test_nobody_answers() -> None:
    built = adapter(f"http://127.0.0.1:{free_port()}")
    try:
        with pytest.raises(Unavailable) as raised:
            await built.fetch_profile(TOKEN)
        assert raised.value.__context__ is None
        with pytest.raises(Unavailable):
            await built.exchange(code="the-code", verifier=VERIFIER)
        with pytest.raises(Unavailable):
            await built.renew(REFRESH_TOKEN)
        await built.withdraw(TOKEN)
    finally:
        await built.aclose()


async def test_membership_is_looked_for_on_every_page(server: Server, provider: GitHub) -> None:
    def answer(seen: Seen) -> Answer:
        page = int(parse_qs(urlsplit(seen.path).query)["page"][0])
        link = {"link": f'<{server.url}/x?page={page + 1}>; rel="next"'} if page < 3 else {}
        return 200, link, [{"login": f"Org-{page}", "id": page}]

    server.answer = answer
    assert await provider.is_member(TOKEN, {"org-3"})
    assert len(server.seen) == 3
    assert not await provider.is_member(TOKEN, {"org-4"})
    assert server.seen[0].path == "/api/v3/user/orgs?per_page=100&page=1"


# ---------------------------------------------------------------- repositories


def paged(server: Server, names: list[str]) -> Callable[[Seen], Answer]:
    def answer(seen: Seen) -> Answer:
        asked = parse_qs(urlsplit(seen.path).query)
        page, size = int(asked["page"][0]), int(asked["per_page"][0])
        first = (page - 1) * size
        more = first + size < len(names)
        link = {"link": f'<{server.url}/api/v3/user/repos?page={page + 1}>; rel="next"'} if more else {}
        return 200, link, [repository(first + n, name) for n, name in enumerate(names[first : first + size])]

    return answer


async def walk(provider: GitHub, query: str, page_size: int) -> list[list[str]]:
    pages, token = [], ""
    while True:
        page = await provider.list_repositories(TOKEN, query=query, page_size=page_size, page_token=token)
        pages.append([found.full_name for found in page.repositories])
        token = page.next_page_token
        if not token:
            return pages


@pytest.mark.parametrize("page_size", [1, 30, 99, 100])
@pytest.mark.parametrize("count", [0, 1, 100, 101, 230])
async def test_pages_cover_all_once_and_in_order(server: Server, provider: GitHub, count: int, page_size: int) -> None:
    names = [f"acme/thing-{number}" for number in range(count)]
    server.answer = paged(server, names)
    pages = await walk(provider, "", page_size)
    assert [name for page in pages for name in page] == names
    assert all(len(page) == page_size for page in pages[:-1])


async def test_search_matches_any_part_of_the_name_in_any_case(server: Server, provider: GitHub) -> None:
    names = [f"acme/thing-{number}" for number in range(1200)]
    names[3], names[150], names[1100] = "acme/Needle", "needles/one", "x/theNEEDLE"
    server.answer = paged(server, names)
    pages = await walk(provider, "needle", 30)
    assert [name for page in pages for name in page] == ["acme/Needle", "needles/one", "x/theNEEDLE"]
    # a search through many names answers in bounded steps
    assert len(pages) == 3
    assert len(server.seen) == 12
