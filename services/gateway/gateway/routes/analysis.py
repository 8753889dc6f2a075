"""Analyses: submit, follow, read, cancel, retry."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response
from starlette.responses import StreamingResponse

from gateway import problems, reports, repository_wire, schemas, streams, wire
from gateway.negotiation import matches, prefers_event_stream, takes_gzip
from gateway.routes.access import (
    LINK,
    SERVED,
    SIGNED_IN,
    CommandKey,
    Cursor,
    Drain,
    JobId,
    Limit,
    Revocations,
    User,
    Watches,
    clients,
    next_link,
)
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as proto
from kit import rpc
from kit.errors import WrongState

PATH = "/api/v1/analysis"
# revalidated each time: it is private, and a partial report grows
CACHE = "private, no-cache"
ETAG = {"ETag": {"schema": {"type": "string"}, "description": "Digest of the content, for `If-None-Match`."}}
NOT_MODIFIED: dict[int | str, dict[str, Any]] = {
    304: {"description": "The content is the one that `If-None-Match` names.", "headers": ETAG}
}
JOB = (*SIGNED_IN, "not_found", *SERVED)

router = APIRouter(prefix=PATH, tags=["analysis"])
IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", description="`ETag` of what the client has.")]
AcceptEncoding = Annotated[str | None, Header(include_in_schema=False)]


@router.post(
    "",
    operation_id="submitAnalysis",
    summary="Analyse a repository",
    status_code=202,
    responses={
        202: {
            "description": "Accepted; it waits its turn.",
            "headers": {"Location": {"schema": {"type": "string"}, "description": "Address of the analysis."}},
        },
        **problems.answers(
            "malformed_body", *SIGNED_IN, "conflict", "body_too_large", "invalid_input", "limit_reached", *SERVED
        ),
    },
)
async def submit(
    *,
    user: User,
    request: Request,
    response: Response,
    body: schemas.SubmitAnalysis,
    key: CommandKey,
) -> schemas.Job:
    """Follow it at `GET /api/v1/analysis/{job_id}/events`."""
    reply = await rpc.call(
        clients(request).jobs.SubmitAnalysis,
        proto.SubmitAnalysisRequest(
            repository_url=body.repo_url,
            ref=body.ref or "",
            options=repository_wire.options_message(body.options),
            people=repository_wire.people_message(body.options),
            idempotency_key=key,
        ),
        user_id=user.user_id,
    )
    response.headers["Location"] = f"{PATH}/{reply.job.id}"
    return wire.job(reply.job)


@router.get(
    "",
    operation_id="listAnalyses",
    summary="Your analyses, newest first",
    responses={200: {"headers": LINK}, **problems.answers(*SIGNED_IN, "invalid_input", *SERVED)},
)
async def listing(
    *,
    user: User,
    request: Request,
    response: Response,
    limit: Limit = 20,
    cursor: Cursor = None,
    status: Annotated[schemas.JobStatus | None, Query(description="Only analyses that stand there.")] = None,
) -> schemas.JobPage:
    """One page."""
    reply = await rpc.call(
        clients(request).jobs.ListJobs,
        proto.ListJobsRequest(page_size=limit, page_token=cursor or "", state=wire.state(status)),
        user_id=user.user_id,
    )
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(PATH, following, limit=limit, status=status)
    return schemas.JobPage(items=[wire.job(item) for item in reply.jobs], next_cursor=following)


@router.get(
    "/{job_id}", operation_id="getAnalysis", summary="Where an analysis stands", responses=problems.answers(*JOB)
)
async def detail(user: User, request: Request, job_id: JobId) -> schemas.Job:
    """Its state, progress and error."""
    reply = await rpc.call(clients(request).jobs.GetJob, proto.GetJobRequest(job_id=job_id), user_id=user.user_id)
    return wire.job(reply.job)


@router.post(
    "/{job_id}/cancel",
    operation_id="cancelAnalysis",
    summary="Stop an analysis",
    status_code=202,
    responses=problems.answers(*JOB, "wrong_state", "conflict", "invalid_input"),
)
async def cancel(user: User, request: Request, job_id: JobId, key: CommandKey) -> schemas.Job:
    """A running attempt is told to stop: the state is CANCELLED once it has. An analysis that has ended: 409."""
    asked = proto.CancelJobRequest(job_id=job_id)
    reply = await rpc.call(clients(request).jobs.CancelJob, asked, user_id=user.user_id, idempotency_key=key)
    return wire.job(reply.job)


@router.post(
    "/{job_id}/retry",
    operation_id="retryAnalysis",
    summary="Try again",
    status_code=202,
    responses=problems.answers(*JOB, "wrong_state", "conflict", "invalid_input", "limit_reached"),
)
async def retry(user: User, request: Request, job_id: JobId, key: CommandKey) -> schemas.Job:
    """A new attempt of an analysis that failed, expired or was cancelled; 409 otherwise."""
    asked = proto.RetryJobRequest(job_id=job_id)
    reply = await rpc.call(clients(request).jobs.RetryJob, asked, user_id=user.user_id, idempotency_key=key)
    return wire.job(reply.job)


@router.get(
    "/{job_id}/result",
    operation_id="getReport",
    summary="The report",
    response_model=schemas.Report,
    responses={200: {"headers": ETAG}, **NOT_MODIFIED, **problems.answers(*JOB, "report_not_ready")},
)
async def report(user: User, request: Request, job_id: JobId, if_none_match: IfNoneMatch = None) -> Response:
    """Every section that is ready: a partial report while the analysis runs, the whole one once it has completed."""
    ready = await rpc.call(clients(request).jobs.GetReport, proto.GetReportRequest(job_id=job_id), user_id=user.user_id)
    if not ready.sections:
        raise WrongState(problems.CATALOGUE["report_not_ready"].example, code="report_not_ready")
    tag = reports.report_tag(ready)
    headers = {"ETag": f'"{tag}"', "Cache-Control": CACHE}
    if matches(if_none_match, tag):
        return Response(status_code=304, headers=headers)
    content = await reports.assemble(clients(request), user_id=user.user_id, report=ready)
    return Response(content, headers=headers, media_type="application/json")


@router.get(
    "/{job_id}/result/{section}",
    operation_id="getReportSection",
    summary="One section of the report",
    responses={
        200: {
            "description": "The section, by its own schema. Stored compressed, and sent so to who accepts gzip.",
            "content": {"application/json": {"schema": {"type": "object"}, "example": {"commits": 5415}}},
            "headers": ETAG,
        },
        **NOT_MODIFIED,
        **problems.answers(*JOB, "section_not_ready"),
    },
    response_class=Response,
)
async def section(
    *,
    user: User,
    request: Request,
    job_id: JobId,
    section: Annotated[str, Path(description="Name of the section.", examples=["overview"])],
    if_none_match: IfNoneMatch = None,
    accept_encoding: AcceptEncoding = None,
) -> Response:
    """Its `ETag` is the SHA-256 of its content, so it never changes once the analysis has completed."""
    opened = await reports.open_section(clients(request), user_id=user.user_id, job_id=job_id, name=section)
    passed_through = opened.blob.encoding == reports.GZIP and takes_gzip(accept_encoding)
    tag = opened.blob.sha256
    headers = {"ETag": f'"{tag}"', "Cache-Control": CACHE, "Vary": "Accept-Encoding"}
    if passed_through:
        headers["Content-Encoding"] = reports.GZIP
    if matches(if_none_match, tag):
        await opened.close()
        return Response(status_code=304, headers=headers)
    if passed_through:
        body = opened.stored()
    else:
        headers["Content-Length"] = str(opened.blob.size)
        body = opened.plain()
    return StreamingResponse(body, headers=headers, media_type=opened.blob.media_type or "application/json")


@router.get(
    "/{job_id}/events",
    operation_id="followAnalysis",
    summary="Live events, or the history",
    response_model=schemas.JobHistory,
    responses={
        200: {
            "description": "With `Accept: text/event-stream` a stream of `state`, `section` and `progress` events that "
            "ends after the final state; otherwise the history as JSON.",
            "content": {
                "text/event-stream": {
                    "schema": {"type": "string"},
                    "example": 'id: 3\nevent: state\ndata: {"version":3,"type":"JobStarted","recorded_at":'
                    '"2026-11-23T09:30:01Z","data":{"attempt":1},"job":{"id":"…","status":"PROCESSING"}}\n\n',
                }
            },
        },
        **problems.answers(*JOB, "invalid_input"),
    },
)
async def follow(
    *,
    request: Request,
    user: User,
    drain: Drain,
    revocations: Revocations,
    watches: Watches,
    job_id: JobId,
    last_event_id: Annotated[
        str | None,
        Header(
            alias="Last-Event-ID",
            pattern=r"^[0-9]{0,18}$",
            description="Id of the last event that the client has: the stream goes on after it.",
        ),
    ] = None,
) -> Response | schemas.JobHistory:
    """`section` tells that a section is ready, `state` every other event of the history, `progress` where the work
    stands (without an id: it is not history). A comment comes every 15 seconds. The stream also ends when the access
    token expires and when the server is replaced: go on with `Last-Event-ID` until `job.status` is final.
    """
    if not prefers_event_stream(request.headers.get("accept")):
        history = await rpc.call(
            clients(request).jobs.ListJobEvents, proto.ListJobEventsRequest(job_id=job_id), user_id=user.user_id
        )
        return schemas.JobHistory(items=[wire.job_event(item) for item in history.events])
    # refuses before the stream begins: afterwards there is no status left to answer with
    await rpc.call(clients(request).jobs.GetJob, proto.GetJobRequest(job_id=job_id), user_id=user.user_id)
    return streams.EventStream(watches, drain, revocations, user=user, job_id=job_id, after=int(last_event_id or 0))
