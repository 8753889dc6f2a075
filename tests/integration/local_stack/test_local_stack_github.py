"""The GitHub stand-in as its own process, seen by an HTTP client and by git."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from local_stack import process
from local_stack.ports import free_port
from tests.support import servers

CALLBACK = "http://127.0.0.1:8080/auth/callback"
VERIFIER = "v" * 64
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()
APP = {"client_id": "the-app", "client_secret": "the-secret"}


@dataclass(frozen=True)
class StandIn:
    url: str
    listed: Path
    log: Path

    def client(self, token: str | None = None) -> httpx.Client:
        headers = {"authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.url, headers=headers, trust_env=False)


@pytest.fixture(scope="module")
def github(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    folder = tmp_path_factory.mktemp("github")
    port = free_port()
    program = process.Program(
        name="github",
        argv=(sys.executable, "-m", "local_stack.github"),
        environment={
            "PATH": os.environ["PATH"],
            "GITHUB_PORT": str(port),
            "GITHUB_DATA": str(folder / "data"),
            "GITHUB_REPOSITORIES": str(folder / "repositories.json"),
            "GITHUB_CLIENT_ID": APP["client_id"],
            "GITHUB_CLIENT_SECRET": APP["client_secret"],
            "GITHUB_CALLBACK_URL": CALLBACK,
        },
    )
    standin = StandIn(f"http://127.0.0.1:{port}", folder / "repositories.json", folder / "log")
    running = process.launch(program, standin.log)

    async def ready() -> bool:
        async with httpx.AsyncClient(trust_env=False) as client:
            try:
                return (await client.get(f"{standin.url}/readyz")).is_success
            except httpx.TransportError:
                return False

    servers.run_sync(process.until(ready, 30))
    yield standin
    process.halt(running, program)


def authorize(github: StandIn, **changed: str | None) -> httpx.Response:
    asked = {
        "client_id": APP["client_id"],
        "redirect_uri": CALLBACK,
        "state": "a&b=c",
        "scope": "repo user:email",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "login": "alice",
    } | changed
    with github.client() as client:
        return client.get(
            "/login/oauth/authorize", params={name: value for name, value in asked.items() if value is not None}
        )


def returned(response: httpx.Response) -> dict[str, str]:
    assert response.status_code == 302
    return {name: values[0] for name, values in parse_qs(urlsplit(response.headers["location"]).query).items()}


def exchange(github: StandIn, code: str, **changed: str) -> dict[str, str]:
    sent = APP | {"code": code, "redirect_uri": CALLBACK, "code_verifier": VERIFIER} | changed
    with github.client() as client:
        response = client.post("/login/oauth/access_token", data=sent, headers={"accept": "application/json"})
    assert response.status_code == 200
    return response.json()


def sign_in(github: StandIn, login: str = "alice", scope: str = "repo user:email") -> str:
    code = returned(authorize(github, login=login, scope=scope))["code"]
    return exchange(github, code)["access_token"]


class TestSignIn:
    def test_a_login_in_the_address_needs_no_click(self, github: StandIn) -> None:
        response = authorize(github)
        assert response.headers["location"].startswith(f"{CALLBACK}?")
        assert returned(response)["state"] == "a&b=c"
        granted = exchange(github, returned(response)["code"])
        assert granted["token_type"] == "bearer"
        assert granted["scope"] == "repo,user:email"
        with github.client(granted["access_token"]) as client:
            user = client.get("/api/v3/user")
            assert user.json()["login"] == "alice"
            assert user.headers["x-oauth-scopes"] == "repo, user:email"
            (email,) = client.get("/api/v3/user/emails").json()
            assert (email["email"], email["verified"]) == ("alice@example.com", True)

    def test_otherwise_a_page_offers_the_users(self, github: StandIn) -> None:
        page = authorize(github, login=None, state='"><script>')
        assert page.status_code == 200
        assert 'name="login" value="alice"' in page.text
        assert 'name="login" value="bob"' in page.text
        assert "<script>" not in page.text

    def test_the_token_comes_as_a_form_unless_json_is_accepted(self, github: StandIn) -> None:
        code = returned(authorize(github))["code"]
        with github.client() as client:
            response = client.post("/login/oauth/access_token", json=APP | {"code": code, "code_verifier": VERIFIER})
        assert response.headers["content-type"].startswith("application/x-www-form-urlencoded")
        assert parse_qs(response.text)["access_token"][0].startswith("gho_")

    def test_client_credentials_may_come_in_a_basic_header(self, github: StandIn) -> None:
        code = returned(authorize(github))["code"]
        with github.client() as client:
            response = client.post(
                "/login/oauth/access_token",
                data={"code": code, "code_verifier": VERIFIER, "grant_type": "authorization_code"},
                auth=(APP["client_id"], APP["client_secret"]),
                headers={"accept": "application/json"},
            )
        assert "access_token" in response.json()

    def test_a_refusal_reaches_the_app(self, github: StandIn) -> None:
        assert returned(authorize(github, login=None, deny="1"))["error"] == "access_denied"

    def test_an_unknown_app_is_not_found(self, github: StandIn) -> None:
        assert authorize(github, client_id="other").status_code == 404

    def test_a_foreign_redirect_is_never_followed(self, github: StandIn) -> None:
        response = authorize(github, redirect_uri="https://evil.example.com/auth/callback")
        assert response.headers["location"].startswith(CALLBACK)
        assert returned(response)["error"] == "redirect_uri_mismatch"
        assert "code" not in returned(response)

    def test_the_plain_challenge_method_is_refused(self, github: StandIn) -> None:
        assert authorize(github, code_challenge_method="plain").status_code == 400

    @pytest.mark.parametrize(
        ("changed", "error"),
        [
            ({"client_secret": "wrong"}, "incorrect_client_credentials"),
            ({"client_id": "wrong"}, "incorrect_client_credentials"),
            ({"code": "wrong"}, "bad_verification_code"),
            ({"code_verifier": "wrong"}, "bad_verification_code"),
            ({"redirect_uri": f"{CALLBACK}/other"}, "redirect_uri_mismatch"),
            ({"grant_type": "password"}, "unsupported_grant_type"),
        ],
    )
    def test_a_wrong_exchange_is_a_200_with_githubs_error(
        self, github: StandIn, changed: dict[str, str], error: str
    ) -> None:
        code = changed.get("code") or returned(authorize(github))["code"]
        answer = exchange(github, **({"code": code} | changed))
        assert answer["error"] == error
        assert set(answer) == {"error", "error_description", "error_uri"}

    def test_a_code_is_good_once(self, github: StandIn) -> None:
        code = returned(authorize(github))["code"]
        exchange(github, code)
        assert exchange(github, code)["error"] == "bad_verification_code"


class TestApi:
    def test_without_a_token_or_with_a_wrong_one(self, github: StandIn) -> None:
        with github.client() as client:
            assert client.get("/api/v3/user").json()["message"] == "Requires authentication"
        with github.client("gho_wrong") as client:
            response = client.get("/api/v3/user")
            assert (response.status_code, response.json()["message"]) == (401, "Bad credentials")

    def test_private_repositories_need_the_scope(self, github: StandIn) -> None:
        with github.client(sign_in(github)) as client:
            mine = {entry["name"]: entry["private"] for entry in client.get("/api/v3/user/repos").json()}
            assert mine["orchard"] is False
            assert mine["ledger"] is True
            assert client.get("/api/v3/repos/alice/ledger").json()["default_branch"] == "main"
            assert client.get("/api/v3/repos/bob/notebook").status_code == 404
        with github.client(sign_in(github, scope="read:user")) as client:
            assert "ledger" not in {entry["name"] for entry in client.get("/api/v3/user/repos").json()}
            assert client.get("/api/v3/repos/alice/ledger").status_code == 404
            assert client.get("/api/v3/user/emails").status_code == 404

    def test_a_public_repository_needs_no_token(self, github: StandIn) -> None:
        with github.client() as client:
            found = client.get("/api/v3/repos/Bob/Lighthouse").json()
            assert found["clone_url"] == f"{github.url}/bob/lighthouse.git"
            assert client.get("/api/v3/repos/bob/nothing").status_code == 404

    def test_repositories_come_in_pages(self, github: StandIn) -> None:
        with github.client(sign_in(github, "bob")) as client:
            first = client.get("/api/v3/user/repos", params={"per_page": 1, "visibility": "all"})
            assert [entry["name"] for entry in first.json()] == ["lighthouse"]
            assert set(first.links) == {"next", "last"}
            assert "visibility=all" in first.links["next"]["url"]
            second = client.get(first.links["next"]["url"])
            assert [entry["name"] for entry in second.json()] == ["notebook"]
            assert set(second.links) == {"prev", "first"}
            assert "link" not in client.get("/api/v3/user/repos").headers

    def test_organizations_need_the_scope(self, github: StandIn) -> None:
        for scope, login, expected in (
            ("read:org", "alice", ["acme"]),
            ("user", "alice", ["acme"]),
            ("read:org", "bob", []),
        ):
            with github.client(sign_in(github, login, scope)) as client:
                assert [found["login"] for found in client.get("/api/v3/user/orgs").json()] == expected
        with github.client(sign_in(github, scope="repo read:user")) as client:
            assert client.get("/api/v3/user/orgs").status_code == 403

    def test_an_app_revokes_a_grant(self, github: StandIn) -> None:
        tokens = [sign_in(github, "bob"), sign_in(github, "bob", "read:org")]
        address = f"/api/v3/applications/{APP['client_id']}/grant"
        auth = (APP["client_id"], APP["client_secret"])
        with github.client() as client:
            for expected in (204, 404):
                answer = client.request("DELETE", address, json={"access_token": tokens[0]}, auth=auth)
                assert answer.status_code == expected
            assert client.request("DELETE", address, json={}, auth=auth).status_code == 422
            assert client.request("DELETE", address, json={"access_token": tokens[0]}).status_code == 401
        for token in tokens:
            with github.client(token) as client:
                assert client.get("/api/v3/user").status_code == 401

    def test_tokens_do_not_expire(self, github: StandIn) -> None:
        granted = exchange(github, returned(authorize(github))["code"])
        assert set(granted) == {"access_token", "scope", "token_type"}

    def test_without_a_github_app_there_are_no_installations(self, github: StandIn) -> None:
        with github.client("any") as client:
            assert client.get("/api/v3/repos/alice/ledger/installation").status_code == 404
            assert client.post("/api/v3/app/installations/41001/access_tokens").status_code == 404

    def test_an_app_checks_and_revokes_a_token(self, github: StandIn) -> None:
        token, address = sign_in(github), f"/api/v3/applications/{APP['client_id']}/token"
        auth = (APP["client_id"], APP["client_secret"])
        with github.client() as client:
            assert client.post(address, json={"access_token": token}).status_code == 401
            checked = client.post(address, json={"access_token": token}, auth=auth)
            assert checked.json()["user"]["login"] == "alice"
            revoked = client.request("DELETE", address, json={"access_token": token}, auth=auth)
            assert revoked.status_code == 204
            assert client.post(address, json={"access_token": token}, auth=auth).status_code == 404
        with github.client(token) as client:
            assert client.get("/api/v3/user").status_code == 401


def git(*arguments: str, cwd: Path, configuration: dict[str, str] | None = None) -> subprocess.CompletedProcess:
    environment = {
        "PATH": os.environ["PATH"],
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "LC_ALL": "C",
    }
    options = [part for name, value in (configuration or {}).items() for part in ("-c", f"{name}={value}")]
    return subprocess.run(
        ["git", *options, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def basic(user: str, password: str) -> dict[str, str]:
    value = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"http.extraHeader": f"Authorization: Basic {value}"}


class TestGit:
    @pytest.mark.parametrize("version", ["0", "2"])
    @pytest.mark.parametrize("suffix", ["", ".git"])
    def test_a_public_repository_is_cloned(self, github: StandIn, tmp_path: Path, version: str, suffix: str) -> None:
        done = git(
            "clone",
            f"{github.url}/alice/orchard{suffix}",
            "orchard",
            cwd=tmp_path,
            configuration={"protocol.version": version},
        )
        assert done.returncode == 0, done.stderr
        checkout = tmp_path / "orchard"
        assert git("rev-list", "--count", "HEAD", cwd=checkout).stdout == "72\n"
        assert git("fsck", "--strict", cwd=checkout).returncode == 0
        people = git("shortlog", "-sne", "HEAD", cwd=checkout).stdout
        assert "Carla Conti <carla@example.com>" in people
        assert "old.example.com" not in people
        assert "dependabot[bot]" in people
        messages = git("log", "--format=%B", cwd=checkout).stdout
        assert "Co-authored-by: " in messages

    def test_the_samples_are_the_same_on_every_machine(self, github: StandIn, tmp_path: Path) -> None:
        listed = git("ls-remote", f"{github.url}/alice/orchard", "HEAD", cwd=tmp_path).stdout
        assert listed.split()[0] == "5d9ae43d480bc362c6dd9d343515e95d414fb5cd"

    def test_a_private_repository_needs_its_owners_token(self, github: StandIn, tmp_path: Path) -> None:
        address = f"{github.url}/alice/ledger.git"
        assert "could not read Username" in git("ls-remote", address, cwd=tmp_path).stderr
        token = sign_in(github)
        for credentials in (basic("x-access-token", token), basic(token, "")):
            done = git("clone", "--bare", address, "ledger", cwd=tmp_path, configuration=credentials)
            assert done.returncode == 0, done.stderr
            assert git("rev-list", "--count", "HEAD", cwd=tmp_path / "ledger").stdout == "41\n"
            subprocess.run(["rm", "-r", str(tmp_path / "ledger")], check=True)
        for stranger in (sign_in(github, "bob"), sign_in(github, scope="user:email")):
            done = git("ls-remote", address, cwd=tmp_path, configuration=basic("x-access-token", stranger))
            assert "not found" in done.stderr
        done = git("ls-remote", address, cwd=tmp_path, configuration=basic("x-access-token", "gho_wrong"))
        assert "Authentication failed" in done.stderr or "could not read" in done.stderr

    def test_an_unknown_repository_is_not_found(self, github: StandIn, tmp_path: Path) -> None:
        assert "not found" in git("ls-remote", f"{github.url}/alice/nothing.git", cwd=tmp_path).stderr

    def test_nothing_can_be_pushed(self, github: StandIn, tmp_path: Path) -> None:
        git("clone", f"{github.url}/alice/orchard", "orchard", cwd=tmp_path)
        done = git("push", "origin", "HEAD:refs/heads/other", cwd=tmp_path / "orchard")
        assert done.returncode != 0
        with github.client() as client:
            assert client.post("/alice/orchard.git/git-receive-pack", content=b"0000").status_code == 403

    @pytest.mark.parametrize("how", ["gzip", "chunked", "plain"])
    def test_request_bodies_in_every_encoding(self, github: StandIn, how: str) -> None:
        body = b"0014command=ls-refs\n0000"
        headers = {"content-type": "application/x-git-upload-pack-request", "git-protocol": "version=2"}
        content: bytes | Iterator[bytes] = body
        if how == "gzip":
            content, headers["content-encoding"] = gzip.compress(body), "gzip"
        if how == "chunked":
            content = iter([body[:5], body[5:]])
        with github.client() as client:
            response = client.post("/alice/orchard.git/git-upload-pack", content=content, headers=headers)
        assert response.status_code == 200
        assert b"refs/heads/main" in response.content

    def test_local_repositories_are_served_as_they_are_listed(self, github: StandIn, tmp_path: Path) -> None:
        local = tmp_path / "local"
        git("init", "-q", "--initial-branch=trunk", str(local), cwd=tmp_path)
        author = {"user.name": "N", "user.email": "n@example.com"}
        git("commit", "--allow-empty", "-m", "one", cwd=local, configuration=author)
        address = f"{github.url}/alice/mine.git"
        assert git("ls-remote", address, cwd=tmp_path).returncode != 0

        entry = {"owner": "alice", "name": "mine", "path": str(local / ".git")}
        github.listed.write_text(json.dumps([entry, entry | {"name": "gone", "path": "/nonexistent"}]))
        assert "refs/heads/trunk" in git("ls-remote", address, cwd=tmp_path).stdout
        with github.client() as client:
            assert client.get("/api/v3/repos/alice/mine").json()["default_branch"] == "trunk"
            assert client.get("/api/v3/repos/alice/gone").status_code == 404
        github.listed.unlink()


def test_no_secret_is_logged(github: StandIn) -> None:
    token = sign_in(github)
    log = github.log.read_text()
    assert token not in log
    assert APP["client_secret"] not in log
    assert "code=" not in log
