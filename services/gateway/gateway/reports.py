"""Sections of a report on their way from jobs to a client: chunks as stored, or decoded for who wants them plain."""

from __future__ import annotations

import asyncio
import hashlib
import json
import zlib
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import aclosing
from dataclasses import dataclass
from typing import Self, cast

from gateway import wire
from gateway.clients import Clients
from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import rpc
from kit.errors import AppError, Internal

GZIP = "gzip"
_HEAD = "head"
READ_TIMEOUT_SECONDS = 120
_PIECE_BYTES = 256 * 1024
_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Section:
    """An open section: what it is, and its bytes as stored. Read it to its end or close it."""

    blob: analyzer.BlobRef
    first: bytes
    rest: AsyncGenerator[jobs.ReadSectionResponse]

    async def close(self) -> None:
        await self.rest.aclose()

    async def stored(self) -> AsyncGenerator[bytes]:
        """The bytes as they are stored, encoded as `blob.encoding` says."""
        try:
            if self.first:
                yield self.first
            async for reply in self.rest:
                yield reply.chunk
        finally:
            await self.close()

    async def plain(self) -> AsyncGenerator[bytes]:
        """The content, decoded piece by piece and never beyond the size that its reference promises."""
        decoder = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if self.blob.encoding == GZIP else None
        size = 0
        async with aclosing(self.stored()) as chunks:
            async for chunk in chunks:
                for piece in _decoded(decoder, chunk) if decoder else (chunk,):
                    size += len(piece)
                    if size > self.blob.size:
                        raise _damaged()
                    yield piece
        if size != self.blob.size:
            raise _damaged()


def _decoded(decoder: zlib._Decompress, chunk: bytes) -> Iterator[bytes]:
    """Bounded pieces, so that a small chunk cannot become a huge one at once."""
    while chunk:
        yield decoder.decompress(chunk, _PIECE_BYTES)
        chunk = decoder.unconsumed_tail


def _damaged() -> Internal:
    return Internal("A section of this report is damaged. It has been recorded.", code="section_damaged")


async def open_section(clients: Clients, *, user_id: str, job_id: str, name: str) -> Section:
    """Open a section; NotFound when it is not there, before anything is sent."""
    request = jobs.ReadSectionRequest(job_id=job_id, section=name)
    return await opened(rpc.stream(clients.jobs.ReadSection, request, user_id=user_id, timeout=READ_TIMEOUT_SECONDS))


async def opened(stream: AsyncIterator[jobs.ReadSectionResponse]) -> Section:
    """The section that a stream of `jobs` brings; what `jobs` refuses is raised before anything is sent."""
    replies = cast("AsyncGenerator[jobs.ReadSectionResponse]", stream)
    try:
        first = await anext(replies)
    except StopAsyncIteration:
        raise Internal("Something went wrong on our side. It has been recorded.") from None
    return Section(blob=first.blob, first=first.chunk, rest=replies)


async def whole(clients: Clients, *, user_id: str, job_id: str, name: str) -> bytes:
    """The content of a section, decoded."""
    section = await open_section(clients, user_id=user_id, job_id=job_id, name=name)
    async with aclosing(section.plain()) as pieces:
        return b"".join([piece async for piece in pieces])


@dataclass(frozen=True, slots=True)
class OwnReport:
    """A report of the calling user's."""

    clients: Clients
    user_id: str
    report: jobs.GetReportResponse

    @classmethod
    async def of(cls, clients: Clients, *, user_id: str, job_id: str) -> Self:
        """NotFound when it is not theirs."""
        request = jobs.GetReportRequest(job_id=job_id)
        return cls(clients, user_id, await rpc.call(clients.jobs.GetReport, request, user_id=user_id))

    async def open(self, name: str) -> Section:
        return await open_section(self.clients, user_id=self.user_id, job_id=self.report.job.id, name=name)


def report_tag(report: jobs.GetReportResponse) -> str:
    """Digest of what the assembled report is made of: it changes when and only when the report does."""
    parts = [report.job.repository_url, report.head.sha256]
    parts += [f"{ref.section}={ref.blob.sha256}" for ref in report.sections]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


async def assemble(clients: Clients, *, user_id: str, report: jobs.GetReportResponse) -> bytes:
    """The whole report as JSON: the engine's own bytes of head and sections, spliced without parsing them."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def read(name: str) -> bytes:
        async with gate:
            return await whole(clients, user_id=user_id, job_id=report.job.id, name=name)

    names = [ref.section for ref in report.sections]
    try:
        async with asyncio.TaskGroup() as group:
            head = group.create_task(read(_HEAD)) if report.HasField("head") else None
            reading = [group.create_task(read(name)) for name in names]
    except* AppError as failed:
        raise failed.exceptions[0] from None
    opening = head.result() if head else wire.unfinished_head(report.job).model_dump_json().encode()
    sections = b",".join(
        json.dumps(name).encode() + b":" + task.result() for name, task in zip(names, reading, strict=True)
    )
    return opening[:-1] + b',"sections":{' + sections + b"}}"
