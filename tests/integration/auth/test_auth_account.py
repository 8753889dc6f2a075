"""Sessions, API tokens, roles, the audit log, and leaving, over mutual-TLS gRPC."""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
import zlib
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from auth.api_tokens import checksum
from auth.tables import api_tokens, audit, revocations, sessions, users, vault
from gateway.tokens import TokenVerifier
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import rpc
from kit.errors import InvalidInput, LimitReached, NotFound, PermissionDenied, Unauthenticated, WrongState
from kit.tables import idempotency
from tests.integration.auth.conftest import CLIENT
from tests.integration.auth.test_auth_sign_in import refused


async def call(auth: Any, name: str, request: Any, user: Any) -> Any:
    return await rpc.call(getattr(auth.gateway, name), request, user_id=getattr(user, "id", user))


async def sign_in(auth: Any, login: str = "alice", **chosen: Any) -> tuple[Any, str]:
    """The user, and the id of the session."""
    signed_in = await auth.sign_in(login, **chosen)
    return signed_in.user, TokenVerifier(auth.jwt_keys).verify(signed_in.tokens.access_token).session_id


# ---------------------------------------------------------------- sessions


async def test_sessions_are_listed_and_ended_one_by_one_or_all(auth: Any) -> None:
    user, first = await sign_in(auth)
    _, second = await sign_in(auth)
    _, third = await sign_in(auth)
    bob, bobs = await sign_in(auth, "bob")
    listed = (await call(auth, "ListSessions", pb.ListSessionsRequest(), user)).sessions
    assert {each.id for each in listed} == {first, second, third}
    assert {each.user_agent for each in listed} == {"Test/1.0"}

    request = pb.RevokeSessionRequest(session_id=first, client=CLIENT)
    await call(auth, "RevokeSession", request, user)
    for wrong in (first, bobs, "nonsense", ""):
        request = pb.RevokeSessionRequest(session_id=wrong, client=CLIENT)
        await refused(call(auth, "RevokeSession", request, user), NotFound, "session_not_found")
    others = pb.RevokeOtherSessionsRequest(session_id=third, client=CLIENT)
    assert (await call(auth, "RevokeOtherSessions", others, user)).revoked == 1
    listed = (await call(auth, "ListSessions", pb.ListSessionsRequest(), user)).sessions
    assert [each.id for each in listed] == [third]
    assert [each.id for each in (await call(auth, "ListSessions", pb.ListSessionsRequest(), bob)).sessions] == [bobs]


async def test_sessions_that_ran_out_are_not_listed(auth: Any) -> None:
    user, _ = await sign_in(auth)
    auth.clock.advance(days=7)
    assert not (await call(auth, "ListSessions", pb.ListSessionsRequest(), user)).sessions


# ---------------------------------------------------------------- API tokens


async def create(auth: Any, user: Any, **wanted: Any) -> Any:
    request = pb.CreateApiTokenRequest(**{"name": "nightly", "scopes": ["write", "read"], "client": CLIENT, **wanted})
    return await call(auth, "CreateApiToken", request, user)


async def verify(auth: Any, secret: str) -> Any:
    request = pb.VerifyApiTokenRequest(token_hash=hashlib.sha256(secret.encode()).digest())
    return await rpc.call(auth.gateway.VerifyApiToken, request)


async def test_a_token_is_shown_once_and_tells_whose_it_is(auth: Any) -> None:
    user, _ = await sign_in(auth)
    made = await create(auth, user, days=30)
    assert re.fullmatch(r"gst_[0-9A-Za-z]{36}", made.secret)
    assert made.secret[-6:] == checksum(made.secret[4:-6])
    assert made.secret.startswith(made.token.hint)
    (listed,) = (await call(auth, "ListApiTokens", pb.ListApiTokensRequest(), user)).tokens
    assert listed == made.token
    assert list(listed.scopes) == ["read", "write"]
    assert not listed.HasField("last_used_at")

    found = await verify(auth, made.secret)
    assert (found.user_id, found.token_id, list(found.scopes), found.role) == (
        user.id,
        listed.id,
        ["read", "write"],
        "member",
    )
    (listed,) = (await call(auth, "ListApiTokens", pb.ListApiTokensRequest(), user)).tokens
    assert listed.HasField("last_used_at")
    auth.clock.advance(days=30)
    await refused(verify(auth, made.secret), Unauthenticated, "token_invalid")
    assert len((await call(auth, "ListApiTokens", pb.ListApiTokensRequest(), user)).tokens) == 1
    auth.clock.advance(days=30)
    await auth.service.sweep()
    assert await auth.rows(api_tokens) == []


