"""The composition root of the jobs service: `python -m jobs.main`."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Sequence

from nats.js.api import RetentionPolicy

from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceStub
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import add_JobsServiceServicer_to_server
from gitstrata_protos.jobs.v1.webhooks_service_pb2_grpc import add_WebhooksServiceServicer_to_server
from jobs import people, shares, states, webhook_api
from jobs.api import ACCESS, JobsServicer
from jobs.consumers import BUCKET, OUTCOMES, USERS, handlers
from jobs.dead_letters import DeadLetters
from jobs.dispatch import Dispatcher, Turns
from jobs.looking import Lookout
from jobs.quotas import Quotas
from jobs.settings import Settings
from jobs.store import JOBS
from jobs.watch import PROGRESS_SUBJECT, Hub
from jobs.webhooks import endpoints
from jobs.webhooks.reader import Reader
from jobs.webhooks.sender import Sender
from jobs.webhooks.target import Targets
from kit import bus, database, health, housekeeping, key_source, process, rpc, telemetry
from kit.addresses import Origin
from kit.blobs import blob_store, declare_bucket
from kit.group_commit import GroupCommit
from kit.outbox import Relay
from kit.settings import LogSettings
from kit.store import EventStore
from kit.vault import Vault

SERVICE = "jobs"
_DAY = 24 * 3600.0


def streams(settings: Settings) -> Sequence[bus.Stream]:
    """What jobs owns on the bus."""
    return (
        bus.Stream(
            name="JOBS",
            subjects=("jobs.job.>", "jobs.repository.>"),
            durables=(
                bus.Durable("analyzer-work", ("jobs.job.requested.nats",), ack_wait=settings.attempt_ack_seconds),
            ),
            max_bytes=settings.stream_max_bytes,
        ),
        bus.Stream(
            name="ANALYZER",
            subjects=("analyzer.job.>",),
            durables=(bus.Durable(OUTCOMES, ack_wait=5),),
            max_bytes=settings.stream_max_bytes,
        ),
        bus.Stream(
            name="DEAD",
            subjects=("dead.>",),
            retention=RetentionPolicy.LIMITS,
            max_bytes=settings.stream_max_bytes,
            max_age=30 * _DAY,
        ),
    )


def webhooks(
    events: EventStore, vault: Vault, source: key_source.KeySource, settings: Settings
) -> Sequence[Coroutine[None, None, None]]:
    """What goes on all the time so that outgoing webhooks are sent."""
    targets = Targets(list(map(Origin.parse, settings.webhook_allowed_origins)), settings.webhook_seconds)
    sender = Sender(
        events.engine,
        events.wakeups,
        vault,
        targets.post,
        retries=settings.webhook_retry_seconds,
        lease=2 * settings.webhook_seconds,
    )
    return (
        Reader(events).run(),
        sender.run(),
        key_source.follow(source, lambda text: vault.use(settings.vault_keys_in(text))),
    )


async def main(stop: asyncio.Event) -> None:
    telemetry.configure(SERVICE, LogSettings())
    settings = Settings()
    engine = database.connect(settings, SERVICE)
    replica = database.connect(settings, SERVICE, settings.database_read_url) if settings.database_read_url else engine
    wakeups = database.Wakeups(settings.database_url.get_secret_value(), settings.database_tls)
    client = await bus.connect(settings, settings.tls, SERVICE)
    js = client.jetstream(timeout=10)
    try:
        await bus.declare(js, streams(settings), replicas=settings.nats_replicas)
        if not settings.s3_bucket:
            await declare_bucket(
                js, BUCKET, max_bytes=settings.blob_max_bytes, ttl=_DAY, replicas=settings.nats_replicas
            )
            await states.declare(js, settings)

        events = EventStore(engine, wakeups, source=SERVICE)
        jobs = GroupCommit(events, JOBS, Quotas(settings))
        turns = Turns()
        hub = Hub(engine, wakeups)
        await hub.open()
        await client.subscribe(PROGRESS_SUBJECT, cb=hub.on_progress)
        consumers = bus.Consumers(settings, settings.tls, SERVICE, js)
        handle = handlers(events, jobs, blob_store(settings, js, BUCKET), settings.section_max_bytes)
        consumers.subscribe("ANALYZER", OUTCOMES, handle[OUTCOMES])
        consumers.subscribe("AUTH", USERS, handle[USERS], foreign=True)

        auth = AuthServiceStub(rpc.channel(tls=settings.tls, target=settings.auth_target, service="auth"))
        server = rpc.server(
            tls=settings.tls,
            listen=settings.grpc_listen,
            access={**ACCESS, **webhook_api.ACCESS},
            services=["gitstrata_protos.jobs.v1.JobsService", webhook_api.SERVICE.full_name],
        )
        servicer = JobsServicer(
            events=events,
            jobs=jobs,
            turns=turns,
            replica=replica,
            hub=hub,
            letters=DeadLetters(js, handle),
            auth=auth,
            settings=settings,
        )
        add_JobsServiceServicer_to_server(servicer, server)
        source = settings.vault_source
        vault = Vault(settings.vault_keys_in(source.read())) if source else None
        add_WebhooksServiceServicer_to_server(webhook_api.WebhooksServicer(events, vault, settings), server)

        await consumers.start()
        await server.start()
        await rpc.set_serving(server, serving=True)
        telemetry.log.info("serving", listen=settings.grpc_listen)
        try:
            async with health.serve(settings.health_listen, lambda: not stop.is_set()):
                await process.until_stopped(
                    stop,
                    wakeups.run(),
                    hub.run(),
                    Relay(engine, wakeups, bus.Publisher(js, SERVICE)).run(),
                    Dispatcher(events, jobs, turns, settings).run(),
                    Lookout(events, jobs, auth, settings).run(),
                    housekeeping.run(engine, people.prune, shares.prune, endpoints.prune),
                    *([] if vault is None or source is None else webhooks(events, vault, source, settings)),
                    states.keep_house(
                        engine, blob_store(settings, js, states.BUCKET, states.FOLDER), settings.state_max_bytes
                    ),
                )
        finally:
            await rpc.set_serving(server, serving=False)
            await consumers.stop()
            await server.stop(grace=5)
    finally:
        await client.close()
        await engine.dispose()
        await replica.dispose()
    telemetry.log.info("stopped")


if __name__ == "__main__":
    process.run(main)
