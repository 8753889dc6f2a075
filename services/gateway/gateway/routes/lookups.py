"""One file and one person of a report."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Sequence
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel

from gateway import lookup_schemas, lookups, problems, reports
from gateway.clients import Clients
from gateway.negotiation import matches
from gateway.routes.access import (
    JobId,
    User,
    clients,
)
from gateway.routes.analysis import CACHE, ETAG, JOB, NOT_MODIFIED, PATH, IfNoneMatch
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as proto
from kit import rpc
from kit.errors import NotFound, WrongState

_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"headers": ETAG},
    **NOT_MODIFIED,
    **problems.answers(*JOB, "report_not_ready"),
}
Detail = TypeVar("Detail", bound=BaseModel)

router = APIRouter(prefix=PATH, tags=["analysis"])


@router.get(
    "/{job_id}/files/{path:path}",
    operation_id="getReportFile",
    summary="One file of the report",
    response_model=lookup_schemas.FileDetail,
    responses=_ANSWERS,
)
async def file(
    *,
    user: User,
    request: Request,
    job_id: JobId,
    path: Annotated[str, Path(description="From the root of the repository.", examples=["src/flask/app.py"])],
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Whose it is, how old, how often and by how many it was changed, and what changes with it."""
    report = await _report(clients(request), user.user_id, job_id)
    tag = _tag(report, lookups.OF_FILES, path)
    if matches(if_none_match, tag):
        return _answer(tag, None)
    sections = await _sections(clients(request), user.user_id, report, lookups.OF_FILES)
    found = await asyncio.to_thread(_found, sections, lookups.file, path, lookup_schemas.FileDetail)
    if found is None:
        raise NotFound("This report lists no file of this path.", code="file_not_found")
    return _answer(tag, found)


@router.get(
    "/{job_id}/people/{person}",
    operation_id="getReportPerson",
    summary="One person of the report",
    response_model=lookup_schemas.PersonDetail,
    responses=_ANSWERS,
)
async def person(
    *,
    user: User,
    request: Request,
    job_id: JobId,
    person: Annotated[str, Path(description="Their id in the report.", examples=["p1"])],
    if_none_match: IfNoneMatch = None,
) -> Response:
    """What they wrote, what of it is still there, and where they are the one to ask."""
    report = await _report(clients(request), user.user_id, job_id)
    tag = _tag(report, lookups.OF_PEOPLE, person)
    if matches(if_none_match, tag):
        return _answer(tag, None)
    sections = await _sections(clients(request), user.user_id, report, lookups.OF_PEOPLE)
    found = await asyncio.to_thread(_found, sections, lookups.person, person, lookup_schemas.PersonDetail)
    if found is None:
        raise NotFound("This report knows nobody of this id.", code="person_not_found")
    return _answer(tag, found)


async def _report(clients: Clients, user_id: str, job_id: str) -> proto.GetReportResponse:
    report = await rpc.call(clients.jobs.GetReport, proto.GetReportRequest(job_id=job_id), user_id=user_id)
    if not report.sections:
        raise WrongState(problems.CATALOGUE["report_not_ready"].example, code="report_not_ready")
    return report


def _tag(report: proto.GetReportResponse, wanted: Sequence[str], what: str) -> str:
    """Digest of what the answer is made of."""
    parts = [f"{ref.section}={ref.blob.sha256}" for ref in report.sections if ref.section in wanted]
    return hashlib.sha256("\n".join([*parts, what]).encode()).hexdigest()


async def _sections(
    clients: Clients, user_id: str, report: proto.GetReportResponse, wanted: Sequence[str]
) -> dict[str, bytes]:
    names = [ref.section for ref in report.sections if ref.section in wanted]
    reading = (reports.whole(clients, user_id=user_id, job_id=report.job.id, name=name) for name in names)
    return dict(zip(names, await asyncio.gather(*reading), strict=True))


def _found(
    sections: dict[str, bytes],
    look_up: Callable[[lookups.Sections, str], dict[str, Any] | None],
    what: str,
    schema: type[Detail],
) -> bytes | None:
    """Sections may have megabytes: parsing them belongs into a thread."""
    fields = look_up({name: json.loads(content) for name, content in sections.items()}, what)
    return None if fields is None else schema.model_validate(fields).model_dump_json().encode()


def _answer(tag: str, content: bytes | None) -> Response:
    headers = {"ETag": f'"{tag}"', "Cache-Control": CACHE}
    if content is None:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/json")
