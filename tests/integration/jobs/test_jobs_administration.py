"""What administrators see and do, through the gateway: everybody's analyses, dead letters, settings."""

from __future__ import annotations

import os
import uuid

import pytest

from gitstrata_protos.auth.v1.events_pb2 import UserDeleted
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from kit import rpc
from kit.errors import InvalidInput, NotFound, PermissionDenied, WrongState
from tests.integration.jobs.peers import ALICE, BOB, URL, get, submit, until

ROOT = "user-root"


async def ask(method, request):
    return await rpc.call(method, request, user_id=ROOT, administrator=True)


async def bury(service, durable, body=b"", **named):
    headers = {f"ce-{name}": value for name, value in named.items() if name in ("id", "type", "subject")}
    headers |= {f"dead-{name}": value for name, value in named.items() if name in ("error", "deliveries")}
    headers |= {"dead-subject": named.get("published", "analyzer.job.completed"), "authorization": "secret"}
    return (await service.js.publish(f"dead.{durable}", body, headers=headers)).seq


async def test_only_administrators_may(service):
    for name, request in (
        ("ListAllJobs", pb.ListAllJobsRequest()),
        ("ListDeadLetters", pb.ListDeadLettersRequest()),
        ("RedriveDeadLetter", pb.RedriveDeadLetterRequest(sequence=1)),
        ("GetSettings", pb.GetSettingsRequest()),
    ):
        with pytest.raises(PermissionDenied) as refused:
            await rpc.call(getattr(service.jobs, name), request, user_id=ALICE)
        assert refused.value.code == "administrators_only"
        # and by the gateway only
        with pytest.raises(PermissionDenied):
            await ask(getattr(service.worker, name), request)


async def test_everybodys_analyses_page_by_page(service):
    jobs = [(await submit(service, user=user, url=f"{URL}{n}")).id for n in range(3) for user in (ALICE, BOB)]
    await rpc.call(service.jobs.CancelJob, pb.CancelJobRequest(job_id=jobs[2]), user_id=ALICE)

    found, token = [], ""
    while True:
        page = await ask(service.jobs.ListAllJobs, pb.ListAllJobsRequest(page_size=4, page_token=token))
        found += page.jobs
        if not (token := page.next_page_token):
            break
    assert [job.id for job in found] == jobs[::-1]
    assert [job.owner_id for job in found] == [BOB, ALICE] * 3
    cancelled = await ask(service.jobs.ListAllJobs, pb.ListAllJobsRequest(state=pb.JOB_STATE_CANCELLED))
    assert [(job.id, job.owner_id) for job in cancelled.jobs] == [(jobs[2], ALICE)]

    mine = await rpc.call(service.jobs.ListJobs, pb.ListJobsRequest(), user_id=ALICE)
    assert {job.owner_id for job in (*mine.jobs, await get(service, jobs[0]))} == {""}
    for refused in (pb.ListAllJobsRequest(page_size=101), pb.ListAllJobsRequest(page_token="x")):
        with pytest.raises(InvalidInput):
            await ask(service.jobs.ListAllJobs, refused)


async def test_dead_letters_page_by_page(service):
    assert not (await ask(service.jobs.ListDeadLetters, pb.ListDeadLettersRequest())).dead_letters
    numbers = [await bury(service, "jobs-outcomes", b"secret", id=str(n), error="OSError") for n in range(6)]
    await service.js.delete_msg("DEAD", numbers[2])
    await bury(service, "analyzer-work", deliveries="9" * 40, type="\xe9")

    found, token = [], ""
    while True:
        page = await ask(service.jobs.ListDeadLetters, pb.ListDeadLettersRequest(page_size=2, page_token=token))
        found += page.dead_letters
        if not (token := page.next_page_token):
            break
    assert [letter.event_id for letter in found] == ["0", "1", "3", "4", "5", ""]
    first = found[0]
    assert (first.sequence, first.durable, first.subject) == (numbers[0], "jobs-outcomes", "analyzer.job.completed")
    assert (first.error, first.deliveries, first.HasField("buried_at")) == ("OSError", 0, True)
    assert not any("secret" in str(letter) for letter in found)
    for refused in (
        pb.ListDeadLettersRequest(page_size=101),
        pb.ListDeadLettersRequest(page_token="x"),
        pb.ListDeadLettersRequest(page_token="eA"),
    ):
        with pytest.raises(InvalidInput):
            await ask(service.jobs.ListDeadLetters, refused)


