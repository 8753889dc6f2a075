"""Reports of repositories, and shares of them, in dictionaries: a part of the in-memory jobs service."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from gitstrata_protos.jobs.v1.jobs_service_pb2_grpc import JobsServiceServicer
from kit import errors, rpc

SHARE_METHODS = (
    "SubmitAnalyses",
    "FollowOrganization",
    "ListOrganizations",
    "UnfollowOrganization",
    "ListReports",
    "CreateShare",
    "ListShares",
    "ChangeShare",
    "RevokeShare",
    "GetSharedReport",
    "ReadSharedSection",
)


class InMemoryShares(JobsServiceServicer):
    """Grants, lists and revokes; reports are those of the analyses."""

    analyses: dict[str, Any]

    def __init__(self) -> None:
        self.organizations: dict[str, tuple[str, jobs.Organization, list[str]]] = {}
        self.shares: dict[bytes, tuple[str, jobs.Share]] = {}

    async def FollowOrganization(self, request: Any, context: Any) -> jobs.FollowOrganizationResponse:
        organization = jobs.Organization(id=str(uuid.uuid4()), name=request.name, forks=request.forks)
        organization.followed_at.FromDatetime(datetime.now(UTC))
        self.organizations[organization.id] = (rpc.caller(context).user(), organization, list(request.known))
        return jobs.FollowOrganizationResponse(organization=organization)

    async def ListOrganizations(self, request: Any, context: Any) -> jobs.ListOrganizationsResponse:
        owner = rpc.caller(context).user()
        return jobs.ListOrganizationsResponse(
            organizations=[each for user, each, _ in self.organizations.values() if user == owner]
        )

    async def UnfollowOrganization(self, request: Any, context: Any) -> jobs.UnfollowOrganizationResponse:
        owner, _, _ = self.organizations.get(request.organization_id, ("", None, None))
        if owner != rpc.caller(context).user():
            raise errors.NotFound("You follow no such organisation.", code="organization_not_followed")
        del self.organizations[request.organization_id]
        return jobs.UnfollowOrganizationResponse()

    async def SubmitAnalyses(self, request: Any, context: Any) -> jobs.SubmitAnalysesResponse:
        assert len(request.analyses) <= 100
        reply = jobs.SubmitAnalysesResponse()
        for planned in request.analyses:
            try:
                if request.dry_run and planned.request.repository_url.startswith("https://"):
                    reply.outcomes.add(verdict=jobs.SUBMIT_VERDICT_ACCEPTED)
                else:
                    submitted = await self.SubmitAnalysis(planned.request, context)  # type: ignore[misc]
                    reply.outcomes.add(verdict=jobs.SUBMIT_VERDICT_ACCEPTED, job=submitted.job)
            except errors.AppError as error:
                told = jobs.JobError(code=error.code, message=error.message)
                reply.outcomes.add(verdict=jobs.SUBMIT_VERDICT_REFUSED, error=told)
        return reply

    async def ListReports(self, request: Any, context: Any) -> jobs.ListReportsResponse:
        owner = rpc.caller(context).user()
        found = [
            each.job
            for each in reversed(self.analyses.values())
            if (each.owner_id, each.job.repository_url, each.job.ref) == (owner, request.repository_url, request.ref)
            and "head" in each.sections
        ]
        return jobs.ListReportsResponse(jobs=found[: request.page_size])

    async def CreateShare(self, request: Any, context: Any) -> jobs.CreateShareResponse:
        owner = rpc.caller(context).user()
        share = jobs.Share(
            id=str(uuid.uuid4()),
            kind=request.kind,
            name=request.name,
            job_id=request.job_id,
            repository_url=request.repository_url or self.analyses[request.job_id].job.repository_url,
            ref=request.ref,
            sections=request.sections,
            figures=sorted(request.figures),
            addresses=request.addresses,
            expires_at=request.expires_at if request.HasField("expires_at") else None,
        )
        share.created_at.FromDatetime(datetime.now(UTC))
        self.shares[request.secret_hash] = (owner, share)
        return jobs.CreateShareResponse(share=share)

    async def ListShares(self, request: Any, context: Any) -> jobs.ListSharesResponse:
        owner = rpc.caller(context).user()
        own = [share for user, share in self.shares.values() if user == owner and share.kind == request.kind]
        start = int(request.page_token or 0)
        end = start + request.page_size
        return jobs.ListSharesResponse(shares=own[::-1][start:end], next_page_token=str(end) if end < len(own) else "")

    async def ChangeShare(self, request: Any, context: Any) -> jobs.ChangeShareResponse:
        owner = rpc.caller(context).user()
        for user, share in self.shares.values():
            if (user, share.id) == (owner, request.share_id):
                share.ClearField("suspended_at")
                if request.suspended:
                    share.suspended_at.FromDatetime(datetime.now(UTC))
                return jobs.ChangeShareResponse(share=share)
        raise _not_found()

    async def RevokeShare(self, request: Any, context: Any) -> jobs.RevokeShareResponse:
        owner = rpc.caller(context).user()
        for hashed, (user, share) in list(self.shares.items()):
            if (user, share.id) == (owner, request.share_id):
                del self.shares[hashed]
                return jobs.RevokeShareResponse()
        raise _not_found()

    async def GetSharedReport(self, request: Any, context: Any) -> jobs.GetSharedReportResponse:
        share, analysis = self._opened(request)
        if analysis is None:
            return jobs.GetSharedReportResponse(share=share)
        report = jobs.GetReportResponse(job=analysis.job)
        for name, (blob, _) in analysis.sections.items():
            if name == "head":
                report.head.CopyFrom(blob)
            elif name in share.sections:
                report.sections.add(section=name, blob=blob)
        return jobs.GetSharedReportResponse(share=share, report=report)

    async def ReadSharedSection(self, request: Any, context: Any) -> AsyncIterator[jobs.ReadSharedSectionResponse]:
        share, analysis = self._opened(request)
        if analysis is None or request.section not in {*share.sections, "head"}:
            raise errors.NotFound("This section is not shared, or not ready.", code="section_not_ready")
        assert request.job_id == analysis.job.id
        blob, stored = analysis.sections[request.section]
        yield jobs.ReadSharedSectionResponse(part=jobs.ReadSectionResponse(blob=blob, chunk=stored[:10]))
        yield jobs.ReadSharedSectionResponse(part=jobs.ReadSectionResponse(chunk=stored[10:]))

    def _opened(self, request: Any) -> tuple[jobs.Share, Any]:
        _, share = self.shares.get(request.secret_hash, ("", None))
        if share is None or share.kind != request.kind or share.HasField("suspended_at"):
            raise _not_found()
        ready = [
            each for each in self.analyses.values() if share.job_id in ("", each.job.id) and "head" in each.sections
        ]
        return share, ready[-1] if ready else None


def _not_found() -> errors.NotFound:
    return errors.NotFound("There is nothing shared here, or no longer.", code="share_not_found")
