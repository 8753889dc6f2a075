"""What others read by a secret: shares and badges, whose secrets this process makes and never sends on."""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Self

from gateway.clients import Clients
from gateway.reports import READ_TIMEOUT_SECONDS, Section, opened
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import rpc
from kit.errors import NotFound

LINK_PREFIX, BADGE_PREFIX = "gss_", "gsb_"
_PREFIXES = {jobs.SHARE_KIND_LINK: LINK_PREFIX, jobs.SHARE_KIND_BADGE: BADGE_PREFIX}
_BYTES = 32
_REST = re.compile(r"[A-Za-z0-9_-]{43}")


def new_secret(kind: jobs.ShareKind.ValueType) -> str:
    """A secret of 256 bits."""
    return _PREFIXES[kind] + secrets.token_urlsafe(_BYTES)


def hash_of(secret: str) -> bytes:
    """What jobs knows a secret by."""
    return hashlib.sha256(secret.encode()).digest()


def nothing_shared() -> NotFound:
    """Said alike of a secret that is unknown, revoked, expired or none at all."""
    return NotFound("There is nothing shared here, or no longer.", code="share_not_found")


@dataclass(frozen=True, slots=True)
class SharedReport:
    """A report that is read by a secret; jobs gives the sections that were chosen, and no other."""

    clients: Clients
    secret_hash: bytes
    share: jobs.Share
    report: jobs.GetReportResponse
    """Empty while there is none."""

    @classmethod
    async def of(cls, clients: Clients, secret: str | None, kind: jobs.ShareKind.ValueType) -> Self:
        """NotFound for a secret that gives nothing to read."""
        prefix = _PREFIXES[kind]
        if not secret or not secret.startswith(prefix) or not _REST.fullmatch(secret.removeprefix(prefix)):
            raise nothing_shared()
        hashed = hash_of(secret)
        request = jobs.GetSharedReportRequest(secret_hash=hashed, kind=kind)
        found = await rpc.call(clients.jobs.GetSharedReport, request)
        return cls(clients, hashed, found.share, found.report)

    async def open(self, name: str) -> Section:
        return await opened(self._parts(name))

    async def _parts(self, name: str) -> AsyncIterator[jobs.ReadSectionResponse]:
        request = jobs.ReadSharedSectionRequest(
            secret_hash=self.secret_hash, kind=self.share.kind, job_id=self.report.job.id, section=name
        )
        stream = rpc.stream(self.clients.jobs.ReadSharedSection, request, timeout=READ_TIMEOUT_SECONDS)
        async for reply in stream:
            yield reply.part
