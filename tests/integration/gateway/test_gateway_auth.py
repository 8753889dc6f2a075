"""Sign-in and sessions over REST, with auth behind real gRPC."""

from __future__ import annotations

from http.cookies import SimpleCookie

import httpx

from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import ALICE, access_token


def cookie(answer: httpx.Response, name: str) -> dict[str, str]:
    for line in answer.headers.get_list("set-cookie"):
        found = SimpleCookie(line)
        if name in found:
            return {"value": found[name].value, **{key: value for key, value in found[name].items() if value}}
    raise AssertionError(f"no cookie {name} in {answer.headers}")


async def start(client: httpx.AsyncClient) -> None:
    assert (await client.get("/api/v1/auth/github")).status_code == 302


async def test_start_redirects_and_binds_the_browser(anonymous: httpx.AsyncClient) -> None:
    answer = await anonymous.get("/api/v1/auth/github", params={"login": "alice"})
    assert answer.status_code == 302
    assert answer.headers["location"] == "https://github.example/login/oauth/authorize?state=s1&login=alice"
    bound = cookie(answer, "gitstrata_sign_in")
    assert bound == {
        "value": "browser-key-1",
        "httponly": True,
        "samesite": "lax",
        "path": "/api/v1/auth",
        "max-age": "600",
    }
    assert answer.headers["cache-control"] == "no-store"


async def test_callback_gives_tokens_and_a_strict_cookie(anonymous: httpx.AsyncClient) -> None:
    await start(anonymous)
    answer = await anonymous.post("/api/v1/auth/callback", json={"code": "alice-1", "state": "s1"})
    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == {"access_token", "token_type", "expires_in", "user"}
    assert (body["token_type"], body["expires_in"], body["user"]["login"]) == ("Bearer", 900, "alice")
    refresh = cookie(answer, "gitstrata_refresh")
    assert (refresh["httponly"], refresh["samesite"], refresh["path"]) == (True, "strict", "/api/v1/auth")
    assert cookie(answer, "gitstrata_sign_in")["max-age"] == "0"
    me = await anonymous.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {body['access_token']}"})
    assert me.json() == body["user"]
    assert me.json()["id"] == ALICE


async def test_callback_gives_programs_the_refresh_token(anonymous: httpx.AsyncClient) -> None:
    await start(anonymous)
    body = {"code": "alice-1", "state": "s1", "token_delivery": "body"}
    answer = await anonymous.post("/api/v1/auth/callback", json=body)
    assert answer.json()["refresh_token"].startswith("refresh-")
    assert answer.json()["refresh_expires_in"] == 604800
    assert "gitstrata_refresh" not in anonymous.cookies
    renewed = await anonymous.post("/api/v1/auth/refresh", json={"refresh_token": answer.json()["refresh_token"]})
    assert renewed.json()["refresh_token"] != answer.json()["refresh_token"]


async def test_callback_of_another_browser_is_refused(anonymous: httpx.AsyncClient) -> None:
    answer = await anonymous.post("/api/v1/auth/callback", json={"code": "alice-1", "state": "s1"})
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_not_started")


async def test_callback_that_auth_refuses(anonymous: httpx.AsyncClient) -> None:
    await start(anonymous)
    answer = await anonymous.post("/api/v1/auth/callback", json={"code": "alice-1", "state": "forged"})
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_refused")


async def test_refresh_rotates_by_cookie(anonymous: httpx.AsyncClient) -> None:
    await start(anonymous)
    await anonymous.post("/api/v1/auth/callback", json={"code": "alice-1", "state": "s1"})
    before = anonymous.cookies["gitstrata_refresh"]
    answer = await anonymous.post("/api/v1/auth/refresh")
    assert answer.status_code == 200
    assert "refresh_token" not in answer.json()
    assert anonymous.cookies["gitstrata_refresh"] != before

    reused = await anonymous.post("/api/v1/auth/refresh", json={"refresh_token": before})
    assert (reused.status_code, reused.json()["code"]) == (401, "session_ended")


async def test_a_void_refresh_cookie_is_removed(anonymous: httpx.AsyncClient) -> None:
    anonymous.cookies.set("gitstrata_refresh", "void", domain="gateway.test", path="/api/v1/auth")
    answer = await anonymous.post("/api/v1/auth/refresh")
    assert (answer.status_code, answer.json()["code"]) == (401, "session_ended")
    assert cookie(answer, "gitstrata_refresh")["max-age"] == "0"


async def test_refresh_without_a_token(anonymous: httpx.AsyncClient) -> None:
    answer = await anonymous.post("/api/v1/auth/refresh")
    assert (answer.status_code, answer.json()["code"]) == (401, "refresh_token_missing")


async def test_logout_revokes_and_forgets(anonymous: httpx.AsyncClient, peers: Peers) -> None:
    await start(anonymous)
    await anonymous.post("/api/v1/auth/callback", json={"code": "alice-1", "state": "s1"})
    answer = await anonymous.post("/api/v1/auth/logout")
    assert (answer.status_code, answer.content) == (204, b"")
    assert peers.auth.refresh_tokens == {}
    assert "gitstrata_refresh" not in anonymous.cookies
    assert (await anonymous.post("/api/v1/auth/logout")).status_code == 204


async def test_a_token_of_a_user_who_is_gone(anonymous: httpx.AsyncClient) -> None:
    headers = {"Authorization": f"Bearer {access_token('0198c5a0-0000-7000-8000-000000000000')}"}
    answer = await anonymous.get("/api/v1/auth/me", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (401, "token_invalid")


async def test_available_repositories_page_and_search(alice: httpx.AsyncClient) -> None:
    first = await alice.get("/api/v1/repositories/available", params={"query": "project", "limit": 3})
    assert [item["full_name"] for item in first.json()["items"]][:1] == ["alice/project-0"]
    assert first.json()["items"][0]["default_branch"] is None
    second = await alice.get(first.links["next"]["url"])
    assert len(second.json()["items"]) == 2
    assert second.json()["next_cursor"] is None
    assert (await alice.get("/api/v1/repositories/available?query=%00")).status_code == 422
