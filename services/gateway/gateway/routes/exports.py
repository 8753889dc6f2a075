"""Reports as files to keep."""

from typing import Annotated, Any

from fastapi import APIRouter, Header, Path, Query, Request, Response

from gateway import problems
from gateway.exports import Format, export
from gateway.reports import OwnReport
from gateway.routes.access import (
    SERVED,
    SIGNED_IN,
    JobId,
    User,
    clients,
)
from reports.tables.catalogue import CATALOGUE

router = APIRouter(prefix="/api/v1/analysis", tags=["analysis"])
IfNoneMatch = Annotated[str | None, Header(alias="If-None-Match", description="`ETag` of what the client has.")]
FormatName = Annotated[Format, Path(alias="format", description="What to make of the report.")]
TableName = Annotated[
    str | None,
    Query(description=f"One table alone, of `csv` and `parquet`: {', '.join(CATALOGUE)}. Without it, all in a zip."),
]
EXPORTED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The file.",
        "content": {
            media_type: {"schema": {"type": "string", "format": "binary"}}
            for media_type in (
                "application/json",
                "application/zip",
                "text/csv",
                "application/vnd.apache.parquet",
                "application/vnd.cyclonedx+json",
                "application/spdx+json",
                "text/html",
            )
        },
        "headers": {
            "ETag": {"schema": {"type": "string"}, "description": "Digest of the content, for `If-None-Match`."},
            "Content-Disposition": {"schema": {"type": "string"}, "description": "A name for the file."},
        },
    },
    304: {
        "description": "The content is the one that `If-None-Match` names.",
        "headers": {"ETag": {"schema": {"type": "string"}, "description": "The same."}},
    },
}
FAILING = ("section_not_ready", "report_not_ready", "report_too_large", "invalid_input", "exports_busy")


@router.get(
    "/{job_id}/export/{format}",
    operation_id="exportReport",
    summary="The report as a file",
    response_class=Response,
    responses={**EXPORTED, **problems.answers(*SIGNED_IN, "not_found", *FAILING, *SERVED)},
)
async def export_report(
    *,
    request: Request,
    user: User,
    job_id: JobId,
    format_: FormatName,
    table: TableName = None,
    if_none_match: IfNoneMatch = None,
) -> Response:
    """`json` is the whole report, `csv` and `parquet` are its tables, `cyclonedx` (1.6) and `spdx` (2.3) bills of
    materials of the commit, `html` is one page that opens offline and prints well. In CSV an apostrophe stands before
    a text that a spreadsheet would take for a formula.
    """
    source = await OwnReport.of(clients(request), user_id=user.user_id, job_id=job_id)
    return await export(source, request.app.state.renderer, format_=format_, table=table, if_none_match=if_none_match)
