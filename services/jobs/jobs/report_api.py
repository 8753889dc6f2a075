"""The gRPC calls about the reports of one repository."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2_grpc as pb_grpc
from jobs import store
from jobs.domain.repository import ref_name, repository_url
from jobs.paging import page_size
from jobs.settings import Settings
from jobs.wire import job_message
from kit import rpc

_SOME = store.COMPLETED.limit(sa.bindparam("most", type_=sa.Integer))


class ReportCalls(pb_grpc.JobsServiceServicer):
    """What there is of a repository."""

    _reading: AsyncEngine
    _settings: Settings

    async def ListReports(self, request: pb.ListReportsRequest, context: Any) -> pb.ListReportsResponse:
        owner = rpc.caller(context).user()
        asked = {
            "owner": owner,
            "url": repository_url(request.repository_url, self._settings.allowed_origins),
            "on_ref": ref_name(request.ref),
            "most": page_size(request.page_size, "reports"),
        }
        async with self._reading.connect() as connection:
            found = (await connection.scalars(_SOME, asked)).all()
            told = [await store.tell(connection, str(each), owner) for each in found]
        return pb.ListReportsResponse(jobs=[job_message(each.job, each.version) for each in told])
