"""API tokens, revocations and bounds on guessing, as the gateway keeps them."""

from __future__ import annotations

import asyncio
import hashlib
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from fastapi import FastAPI

from gateway.limits import Guessing
from gateway.revocations import Revocations
from gateway.tokens import Principal
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit.errors import LimitReached, Unauthenticated
from tests.integration.gateway import servicers
from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.test_gateway_analysis import REPOSITORY, problem


async def made(alice: httpx.AsyncClient, *scopes: str) -> dict[str, str]:
    """Headers of a new API token."""
    answer = await alice.post("/api/v1/auth/tokens", json={"name": "ci", "scopes": list(scopes)})
    assert answer.status_code == 201, answer.text
    return {"Authorization": f"Bearer {answer.json()['token']}"}


async def until_refused(client: httpx.AsyncClient, headers: dict[str, str], path: str = "/api/v1/analysis") -> str:
    """The code with which it is refused, within a second."""
    async with asyncio.timeout(1):
        while (answer := await client.get(path, headers=headers)).status_code == 200:
            await asyncio.sleep(0.01)
    return str(answer.json()["code"])


async def test_an_api_token_works_everywhere_and_is_looked_up_once(
    anonymous: httpx.AsyncClient, alice: httpx.AsyncClient, peers: Peers
) -> None:
    headers = await made(alice, "read", "write")
    assert peers.auth.clients[0].address == "127.0.0.1"
    for _ in range(5):
        assert (await anonymous.get("/api/v1/auth/me", headers=headers)).json()["login"] == "alice"
        answer = await anonymous.post("/api/v1/analysis", json={"repo_url": REPOSITORY}, headers=headers)
        assert answer.status_code == 202
    assert peers.auth.lookups == 1


async def test_scopes_bound_what_a_token_may(anonymous: httpx.AsyncClient, alice: httpx.AsyncClient) -> None:
    reads, writes = await made(alice, "read"), await made(alice, "write")
    body = {"repo_url": REPOSITORY}
    assert (await anonymous.get("/api/v1/analysis", headers=reads)).status_code == 200
    problem(await anonymous.post("/api/v1/analysis", json=body, headers=reads), 403, "scope_missing")
    problem(await anonymous.get("/api/v1/analysis", headers=writes), 403, "scope_missing")
    # what would let a leaked token take over the account
    both = await made(alice, "read", "write", "admin")
    for method, path in (
        ("GET", "sessions"),
        ("DELETE", "sessions"),
        ("DELETE", "me"),
        ("GET", "me/export"),
        ("GET", "tokens"),
        ("GET", "audit"),
    ):
        problem(await anonymous.request(method, f"/api/v1/auth/{path}", headers=both), 403, "session_needed")
    token = {"name": "another", "scopes": ["read"]}
    problem(await anonymous.post("/api/v1/auth/tokens", json=token, headers=both), 403, "session_needed")
    problem(await anonymous.get("/api/v1/admin/users", headers=both), 403, "administrators_only")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": "", "scopes": ["read"]},
        {"name": " ", "scopes": ["read"]},
        {"name": "x" * 101, "scopes": ["read"]},
        {"name": "x", "scopes": []},
        {"name": "x", "scopes": ["root"]},
        {"name": "x", "scopes": ["read"], "expires_in_days": 0},
        {"name": "x", "scopes": ["read"], "expires_in_days": 367},
        {"name": "x", "scopes": ["read"], "for": "ever"},
    ],
)
async def test_what_is_no_token_is_refused(alice: httpx.AsyncClient, body: dict[str, object]) -> None:
    problem(await alice.post("/api/v1/auth/tokens", json=body), 422, "invalid_input")


async def test_a_revoked_api_token_is_refused_within_a_second(
    anonymous: httpx.AsyncClient, alice: httpx.AsyncClient, peers: Peers
) -> None:
    headers, other = await made(alice, "read"), await made(alice, "read")
    for each in (headers, other):
        assert (await anonymous.get("/api/v1/analysis", headers=each)).status_code == 200
    secret = headers["Authorization"].removeprefix("Bearer ")
    gone = peers.auth.secrets.pop(hashlib.sha256(secret.encode()).digest())
    await peers.auth.revoke(api_token_id=gone.token_id)
    assert await until_refused(anonymous, headers) == "token_invalid"
    assert (await anonymous.get("/api/v1/analysis", headers=other)).status_code == 200


async def test_a_revoked_session_is_refused_within_a_second_and_its_stream_ends(
    anonymous: httpx.AsyncClient, alice: httpx.AsyncClient, peers: Peers
) -> None:
    job = (await alice.post("/api/v1/analysis", json={"repo_url": REPOSITORY})).json()["id"]
    following = asyncio.create_task(
        alice.get(f"/api/v1/analysis/{job}/events", headers={"Accept": "text/event-stream"})
    )
    async with asyncio.timeout(5):
        while not peers.jobs.watchers:
            await asyncio.sleep(0.01)
    other = {"Authorization": f"Bearer {servicers.access_token(sid='another')}"}
    await peers.auth.revoke(session_id="session-1")
    mine = {"Authorization": alice.headers["Authorization"]}
    assert await until_refused(anonymous, mine) == "token_invalid"
    async with asyncio.timeout(1):
        assert "JobSubmitted" in (await following).text
    assert (await anonymous.get("/api/v1/analysis", headers=other)).status_code == 200


