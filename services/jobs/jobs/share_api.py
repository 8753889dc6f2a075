"""The gRPC calls about shares: granting them, and reading by their secrets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp
from sqlalchemy.ext.asyncio import AsyncEngine

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as pb
from gitstrata_protos.jobs.v1 import jobs_service_pb2_grpc as pb_grpc
from jobs import shares, store
from jobs.domain.repository import ref_name, repository_url
from jobs.paging import page_size
from jobs.settings import Settings
from jobs.shares import Share
from jobs.wire import blob_message, job_message, section_message
from kit import rpc, telemetry
from kit.errors import InvalidInput, NotFound
from kit.idempotency import LONGEST_KEY
from kit.store import EventStore

HEAD = "head"
CHUNK = 512 * 1024
_KINDS = {pb.SHARE_KIND_LINK: shares.LINK, pb.SHARE_KIND_BADGE: shares.BADGE}
_MESSAGES = {kind: message for message, kind in _KINDS.items()}


class ShareCalls(pb_grpc.JobsServiceServicer):
    """Letting others read a report without an account."""

    _events: EventStore
    _reading: AsyncEngine
    _settings: Settings

    async def CreateShare(self, request: pb.CreateShareRequest, context: Any) -> pb.CreateShareResponse:
        owner = rpc.caller(context).user()
        if request.kind not in _KINDS:
            raise InvalidInput("A share is a link or a badge.", code="share_invalid")
        if len(request.idempotency_key) > LONGEST_KEY:
            raise InvalidInput(
                f"An idempotency key has at most {LONGEST_KEY} characters.", fields={"Idempotency-Key": "Too long."}
            )
        if bool(request.job_id) == bool(request.repository_url):
            raise InvalidInput("A share is of an analysis or of a repository.", code="share_invalid")
        if request.job_id:
            async with self._reading.connect() as connection:
                job = (await store.tell(connection, request.job_id, owner)).job
            of = (job.id, job.repository_url, job.ref)
        else:
            of = ("", repository_url(request.repository_url, self._settings.allowed_origins), ref_name(request.ref))
        expires = request.expires_at.ToDatetime(tzinfo=UTC) if request.HasField("expires_at") else None
        asked = shares.checked(
            Share(
                id=shares.share_id(owner, request.idempotency_key),
                owner_id=owner,
                kind=_KINDS[request.kind],
                secret_hash=request.secret_hash,
                name=request.name.strip(),
                job_id=of[0],
                repository_url=of[1],
                ref=of[2],
                sections=shares.names(request.sections),
                figures=shares.names(request.figures),
                addresses=request.addresses,
                created_at=datetime.now(UTC),
                expires_at=expires,
            )
        )
        async with self._events.engine.begin() as connection:
            granted = await shares.grant(connection, asked)
        telemetry.log.info("share granted", share=granted.id, kind=granted.kind, user=owner)
        return pb.CreateShareResponse(share=_message(granted))

    async def ListShares(self, request: pb.ListSharesRequest, context: Any) -> pb.ListSharesResponse:
        owner = rpc.caller(context).user()
        size = page_size(request.page_size, "shares")
        async with self._events.engine.connect() as connection:
            found, token = await shares.page(
                connection, owner, kind=_KINDS.get(request.kind, ""), size=size, token=request.page_token
            )
        return pb.ListSharesResponse(shares=map(_message, found), next_page_token=token)

    async def ChangeShare(self, request: pb.ChangeShareRequest, context: Any) -> pb.ChangeShareResponse:
        owner = rpc.caller(context).user()
        suspended_at = datetime.now(UTC) if request.suspended else None
        async with self._events.engine.begin() as connection:
            changed = await shares.change(connection, owner, request.share_id, suspended_at)
        telemetry.log.info("share changed", share=changed.id, suspended=request.suspended, user=owner)
        return pb.ChangeShareResponse(share=_message(changed))

    async def RevokeShare(self, request: pb.RevokeShareRequest, context: Any) -> pb.RevokeShareResponse:
        owner = rpc.caller(context).user()
        async with self._events.engine.begin() as connection:
            await shares.revoke(connection, owner, request.share_id)
        telemetry.log.info("share revoked", share=request.share_id, user=owner)
        return pb.RevokeShareResponse()

    async def GetSharedReport(self, request: pb.GetSharedReportRequest, context: Any) -> pb.GetSharedReportResponse:
        shared, told = await self._opened(request.secret_hash, request.kind)
        reply = pb.GetSharedReportResponse(share=_message(shared))
        if told is not None:
            job = told.job
            reply.report.MergeFrom(
                pb.GetReportResponse(
                    job=job_message(job, told.version),
                    sections=[
                        section_message(name, blob) for name, blob in job.sections.items() if name in shared.sections
                    ],
                    engine_version=job.engine_version,
                    schema_version=job.schema_version,
                    head=blob_message(job.head) if job.head else None,
                )
            )
        return reply

    async def ReadSharedSection(
        self, request: pb.ReadSharedSectionRequest, context: Any
    ) -> AsyncIterator[pb.ReadSharedSectionResponse]:
        shared, told = await self._opened(request.secret_hash, request.kind, request.job_id)
        blob = None
        if told is not None and request.section == HEAD:
            blob = told.job.head
        elif told is not None and request.section in shared.sections:
            blob = told.job.sections.get(request.section)
        if blob is None:
            raise NotFound("This section is not shared, or not ready.", code="section_not_ready")
        async with self._reading.connect() as connection:
            body = await store.read_blob(connection, blob)
        for start in range(0, max(len(body), 1), CHUNK):
            yield pb.ReadSharedSectionResponse(
                part=pb.ReadSectionResponse(
                    blob=None if start else blob_message(blob), chunk=body[start : start + CHUNK]
                )
            )

    async def _opened(self, secret_hash: bytes, kind: int, pinned: str = "") -> tuple[Share, store.Told | None]:
        async with self._reading.connect() as connection:
            shared = await shares.opened(
                connection, secret_hash, _KINDS.get(pb.ShareKind.ValueType(kind), ""), datetime.now(UTC)
            )
            return shared, await shares.report_of(connection, shared, pinned)


def _message(shared: Share) -> pb.Share:
    message = pb.Share(
        id=shared.id,
        kind=_MESSAGES[shared.kind],
        name=shared.name,
        job_id=shared.job_id,
        repository_url=shared.repository_url,
        ref=shared.ref,
        sections=shared.sections,
        figures=shared.figures,
        addresses=shared.addresses,
        created_at=_stamp(shared.created_at),
    )
    if shared.expires_at:
        message.expires_at.CopyFrom(_stamp(shared.expires_at))
    if shared.suspended_at:
        message.suspended_at.CopyFrom(_stamp(shared.suspended_at))
    return message


def _stamp(moment: datetime) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(moment)
    return stamp
