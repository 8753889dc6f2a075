"""The composition root of the analyzer: `python -m analyzer.main`."""

from __future__ import annotations

import asyncio
from functools import partial

from analyzer import kernel
from analyzer.attempt import Attempt
from analyzer.cache import Cache
from analyzer.outcomes import Outcomes
from analyzer.settings import Settings
from analyzer.states import States
from analyzer.worker import Worker
from analyzer.workspace import Workspace
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceStub
from kit import bus, health, process, rpc, telemetry
from kit.blobs import blob_store
from kit.settings import LogSettings

SERVICE = "analyzer"
BUCKET = "reports"
STATES, STATES_FOLDER = "states", "states/"


async def main(stop: asyncio.Event) -> None:
    telemetry.configure(SERVICE, LogSettings())
    settings = Settings()
    kernel.be_private()  # what the stages of an attempt run as may be the same user, and here are the passwords
    workspace = Workspace(settings.work_dir)
    if swept := await asyncio.to_thread(workspace.open):
        telemetry.log.info("removed what dead analyzers left", folders=swept)
    if settings.osv_dir is not None and not settings.osv_dir.is_dir():
        telemetry.log.warning("there is no folder of advisories", osv_dir=str(settings.osv_dir))
    cache = Cache(settings.cache_dir, settings.cache_max_bytes, settings.cache_min_bytes)
    await asyncio.to_thread(cache.open)
    client = await bus.connect(settings, settings.tls, SERVICE)
    js = client.jetstream(timeout=10)
    channel = rpc.channel(tls=settings.tls, target=settings.jobs_target, service="jobs")
    try:
        stub = JobsServiceStub(channel)
        states = States(
            blob_store(settings, js, STATES, STATES_FOLDER),
            partial(rpc.call, stub.KeepCheckpoint),
            settings.state_max_bytes,
        )
        outcomes = Outcomes(bus.Publisher(js, SERVICE), blob_store(settings, js, BUCKET), client)
        worker = Worker(
            client=client,
            js=js,
            begin=partial(rpc.call, stub.BeginAttempt),
            attempts=lambda: Attempt(settings, workspace, outcomes, states, cache),
            name=settings.worker_name,
            slots=settings.slots,
            drain_seconds=settings.drain_seconds,
        )
        async with health.serve(settings.health_listen, lambda: worker.ready):
            telemetry.log.info("serving", slots=settings.slots, health=settings.health_listen)
            await worker.run(stop)
    finally:
        await channel.close()
        await client.close()
        await asyncio.to_thread(workspace.close)
    telemetry.log.info("stopped")


if __name__ == "__main__":
    process.run(main)
