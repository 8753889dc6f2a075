"""What users let others read, on the running service."""

from __future__ import annotations

import asyncio
import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from google.protobuf.timestamp_pb2 import Timestamp

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import erasing, shares, tables
from kit import database, rpc
from kit.blobs import Blob, unpack
from kit.errors import InvalidInput, LimitReached, NotFound, Unauthenticated
from kit.store import EventStore
from tests.integration.jobs.peers import ALICE, BOB, URL, completed, count
from tests.integration.jobs.test_jobs_repositories import track


def hashed(secret: str) -> bytes:
    return hashlib.sha256(secret.encode()).digest()


async def share(service, user=ALICE, secret="one", **fields):
    asked = {"kind": pb.SHARE_KIND_LINK, "name": "for the board", "sections": ["overview"], **fields}
    if "job_id" not in asked:
        asked.setdefault("repository_url", URL)
    request = pb.CreateShareRequest(secret_hash=hashed(secret), **asked)
    return (await rpc.call(service.jobs.CreateShare, request, user_id=user)).share


async def shown(service, secret="one", kind=pb.SHARE_KIND_LINK):
    request = pb.GetSharedReportRequest(secret_hash=hashed(secret), kind=kind)
    return await rpc.call(service.jobs.GetSharedReport, request)


async def read(service, section, secret="one", job_id=""):
    request = pb.ReadSharedSectionRequest(
        secret_hash=hashed(secret), kind=pb.SHARE_KIND_LINK, section=section, job_id=job_id
    )
    parts = [reply.part async for reply in rpc.stream(service.jobs.ReadSharedSection, request)]
    ref = parts[0].blob
    body = b"".join(part.chunk for part in parts)
    return json.loads(unpack(Blob(ref.sha256, ref.size, ref.encoding, ref.media_type), body))


async def listed(service, user=ALICE, **fields):
    return await rpc.call(service.jobs.ListShares, pb.ListSharesRequest(**fields), user_id=user)


async def refused(awaited, code="share_not_found"):
    with pytest.raises(NotFound) as error:
        await awaited
    assert error.value.code == code
    return error.value.message


def ends(moment: datetime) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(moment)
    return stamp


async def test_a_link_shows_its_sections_and_no_other(service, worker):
    job = await completed(service, worker, "seven")
    made = await share(service, job_id=job)
    assert (made.job_id, made.repository_url, list(made.sections)) == (job, URL, ["overview"])
    reply = await shown(service)
    assert [each.section for each in reply.report.sections] == ["overview"]
    assert reply.report.job.id == job
    assert await read(service, "overview") == "seven"
    assert await read(service, "head") == {"of": "seven"}
    for other in ("stack", "nothing", ""):
        await refused(read(service, other), "section_not_ready")


async def test_it_follows_a_repository(service, worker):
    await share(service, repository_url=URL)
    assert not (await shown(service)).HasField("report")
    await refused(read(service, "overview"), "section_not_ready")
    first = await completed(service, worker, "first")
    assert (await shown(service)).report.job.id == first
    second = await completed(service, worker, "second")
    assert (await shown(service)).report.job.id == second
    assert await read(service, "overview") == "second"
    # who began to read the one before reads it to its end
    assert await read(service, "overview", job_id=first) == "first"


async def test_a_pin_reaches_nothing_else(service, worker):
    first, second = await completed(service, worker, "first"), await completed(service, worker, "second")
    theirs = await completed(service, worker, "bobs", user=BOB)
    await share(service, job_id=first)
    await share(service, secret="following", repository_url=URL + "2")
    for secret, job in (("one", second), ("one", theirs), ("following", first), ("following", theirs)):
        with pytest.raises(NotFound):
            await read(service, "overview", secret, job_id=job)


async def test_revoked_expired_and_unknown_are_alike(service, engine):
    made = await share(service)
    await share(service, secret="brief", expires_at=ends(datetime.now(UTC) + timedelta(days=1)))
    await share(service, secret="badge", kind=pb.SHARE_KIND_BADGE, figures=["lines"])
    async with engine.begin() as connection:
        past = datetime.now(UTC) - timedelta(seconds=1)
        await connection.execute(
            sa.update(tables.share).where(tables.share.c.expires_at.is_not(None)).values(expires_at=past)
        )
    await rpc.call(service.jobs.RevokeShare, pb.RevokeShareRequest(share_id=made.id), user_id=ALICE)
    told = {await refused(shown(service, secret)) for secret in ("one", "brief", "badge", "never")}
    assert len(told) == 1
    assert len((await listed(service)).shares) == 2  # an expired one is still there to be seen
    for share_id in (made.id, "nothing"):
        request = pb.RevokeShareRequest(share_id=share_id)
        await refused(rpc.call(service.jobs.RevokeShare, request, user_id=ALICE))


async def test_only_its_owner_sees_and_revokes_it(service, worker):
    job = await completed(service, worker, "mine")
    made = await share(service, job_id=job)
    assert list((await listed(service, BOB)).shares) == []
    await refused(rpc.call(service.jobs.RevokeShare, pb.RevokeShareRequest(share_id=made.id), user_id=BOB))
    await refused(share(service, BOB, secret="theft", job_id=job), "job_not_found")
    assert await read(service, "overview") == "mine"


async def test_lists_by_kind_in_pages(service):
    for number in range(5):
        await share(service, secret=f"link {number}", name=f"link {number}")
    await share(service, secret="badge", kind=pb.SHARE_KIND_BADGE, figures=["lines"])
    names, token = [], ""
    while True:
        page = await listed(service, kind=pb.SHARE_KIND_LINK, page_size=2, page_token=token)
        names += [each.name for each in page.shares]
        if not (token := page.next_page_token):
            break
    assert names == [f"link {number}" for number in reversed(range(5))]
    assert next(each.kind for each in (await listed(service)).shares) == pb.SHARE_KIND_BADGE
    with pytest.raises(InvalidInput):
        await listed(service, page_token="nonsense")


