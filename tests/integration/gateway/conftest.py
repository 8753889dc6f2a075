"""The real application in front of auth and jobs peers on real gRPC with real mutual TLS."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import httpx
import pytest
import pytest_asyncio
from fastapi import FastAPI
from grpc import aio

from gateway.app import build_app
from gateway.clients import Clients
from gateway.identities import Identities
from gateway.settings import Settings
from gateway.streams import Drain
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import add_AuthServiceServicer_to_server
from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import add_HooksServiceServicer_to_server
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import add_JobsServiceServicer_to_server
from gitstrata_protos.jobs.v1.webhooks_service_pb2_grpc import add_WebhooksServiceServicer_to_server
from kit import rpc
from kit.settings import TlsFiles
from local_stack import certificates, ports
from tests.integration.gateway import hooked, host_hooks, servicers


@dataclass
class Peers:
    """auth and jobs, running."""

    auth: servicers.InMemoryAuth
    jobs: servicers.InMemoryJobs
    webhooks: hooked.InMemoryWebhooks
    hooks: host_hooks.InMemoryHooks
    auth_target: str
    jobs_target: str
    servers: dict[str, aio.Server]
    tls: dict[str, TlsFiles]


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> dict[str, TlsFiles]:
    issued = certificates.issue(tmp_path_factory.mktemp("tls"), ["gateway", "auth", "jobs", "analyzer"])
    return {
        name: TlsFiles(ca=identity.authority, cert=identity.certificate, key=identity.key)
        for name, identity in issued.items()
    }


@pytest_asyncio.fixture
async def peers(tls: dict[str, TlsFiles]) -> AsyncIterator[Peers]:
    auth, jobs, webhooks = servicers.InMemoryAuth(), servicers.InMemoryJobs(), hooked.InMemoryWebhooks()
    targets = {name: f"127.0.0.1:{ports.free_port()}" for name in ("auth", "jobs")}
    servers = {
        "auth": rpc.server(
            tls=tls["auth"],
            listen=targets["auth"],
            access=dict.fromkeys((*servicers.AUTH_METHODS, *host_hooks.METHODS), ("gateway",)),
            services=["gitstrata_protos.auth.v1.AuthService"],
        ),
        "jobs": rpc.server(
            tls=tls["jobs"],
            listen=targets["jobs"],
            access=dict.fromkeys((*servicers.JOBS_METHODS, *hooked.METHODS), ("gateway",)),
            services=["gitstrata_protos.jobs.v1.JobsService"],
        ),
    }
    hooks = host_hooks.InMemoryHooks()
    add_AuthServiceServicer_to_server(auth, servers["auth"])
    add_HooksServiceServicer_to_server(hooks, servers["auth"])
    add_JobsServiceServicer_to_server(jobs, servers["jobs"])
    add_WebhooksServiceServicer_to_server(webhooks, servers["jobs"])
    for server in servers.values():
        await server.start()
        await rpc.set_serving(server, serving=True)
    yield Peers(auth, jobs, webhooks, hooks, targets["auth"], targets["jobs"], servers, tls)
    for server in servers.values():
        await server.stop(0)


def environment(peers: Peers, listen: str) -> dict[str, str]:
    """The gateway's environment in front of these peers."""
    files = peers.tls["gateway"]
    return {
        "GATEWAY_LISTEN": listen,
        "GATEWAY_PUBLIC_URL": f"http://{listen}",
        "GATEWAY_AUTH_TARGET": peers.auth_target,
        "GATEWAY_JOBS_TARGET": peers.jobs_target,
        "GATEWAY_JWT_KEYS": json.dumps({servicers.KID: base64.b64encode(servicers.KEY).decode()}),
        "GATEWAY_COOKIE_SECURE": "false",
        "GATEWAY_TLS_CA": str(files.ca),
        "GATEWAY_TLS_CERT": str(files.cert),
        "GATEWAY_TLS_KEY": str(files.key),
    }


@pytest.fixture
def dashboard_dir(tmp_path: Path) -> Path:
    """A built dashboard in small."""
    folder = tmp_path / "dist"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>Gitstrata</title>")
    (folder / "favicon.svg").write_text("<svg/>")
    (folder / "assets" / "app-1a2b.js").write_text("console.log('plain')")
    (folder / "assets" / "app-1a2b.js.br").write_bytes(brotli.compress(b"as brotli"))
    (folder / "assets" / "app-1a2b.js.gz").write_bytes(gzip.compress(b"as gzip"))
    (tmp_path / "secret.txt").write_text("not to be served")
    return folder


@pytest.fixture
def chosen(request: pytest.FixtureRequest) -> dict[str, str]:
    """Settings of a test's own, by `parametrize` with `indirect`."""
    return getattr(request, "param", {})


@pytest_asyncio.fixture
async def app(
    peers: Peers, dashboard_dir: Path, monkeypatch: pytest.MonkeyPatch, chosen: dict[str, str]
) -> AsyncIterator[FastAPI]:
    for name, value in {**environment(peers, "127.0.0.1:8080"), **chosen}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("GATEWAY_DASHBOARD_DIR", str(dashboard_dir))
    settings = Settings()
    async with (
        rpc.channel(tls=settings.tls, target=settings.auth_target, service="auth") as auth,
        rpc.channel(tls=settings.tls, target=settings.jobs_target, service="jobs") as jobs,
    ):
        clients = Clients.over(auth=auth, jobs=jobs)
        identities = Identities.of(settings, clients)
        following = asyncio.create_task(identities.follow(settings))
        async with asyncio.timeout(5):
            while not identities.revocations.known:
                await asyncio.sleep(0.01)
        yield build_app(settings, clients, Drain(), identities)
        following.cancel()
        await asyncio.wait({following})


@pytest_asyncio.fixture
async def anonymous(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client without a token."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway.test") as client:
        yield client


@pytest_asyncio.fixture
async def alice(app: FastAPI) -> AsyncIterator[httpx.AsyncClient]:
    """A client with alice's access token."""
    transport = httpx.ASGITransport(app=app)
    headers = {"Authorization": f"Bearer {servicers.access_token()}"}
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway.test", headers=headers) as client:
        yield client
