"""Declaring, publishing, consuming and blobs on a real NATS server."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import boto3
import pytest
from moto.server import ThreadedMotoServer
from nats.js.api import RetentionPolicy
from nats.js.errors import APIError

from kit import blobs, bus
from kit.blobs import Blob, MemoryBlobStore, pack, unpack
from kit.cloudevents import Outgoing, Refused
from kit.errors import Conflict, NotFound, Unavailable, WrongState
from kit.settings import BlobSettings, NatsSettings
from kit.telemetry import current_request_id, incoming
from local_stack.ports import free_port

STREAMS = (
    bus.Stream("THINGS", ("things.>",), (bus.Durable("things-work", ack_wait=2),)),
    bus.Stream("DEAD", ("dead.>",), retention=RetentionPolicy.LIMITS),
)


@pytest.fixture
async def js(nats_url) -> AsyncIterator:
    client = await bus.connect(NatsSettings(nats_url=nats_url), None, "test")
    js = client.jetstream()
    await bus.declare(js, STREAMS)
    yield js
    await client.close()


@pytest.fixture
async def consume(nats_url, js) -> AsyncIterator:
    started = []

    async def start(handle, **options):
        consumers = bus.Consumers(NatsSettings(nats_url=nats_url), None, "test", js)
        consumers.subscribe("THINGS", "things-work", handle, **options)
        await consumers.start()
        started.append(consumers)

    yield start
    for consumers in started:
        await consumers.stop()


def outgoing(name="one", entity="thing-1", body=b"1"):
    return Outgoing(str(uuid.uuid4()), "Made", f"things.{name}", entity, body, {"x-request-id": "r"}, datetime.now(UTC))


async def eventually(condition, seconds=10):
    async with asyncio.timeout(seconds):
        while not await condition():
            await asyncio.sleep(0.02)


async def drained(js):
    info = await js.consumer_info("THINGS", "things-work")
    return not info.num_pending and not info.num_ack_pending


async def test_declaring_again_changes_what_differs_and_keeps_the_rest(js):
    await bus.Publisher(js, "test")(outgoing())
    await bus.declare(js, (bus.Stream("THINGS", ("things.>",), STREAMS[0].durables, max_bytes=1 << 20),))
    info = await js.stream_info("THINGS")
    assert info.config.max_bytes == 1 << 20
    assert info.state.messages == 1


async def test_a_message_arrives_with_its_attributes_and_context(js, consume):
    got = []

    async def handle(message):
        got.append(message)

    await consume(handle)
    sent = outgoing(body=b"\x00\xff")
    await bus.Publisher(js, "test")(sent)
    await eventually(lambda: drained(js))

    (message,) = got
    assert (message.id, message.type, message.entity, message.body) == (sent.event_id, "Made", "thing-1", b"\x00\xff")
    assert message.headers["x-request-id"] == "r"
    assert message.headers["ce-source"] == "test"


async def test_messages_about_one_thing_keep_their_order_while_others_pass(js, consume):
    seen = []

    async def handle(message):
        if message.body == b"0":
            await asyncio.sleep(0.2)
        seen.append((message.entity, message.body))

    publish = bus.Publisher(js, "test")
    for number in range(3):
        for entity in ("slow", "quick"):
            body = str(number).encode() if entity == "slow" else str(number + 5).encode()
            await publish(outgoing(entity=entity, body=body))
    await consume(handle)
    await eventually(lambda: drained(js))

    assert [body for entity, body in seen if entity == "slow"] == [b"0", b"1", b"2"]
    assert [body for entity, body in seen if entity == "quick"] == [b"5", b"6", b"7"]
    assert seen[0][0] == "quick"


async def test_what_may_pass_is_tried_again_and_what_cannot_is_not(js, consume):
    tries = {"retry": 0, "final": 0}

    async def handle(message):
        name = message.subject.split(".")[1]
        tries[name] += 1
        if name == "final":
            raise WrongState("never")
        if tries[name] < 3:
            raise Conflict("later")

    await consume(handle)
    publish = bus.Publisher(js, "test")
    await publish(outgoing("retry"))
    await publish(outgoing("final"))
    await eventually(lambda: drained(js))
    assert tries == {"retry": 3, "final": 1}


async def test_the_last_delivery_becomes_a_dead_letter(js, consume):
    async def handle(message):
        raise RuntimeError("always")

    await consume(handle, max_deliveries=2)
    sent = outgoing(body=b"poison")
    await bus.Publisher(js, "test")(sent)
    await eventually(lambda: drained(js))

    letter = await js.get_last_msg("DEAD", "dead.things-work")
    assert letter.data == b"poison"
    assert letter.headers["ce-id"] == sent.event_id
    assert letter.headers["dead-subject"] == "things.one"
    assert letter.headers["dead-error"] == "RuntimeError"
    assert letter.headers["dead-deliveries"] == "2"


async def test_a_durable_of_another_service_is_waited_for_beside_the_rest(js, nats_url):
    got = []

    async def handle(message):
        got.append(message.subject)

    consumers = bus.Consumers(NatsSettings(nats_url=nats_url), None, "test", js)
    consumers.subscribe("THINGS", "things-work", handle)
    consumers.subscribe("OTHERS", "test-others", handle, foreign=True)
    await consumers.start()
    try:
        publish = bus.Publisher(js, "test")
        await publish(outgoing())
        await eventually(lambda: drained(js))
        assert got == ["things.one"]
        # a stream alone is not enough: the durable is for its owner to make
        await bus.declare(js, (bus.Stream("OTHERS", ("others.>",)),))
        await asyncio.sleep(1.2)
        assert await js.consumers_info("OTHERS") == []
        await bus.declare(js, (bus.Stream("OTHERS", ("others.>",), (bus.Durable("test-others", ("others.a",)),)),))
        for subject in ("others.b", "others.a"):
            await js.publish(subject, b"", headers={"ce-id": subject, "ce-type": "Made", "ce-subject": "other-1"})

        async def heard():
            return len(got) == 2

        await eventually(heard)
        assert got[1] == "others.a"
    finally:
        await consumers.stop()


async def test_waiting_for_a_durable_ends_with_the_service(js, nats_url):
    consumers = bus.Consumers(NatsSettings(nats_url=nats_url), None, "test", js)
    consumers.subscribe("NEVER", "test-never", lambda _: asyncio.sleep(0), foreign=True)
    await consumers.start()
    await asyncio.wait_for(consumers.stop(), 5)


async def test_a_message_without_attributes_becomes_a_dead_letter(js, consume):
    async def handle(message):
        raise AssertionError("must not be called")

    await consume(handle, max_deliveries=1)
    await js.publish("things.bare", b"?")
    await eventually(lambda: drained(js))
    assert (await js.get_last_msg("DEAD", "dead.things-work")).data == b"?"


async def test_a_repeated_publish_is_stored_once(js):
    publish = bus.Publisher(js, "test")
    message = outgoing()
    await publish(message)
    await publish(message)
    assert (await js.stream_info("THINGS")).state.messages == 1


async def test_a_message_that_is_too_large_is_refused_for_good(js):
    with pytest.raises(Refused):
        await bus.Publisher(js, "test")(outgoing(body=b"x" * (js._nc.max_payload + 1)))


async def test_a_full_stream_refuses_for_now(js):
    await bus.declare(js, (bus.Stream("THINGS", ("things.>",), STREAMS[0].durables, max_bytes=2048),))
    publish = bus.Publisher(js, "test")
    with pytest.raises(APIError):
        for _ in range(10):
            await publish(outgoing(body=b"x" * 500))
    assert (await js.stream_info("THINGS")).state.messages > 0


# ---------------------------------------------------------------- blobs


@pytest.fixture(scope="module")
def s3_server():
    server = ThreadedMotoServer("127.0.0.1", free_port(), verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def s3(s3_server, monkeypatch):
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "testing")
    settings = BlobSettings(s3_bucket="reports", s3_prefix="a/b/", s3_region="eu-central-1", s3_endpoint_url=s3_server)
    bucket = {"LocationConstraint": "eu-central-1"}
    client = boto3.client("s3", endpoint_url=s3_server, region_name="eu-central-1")
    with suppress(client.exceptions.BucketAlreadyOwnedByYou):
        client.create_bucket(Bucket="reports", CreateBucketConfiguration=bucket)
    yield settings, client
    for kept in client.list_objects_v2(Bucket="reports").get("Contents", ()):
        client.delete_object(Bucket="reports", Key=kept["Key"])


@pytest.fixture(params=["memory", "nats", "s3"])
async def blob_store(request, js):
    if request.param == "memory":
        return MemoryBlobStore()
    if request.param == "s3":
        return blobs.blob_store(request.getfixturevalue("s3")[0], js, "unused")
    await blobs.declare_bucket(js, "reports", max_bytes=1 << 26, ttl=3600)
    await blobs.declare_bucket(js, "reports", max_bytes=1 << 26, ttl=3600)
    return blobs.blob_store(BlobSettings(), js, "reports")


async def test_a_blob_comes_back_as_it_was(blob_store):
    content = b"strata " * 100_000
    blob = await blob_store.put(content, "application/json")
    assert await blob_store.put(content, "application/json") == blob
    stored = await blob_store.get(blob)
    assert len(stored) < len(content)
    assert unpack(blob, stored) == content


async def test_a_blob_that_is_not_there_is_not_found(blob_store):
    with pytest.raises(NotFound):
        await blob_store.get(Blob("0" * 64, 1, "gzip", "application/json"))


async def test_a_file_comes_back_as_it_was(blob_store, tmp_path):
    content = b"strata " * 200_000
    (tmp_path / "made").write_bytes(content)
    with (tmp_path / "made").open("rb") as file:
        blob = await blob_store.put_file(file, "application/x-state")
    with (tmp_path / "made").open("rb") as file:
        assert await blob_store.put_file(file, "application/x-state") == blob
    with (tmp_path / "got").open("x+b") as file:
        await blob_store.get_file(blob, file)
    assert (tmp_path / "got").read_bytes() == content
    assert (blob.size, blob.encoding) == (len(content), "")
    with (tmp_path / "wrong").open("x+b") as file, pytest.raises(ValueError, match="not what"):
        await blob_store.get_file(replace(blob, size=blob.size - 1), file)


async def test_what_is_deleted_is_gone_and_the_rest_is_listed(blob_store, tmp_path):
    assert list(await blob_store.listed()) == []
    first, second = await blob_store.put(b"one", "text/plain"), await blob_store.put(b"two", "text/plain")
    listed = {each.sha256: each for each in await blob_store.listed()}
    assert set(listed) == {first.sha256, second.sha256}
    assert all(abs(datetime.now(UTC) - each.stored_at) < timedelta(minutes=1) for each in listed.values())

    for _ in range(2):
        await blob_store.delete(first.sha256)

    assert [each.sha256 for each in await blob_store.listed()] == [second.sha256]
    with (tmp_path / "gone").open("x+b") as file, pytest.raises(NotFound):
        await blob_store.get_file(first, file)
    again = await blob_store.put(b"one", "text/plain")
    assert unpack(again, await blob_store.get(again)) == b"one"


async def test_a_deleted_object_leaves_nothing_in_the_bucket(js):
    await blobs.declare_bucket(js, "states", max_bytes=1 << 26, ttl=None)
    store = blobs.NatsBlobStore(js, "states")
    blob = await store.put(b"one", "text/plain")
    await store.delete(blob.sha256)
    assert (await js.stream_info("OBJ_states")).state.messages == 0


async def test_what_a_killed_put_left_goes_once_it_is_sure_to_be_left(js):
    await blobs.declare_bucket(js, "states", max_bytes=1 << 26, ttl=None)
    store = blobs.NatsBlobStore(js, "states")
    kept = await store.put(b"one", "text/plain")
    await js.publish("$O.states.C.KILLED", b"half of a file")

    async def messages():
        return (await js.stream_info("OBJ_states")).state.messages

    whole = await messages() - 1
    await store.tidy()
    assert await messages() == whole + 1  # somebody may be at it
    await store.tidy()
    assert await messages() == whole
    assert unpack(kept, await store.get(kept)) == b"one"


async def test_an_object_of_s3_is_named_and_described(s3, js):
    settings, client = s3
    blob = await blobs.blob_store(settings, js, "unused").put(b"{}", "application/json")
    found = client.get_object(Bucket="reports", Key=f"a/b/{blob.sha256}")
    assert (found["ContentType"], found["ContentEncoding"]) == ("application/json", "gzip")


@pytest.mark.parametrize(
    "changed",
    [{"s3_bucket": "somebody-elses"}, {"s3_endpoint_url": "http://127.0.0.1:9"}],
    ids=["no such bucket", "nobody answers"],
)
async def test_an_s3_that_does_not_serve_is_unavailable(s3, js, changed):
    store = blobs.blob_store(s3[0].model_copy(update=changed), js, "unused")
    with pytest.raises(Unavailable):
        await store.put(b"{}", "application/json")


def test_a_blob_that_is_not_what_it_says_is_refused():
    blob, stored = pack(b"a" * 1000, "text/plain")
    for damaged in (stored[:-9], b"junk", pack(b"a" * 10_000_000, "text/plain")[1], pack(b"b" * 1000, "text/plain")[1]):
        with pytest.raises(ValueError, match="blob"):
            unpack(blob, damaged)


async def test_context_of_the_sender_continues_in_the_handler():
    with incoming({"X-Request-ID": "abc"}, "test"):
        assert current_request_id() == "abc"
