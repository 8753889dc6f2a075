"""Outgoing webhooks of the running service, told to a receiver that checks them by the field's own library."""

from __future__ import annotations

import asyncio
import json
import threading
import time
import uuid

import pytest
import sqlalchemy as sa
from standardwebhooks.webhooks import WebhookVerificationError

from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs_pb
from gitstrata_protos.jobs.v1 import webhooks_service_pb2 as pb
from jobs import erasing, tables
from jobs.webhooks import endpoints
from kit import rpc
from kit.errors import InvalidInput, LimitReached, NotFound, WrongState
from tests.integration.jobs.hooked import arrived, call, deliveries, endpoint, settled, verified, waiting
from tests.integration.jobs.peers import ALICE, BOB, URL, completed, submit, until
from tests.integration.jobs.test_jobs_people import store

DELIVERED, FAILED = pb.WEBHOOK_DELIVERY_STATE_DELIVERED, pb.WEBHOOK_DELIVERY_STATE_FAILED
PENDING = pb.WEBHOOK_DELIVERY_STATE_PENDING


async def get(service, endpoint_id):
    return (await call(service, "GetWebhookEndpoint", endpoint_id=endpoint_id)).endpoint


async def test_a_completed_analysis_is_told_under_a_signature_that_others_accept(receiver, service, worker):
    made = await endpoint(service, receiver)
    theirs = await endpoint(service, receiver, user=BOB, path="/bob")
    job = await completed(service, worker, {"commits": 3})
    (seen,) = await arrived(receiver)
    told = verified(seen, made.secret)
    assert told["type"] == "analysis.completed"
    assert (told["data"]["id"], told["data"]["status"], told["data"]["commit"]) == (job, "COMPLETED", "c" * 40)
    assert told["data"]["repo_url"] == URL
    assert seen.headers["content-type"] == "application/json"
    with pytest.raises(WebhookVerificationError):
        verified(seen, theirs.secret)
    (delivery,) = await settled(service, made.endpoint.id, DELIVERED)
    assert (delivery.message_id, delivery.attempts, delivery.last_status) == (seen.headers["webhook-id"], 1, 200)
    detail = await call(service, "GetWebhookDelivery", endpoint_id=made.endpoint.id, delivery_id=delivery.id)
    assert (detail.payload.encode(), [each.status for each in detail.attempts]) == (seen.content, [200])
    assert [each.path for each in receiver.seen] == ["/hooks"]


async def test_each_event_is_told_to_whoever_asks_for_it_and_a_retried_failure_to_nobody(receiver, service, worker):
    made = await endpoint(
        service, receiver, "analysis.submitted", "analysis.failed", "analysis.cancelled", "repository.pushed"
    )
    job = await submit(service)
    message, _ = await worker.take()
    granted = await worker.begin(job.id)
    await worker.fail(job.id, granted.lease, retryable=True)
    await message.ack_sync()
    await until(service, job.id, jobs_pb.JOB_STATE_PENDING)
    await rpc.call(service.jobs.CancelJob, jobs_pb.CancelJobRequest(job_id=job.id), user_id=ALICE)
    failing = await submit(service)
    await worker.take()
    await worker.fail(failing.id, (await worker.begin(failing.id)).lease, "repository_empty")
    tracked = jobs_pb.TrackRepositoryRequest(repository_url=URL, settings=events_pb2.RepositorySettings(on_push=True))
    await rpc.call(service.jobs.TrackRepository, tracked, user_id=ALICE)
    push = jobs_pb.RecordPushRequest(
        repository_url=URL, branch="main", is_default_branch=True, commit="c" * 40, delivery_id="1"
    )
    await rpc.call(service.jobs.RecordPush, push, user_id=ALICE)
    seen = await arrived(receiver, 5)
    told = [verified(each, made.secret) for each in seen]
    kinds = [each["type"] for each in told if each["type"] != "analysis.submitted"]
    assert sorted(kinds) == ["analysis.cancelled", "analysis.failed", "repository.pushed"]
    (failed,) = [each for each in told if each["type"] == "analysis.failed"]
    assert (failed["data"]["id"], failed["data"]["error"]["code"]) == (failing.id, "repository_empty")
    (pushed,) = [each for each in told if each["type"] == "repository.pushed"]
    assert (pushed["data"]["branch"], pushed["data"]["commit"]) == ("main", "c" * 40)


