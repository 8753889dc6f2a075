"""How the GitHub adapter gets access to one repository: GitHub's documented answers, from a real HTTP server."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from auth.provider import CloneAccess, Repository
from auth.provider.github import GitHub
from auth.provider.github_app import GitHubApp
from kit.errors import AppError, Internal, LimitReached, Unavailable, WrongState
from tests.support.answering import Answer, Seen, Server, answering_server

NOW = 1_795_426_200.0
TOKEN = "gho_secret-token"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
APP = GitHubApp(
    "4711",
    KEY.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode(),
)
OWN = CloneAccess("x-access-token", TOKEN, None)
ADDRESS = "/acme/thing.git"
INSTALLATION, TOKENS = "/api/v3/repos/acme/thing/installation", "/api/v3/app/installations/99/access_tokens"
BAD = {"message": "Bad credentials", "documentation_url": "https://docs.github.com/rest"}


@pytest.fixture
def server() -> Iterator[Server]:
    with answering_server() as told:
        yield told


def adapter(url: str, app: GitHubApp | None) -> GitHub:
    return GitHub(
        url=url,
        client_id="the-app",
        client_secret="the-secret",
        redirect_uri="https://gitstrata.example/auth/callback",
        read_organizations=False,
        app=app,
        clock=lambda: NOW,
    )


@pytest.fixture
async def provider(server: Server) -> AsyncIterator[GitHub]:
    built = adapter(server.url, None)
    yield built
    await built.aclose()


@pytest.fixture
async def with_app(server: Server) -> AsyncIterator[GitHub]:
    built = adapter(server.url, APP)
    yield built
    await built.aclose()


class Hub:
    """GitHub's answers about one repository, each of which a test may change."""

    def __init__(self, server: Server) -> None:
        found = {"id": 7, "full_name": "acme/thing", "private": True}
        self.answers: dict[str, Answer] = {
            "/api/v3/repos/acme/thing": (200, {}, found),
            "/api/v3/repos/acme/old": (301, {"location": f"{server.url}/api/v3/repositories/7"}, {}),
            "/api/v3/repositories/7": (200, {}, found),
            "/api/v3/repos/acme/thing/installation": (200, {}, {"id": 99}),
            "/api/v3/app/installations/99/access_tokens": (
                201,
                {},
                {"token": "ghs_short", "expires_at": "2026-11-25T12:00:00Z"},
            ),
        }
        self.anonymous: Answer = (404, {}, {})
        server.answer = self.answer

    def answer(self, seen: Seen) -> Answer:
        if "authorization" not in seen.headers:
            return self.anonymous
        return self.answers.get(seen.path, (404, {}, {}))


async def test_access_by_the_persons_own_token(server: Server, provider: GitHub) -> None:
    Hub(server)
    assert await provider.clone_access(TOKEN, server.url + ADDRESS) == OWN
    assert [seen.path for seen in server.seen] == ["/api/v3/repos/acme/thing"]


async def test_access_by_a_token_of_the_app(server: Server, with_app: GitHub) -> None:
    Hub(server)
    access = await with_app.clone_access(TOKEN, server.url + ADDRESS)
    assert access == CloneAccess("x-access-token", "ghs_short", datetime(2026, 11, 25, 12, tzinfo=UTC))
    assert "ghs_short" not in repr(access)
    person, installation, token = server.seen
    assert person.headers["authorization"] == f"Bearer {TOKEN}"
    for seen in (installation, token):
        claims = jwt.decode(
            seen.headers["authorization"].removeprefix("Bearer "),
            KEY.public_key(),
            algorithms=["RS256"],
            options={"verify_exp": False, "verify_iat": False},
        )
        assert claims == {"iss": "4711", "iat": NOW - 60, "exp": NOW + 480}
    assert json.loads(token.content) == {
        "repository_ids": [7],
        "permissions": {"contents": "read", "metadata": "read"},
    }


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        (INSTALLATION, (404, {}, {})),
        (INSTALLATION, (403, {}, {"message": "suspended"})),
        (TOKENS, (403, {}, {"message": "suspended"})),
        (TOKENS, (422, {}, {"message": "The permissions requested are not granted to this installation."})),
        (TOKENS, (404, {}, {})),
    ],
)
async def test_where_the_app_may_not_read_the_persons_token_serves(
    server: Server, with_app: GitHub, path: str, answer: Answer
) -> None:
    Hub(server).answers[path] = answer
    assert await with_app.clone_access(TOKEN, server.url + ADDRESS) == OWN


