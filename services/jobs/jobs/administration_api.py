"""The gRPC calls for administrators. Who is one, the gateway has asked auth."""

from __future__ import annotations

from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp
from sqlalchemy.ext.asyncio import AsyncEngine

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2_grpc as pb_grpc
from jobs import store
from jobs.dead_letters import DeadLetters, Outcome
from jobs.paging import page_size
from jobs.settings import Settings
from jobs.watch import Hub
from jobs.wire import job_message, status_of
from kit import rpc, telemetry
from kit.dead_letters import DeadLetter
from kit.idempotency import Once
from kit.store import EventStore

_OUTCOMES = {
    Outcome.HANDLED: pb.REDRIVE_OUTCOME_HANDLED,
    Outcome.REFUSED: pb.REDRIVE_OUTCOME_REFUSED,
    Outcome.SENT: pb.REDRIVE_OUTCOME_SENT,
}


class AdministrationCalls(pb_grpc.JobsServiceServicer):
    """Everybody's analyses, dead letters and settings."""

    _events: EventStore
    _replica: AsyncEngine
    _hub: Hub
    _letters: DeadLetters
    _settings: Settings

    async def ListAllJobs(self, request: pb.ListAllJobsRequest, context: Any) -> pb.ListAllJobsResponse:
        rpc.caller(context).administrate()
        size = page_size(request.page_size, "analyses")
        async with self._replica.connect() as connection:
            page = await store.list_jobs(
                connection, None, status=status_of(request.state), size=size, token=request.page_token
            )
        reply = pb.ListAllJobsResponse(next_page_token=page.next_token)
        for listed in page.jobs:
            shown = job_message(listed.job, listed.version, self._hub.last_progress(listed.job.id))
            shown.owner_id = listed.job.owner_id
            reply.jobs.append(shown)
        return reply

    async def ListDeadLetters(self, request: pb.ListDeadLettersRequest, context: Any) -> pb.ListDeadLettersResponse:
        rpc.caller(context).administrate()
        size = page_size(request.page_size, "dead letters")
        found, token = await self._letters.page(size=size, token=request.page_token)
        return pb.ListDeadLettersResponse(dead_letters=map(_letter, found), next_page_token=token)

    async def RedriveDeadLetter(
        self, request: pb.RedriveDeadLetterRequest, context: Any
    ) -> pb.RedriveDeadLetterResponse:
        caller = rpc.caller(context)
        caller.administrate()
        once = Once.of(caller, request)
        async with self._events.engine.begin() as connection:
            await once.claim(connection)
        # its effect is another's, and comes once however often it is asked for: no transaction holds both
        redriven = await self._letters.redrive(request.sequence)
        telemetry.log.info(
            "dead letter redriven", number=request.sequence, outcome=redriven.outcome, administrator=caller.user_id
        )
        reply = pb.RedriveDeadLetterResponse(outcome=_OUTCOMES[redriven.outcome], detail=redriven.detail)
        async with self._events.engine.begin() as connection:
            await once.keep(connection, reply)
        return reply

    async def GetSettings(self, request: pb.GetSettingsRequest, context: Any) -> pb.GetSettingsResponse:
        rpc.caller(context).administrate()
        return pb.GetSettingsResponse(settings=self._settings.shown())


def _letter(letter: DeadLetter) -> pb.DeadLetter:
    message = pb.DeadLetter(
        sequence=letter.sequence,
        subject=letter.subject,
        durable=letter.durable,
        type=letter.type,
        event_id=letter.event_id,
        about=letter.entity,
        error=letter.error,
        deliveries=letter.deliveries,
    )
    if letter.buried_at:
        buried = Timestamp()
        buried.FromDatetime(letter.buried_at)
        message.buried_at.CopyFrom(buried)
    return message
