"""What owners say about people reaches the analyzer, stays out of every event, and can be erased."""

from __future__ import annotations

import os
from datetime import timedelta

import pytest
import sqlalchemy as sa

from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import erasing, people, replay, tables
from kit import database, housekeeping, rpc
from kit.errors import InvalidInput, NotFound
from kit.store import EventStore
from kit.tables import events, outbox
from tests.integration.jobs.peers import ALICE, BOB, URL, submit

ADDRESS = "ada.secret@home.example"
RULES = pb.PeopleRules(mailmap=f"Ada <ada@example.org> <{ADDRESS}>\n", kinds={"ci@home.example": "bot"})


async def track(service, rules=None, user=ALICE, url=URL):
    request = pb.TrackRepositoryRequest(
        repository_url=url, settings=events_pb2.RepositorySettings(on_push=True), people=rules
    )
    return (await rpc.call(service.jobs.TrackRepository, request, user_id=user)).repository


async def repository(service, repository_id, user=ALICE):
    request = pb.GetRepositoryRequest(repository_id=repository_id)
    return (await rpc.call(service.jobs.GetRepository, request, user_id=user)).repository


async def rows(engine, table=tables.people_rules):
    async with engine.connect() as connection:
        return await connection.scalar(sa.select(sa.func.count()).select_from(table))


def store(engine):
    return EventStore(engine, database.Wakeups(os.environ["JOBS_DATABASE_URL"]), source="test")


async def test_rules_reach_the_analyzer_and_no_event(service, worker, engine):
    plain, job = await submit(service, url=URL + "2"), await submit(service, people=RULES)
    # the attempts are there for a worker to begin once the dispatcher has asked for them
    assert {(await worker.take())[1].job_id for _ in range(2)} == {plain.id, job.id}
    assert not (await worker.begin(plain.id)).HasField("people")
    assert (await worker.begin(job.id)).people == RULES
    assert job.options.people_rules_id
    async with engine.connect() as connection:
        for table, column in ((events, events.c.payload), (outbox, outbox.c.body)):
            told = await connection.scalars(sa.select(sa.cast(column, sa.Text)).select_from(table))
            assert not any("secret" in text or ADDRESS.encode().hex() in text for text in told)


async def test_the_same_rules_are_kept_once_for_each_owner(service, engine):
    first, again = await submit(service, people=RULES, key="1"), await submit(service, people=RULES, key="1")
    assert first.id == again.id
    other = await submit(service, people=RULES, url=URL + "2")
    bobs = await submit(service, people=RULES, user=BOB)
    assert first.options.people_rules_id == other.options.people_rules_id != bobs.options.people_rules_id
    with pytest.raises(InvalidInput) as refused:
        await submit(service, people=pb.PeopleRules(kinds={"a": "bot"}), key="1")
    assert refused.value.code == "idempotency_key_reused"
    assert await rows(engine) == 3


async def test_settings_show_and_change_rules(service, engine):
    followed = await track(service, RULES)
    assert (await repository(service, followed.id)).people == followed.people == RULES
    change = pb.ChangeRepositorySettingsRequest(repository_id=followed.id, settings=followed.settings)
    changed = (await rpc.call(service.jobs.ChangeRepositorySettings, change, user_id=ALICE)).repository
    assert not changed.HasField("people")
    assert not (await repository(service, followed.id)).HasField("people")
    with pytest.raises(NotFound):
        await rpc.call(service.jobs.ChangeRepositorySettings, change, user_id=BOB)
    assert (await replay.verify(engine)).problems == []


async def test_a_push_is_analysed_by_the_rules_of_its_repository(service, worker):
    await track(service, RULES)
    push = pb.RecordPushRequest(
        repository_url=URL, branch="main", is_default_branch=True, commit="c" * 40, delivery_id="1"
    )
    await rpc.call(service.jobs.RecordPush, push, user_id=ALICE)
    message, requested = await worker.take()
    assert (await worker.begin(requested.job_id)).people == RULES
    assert b"secret" not in message.data


async def test_rules_go_with_the_user_and_with_what_referred_to_them(service, worker, engine):
    followed = await track(service, RULES)
    job = await submit(service, people=pb.PeopleRules(kinds={"ben": "bot"}), url=URL + "2")
    await worker.take()
    await submit(service, people=RULES, user=BOB)
    async with engine.begin() as connection:
        assert await people.prune(connection, 10, older=timedelta(0)) == 0
        await connection.execute(sa.update(tables.people_rules).values(kept_at=sa.func.now() - timedelta(minutes=2)))
    request = pb.UntrackRepositoryRequest(repository_id=followed.id)
    await rpc.call(service.jobs.UntrackRepository, request, user_id=ALICE)
    assert await rows(engine) == 2
    # a worker that comes for a job whose rules are gone is refused, not sent off without them
    async with engine.begin() as connection:
        await connection.execute(sa.delete(tables.people_rules).where(tables.people_rules.c.owner_id == ALICE))
    with pytest.raises(NotFound):
        await worker.begin(job.id)
    await submit(service, people=RULES, url=URL + "3")
    await erasing.erase_user(store(engine), ALICE, actor="test")
    assert await rows(engine) == 1
    found = await replay.verify(engine)
    assert found.problems == []


async def test_housekeeping_forgets_what_a_refused_command_left(service, engine):
    await people.keep(engine, ALICE, people.PeopleRules("A <a@example.org>"))
    used = await submit(service, people=RULES)
    assert await housekeeping.tidy(engine, people.prune) == 0
    async with engine.begin() as connection:
        await connection.execute(sa.update(tables.people_rules).values(kept_at=sa.func.now() - timedelta(hours=2)))
    assert await housekeeping.tidy(engine, people.prune) == 1
    async with engine.connect() as connection:
        assert (await people.kept(connection, used.options.people_rules_id)).message() == RULES


@pytest.mark.parametrize(
    "rules",
    [
        pb.PeopleRules(mailmap="Ada"),
        pb.PeopleRules(mailmap="#\x00"),
        pb.PeopleRules(mailmap="#" * 65_537),
        pb.PeopleRules(kinds={"": "bot"}),
        pb.PeopleRules(kinds={"a\x00": "bot"}),
        pb.PeopleRules(kinds={"a": "robot"}),
        pb.PeopleRules(kinds={str(number): "bot" for number in range(201)}),
    ],
)
async def test_rules_that_say_nothing_are_refused_and_change_nothing(service, engine, rules):
    for attempt in (submit(service, people=rules), track(service, rules)):
        with pytest.raises(InvalidInput) as refused:
            await attempt
        assert refused.value.code == "people_rules_invalid"
    with pytest.raises(InvalidInput):
        await submit(service, people=RULES, url="file:///etc")
    assert (await rows(engine), await rows(engine, events)) == (0, 0)
