"""The analyzer without the analysis: `python -m tests.bench.pipeline.idle_analyzer`, in the analyzer's environment.

Its message, its lease and its outcome are the real ones; only what lies between them is left out.
"""

from __future__ import annotations

import asyncio
from functools import partial

from analyzer.outcomes import Lease, Outcomes
from analyzer.settings import Settings
from analyzer.worker import Worker
from gitstrata_protos.analyzer.v1.events_pb2 import BlobRef
from gitstrata_protos.jobs.v1.jobs_service_pb2 import KnownReport
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceStub
from kit import bus, health, process, rpc, telemetry
from kit.blobs import NatsBlobStore
from kit.settings import LogSettings

SLOTS = 100


class Idle:
    """An attempt that is over at once."""

    def __init__(self, outcomes: Outcomes, report: KnownReport) -> None:
        self._outcomes = outcomes
        self._report = report

    def cancel(self) -> None:
        """There is nothing to stop."""

    async def run(self, lease: Lease, _: object) -> None:
        await self._outcomes.known(lease, self._report, {"analyze": 0.0})


async def main(stop: asyncio.Event) -> None:
    telemetry.configure("analyzer", LogSettings())
    settings = Settings()
    client = await bus.connect(settings, settings.tls, "analyzer")
    js = client.jetstream(timeout=10)
    channel = rpc.channel(tls=settings.tls, target=settings.jobs_target, service="jobs")
    blobs = NatsBlobStore(js, "reports")
    head = await blobs.put(b"{}", "application/json")
    report = KnownReport(
        commit="c" * 40,
        engine_version="0",
        schema_version="0",
        tags_digest="0" * 64,
        head=BlobRef(sha256=head.sha256, size=head.size, encoding=head.encoding, media_type=head.media_type),
    )
    outcomes = Outcomes(bus.Publisher(js, "analyzer"), blobs, client)
    worker = Worker(
        client=client,
        js=js,
        begin=partial(rpc.call, JobsServiceStub(channel).BeginAttempt),
        attempts=lambda: Idle(outcomes, report),
        name="idle",
        slots=SLOTS,
        drain_seconds=5,
    )
    async with health.serve(settings.health_listen, lambda: worker.ready):
        await worker.run(stop)
    await channel.close()
    await client.close()


if __name__ == "__main__":
    process.run(main)
