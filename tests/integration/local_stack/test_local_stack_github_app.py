"""The GitHub stand-in with what its settings may add: tokens that expire, and a GitHub App."""

from __future__ import annotations

import base64
import hashlib
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import jwt
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from auth.provider import CloneAccess
from tests.support.github import CALLBACK, CLIENT_ID, CLIENT_SECRET, StandIn, github_standin
from tests.support.identity_provider import clone

VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    public = KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    with github_standin(
        tmp_path_factory.mktemp("github"), expiring_tokens="true", app_id="4711", app_public_key=public.decode()
    ) as standin:
        yield standin


def client(github: StandIn, token: str = "") -> httpx.Client:
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return httpx.Client(base_url=f"{github.url}/api/v3", headers=headers, trust_env=False)


def granted(github: StandIn, **sent: str) -> dict[str, Any]:
    """What the token endpoint answers."""
    values = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET, **sent}
    address = f"{github.url}/login/oauth/access_token"
    return httpx.post(address, data=values, headers={"accept": "application/json"}, trust_env=False).json()


async def sign_in(github: StandIn, scope: str = "repo user:email") -> dict[str, Any]:
    asked = {
        "client_id": CLIENT_ID,
        "redirect_uri": CALLBACK,
        "state": "s",
        "scope": scope,
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
    }
    address = httpx.URL(f"{github.url}/login/oauth/authorize", params=asked)
    came_back = await github.approve(str(address), "alice")
    return granted(github, code=came_back["code"], code_verifier=VERIFIER)


async def test_tokens_that_expire_come_with_a_refresh_token(github: StandIn) -> None:
    first = await sign_in(github)
    assert first["expires_in"] == 28800
    assert first["refresh_token"].startswith("ghr_")
    assert first["scope"] == "repo,user:email"
    renewed = granted(github, grant_type="refresh_token", refresh_token=first["refresh_token"])
    assert renewed["scope"] == first["scope"]
    with client(github, renewed["access_token"]) as api:
        assert api.get("/user").json()["login"] == "alice"
    for gone in (first["access_token"], renewed["refresh_token"]):
        with client(github, gone) as api:
            assert api.get("/user").status_code == 401
    for wrong in (first["refresh_token"], renewed["access_token"], "ghr_wrong", ""):
        assert granted(github, grant_type="refresh_token", refresh_token=wrong)["error"] == "bad_refresh_token"


def app_token(key: rsa.RSAPrivateKey = KEY, **changed: object) -> str:
    now = int(time.time())
    claims = {"iss": "4711", "iat": now - 60, "exp": now + 540} | changed
    return jwt.encode({name: value for name, value in claims.items() if value is not None}, key, algorithm="RS256")


def installation(github: StandIn) -> str:
    """Where the App gets its tokens."""
    with client(github, app_token()) as api:
        found = api.get("/repos/alice/ledger/installation").json()
    return f"/app/installations/{found['id']}/access_tokens"


def test_the_app_is_installed_for_alice_only(github: StandIn) -> None:
    with client(github, app_token()) as api:
        assert api.get("/repos/Alice/Ledger/installation").json()["account"]["login"] == "alice"
        for path in ("bob/notebook", "bob/lighthouse", "alice/nothing"):
            assert api.get(f"/repos/{path}/installation").status_code == 404
        assert api.post("/app/installations/1/access_tokens").status_code == 404


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: "", id="none"),
        pytest.param(lambda: "no-token", id="no token"),
        pytest.param(lambda: app_token(OTHER_KEY), id="another key"),
        pytest.param(lambda: app_token(iss="other"), id="another app"),
        pytest.param(lambda: app_token(exp=None), id="without an end"),
        pytest.param(lambda: app_token(exp=int(time.time()) - 1), id="expired"),
        pytest.param(lambda: app_token(exp=int(time.time()) + 3600), id="for too long"),
        pytest.param(
            lambda: jwt.encode(
                {"iss": "4711", "iat": 0, "exp": int(time.time()) + 300}, "a-shared-secret" * 3, algorithm="HS256"
            ),
            id="another algorithm",
        ),
    ],
)
def test_the_app_proves_itself_by_its_key(github: StandIn, make: Any) -> None:
    number = installation(github)
    with client(github, make()) as api:
        assert api.get("/repos/alice/ledger/installation").status_code == 401
        assert api.post(number).status_code == 401


async def test_an_installations_token_lets_git_read_one_repository(github: StandIn, tmp_path: Path) -> None:
    with client(github, (await sign_in(github))["access_token"]) as api:
        number = api.get("/repos/alice/ledger").json()["id"]
    asked = {"repository_ids": [number], "permissions": {"contents": "read", "metadata": "read"}}
    with client(github, app_token()) as api:
        made = api.post(installation(github), json=asked)
    assert made.status_code == 201
    token = made.json()["token"]
    assert token.startswith("ghs_")
    left = datetime.fromisoformat(made.json()["expires_at"]) - datetime.now(UTC)
    assert timedelta(minutes=59) < left <= timedelta(hours=1)
    access = CloneAccess("x-access-token", token, None)
    done = clone(f"{github.url}/alice/ledger", tmp_path / "ledger", access)
    assert done.returncode == 0, done.stderr
    for other in ("alice/orchard", "bob/notebook"):
        assert "not found" in clone(f"{github.url}/{other}", tmp_path / "other", access).stderr
    with client(github, token) as api:
        assert api.get("/user/repos").status_code == 403


@pytest.mark.parametrize(
    "asked",
    [
        {"repository_ids": [1]},
        {"repository_ids": "x"},
        {"permissions": {"contents": "write"}},
        {"permissions": {"administration": "read"}},
        [1],
    ],
)
def test_the_app_gets_no_more_than_it_was_given(github: StandIn, asked: object) -> None:
    with client(github, app_token()) as api:
        assert api.post(installation(github), json=asked).status_code == 422


def test_without_contents_git_reads_nothing(github: StandIn, tmp_path: Path) -> None:
    with client(github, app_token()) as api:
        made = api.post(installation(github), json={"permissions": {"metadata": "read"}})
    access = CloneAccess("x-access-token", made.json()["token"], None)
    assert "not found" in clone(f"{github.url}/alice/ledger", tmp_path / "ledger", access).stderr
