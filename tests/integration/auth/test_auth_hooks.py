"""Webhooks of Git hosts at auth: installed with the person's grant or shown to be pasted, and deliveries checked."""

from __future__ import annotations

import hashlib
import hmac
import uuid
from types import SimpleNamespace

import httpx
import pytest

from auth import tables
from auth.rotation import PLACES
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth_pb
from gitstrata_protos.auth.v1 import hooks_service_pb2 as pb
from kit import rpc
from kit.errors import InvalidInput, NotFound, Unauthenticated, WrongState
from kit.rotation import rotate

BODY = b'{"zen": "Keep it logically awesome."}'


def signature(secret: str, body: bytes = BODY) -> str:
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


@pytest.fixture
async def alice(auth):
    signed_in = await auth.sign_in("alice", private=True)
    user_id = signed_in.user.id

    async def call(method, user=user_id, key="", **fields):
        request = getattr(pb, f"{method}Request")(**fields)
        return await rpc.call(getattr(auth.hooks, method), request, user_id=user, idempotency_key=key)

    async def at_github():
        token = await auth.provider_token(user_id)
        async with httpx.AsyncClient(base_url=auth.github.url, trust_env=False) as client:
            headers = {"authorization": f"Bearer {token}"}
            return (await client.get(f"/api/v3/repos/{name}/hooks", headers=headers)).json()

    listed = await rpc.call(
        auth.gateway.ListAvailableRepositories, auth_pb.ListAvailableRepositoriesRequest(), user_id=user_id
    )
    name = listed.repositories[0].full_name
    of_it = {"repository_id": str(uuid.uuid4()), "repository_url": f"{auth.github.url}/{name}.git"}
    return SimpleNamespace(id=user_id, call=call, at_github=at_github, of_it=of_it)


def check(alice, hook, given, body=BODY, provider="github"):
    return alice.call("CheckDelivery", user="", provider=provider, hook_id=hook.id, signature=given, body=body)


async def test_a_hook_is_installed_with_the_persons_grant_and_removed(auth, alice):
    made = await alice.call("InstallHook", **alice.of_it)
    assert (made.hook.installed, made.secret, made.hook.provider) == (True, "", "github")
    assert made.hook.address.endswith(f"/api/v1/webhooks/github/{made.hook.id}")
    (hook,) = await alice.at_github()
    assert (hook["config"]["url"], hook["events"]) == (made.hook.address, ["push", "repository"])
    again = await alice.call("InstallHook", **alice.of_it)
    assert (again.hook.id, again.hook.address) == (made.hook.id, made.hook.address)
    assert len(await alice.at_github()) == 1
    of_it = {"repository_id": alice.of_it["repository_id"]}
    assert (await alice.call("GetHook", **of_it)).hook.installed
    await alice.call("RemoveHook", **of_it)
    await alice.call("RemoveHook", **of_it)
    assert await alice.at_github() == []
    with pytest.raises(NotFound) as refused:
        await alice.call("GetHook", **of_it)
    assert refused.value.code == "webhook_not_found"


async def test_where_the_grant_does_not_reach_it_is_shown_what_to_paste(auth, alice):
    bob = (await auth.sign_in("bob")).user.id
    pasted = await alice.call("InstallHook", user=bob, **alice.of_it)
    assert pasted.hook.installed is False
    assert len(pasted.secret) > 40
    told = await check(alice, pasted.hook, signature(pasted.secret))
    assert (told.user_id, told.repository_id) == (bob, alice.of_it["repository_id"])
    assert (await alice.call("GetHook", user=bob, repository_id=told.repository_id)).hook.HasField("last_delivery_at")
    rotated = await alice.call("InstallHook", user=bob, **alice.of_it)
    assert (rotated.hook.id, rotated.secret == pasted.secret) == (pasted.hook.id, False)
    with pytest.raises(Unauthenticated):
        await check(alice, pasted.hook, signature(pasted.secret))
    assert await check(alice, rotated.hook, signature(rotated.secret).upper())


