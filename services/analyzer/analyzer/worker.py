"""The work loop: one message per free slot, a lease before any work, an outcome before any ack."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import nats.errors
from google.protobuf.message import DecodeError
from nats.aio.client import Client
from nats.aio.msg import Msg
from nats.js import JetStreamContext
from nats.js.errors import Error as JetStreamError
from nats.js.errors import NotFoundError

from analyzer.attempt import Attempt
from analyzer.delivery import Delivery
from analyzer.messages import Credential
from analyzer.outcomes import Lease
from analyzer.work import Work
from gitstrata_protos.jobs.v1 import events_pb2
from gitstrata_protos.jobs.v1.jobs_service_pb2 import BeginAttemptRequest, BeginAttemptResponse, BeginAttemptVerdict
from kit import telemetry
from kit.bus import bury, retry_delay
from kit.cloudevents import received
from kit.errors import AppError
from strata.version import ENGINE_VERSION, SCHEMA_VERSION

STREAM = "JOBS"
DURABLE = "analyzer-work"
CANCEL_SUBJECT = "jobs.job.cancel_requested"
_FETCH_SECONDS = 5.0  # a bus that was restarted has forgotten the fetch: no longer than this is lost then
_SETTLE_SECONDS = 0.3
_SAVE_SECONDS = 8.0

Begin = Callable[[BeginAttemptRequest], Awaitable[BeginAttemptResponse]]
"""Asks jobs for a lease; raises AppError."""


@dataclass(frozen=True, slots=True)
class _Running:
    number: int
    attempt: Attempt


class Worker:
    """Takes work until it is told to stop, then drains.

    `begin` is the call to jobs, `attempts` makes an attempt that has not run yet.
    """

    def __init__(
        self,
        *,
        client: Client,
        js: JetStreamContext,
        begin: Begin,
        attempts: Callable[[], Attempt],
        name: str,
        slots: int,
        drain_seconds: float,
    ) -> None:
        self._client = client
        self._js = js
        self._begin = begin
        self._attempts = attempts
        self._name = name
        self._slots = asyncio.Semaphore(slots)
        self._drain_seconds = drain_seconds
        self._running: dict[str, _Running] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._give_up = asyncio.Event()
        self._subscription: JetStreamContext.PullSubscription | None = None
        self._ack_wait = 0.0

    @property
    def ready(self) -> bool:
        """Whether work can reach this worker now."""
        return self._subscription is not None and self._client.is_connected

    async def run(self, stop: asyncio.Event) -> None:
        """Work until `stop` is set and what was begun has ended or been given back."""
        await self._client.subscribe(CANCEL_SUBJECT, cb=self._on_cancel)
        stopping = asyncio.create_task(stop.wait())
        try:
            await _first(asyncio.create_task(self._bind()), stopping)
            while not stop.is_set():
                await self._take_one(stopping)
        finally:
            stopping.cancel()
            await self._drain()

    # ---------------------------------------------------------------- taking work

    async def _bind(self) -> None:
        """Use the durable that jobs declares; wait for it as long as it takes."""
        waited = 0
        while True:
            try:
                info = await self._js.consumer_info(STREAM, DURABLE)
                self._subscription = await self._js.pull_subscribe_bind(consumer=DURABLE, stream=STREAM)
            except (NotFoundError, nats.errors.Error, JetStreamError, OSError) as error:
                if waited % 30 == 0:
                    telemetry.log.info("waiting for the work queue", durable=DURABLE, reason=repr(error))
                waited += 1
                await asyncio.sleep(0.5)
            else:
                self._ack_wait = float(info.config.ack_wait or 30)
                telemetry.log.info("taking work", durable=DURABLE, ack_wait=self._ack_wait)
                return

    async def _take_one(self, stopping: asyncio.Task[bool]) -> None:
        if not await _first(asyncio.create_task(self._slots.acquire()), stopping):
            return
        message = None
        try:
            message = await self._fetch(stopping)
        finally:
            if message is None:
                self._slots.release()
        if message is not None:
            task = asyncio.create_task(self._handle(message))
            self._tasks.add(task)
            task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        self._slots.release()
        if not task.cancelled() and (error := task.exception()) is not None:
            telemetry.log.error("work broke", exc_info=error)

    async def _fetch(self, stopping: asyncio.Task[bool]) -> Msg | None:
        """The next message; None when there was none, or the worker is to stop."""
        assert self._subscription is not None  # noqa: S101 bound before anything is fetched
        fetching = asyncio.create_task(self._subscription.fetch(1, timeout=_FETCH_SECONDS))
        await asyncio.wait({fetching, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if not fetching.done():
            # what the bus sends to a fetch that nobody awaits any more is lost until ack_wait has passed: so the
            # bus is told first, and what was on its way is given back. The library's `unsubscribe` would drop that
            with suppress(nats.errors.Error, OSError):
                await self._client._send_unsubscribe(self._subscription._sub._id)  # noqa: SLF001
                await self._client.flush(timeout=2)
            await asyncio.wait({fetching}, timeout=_SETTLE_SECONDS)
            fetching.cancel()
        try:
            found = await fetching
        except asyncio.CancelledError:
            if fetching.cancelled():
                return None
            raise
        except nats.errors.TimeoutError:
            return None
        except (nats.errors.Error, JetStreamError, OSError) as error:
            telemetry.log.warning("no work could be fetched", reason=repr(error))
            await asyncio.sleep(0.5)
            if isinstance(error, JetStreamError):
                await self._bind()
            return None
        if stopping.done() and found:
            with suppress(nats.errors.Error, OSError):
                await found[0].nak()
            return None
        return found[0] if found else None

    # ---------------------------------------------------------------- one message

    async def _handle(self, message: Msg) -> None:
        attempt = self._attempts()
        async with Delivery(message, self._client, self._ack_wait, lambda: attempt.advances) as delivery:
            request = events_pb2.JobRequested()
            try:
                headers = received(message).headers
                request.ParseFromString(message.data)
            except (ValueError, DecodeError) as error:
                await self._bury(delivery, error)
                return
            with telemetry.incoming(headers, f"consume {DURABLE}", job_id=request.job_id):
                await self._work(delivery, request, attempt)

    async def _work(self, delivery: Delivery, request: events_pb2.JobRequested, attempt: Attempt) -> None:
        # known before the lease is asked for: a cancellation may arrive between the two
        running = _Running(request.attempt, attempt)
        self._running[request.job_id] = running
        try:
            working = asyncio.create_task(self._attempt(delivery, request, attempt))
            lost, given_up = asyncio.create_task(delivery.lost.wait()), asyncio.create_task(self._give_up.wait())
            try:
                await asyncio.wait({working, lost, given_up}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                lost.cancel()
                given_up.cancel()
                finished = working.done()
                working.cancel()
                await asyncio.wait({working})
            if finished:
                working.result()
            elif not delivery.lost.is_set():
                telemetry.log.info("giving the attempt to another worker", attempt=request.attempt)
                await delivery.give_back()
        finally:
            if self._running.get(request.job_id) is running:
                del self._running[request.job_id]

    async def _attempt(self, delivery: Delivery, request: events_pb2.JobRequested, attempt: Attempt) -> None:
        try:
            answer = await self._begin(
                BeginAttemptRequest(job_id=request.job_id, attempt=request.attempt, worker=self._name)
            )
        except AppError as error:
            await self._not_begun(delivery, error)
            return
        if answer.verdict != BeginAttemptVerdict.BEGIN_ATTEMPT_VERDICT_GRANTED:
            telemetry.log.info("attempt not granted", verdict=BeginAttemptVerdict.Name(answer.verdict))
            await delivery.ack()
            return
        telemetry.log.info("attempt begun", attempt=request.attempt, delivery=delivery.deliveries)
        await attempt.run(Lease(request.job_id, request.attempt, answer.lease), _work_of(request, answer))
        await delivery.ack()

    async def _not_begun(self, delivery: Delivery, error: AppError) -> None:
        telemetry.log.warning("attempt could not begin", code=error.code, reason=error.message)
        if error.code == "job_not_found":
            await delivery.ack()
        else:
            await delivery.give_back(retry_delay(delivery.deliveries))

    async def _bury(self, delivery: Delivery, error: Exception) -> None:
        """Keep what cannot be understood where an operator finds it."""
        try:
            await bury(self._js, DURABLE, delivery.message, error)
        except (nats.errors.Error, JetStreamError, OSError):
            await delivery.give_back(retry_delay(delivery.deliveries))
        else:
            await delivery.ack()

    async def _on_cancel(self, message: Msg) -> None:
        event = events_pb2.JobCancelRequested()
        with suppress(DecodeError):
            event.ParseFromString(message.data)
            running = self._running.get(event.job_id)
            if running is not None and running.number == event.attempt:
                telemetry.log.info("cancelling", job_id=event.job_id)
                running.attempt.cancel()

    # ---------------------------------------------------------------- the end

    async def _drain(self) -> None:
        """Let running work end within its grace, then have kept how far it came, and give it back."""
        self._subscription = None
        if self._tasks:
            telemetry.log.info("draining", attempts=len(self._tasks), seconds=self._drain_seconds)
            await asyncio.wait(self._tasks, timeout=self._drain_seconds)
        if saving := [asyncio.create_task(running.attempt.save()) for running in self._running.values()]:
            _, late = await asyncio.wait(saving, timeout=_SAVE_SECONDS)
            for task in late:
                task.cancel()
        self._give_up.set()
        while self._tasks:
            await asyncio.wait(self._tasks)


def _work_of(request: events_pb2.JobRequested, answer: BeginAttemptResponse) -> Work:
    credential = None
    if answer.HasField("credential"):
        credential = Credential(username=answer.credential.username, password=answer.credential.password)
    known = answer.known if answer.HasField("known") else None
    ours = known is not None and (known.engine_version, known.schema_version) == (ENGINE_VERSION, str(SCHEMA_VERSION))
    return Work(
        ignore_revs=request.options.ignore_revs,
        exclude=tuple(request.options.exclude),
        mailmap=answer.people.mailmap,
        kinds=dict(answer.people.kinds),
        known=known if ours else None,
        state=answer.state if answer.HasField("state") else None,
        checkpoint=answer.checkpoint if answer.HasField("checkpoint") else None,
        repository_url=request.repository_url,
        ref=request.ref,
        credential=credential,
        deadline=request.deadline.ToDatetime(tzinfo=UTC) if request.HasField("deadline") else None,
    )


async def _first(task: asyncio.Task[Any], stopping: asyncio.Task[bool]) -> bool:
    """Wait for the task, but no longer than until the worker is to stop; whether the task has ended."""
    await asyncio.wait({task, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if task.done():
        task.result()
        return True
    task.cancel()
    return False
