"""What a thief would try, against the running system; and that no secret of a full run lies anywhere."""

from __future__ import annotations

import asyncio
import base64
import json
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode, urlsplit, urlunsplit

import asyncpg
import httpx
import jwt
import nats
import psutil
import pytest
from nats.aio.client import Client
from nats.aio.msg import Msg

from kit.vault import Vault
from local_stack.secrets import load
from local_stack.stack import Plan
from tests.e2e.repositories import commits
from tests.support.stack import RunningStack, eventually

CALLBACK = "/api/v1/auth/callback"
KID = "local-1"


@dataclass
class Browser:
    """A browser of its own, with what it saw on the way."""

    stack: RunningStack
    http: httpx.AsyncClient
    seen: dict[str, str] = field(default_factory=dict)

    async def begin(self, login: str = "alice", **query: str) -> dict[str, str]:
        """Begin to sign in, and be sent back by the provider: `code` and `state`."""
        started = await self.http.get("/api/v1/auth/github", params={"login": login, **query})
        assert started.status_code == 302
        self.seen["browser key"] = self.http.cookies["gitstrata_sign_in"]
        back = await self.http.get(started.headers["location"])
        returned = dict(parse_qsl(urlsplit(back.headers["location"]).query))
        self.seen |= returned
        return returned

    async def complete(self, sent: dict[str, str]) -> httpx.Response:
        return await self.http.post(CALLBACK, json={**sent, "token_delivery": "body"})

    async def sign_in(self, login: str = "alice", **query: str) -> dict[str, Any]:
        answer = await self.complete(await self.begin(login, **query))
        assert answer.status_code == 200, answer.text
        tokens: dict[str, Any] = answer.json()
        self.seen |= {"access": tokens["access_token"], "refresh": tokens["refresh_token"]}
        return tokens

    async def get(self, path: str, token: str, **more: Any) -> httpx.Response:
        return await self.request("GET", path, token, **more)

    async def request(self, method: str, path: str, token: str, **more: Any) -> httpx.Response:
        return await self.http.request(method, path, headers={"Authorization": f"Bearer {token}"}, **more)


@pytest.fixture
async def browsers(stack: RunningStack) -> Any:
    opened: list[httpx.AsyncClient] = []

    def one() -> Browser:
        opened.append(httpx.AsyncClient(base_url=stack.gateway, trust_env=False, timeout=30))
        return Browser(stack, opened[-1])

    yield one
    for client in opened:
        await client.aclose()


def refused(answer: httpx.Response, status: int, code: str) -> None:
    assert (answer.status_code, answer.json()["code"]) == (status, code), answer.text


# ---------------------------------------------------------------- signing in


async def test_a_code_works_once(browsers: Callable[[], Browser]) -> None:
    browser = browsers()
    sent = await browser.begin()
    assert (await browser.complete(sent)).status_code == 200
    again = await browser.begin()
    refused(await browser.complete({"code": sent["code"], "state": again["state"]}), 401, "code_rejected")


async def test_a_state_works_once_in_its_browser_and_is_needed(browsers: Callable[[], Browser]) -> None:
    browser, other = browsers(), browsers()
    sent = await browser.begin()
    refused(await other.complete(sent), 401, "sign_in_not_started")
    await other.begin("bob")
    refused(await other.complete(sent), 401, "state_unknown")
    sent = await browser.begin()
    assert (await browser.complete(sent)).status_code == 200
    await browser.begin()
    refused(await browser.complete(sent), 401, "state_unknown")
    refused(await browser.complete({"code": sent["code"]}), 422, "invalid_input")
    refused(await browser.complete({"code": sent["code"], "state": ""}), 422, "invalid_input")


async def test_a_code_without_its_verifier_is_worth_nothing(browsers: Callable[[], Browser]) -> None:
    """Somebody else's code slipped into one's own sign-in: the challenge it was given for is another one's."""
    victim, thief = browsers(), browsers()
    stolen = await victim.begin("alice")
    own = await thief.begin("bob")
    refused(await thief.complete({"code": stolen["code"], "state": own["state"]}), 401, "code_rejected")