async def test_the_same_command_makes_one_token_and_tells_it_again(auth: Any) -> None:
    user, _ = await sign_in(auth)

    async def make(key: str, name: str = "nightly", agent: str = "Test/1.0") -> Any:
        request = pb.CreateApiTokenRequest(name=name, scopes=["read"], client=pb.Client(user_agent=agent))
        return await rpc.call(auth.gateway.CreateApiToken, request, user_id=user.id, idempotency_key=key)

    first = await make("k")
    # whence it is sent makes no difference
    again = await make("k", agent="Other/2.0")
    assert again == first
    await verify(auth, again.secret)
    assert len(await auth.rows(api_tokens)) == 1
    assert (await make("other")).secret != first.secret
    await refused(make("k", name="other"), InvalidInput, "idempotency_key_reused")
    (kept, _) = await auth.rows(idempotency)
    assert first.secret.encode() not in kept.reply

    await call(auth, "DeleteUser", pb.DeleteUserRequest(), user)
    assert await auth.rows(idempotency) == []


def test_the_checksum_is_the_crc_in_base_62() -> None:
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    number = 0
    for digit in checksum("x" * 30):
        number = number * 62 + digits.index(digit)
    assert number == zlib.crc32(b"x" * 30)


async def test_a_revoked_token_is_good_for_nothing_and_only_its_user_revokes_it(auth: Any) -> None:
    user, _ = await sign_in(auth)
    bob, _ = await sign_in(auth, "bob")
    made = await create(auth, user)
    request = pb.RevokeApiTokenRequest(token_id=made.token.id, client=CLIENT)
    await refused(call(auth, "RevokeApiToken", request, bob), NotFound, "token_not_found")
    await call(auth, "RevokeApiToken", request, user)
    await refused(verify(auth, made.secret), Unauthenticated, "token_invalid")
    await refused(call(auth, "RevokeApiToken", request, user), NotFound, "token_not_found")
    assert (await auth.history(user.id))[-2:] == ["ApiTokenCreated", "ApiTokenRevoked"]


@pytest.mark.parametrize(
    "wanted",
    [
        {"name": ""},
        {"name": " "},
        {"name": "x" * 101},
        {"name": "a\nb"},
        {"scopes": []},
        {"scopes": ["everything"]},
        {"days": 367},
    ],
)
async def test_what_is_no_token_is_refused(auth: Any, wanted: dict[str, Any]) -> None:
    user, _ = await sign_in(auth)
    await refused(create(auth, user, **wanted), InvalidInput, "invalid_input")
    assert await auth.rows(api_tokens) == []


async def test_nobody_has_more_than_fifty(auth: Any) -> None:
    user, _ = await sign_in(auth)
    for _ in range(50):
        await create(auth, user, days=1)
    await refused(create(auth, user), LimitReached, "too_many_tokens")
    auth.clock.advance(days=1)
    await create(auth, user)


async def test_only_a_hash_is_looked_up(auth: Any) -> None:
    for wrong in (b"", b"x" * 31):
        request = pb.VerifyApiTokenRequest(token_hash=wrong)
        await refused(rpc.call(auth.gateway.VerifyApiToken, request), InvalidInput, "token_hash_invalid")
    await refused(verify(auth, "unknown"), Unauthenticated, "token_invalid")


# ---------------------------------------------------------------- revocations


class Heard:
    """What a gateway hears."""

    def __init__(self, auth: Any) -> None:
        self.told: list[tuple[str, str]] = []
        self._task = asyncio.create_task(self._listen(auth))

    async def _listen(self, auth: Any) -> None:
        async for answer in rpc.stream(auth.gateway.WatchRevocations, pb.WatchRevocationsRequest()):
            self.told += [
                (each.WhichOneof("what"), getattr(each, each.WhichOneof("what"))) for each in answer.revocations
            ]

    async def until(self, what: tuple[str, str]) -> None:
        async with asyncio.timeout(1):
            while what not in self.told:
                await asyncio.sleep(0.01)

    async def stop(self) -> None:
        self._task.cancel()
        await asyncio.wait({self._task})


