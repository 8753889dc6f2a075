"""The auth process: builds what it needs, serves, and drains when asked to end."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

import nats.errors
import nats.js.errors
from sqlalchemy.exc import SQLAlchemyError

from auth import hooks_api
from auth.admission import Admission
from auth.api import ACCESS, SERVICE, AuthService
from auth.provider import IdentityProvider
from auth.provider.gitea import Gitea
from auth.provider.github import GitHub
from auth.provider.github_app import GitHubApp
from auth.settings import Settings
from auth.tokens import AccessTokens
from auth.wire import STREAMS
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import add_AuthServiceServicer_to_server
from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import add_HooksServiceServicer_to_server
from kit import bus, database, health, housekeeping, key_source, process, rpc, telemetry
from kit.cloudevents import Outgoing
from kit.database import Wakeups
from kit.outbox import Relay
from kit.settings import LogSettings
from kit.store import EventStore
from kit.vault import Vault

NAME = "auth"
_DRAIN_SECONDS = 10.0
_FLUSH_SECONDS = 2.0
_SWEEP_SECONDS = 300.0


class _Bus:
    """The connection to NATS, made when there is one to make: people can sign in while the bus is down."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._ready = asyncio.Event()
        self._publisher: bus.Publisher | None = None

    async def publish(self, message: Outgoing) -> None:
        if self._publisher is None:
            raise ConnectionError("the bus is not connected yet")
        await self._publisher(message)

    async def run(self) -> None:
        client = await bus.connect(self._settings, self._settings.tls, NAME)
        try:
            while self._publisher is None:
                try:
                    await bus.declare(client.jetstream(), STREAMS, replicas=self._settings.nats_replicas)
                except (nats.errors.Error, nats.js.errors.Error, TimeoutError) as error:
                    telemetry.log.warning("streams not declared, will be tried again", reason=type(error).__name__)
                    await asyncio.sleep(1)
                else:
                    self._publisher = bus.Publisher(client.jetstream(), NAME)
            await asyncio.Event().wait()
        finally:
            with suppress(nats.errors.Error, TimeoutError):
                await client.close()


async def _sweep(service: AuthService) -> None:
    while True:
        try:
            await service.sweep()
        except (OSError, SQLAlchemyError) as error:
            telemetry.log.warning("sweep failed, will be tried again", reason=type(error).__name__)
        await asyncio.sleep(_SWEEP_SECONDS)


def providers_of(settings: Settings) -> list[IdentityProvider]:
    """Who vouches for people here, the default first."""
    redirect_uri = f"{settings.public_url}/auth/callback"
    organizations = bool(settings.allowed_orgs)
    offered: list[IdentityProvider] = []
    if settings.github_client_id:
        key = settings.app_key
        offered.append(
            GitHub(
                url=settings.github_url,
                client_id=settings.github_client_id,
                client_secret=settings.github_client_secret.get_secret_value(),
                redirect_uri=redirect_uri,
                read_organizations=organizations,
                app=GitHubApp(settings.github_app_id, key.read()) if key else None,
            )
        )
    if settings.gitea_client_id:
        offered.append(
            Gitea(
                url=settings.gitea_url,
                client_id=settings.gitea_client_id,
                client_secret=settings.gitea_client_secret.get_secret_value(),
                redirect_uri=redirect_uri,
                read_organizations=organizations,
            )
        )
    for provider in offered:
        if urlsplit(provider.url).scheme != "https":
            telemetry.log.warning("a sign-in provider is reached without TLS", url=provider.url)
    return offered


def admission_of(settings: Settings, default: IdentityProvider) -> Admission:
    return Admission(
        default.name,
        frozenset(name.lower() for name in settings.allowed_users),
        frozenset(name.lower() for name in settings.allowed_orgs),
    )


async def serve(stop: asyncio.Event) -> None:
    """Serve until `stop` is set; then finish the running calls and publish what they committed."""
    settings = Settings()
    telemetry.configure(NAME, LogSettings())
    engine = database.connect(settings, NAME)
    wakeups = Wakeups(settings.database_url.get_secret_value(), settings.database_tls)
    vault = Vault(settings.vault_keys_in(settings.vault_source.read()))
    tokens = AccessTokens(*settings.signing(settings.jwt_source.read()))
    providers = providers_of(settings)
    service = AuthService(
        events=EventStore(engine, wakeups, NAME),
        secrets=vault,
        providers=providers,
        access_tokens=tokens,
        admission=admission_of(settings, providers[0]),
        first_administrator=settings.first_administrator,
        settings=settings,
    )
    bus_link = _Bus(settings)
    relay = Relay(engine, wakeups, bus_link.publish)
    server = rpc.server(
        tls=settings.tls,
        listen=settings.grpc_listen,
        access={**ACCESS, **hooks_api.ACCESS},
        services=[SERVICE, hooks_api.SERVICE.full_name],
    )
    add_AuthServiceServicer_to_server(service, server)
    add_HooksServiceServicer_to_server(service.hooks, server)
    drained = asyncio.Event()

    async def drain() -> None:
        await stop.wait()
        telemetry.log.info("draining")
        await rpc.set_serving(server, serving=False)
        await server.stop(_DRAIN_SECONDS)
        with suppress(TimeoutError, OSError, SQLAlchemyError):
            async with asyncio.timeout(_FLUSH_SECONDS):
                await relay.round()
        drained.set()

    await server.start()
    await rpc.set_serving(server, serving=True)
    telemetry.log.info("serving", listen=settings.grpc_listen)
    draining = asyncio.create_task(drain())
    try:
        async with health.serve(settings.health_listen, lambda: not stop.is_set()):
            await process.until_stopped(
                drained,
                wakeups.run(),
                bus_link.run(),
                relay.run(),
                _sweep(service),
                housekeeping.run(engine),
                key_source.follow(settings.vault_source, lambda text: vault.use(settings.vault_keys_in(text))),
                key_source.follow(settings.jwt_source, lambda text: tokens.use(*settings.signing(text))),
            )
    finally:
        draining.cancel()
        await server.stop(0)
        for provider in providers:
            await provider.aclose()
        await engine.dispose()
        telemetry.log.info("stopped")


if __name__ == "__main__":
    process.run(serve)