async def test_nobody_is_sent_to_another_origin(stack: RunningStack, browsers: Callable[[], Browser]) -> None:
    http = browsers().http
    asked = {"login": "alice", "redirect_uri": "https://evil.example/", "next": "https://evil.example/"}
    started = await http.get("/api/v1/auth/github", params=asked)
    parts = urlsplit(started.headers["location"])
    query = parse_qs(parts.query)
    assert f"{parts.scheme}://{parts.netloc}" == stack.github
    assert query["redirect_uri"] == [f"{stack.gateway}/auth/callback"]
    query["redirect_uri"] = ["https://evil.example/"]
    tampered = urlunsplit(parts._replace(query=urlencode(query, doseq=True)))
    back = await http.get(tampered)
    assert "evil.example" not in back.headers.get("location", "")


# ---------------------------------------------------------------- access tokens


def claims(token: str, **changed: Any) -> dict[str, Any]:
    return {**jwt.decode(token, options={"verify_signature": False}), **changed}


def forged(stack: RunningStack, token: str) -> dict[str, tuple[str, str]]:
    """What is made of a good token, and the code that refuses it."""
    secrets = load(stack.home.secrets)
    assert secrets is not None
    key = base64.b64decode(secrets.jwt_keys[KID])
    now = datetime.now(UTC)
    header, payload, signature = token.split(".")
    unsigned = jwt.encode(claims(token), None, algorithm="none", headers={"kid": KID})
    as_rs256 = base64.urlsafe_b64encode(json.dumps({"alg": "RS256", "kid": KID, "typ": "JWT"}).encode()).decode()
    other = base64.urlsafe_b64encode(json.dumps(claims(token, sub="somebody")).encode()).decode().rstrip("=")
    certificate = next(stack.home.tls.glob("*.crt"), None) or next(stack.home.tls.rglob("*.pem"))

    def signed(secret: bytes, kid: str = KID, algorithm: str = "HS256", **changed: Any) -> str:
        return jwt.encode(claims(token, **changed), secret, algorithm=algorithm, headers={"kid": kid})

    public = base64.b64encode(certificate.read_bytes())  # PyJWT itself refuses a PEM as an HMAC key
    return {
        "no signature": (unsigned, "token_invalid"),
        "a signature cut off": (f"{header}.{payload}.", "token_invalid"),
        "RS256 in the header": (f"{as_rs256.rstrip('=')}.{payload}.{signature}", "token_invalid"),
        "signed with a public key": (signed(public), "token_invalid"),
        "another kid": (signed(key, kid="local-2"), "token_invalid"),
        "a kid that is a path": (signed(key, kid="../../dev/null"), "token_invalid"),
        "another algorithm of the family": (signed(key * 2, algorithm="HS512"), "token_invalid"),
        "expired": (signed(key, exp=now - timedelta(minutes=1)), "token_expired"),
        "not yet valid": (signed(key, nbf=now + timedelta(minutes=5)), "token_invalid"),
        "issued in the future": (signed(key, iat=now + timedelta(minutes=5)), "token_invalid"),
        "another user": (f"{header}.{other}.{signature}", "token_invalid"),
        "for somebody else": (signed(key, aud="another"), "token_invalid"),
        "from somebody else": (signed(key, iss="another"), "token_invalid"),
        "no session": (signed(key, sid=""), "token_invalid"),
        "too long": (token + "x" * 5_000, "token_invalid"),
        "empty": ("x", "token_invalid"),
    }


async def test_forged_tokens_are_refused(stack: RunningStack, browsers: Callable[[], Browser]) -> None:
    browser = browsers()
    token = (await browser.sign_in())["access_token"]
    assert (await browser.get("/api/v1/auth/me", token)).status_code == 200
    for name, (attempt, code) in forged(stack, token).items():
        answer = await browser.get("/api/v1/auth/me", attempt)
        assert (answer.status_code, answer.json()["code"]) == (401, code), name
        assert answer.headers["www-authenticate"].startswith("Bearer ")


