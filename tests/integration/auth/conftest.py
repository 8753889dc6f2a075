"""Auth over real mutual-TLS gRPC, on real Postgres, against the GitHub stand-in in a process of its own."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import sqlalchemy as sa
from cryptography.fernet import Fernet
from pydantic import SecretStr

from auth import hooks_api
from auth.api import ACCESS, SERVICE, AuthService
from auth.grants import Grants
from auth.people import USERS
from auth.provider.github import GitHub
from auth.tokens import AccessTokens
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceStub, add_AuthServiceServicer_to_server
from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import HooksServiceStub, add_HooksServiceServicer_to_server
from kit import database, migrations, rpc
from kit.database import Wakeups
from kit.history import read_stream
from kit.settings import DatabaseSettings, TlsFiles
from kit.store import EventStore
from kit.vault import Vault
from local_stack import certificates
from local_stack.ports import free_port
from tests.support.github import StandIn, github_standin

if TYPE_CHECKING:
    from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceAsyncStub
    from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import HooksServiceAsyncStub


@pytest.fixture(scope="session")
def github(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StandIn]:
    with github_standin(tmp_path_factory.mktemp("auth-github")) as standin:
        yield standin


@pytest.fixture(scope="session")
def identities(tmp_path_factory: pytest.TempPathFactory) -> dict[str, TlsFiles]:
    """Certificates of one authority, by service."""
    issued = certificates.issue(tmp_path_factory.mktemp("auth-tls"), ["auth", "gateway", "jobs", "analyzer"])
    return {
        name: TlsFiles(ca=identity.authority, cert=identity.certificate, key=identity.key)
        for name, identity in issued.items()
    }


@pytest.fixture
def auth_database(template_database: Callable[[str, Callable[[str], object]], str]) -> str:
    return template_database("auth", lambda url: migrations.upgrade(url, "auth"))


@dataclass
class Clock:
    """Time as the test says."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC))

    def __call__(self) -> datetime:
        return self.now

    def advance(self, **units: float) -> None:
        self.now += timedelta(**units)


CLIENT = pb.Client(user_agent="Test/1.0", address="203.0.113.7")


@dataclass
class Auth:
    """The service as its callers see it, and its insides where a test must look."""

    github: StandIn
    service: AuthService
    grants: Grants
    events: EventStore
    clock: Clock
    jwt_keys: dict[str, bytes]
    stubs: dict[str, AuthServiceAsyncStub]
    hooks: HooksServiceAsyncStub
    vault: Vault

    @property
    def gateway(self) -> AuthServiceAsyncStub:
        return self.stubs["gateway"]

    async def start(self, login: str = "alice", *, private: bool = False) -> pb.StartSignInResponse:
        request = pb.StartSignInRequest(login_hint=login, private_repositories=private)
        return await rpc.call(self.gateway.StartSignIn, request)

    async def complete(self, came_back: dict[str, str], browser_key: str) -> pb.CompleteSignInResponse:
        request = pb.CompleteSignInRequest(browser_key=browser_key, client=CLIENT, **came_back)
        return await rpc.call(self.gateway.CompleteSignIn, request)

    async def sign_in(self, login: str = "alice", *, private: bool = False) -> pb.CompleteSignInResponse:
        started = await self.start(login, private=private)
        return await self.complete(await self.github.approve(started.authorize_url), started.browser_key)

    async def provider_token(self, user_id: str) -> str | None:
        async with self.grants.used(user_id, self.clock()) as held:
            return held.token if held else None

    async def history(self, user_id: str) -> list[str]:
        async with self.events.engine.connect() as connection:
            return [type(entry.event).__name__ async for entry in read_stream(connection, USERS, user_id)]

    async def rows(self, table: sa.Table) -> list[Any]:
        async with self.events.engine.connect() as connection:
            return list(await connection.execute(sa.select(table)))

    async def refresh(self, refresh_token: str) -> pb.RefreshSessionResponse:
        return await rpc.call(self.gateway.RefreshSession, pb.RefreshSessionRequest(refresh_token=refresh_token))

    async def sign_out(self, refresh_token: str) -> None:
        await rpc.call(self.gateway.SignOut, pb.SignOutRequest(refresh_token=refresh_token))


@pytest.fixture
async def auth(auth_database: str, github: StandIn, identities: dict[str, TlsFiles]) -> AsyncIterator[Auth]:
    engine = database.connect(DatabaseSettings(database_url=SecretStr(auth_database)), "auth")
    events = EventStore(engine, Wakeups(auth_database), "auth")
    provider = GitHub(
        url=github.url,
        client_id=github.client_id,
        client_secret=github.client_secret,
        redirect_uri=github.callback,
        read_organizations=False,
        app=None,
    )
    clock, keys = Clock(), {"k1": os.urandom(32)}
    vault = Vault([Fernet.generate_key().decode()])
    service = AuthService(
        events=events,
        secrets=vault,
        providers=[provider],
        access_tokens=AccessTokens(keys, "k1"),
        clock=clock,
    )
    listen = f"127.0.0.1:{free_port()}"
    access = {**ACCESS, **hooks_api.ACCESS}
    server = rpc.server(tls=identities["auth"], listen=listen, access=access, services=[SERVICE])
    add_AuthServiceServicer_to_server(service, server)
    add_HooksServiceServicer_to_server(service.hooks, server)
    await server.start()
    channels = {
        name: rpc.channel(tls=identities[name], target=listen, service="auth")
        for name in ("gateway", "jobs", "analyzer")
    }
    stubs = {name: AuthServiceStub(channel) for name, channel in channels.items()}
    grants, hooks = Grants(engine, vault, {provider.origin: provider}), HooksServiceStub(channels["gateway"])
    try:
        yield Auth(github, service, grants, events, clock, keys, stubs, hooks, vault)
    finally:
        for channel in channels.values():
            await channel.close()
        await server.stop(0)
        await provider.aclose()
        await engine.dispose()
