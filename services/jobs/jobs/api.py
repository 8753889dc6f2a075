"""The gRPC servicer: request to command to reply."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from gitstrata_protos.auth.v1 import auth_service_pb2 as auth_pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from jobs import people, states, store
from jobs.administration_api import AdministrationCalls
from jobs.batch_api import BatchCalls
from jobs.dead_letters import DeadLetters
from jobs.dispatch import Turns
from jobs.domain.commands import BeginAttempt, CancelJob, Command, RetryJob, SubmitJob
from jobs.domain.events import BlobRef, Event, JobStarted
from jobs.domain.job import INITIAL, Job, Status
from jobs.domain.repository import ref_name, repository_url
from jobs.organization_api import OrganizationCalls
from jobs.paging import page_size
from jobs.report_api import ReportCalls
from jobs.repository_api import RepositoryCalls, options_of
from jobs.settings import Settings
from jobs.share_api import CHUNK, HEAD, ShareCalls
from jobs.watch import Hub
from jobs.wire import (
    blob_message,
    event_message,
    job_message,
    known_message,
    section_message,
    state_message,
    state_of,
    status_of,
)
from kit import rpc
from kit.database import reading
from kit.errors import InvalidInput, NotFound, WrongState
from kit.group_commit import GroupCommit
from kit.idempotency import LONGEST_KEY, Once
from kit.store import EventStore, Execution

if TYPE_CHECKING:  # the name exists in the stubs only
    from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceAsyncStub

_NAMESPACE = uuid.UUID("0b6ff9a4-6a3c-4c53-9f3e-9c0f4a7d5a11")
Reply = TypeVar("Reply", pb.CancelJobResponse, pb.RetryJobResponse)

ACCESS = {
    "SubmitAnalysis": ("gateway",),
    "GetJob": ("gateway",),
    "ListJobs": ("gateway",),
    "ListJobEvents": ("gateway",),
    "WatchJob": ("gateway",),
    "CancelJob": ("gateway",),
    "RetryJob": ("gateway",),
    "GetReport": ("gateway",),
    "ReadSection": ("gateway",),
    "TrackRepository": ("gateway",),
    "ListRepositories": ("gateway",),
    "GetRepository": ("gateway",),
    "ChangeRepositorySettings": ("gateway",),
    "UntrackRepository": ("gateway",),
    "RecordPush": ("gateway",),
    "RecordMove": ("gateway",),
    "RecordPrivatized": ("gateway",),
    "ListAllJobs": ("gateway",),
    "ListDeadLetters": ("gateway",),
    "RedriveDeadLetter": ("gateway",),
    "GetSettings": ("gateway",),
    "SubmitAnalyses": ("gateway",),
    "FollowOrganization": ("gateway",),
    "ListOrganizations": ("gateway",),
    "UnfollowOrganization": ("gateway",),
    "ListReports": ("gateway",),
    "CreateShare": ("gateway",),
    "ListShares": ("gateway",),
    "ChangeShare": ("gateway",),
    "RevokeShare": ("gateway",),
    "GetSharedReport": ("gateway",),
    "ReadSharedSection": ("gateway",),
    "BeginAttempt": ("analyzer",),
    "KeepCheckpoint": ("analyzer",),
}


class JobsServicer(AdministrationCalls, RepositoryCalls, BatchCalls, OrganizationCalls, ReportCalls, ShareCalls):
    """Analyses and repositories of the calling user; everybody's for administrators; attempts for analyzers."""

    def __init__(
        self,
        *,
        events: EventStore,
        jobs: GroupCommit[Job, Command, Event],
        turns: Turns,
        replica: AsyncEngine,
        hub: Hub,
        letters: DeadLetters,
        auth: AuthServiceAsyncStub,
        settings: Settings,
    ) -> None:
        """`replica` answers lists, histories and reports; it may lag behind the `events`, which decide."""
        self._events = events
        self._jobs = jobs
        self._turns = turns
        self._replica = replica
        self._reading = reading(events.engine)
        self._hub = hub
        self._letters = letters
        self._auth = auth
        self._settings = settings

    # ------------------------------------------------------------ commands of users

    async def SubmitAnalysis(self, request: pb.SubmitAnalysisRequest, context: Any) -> pb.SubmitAnalysisResponse:
        owner = rpc.caller(context).user()
        key = request.idempotency_key
        if len(key) > LONGEST_KEY:
            raise InvalidInput(
                f"An idempotency key has at most {LONGEST_KEY} characters.", fields={"Idempotency-Key": "Too long."}
            )
        url = repository_url(request.repository_url, self._settings.allowed_origins)
        ref, options = ref_name(request.ref), options_of(request.options)
        rules = people.rules_of(request.people)
        options = replace(options, people_rules_id=await people.keep(self._events.engine, owner, rules))
        job_id = self.job_id_of(request, context)
        now = datetime.now(UTC)
        execution = await self._execute(
            job_id,
            SubmitJob(
                job_id=job_id,
                owner_id=owner,
                repository_url=url,
                ref=ref,
                options=options,
                trigger="user",
                now=now,
                deadline=now + timedelta(hours=self._settings.job_hours),
                runner=(options.runner or self._settings.runner) if self._turns.take() else "",
            ),
            actor=owner,
        )
        return pb.SubmitAnalysisResponse(job=self._shown(execution.state, execution.version))

    def job_id_of(self, request: pb.SubmitAnalysisRequest, context: Any) -> str:
        # the key names the job: the same request again finds the job that it made
        key = request.idempotency_key
        return str(uuid.uuid5(_NAMESPACE, f"{rpc.caller(context).user()}\n{key}") if key else uuid.uuid4())

    async def CancelJob(self, request: pb.CancelJobRequest, context: Any) -> pb.CancelJobResponse:
        return await self._owned(request, context, lambda now: CancelJob(now=now), pb.CancelJobResponse)

    async def RetryJob(self, request: pb.RetryJobRequest, context: Any) -> pb.RetryJobResponse:
        hours = timedelta(hours=self._settings.job_hours)
        owner = rpc.caller(context).user()
        return await self._owned(
            request,
            context,
            lambda now: RetryJob(now=now, deadline=now + hours, owner_id=owner),
            pb.RetryJobResponse,
        )

    async def _owned(
        self,
        request: pb.CancelJobRequest | pb.RetryJobRequest,
        context: Any,
        command: Callable[[datetime], Command],
        reply: Callable[..., Reply],
    ) -> Reply:
        """Run a command on a job of the caller's, and answer with the job."""
        owner = rpc.caller(context).user()
        once = Once.of(rpc.caller(context), request)
        await self._tell(request.job_id, owner)
        replies: list[Reply] = []

        async def keep(connection: AsyncConnection, execution: Execution[Job, Any]) -> None:
            replies.append(reply(job=self._shown(execution.state, execution.version)))
            await once.keep(connection, replies[-1])

        await self._jobs.execute(
            store.entity(request.job_id), command(datetime.now(UTC)), actor=owner, effect=once.claim, then=keep
        )
        return replies[-1]

    async def _execute(self, job_id: str, command: Command, *, actor: str) -> Execution[Job, Any]:
        execution = await self._jobs.execute(job_id, command, actor=actor)
        assert execution is not None  # noqa: S101 only a delivery can have been handled before
        return execution

    # ------------------------------------------------------------ queries of users

    async def GetJob(self, request: pb.GetJobRequest, context: Any) -> pb.GetJobResponse:
        told = await self._read(request.job_id, rpc.caller(context).user())
        return pb.GetJobResponse(job=self._shown(told.job, told.version))

    async def ListJobs(self, request: pb.ListJobsRequest, context: Any) -> pb.ListJobsResponse:
        owner = rpc.caller(context).user()
        size = page_size(request.page_size, "analyses")
        async with self._replica.connect() as connection:
            page = await store.list_jobs(
                connection, owner, status=status_of(request.state), size=size, token=request.page_token
            )
        return pb.ListJobsResponse(
            jobs=[self._shown(listed.job, listed.version) for listed in page.jobs], next_page_token=page.next_token
        )

    async def ListJobEvents(self, request: pb.ListJobEventsRequest, context: Any) -> pb.ListJobEventsResponse:
        told = await self._read(request.job_id, rpc.caller(context).user())
        return pb.ListJobEventsResponse(events=[event_message(recorded) for recorded in told.history])

    async def WatchJob(self, request: pb.WatchJobRequest, context: Any) -> AsyncIterator[pb.WatchJobResponse]:
        owner = rpc.caller(context).user()
        job_id = store.entity(request.job_id)
        async with self._hub.watch(job_id) as watcher:
            # watch first, read then: what is committed in between comes twice and is told once
            told = await self._tell(job_id, owner)
            job, version = INITIAL, 0
            news = list(told.history)
            progress = None
            while True:
                if news and news[0].version > version + 1:
                    # something was not heard of: the store has it
                    news = list((await self._tell(job_id, owner)).history)
                for recorded in news:
                    if recorded.version <= version:
                        continue
                    job, version = store.JOBS.evolve(job, recorded.event), recorded.version
                    if version > request.after_version:
                        yield pb.WatchJobResponse(job=self._shown(job, version), event=event_message(recorded))
                if job.status.final and version >= told.version:
                    return
                if progress is not None and job.status is Status.PROCESSING:
                    yield pb.WatchJobResponse(job=job_message(job, version, progress))
                news, progress = await watcher.next()

    async def GetReport(self, request: pb.GetReportRequest, context: Any) -> pb.GetReportResponse:
        told = await self._read(request.job_id, rpc.caller(context).user())
        return pb.GetReportResponse(
            job=self._shown(told.job, told.version),
            sections=[section_message(section, blob) for section, blob in told.job.sections.items()],
            engine_version=told.job.engine_version,
            schema_version=told.job.schema_version,
            head=blob_message(told.job.head) if told.job.head else None,
        )

    async def ReadSection(self, request: pb.ReadSectionRequest, context: Any) -> AsyncIterator[pb.ReadSectionResponse]:
        told = await self._read(request.job_id, rpc.caller(context).user())
        blob = told.job.head if request.section == HEAD else told.job.sections.get(request.section)
        if blob is None:
            raise NotFound("This section is not ready, or there is none of this name.", code="section_not_ready")
        body = await self._body(blob)
        yield pb.ReadSectionResponse(blob=blob_message(blob), chunk=body[:CHUNK])
        for start in range(CHUNK, len(body), CHUNK):
            yield pb.ReadSectionResponse(chunk=body[start : start + CHUNK])

    async def _body(self, blob: BlobRef) -> bytes:
        try:
            async with self._replica.connect() as connection:
                return await store.read_blob(connection, blob)
        except NotFound:
            if self._replica is self._events.engine:
                raise
        async with self._events.engine.connect() as connection:  # it may be on its way to the replica
            return await store.read_blob(connection, blob)

    async def _read(self, job_id: str, owner: str) -> store.Told:
        """A job for the eye. A completed one is read from the replica: nothing of it changes."""
        if self._replica is not self._events.engine:
            with suppress(NotFound):
                async with self._replica.connect() as connection:
                    told = await store.tell(connection, job_id, owner)
                if told.job.status is Status.COMPLETED:
                    return told
        return await self._tell(job_id, owner)

    async def _tell(self, job_id: str, owner: str | None) -> store.Told:
        async with self._reading.connect() as connection:
            return await store.tell(connection, job_id, owner)

    def _shown(self, job: Job, version: int) -> pb.Job:
        return job_message(job, version, self._hub.last_progress(job.id))

    # ------------------------------------------------------------ analyzers

    async def BeginAttempt(self, request: pb.BeginAttemptRequest, context: Any) -> pb.BeginAttemptResponse:
        job_id = store.entity(request.job_id)
        job = self._jobs.remembered(job_id)
        if job is None or job.attempt != request.attempt:
            job = (await self._tell(job_id, None)).job
        credential, rules, progressed = None, people.PeopleRules(), False
        if not job.status.final and job.attempt == request.attempt:
            # asked for first: were auth away after the attempt began, a run would be lost for nothing
            credential = await self._credential(job)
            async with self._reading.connect() as connection:
                rules = await people.kept(connection, job.options.people_rules_id)
                progressed = await states.progressed(connection, job)
        lease = str(uuid.uuid4())
        execution = await self._execute(
            job_id,
            BeginAttempt(
                attempt=request.attempt,
                worker=request.worker[:255],
                lease=lease,
                now=datetime.now(UTC),
                progressed=progressed,
            ),
            actor=f"worker {request.worker[:255]}",
        )
        if any(isinstance(recorded.event, JobStarted) for recorded in execution.appended):
            async with self._reading.connect() as connection:
                known = await store.known_report(connection, execution.state)
                state = await states.newest(connection, execution.state)
                checkpoint = await states.checkpoint(connection, execution.state)
            return pb.BeginAttemptResponse(
                verdict=pb.BEGIN_ATTEMPT_VERDICT_GRANTED,
                lease=lease,
                credential=credential,
                known=known_message(known) if known else None,
                people=rules.message() if rules else None,
                state=state_message(state) if state else None,
                checkpoint=state_message(checkpoint) if checkpoint else None,
            )
        return pb.BeginAttemptResponse(verdict=_refusal(execution.state, request.attempt))

    async def KeepCheckpoint(self, request: pb.KeepCheckpointRequest, context: Any) -> pb.KeepCheckpointResponse:
        async with self._events.engine.begin() as connection:
            job = (await store.tell(connection, request.job_id)).job
            running = job.status is Status.PROCESSING and not job.cancel_requested
            if not running or (request.attempt, request.lease) != (job.attempt, job.lease):
                raise WrongState("The checkpoint is not from the worker that holds the lease.", code="stale_lease")
            await states.keep_checkpoint(connection, job, state_of(request.checkpoint))
        return pb.KeepCheckpointResponse()

    async def _credential(self, job: Job) -> pb.CloneCredential | None:
        reply = await rpc.call(
            self._auth.IssueCloneCredential,
            auth_pb.IssueCloneCredentialRequest(
                user_id=job.owner_id, repository_url=job.repository_url, job_id=job.id, attempt=job.attempt
            ),
        )
        if not reply.password:
            return None
        return pb.CloneCredential(
            username=reply.username,
            password=reply.password,
            expires_at=reply.expires_at if reply.HasField("expires_at") else None,
        )


def _refusal(job: Job, attempt: int) -> pb.BeginAttemptVerdict.ValueType:
    if job.status is Status.CANCELLED:
        return pb.BEGIN_ATTEMPT_VERDICT_CANCELLED
    if job.status is Status.FAILED and job.error_code == "worker_lost" and job.attempt == attempt:
        return pb.BEGIN_ATTEMPT_VERDICT_WORKER_LOST
    if job.status.final:
        return pb.BEGIN_ATTEMPT_VERDICT_FINISHED
    return pb.BEGIN_ATTEMPT_VERDICT_STALE
