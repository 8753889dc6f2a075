"""Sign-in, sessions and credentials, over mutual-TLS gRPC."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from auth.people import USERS
from auth.tables import sessions, sign_in_states, users, vault
from gateway.tokens import TokenVerifier
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import rpc
from kit.errors import AppError, InvalidInput, NotFound, PermissionDenied, Unauthenticated, WrongState
from kit.history import read_stream


async def refused(call: Awaitable[Any], kind: type[AppError], code: str) -> AppError:
    with pytest.raises(kind) as raised:
        await call
    assert raised.value.code == code
    return raised.value


# ---------------------------------------------------------------- sign-in


async def test_full_sign_in(auth: Any) -> None:
    signed_in = await auth.sign_in("alice")
    user = signed_in.user
    assert (user.provider, user.login, user.name) == ("github", "alice", "Alice Adler")
    assert user.avatar_url.startswith(auth.github.url)
    tokens = signed_in.tokens
    assert (tokens.access_expires_in, tokens.refresh_expires_in) == (15 * 60, 7 * 24 * 3600)
    principal = TokenVerifier(auth.jwt_keys).verify(tokens.access_token)
    assert principal.user_id == user.id
    (session,) = await auth.rows(sessions)
    assert (session.id, session.user_id, session.user_agent) == (principal.session_id, user.id, "Test/1.0")
    assert await auth.history(user.id) == ["UserRegistered", "UserSignedIn"]
    assert await auth.rows(sign_in_states) == []
    found = await rpc.call(auth.gateway.GetUser, pb.GetUserRequest(user_id=user.id), user_id=user.id)
    assert found.user == user


async def test_authorize_address_asks_for_pkce_and_the_least_it_needs(auth: Any) -> None:
    started = await auth.start("alice")
    asked = parse_qs(urlsplit(started.authorize_url).query)
    assert started.authorize_url.startswith(f"{auth.github.url}/login/oauth/authorize?")
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert len(asked["code_challenge"][0]) == 43
    assert len(asked["state"][0]) >= 43
    assert asked["redirect_uri"] == [auth.github.callback]
    assert "scope" not in asked  # who somebody is takes none
    more = await auth.start("alice", private=True)
    assert parse_qs(urlsplit(more.authorize_url).query)["scope"] == ["repo"]
    assert asked["login"] == ["alice"]
    assert started.browser_key not in started.authorize_url
    assert started.expires_in == 600


async def test_the_same_person_is_the_same_user(auth: Any) -> None:
    first, second = await auth.sign_in("alice"), await auth.sign_in("alice")
    other = await auth.sign_in("bob")
    assert first.user.id == second.user.id != other.user.id
    assert await auth.history(first.user.id) == ["UserRegistered", "UserSignedIn", "UserSignedIn"]
    assert len(await auth.rows(users)) == 2


async def test_first_sign_ins_at_the_same_time_make_one_user(auth: Any) -> None:
    signed_in = await asyncio.gather(*(auth.sign_in("alice") for _ in range(6)))
    assert len({answer.user.id for answer in signed_in}) == 1
    assert await auth.history(signed_in[0].user.id) == ["UserRegistered", *["UserSignedIn"] * 6]
    assert len(await auth.rows(sessions)) == 6


async def test_replayed_state_is_refused(auth: Any) -> None:
    started = await auth.start()
    came_back = await auth.github.approve(started.authorize_url)
    await auth.complete(came_back, started.browser_key)
    await refused(auth.complete(came_back, started.browser_key), Unauthenticated, "state_unknown")


async def test_state_works_once_even_at_the_same_time(auth: Any) -> None:
    started = await auth.start()
    came_back = await auth.github.approve(started.authorize_url)
    outcomes = await asyncio.gather(
        *(auth.complete(came_back, started.browser_key) for _ in range(5)), return_exceptions=True
    )
    assert sum(isinstance(outcome, pb.CompleteSignInResponse) for outcome in outcomes) == 1


async def test_another_browser_is_refused_and_spends_the_state(auth: Any) -> None:
    mine, other = await auth.start(), await auth.start()
    came_back = await auth.github.approve(mine.authorize_url)
    await refused(auth.complete(came_back, other.browser_key), Unauthenticated, "state_unknown")
    await refused(auth.complete(came_back, mine.browser_key), Unauthenticated, "state_unknown")


async def test_expired_state_is_refused(auth: Any) -> None:
    started = await auth.start()
    came_back = await auth.github.approve(started.authorize_url)
    auth.clock.advance(minutes=10)
    await refused(auth.complete(came_back, started.browser_key), Unauthenticated, "state_unknown")


@pytest.mark.parametrize("state", ["", "unknown", "x" * 5000])
async def test_unknown_state_is_refused(auth: Any, state: str) -> None:
    started = await auth.start()
    await refused(auth.complete({"code": "c", "state": state}, started.browser_key), Unauthenticated, "state_unknown")


@pytest.mark.parametrize("code", ["", "unknown", "x" * 5000])
async def test_bad_code_is_refused(auth: Any, code: str) -> None:
    started = await auth.start()
    came_back = (await auth.github.approve(started.authorize_url)) | {"code": code}
    error = await refused(auth.complete(came_back, started.browser_key), Unauthenticated, "code_rejected")
    assert not code or code not in error.message


async def test_code_of_another_sign_in_fails_its_pkce_check(auth: Any) -> None:
    mine, other = await auth.start(), await auth.start()
    stolen = (await auth.github.approve(other.authorize_url))["code"]
    came_back = (await auth.github.approve(mine.authorize_url)) | {"code": stolen}
    await refused(auth.complete(came_back, mine.browser_key), Unauthenticated, "code_rejected")


async def test_unknown_provider_is_refused(auth: Any) -> None:
    request = pb.StartSignInRequest(provider="gitlab")
    await refused(rpc.call(auth.gateway.StartSignIn, request), InvalidInput, "provider_unknown")


# ---------------------------------------------------------------- sessions


async def test_refresh_rotates(auth: Any) -> None:
    signed_in = await auth.sign_in()
    auth.clock.advance(minutes=20)
    refreshed = await auth.refresh(signed_in.tokens.refresh_token)
    assert refreshed.user == signed_in.user
    assert refreshed.tokens.refresh_token != signed_in.tokens.refresh_token
    auth.clock.advance(days=6, hours=23)
    again = await auth.refresh(refreshed.tokens.refresh_token)
    assert again.tokens.refresh_expires_in == 7 * 24 * 3600
    assert await auth.history(signed_in.user.id) == ["UserRegistered", "UserSignedIn"]


async def test_reuse_kills_the_family(auth: Any) -> None:
    signed_in = await auth.sign_in()
    other_session = await auth.sign_in()
    first = signed_in.tokens.refresh_token
    second = (await auth.refresh(first)).tokens.refresh_token
    auth.clock.advance(seconds=11)
    await refused(auth.refresh(first), Unauthenticated, "session_ended")
    await refused(auth.refresh(second), Unauthenticated, "session_ended")
    assert (await auth.history(signed_in.user.id))[-1] == "SessionRevoked"
    assert (await auth.refresh(other_session.tokens.refresh_token)).user == signed_in.user
    async with auth.events.engine.connect() as connection:
        revoked = [entry.event async for entry in read_stream(connection, USERS, signed_in.user.id)][-1]
    assert revoked.reason == "refresh_reused"


async def test_reuse_of_a_token_from_long_ago_kills_the_family_too(auth: Any) -> None:
    signed_in = await auth.sign_in()
    token = signed_in.tokens.refresh_token
    for _ in range(5):
        auth.clock.advance(hours=12)
        token = (await auth.refresh(token)).tokens.refresh_token
    await refused(auth.refresh(signed_in.tokens.refresh_token), Unauthenticated, "session_ended")
    await refused(auth.refresh(token), Unauthenticated, "session_ended")


async def test_two_tabs_at_once_get_the_same_successor(auth: Any) -> None:
    token = (await auth.sign_in()).tokens.refresh_token
    answers = await asyncio.gather(*(auth.refresh(token) for _ in range(4)))
    (successor,) = {answer.tokens.refresh_token for answer in answers}
    auth.clock.advance(seconds=10)
    assert (await auth.refresh(token)).tokens.refresh_token == successor
    auth.clock.advance(minutes=15)
    assert (await auth.refresh(successor)).tokens.refresh_token != successor


async def test_refresh_token_runs_out(auth: Any) -> None:
    signed_in = await auth.sign_in()
    auth.clock.advance(days=7)
    await refused(auth.refresh(signed_in.tokens.refresh_token), Unauthenticated, "session_ended")
    assert await auth.service.sweep() == 1
    assert await auth.rows(sessions) == []


@pytest.mark.parametrize("token", ["", "nonsense", "gsr_unknown.unknown", "gsr_" + "x" * 5000])
async def test_unknown_refresh_token(auth: Any, token: str) -> None:
    await refused(auth.refresh(token), Unauthenticated, "session_ended")
    await auth.sign_out(token)


async def test_sign_out_revokes_the_session_once(auth: Any) -> None:
    signed_in = await auth.sign_in()
    for _ in range(2):
        await auth.sign_out(signed_in.tokens.refresh_token)
    await refused(auth.refresh(signed_in.tokens.refresh_token), Unauthenticated, "session_ended")
    assert await auth.history(signed_in.user.id) == ["UserRegistered", "UserSignedIn", "SessionRevoked"]


# ---------------------------------------------------------------- what a user sees


async def test_nobody_reads_another_user(auth: Any) -> None:
    alice, bob = await auth.sign_in("alice"), await auth.sign_in("bob")
    request = pb.GetUserRequest(user_id=alice.user.id)
    await refused(rpc.call(auth.gateway.GetUser, request, user_id=bob.user.id), NotFound, "user_not_found")
    await refused(rpc.call(auth.gateway.GetUser, request), Unauthenticated, "unauthenticated")
    await refused(rpc.call(auth.gateway.GetUser, pb.GetUserRequest(), user_id="not-an-id"), NotFound, "user_not_found")


async def test_available_repositories_are_ones_own_private_ones_too(auth: Any) -> None:
    user = (await auth.sign_in("alice", private=True)).user
    request = pb.ListAvailableRepositoriesRequest()
    listed = await rpc.call(auth.gateway.ListAvailableRepositories, request, user_id=user.id)
    repositories = list(listed.repositories)
    assert {repository.private for repository in repositories} == {True, False}
    assert all(repository.full_name.startswith("alice/") for repository in repositories)
    assert all(repository.clone_url.startswith(auth.github.url) for repository in repositories)
    assert all(repository.default_branch for repository in repositories)
    assert listed.next_page_token == ""

    collected: list[pb.AvailableRepository] = []
    token = ""
    while True:
        request = pb.ListAvailableRepositoriesRequest(page_size=1, page_token=token)
        page = await rpc.call(auth.gateway.ListAvailableRepositories, request, user_id=user.id)
        assert len(page.repositories) <= 1
        collected += page.repositories
        token = page.next_page_token
        if not token:
            break
    assert collected == repositories

    wanted = repositories[0].full_name.upper()
    request = pb.ListAvailableRepositoriesRequest(query=wanted)
    searched = await rpc.call(auth.gateway.ListAvailableRepositories, request, user_id=user.id)
    assert list(searched.repositories) == repositories[:1]


@pytest.mark.parametrize(
    "request_", [{"page_size": 101}, {"page_token": "x"}, {"page_token": "0.0"}, {"query": "q" * 201}]
)
async def test_bad_list_requests(auth: Any, request_: dict[str, Any]) -> None:
    user = (await auth.sign_in()).user
    request = pb.ListAvailableRepositoriesRequest(**request_)
    await refused(
        rpc.call(auth.gateway.ListAvailableRepositories, request, user_id=user.id), InvalidInput, "invalid_input"
    )


async def test_a_token_taken_back_at_the_provider_asks_to_reconnect(auth: Any) -> None:
    user = (await auth.sign_in()).user
    kept = await auth.provider_token(user.id)
    answer = await auth.github.request(
        "DELETE",
        f"/api/v3/applications/{auth.github.client_id}/token",
        auth=(auth.github.client_id, auth.github.client_secret),
        json={"access_token": kept},
    )
    assert answer.status_code == 204
    request = pb.ListAvailableRepositoriesRequest()
    await refused(
        rpc.call(auth.gateway.ListAvailableRepositories, request, user_id=user.id), WrongState, "provider_token_void"
    )


# ---------------------------------------------------------------- who may call what


async def test_clone_credential_is_for_jobs_only(auth: Any) -> None:
    user = (await auth.sign_in(private=True)).user
    listed = await rpc.call(
        auth.gateway.ListAvailableRepositories, pb.ListAvailableRepositoriesRequest(), user_id=user.id
    )
    private, public = (
        next(each.clone_url for each in listed.repositories if each.private is wanted) for wanted in (True, False)
    )
    request = pb.IssueCloneCredentialRequest(user_id=user.id, repository_url=private, job_id="j", attempt=1)
    for service in ("gateway", "analyzer"):
        await refused(
            rpc.call(auth.stubs[service].IssueCloneCredential, request), PermissionDenied, "permission_denied"
        )
    credential = await rpc.call(auth.stubs["jobs"].IssueCloneCredential, request)
    assert credential.username == "x-access-token"
    headers = {"Authorization": f"Bearer {credential.password}"}
    answer = await auth.github.request("GET", "/api/v3/user", headers=headers)
    assert answer.json()["login"] == "alice"
    # what everybody can read is read without anybody's token, and what somebody may not read is not lent to them
    request.repository_url = public
    assert await rpc.call(auth.stubs["jobs"].IssueCloneCredential, request) == pb.IssueCloneCredentialResponse()
    request.user_id = (await auth.sign_in("bob", private=True)).user.id
    request.repository_url = private
    assert await rpc.call(auth.stubs["jobs"].IssueCloneCredential, request) == pb.IssueCloneCredentialResponse()


async def test_only_the_gateway_calls_the_rest(auth: Any) -> None:
    calls = {
        "StartSignIn": pb.StartSignInRequest(),
        "CompleteSignIn": pb.CompleteSignInRequest(),
        "RefreshSession": pb.RefreshSessionRequest(),
        "SignOut": pb.SignOutRequest(),
        "GetUser": pb.GetUserRequest(),
        "ListAvailableRepositories": pb.ListAvailableRepositoriesRequest(),
        "CreateApiToken": pb.CreateApiTokenRequest(),
        "VerifyApiToken": pb.VerifyApiTokenRequest(),
        "ChangeUserRole": pb.ChangeUserRoleRequest(),
        "DeleteUser": pb.DeleteUserRequest(),
    }
    for service in ("jobs", "analyzer"):
        for name, request in calls.items():
            call = rpc.call(getattr(auth.stubs[service], name), request)
            await refused(call, PermissionDenied, "permission_denied")


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/alice/private",
        "http://127.0.0.1:1/alice/private",
        "https://{host}/alice/private",
        "http://x@{host}/alice/private",
        "http://{host}@evil.example/alice/private",
        "http://{host}\\@evil.example/",
        "http://{host}.evil.example/",
        "",
    ],
)
async def test_no_credential_for_another_origin(auth: Any, url: str) -> None:
    user = (await auth.sign_in()).user
    host = urlsplit(auth.github.url).netloc
    request = pb.IssueCloneCredentialRequest(user_id=user.id, repository_url=url.format(host=host))
    assert await rpc.call(auth.stubs["jobs"].IssueCloneCredential, request) == pb.IssueCloneCredentialResponse()


@pytest.mark.parametrize("user_id", ["", "nobody", "00000000-0000-4000-8000-000000000000"])
async def test_no_credential_for_an_unknown_user(auth: Any, user_id: str) -> None:
    request = pb.IssueCloneCredentialRequest(user_id=user_id, repository_url=f"{auth.github.url}/alice/private")
    assert await rpc.call(auth.stubs["jobs"].IssueCloneCredential, request) == pb.IssueCloneCredentialResponse()


# ---------------------------------------------------------------- at rest


async def test_vault_row_is_ciphertext(auth: Any) -> None:
    user = (await auth.sign_in(private=True)).user
    kept = await auth.provider_token(user.id)
    (row,) = await auth.rows(vault)
    assert kept.startswith("gho_")
    assert kept.encode() not in row.token
    assert row.scopes == "repo"
