"""The gRPC call that submits many analyses, each on its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import distinct_on

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2_grpc as pb_grpc
from jobs import people, store
from jobs.domain.job import Job, Status
from jobs.domain.planning import Outcome, Verdict, Wanted, plan
from jobs.domain.quota import Quota
from jobs.domain.repository import ref_name, repository_url
from jobs.repository_api import options_of
from jobs.settings import Settings
from jobs.tables import job_view
from jobs.wire import job_message
from kit import rpc
from kit.errors import AppError, InvalidInput
from kit.store import EventStore

MOST = 100
_VERDICTS = {
    Verdict.ACCEPTED: pb.SUBMIT_VERDICT_ACCEPTED,
    Verdict.RUNNING: pb.SUBMIT_VERDICT_RUNNING,
    Verdict.UNCHANGED: pb.SUBMIT_VERDICT_UNCHANGED,
    Verdict.REFUSED: pb.SUBMIT_VERDICT_REFUSED,
}
_UNDER_WAY = job_view.c.status != sa.literal_column(f"'{Status.COMPLETED}'")
# of each repository and ref the newest that is under way, and the newest that has completed
_STANDING = (
    sa.select(job_view)
    .where(
        job_view.c.owner_id == sa.bindparam("owner"),
        job_view.c.repository_url == sa.any_(sa.bindparam("urls", type_=sa.ARRAY(sa.Text))),
        job_view.c.status.in_([*store.OPEN, Status.COMPLETED]),
    )
    .ext(distinct_on(job_view.c.repository_url, job_view.c.ref, _UNDER_WAY))
    .order_by(job_view.c.repository_url, job_view.c.ref, _UNDER_WAY, job_view.c.created_at.desc())
)


class BatchCalls(pb_grpc.JobsServiceServicer):
    """Many analyses at once."""

    _events: EventStore
    _settings: Settings

    async def SubmitAnalyses(self, request: pb.SubmitAnalysesRequest, context: Any) -> pb.SubmitAnalysesResponse:
        owner = rpc.caller(context).user()
        if not 0 < len(request.analyses) <= MOST:
            raise InvalidInput(f"Ask for 1 to {MOST} analyses at once.", fields={"repositories": f"1 to {MOST}."})
        readings = [await self._wanted(each, owner) for each in request.analyses]
        wanted = [each for each in readings if isinstance(each, Wanted)]
        before = request.accepted_before if request.dry_run else 0
        planned = iter(await self._plan(owner, wanted, before, unchanged=request.unchanged))
        outcomes = [
            Outcome(Verdict.REFUSED, error=each) if isinstance(each, AppError) else next(planned) for each in readings
        ]
        reply = pb.SubmitAnalysesResponse()
        for asked, outcome in zip(request.analyses, outcomes, strict=True):
            # what the same request made before is found by its key, whatever has become of it since
            again = outcome.verdict in (Verdict.RUNNING, Verdict.UNCHANGED) and asked.request.idempotency_key
            if request.dry_run or (outcome.verdict is not Verdict.ACCEPTED and not again):
                reply.outcomes.append(_told(outcome))
                continue
            reply.outcomes.append(await self._submitted(asked.request, outcome, context))
        return reply

    async def _submitted(self, asked: pb.SubmitAnalysisRequest, outcome: Outcome, context: Any) -> pb.SubmitOutcome:
        if outcome.job is not None and outcome.job.id != self.job_id_of(asked, context):
            return _told(outcome)
        try:
            reply = await self.SubmitAnalysis(asked, context)
        except AppError as error:
            return _told(Outcome(Verdict.REFUSED, error=error))
        return pb.SubmitOutcome(verdict=pb.SUBMIT_VERDICT_ACCEPTED, job=reply.job)

    async def SubmitAnalysis(self, request: pb.SubmitAnalysisRequest, context: Any) -> pb.SubmitAnalysisResponse:
        raise NotImplementedError

    def job_id_of(self, request: pb.SubmitAnalysisRequest, context: Any) -> str:
        """The id that the request's key gives its job."""
        raise NotImplementedError

    async def _wanted(self, planned: pb.PlannedAnalysis, owner: str) -> Wanted | AppError:
        asked = planned.request
        try:
            url = repository_url(asked.repository_url, self._settings.allowed_origins)
            ref, options = ref_name(asked.ref), options_of(asked.options)
            rules_id = await people.keep(self._events.engine, owner, people.rules_of(asked.people))
        except AppError as error:
            return error
        pushed = planned.pushed_at.ToDatetime(tzinfo=UTC) if planned.HasField("pushed_at") else None
        return Wanted(url, ref, replace(options, people_rules_id=rules_id), pushed)

    async def _plan(self, owner: str, wanted: list[Wanted], before: int, *, unchanged: bool) -> list[Outcome]:
        urls = sorted({each.repository_url for each in wanted})
        async with self._events.engine.begin() as connection:
            usage = (await store.usage(connection, [owner], datetime.now(UTC)))[owner]
            rows = (await connection.execute(_STANDING, {"owner": owner, "urls": urls})).all()
        standing = [store.listed(row).job for row in rows]
        quota = Quota(
            active=usage.active + before,
            active_allowed=self._settings.active_per_user,
            daily=usage.daily + before,
            daily_allowed=self._settings.daily_per_user,
            daily_frees_in=usage.daily_frees_in,
            deleted=usage.deleted,
        )
        running: list[Job] = [job for job in standing if not job.status.final]
        completed = [job for job in standing if job.status.final]
        return plan(wanted, running=running, completed=completed, quota=quota, unchanged=unchanged)


def _told(outcome: Outcome) -> pb.SubmitOutcome:
    message = pb.SubmitOutcome(verdict=_VERDICTS[outcome.verdict])
    if outcome.job is not None:
        message.job.CopyFrom(job_message(outcome.job, 0))
    if outcome.error is not None:
        message.error.CopyFrom(pb.JobError(code=outcome.error.code, message=outcome.error.message))
    return message
