"""A user whose account is deleted: what jobs has of theirs goes, and nothing of theirs begins again."""

from __future__ import annotations

import asyncio
import os
import uuid
from datetime import UTC, datetime, timedelta

import pytest

from gitstrata_protos.auth.v1.events_pb2 import UserDeleted
from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import erasing, replay, repositories, store, tables
from jobs.domain.commands import SubmitJob
from jobs.domain.events import AnalysisOptions
from jobs.domain.tracking import RepositorySettings, TrackRepository
from kit import bus, database, rpc
from kit.errors import NotFound, Unauthenticated
from kit.settings import NatsSettings
from kit.store import EventStore
from tests.integration.jobs.peers import ALICE, BOB, URL, completed, count, get, read, submit

AUTH = bus.Stream("AUTH", ("auth.user.>", "auth.session.>"), (bus.Durable("jobs-users", ("auth.user.deleted",)),))
RULES = pb.PeopleRules(mailmap="Ada <ada@example.org> <ada.secret@home.example>\n")


@pytest.fixture
async def declared(nats_url):
    """The stream of auth, which has started before."""
    client = await bus.connect(NatsSettings(nats_url=nats_url), None, "auth")
    await bus.declare(client.jetstream(), [AUTH])
    yield
    await client.close()


async def leave(service, user=ALICE, event_id=None):
    """What auth says of a user who left."""
    body = UserDeleted(user_id=user).SerializeToString()
    publish = bus.Publisher(service.js, "auth").publish
    await publish("auth.user.deleted", event_id or str(uuid.uuid4()), "UserDeleted", f"user-{user}", body)


async def heard(service):
    async with asyncio.timeout(15):
        # it is kept until it is acked
        while (await service.js.stream_info("AUTH")).state.messages:
            await asyncio.sleep(0.02)


async def left(engine, user):
    async with engine.connect() as connection:
        return [*await store.jobs_of(connection, user), *await repositories.followed_by(connection, user)]


def tracking(url):
    return pb.TrackRepositoryRequest(
        repository_url=url, settings=events_pb2.RepositorySettings(on_push=True), people=RULES
    )


async def everything_goes(service, worker, engine):
    mine, other = await completed(service, worker, "mine"), await completed(service, worker, "bobs", user=BOB)
    running = await submit(service, people=RULES)
    await worker.take()
    granted = await worker.begin(running.id)
    waiting = await submit(service, url=URL + "3")
    await rpc.call(service.jobs.TrackRepository, tracking(URL + "2"), user_id=ALICE)
    cancelled = await service.nats.subscribe("jobs.job.cancel_requested")

    await leave(service)
    await heard(service)

    assert await left(engine, ALICE) == []
    assert await count(engine, tables.people_rules) == 0
    assert await count(engine, tables.blob) == 3
    assert await read(service, other, "stack", user=BOB) == "same"
    for job in (mine, running.id, waiting.id):
        with pytest.raises(NotFound):
            await get(service, job)
        with pytest.raises(NotFound):
            await rpc.call(service.jobs.RetryJob, pb.RetryJobRequest(job_id=job), user_id=ALICE)
    # the worker is told to stop, and what it still says changes nothing
    message = await cancelled.next_msg(5)
    assert events_pb2.JobCancelRequested.FromString(message.data).job_id == running.id
    await worker.complete(running.id, granted.lease, [])
    with pytest.raises(NotFound):
        await worker.begin(waiting.id)
    push = pb.RecordPushRequest(
        repository_url=URL + "2", branch="main", is_default_branch=True, commit="c" * 40, delivery_id="1"
    )
    assert (await rpc.call(service.jobs.RecordPush, push, user_id=BOB)).repositories == 0
    assert (await replay.verify(engine)).problems == []

    # an access token may outlive the account for a moment
    for asked in (submit(service), rpc.call(service.jobs.TrackRepository, tracking(URL), user_id=ALICE)):
        with pytest.raises(Unauthenticated) as refused:
            await asked
        assert refused.value.code == "user_deleted"
    await submit(service, user=BOB)


async def test_everything_of_a_deleted_user_goes(declared, service, worker, engine):
    await everything_goes(service, worker, engine)