async def test_tokens_from_before_a_change_of_role_must_be_refreshed(
    anonymous: httpx.AsyncClient, alice: httpx.AsyncClient, peers: Peers
) -> None:
    await peers.auth.revoke(user_id=servicers.ALICE)
    old = {"Authorization": alice.headers["Authorization"]}
    assert await until_refused(anonymous, old) == "token_expired"
    later = (datetime.now(UTC) + timedelta(seconds=1)).timestamp()
    fresh = {"Authorization": f"Bearer {servicers.access_token(iat=later)}"}
    assert (await anonymous.get("/api/v1/analysis", headers=fresh)).status_code == 200
    bobs = {"Authorization": f"Bearer {servicers.access_token(servicers.BOB)}"}
    assert (await anonymous.get("/api/v1/analysis", headers=bobs)).status_code == 200


def principal(**given: object) -> Principal:
    return Principal(
        **{
            "user_id": "u",
            "session_id": "s",
            "token_id": "t",
            "issued_at": 1_000.0,
            "expires_at": datetime.now(UTC),
            **given,
        }
    )


def revocation(at: float, **what: str) -> pb.Revocation:
    made = pb.Revocation(**what)
    made.at.FromMilliseconds(int(at * 1000))
    return made


def test_the_list_is_bounded_and_lets_nothing_in_by_that() -> None:
    now = 10_000.0
    known = Revocations(most=10, clock=lambda: now)
    known.add(revocation(now, session_id="s"))
    for number in range(9):
        known.add(revocation(now - 2_000, session_id=f"long ago {number}"))
    with pytest.raises(Unauthenticated, match="not valid"):
        known.check(principal())
    known.check(principal(session_id="other"))
    known.add(revocation(now, session_id="one too many"))  # what concerns nothing any more goes first
    with pytest.raises(Unauthenticated, match="not valid"):
        known.check(principal())
    for number in range(10):
        known.add(revocation(now, session_id=f"new {number}"))
    # all were forgotten, and so everybody has to refresh once, which who was revoked cannot
    for session in ("s", "other"):
        with pytest.raises(Unauthenticated, match="has expired"):
            known.check(principal(session_id=session))
    known.check(principal(session_id="fresh", issued_at=now + 1))
    known.check(principal(session_id="", token_id="an API token"))


@pytest.mark.parametrize(
    "token", ["gst_", "gst_" + "x" * 35, "gst_" + "x" * 37, "gst_" + "-" * 36, "gst_" + "x" * 9000]
)
async def test_what_has_not_the_form_of_a_token_is_not_asked_for(
    anonymous: httpx.AsyncClient, peers: Peers, token: str
) -> None:
    answer = await anonymous.get("/api/v1/analysis", headers={"Authorization": f"Bearer {token}"})
    problem(answer, 401, "token_invalid")
    assert peers.auth.lookups == 0


async def test_guessing_ends_before_the_services_behind_are_asked(
    app: FastAPI, anonymous: httpx.AsyncClient, alice: httpx.AsyncClient, peers: Peers
) -> None:
    guesses = [f"gst_{number:036d}" for number in range(40)]
    codes = []
    for guess in guesses:
        answer = await anonymous.get("/api/v1/analysis", headers={"Authorization": f"Bearer {guess}"})
        codes.append(answer.json()["code"])
    assert codes == ["token_invalid"] * 30 + ["too_many_failures"] * 10
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    assert peers.auth.lookups == 30
    # sessions are verified here and are not in the way of it
    assert (await alice.get("/api/v1/analysis")).status_code == 200

    anonymous.cookies.set("gitstrata_sign_in", "browser-key-1")
    wrong = {"code": "mallory", "state": "s1"}
    answers = [await anonymous.post("/api/v1/auth/callback", json=wrong) for _ in range(21)]
    assert [answer.status_code for answer in answers] == [401] * 20 + [429]
    for _ in range(30):
        problem(await anonymous.post("/api/v1/auth/refresh", json={"refresh_token": "x"}), 401, "session_ended")
    problem(await anonymous.post("/api/v1/auth/refresh", json={"refresh_token": "x"}), 429, "too_many_failures")


async def test_successes_do_not_count() -> None:
    guessing = Guessing()
    for _ in range(100):
        async with guessing.guarded("token", "office"):
            pass

    async def fail(address: str) -> None:
        async with guessing.guarded("token", address):
            raise Unauthenticated("No.")

    for _ in range(30):
        with pytest.raises(Unauthenticated):
            await fail("office")
    with pytest.raises(LimitReached):
        await fail("office")
    with pytest.raises(Unauthenticated):
        await fail("elsewhere")


async def test_providers_are_listed_for_the_sign_in_page(anonymous: httpx.AsyncClient) -> None:
    assert (await anonymous.get("/api/v1/auth/providers")).json() == {
        "items": [
            {
                "name": "github",
                "title": "GitHub",
                "url": "https://github.example",
                "sign_in": "/api/v1/auth/github",
            }
        ]
    }
