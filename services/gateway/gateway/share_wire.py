"""Shares and badges: what is asked for as proto, and what jobs answers as the public API shows it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from gateway import share_schemas, wire
from gateway.shared import SharedReport
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from reports.badge import FIGURES


def share_request(body: share_schemas.CreateShare, secret_hash: bytes, key: str | None) -> jobs.CreateShareRequest:
    request = _request(body, secret_hash, key)
    request.kind, request.addresses = jobs.SHARE_KIND_LINK, body.addresses
    request.sections.extend(body.sections)
    if body.expires_in_days is not None:
        request.expires_at.FromDatetime(datetime.now(UTC) + timedelta(days=body.expires_in_days))
    return request


def badge_request(body: share_schemas.CreateBadge, secret_hash: bytes, key: str | None) -> jobs.CreateShareRequest:
    request = _request(body, secret_hash, key)
    request.kind = jobs.SHARE_KIND_BADGE
    request.figures.extend(body.figures)
    request.sections.extend(sorted({FIGURES[name].section for name in body.figures}))
    return request


def _request(
    body: share_schemas.CreateShare | share_schemas.CreateBadge, secret_hash: bytes, key: str | None
) -> jobs.CreateShareRequest:
    return jobs.CreateShareRequest(
        name=body.name,
        job_id=body.analysis_id or "",
        repository_url=body.repo_url or "",
        ref=body.ref or "",
        secret_hash=secret_hash,
        # the call may be made again when a replica of jobs goes away, and must not make a second one then
        idempotency_key=key or str(uuid4()),
    )


def share(message: jobs.Share) -> share_schemas.Share:
    return share_schemas.Share(
        id=message.id,
        name=message.name,
        analysis_id=message.job_id or None,
        repo_url=message.repository_url,
        ref=message.ref or None,
        sections=list(message.sections),
        addresses=message.addresses,
        created_at=wire.moment(message, "created_at"),
        expires_at=wire.moment(message, "expires_at"),
        suspended_at=wire.moment(message, "suspended_at"),
    )


def badge(message: jobs.Share) -> share_schemas.Badge:
    return share_schemas.Badge(
        id=message.id,
        name=message.name,
        analysis_id=message.job_id or None,
        repo_url=message.repository_url,
        ref=message.ref or None,
        figures=list(message.figures),
        created_at=wire.moment(message, "created_at"),
        suspended_at=wire.moment(message, "suspended_at"),
    )


def shared_report(source: SharedReport) -> share_schemas.SharedReport:
    """What others are told: not whose it is, and not where the repository lies."""
    message, job = source.share, source.report.job
    return share_schemas.SharedReport(
        repository=message.repository_url.rstrip("/").rpartition("/")[2].removesuffix(".git"),
        ref=message.ref or None,
        commit=job.commit or None,
        status=wire.status(job.state) if job.id else None,
        finished_at=wire.moment(job, "finished_at"),
        sections=[ref.section for ref in source.report.sections],
        addresses=message.addresses,
        expires_at=wire.moment(message, "expires_at"),
    )