async def test_auth_may_come_later(service, worker, engine):
    await submit(service, user=BOB)
    await bus.declare(service.js, [bus.Stream("AUTH", AUTH.subjects)])
    await asyncio.sleep(1.2)  # it looks meanwhile, and must not make a durable of its own
    with pytest.raises(Exception, match="consumer not found"):
        await service.js.consumer_info("AUTH", "jobs-users")
    await bus.declare(service.js, [AUTH])
    message, _ = await worker.take()
    await message.ack_sync()
    await everything_goes(service, worker, engine)


async def test_a_repeated_message_changes_nothing(declared, service, worker, engine):
    await completed(service, worker, "mine")
    event_id = str(uuid.uuid4())
    await leave(service, event_id=event_id)
    await heard(service)
    async with engine.connect() as connection:
        before = [(await connection.execute(table.select())).all() for table in (tables.deleted_user, *tables.VIEWS)]
    recorded = (await replay.verify(engine)).events

    again = UserDeleted(user_id=ALICE).SerializeToString()
    headers = {"ce-id": event_id, "ce-type": "UserDeleted", "ce-subject": f"user-{ALICE}"}
    await service.js.publish("auth.user.deleted", again, headers=headers)
    await leave(service)
    await heard(service)

    async with engine.connect() as connection:
        after = [(await connection.execute(table.select())).all() for table in (tables.deleted_user, *tables.VIEWS)]
    assert after == before
    found = await replay.verify(engine)
    assert (found.events, found.problems) == (recorded, [])


async def test_what_begins_in_the_same_moment_is_refused_or_goes_too(declared, service, engine):
    await submit(service)
    stop = asyncio.Event()

    async def ask(number):
        begun = 0
        while not stop.is_set():
            url = f"{URL}-{number}-{begun}"
            asked = (submit(service, url=url), rpc.call(service.jobs.TrackRepository, tracking(url), user_id=ALICE))
            for outcome in await asyncio.gather(*asked, return_exceptions=True):
                if isinstance(outcome, Exception):
                    assert isinstance(outcome, Unauthenticated), outcome
                else:
                    begun += 1
        return begun

    asking = [asyncio.create_task(ask(number)) for number in range(8)]
    await asyncio.sleep(0.2)
    await leave(service)
    await heard(service)
    stop.set()
    assert sum(await asyncio.gather(*asking)) > 0
    assert await left(engine, ALICE) == []
    assert (await replay.verify(engine)).problems == []


@pytest.mark.parametrize("kind", ["analysis", "repository"])
async def test_what_is_being_begun_is_waited_for_and_goes_too(engine, kind):
    events = EventStore(engine, database.Wakeups(os.environ["JOBS_DATABASE_URL"]), source="test")
    asked, now, entity = asyncio.Event(), datetime.now(UTC), str(uuid.uuid4())
    may_end = asyncio.Event()

    async def slowly(connection, command):
        if kind == "analysis":
            await store.usage(connection, [ALICE], now)
        else:
            await repositories.count(connection, ALICE)
        asked.set()
        await may_end.wait()
        return command

    if kind == "analysis":
        aggregate = store.JOBS
        command = SubmitJob(entity, ALICE, URL, "", AnalysisOptions(), "user", now, now + timedelta(hours=1))
    else:
        aggregate = repositories.REPOSITORIES
        command = TrackRepository(entity, ALICE, URL, RepositorySettings(), now)
    beginning = asyncio.create_task(events.execute(aggregate, entity, command, informed=slowly))
    await asked.wait()
    leaving = asyncio.create_task(erasing.erase_deleted_user(events, ALICE, actor="auth"))
    await asyncio.sleep(0.3)
    assert not leaving.done()
    may_end.set()
    await beginning
    assert sum(await leaving) == 1
    assert await left(engine, ALICE) == []


async def test_what_names_nobody_erases_nothing(declared, service, engine):
    await submit(service, people=RULES)
    await leave(service, user="")
    await bus.Publisher(service.js, "auth").publish(
        "auth.user.deleted", str(uuid.uuid4()), "Unknown", "user-1", b"\xff"
    )
    await heard(service)
    assert len(await left(engine, ALICE)) == 1
    assert (await count(engine, tables.people_rules), await count(engine, tables.deleted_user)) == (1, 0)