async def test_headers_are_bounded(stack: RunningStack) -> None:
    async with httpx.AsyncClient(base_url=stack.gateway, trust_env=False) as client:
        answer = await client.get("/healthz", headers={"X-Large": "x" * 40_000})
        assert (answer.status_code, answer.json()["code"]) == (431, "headers_too_large")
        # more than is ever read
        assert (await client.get("/healthz", headers={"X-Large": "x" * 300_000})).status_code == 400
        answer = await client.get("/healthz", headers={"X-Large": "x" * 8_000})
        assert answer.status_code == 200


# ---------------------------------------------------------------- sessions and API tokens


async def until_refused(browser: Browser, token: str) -> tuple[float, str]:
    """How long a token was still accepted, and the code then."""
    began = time.monotonic()
    async with asyncio.timeout(5):
        while (answer := await browser.get("/api/v1/auth/me", token)).status_code == 200:
            await asyncio.sleep(0.02)
    return time.monotonic() - began, answer.json()["code"]


async def test_reuse_of_a_refresh_token_ends_the_session_everywhere(browsers: Callable[[], Browser]) -> None:
    browser = browsers()
    first = await browser.sign_in()

    async def refresh(token: str) -> httpx.Response:
        return await browser.http.post("/api/v1/auth/refresh", json={"refresh_token": token})

    second = (await refresh(first["refresh_token"])).json()
    third = (await refresh(second["refresh_token"])).json()
    # the token before the last is from long ago, whatever the clock says
    refused(await refresh(first["refresh_token"]), 401, "session_ended")
    refused(await refresh(third["refresh_token"]), 401, "session_ended")
    seconds, code = await until_refused(browser, third["access_token"])
    assert seconds < 1
    assert code == "token_invalid"


async def test_revoked_means_refused_within_a_second(browsers: Callable[[], Browser]) -> None:
    browser, elsewhere, mallory = browsers(), browsers(), browsers()
    here, there = await browser.sign_in(), await elsewhere.sign_in()
    bobs = await mallory.sign_in("bob")
    sessions = (await browser.get("/api/v1/auth/sessions", here["access_token"])).json()["items"]
    other = claims(there["access_token"])["sid"]
    assert other in {item["id"] for item in sessions if not item["current"]}

    path = f"/api/v1/auth/sessions/{other}"
    refused(await mallory.request("DELETE", path, bobs["access_token"]), 404, "session_not_found")
    unknown = "/api/v1/auth/sessions/00000000-0000-4000-8000-000000000000"
    refused(await mallory.request("DELETE", unknown, bobs["access_token"]), 404, "session_not_found")
    assert (await browser.request("DELETE", path, here["access_token"])).status_code == 204
    seconds, code = await until_refused(elsewhere, there["access_token"])
    assert seconds < 1
    assert code == "token_invalid"
    assert (await browser.get("/api/v1/auth/me", here["access_token"])).status_code == 200

    wanted = {"name": "ci", "scopes": ["read"], "expires_in_days": 1}
    made = (await browser.request("POST", "/api/v1/auth/tokens", here["access_token"], json=wanted)).json()
    assert (await mallory.get("/api/v1/auth/me", made["token"])).json()["login"] == "alice"
    path = f"/api/v1/auth/tokens/{made['id']}"
    refused(await mallory.request("DELETE", path, bobs["access_token"]), 404, "token_not_found")
    assert (await browser.request("DELETE", path, here["access_token"])).status_code == 204
    seconds, code = await until_refused(mallory, made["token"])
    assert seconds < 1
    assert code == "token_invalid"


