"""The Gitea adapter against answers as a real Gitea gives them, good and bad, from a real HTTP server.

That they are such answers is checked against the server itself by `make gitea-test`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from auth.provider import CloneAccess
from auth.provider.gitea import Gitea
from kit.errors import AppError, Internal, PermissionDenied, Unauthenticated, Unavailable, WrongState
from tests.support.answering import Answer, Seen, Server, answering_server

NOW = 1_795_426_200.0
TOKEN = "header.secret-access.signature"
REFRESH_TOKEN = "header.secret-refresh.signature"
VERIFIER = "verifier-that-stays-secret-0123456789-0123456789"
GRANTED = {"access_token": TOKEN, "token_type": "bearer", "expires_in": 3600, "refresh_token": REFRESH_TOKEN}
BASIC = httpx.BasicAuth("the-app", "the-secret")._auth_header


class Gitealike:
    """Answers by path, each of which a test may change. The server lies below a folder of its host."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.url = f"{server.url}/git"
        self.answers: dict[str, Answer] = {
            "/git/login/oauth/access_token": (200, {}, GRANTED),
            "/git/login/oauth/introspect": (200, {}, {"active": True, "scope": "read:user read:repository"}),
            "/git/api/v1/user": (200, {}, {"id": 5, "login": "ada", "full_name": "", "avatar_url": "https://a/5"}),
        }
        self.anonymous: Answer = (404, {}, {"message": "not found"})
        server.answer = self.answer

    def answer(self, seen: Seen) -> Answer:
        path = urlsplit(seen.path).path
        if seen.method == "GET" and "authorization" not in seen.headers:
            return self.anonymous
        return self.answers.get(path, (404, {}, {"message": "not found"}))


@pytest.fixture
def gitea() -> Iterator[Gitealike]:
    with answering_server() as server:
        yield Gitealike(server)


def adapter(url: str, *, read_organizations: bool = False) -> Gitea:
    return Gitea(
        url=url,
        client_id="the-app",
        client_secret="the-secret",
        redirect_uri="https://gitstrata.example/auth/callback",
        read_organizations=read_organizations,
        clock=lambda: NOW,
    )


@pytest.fixture
async def provider(gitea: Gitealike) -> AsyncIterator[Gitea]:
    built = adapter(f"{gitea.url}/")
    yield built
    await built.aclose()


@pytest.mark.parametrize(
    ("read_organizations", "private", "scope"),
    [
        (False, False, "public-only read:user read:repository"),
        (False, True, "read:user read:repository"),
        (True, False, "public-only read:user read:repository read:organization"),
        (True, True, "read:user read:repository read:organization"),
    ],
)
async def test_asks_for_the_least(read_organizations: bool, private: bool, scope: str) -> None:
    built = adapter("https://code.example/git/", read_organizations=read_organizations)
    try:
        address = built.authorize_url(state="s", verifier=VERIFIER, login_hint="ada", private=private)
        assert address.split("?")[0] == "https://code.example/git/login/oauth/authorize"
        asked = parse_qs(urlsplit(address).query)
        assert asked["scope"] == [scope]
        assert (asked["response_type"], asked["code_challenge_method"]) == (["code"], ["S256"])
        assert (built.url, built.origin) == ("https://code.example/git", "https://code.example:443")
    finally:
        await built.aclose()


