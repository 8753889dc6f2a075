"""Reports as files: which forms there are, and how one is made of a report within bounds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Collection
from contextlib import aclosing
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from typing import Protocol

from fastapi import Response
from starlette.responses import StreamingResponse

from gateway.negotiation import matches
from gateway.rendering import Renderer
from gateway.reports import Section, report_tag
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit.errors import InvalidInput, NotFound, WrongState
from reports.tables.catalogue import CATALOGUE
from reports.text import file_stem

LARGEST_BYTES = 16 * 1024 * 1024
"""Of JSON that other forms are made of; larger reports can be had as JSON only."""
# revalidated each time: it is private, and may be another one tomorrow where it follows a repository
CACHE = "private, no-cache"
_HEAD = "head"
EDITION = version("gitstrata-reports")


class Format(StrEnum):
    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"
    CYCLONEDX = "cyclonedx"
    SPDX = "spdx"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Form:
    """How a format is called in a file's name and in HTTP; `table`: for one table alone."""

    extension: str
    media_type: str
    sections: frozenset[str] | None = None
    """What it is made of; None: everything."""


_FORMS = {
    Format.JSON: Form("json", "application/json"),
    Format.CSV: Form("csv.zip", "application/zip"),
    Format.PARQUET: Form("parquet.zip", "application/zip"),
    Format.CYCLONEDX: Form("cdx.json", "application/vnd.cyclonedx+json; version=1.6", frozenset({"stack"})),
    Format.SPDX: Form("spdx.json", "application/spdx+json", frozenset({"stack"})),
    Format.HTML: Form("html", "text/html"),
}
_OF_ONE_TABLE = {
    Format.CSV: ("csv", "text/csv; header=present"),
    Format.PARQUET: ("parquet", "application/vnd.apache.parquet"),
}


class Source(Protocol):
    """A report that may be read, by whatever right."""

    @property
    def report(self) -> jobs.GetReportResponse:
        """Where it stands, and the sections that may be read."""
        ...

    async def open(self, name: str) -> Section:
        """One of them, or `head`."""
        ...


def form_of(format_: Format, table: str | None) -> Form:
    """The form that is asked for. InvalidInput for a table that there is not."""
    if table is None:
        return _FORMS[format_]
    if format_ not in _OF_ONE_TABLE:
        raise _no_table("Only csv and parquet have tables.")
    if table not in CATALOGUE:
        raise _no_table(f"There is no such table. There are {', '.join(CATALOGUE)}.")
    extension, media_type = _OF_ONE_TABLE[format_]
    return Form(f"{table}.{extension}", media_type, frozenset({CATALOGUE[table].section}))


def _no_table(sentence: str) -> InvalidInput:
    return InvalidInput(sentence, fields={"table": sentence})


async def export(
    source: Source,
    renderer: Renderer,
    *,
    format_: Format,
    table: str | None,
    if_none_match: str | None,
    for_others: str = "",
) -> Response:
    """The report in a form, as a file to keep; 304 where the client has it.

    `for_others` says how it is to be shown to others than its owner: `with-addresses` or `without-addresses`.
    """
    report, form = source.report, form_of(format_, table)
    if not report.HasField("head"):
        raise WrongState("The analysis has not completed, so there is nothing to export.", code="report_not_ready")
    there = [ref.section for ref in report.sections]
    if missing := (form.sections or frozenset()) - set(there):
        raise NotFound(f"The report has no section '{min(missing)}'.", code="section_not_ready")
    tag = hashlib.sha256(
        "\n".join((report_tag(report), format_, table or "", for_others, EDITION)).encode()
    ).hexdigest()
    name = report.job.repository_url.rstrip("/").rpartition("/")[2].removesuffix(".git")
    stem = file_stem(f"{name}-{report.job.commit[:12]}")
    headers = {
        "ETag": f'"{tag}"',
        "Cache-Control": CACHE,
        "Content-Disposition": f'attachment; filename="{stem}.{form.extension}"',
    }
    if matches(if_none_match, tag):
        return Response(status_code=304, headers=headers)
    wanted = [name for name in there if form.sections is None or name in form.sections]
    if format_ is Format.JSON and not for_others:
        return StreamingResponse(written(source, wanted), headers=headers, media_type=form.media_type)
    options = [*(("--table", table) if table else ()), *(("--for-others", for_others) if for_others else ())]
    made = await renderer.make(format_, *options, of=await whole(source, wanted))
    return Response(made, headers=headers, media_type=form.media_type)


async def whole(source: Source, sections: Collection[str]) -> bytes:
    """The report with these sections in memory. WrongState where that would be too much of it."""
    sizes = {ref.section: ref.blob.size for ref in source.report.sections}
    if sum(sizes[name] for name in sections) > LARGEST_BYTES:
        raise WrongState("This report is too large for this form of it.", code="report_too_large")
    return b"".join([piece async for piece in written(source, sections)])


async def written(source: Source, sections: Collection[str]) -> AsyncIterator[bytes]:
    """The report as JSON, piece by piece: the engine's own bytes of head and sections, spliced without parsing them."""
    head = await source.open(_HEAD)
    async with aclosing(head.plain()) as pieces:
        opening = b"".join([piece async for piece in pieces])
    yield opening[:-1] + b',"sections":{'
    for number, name in enumerate(sections):
        yield (b"," if number else b"") + json.dumps(name).encode() + b":"
        section = await source.open(name)
        async with aclosing(section.plain()) as pieces:
            async for piece in pieces:
                yield piece
    yield b"}}"
