"""Two reports beside each other: of one repository through time, or of two repositories."""

import asyncio
import hashlib
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response

from gateway import problems
from gateway.clients import Clients
from gateway.exports import CACHE, EDITION, whole
from gateway.negotiation import matches
from gateway.reports import OwnReport, report_tag
from gateway.routes.access import (
    SERVED,
    SIGNED_IN,
    User,
    canonical,
    clients,
    path_id,
)
from gateway.routes.exports import IfNoneMatch
from gateway.schemas import JOB_ID
from gateway.wire import status
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as proto
from kit import rpc
from kit.errors import InvalidInput, NotFound, WrongState
from reports.comparison.model import Comparison, SideBySide

_SECTIONS = ("overview", "stack", "ownership", "contributors", "survival", "hotspots", "coupling")
_ETAG = {"ETag": {"schema": {"type": "string"}, "description": "Digest of the content, for `If-None-Match`."}}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"headers": _ETAG},
    304: {"description": "The content is the one that `If-None-Match` names.", "headers": _ETAG},
    **problems.answers(
        *SIGNED_IN, "not_found", "report_not_ready", "report_too_large", "invalid_input", "exports_busy", *SERVED
    ),
}
# before the routes of one analysis, whose id could be called `compare` else
router = APIRouter(prefix="/api/v1", tags=["analysis"])


def _analysis(text: str | None) -> str:
    try:
        return str(UUID(text or ""))
    except ValueError:
        raise NotFound("There is no analysis with this id, or it is not yours.") from None


def _query(description: str) -> Any:
    return Query(description=description, examples=[JOB_ID], max_length=64)


RepositoryId = Annotated[
    str,
    path_id("The repository that you follow."),
    canonical("There is no such repository.", code="repository_not_found"),
]


@router.get(
    "/analysis/compare",
    operation_id="compareRepositories",
    summary="Two repositories side by side",
    response_model=SideBySide,
    responses=_ANSWERS,
)
async def beside(
    *,
    request: Request,
    user: User,
    left: Annotated[str, _query("A completed analysis of yours.")],
    right: Annotated[str, _query("Another one.")],
    if_none_match: IfNoneMatch = None,
) -> Response:
    """Figures of both, and what they have in common: languages, people, dependencies. What makes the figures
    incomparable stands first, in `caveats`.
    """
    pair = await _pair(clients(request), user.user_id, _analysis(left), _analysis(right))
    return await _made(request, "side-by-side", pair, if_none_match)


@router.get(
    "/repositories/{repository_id}/compare",
    operation_id="compareAnalyses",
    summary="What changed in a repository",
    response_model=Comparison,
    responses=_ANSWERS,
)
async def changes(
    *,
    request: Request,
    user: User,
    repository_id: RepositoryId,
    base: Annotated[str | None, _query("Analysis to compare from; without it, the last but one.")] = None,
    head: Annotated[str | None, _query("Analysis to compare with; without it, the newest completed one.")] = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """What changed from `base` to `head`, and why its figures moved: who came to know files, who left, which packages
    came. What makes figures differ although nothing in the repository did (options, another version of the engine)
    stands first, in `caveats`.
    """
    asked = proto.GetRepositoryRequest(repository_id=repository_id)
    found = (await rpc.call(clients(request).jobs.GetRepository, asked, user_id=user.user_id)).repository
    newest = [] if base and head else await _newest(clients(request), user.user_id, found)
    if head is None:
        head = newest.pop(0) if newest else None
    if base is None:
        base = next((each for each in newest if each != head), None)
    if base is None or head is None:
        raise WrongState("There are no two completed analyses of this repository yet.", code="report_not_ready")
    pair = await _pair(clients(request), user.user_id, _analysis(base), _analysis(head))
    for name, source in zip(("base", "head"), pair, strict=True):
        if source.report.job.repository_url != found.repository_url:
            sentence = "This analysis is of another repository."
            raise InvalidInput(sentence, fields={name: sentence})
    return await _made(request, "compare", pair, if_none_match)


async def _newest(clients: Clients, user_id: str, repository: proto.Repository) -> list[str]:
    """Ids of the last completed analyses as they are made by themselves, newest first."""
    request = proto.ListReportsRequest(
        repository_url=repository.repository_url, ref=repository.settings.branch, page_size=3
    )
    return [job.id for job in (await rpc.call(clients.jobs.ListReports, request, user_id=user_id)).jobs]


async def _pair(clients: Clients, user_id: str, *job_ids: str) -> list[OwnReport]:
    pair = await asyncio.gather(*(OwnReport.of(clients, user_id=user_id, job_id=each) for each in job_ids))
    for source in pair:
        if not source.report.HasField("head"):
            job = source.report.job
            text = f"The analysis {job.id} has not completed: it is {status(job.state)}."
            raise WrongState(text, code="report_not_ready")
    return list(pair)


async def _made(request: Request, form: str, pair: list[OwnReport], if_none_match: str | None) -> Response:
    tags = [report_tag(source.report) for source in pair]
    tag = hashlib.sha256("\n".join((form, *tags, EDITION)).encode()).hexdigest()
    headers = {"ETag": f'"{tag}"', "Cache-Control": CACHE}
    if matches(if_none_match, tag):
        return Response(status_code=304, headers=headers)
    parts = []
    for source in pair:
        there = [ref.section for ref in source.report.sections if ref.section in _SECTIONS]
        parts.append(await whole(source, there))
    made = await request.app.state.renderer.make(form, of=b"[" + b",".join(parts) + b"]")
    return Response(made, headers=headers, media_type="application/json")