async def test_exchange(gitea: Gitealike, provider: Gitea) -> None:
    grant = await provider.exchange(code="the-code", verifier=VERIFIER)
    assert (grant.access_token, grant.refresh_token) == (TOKEN, REFRESH_TOKEN)
    assert grant.scopes == "read:user read:repository"
    assert grant.expires_at is not None
    assert grant.expires_at.timestamp() == NOW + 3600
    assert grant.refresh_expires_at is None
    exchanged, introspected = gitea.server.seen
    assert exchanged.body["grant_type"] == ["authorization_code"]
    assert exchanged.body["code_verifier"] == [VERIFIER]
    assert (introspected.body, introspected.headers["authorization"]) == ({"token": [TOKEN]}, BASIC)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ({"error": "unauthorized_client", "error_description": "client is not authorized"}, Unauthenticated),
        ({"error": "unauthorized_client", "error_description": "failed PKCE code challenge"}, Unauthenticated),
        ({"error": "invalid_grant", "error_description": "authorization code expired"}, Unauthenticated),
        ({"error": "unauthorized_client", "error_description": "invalid client secret"}, Internal),
        ({"error": "unauthorized_client", "error_description": "unexpected redirect URI"}, Internal),
        ({"error": "invalid_client", "error_description": "cannot load client with client id: 'x'"}, Internal),
    ],
)
async def test_exchange_refused(
    gitea: Gitealike, provider: Gitea, answer: dict[str, str], kind: type[AppError]
) -> None:
    gitea.answers["/git/login/oauth/access_token"] = (400, {}, answer)
    with pytest.raises(kind) as raised:
        await provider.exchange(code="the-code", verifier=VERIFIER)
    assert raised.value.code == {Unauthenticated: "code_rejected", Internal: "provider_misconfigured"}[kind]
    assert raised.value.__context__ is None


@pytest.mark.parametrize("answer", [(500, {}, {}), (200, {}, {"active": False}), (200, {}, b"<html>")])
async def test_a_grant_of_unknown_scopes_is_none(gitea: Gitealike, provider: Gitea, answer: Answer) -> None:
    gitea.answers["/git/login/oauth/introspect"] = answer
    with pytest.raises(Unavailable):
        await provider.exchange(code="the-code", verifier=VERIFIER)


@pytest.mark.parametrize(
    ("scope", "told", "private"),
    [
        ("read:user", "read:user", False),
        ("read:user read:repository", "read:user read:repository", True),
        ("write:repository openid", "write:repository", True),
        ("public-only read:user read:repository", "public-only read:user read:repository", False),
        # without limits, as the server takes it
        ("", "all", True),
        ("openid profile email groups", "all", True),
        ("repo user:email", "all", True),
        ("all", "all", True),
    ],
)
async def test_scopes_as_the_server_takes_them(
    gitea: Gitealike, provider: Gitea, scope: str, told: str, private: bool
) -> None:
    gitea.answers["/git/login/oauth/introspect"] = (200, {}, {"active": True, "scope": scope})
    grant = await provider.exchange(code="the-code", verifier=VERIFIER)
    assert grant.scopes == told
    assert provider.reads_private(grant.scopes) is private


async def test_unknown_scopes_read_nothing_private(provider: Gitea) -> None:
    assert not provider.reads_private("")


async def test_renew(gitea: Gitealike, provider: Gitea) -> None:
    grant = await provider.renew("the-old-one")
    assert (grant.access_token, grant.refresh_token, grant.scopes) == (
        TOKEN,
        REFRESH_TOKEN,
        "read:user read:repository",
    )
    assert gitea.server.seen[0].body == {
        "grant_type": ["refresh_token"],
        "refresh_token": ["the-old-one"],
        "client_id": ["the-app"],
        "client_secret": ["the-secret"],
    }


async def test_a_renewed_grant_is_not_lost_when_its_scopes_are_not_told(gitea: Gitealike, provider: Gitea) -> None:
    gitea.answers["/git/login/oauth/introspect"] = (500, {}, {})
    grant = await provider.renew("the-old-one")
    assert (grant.refresh_token, grant.scopes) == (REFRESH_TOKEN, "")


@pytest.mark.parametrize(
    ("answer", "kind", "code"),
    [
        ({"error": "unauthorized_client", "error_description": "token was already used"}, WrongState, "void"),
        ({"error": "unauthorized_client", "error_description": "unable to parse refresh token"}, WrongState, "void"),
        ({"error": "invalid_grant", "error_description": "grant does not exist"}, WrongState, "void"),
        ({"error": "invalid_client", "error_description": "invalid client secret"}, Internal, "misconfigured"),
    ],
)
async def test_renew_refused(
    gitea: Gitealike, provider: Gitea, answer: dict[str, str], kind: type[AppError], code: str
) -> None:
    gitea.answers["/git/login/oauth/access_token"] = (400, {}, answer)
    with pytest.raises(kind) as raised:
        await provider.renew("the-old-one")
    assert raised.value.code.endswith(code)


