"""What organisations have: the adapters against answers of a real HTTP server, and the call on the running service."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from auth.provider.gitea import Gitea
from auth.provider.github import GitHub
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import rpc
from kit.errors import InvalidInput, NotFound, PermissionDenied, WrongState
from tests.integration.auth import test_auth_gitea, test_auth_github
from tests.integration.auth.test_auth_sign_in import refused
from tests.support.answering import Answer, Seen, Server, answering_server

TOKEN = "the-token-that-stays-secret"


@pytest.fixture
def server() -> Iterator[Server]:
    with answering_server() as told:
        yield told


def owned(number: int, **facts: Any) -> dict[str, Any]:
    return {
        "id": number,
        "full_name": f"acme/r{number}",
        "clone_url": f"https://git.example/acme/r{number}.git",
        "private": False,
        "default_branch": "main",
        **facts,
    }


async def test_github_tells_what_is_worth_reading(server: Server) -> None:
    listed = [
        owned(1, size=12, pushed_at="2026-11-01T08:00:00Z"),
        owned(2, size=0, pushed_at=None),
        owned(3, archived=True, fork=True),
    ]

    def answer(seen: Seen) -> Answer:
        page = int(parse_qs(urlsplit(seen.path).query)["page"][0])
        link = {"link": f'<{server.url}/x?page=2>; rel="next"'} if page == 1 else {}
        return 200, link, listed

    server.answer = answer
    built: GitHub = test_auth_github.adapter(server.url)
    try:
        first = await built.organization_page(TOKEN, "acme", 1)
        last = await built.organization_page(TOKEN, "acme", 2)
    finally:
        await built.aclose()
    assert first is not None
    assert last is not None
    assert (first.more, last.more) == (True, False)
    assert [(each.empty, each.archived, each.fork) for each in first.repositories] == [
        (False, False, False),
        (True, False, False),
        (False, True, True),
    ]
    assert first.repositories[0].pushed_at is not None
    assert server.seen[0].path == "/api/v3/orgs/acme/repos?sort=full_name&per_page=100&page=1"
    assert server.seen[0].headers["authorization"] == f"Bearer {TOKEN}"


async def test_a_name_may_be_a_users_or_nobodys(server: Server) -> None:
    def answer(seen: Seen) -> Answer:
        found = seen.path.startswith("/api/v3/users/ada/")
        return (200, {}, [owned(1)]) if found else (404, {}, {"message": "Not Found"})

    server.answer = answer
    built = test_auth_github.adapter(server.url)
    try:
        page = await built.organization_page(TOKEN, "ada", 1)
        assert page is not None
        assert len(page.repositories) == 1
        assert await built.organization_page(TOKEN, "nobody", 1) is None
        server.answer = lambda _: (401, {}, {"message": "Bad credentials"})
        with pytest.raises(WrongState):
            await built.organization_page(TOKEN, "ada", 1)
    finally:
        await built.aclose()


async def test_gitea_tells_the_same(server: Server) -> None:
    listed = [owned(1, empty=True, updated_at="2026-11-01T08:00:00+01:00"), owned(2, fork=True, archived=True)]
    server.answer = lambda _: (200, {}, listed)
    built: Gitea = test_auth_gitea.adapter(server.url)
    try:
        page = await built.organization_page(TOKEN, "acme", 3)
    finally:
        await built.aclose()
    assert page is not None
    assert [(each.empty, each.archived, each.fork) for each in page.repositories] == [
        (True, False, False),
        (False, True, True),
    ]
    assert server.seen[0].path == "/api/v1/orgs/acme/repos?limit=50&page=3"


async def test_by_the_callers_own_token(auth: Any) -> None:
    alice, bob = (await auth.sign_in("alice", private=True)).user, (await auth.sign_in("bob")).user

    async def listed(user_id: str, name: str = "acme", token: str = "") -> list[pb.OrganizationRepository]:
        request = pb.ListOrganizationRepositoriesRequest(organization=name, page_token=token)
        return list((await rpc.call(auth.gateway.ListOrganizationRepositories, request, user_id=user_id)).repositories)

    hers, his = await listed(alice.id), await listed(bob.id)
    assert {each.repository.private for each in hers} == {True, False}
    assert {each.repository.private for each in his} == {False}
    assert all(each.HasField("pushed_at") for each in hers)
    await refused(listed(alice.id, "nobody"), NotFound, "organization_not_found")
    for name in ("", "../user", "a/b", "x" * 101):
        await refused(listed(alice.id, name), InvalidInput, "organization_invalid")
    for token in ("0", "1", "x", "9999"):
        await refused(listed(alice.id, token=token), InvalidInput, "invalid_input")


async def test_where_a_repository_is_by_the_callers_own_token(auth: Any) -> None:
    alice, bob = (await auth.sign_in("alice", private=True)).user, (await auth.sign_in("bob")).user
    jobs = auth.stubs["jobs"]

    async def located(user_id: str, url: str) -> pb.AvailableRepository:
        request = pb.LocateRepositoryRequest(repository_url=url)
        return (await rpc.call(jobs.LocateRepository, request, user_id=user_id)).repository

    request = pb.ListAvailableRepositoriesRequest(page_size=100)
    own = (await rpc.call(auth.gateway.ListAvailableRepositories, request, user_id=alice.id)).repositories
    private = next(each for each in own if each.private)
    assert await located(alice.id, private.clone_url.removesuffix(".git")) == private
    await refused(located(bob.id, private.clone_url), NotFound, "repository_not_found")
    await refused(located(alice.id, "https://elsewhere.example/a/b.git"), NotFound, "repository_not_found")
    await refused(located("nobody", private.clone_url), WrongState, "provider_token_void")
    gateway = rpc.call(
        auth.gateway.LocateRepository, pb.LocateRepositoryRequest(repository_url=private.clone_url), user_id=alice.id
    )
    await refused(gateway, PermissionDenied, "permission_denied")
