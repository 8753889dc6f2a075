"""`python -m auth.main` with real Postgres and NATS: events arrive, nothing leaks, it drains and ends."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import nats
import psutil
import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from grpc_health.v1 import health_pb2, health_pb2_grpc
from nats.js import api
from nats.js.errors import NotFoundError
from sqlalchemy.ext.asyncio import create_async_engine

from auth.wire import WIRE
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceStub
from kit import rpc
from kit.errors import Internal
from kit.settings import TlsFiles
from local_stack.ports import free_port

JWT_KEY = base64.b64encode(os.urandom(32)).decode()
VAULT_KEY = Fernet.generate_key().decode()


def environment(database: str, nats_url: str, github: Any, tls: TlsFiles, listen: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "AUTH_DATABASE_URL": database,
        "AUTH_GRPC_LISTEN": listen,
        "AUTH_NATS_URL": nats_url,
        "AUTH_GITHUB_URL": github.url,
        "AUTH_GITHUB_CLIENT_ID": github.client_id,
        "AUTH_GITHUB_CLIENT_SECRET": github.client_secret,
        "AUTH_JWT_KEYS": json.dumps({"k1": JWT_KEY}),
        "AUTH_JWT_ACTIVE_KID": "k1",
        "AUTH_VAULT_KEYS": VAULT_KEY,
        "AUTH_PUBLIC_URL": github.callback.removesuffix("/auth/callback"),
        "AUTH_TLS_CA": str(tls.ca),
        "AUTH_TLS_CERT": str(tls.cert),
        "AUTH_TLS_KEY": str(tls.key),
        "LOG_LEVEL": "debug",
    }


class Running:
    """The process and what it says."""

    def __init__(self, process: asyncio.subprocess.Process, listen: str, log: Path) -> None:
        self.process = process
        self.listen = listen
        self._log = log

    @property
    def log(self) -> str:
        return self._log.read_text()

    async def serving(self, tls: TlsFiles) -> None:
        channel = rpc.channel(tls=tls, target=self.listen, service="auth")
        try:
            check = health_pb2_grpc.HealthStub(channel).Check
            answer = await check(health_pb2.HealthCheckRequest(), timeout=20, wait_for_ready=True)
        finally:
            await channel.close()
        assert answer.status == health_pb2.HealthCheckResponse.SERVING, self.log

    async def stop(self) -> int:
        self.process.terminate()
        async with asyncio.timeout(15):
            return await self.process.wait()


@pytest.fixture
async def start(tmp_path: Path) -> AsyncIterator[Any]:
    started: list[asyncio.subprocess.Process] = []

    async def run(settings: dict[str, str]) -> Running:
        log = tmp_path / f"auth-{len(started)}.log"
        with log.open("wb") as output:
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "auth.main", env=settings, stdout=output, stderr=subprocess.STDOUT
            )
        started.append(process)
        return Running(process, settings["AUTH_GRPC_LISTEN"], log)

    yield run
    for process in started:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def test_serves_publishes_and_drains(
    *, start: Any, auth_database: str, nats_url: str, github: Any, identities: dict[str, TlsFiles]
) -> None:
    settings = environment(auth_database, nats_url, github, identities["auth"], f"127.0.0.1:{free_port()}")
    running = await start(settings)
    await running.serving(identities["gateway"])
    arguments = psutil.Process(running.process.pid).cmdline()

    # what a listener's durable will get: the owner declared the stream, the test adds the durable
    client = await nats.connect(nats_url)
    js = client.jetstream()
    async with asyncio.timeout(10):
        while True:
            try:
                await js.add_consumer(
                    "AUTH", api.ConsumerConfig(durable_name="test-all", ack_policy=api.AckPolicy.EXPLICIT)
                )
                break
            except NotFoundError:
                await asyncio.sleep(0.05)

    gateway_channel = rpc.channel(tls=identities["gateway"], target=running.listen, service="auth")
    jobs_channel = rpc.channel(tls=identities["jobs"], target=running.listen, service="auth")
    gateway, jobs = AuthServiceStub(gateway_channel), AuthServiceStub(jobs_channel)
    started = await rpc.call(gateway.StartSignIn, pb.StartSignInRequest(login_hint="alice", private_repositories=True))
    came_back = await github.approve(started.authorize_url)
    request = pb.CompleteSignInRequest(browser_key=started.browser_key, **came_back)
    signed_in = await rpc.call(gateway.CompleteSignIn, request)
    with pytest.raises(Exception, match="Start it again"):
        await rpc.call(gateway.CompleteSignIn, request)
    refresh = pb.RefreshSessionRequest(refresh_token=signed_in.tokens.refresh_token)
    refreshed = await rpc.call(gateway.RefreshSession, refresh)
    user_id = signed_in.user.id
    listed = await rpc.call(gateway.ListAvailableRepositories, pb.ListAvailableRepositoriesRequest(), user_id=user_id)
    private = next(each.clone_url for each in listed.repositories if each.private)
    asked = pb.IssueCloneCredentialRequest(user_id=user_id, repository_url=private, job_id="j")
    credential = await rpc.call(jobs.IssueCloneCredential, asked)
    await rpc.call(gateway.SignOut, pb.SignOutRequest(refresh_token=refreshed.tokens.refresh_token))
    await gateway_channel.close()
    await jobs_channel.close()

    subscription = await js.pull_subscribe_bind("test-all", "AUTH")
    messages: list[Any] = []
    async with asyncio.timeout(10):
        while len(messages) < 3:
            messages += await subscription.fetch(3 - len(messages), timeout=5)
    assert [message.subject for message in messages] == [
        "auth.user.registered",
        "auth.user.signed_in",
        "auth.session.revoked",
    ]
    events = [WIRE.parse(message.headers["ce-type"], message.data) for message in messages]
    assert {event.user_id for event in events if event} == {signed_in.user.id}
    assert getattr(events[-1], "reason", None) == "signed_out"
    await client.close()

    assert await running.stop() == 0, running.log
    for said in ("draining", "stopped", "signed in", "clone credential issued"):
        assert f'"{said}"' in running.log

    secrets = [
        credential.password,
        *came_back.values(),
        started.browser_key,
        signed_in.tokens.access_token,
        signed_in.tokens.refresh_token,
        refreshed.tokens.access_token,
        refreshed.tokens.refresh_token,
        github.client_secret,
        JWT_KEY,
        VAULT_KEY,
    ]
    published = " ".join(f"{message.subject} {message.headers} {message.data!r}" for message in messages)
    for place in (running.log, published, " ".join(arguments)):
        assert not [secret for secret in secrets if secret in place]
    assert "alice" not in published.lower()


async def test_people_sign_in_while_the_bus_is_down(
    *, start: Any, auth_database: str, github: Any, identities: dict[str, TlsFiles]
) -> None:
    nowhere = f"nats://127.0.0.1:{free_port()}"
    settings = environment(auth_database, nowhere, github, identities["auth"], f"127.0.0.1:{free_port()}")
    running = await start(settings)
    await running.serving(identities["gateway"])
    channel = rpc.channel(tls=identities["gateway"], target=running.listen, service="auth")
    gateway = AuthServiceStub(channel)
    started = await rpc.call(gateway.StartSignIn, pb.StartSignInRequest(login_hint="alice"))
    came_back = await github.approve(started.authorize_url)
    request = pb.CompleteSignInRequest(browser_key=started.browser_key, **came_back)
    assert (await rpc.call(gateway.CompleteSignIn, request)).user.login == "alice"
    await channel.close()
    assert await running.stop() == 0, running.log


async def test_a_wrong_setting_ends_it_with_its_name(
    *, start: Any, auth_database: str, github: Any, identities: dict[str, TlsFiles]
) -> None:
    settings = environment(auth_database, "nats://127.0.0.1:1", github, identities["auth"], "127.0.0.1:0")
    running = await start(settings | {"AUTH_VAULT_KEYS": "hush-not-a-key"})
    async with asyncio.timeout(20):
        assert await running.process.wait() != 0
    assert "AUTH_VAULT_KEYS" in running.log
    assert "hush" not in running.log


@pytest.mark.parametrize("form", ["json", "console"])
async def test_a_defect_is_logged_without_the_secrets_in_its_frames(
    *, form: str, start: Any, auth_database: str, github: Any, identities: dict[str, TlsFiles]
) -> None:
    engine = create_async_engine(auth_database)
    async with engine.begin() as connection:
        await connection.execute(sa.text("ALTER TABLE vault RENAME TO mislaid"))
    await engine.dispose()
    nowhere = f"nats://127.0.0.1:{free_port()}"
    settings = environment(auth_database, nowhere, github, identities["auth"], f"127.0.0.1:{free_port()}")
    running = await start(settings | {"LOG_FORMAT": form})
    await running.serving(identities["gateway"])
    channel = rpc.channel(tls=identities["gateway"], target=running.listen, service="auth")
    gateway = AuthServiceStub(channel)
    started = await rpc.call(gateway.StartSignIn, pb.StartSignInRequest(login_hint="alice"))
    came_back = await github.approve(started.authorize_url)
    request = pb.CompleteSignInRequest(browser_key=started.browser_key, **came_back)
    with pytest.raises(Internal):
        await rpc.call(gateway.CompleteSignIn, request)
    await channel.close()
    assert await running.stop() == 0
    assert "call failed" in running.log
    leaked = [secret for secret in (*came_back.values(), started.browser_key, "gho_", "gsr_") if secret in running.log]
    assert not leaked