async def test_a_command_that_comes_again_is_answered_with_the_same_secret(auth):
    bob = (await auth.sign_in("bob")).user.id  # a grant that may not install anything
    request = pb.InstallHookRequest(
        repository_id=str(uuid.uuid4()), repository_url=f"{auth.github.url}/bob/whatever.git"
    )
    first, again, fresh = [
        await rpc.call(auth.hooks.InstallHook, request, user_id=bob, idempotency_key=key) for key in ("k", "k", "other")
    ]
    assert first.secret
    assert again == first
    assert fresh.secret not in ("", first.secret)


async def test_only_what_is_signed_with_the_hooks_own_secret_is_taken(auth, alice):
    bob = (await auth.sign_in("bob")).user.id
    pasted = await alice.call("InstallHook", user=bob, **alice.of_it)
    good = signature(pasted.secret)
    for given, body, provider in (
        ("", BODY, "github"),
        (good[:-1], BODY, "github"),
        (good, BODY + b" ", "github"),
        (signature("another"), BODY, "github"),
        (good, BODY, "gitea"),
        ("é", BODY, "github"),
    ):
        with pytest.raises(Unauthenticated) as refused:
            await check(alice, pasted.hook, given, body, provider)
        assert refused.value.code == "signature_invalid"
    for unknown in ("", str(uuid.uuid4()), "nonsense"):
        with pytest.raises(Unauthenticated):
            await check(alice, pb.Hook(id=unknown), good)


async def test_a_host_where_nobody_signs_in_has_no_hook(alice):
    elsewhere = {**alice.of_it, "repository_url": "https://git.example.org/owner/name"}
    with pytest.raises(WrongState) as refused:
        await alice.call("InstallHook", **elsewhere)
    assert refused.value.code == "webhook_unsupported"
    with pytest.raises(InvalidInput):
        await alice.call("InstallHook", **{**alice.of_it, "repository_id": "nonsense"})


async def test_secrets_are_sealed_and_sealed_again_when_keys_are_rotated(auth, alice):
    bob = (await auth.sign_in("bob")).user.id
    pasted = await alice.call("InstallHook", user=bob, **alice.of_it)
    (row,) = await auth.rows(tables.hooks)
    assert pasted.secret.encode() not in row.secret
    seen = await rotate(auth.events.engine, auth.vault, PLACES, batch=10, dry_run=False, tell=lambda _: None)
    assert seen.seen >= 1
    assert await check(alice, pasted.hook, signature(pasted.secret))


async def test_whoever_leaves_takes_their_hooks_along(auth, alice):
    await alice.call("InstallHook", **alice.of_it)
    assert len(await alice.at_github()) == 1
    token = await auth.provider_token(alice.id)
    await rpc.call(auth.gateway.DeleteUser, auth_pb.DeleteUserRequest(), user_id=alice.id)
    assert await auth.rows(tables.hooks) == []
    # the grant is withdrawn afterwards: somebody else's of the same account has to look
    again = await auth.sign_in("alice", private=True)
    assert token != await auth.provider_token(again.user.id)
    async with httpx.AsyncClient(base_url=auth.github.url, trust_env=False) as client:
        path = "/api/v3/repos/" + alice.of_it["repository_url"].removeprefix(f"{auth.github.url}/").removesuffix(".git")
        headers = {"authorization": f"Bearer {await auth.provider_token(again.user.id)}"}
        assert (await client.get(f"{path}/hooks", headers=headers)).json() == []


async def test_an_apps_own_webhook_tells_of_every_repository(auth, alice):
    auth.service.hooks._hooks._app_secrets["github"] = "the-app's"
    told = await check(alice, pb.Hook(id=""), signature("the-app's"))
    assert (told.user_id, told.repository_id, told.origin) == ("", "", auth.github.url)
    with pytest.raises(Unauthenticated):
        await check(alice, pb.Hook(id=""), signature("another"))