async def test_what_does_not_arrive_is_tried_again_under_the_same_id(receiver, service, engine):
    made = await endpoint(service, receiver)
    answers = iter([(500, {}, {}), (503, {"retry-after": "1"}, {}), (302, {"location": "/elsewhere"}, {})])
    receiver.answer = lambda _: next(answers, (200, {}, {}))
    started = time.monotonic()
    await waiting(engine, made.endpoint.id, 1)
    (delivery,) = await settled(service, made.endpoint.id, DELIVERED)
    assert time.monotonic() - started > 1  # the receiver had asked for patience
    assert delivery.attempts == 4
    assert len({each.headers["webhook-id"] for each in receiver.seen}) == 1
    assert [each.path for each in receiver.seen] == ["/hooks"] * 4  # no redirect is followed
    detail = await call(service, "GetWebhookDelivery", endpoint_id=made.endpoint.id, delivery_id=delivery.id)
    assert [each.status for each in detail.attempts] == [200, 302, 503, 500]
    assert [each.error for each in detail.attempts] == ["", "answered 302", "answered 503", "answered 500"]
    assert not (await get(service, made.endpoint.id)).HasField("failing_since")


async def test_an_endpoint_that_never_answers_well_is_disabled_and_can_be_enabled_again(receiver, service, engine):
    made = await endpoint(service, receiver)
    receiver.answer = lambda _: (500, {}, {})
    (message_id,) = await waiting(engine, made.endpoint.id, 1)
    (delivery,) = await settled(service, made.endpoint.id, FAILED)
    assert delivery.attempts == 5  # the first, and one after each of four waits
    disabled = await get(service, made.endpoint.id)
    assert (disabled.enabled, disabled.disabled_reason) == (False, "failing")
    assert disabled.HasField("disabled_at")
    assert disabled.HasField("failing_since")
    again = {"endpoint_id": made.endpoint.id, "delivery_id": delivery.id}
    for method, fields in (
        ("ReplayWebhookDelivery", again),
        ("TestWebhookEndpoint", {"endpoint_id": again["endpoint_id"]}),
    ):
        with pytest.raises(WrongState) as refused:
            await call(service, method, **fields)
        assert refused.value.code == "webhook_endpoint_disabled"

    receiver.answer = lambda _: (204, {}, {})
    enabled = (await call(service, "ChangeWebhookEndpoint", endpoint_id=made.endpoint.id, enabled=True)).endpoint
    assert (enabled.enabled, enabled.disabled_reason, enabled.HasField("failing_since")) == (True, "", False)
    await call(service, "ReplayWebhookDelivery", **again)
    (delivery,) = await settled(service, made.endpoint.id, DELIVERED)
    assert (delivery.attempts, receiver.seen[-1].headers["webhook-id"]) == (6, message_id)


async def test_one_that_answers_gone_is_left_alone_at_once(receiver, service, engine):
    made = await endpoint(service, receiver)
    receiver.answer = lambda _: (410, {}, {})
    await waiting(engine, made.endpoint.id, 1)
    (delivery,) = await settled(service, made.endpoint.id, FAILED)
    assert delivery.attempts == 1
    assert (await get(service, made.endpoint.id)).disabled_reason == "gone"


async def test_an_endpoint_that_works_again_is_not_disabled_by_what_was_given_up(receiver, service, engine):
    made = await endpoint(service, receiver)
    receiver.answer = lambda seen: (200 if json.loads(seen.content)["number"] else 500, {}, {})
    await waiting(engine, made.endpoint.id, 2)
    await settled(service, made.endpoint.id, FAILED)
    assert (await get(service, made.endpoint.id)).enabled


