"""What an operator does: limits, the `jobs` command, erasing, a replica. On the running service."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
import uuid
from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from typer.testing import CliRunner

from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import replay, tables
from jobs.command import app
from kit import database, housekeeping, migrations, rpc
from kit.errors import LimitReached, NotFound
from kit.settings import DatabaseSettings
from kit.tables import events, inbox, outbox
from tests.integration.jobs.peers import ALICE, BOB, URL, completed, count, get, read, submit, types, until


async def command(*arguments, expect=0):
    """The `jobs` command as an operator runs it: a process of its own, under the service's environment."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "jobs.command",
        *arguments,
        env=dict(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    out, err = await asyncio.wait_for(process.communicate(), 60)
    assert process.returncode == expect, (out.decode(), err.decode())
    return out.decode() + err.decode()


async def rows(engine, table):
    async with engine.connect() as connection:
        found = await connection.execute(sa.select(table).order_by(*table.primary_key.columns))
        return [tuple(row) for row in found]


# ---------------------------------------------------------------- limits


@pytest.mark.parametrize("limits", [{"JOBS_ACTIVE_PER_USER": "3", "JOBS_DAILY_PER_USER": "5"}], indirect=True)
async def test_limits_hold_in_a_race_and_make_room_again(limits, service):
    asked = await asyncio.gather(*(submit(service, key=str(n)) for n in range(8)), return_exceptions=True)
    accepted = [job for job in asked if not isinstance(job, Exception)]
    refused = [error for error in asked if isinstance(error, LimitReached)]
    assert (len(accepted), len(refused)) == (3, 5)
    assert {(error.code, error.retry_after) for error in refused} == {("active_limit_reached", 60.0)}
    # the same request again is no new one, and another user has all of theirs
    key = next(str(n) for n, job in enumerate(asked) if job is accepted[0])
    assert (await submit(service, key=key)).id == accepted[0].id
    await submit(service, user=BOB)

    for job in accepted:
        await rpc.call(service.jobs.CancelJob, pb.CancelJobRequest(job_id=job.id), user_id=ALICE)
    for _ in range(2):
        job = await submit(service)
        await rpc.call(service.jobs.CancelJob, pb.CancelJobRequest(job_id=job.id), user_id=ALICE)
    with pytest.raises(LimitReached) as error:
        await submit(service)
    assert error.value.code == "daily_limit_reached"
    assert 86_000 < error.value.retry_after <= 86_400
    # trying again is no new analysis
    await rpc.call(service.jobs.RetryJob, pb.RetryJobRequest(job_id=job.id), user_id=ALICE)


@pytest.fixture
def limits(request, monkeypatch):
    for name, value in request.param.items():
        monkeypatch.setenv(name, value)


# ---------------------------------------------------------------- replaying


async def test_a_rebuild_is_row_for_row_what_was_there_while_the_service_runs(service, worker, engine):
    await completed(service, worker, "one")
    second = await completed(service, worker, "two")
    cancelled = await submit(service)
    await rpc.call(service.jobs.CancelJob, pb.CancelJobRequest(job_id=cancelled.id), user_id=ALICE)
    waiting = await submit(service)
    while (await worker.take())[1].job_id != waiting.id:
        pass
    before = [await rows(engine, table) for table in tables.VIEWS]
    assert "4 histories, " in await command("verify")

    stop = asyncio.Event()
    made = []

    async def busy():
        while not stop.is_set():
            made.append((await submit(service)).id)

    assert "4 histories would be replayed; 0 differences" in await command("rebuild", "--dry-run")
    working = asyncio.create_task(busy())
    for _ in range(3):
        await replay.rebuild(engine)
    stop.set()
    await working
    after = [await rows(engine, table) for table in tables.VIEWS]
    assert [[row for row in table if str(row[0]) not in made] for table in after] == before
    assert made
    assert f"{4 + len(made):,} histories, " in await command("verify")
    # it goes on as if nothing had happened
    assert (await get(service, waiting.id)).state == pb.JOB_STATE_PENDING
    assert await read(service, second, "overview") == "two"
    granted = await worker.begin(waiting.id)
    await worker.fail(waiting.id, granted.lease)
    await until(service, waiting.id, pb.JOB_STATE_FAILED)


async def test_verify_finds_rows_of_no_history_and_events_that_cannot_be_read(service, worker, engine):
    job = await completed(service, worker, "one")
    stray = uuid.uuid4()
    async with engine.begin() as connection:
        row = (await connection.execute(sa.select(tables.job_view))).one()
        await connection.execute(sa.insert(tables.job_view).values({**row._mapping, "id": stray}))
    assert f"job_view: there is no history of {stray}" in await command("verify", expect=1)
    async with engine.begin() as connection:
        await connection.execute(sa.delete(tables.job_view).where(tables.job_view.c.id == stray))
        await connection.execute(
            sa.update(events).where(events.c.stream == f"job-{job}", events.c.version == 2).values(payload={"x": 1})
        )
    assert f"job-{job}: version 2 cannot be read" in await command("verify", expect=1)
    assert "cannot be read" in await command("rebuild", expect=1)


async def test_verify_finds_what_differs_and_a_rebuild_mends_it(service, worker, engine):
    first, second = await completed(service, worker, "one"), await completed(service, worker, "two")
    async with engine.begin() as connection:
        await connection.execute(
            sa.update(tables.job_view).where(tables.job_view.c.id == uuid.UUID(first)).values(status="FAILED")
        )
        await connection.execute(sa.delete(tables.job_view).where(tables.job_view.c.id == uuid.UUID(second)))
        await connection.execute(sa.delete(tables.job_blob).where(tables.job_blob.c.job_id == uuid.UUID(first)))
    said = await command("verify", expect=1)
    assert f"job-{first}: job_view: status is 'FAILED' instead of 'COMPLETED'" in said
    assert f"job-{first}: job_blob: 0 rows instead of 3" in said
    assert f"job-{second}: job_view: 0 rows instead of 1" in said
    assert "2 histories replayed, tables swapped" in await command("rebuild")
    assert "0 differences" in await command("verify")


def test_the_fresh_tables_are_as_the_migrations_made_them(template_database):
    """After a swap every index and constraint has its own name again."""
    url = template_database("jobs", lambda made: migrations.upgrade(made, "jobs"))

    async def swap():
        engine = database.connect(DatabaseSettings(database_url=SecretStr(url)), "test")
        await replay.rebuild(engine)
        await replay.rebuild(engine)
        await engine.dispose()

    asyncio.run(swap())
    migrations.check(url, "jobs")


async def test_history_of_one_job(service, worker):
    job = await completed(service, worker, "one")
    said = [json.loads(line) for line in (await command("history", job, "--json")).splitlines()]
    assert [row["type"] for row in said] == await types(service, job)
    assert [row["version"] for row in said] == list(range(1, len(said) + 1))
    assert said[0]["payload"]["repository_url"] == URL
    shown = await command("history", job)
    assert "JobCompleted" in shown
    assert "lease" not in shown
    assert "no such analysis" in await command("history", str(uuid.uuid4()), expect=1)
    assert "no such analysis" in await command("history", "nonsense", expect=1)


# ---------------------------------------------------------------- erasing


async def test_attempts_of_workers_that_are_gone_are_released(service, worker):
    # given an attempt whose worker is gone, and whose message with it, as after a restore
    lost = await submit(service)
    await worker.take()
    before = (await worker.begin(lost.id)).lease
    moment = datetime.now(UTC) + timedelta(seconds=1)
    await asyncio.sleep(moment.timestamp() - time.time())
    since = f"{moment:%Y-%m-%dT%H:%M:%SZ}"
    # and one that was begun later
    other = await submit(service)
    await worker.take()
    granted = await worker.begin(other.id)
    assert (
        await command("release", "--begun-before", since, "--dry-run") == "1 analyses would be given to other workers\n"
    )
    # when the operator releases what was under way before
    assert await command("release", "--begun-before", since) == "1 analyses given to other workers\n"
    # then the first is tried again, by whoever takes it, and its old worker has no say any more
    while (await worker.take())[1].attempt != 2:
        pass
    again = await worker.begin(lost.id, attempt=2)
    assert again.lease not in {"", before}
    # and the other one goes on
    await worker.fail(other.id, granted.lease)
    await until(service, other.id, pb.JOB_STATE_FAILED)
    assert await command("release", "--begun-before", since) == "0 analyses given to other workers\n"


async def test_erasing_a_user_leaves_others_what_they_share(service, worker, engine):
    mine, other = await completed(service, worker, "mine"), await completed(service, worker, "bobs", user=BOB)
    running = await submit(service)
    await worker.take()
    granted = await worker.begin(running.id)
    followed = pb.TrackRepositoryRequest(repository_url=URL + "2", settings=events_pb2.RepositorySettings(on_push=True))
    await rpc.call(service.jobs.TrackRepository, followed, user_id=ALICE)
    assert await count(engine, tables.blob) == 5  # two overviews, two heads, one stack
    assert "2 analyses would be erased, 1 repositories would be untracked" in await command("erase", ALICE, "--dry-run")
    assert (await get(service, mine)).state == pb.JOB_STATE_COMPLETED

    assert "2 analyses erased, 1 repositories untracked" in await command("erase", ALICE)

    for job in (mine, running.id):
        with pytest.raises(NotFound):
            await get(service, job)
        with pytest.raises(NotFound):
            await read(service, job, "overview")
    push = pb.RecordPushRequest(
        repository_url=URL + "2", branch="main", is_default_branch=True, commit="c" * 40, delivery_id="1"
    )
    assert (await rpc.call(service.jobs.RecordPush, push, user_id=BOB)).repositories == 0
    listed = await rpc.call(service.jobs.ListJobs, pb.ListJobsRequest(), user_id=ALICE)
    assert not listed.jobs
    assert await count(engine, tables.blob) == 3
    assert await read(service, other, "stack", user=BOB) == "same"
    # what its worker still says changes nothing
    await worker.complete(running.id, granted.lease, [await worker.section(running.id, granted.lease, "overview", 1)])
    assert "0 analyses erased" in await command("erase", ALICE)
    assert "0 differences" in await command("verify")
    await command("rebuild")
    assert "0 differences" in await command("verify")
    await command("erase", BOB)
    assert await count(engine, tables.blob) == 0


# ---------------------------------------------------------------- dead letters


async def test_a_dead_letter_is_found_read_and_sent_again(service, worker):
    assert "no dead letters" in await command("dead-letters", "list")
    job = await submit(service)
    message, _ = await worker.take()
    await message.ack_sync()
    granted = await worker.begin(job.id)
    ref = await worker.section(job.id, granted.lease, "overview", "late")
    body = worker.completion(job.id, granted.lease, [ref]).SerializeToString()
    headers = {
        "ce-id": str(uuid.uuid4()),
        "ce-type": "JobCompleted",
        "ce-subject": f"job-{job.id}",
        "dead-subject": "analyzer.job.completed",
        "dead-error": "OSError",
    }
    await service.js.publish("dead.jobs-outcomes", body, headers=headers)

    (listed,) = [json.loads(line) for line in (await command("dead-letters", "list", "--json")).splitlines()]
    assert (listed["type"], listed["about"], listed["error"]) == ("JobCompleted", f"job-{job.id}", "OSError")
    number = str(listed["number"])
    said = json.loads(await command("dead-letters", "show", number))
    assert said["says"]["job_id"] == job.id
    assert "lease" not in said["says"]
    assert "would be handled" in await command("dead-letters", "redrive", "--all", "--dry-run")
    assert (await get(service, job.id)).state == pb.JOB_STATE_PROCESSING

    assert "handled" in await command("dead-letters", "redrive", number)

    await until(service, job.id, pb.JOB_STATE_COMPLETED)
    assert "no dead letters" in await command("dead-letters", "list")
    assert "There is no dead letter" in await command("dead-letters", "show", number, expect=1)

    # what cannot help is told, and what is work goes to its queue
    await service.js.publish("dead.jobs-outcomes", body, headers={**headers, "ce-id": str(uuid.uuid4())})
    headers |= {"ce-type": "JobRequested", "dead-subject": "jobs.job.requested.nats"}
    await service.js.publish("dead.analyzer-work", b"", headers=headers)
    said = await command("dead-letters", "redrive", "--all")
    assert "refused: The outcome is not from the worker" in said
    assert "sent to jobs.job.requested.nats" in said
    message, _ = await worker.take()
    assert message.headers["ce-id"] == headers["ce-id"]
    assert "no dead letters" in await command("dead-letters", "list")


async def test_the_command_says_what_is_missing(monkeypatch):
    for name in [name for name in os.environ if name.startswith("JOBS_")]:
        monkeypatch.delenv(name)
    assert "JOBS_DATABASE_URL" in await command("verify", expect=2)


def test_every_command_explains_itself():
    runner = CliRunner()
    overview = runner.invoke(app, ["--help"]).output
    for each in ("verify", "rebuild", "history", "erase", "dead-letters"):
        assert each in overview
        assert runner.invoke(app, [each, "--help"]).exit_code == 0
    assert "handled" not in runner.invoke(app, ["dead-letters", "redrive"]).output


# ---------------------------------------------------------------- housekeeping


async def test_what_has_served_is_forgotten_and_nothing_else(service, worker, engine):
    await completed(service, worker, "one")
    async with asyncio.timeout(10):
        while await unsent(engine):
            await asyncio.sleep(0.05)
    kept = await count(engine, outbox), await count(engine, inbox)
    assert await housekeeping.tidy(engine) == 0
    assert (await count(engine, outbox), await count(engine, inbox)) == kept
    async with engine.begin() as connection:
        await connection.execute(
            sa.update(outbox)
            .where(outbox.c.type != "JobSubmitted")
            .values(sent_at=sa.text("now() - interval '8 days'"))
        )
        await connection.execute(sa.update(inbox).values(received_at=sa.text("now() - interval '46 days'")))
    assert await housekeeping.tidy(engine) == kept[0] - 1 + kept[1]
    assert (await count(engine, outbox), await count(engine, inbox)) == (1, 0)


async def unsent(engine):
    async with engine.connect() as connection:
        return await connection.scalar(sa.select(sa.func.count()).select_from(outbox).where(outbox.c.sent_at.is_(None)))
