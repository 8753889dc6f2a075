"""The whole jobs service, by its own composition root, on real Postgres, NATS and mutual TLS."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from types import SimpleNamespace

import pytest
from cryptography.fernet import Fernet
from grpc_health.v1 import health_pb2, health_pb2_grpc
from pydantic import SecretStr

import jobs.main
from gitstrata_protos.auth.v1 import auth_service_pb2_grpc as auth_grpc
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceStub
from gitstrata_protos.jobs.v1.webhooks_service_pb2_grpc import WebhooksServiceStub
from kit import bus, database, migrations, rpc
from kit.settings import DatabaseSettings, NatsSettings, TlsFiles
from local_stack import certificates
from local_stack.ports import free_port
from tests.integration.jobs.peers import AuthPeer, Worker
from tests.support.answering import answering_server


@pytest.fixture(scope="session")
def identities(tmp_path_factory):
    made = certificates.issue(tmp_path_factory.mktemp("tls"), ["auth", "jobs", "gateway", "analyzer"])
    return {
        name: TlsFiles(ca=identity.authority, cert=identity.certificate, key=identity.key)
        for name, identity in made.items()
    }


@pytest.fixture
async def auth_peer(identities) -> AsyncIterator[str]:
    target = f"127.0.0.1:{free_port()}"
    called = ("IssueCloneCredential", "ListOrganizationRepositories", "LocateRepository")
    access = {method: ["jobs"] for method in called}
    server = rpc.server(tls=identities["auth"], listen=target, access=access, services=[])
    auth_grpc.add_AuthServiceServicer_to_server(AuthPeer(), server)
    await server.start()
    yield target
    await server.stop(None)


@pytest.fixture
def environment(monkeypatch, template_database, nats_url, identities, auth_peer) -> str:
    listen = f"127.0.0.1:{free_port()}"
    tls = identities["jobs"]
    values = {
        "JOBS_DATABASE_URL": template_database("jobs", lambda url: migrations.upgrade(url, "jobs")),
        "JOBS_NATS_URL": nats_url,
        "JOBS_GRPC_LISTEN": listen,
        "JOBS_AUTH_TARGET": auth_peer,
        "JOBS_ALLOWED_ORIGINS": "http://127.0.0.1:9000",
        "JOBS_ATTEMPT_ACK_SECONDS": "1",
        "JOBS_VAULT_KEYS": Fernet.generate_key().decode(),
        "JOBS_WEBHOOK_RETRY_SECONDS": "0.1,0.1,0.1,0.1",
        "JOBS_TLS_CA": str(tls.ca),
        "JOBS_TLS_CERT": str(tls.cert),
        "JOBS_TLS_KEY": str(tls.key),
    }
    for key, value in values.items():
        monkeypatch.setenv(key, value)
    return listen


@contextlib.asynccontextmanager
async def running(listen: str, tls: TlsFiles) -> AsyncIterator[None]:
    stop = asyncio.Event()
    service = asyncio.create_task(jobs.main.main(stop))
    health = health_pb2_grpc.HealthStub(rpc.channel(tls=tls, target=listen, service="jobs"))
    try:
        async with asyncio.timeout(20):
            while not service.done():
                with contextlib.suppress(Exception):
                    if (await health.Check(health_pb2.HealthCheckRequest(), timeout=1)).status == 1:
                        break
                await asyncio.sleep(0.05)
        if service.done():
            service.result()
        yield
    finally:
        stop.set()
        await asyncio.wait_for(service, 20)


@pytest.fixture
async def service(environment, identities, nats_url):
    """Callers of the running service: `user(name)` as the gateway, `worker` as an analyzer, and its bus."""
    async with running(environment, identities["gateway"]):
        gateway = rpc.channel(tls=identities["gateway"], target=environment, service="jobs")
        analyzer = rpc.channel(tls=identities["analyzer"], target=environment, service="jobs")
        client = await bus.connect(NatsSettings(nats_url=nats_url), None, "analyzer")
        yield SimpleNamespace(
            jobs=JobsServiceStub(gateway),
            webhooks=WebhooksServiceStub(gateway),
            worker=JobsServiceStub(analyzer),
            nats=client,
            js=client.jetstream(),
        )
        await client.close()
        await gateway.close()
        await analyzer.close()


@pytest.fixture
async def engine(service):
    """The service's database, beside it."""
    made = database.connect(DatabaseSettings(database_url=SecretStr(os.environ["JOBS_DATABASE_URL"])), "test")
    yield made
    await made.dispose()


@pytest.fixture
def worker(service):
    return Worker(service)


@pytest.fixture
def receiver(monkeypatch):
    """Whom outgoing webhooks may tell; to be asked for before the service."""
    with answering_server() as server:
        monkeypatch.setenv("JOBS_WEBHOOK_ALLOWED_ORIGINS", server.url)
        yield server


@pytest.fixture
def other_receiver(monkeypatch, receiver):
    with answering_server() as server:
        monkeypatch.setenv("JOBS_WEBHOOK_ALLOWED_ORIGINS", f"{receiver.url},{server.url}")
        yield server