async def test_a_test_message_is_sent_once(receiver, service):
    made = await endpoint(service, receiver)
    receiver.answer = lambda _: (500, {}, {})
    tried = (await call(service, "TestWebhookEndpoint", endpoint_id=made.endpoint.id)).delivery
    assert (tried.type, tried.state) == ("webhook.test", PENDING)
    (delivery,) = await settled(service, made.endpoint.id, FAILED)
    assert (delivery.attempts, delivery.last_error) == (1, "answered 500")
    assert verified(receiver.seen[0], made.secret)["type"] == "webhook.test"
    assert (await get(service, made.endpoint.id)).enabled


async def test_both_secrets_sign_for_a_while_after_a_rotation(receiver, service):
    made = await endpoint(service, receiver)
    of_it = {"endpoint_id": made.endpoint.id}
    rotated = await call(service, "RotateWebhookSecret", **of_it, overlap_hours=1)
    assert rotated.secret != made.secret
    assert rotated.endpoint.HasField("previous_secret_until")
    await call(service, "TestWebhookEndpoint", **of_it)
    (both,) = await arrived(receiver)
    assert verified(both, made.secret) == verified(both, rotated.secret)
    at_once = await call(service, "RotateWebhookSecret", **of_it)
    assert not at_once.endpoint.HasField("previous_secret_until")
    await call(service, "TestWebhookEndpoint", **of_it)
    _, last = await arrived(receiver, 2)
    verified(last, at_once.secret)
    for old in (made.secret, rotated.secret):
        with pytest.raises(WebhookVerificationError):
            verified(last, old)
    with pytest.raises(InvalidInput):
        await call(service, "RotateWebhookSecret", **of_it, overlap_hours=169)


async def test_a_slow_receiver_holds_up_nobody_else(receiver, other_receiver, service, engine):
    released = threading.Event()

    def slowly(_):
        released.wait(20)
        return 200, {}, {}

    slow, quick = await endpoint(service, receiver), await endpoint(service, other_receiver)
    receiver.answer = slowly
    try:
        await waiting(engine, slow.endpoint.id, 100)
        await arrived(receiver, 4)
        await waiting(engine, quick.endpoint.id, 50)
        await arrived(other_receiver, 50)
        assert len(receiver.seen) < 20
    finally:
        released.set()


async def test_secrets_are_sealed_and_told_once(receiver, service, engine):
    made = await endpoint(service, receiver, key="k", description="CI")
    same = await endpoint(service, receiver, key="k", description="CI")
    assert (same.endpoint.id, same.secret) == (made.endpoint.id, made.secret)
    with pytest.raises(InvalidInput) as refused:
        await endpoint(service, receiver, key="k", description="other")
    assert refused.value.code == "idempotency_key_reused"
    async with engine.connect() as connection:
        (row,) = (await connection.execute(sa.select(tables.webhook_endpoint))).all()
    assert made.secret.encode() not in row.secret
    assert "secret" not in pb.WebhookEndpoint.DESCRIPTOR.fields_by_name


async def test_commands_that_come_again_have_no_second_effect(receiver, service):
    made = await endpoint(service, receiver)
    of_it = {"endpoint_id": made.endpoint.id, "key": "again"}
    rotated = [await call(service, "RotateWebhookSecret", overlap_hours=1, **of_it) for _ in range(2)]
    assert rotated[0] == rotated[1]
    assert rotated[0].secret != made.secret
    of_it["key"] = "test"
    sent = [await call(service, "TestWebhookEndpoint", **of_it) for _ in range(2)]
    assert sent[0] == sent[1]
    assert len(await deliveries(service, made.endpoint.id)) == 1
    with pytest.raises(InvalidInput) as refused:
        await call(service, "RotateWebhookSecret", **of_it)
    assert refused.value.code == "idempotency_key_reused"