async def test_revocations_are_told_within_a_second_and_from_the_beginning(auth: Any) -> None:
    user, first = await sign_in(auth)
    _, second = await sign_in(auth)
    made = await create(auth, user)
    heard = Heard(auth)
    await call(auth, "RevokeSession", pb.RevokeSessionRequest(session_id=first), user)
    await heard.until(("session_id", first))
    await call(auth, "RevokeApiToken", pb.RevokeApiTokenRequest(token_id=made.token.id), user)
    await heard.until(("api_token_id", made.token.id))
    await call(auth, "DeleteUser", pb.DeleteUserRequest(), user)
    await heard.until(("user_id", user.id))
    await heard.stop()
    # who comes later is told too, for as long as there may be tokens
    later = Heard(auth)
    await later.until(("session_id", first))
    await later.until(("user_id", user.id))
    assert ("session_id", second) not in later.told
    await later.stop()
    auth.clock.advance(minutes=16)
    await auth.service.sweep()
    assert await auth.rows(revocations) == []


# ---------------------------------------------------------------- roles


async def test_the_first_administrator_makes_others(auth: Any) -> None:
    auth.service._first_administrator = "alice"
    bob, _ = await sign_in(auth, "bob")
    alice, _ = await sign_in(auth, "alice")
    assert (alice.role, bob.role) == ("administrator", "member")
    signed_in = await auth.sign_in("alice")
    assert TokenVerifier(auth.jwt_keys).verify(signed_in.tokens.access_token).administrator

    listed = await call(auth, "ListUsers", pb.ListUsersRequest(page_size=1), alice)
    following = await call(auth, "ListUsers", pb.ListUsersRequest(page_token=listed.next_page_token), alice)
    assert {each.login for each in [*listed.users, *following.users]} == {"alice", "bob"}
    assert following.next_page_token == ""

    demote = pb.ChangeUserRoleRequest(user_id=alice.id, role="member", client=CLIENT)
    await refused(call(auth, "ChangeUserRole", demote, alice), WrongState, "last_administrator")
    await refused(call(auth, "DeleteUser", pb.DeleteUserRequest(), alice), WrongState, "last_administrator")
    promote = pb.ChangeUserRoleRequest(user_id=bob.id, role="administrator", client=CLIENT)
    assert (await call(auth, "ChangeUserRole", promote, alice)).user.role == "administrator"
    assert (await call(auth, "ChangeUserRole", demote, bob)).user.role == "member"
    # who was demoted is not made one again by the setting while there is another
    assert (await sign_in(auth, "alice"))[0].role == "member"
    mine = (await call(auth, "ListAuditEntries", pb.ListAuditEntriesRequest(), alice)).entries
    assert [(each.action, each.actor_id, each.target) for each in mine if each.action == "role_changed"] == [
        ("role_changed", bob.id, "member"),
        ("role_changed", alice.id, "administrator"),
        ("role_changed", "00000000-0000-0000-0000-000000000000", "administrator"),
    ]


async def test_administration_is_for_administrators(auth: Any) -> None:
    alice, _ = await sign_in(auth)
    bob, session = await sign_in(auth, "bob")
    requests = {
        "ListUsers": pb.ListUsersRequest(),
        "ChangeUserRole": pb.ChangeUserRoleRequest(user_id=bob.id, role="administrator"),
        "RevokeUserSessions": pb.RevokeUserSessionsRequest(user_id=alice.id),
        "GetSettings": pb.GetSettingsRequest(),
        "AdmitAdministrator": pb.AdmitAdministratorRequest(action="dead_letter_redriven"),
        "ListAuditEntries": pb.ListAuditEntriesRequest(everybody=True),
    }
    for name, request in requests.items():
        await refused(call(auth, name, request, bob), PermissionDenied, "administrators_only")
    async with auth.events.engine.begin() as connection:
        await connection.execute(sa.update(users).where(users.c.id == alice.id).values(role="administrator"))
    for name, request in requests.items():
        if name != "RevokeUserSessions":
            await call(auth, name, request, alice)
    ended = pb.RevokeUserSessionsRequest(user_id=bob.id, client=CLIENT)
    assert (await call(auth, "RevokeUserSessions", ended, alice)).revoked == 1
    (row,) = [each for each in await auth.rows(sessions) if each.id == session]
    assert row.revoked_at is not None
    everybody = (await call(auth, "ListAuditEntries", pb.ListAuditEntriesRequest(everybody=True), alice)).entries
    assert {"signed_in", "session_revoked", "admin_dead_letter_redriven"} <= {each.action for each in everybody}
    wrong = [
        ("ChangeUserRole", pb.ChangeUserRoleRequest(user_id=bob.id, role="king"), InvalidInput, "invalid_input"),
        ("ChangeUserRole", pb.ChangeUserRoleRequest(user_id="x", role="member"), NotFound, "user_not_found"),
        ("ListUsers", pb.ListUsersRequest(page_token="x"), InvalidInput, "invalid_input"),
        ("ListUsers", pb.ListUsersRequest(page_size=101), InvalidInput, "invalid_input"),
        ("AdmitAdministrator", pb.AdmitAdministratorRequest(action="a b"), InvalidInput, "invalid_input"),
    ]
    for name, request, kind, code in wrong:
        await refused(call(auth, name, request, alice), kind, code)