async def test_a_dead_letter_is_handled_again(service, worker):
    job = await submit(service)
    message, _ = await worker.take()
    await message.ack_sync()
    granted = await worker.begin(job.id)
    ref = await worker.section(job.id, granted.lease, "overview", "late")
    body = worker.completion(job.id, granted.lease, [ref]).SerializeToString()
    named = {"type": "JobCompleted", "subject": f"job-{job.id}"}
    late = await bury(service, "jobs-outcomes", body, id=str(uuid.uuid4()), **named)
    stale = await bury(service, "jobs-outcomes", body, id=str(uuid.uuid4()), **named)
    work = await bury(
        service, "analyzer-work", id="1", type="JobRequested", subject="job-1", published="jobs.job.requested.nats"
    )

    async def redrive(number, key=""):
        request = pb.RedriveDeadLetterRequest(sequence=number)
        return await rpc.call(
            service.jobs.RedriveDeadLetter, request, user_id=ROOT, administrator=True, idempotency_key=key
        )

    handled = await redrive(late, "k")
    assert handled.outcome == pb.REDRIVE_OUTCOME_HANDLED
    assert await redrive(late, "k") == handled
    await until(service, job.id, pb.JOB_STATE_COMPLETED)
    refused = await redrive(stale)
    assert refused.outcome == pb.REDRIVE_OUTCOME_REFUSED
    assert "not from the worker" in refused.detail
    sent = await redrive(work)
    assert (sent.outcome, sent.detail) == (pb.REDRIVE_OUTCOME_SENT, "jobs.job.requested.nats")
    message, _ = await worker.take()
    assert message.headers["ce-id"] == "1"
    assert not (await ask(service.jobs.ListDeadLetters, pb.ListDeadLettersRequest())).dead_letters
    for number in (late, 0, 2**64 - 1):
        with pytest.raises(NotFound) as unknown:
            await redrive(number)
        assert unknown.value.code == "dead_letter_not_found"


async def test_what_cannot_be_handled_stays(service):
    """A message of a user who left is handled here, not sent again: only auth speaks on its subject."""
    named = {"id": "1", "type": "UserDeleted", "subject": "user-1", "published": "auth.user.deleted"}
    for wrong in (await bury(service, "jobs-users"), await bury(service, "jobs-users", b"\xff", **named)):
        with pytest.raises(WrongState) as refused:
            await ask(service.jobs.RedriveDeadLetter, pb.RedriveDeadLetterRequest(sequence=wrong))
        assert refused.value.code == "dead_letter_unreadable"
    assert len((await ask(service.jobs.ListDeadLetters, pb.ListDeadLettersRequest())).dead_letters) == 2
    await submit(service)
    deleted = UserDeleted(user_id=ALICE).SerializeToString()
    right = await bury(service, "jobs-users", deleted, **named)
    reply = await ask(service.jobs.RedriveDeadLetter, pb.RedriveDeadLetterRequest(sequence=right))
    assert reply.outcome == pb.REDRIVE_OUTCOME_HANDLED
    assert not (await ask(service.jobs.ListAllJobs, pb.ListAllJobsRequest())).jobs


async def test_settings_without_secrets(service):
    settings = (await ask(service.jobs.GetSettings, pb.GetSettingsRequest())).settings
    assert settings["JOBS_ACTIVE_PER_USER"] == "100"
    assert settings["JOBS_ALLOWED_ORIGINS"] == "http://127.0.0.1:9000"
    assert settings["JOBS_NATS_URL"] == os.environ["JOBS_NATS_URL"]
    assert not {"JOBS_DATABASE_URL", "JOBS_DATABASE_READ_URL", "JOBS_NATS_PASSWORD"} & set(settings)
