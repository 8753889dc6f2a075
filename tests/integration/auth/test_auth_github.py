"""The GitHub adapter against GitHub's documented answers, good and bad, from a real HTTP server."""

from __future__ import annotations

import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from authlib.integrations.httpx_client import AsyncOAuth2Client

from auth.provider.github import GitHub
from kit.errors import AppError, Internal, LimitReached, PermissionDenied, Unauthenticated, Unavailable, WrongState
from local_stack.ports import free_port

NOW = 1_795_426_200.0
TOKEN = "gho_secret-token"
VERIFIER = "verifier-that-stays-secret-0123456789-0123456789"


@dataclass(frozen=True)
class Seen:
    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, list[str]]


Answer = tuple[int, dict[str, str], Any]


@dataclass
class Server:
    """Answers as told and remembers what it was asked."""

    url: str
    answer: Callable[[Seen], Answer] = lambda _: (200, {}, {})
    seen: list[Seen] = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def reply(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            seen = Seen(
                self.command,
                self.path,
                {name.lower(): value for name, value in self.headers.items()},
                parse_qs(self.rfile.read(length).decode()),
            )
            told.seen.append(seen)
            status, headers, content = told.answer(seen)
            body = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(status)
            for name, value in {
                "content-type": "application/json",
                "content-length": str(len(body)),
                **headers,
            }.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None: ...

    for method in ("GET", "POST"):
        setattr(Handler, f"do_{method}", Handler.reply)

    listening = ThreadingHTTPServer(("127.0.0.1", free_port()), Handler)
    told = Server(f"http://127.0.0.1:{listening.server_port}")
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield told
    listening.shutdown()
    thread.join()
    listening.server_close()


def adapter(url: str) -> GitHub:
    return GitHub(
        url=url,
        client_id="the-app",
        client_secret="the-secret",
        redirect_uri="https://gitstrata.example/auth/callback",
        scopes="read:user repo",
        clock=lambda: NOW,
    )


@pytest.fixture
async def provider(server: Server) -> AsyncIterator[GitHub]:
    built = adapter(server.url)
    yield built
    await built.aclose()


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
        assert built.authorize_url(state="s", verifier=VERIFIER, login_hint="").split("?")[0] == authorize
        assert built._api == api
    finally:
        await built.aclose()


async def test_login_hint_is_githubs_login(provider: GitHub) -> None:
    asked = parse_qs(urlsplit(provider.authorize_url(state="s", verifier=VERIFIER, login_hint="a&b")).query)
    assert asked["login"] == ["a&b"]
    assert "login" not in parse_qs(urlsplit(provider.authorize_url(state="s", verifier=VERIFIER, login_hint="")).query)


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


async def test_nobody_answers() -> None:
    built = adapter(f"http://127.0.0.1:{free_port()}")
    try:
        with pytest.raises(Unavailable):
            await built.fetch_profile(TOKEN)
        with pytest.raises(Unavailable):
            await built.exchange(code="the-code", verifier=VERIFIER)
    finally:
        await built.aclose()


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