async def test_endpoints_are_their_owners_alone(receiver, service):
    made = [await endpoint(service, receiver, path=f"/{number}") for number in range(3)]
    page = await call(service, "ListWebhookEndpoints", page_size=2)
    rest = await call(service, "ListWebhookEndpoints", page_size=2, page_token=page.next_page_token)
    assert [each.id for each in (*page.endpoints, *rest.endpoints)] == [each.endpoint.id for each in reversed(made)]
    of_it = {"endpoint_id": made[0].endpoint.id}
    calls = [
        ("GetWebhookEndpoint", of_it),
        ("ChangeWebhookEndpoint", of_it),
        ("DeleteWebhookEndpoint", of_it),
        ("RotateWebhookSecret", of_it),
        ("TestWebhookEndpoint", of_it),
        ("ListWebhookDeliveries", of_it),
        ("GetWebhookDelivery", of_it),
        ("ReplayWebhookDelivery", of_it),
    ]
    for method, fields in calls:
        with pytest.raises(NotFound) as refused:
            await call(service, method, BOB, **fields)
        assert refused.value.code == "webhook_endpoint_not_found"
    changed = await call(
        service, "ChangeWebhookEndpoint", **of_it, description="new", enabled=False, events=pb.WebhookEvents()
    )
    assert (changed.endpoint.description, changed.endpoint.disabled_reason) == ("new", "user")
    assert "analysis.expired" in changed.endpoint.events
    assert changed.endpoint.url == made[0].endpoint.url
    await call(service, "DeleteWebhookEndpoint", **of_it)
    with pytest.raises(NotFound):
        await get(service, made[0].endpoint.id)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"url": "http://example.org/"}, "webhook_url_not_allowed"),
        ({"url": "https://127.0.0.1/"}, "webhook_url_not_allowed"),
        ({"url": "https://user@example.org/"}, "webhook_url_not_allowed"),
        ({"url": "https://example.org/", "events": ["analysis.dreamt"]}, "webhook_event_unknown"),
        ({"url": "https://example.org/", "description": "x" * 201}, "invalid_input"),
    ],
)
async def test_bad_endpoints_are_refused_in_words(receiver, service, fields, code):
    with pytest.raises(InvalidInput) as refused:
        await call(service, "CreateWebhookEndpoint", **fields)
    assert refused.value.code == code


async def test_a_user_has_so_many_endpoints_and_no_more(receiver, service):
    tried = await asyncio.gather(*(endpoint(service, receiver) for _ in range(25)), return_exceptions=True)
    assert sum(isinstance(each, LimitReached) for each in tried) == 5


async def test_what_is_erased_is_told_no_more_and_the_log_forgets_it(receiver, service, worker, engine):
    made = await endpoint(service, receiver)
    await completed(service, worker, {"commits": 3})
    await settled(service, made.endpoint.id, DELIVERED)
    kept = await waiting(engine, made.endpoint.id, 1)
    await settled(service, made.endpoint.id, DELIVERED, 2)
    tracked = jobs_pb.TrackRepositoryRequest(repository_url=URL)
    followed = (await rpc.call(service.jobs.TrackRepository, tracked, user_id=ALICE)).repository
    await rpc.call(
        service.jobs.UntrackRepository, jobs_pb.UntrackRepositoryRequest(repository_id=followed.id), user_id=ALICE
    )
    async with engine.begin() as connection:
        assert await endpoints.prune(connection, 100) == 1
    assert {each.message_id for each in await deliveries(service, made.endpoint.id)} == kept
    await erasing.erase_deleted_user(store(engine), ALICE, actor="auth")
    with pytest.raises(NotFound):
        await get(service, made.endpoint.id)
    async with engine.connect() as connection:
        for table in (tables.webhook_delivery, tables.webhook_attempt):
            assert await connection.scalar(sa.select(sa.func.count()).select_from(table)) == 0


async def test_a_history_that_cannot_be_read_holds_up_no_other(receiver, service, worker, engine):
    made = await endpoint(service, receiver)
    async with engine.begin() as connection:
        broken = uuid.uuid4()
        row = {"stream": f"job-{broken}", "version": 1, "event_id": broken, "metadata": {}}
        await connection.execute(
            sa.insert(tables.metadata.tables["events"]).values(**row, type="JobCompleted", payload={})
        )
    await completed(service, worker, {"commits": 3})
    assert await arrived(receiver)
    assert (await get(service, made.endpoint.id)).enabled