# ---------------------------------------------------------------- the audit log


async def test_what_was_done_is_in_the_log_of_whom_it_concerns(auth: Any) -> None:
    user, session = await sign_in(auth)
    await sign_in(auth, "bob")
    made = await create(auth, user)
    await call(auth, "RevokeSession", pb.RevokeSessionRequest(session_id=session, client=CLIENT), user)
    page = await call(auth, "ListAuditEntries", pb.ListAuditEntriesRequest(page_size=2), user)
    assert [(each.action, each.target) for each in page.entries] == [
        ("session_revoked", session),
        ("api_token_created", made.token.id),
    ]
    assert {(each.address, each.user_agent) for each in page.entries} == {("203.0.113.7", "Test/1.0")}
    rest = pb.ListAuditEntriesRequest(page_size=2, page_token=page.next_page_token)
    last = await call(auth, "ListAuditEntries", rest, user)
    assert [(each.action, each.target) for each in last.entries] == [("signed_in", session)]
    for token in ("x", "-1", "9" * 19):
        request = pb.ListAuditEntriesRequest(page_token=token)
        await refused(call(auth, "ListAuditEntries", request, user), InvalidInput, "invalid_input")


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit",
        "TRUNCATE audit",
        "UPDATE audit SET action = 'nothing'",
        "UPDATE audit SET address = '127.0.0.1'",
        "UPDATE audit SET address = '', user_agent = '', target = ''",
    ],
)
async def test_the_log_cannot_be_changed(auth: Any, statement: str) -> None:
    await sign_in(auth)
    with pytest.raises(DBAPIError, match="append-only"):
        async with auth.events.engine.begin() as connection:
            await connection.execute(sa.text(statement))
    assert len(await auth.rows(audit)) == 1


# ---------------------------------------------------------------- leaving


async def test_who_leaves_leaves_nothing_but_ids(auth: Any) -> None:
    signed_in = await auth.sign_in("alice", private=True)
    user = signed_in.user
    made = await create(auth, user)
    provider_token = await auth.provider_token(user.id)
    exported = json.loads((await call(auth, "ExportUser", pb.ExportUserRequest(), user)).json)
    assert exported["user"]["login"] == "alice"
    assert [each["user_agent"] for each in exported["sessions"]] == ["Test/1.0"]
    assert [each["name"] for each in exported["api_tokens"]] == ["nightly"]
    assert {each["action"] for each in exported["audit"]} == {"signed_in", "api_token_created"}
    text = json.dumps(exported)
    assert not [secret for secret in (made.secret, provider_token, signed_in.tokens.refresh_token) if secret in text]

    await call(auth, "DeleteUser", pb.DeleteUserRequest(client=CLIENT), user)
    assert [await auth.rows(table) for table in (users, sessions, vault, api_tokens)] == [[], [], [], []]
    assert {(row.address, row.user_agent) for row in await auth.rows(audit)} == {("", "")}
    assert (await auth.history(user.id))[-1] == "UserDeleted"
    # the provider has forgotten the grant
    answer = await auth.github.request("GET", "/api/v3/user", headers={"Authorization": f"Bearer {provider_token}"})
    assert answer.status_code == 401
    await refused(verify(auth, made.secret), Unauthenticated, "token_invalid")
    await refused(auth.refresh(signed_in.tokens.refresh_token), Unauthenticated, "session_ended")
    for name, request in (
        ("GetUser", pb.GetUserRequest()),
        ("DeleteUser", pb.DeleteUserRequest()),
        ("ExportUser", pb.ExportUserRequest()),
        ("CreateApiToken", pb.CreateApiTokenRequest(name="x", scopes=["read"])),
    ):
        await refused(call(auth, name, request, user), NotFound, "user_not_found")
    again = (await auth.sign_in("alice")).user
    assert again.id != user.id
