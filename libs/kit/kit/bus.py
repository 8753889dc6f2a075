"""NATS JetStream: connecting, declaring, publishing CloudEvents, and the one wrapper around every consumer.

Messages are CloudEvents in binary mode: attributes in `ce-` headers, the proto message as body, the request id
and W3C trace context beside them.
"""

from __future__ import annotations

import asyncio
import logging
import random
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import nats
from faststream import AckPolicy
from faststream.nats import JStream, NatsBroker, NatsMessage, PullSub
from faststream.nats.security import NatsUserPassword
from nats.aio.client import Client
from nats.errors import MaxPayloadError
from nats.js import JetStreamContext, api
from nats.js.errors import APIError, NotFoundError

from kit import telemetry
from kit.cloudevents import Outgoing, Received, Refused, headers_of, received
from kit.errors import AppError
from kit.settings import NatsSettings, TlsFiles

_PUBLISH_SECONDS = 5.0
_AT_ONCE = 64
_DRAIN_SECONDS = 5.0
_UNDECLARED_SECONDS = 1.0
_MESSAGE_TOO_LARGE = 10054  # JetStream error code: message size exceeds maximum allowed


# ---------------------------------------------------------------- connecting


def _options(settings: NatsSettings, tls: TlsFiles | None, service: str) -> dict[str, Any]:
    options: dict[str, Any] = {
        "name": service,
        "max_reconnect_attempts": -1,
        "reconnect_time_wait": 0.2,
        "connect_timeout": 2,
        "ping_interval": 5,
        "max_outstanding_pings": 2,
    }
    if settings.nats_user:
        options |= {
            "user": settings.nats_user,
            "password": settings.nats_password.get_secret_value(),
            # replies to one service must not be readable by another
            "inbox_prefix": f"_INBOX_{settings.nats_user}",
        }
    if settings.nats_url.startswith("tls://") and tls:
        context = ssl.create_default_context(cafile=str(settings.nats_tls_ca or tls.ca))
        context.load_cert_chain(tls.cert, tls.key)
        options["tls"] = context
    return options


async def connect(settings: NatsSettings, tls: TlsFiles | None, service: str) -> Client:
    """A connection that comes back by itself for ever."""

    async def on_error(error: Exception) -> None:
        telemetry.log.warning("bus connection", reason=str(error) or type(error).__name__)

    return await nats.connect(settings.nats_url, error_cb=on_error, **_options(settings, tls, service))


# ---------------------------------------------------------------- declaring