@pytest.mark.parametrize(
    ("path", "answer", "kind", "code"),
    [
        (INSTALLATION, (401, {}, BAD), Internal, "provider_misconfigured"),
        (TOKENS, (401, {}, BAD), Internal, "provider_misconfigured"),
        (INSTALLATION, (500, {}, {}), Unavailable, "provider_unavailable"),
        (TOKENS, (201, {}, {"token": "ghs_short"}), Unavailable, "provider_unavailable"),
        ("/api/v3/repos/acme/thing", (401, {}, BAD), WrongState, "provider_token_void"),
        ("/api/v3/repos/acme/thing", (403, {"retry-after": "9"}, BAD), LimitReached, "provider_limit"),
        ("/api/v3/repos/acme/thing", (429, {}, BAD), LimitReached, "provider_limit"),
        ("/api/v3/repos/acme/thing", (200, {}, {"id": 7}), Unavailable, "provider_unavailable"),
        ("/api/v3/repos/acme/thing", (301, {"location": "/api/v3/repos/acme/old"}, {}), Unavailable, None),
    ],
)
async def test_access_refused(
    *, server: Server, with_app: GitHub, path: str, answer: Answer, kind: type[AppError], code: str | None
) -> None:
    Hub(server).answers[path] = answer
    with pytest.raises(kind) as raised:
        await with_app.clone_access(TOKEN, server.url + ADDRESS)
    assert raised.value.code == (code or raised.value.code)
    assert raised.value.__context__ is None
    assert not [secret for secret in (TOKEN, "ghs_short") if secret in str(raised.value)]


@pytest.mark.parametrize("status", [403, 404, 451])
async def test_no_access_to_what_the_person_may_not_read(server: Server, with_app: GitHub, status: int) -> None:
    Hub(server).answers["/api/v3/repos/acme/thing"] = (status, {}, {"message": "no"})
    assert await with_app.clone_access(TOKEN, server.url + ADDRESS) is None
    assert len(server.seen) == 1


async def test_a_renamed_repository_is_followed(server: Server, with_app: GitHub) -> None:
    Hub(server)
    access = await with_app.clone_access(TOKEN, f"{server.url}/acme/old")
    assert access is not None
    assert access.password == "ghs_short"
    assert [seen.path for seen in server.seen[:3]] == [
        "/api/v3/repos/acme/old",
        "/api/v3/repositories/7",
        INSTALLATION,
    ]


async def test_where_a_repository_is_now(server: Server, provider: GitHub) -> None:
    hub = Hub(server)
    now = {"clone_url": f"{server.url}/acme/thing.git", "default_branch": "main"}
    hub.answers["/api/v3/repositories/7"][2].update(now)
    found = await provider.locate(TOKEN, f"{server.url}/acme/old.git")
    assert found == Repository("7", "acme/thing", now["clone_url"], private=True, default_branch="main")
    hub.answers["/api/v3/repos/acme/gone"] = (404, {}, {})
    for address in ("/acme/gone", "/acme", "/acme/thing/src"):
        assert await provider.locate(TOKEN, server.url + address) is None
    assert await provider.locate(TOKEN, "https://elsewhere.example/acme/thing") is None


async def test_a_token_never_follows_a_redirect_elsewhere(server: Server, provider: GitHub) -> None:
    with answering_server() as elsewhere:
        Hub(server).answers["/api/v3/repos/acme/old"] = (
            301,
            {"location": f"{elsewhere.url}/api/v3/repositories/7"},
            {},
        )
        with pytest.raises(Unavailable):
            await provider.clone_access(TOKEN, f"{server.url}/acme/old")
        assert elsewhere.seen == []


async def test_an_enterprise_server_in_private_mode_needs_access_to_public_ones_too(
    server: Server, provider: GitHub
) -> None:
    hub = Hub(server)
    hub.answers["/api/v3/repos/acme/thing"] = (200, {}, {"id": 7, "full_name": "acme/thing", "private": False})
    hub.anonymous = (401, {}, {"message": "Must authenticate to access this API."})
    assert await provider.clone_access(TOKEN, server.url + ADDRESS) == OWN
    hub.anonymous = (200, {}, {})
    assert await provider.clone_access(TOKEN, server.url + ADDRESS) is None
    hub.anonymous = (503, {}, {})
    with pytest.raises(Unavailable):
        await provider.clone_access(TOKEN, server.url + ADDRESS)


@pytest.mark.parametrize(
    "address",
    [
        "https://elsewhere.example/acme/thing",
        "{url}/acme",
        "{url}/acme/thing/tree/main",
        "{url}/acme/thing?x",
        "{url}//acme/thing",
        "{url}/acme/..",
        "{url}/acme/%74hing",
        "{url}/acme/.git",
    ],
)
async def test_no_question_about_what_is_no_repository(server: Server, provider: GitHub, address: str) -> None:
    Hub(server)
    assert await provider.clone_access(TOKEN, address.format(url=server.url)) is None
    assert server.seen == []
