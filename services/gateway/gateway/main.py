"""The gateway process: reads its settings, opens its channels, serves until SIGTERM, drains."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from gateway.app import build_app
from gateway.clients import Clients
from gateway.edge import HEADERS_LIMIT_BYTES
from gateway.identities import Identities
from gateway.settings import Settings
from gateway.slowness import unhurried
from gateway.streams import Drain
from kit import process, rpc, telemetry
from kit.settings import LogSettings

SERVICE = "gateway"
# an answer under way may take this long after SIGTERM; streams end at once
_GRACE_SECONDS = 20


class _Server(uvicorn.Server):
    """uvicorn's server, told to end by us instead of by its own signal handlers."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve(stop: asyncio.Event) -> None:
    """Serve until `stop` is set, then end streams, let requests under way finish, and close."""
    telemetry.configure(SERVICE, LogSettings())
    settings = Settings()
    host, port = settings.address
    drain = Drain()
    async with (
        rpc.channel(tls=settings.tls, target=settings.auth_target, service="auth") as auth,
        rpc.channel(tls=settings.tls, target=settings.jobs_target, service="jobs") as jobs,
    ):
        clients = Clients.over(auth=auth, jobs=jobs)
        identities = Identities.of(settings, clients)
        app = build_app(settings, clients, drain, identities)
        # routes and models are many and stay: a full collection would look at all of them, and answer nobody meanwhile
        gc.freeze()
        server = _Server(
            uvicorn.Config(
                app,
                host=host,
                port=port,
                lifespan="off",
                access_log=False,
                log_config=None,
                server_header=False,
                timeout_graceful_shutdown=_GRACE_SECONDS,
                # its parser bounds headers as they come, which the faster one does not; the edge bounds them as a whole
                http=unhurried(settings.request_seconds),
                h11_max_incomplete_event_size=2 * HEADERS_LIMIT_BYTES,
                proxy_headers=bool(settings.trusted_proxies),
                forwarded_allow_ips=settings.trusted_proxies or None,
            )
        )

        async def end() -> None:
            await stop.wait()
            telemetry.log.info("draining")
            drain.begin()
            await asyncio.sleep(settings.linger_seconds)
            server.should_exit = True

        ending = asyncio.create_task(end())
        following = asyncio.create_task(identities.follow(settings))
        try:
            telemetry.log.info("starting", address=settings.listen, public_url=settings.public_url)
            await server.serve()
        finally:
            ending.cancel()
            following.cancel()


if __name__ == "__main__":
    process.run(serve)
