"""Organisations that users follow, on the running service and its database."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from gitstrata_protos.auth.v1 import auth_service_pb2 as auth_pb
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceStub
from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import erasing, organizations, tables
from jobs.looking import Lookout
from jobs.quotas import Quotas
from jobs.settings import Settings
from jobs.store import JOBS
from kit import database, rpc
from kit.errors import LimitReached, NotFound, Unauthenticated
from kit.group_commit import GroupCommit
from kit.store import EventStore
from tests.integration.jobs.peers import ALICE, BOB, AuthPeer, count

HOST = "https://git.example.org/acme/"
LATER = timedelta(hours=2)


def owned(name, **facts):
    repository = auth_pb.AvailableRepository(full_name=f"acme/{name}", clone_url=f"{HOST}{name}.git")
    return auth_pb.OrganizationRepository(repository=repository, **facts)


@pytest.fixture
def acme():
    """What the organisation has at the provider."""
    AuthPeer.organizations["acme"] = [owned("one"), owned("two")]
    yield AuthPeer.organizations["acme"]
    AuthPeer.organizations.clear()


@pytest.fixture
async def lookout(service, engine, identities, auth_peer):
    """One of another replica, whose clock the test has."""
    settings = Settings()
    events = EventStore(engine, database.Wakeups(os.environ["JOBS_DATABASE_URL"]), source="test")
    channel = rpc.channel(tls=identities["jobs"], target=auth_peer, service="auth")
    yield Lookout(events, GroupCommit(events, JOBS, Quotas(settings)), AuthServiceStub(channel), settings)
    await channel.close()


async def follow(service, user=ALICE, name="acme", known=("one", "two"), **fields):
    request = pb.FollowOrganizationRequest(name=name, known=[f"{HOST}{each}.git" for each in known], **fields)
    return (await rpc.call(service.jobs.FollowOrganization, request, user_id=user)).organization


async def followed(service, user=ALICE):
    return (await rpc.call(service.jobs.ListOrganizations, pb.ListOrganizationsRequest(), user_id=user)).organizations


async def tracked(service, user=ALICE):
    reply = await rpc.call(service.jobs.ListRepositories, pb.ListRepositoriesRequest(), user_id=user)
    return [each.repository_url for each in reply.repositories]


async def jobs_of(service, user=ALICE):
    return (await rpc.call(service.jobs.ListJobs, pb.ListJobsRequest(), user_id=user)).jobs


async def test_what_it_gets_is_followed_and_analysed_once(service, lookout, acme):
    await follow(service, options=events_pb2.AnalysisOptions(exclude=["docs/"]))
    now = datetime.now(UTC)
    assert await lookout.look(now) is False  # it was looked at a moment ago
    acme += [owned("new"), owned("bare", empty=True), owned("copy", fork=True), owned("old", archived=True)]
    assert await lookout.look(now + LATER) is True
    assert await lookout.look(now + LATER) is False
    assert await tracked(service) == [HOST + "new.git"]
    (job,) = await jobs_of(service)
    assert (job.repository_url, list(job.options.exclude)) == (HOST + "new.git", ["docs/"])
    for each in acme:
        each.empty = False
    await lookout.look(now + 2 * LATER)
    assert await tracked(service) == [HOST + "bare.git", HOST + "new.git"]
    await lookout.look(now + 3 * LATER)
    assert len(await jobs_of(service)) == 2


async def test_what_was_left_stays_left(service, lookout, acme, engine):
    await follow(service, known=())
    now = datetime.now(UTC)
    await lookout.look(now + LATER)
    assert len(await tracked(service)) == 2
    reply = await rpc.call(service.jobs.ListRepositories, pb.ListRepositoriesRequest(), user_id=ALICE)
    for each in reply.repositories:
        await rpc.call(
            service.jobs.UntrackRepository, pb.UntrackRepositoryRequest(repository_id=each.id), user_id=ALICE
        )
    await lookout.look(now + 2 * LATER)
    assert await tracked(service) == []
    (organization,) = await followed(service)
    await rpc.call(
        service.jobs.UnfollowOrganization,
        pb.UnfollowOrganizationRequest(organization_id=organization.id),
        user_id=ALICE,
    )
    assert await count(engine, tables.organization_repository) == 0
    # followed again with nothing known, all of it is new
    await follow(service, known=())
    await lookout.look(now + 3 * LATER)
    assert len(await tracked(service)) == 2


async def test_a_look_that_fails_says_why_and_is_made_again(service, lookout, acme):
    await follow(service, name="gone")
    now = datetime.now(UTC)
    await lookout.look(now + LATER)
    (organization,) = await followed(service)
    assert organization.error.code == "organization_not_found"
    AuthPeer.organizations["gone"] = [owned("three")]
    await lookout.look(now + 2 * LATER)
    (organization,) = await followed(service)
    assert not organization.HasField("error")
    assert await tracked(service) == [HOST + "three.git"]


async def test_limits_hold_and_the_rest_comes_later(service, lookout, acme, monkeypatch):
    monkeypatch.setattr(lookout, "_settings", Settings(repositories_per_user=1))
    await follow(service, known=())
    now = datetime.now(UTC)
    await lookout.look(now + LATER)
    (organization,) = await followed(service)
    assert organization.error.code == "repository_limit_reached"
    assert len(await tracked(service)) == 1
    monkeypatch.setattr(lookout, "_settings", Settings())
    await lookout.look(now + 2 * LATER)
    assert len(await tracked(service)) == 2


async def test_each_is_its_followers(service, acme, monkeypatch):
    mine = await follow(service)
    assert (await follow(service, name="ACME", forks=True)).id == mine.id
    assert [each.forks for each in await followed(service)] == [True]
    assert list(await followed(service, BOB)) == []
    request = pb.UnfollowOrganizationRequest(organization_id=mine.id)
    with pytest.raises(NotFound):
        await rpc.call(service.jobs.UnfollowOrganization, request, user_id=BOB)
    monkeypatch.setattr(organizations, "MOST", 1)
    with pytest.raises(LimitReached):
        await follow(service, name="other")


async def test_it_goes_with_the_user(service, lookout, acme, engine):
    await follow(service, known=())
    await follow(service, BOB, known=())
    events = EventStore(engine, database.Wakeups(os.environ["JOBS_DATABASE_URL"]), source="test")
    await erasing.erase_deleted_user(events, ALICE, actor="auth")
    now = datetime.now(UTC)
    while await lookout.look(now + LATER):
        pass
    assert await tracked(service) == []
    assert len(await tracked(service, BOB)) == 2
    with pytest.raises(Unauthenticated):
        await follow(service)
