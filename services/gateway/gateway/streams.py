"""Live events of a job as server-sent events: the history after a version, then what is new, to the end.

However many clients follow a job, jobs is asked once: what it tells is rendered once and read by all of them. A stream
that waits is one task and one event, for there are thousands.
"""

from __future__ import annotations

import asyncio
import json
import time
from bisect import bisect_right
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from sse_starlette import ServerSentEvent
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from gateway import wire
from gateway.clients import Clients
from gateway.revocations import Revocations
from gateway.tokens import Principal
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import rpc, telemetry
from kit.errors import AppError

HEARTBEAT_SECONDS = 15.0
_HEARTBEAT = b": heartbeat\n\n"


class Drain:
    """Tells open streams that this process is to end, so that their clients resume at another."""

    def __init__(self) -> None:
        self.stopping = False
        self._bells: set[asyncio.Event] = set()

    def begin(self) -> None:
        self.stopping = True
        for bell in self._bells:
            bell.set()

    @contextmanager
    def ringing(self, bell: asyncio.Event) -> Iterator[None]:
        """Set the event when the process is to end."""
        self._bells.add(bell)
        try:
            yield
        finally:
            self._bells.discard(bell)


class Watch:
    """What is known of one job, and grows: its history, rendered, and the progress since."""

    def __init__(self) -> None:
        self.versions: list[int] = []
        self.events: list[bytes] = []
        self.progress = b""
        self.told = 0
        """Number of the last progress."""
        self.ended = False
        self.bells: set[asyncio.Event] = set()

    def add(self, update: jobs.WatchJobResponse) -> None:
        if update.HasField("event"):
            self.versions.append(update.event.version)
            self.events.append(event(update).encode())
            self.progress = b""
        else:
            self.progress = event(update).encode()
            self.told += 1
        self.ring()

    def ring(self) -> None:
        for bell in self.bells:
            bell.set()


class Watches:
    """One watch of each job that somebody follows; jobs are their owners' alone, so each is of one user."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients
        self._open: dict[tuple[str, str], tuple[Watch, asyncio.Task[None]]] = {}

    @asynccontextmanager
    async def following(self, user_id: str, job_id: str, bell: asyncio.Event) -> AsyncIterator[Watch]:
        """The watch of a job that the user may see; the event is set whenever it has grown."""
        key = (user_id, job_id)
        if key not in self._open:
            watch = Watch()
            self._open[key] = (watch, asyncio.create_task(self._read(watch, key)))
        watch, reading = self._open[key]
        watch.bells.add(bell)
        try:
            yield watch
        finally:
            watch.bells.discard(bell)
            if not watch.bells:
                reading.cancel()
                self._forget(watch, key)

    def _forget(self, watch: Watch, key: tuple[str, str]) -> None:
        if key in self._open and self._open[key][0] is watch:
            del self._open[key]

    async def _read(self, watch: Watch, key: tuple[str, str]) -> None:
        user_id, job_id = key
        try:
            async for update in rpc.stream(
                self._clients.jobs.WatchJob, jobs.WatchJobRequest(job_id=job_id), user_id=user_id
            ):
                watch.add(update)
        except AppError as error:
            # streams have begun: ending them makes their clients resume after the last id they saw
            telemetry.log.warning("event stream broken off", code=error.code, reason=error.message)
        finally:
            self._forget(watch, key)
            watch.ended = True
            watch.ring()


def event(update: jobs.WatchJobResponse) -> ServerSentEvent:
    """One update: `section` when a section is ready, `state` for the rest of the history, else `progress`.

    What comes from the history carries its version as id, for `Last-Event-ID`.
    """
    job = wire.job(update.job)
    if not update.HasField("event"):
        progress = job.progress.model_dump(mode="json") if job.progress else None
        return _message("progress", {"progress": progress, "job_id": job.id})
    recorded = wire.job_event(update.event)
    data = recorded.model_dump(mode="json", include={"version", "type", "recorded_at", "data"})
    name = "section" if recorded.type == "SectionCompleted" else "state"
    return _message(name, {**data, "job": job.model_dump(mode="json")}, id=recorded.version)


def _message(name: str, data: dict[str, Any], *, id: int | None = None) -> ServerSentEvent:  # noqa: A002 the field's name
    return ServerSentEvent(event=name, data=_json(data), id=None if id is None else str(id), sep="\n")


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, separators=(",", ":"))


class EventStream(Response):
    """A `text/event-stream` with a comment every fifteen seconds, to keep proxies from closing it.

    It ends with the job's final state, when the client has gone, when the process is to end, and when who asked may not
    ask any more: the token has expired, or was revoked.
    """

    media_type = "text/event-stream"

    def __init__(
        self, watches: Watches, drain: Drain, revocations: Revocations, *, user: Principal, job_id: str, after: int
    ) -> None:
        super().__init__(headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._watches, self._drain, self._revocations = watches, drain, revocations
        self._user, self._job_id, self._after = user, job_id, after

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 as ASGI has it
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
        bell = asyncio.Event()
        gone = asyncio.ensure_future(_disconnected(receive))
        gone.add_done_callback(lambda _: bell.set())
        try:
            with self._drain.ringing(bell), self._revocations.ringing(bell, self._user):
                async with self._watches.following(self._user.user_id, self._job_id, bell) as watch:
                    await self._stream(watch, bell, gone, send)
        finally:
            gone.cancel()
        if not gone.done() or gone.cancelled():
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _stream(self, watch: Watch, bell: asyncio.Event, gone: asyncio.Future[None], send: Send) -> None:
        after, told = self._after, 0
        loop = asyncio.get_running_loop()
        while True:
            bell.clear()
            pieces = watch.events[bisect_right(watch.versions, after) :]
            after = max([after, *watch.versions[-1:]])
            if watch.told != told and watch.progress:
                pieces.append(watch.progress)
            told = watch.told
            if pieces:
                await _send(send, b"".join(pieces))
            if bell.is_set():
                continue  # it has grown meanwhile
            if watch.ended or gone.done() or self._drain.stopping or self._revocations.refuses(self._user):
                return
            left = self._user.expires_at.timestamp() - time.time()
            if left <= 0:
                return
            alarm = loop.call_later(min(HEARTBEAT_SECONDS, left), bell.set)
            waited_since = loop.time()
            await bell.wait()
            alarm.cancel()
            if loop.time() - waited_since >= HEARTBEAT_SECONDS:
                await _send(send, _HEARTBEAT)


async def _send(send: Send, body: bytes) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": True})


async def _disconnected(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