async def test_who_leaves_takes_everything_along(
    stack: RunningStack, browsers: Callable[[], Browser], served: Callable[[str, str], str]
) -> None:
    browser = browsers()
    tokens = await browser.sign_in("bob")
    access = tokens["access_token"]
    body = {"repo_url": served("leaving", commits(5))}
    job = (await browser.request("POST", "/api/v1/analysis", access, json=body)).json()["id"]
    async with asyncio.timeout(60):
        while (await browser.get(f"/api/v1/analysis/{job}", access)).json()["status"] != "COMPLETED":
            await asyncio.sleep(0.1)
    exported = (await browser.get("/api/v1/auth/me/export", access)).json()
    assert exported["account"]["user"]["login"] == "bob"
    assert job in {item["id"] for item in exported["analyses"]}
    made = await browser.request("POST", "/api/v1/auth/tokens", access, json={"name": "ci", "scopes": ["read"]})

    assert (await browser.request("DELETE", "/api/v1/auth/me", access)).status_code == 204
    for token in (access, made.json()["token"]):
        seconds, _ = await until_refused(browser, token)
        assert seconds < 1
    answer = await browser.http.post("/api/v1/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    refused(answer, 401, "session_ended")

    database = await asyncpg.connect(Plan.of_running(stack.home).postgres.url("jobs").replace("+asyncpg", ""))
    try:
        async with asyncio.timeout(15):
            while await database.fetchval("SELECT count(*) FROM job_view WHERE owner_id = $1", tokens["user"]["id"]):
                await asyncio.sleep(0.05)
    finally:
        await database.close()
    again = await browser.sign_in("bob")
    assert again["user"]["id"] != tokens["user"]["id"]
    assert (await browser.get("/api/v1/analysis", again["access_token"])).json()["items"] == []


# ---------------------------------------------------------------- administrators


async def test_administrators_see_everybody_and_others_do_not(browsers: Callable[[], Browser]) -> None:
    alice, bob = browsers(), browsers()
    # the first administrator, by the setting of the local stack
    admin, member = (await alice.sign_in("alice"))["access_token"], (await bob.sign_in("bob"))["access_token"]
    for path in ("users", "audit", "analysis", "dead-letters", "settings"):
        assert (await alice.get(f"/api/v1/admin/{path}", admin)).status_code == 200, path
        refused(await bob.get(f"/api/v1/admin/{path}", member), 403, "administrators_only")
    listed = (await alice.get("/api/v1/admin/users", admin)).json()["items"]
    assert {"alice", "bob"} <= {item["login"] for item in listed}
    shown = json.dumps((await alice.get("/api/v1/admin/settings", admin)).json())
    assert "AUTH_PUBLIC_URL" in shown
    refused(
        await alice.request("POST", "/api/v1/admin/dead-letters/999999/redrive", admin), 404, "dead_letter_not_found"
    )
    audit = (await alice.get("/api/v1/admin/audit", admin)).json()["items"]
    assert "admin_dead_letter_redriven" in {item["action"] for item in audit}


# ---------------------------------------------------------------- no secret lies anywhere


async def test_no_secret_of_a_full_run_lies_anywhere(stack: RunningStack, browsers: Callable[[], Browser]) -> None:
    heard, bus = await _bus(stack)
    browser = browsers()
    tokens = await browser.sign_in("alice", private="true")
    access = tokens["access_token"]
    refreshed = await browser.http.post("/api/v1/auth/refresh", json={"refresh_token": tokens["refresh_token"]})
    wanted = {"name": "ci", "scopes": ["read", "write"], "expires_in_days": 1}
    made = (await browser.request("POST", "/api/v1/auth/tokens", access, json=wanted)).json()["token"]
    available = (await browser.get("/api/v1/repositories/available", made)).json()["items"]
    private = next(item["clone_url"] for item in available if item["private"])
    body = {"repo_url": private, "options": {"mailmap": "Hush <hush@example.org> <shush@example.org>"}}
    job = (await browser.request("POST", "/api/v1/analysis", made, json=body)).json()["id"]
    arguments: set[str] = set()
    async with asyncio.timeout(60):
        while (await browser.get(f"/api/v1/analysis/{job}", made)).json()["status"] != "COMPLETED":
            arguments |= _arguments()
            await asyncio.sleep(0.02)
    assert any("analyzer.warden" in each for each in arguments), "no attempt was seen at work"

    known = load(stack.home.secrets)
    assert known is not None
    plan = Plan.of_running(stack.home)
    provider_token = await _provider_token(plan, known.vault_keys, tokens["user"]["id"])
    secrets = {
        **{name: value for name, value in browser.seen.items() if name != "token_type"},
        "refreshed": refreshed.json()["access_token"],
        "next refresh": refreshed.json()["refresh_token"],
        "API token": made,
        "provider's token": provider_token,
        "client secret": known.github_client_secret,
        "signing key": known.jwt_keys[KID],
        "vault key": known.vault_keys[0],
        "postgres": known.postgres,
        **{f"database {name}": value for name, value in known.databases.items()},
        **{f"bus {name}": value for name, value in known.nats.items()},
    }
    places = {
        "logs": stack.logs(),
        "description": stack.home.description.read_text(),
        "arguments": "\n".join(arguments | _arguments()),
        "auth's database": await _dump(plan, "auth"),
        "jobs' database": await _dump(plan, "jobs"),
        "the bus": "\n".join(heard),
    }
    assert tokens["user"]["id"] in places["auth's database"]
    assert job in places["jobs' database"]
    await bus.close()
    assert job in places["the bus"]
    for place, text in places.items():
        found = [name for name, secret in secrets.items() for form in _forms(secret) if form in text]
        assert not found, f"in {place}: {found}"
    # and what is personal is in no event
    for place in ("the bus", "logs"):
        assert "shush@example.org" not in places[place]


def _forms(secret: str) -> tuple[str, ...]:
    return secret, secret.encode().hex(), base64.b64encode(secret.encode()).decode().rstrip("=")[:-1]


def _arguments() -> set[str]:
    """The command lines of every process of this machine."""
    found = set()
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            found.add(" ".join(process.cmdline()))
    return found


async def _provider_token(plan: Plan, keys: list[str], user_id: str) -> str:
    database = await asyncpg.connect(plan.postgres.url("auth").replace("+asyncpg", ""))
    try:
        return Vault(keys).open(user_id, await database.fetchval("SELECT token FROM vault WHERE user_id = $1", user_id))
    finally:
        await database.close()


async def _dump(plan: Plan, name: str) -> str:
    """Every row of every table as text."""
    database = await asyncpg.connect(plan.postgres.url(name).replace("+asyncpg", ""))
    try:
        tables = await database.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        rows = [
            row["line"]
            for table in tables
            for row in await database.fetch(f'SELECT t::text AS line FROM "{table["tablename"]}" t')
        ]
    finally:
        await database.close()
    return "\n".join(rows)


async def _bus(stack: RunningStack) -> tuple[list[str], Client]:
    """Everything that is said on the bus from now on, headers and all."""
    known = load(stack.home.secrets)
    assert known is not None
    settings = Plan.of_running(stack.home).environments["jobs"]
    context = ssl.create_default_context(cafile=settings["JOBS_TLS_CA"])
    context.load_cert_chain(settings["JOBS_TLS_CERT"], settings["JOBS_TLS_KEY"])
    heard: list[str] = []

    async def hear(message: Msg) -> None:
        heard.append(f"{message.subject} {message.headers} {message.data.decode('latin-1')}")

    client = await nats.connect(
        settings["JOBS_NATS_URL"], user="admin", password=known.nats["admin"], tls=context, allow_reconnect=False
    )
    await client.subscribe(">", cb=hear)
    await client.flush()
    return heard, client


async def test_nothing_of_the_attacks_is_in_the_logs(stack: RunningStack, browsers: Callable[[], Browser]) -> None:
    browser = browsers()
    token = (await browser.sign_in())["access_token"]
    attempts = forged(stack, token)
    for attempt, _ in attempts.values():
        await browser.get("/api/v1/auth/me", attempt)
    await browser.http.post("/api/v1/auth/refresh", json={"refresh_token": "gsr_hush.hush-hush-hush"})
    await browser.get("/api/v1/auth/me", "gst_" + "H" * 36)
    last = "the-last-of-the-attacks"
    await browser.http.get("/healthz", headers={"X-Request-ID": last})
    await eventually(lambda: last in stack.logs(), 5, "logs are written")
    logs = stack.logs()
    assert not [name for name, (attempt, _) in attempts.items() if len(attempt) > 20 and attempt in logs]
    assert "hush-hush-hush" not in logs
    assert "H" * 36 not in logs
