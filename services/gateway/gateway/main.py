"""The gateway process: reads its settings, opens its channels, serves until SIGTERM, drains."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from gateway.app import build_app
from gateway.clients import Clients
from gateway.settings import Settings
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
        app = build_app(settings, Clients.over(auth=auth, jobs=jobs), drain)
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
            )
        )

        async def end() -> None:
            await stop.wait()
            telemetry.log.info("draining")
            drain.begin()
            server.should_exit = True

        ending = asyncio.create_task(end())
        try:
            telemetry.log.info("starting", address=settings.listen, public_url=settings.public_url)
            await server.serve()
        finally:
            ending.cancel()


if __name__ == "__main__":
    process.run(serve)
