"""Several replicas send each delivery once; what one that was killed had begun is sent by another."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import threading
from collections import Counter
from types import SimpleNamespace

import pytest
from pydantic import SecretStr

from gitstrata_protos.jobs.v1.webhooks_service_pb2_grpc import WebhooksServiceStub
from jobs.webhooks.sender import Sender
from jobs.webhooks.target import Targets
from kit import database, rpc
from kit.addresses import Origin
from kit.database import Wakeups
from kit.process import until_stopped
from kit.settings import DatabaseSettings
from kit.vault import Vault
from tests.integration.jobs.conftest import running
from tests.integration.jobs.hooked import arrived, endpoint, settled, waiting
from tests.integration.jobs.test_jobs_webhooks import DELIVERED


async def test_replicas_share_what_there_is_to_send(receiver, service, engine):
    made = await endpoint(service, receiver)
    targets = Targets([Origin.parse(receiver.url)], 5)
    stop = asyncio.Event()

    def replica():
        wakeups = Wakeups(os.environ["JOBS_DATABASE_URL"])
        vault = Vault([os.environ["JOBS_VAULT_KEYS"]])
        return Sender(engine, wakeups, vault, targets.post, retries=(1,), lease=10).run()

    others = asyncio.create_task(until_stopped(stop, replica(), replica()))
    sent = await waiting(engine, made.endpoint.id, 60)
    await settled(service, made.endpoint.id, DELIVERED, 20)
    await arrived(receiver, 60)
    stop.set()
    await others
    assert Counter(each.headers["webhook-id"] for each in receiver.seen) == dict.fromkeys(sent, 1)


@pytest.fixture
def impatient(monkeypatch):
    """A receiver has two seconds, and a delivery is another's to send after four."""
    monkeypatch.setenv("JOBS_WEBHOOK_SECONDS", "2")


@pytest.fixture
async def beside(environment):
    """The database, whether the service runs or not."""
    made = database.connect(DatabaseSettings(database_url=SecretStr(os.environ["JOBS_DATABASE_URL"])), "test")
    yield made
    await made.dispose()


@pytest.fixture
async def gateway(receiver, impatient, environment, identities):
    """The gateway's calls of whichever replica runs."""
    channel = rpc.channel(tls=identities["gateway"], target=environment, service="jobs")
    yield SimpleNamespace(webhooks=WebhooksServiceStub(channel))
    await channel.close()


async def test_what_a_killed_replica_had_begun_is_sent_again_under_its_id(
    receiver, environment, identities, gateway, beside
):
    held = threading.Event()
    receiver.answer = lambda _: (held.wait(30), (200, {}, {}))[1]
    async with running(environment, identities["gateway"]):
        made = await endpoint(gateway, receiver)
    doomed = await asyncio.create_subprocess_exec(sys.executable, "-m", "jobs.main", stdout=subprocess.DEVNULL)
    try:
        (message_id,) = await waiting(beside, made.endpoint.id, 1)
        await arrived(receiver)
    finally:
        doomed.kill()
        await doomed.wait()
    held.set()
    async with running(environment, identities["gateway"]):
        (delivery,) = await settled(gateway, made.endpoint.id, DELIVERED)
    assert (delivery.attempts, delivery.message_id) == (2, message_id)
    assert [each.headers["webhook-id"] for each in receiver.seen] == [message_id] * 2