@dataclass(frozen=True, slots=True)
class Durable:
    """A durable pull consumer, named `<service>-<purpose>`."""

    name: str
    subjects: tuple[str, ...] = ()
    """Filter; empty for all of the stream."""
    ack_wait: float = 30.0
    max_ack_pending: int = 1000


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream with all its durables. Interest retention: what nobody listens to is not kept."""

    name: str
    subjects: tuple[str, ...]
    durables: tuple[Durable, ...] = ()
    retention: api.RetentionPolicy = api.RetentionPolicy.INTEREST
    max_bytes: int = 1 << 30
    max_age: float | None = None


async def declare(js: JetStreamContext, streams: Sequence[Stream], *, replicas: int = 1) -> None:
    """Make streams and durables as stated, changing those that differ. Only for their owner, before it publishes.

    `replicas` is on how many servers each message is kept.
    """
    for stream in streams:
        config = api.StreamConfig(
            name=stream.name,
            subjects=list(stream.subjects),
            retention=stream.retention,
            # a full stream refuses instead of dropping what nobody has consumed yet
            discard=api.DiscardPolicy.NEW,
            max_bytes=stream.max_bytes,
            max_age=stream.max_age,
            storage=api.StorageType.FILE,
            num_replicas=replicas,
            duplicate_window=120,
        )
        try:
            await js.stream_info(stream.name)
        except NotFoundError:
            await js.add_stream(config)
        else:
            await js.update_stream(config)
        for durable in stream.durables:
            await js.add_consumer(
                stream.name,
                api.ConsumerConfig(
                    durable_name=durable.name,
                    name=durable.name,
                    ack_policy=api.AckPolicy.EXPLICIT,
                    deliver_policy=api.DeliverPolicy.ALL,
                    ack_wait=durable.ack_wait,
                    # the wrapper counts deliveries and writes the dead letter itself
                    max_deliver=-1,
                    max_ack_pending=durable.max_ack_pending,
                    filter_subjects=list(durable.subjects) or None,
                ),
            )


# ---------------------------------------------------------------- publishing


class Publisher:
    """Puts messages into streams and waits until they are stored."""

    def __init__(self, js: JetStreamContext, source: str) -> None:
        self._js = js
        self._source = source

    async def __call__(self, message: Outgoing) -> None:
        try:
            await self._js.publish(
                message.subject, message.body, timeout=_PUBLISH_SECONDS, headers=headers_of(message, self._source)
            )
        except MaxPayloadError as error:
            raise Refused("the message is larger than the bus allows") from error
        except APIError as error:
            if error.err_code == _MESSAGE_TOO_LARGE:
                raise Refused(str(error)) from error
            raise

    async def publish(self, subject: str, event_id: str, kind: str, entity: str, body: bytes) -> None:
        """Publish what is not from an outbox, under the current request and trace."""
        await self(
            Outgoing(
                event_id=event_id,
                type=kind,
                subject=subject,
                entity=entity,
                body=body,
                headers=telemetry.outgoing(),
                time=datetime.now(UTC),
            )
        )


# ---------------------------------------------------------------- consuming


Handle = Callable[[Received], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class _Subscription:
    """Whom to call for the messages of a durable, and after how many deliveries to give one up."""

    stream: str
    durable: str
    handle: Handle
    max_deliveries: int


def retry_delay(deliveries: int) -> float:
    """Seconds before the next delivery: exponential with jitter, at most half a minute."""
    return float(min(30.0, 0.1 * 2 ** min(deliveries, 10)) * random.uniform(0.75, 1.25))  # noqa: S311 jitter


async def bury(js: JetStreamContext, durable: str, raw: Any, error: Exception) -> None:
    """Keep a message that nobody could handle where an operator finds it. Returns once it is stored; then ack it."""
    telemetry.log.error("dead letter", durable=durable, subject=raw.subject, exc_info=error)
    headers = {key: value for key, value in (raw.headers or {}).items() if key != "Nats-Msg-Id"}
    headers |= {
        "dead-subject": raw.subject,
        "dead-error": type(error).__name__,
        "dead-deliveries": str(raw.metadata.num_delivered or 1),
    }
    await js.publish(f"dead.{durable}", raw.data, timeout=_PUBLISH_SECONDS, headers=headers)


class Consumers:
    """The short consumers of one service, on FastStream.

    One wrapper surrounds every handler: it reads the CloudEvents attributes, handles messages about one entity in
    the order in which they came and others beside them, acks after the effect, nacks with a growing delay, and on
    the last delivery writes a dead letter, awaits its ack, and only then acks. A final AppError is recorded and
    acked: trying again cannot help.
    """

    def __init__(self, settings: NatsSettings, tls: TlsFiles | None, service: str, js: JetStreamContext) -> None:
        options = _options(settings, tls, service)
        self._inbox = f"{options.get('inbox_prefix', '_INBOX')}.".encode()
        user = options.pop("user", None)
        password = options.pop("password", None)
        context = options.pop("tls", None)
        security = NatsUserPassword(user, password, ssl_context=context) if user else None
        # its access log would be a line per message beside ours
        quiet = logging.getLogger("kit.faststream")
        quiet.setLevel(logging.WARNING)
        self._broker = NatsBroker(settings.nats_url, security=security, logger=quiet, **options)
        self._js = js
        self._subscribers: list[Any] = []
        self._foreign: list[_Subscription] = []
        self._joining: list[asyncio.Task[None]] = []
        self._slots = asyncio.Semaphore(_AT_ONCE)
        self._last: dict[str, asyncio.Task[None]] = {}

    def subscribe(
        self, stream: str, durable: str, handle: Handle, *, max_deliveries: int = 10, foreign: bool = False
    ) -> None:
        """Have `handle` called for every message of a durable that its owner has declared.

        A `foreign` one is another service's, who may come later: it is waited for beside the rest.
        """
        wanted = _Subscription(stream, durable, handle, max_deliveries)
        if foreign:
            self._foreign.append(wanted)
        else:
            self._subscriber(wanted)

    def _subscriber(self, wanted: _Subscription) -> Any:
        durable = wanted.durable
        subscriber = self._broker.subscriber(
            f"{durable}.unused",  # the durable's own filter decides; FastStream asks for some subject
            stream=JStream(wanted.stream, declare=False),
            durable=durable,
            # one at a time: a larger fetch returns only when it is full or its time is over
            pull_sub=PullSub(batch_size=1, timeout=1),
            ack_policy=AckPolicy.MANUAL,
            decoder=_raw,
            inbox_prefix=self._inbox,
        )
        self._subscribers.append(subscriber)

        @subscriber
        async def consume(message: NatsMessage) -> None:
            raw = message.raw_message
            entity = (raw.headers or {}).get("ce-subject", "")
            await self._slots.acquire()
            before = self._last.get(entity)
            task = asyncio.create_task(self._in_turn(before, raw, durable, wanted.handle, wanted.max_deliveries))
            self._last[entity] = task
            task.add_done_callback(lambda done: self._ended(entity, done))

        return subscriber

    async def _join(self, wanted: _Subscription) -> None:
        """Subscribe as soon as the durable is there; not before, for FastStream would make one of its own."""
        subscriber, reason = None, ""
        while True:
            try:
                await self._js.consumer_info(wanted.stream, wanted.durable)
                subscriber = subscriber or self._subscriber(wanted)
                await subscriber.start()
            except Exception as error:  # noqa: BLE001 whatever it is may pass, and holds up nobody else
                if reason != (reason := type(error).__name__):
                    telemetry.log.warning("waiting for a durable", durable=wanted.durable, reason=reason)
                await asyncio.sleep(_UNDECLARED_SECONDS)
            else:
                telemetry.log.info("subscribed", durable=wanted.durable)
                return

    def _ended(self, entity: str, task: asyncio.Task[None]) -> None:
        self._slots.release()
        if self._last.get(entity) is task:
            del self._last[entity]
        if not task.cancelled() and (error := task.exception()) is not None:
            # not even the nack went out: the bus delivers again when its patience ends
            telemetry.log.warning("message left to be delivered again", exc_info=error)

    async def _in_turn(
        self, before: asyncio.Task[None] | None, raw: Any, durable: str, handle: Handle, max_deliveries: int
    ) -> None:
        if before is not None:
            await asyncio.wait({before})
        deliveries = raw.metadata.num_delivered or 1
        try:
            message = received(raw)
            with telemetry.incoming(message.headers, f"consume {durable}", event=message.type):
                await handle(message)
        except AppError as error:
            if not error.retryable:
                telemetry.log.warning("message refused", durable=durable, code=error.code, reason=error.message)
                await raw.ack_sync()
                return
            await self._again(raw, durable, deliveries, max_deliveries, error)
        except Exception as error:  # noqa: BLE001 anything unknown is tried again, then kept as a dead letter
            await self._again(raw, durable, deliveries, max_deliveries, error)
        else:
            await raw.ack_sync()

    async def _again(self, raw: Any, durable: str, deliveries: int, limit: int, error: Exception) -> None:
        if deliveries < limit:
            delay = retry_delay(deliveries)
            telemetry.log.warning(
                "message will be tried again", durable=durable, deliveries=deliveries, delay=delay, exc_info=error
            )
            await raw.nak(delay=delay)
            return
        await bury(self._js, durable, raw, error)
        await raw.ack_sync()

    async def start(self) -> None:
        await self._broker.start()
        self._joining = [asyncio.create_task(self._join(wanted)) for wanted in self._foreign]

    async def stop(self) -> None:
        """Take no more messages, and let those that were taken come to their end."""
        for joining in self._joining:
            joining.cancel()
        await asyncio.gather(*self._joining, return_exceptions=True)
        for subscriber in self._subscribers:
            await subscriber.stop()
        if running := set(self._last.values()):
            await asyncio.wait(running, timeout=_DRAIN_SECONDS)
        await self._broker.stop()


async def _raw(message: NatsMessage) -> bytes:
    return message.body
