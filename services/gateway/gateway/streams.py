"""Live events of a job as server-sent events: the history after a version, then what is new, to the end."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

from sse_starlette import ServerSentEvent
from sse_starlette.sse import EventSourceResponse

from gateway import wire
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import telemetry
from kit.errors import AppError

HEARTBEAT_SECONDS = 15
_LONGEST_SECONDS = 86_400.0
Item = TypeVar("Item")


class Drain:
    """Tells open streams that this process is to end, so that their clients resume at another."""

    def __init__(self) -> None:
        self._stopping = asyncio.Event()

    @property
    def stopping(self) -> bool:
        return self._stopping.is_set()

    def begin(self) -> None:
        self._stopping.set()

    async def until(
        self, source: AsyncIterator[Item], ends_at: datetime, revoked: Coroutine[Any, Any, None]
    ) -> AsyncIterator[Item]:
        """The items of `source` until it ends, the process is to end, `ends_at` has come or `revoked` has returned."""
        ends = [asyncio.ensure_future(self._stopping.wait()), asyncio.ensure_future(revoked)]
        upcoming: asyncio.Future[Item] | None = None
        try:
            while True:
                upcoming = asyncio.ensure_future(_next(source))
                left = (ends_at - datetime.now(UTC)).total_seconds()
                waited = {upcoming, *ends}
                await asyncio.wait(
                    waited, timeout=min(_LONGEST_SECONDS, max(0, left)), return_when=asyncio.FIRST_COMPLETED
                )
                if not upcoming.done() or ends[1].done():
                    return
                try:
                    item = upcoming.result()
                except StopAsyncIteration:
                    return
                yield item
        finally:
            for end in ends:
                end.cancel()
            if upcoming is not None and not upcoming.done():
                upcoming.cancel()
                await asyncio.gather(upcoming, return_exceptions=True)
            close = getattr(source, "aclose", None)
            if close is not None:
                await close()


async def _next(source: AsyncIterator[Item]) -> Item:
    return await anext(source)


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


async def _events(updates: AsyncIterator[jobs.WatchJobResponse]) -> AsyncIterator[ServerSentEvent]:
    try:
        async for update in updates:
            yield event(update)
    except AppError as error:
        # the stream has begun: ending it makes the client resume after the last id it saw
        telemetry.log.warning("event stream broken off", code=error.code, reason=error.message)


def response(updates: AsyncIterator[jobs.WatchJobResponse]) -> EventSourceResponse:
    """The updates as a `text/event-stream`, with a comment every fifteen seconds to keep proxies from closing it."""
    return EventSourceResponse(
        _events(updates),
        sep="\n",
        ping=HEARTBEAT_SECONDS,
        ping_message_factory=lambda: ServerSentEvent(comment="heartbeat", sep="\n"),
    )