async def test_the_same_request_again_is_the_same_share_with_its_new_secret(service):
    expires = {"expires_at": ends(datetime.now(UTC) + timedelta(days=30))}
    first = await share(service, idempotency_key="key", **expires)
    again = await share(service, secret="two", idempotency_key="key", **expires)
    assert again.id == first.id
    assert (await shown(service, "two")).share.id == first.id
    await refused(shown(service, "one"))
    with pytest.raises(InvalidInput) as error:
        await share(service, idempotency_key="key", sections=["stack"], **expires)
    assert error.value.code == "idempotency_key_reused"
    assert (await share(service, BOB, secret="bobs", idempotency_key="key")).id != first.id


BROKEN = [
    {"sections": []},
    {"sections": ["Overview"]},
    {"sections": [f"s{'x' * number}" for number in range(31)]},
    {"name": ""},
    {"name": "x" * 101},
    {"name": "a\nb"},
    {"kind": pb.SHARE_KIND_UNSPECIFIED},
    {"kind": pb.SHARE_KIND_BADGE},
    {"repository_url": ""},
    {"job_id": "0198c5a0-11aa-7bc2-8f00-5d1c2e3f4a5b", "repository_url": URL},
    {"expires_at": ends(datetime(2020, 1, 1, tzinfo=UTC))},
]


async def test_what_breaks_a_rule_is_refused(service):
    for fields in BROKEN:
        with pytest.raises(InvalidInput) as error:
            await share(service, **fields)
        assert error.value.code == "share_invalid", fields


async def test_nobody_has_too_many(service, monkeypatch):
    monkeypatch.setattr(shares, "MOST", 3)
    for number in range(3):
        await share(service, secret=str(number))
    with pytest.raises(LimitReached) as error:
        await share(service, secret="more")
    assert error.value.code == "too_many_shares"
    await share(service, BOB, secret="bobs")


async def test_it_goes_with_the_repository_and_with_the_user(service, worker, engine):
    followed = await track(service)
    job = await completed(service, worker, "mine")
    await share(service, job_id=job)
    await share(service, secret="elsewhere", repository_url=URL + "2")
    await share(service, BOB, secret="bobs")
    await rpc.call(
        service.jobs.UntrackRepository, pb.UntrackRepositoryRequest(repository_id=followed.id), user_id=ALICE
    )
    await refused(shown(service))
    await shown(service, "elsewhere")
    events = EventStore(engine, database.Wakeups(str(engine.url)), source="test")
    await erasing.erase_deleted_user(events, ALICE, actor="auth")
    await refused(shown(service, "elsewhere"))
    with pytest.raises(Unauthenticated):
        await share(service, secret="after")
    assert await count(engine, tables.share) == 1


async def test_one_that_expired_long_ago_is_forgotten(service, engine):
    await share(service, expires_at=ends(datetime.now(UTC) + timedelta(days=1)))
    await share(service, secret="lasting")
    async with engine.begin() as connection:
        assert await shares.prune(connection, 10) == 0
        long_ago = datetime.now(UTC) - shares.KEPT - timedelta(minutes=1)
        await connection.execute(
            sa.update(tables.share).where(tables.share.c.expires_at.is_not(None)).values(expires_at=long_ago)
        )
        assert await shares.prune(connection, 10) == 1
    assert await count(engine, tables.share) == 1


async def test_of_many_at_once_under_one_key_there_is_one(service, engine):
    made = await asyncio.gather(*(share(service, secret=str(n), idempotency_key="same") for n in range(20)))
    assert len({each.id for each in made}) == 1
    assert await count(engine, tables.share) == 1


async def test_what_became_private_is_shown_to_nobody_until_its_owner_wants_it(service, worker):
    followed = await track(service)
    await completed(service, worker, "mine")
    made = await share(service, repository_url=URL + ".git")
    await share(service, secret="badge", kind=pb.SHARE_KIND_BADGE, figures=["lines"])
    other = await share(service, secret="other", repository_url=URL + "2")
    await share(service, BOB, "bobs")

    async def privatized(**fields):
        request = pb.RecordPrivatizedRequest(repository_url=URL, **fields)
        return (await rpc.call(service.jobs.RecordPrivatized, request)).suspended

    # by the webhook of one follower that person's, by an App's everybody's; each once
    assert await privatized(repository_id=followed.id) == 2
    await refused(shown(service))
    await refused(shown(service, "badge", pb.SHARE_KIND_BADGE))
    assert (await shown(service, "bobs")).share.name
    assert await privatized() == 1
    await refused(shown(service, "bobs"))
    assert (await shown(service, "other")).share.id == other.id
    assert [each.id for each in (await listed(service)).shares if each.HasField("suspended_at")][-1] == made.id

    request = pb.ChangeShareRequest(share_id=made.id)
    await refused(rpc.call(service.jobs.ChangeShare, request, user_id=BOB))
    again = (await rpc.call(service.jobs.ChangeShare, request, user_id=ALICE)).share
    assert (again.id, again.HasField("suspended_at")) == (made.id, False)
    assert (await shown(service)).share.id == made.id
    # a share that is made once the repository is private is meant so
    await share(service, secret="later")
    assert (await shown(service, "later")).share.name
    # following it no more ends what is shared under its address
    await rpc.call(
        service.jobs.UntrackRepository, pb.UntrackRepositoryRequest(repository_id=followed.id), user_id=ALICE
    )
    await refused(shown(service, "later"))