async def test_profile(gitea: Gitealike, provider: Gitea) -> None:
    profile = await provider.fetch_profile(TOKEN)
    assert (profile.provider_user_id, profile.login, profile.name) == ("5", "ada", "ada")
    gitea.answers["/git/api/v1/user"] = (401, {}, {"message": "user does not exist"})
    with pytest.raises(WrongState):
        await provider.fetch_profile(TOKEN)


@pytest.mark.parametrize("named", ["name", "username"])
async def test_membership_on_servers_old_and_new(gitea: Gitealike, provider: Gitea, named: str) -> None:
    gitea.answers["/git/api/v1/user/orgs"] = (200, {}, [{"id": 1, named: "Acme"}])
    assert await provider.is_member(TOKEN, {"acme"})
    assert not await provider.is_member(TOKEN, {"other", ""})
    gitea.answers["/git/api/v1/user/orgs"] = (403, {}, {"message": "token does not have at least one of …"})
    with pytest.raises(PermissionDenied):
        await provider.is_member(TOKEN, {"acme"})


# ---------------------------------------------------------------- access to one repository

FOUND: dict[str, Any] = {
    "id": 7,
    "full_name": "acme/thing",
    "clone_url": "https://code.example/git/acme/thing.git",
    "private": True,
    "default_branch": "main",
}
OWN = CloneAccess("oauth2", TOKEN, None)


async def test_a_private_repository_is_read_with_the_persons_token(gitea: Gitealike, provider: Gitea) -> None:
    gitea.answers["/git/api/v1/repos/acme/thing"] = (200, {}, FOUND)
    assert await provider.clone_access(TOKEN, f"{gitea.url}/acme/thing.git") == OWN


async def test_a_public_repository_is_read_by_anybody_unless_the_server_says_no(
    gitea: Gitealike, provider: Gitea
) -> None:
    gitea.answers["/git/api/v1/repos/acme/thing"] = (200, {}, FOUND | {"private": False})
    gitea.anonymous = (200, {}, FOUND)
    assert await provider.clone_access(TOKEN, f"{gitea.url}/acme/thing.git") is None
    for status in (401, 403, 404):
        gitea.anonymous = (status, {}, {})
        assert await provider.clone_access(TOKEN, f"{gitea.url}/acme/thing.git") == OWN


async def test_a_renamed_repository_is_followed(gitea: Gitealike, provider: Gitea) -> None:
    gitea.answers["/git/api/v1/repos/acme/old"] = (301, {"location": "/git/api/v1/repos/acme/thing"}, b"")
    gitea.answers["/git/api/v1/repos/acme/thing"] = (200, {}, FOUND)
    assert await provider.clone_access(TOKEN, f"{gitea.url}/acme/old") == OWN


async def test_where_a_repository_is_now(gitea: Gitealike, provider: Gitea) -> None:
    gitea.answers["/git/api/v1/repos/acme/old"] = (301, {"location": "/git/api/v1/repos/acme/thing"}, b"")
    gitea.answers["/git/api/v1/repos/acme/thing"] = (200, {}, FOUND)
    found = await provider.locate(TOKEN, f"{gitea.url}/acme/old")
    assert found is not None
    assert (found.full_name, found.clone_url) == (FOUND["full_name"], FOUND["clone_url"])
    assert await provider.locate(TOKEN, f"{gitea.url}/acme") is None


@pytest.mark.parametrize("path", ["/acme/thing.git", "/git/acme", "/git/acme/thing/src", "/gitx/acme/thing"])
async def test_no_question_about_what_is_no_repository_there(gitea: Gitealike, provider: Gitea, path: str) -> None:
    assert await provider.clone_access(TOKEN, gitea.server.url + path) is None
    assert gitea.server.seen == []


async def test_nothing_to_withdraw_with(gitea: Gitealike, provider: Gitea) -> None:
    await provider.withdraw(TOKEN)
    assert gitea.server.seen == []
