"""auth and jobs as small in-memory peers: the same protos over the same kit, without Postgres or NATS behind them."""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import json
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import jwt

from gitstrata_protos.analyzer.v1 import events_pb2 as analyzer
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceServicer
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import errors, rpc
from tests.integration.gateway import followed
from tests.integration.gateway.sharing_peer import SHARE_METHODS, InMemoryShares

KEY = b"an access key of thirty-two bytes"
KID = "test-1"
ALICE = "0198c5a0-11aa-7bc2-8f00-5d1c2e3f4a5b"
BOB = "0198c5a0-22bb-7bc2-8f00-5d1c2e3f4a5c"
AUTH_METHODS = (
    "StartSignIn",
    "CompleteSignIn",
    "RefreshSession",
    "SignOut",
    "GetUser",
    "ListAvailableRepositories",
    "ListOrganizationRepositories",
    "ListProviders",
    "WatchRevocations",
    "VerifyApiToken",
    "ListSessions",
    "RevokeSession",
    "RevokeOtherSessions",
    "CreateApiToken",
    "ListApiTokens",
    "RevokeApiToken",
    "DeleteUser",
    "ExportUser",
    "ListAuditEntries",
)
JOBS_METHODS = (
    "SubmitAnalysis",
    "GetJob",
    "ListJobs",
    "ListJobEvents",
    "WatchJob",
    "CancelJob",
    "RetryJob",
    "GetReport",
    "ReadSection",
    *followed.METHODS,
    *SHARE_METHODS,
)
FINAL = {
    jobs.JOB_STATE_COMPLETED,
    jobs.JOB_STATE_FAILED,
    jobs.JOB_STATE_CANCELLED,
    jobs.JOB_STATE_EXPIRED,
}


def access_token(user_id: str = ALICE, *, key: bytes = KEY, kid: str = KID, lifetime: int = 900, **claims: Any) -> str:
    """A token as auth issues it."""
    now = datetime.now(UTC)
    content = {
        "sub": user_id,
        "sid": "session-1",
        "iss": "gitstrata-auth",
        "aud": "gitstrata",
        "iat": now,
        "nbf": now,
        "exp": now + timedelta(seconds=lifetime),
        "jti": uuid.uuid4().hex,
    }
    return jwt.encode({**content, **claims}, key, algorithm="HS256", headers={"kid": kid})


def _user(user_id: str) -> auth.User:
    login = {ALICE: "alice", BOB: "bob"}[user_id]
    user = auth.User(id=user_id, provider="github", login=login, name=login.title(), role="member", connected=True)
    user.created_at.FromDatetime(datetime(2026, 11, 1, 8, tzinfo=UTC))
    return user


class InMemoryAuth(AuthServiceServicer):
    """Signs in `alice` with any code that starts with her name; refresh tokens work once."""

    def __init__(self) -> None:
        self.refresh_tokens: dict[str, str] = {}
        self.repositories = [
            auth.AvailableRepository(
                id=str(number),
                full_name=f"alice/project-{number}",
                clone_url=f"https://git.example/alice/project-{number}.git",
                private=number % 2 == 0,
                default_branch="main" if number else "",
            )
            for number in range(5)
        ]
        self.organizations: dict[str, list[auth.OrganizationRepository]] = {}
        self.secrets: dict[bytes, auth.VerifyApiTokenResponse] = {}
        self.lookups = 0
        self.revocations: list[auth.Revocation] = []
        self._revoked = asyncio.Condition()
        self.clients: list[auth.Client] = []
        self.commands: list[str] = []

    async def revoke(self, **what: str) -> None:
        """Tell every gateway."""
        revocation = auth.Revocation(**what)
        revocation.at.FromDatetime(datetime.now(UTC))
        async with self._revoked:
            self.revocations.append(revocation)
            self._revoked.notify_all()

    async def WatchRevocations(self, request: Any, context: Any) -> AsyncIterator[auth.WatchRevocationsResponse]:
        told = len(self.revocations)
        yield auth.WatchRevocationsResponse(revocations=self.revocations[:told])
        while True:
            async with self._revoked:
                while len(self.revocations) == told:
                    await self._revoked.wait()
            # counted before it is sent: what comes meanwhile is sent next
            new, told = self.revocations[told:], len(self.revocations)
            yield auth.WatchRevocationsResponse(revocations=new)

    async def VerifyApiToken(self, request: Any, context: Any) -> auth.VerifyApiTokenResponse:
        self.lookups += 1
        found = self.secrets.get(request.token_hash)
        if found is None:
            raise errors.Unauthenticated("This API token is not valid.", code="token_invalid")
        return found

    async def CreateApiToken(self, request: Any, context: Any) -> auth.CreateApiTokenResponse:
        user_id = rpc.caller(context).user()
        self.clients.append(request.client)
        self.commands.append(rpc.caller(context).idempotency_key)
        secret = "gst_" + uuid.uuid4().hex + "0" * 4
        token = auth.ApiToken(id=str(uuid.uuid4()), name=request.name, scopes=request.scopes, hint=secret[:8])
        token.created_at.FromDatetime(datetime.now(UTC))
        self.secrets[hashlib.sha256(secret.encode()).digest()] = auth.VerifyApiTokenResponse(
            user_id=user_id, token_id=token.id, scopes=request.scopes, role="member"
        )
        return auth.CreateApiTokenResponse(token=token, secret=secret)

    async def ListProviders(self, request: Any, context: Any) -> auth.ListProvidersResponse:
        return auth.ListProvidersResponse(
            providers=[auth.Provider(name="github", title="GitHub", url="https://github.example")]
        )

    def _pair(self, user_id: str) -> auth.TokenPair:
        refresh = f"refresh-{uuid.uuid4().hex}"
        self.refresh_tokens[refresh] = user_id
        return auth.TokenPair(
            access_token=access_token(user_id),
            access_expires_in=900,
            refresh_token=refresh,
            refresh_expires_in=604800,
        )

    async def StartSignIn(self, request: Any, context: Any) -> auth.StartSignInResponse:
        return auth.StartSignInResponse(
            authorize_url=f"https://github.example/login/oauth/authorize?state=s1&login={quote(request.login_hint)}",
            browser_key="browser-key-1",
            expires_in=600,
        )

    async def CompleteSignIn(self, request: Any, context: Any) -> auth.CompleteSignInResponse:
        if (request.state, request.browser_key) != ("s1", "browser-key-1") or not request.code.startswith("alice"):
            raise errors.Unauthenticated(
                "This sign-in is unknown, used or too old. Start again.", code="sign_in_refused"
            )
        return auth.CompleteSignInResponse(tokens=self._pair(ALICE), user=_user(ALICE))

    async def RefreshSession(self, request: Any, context: Any) -> auth.RefreshSessionResponse:
        user_id = self.refresh_tokens.pop(request.refresh_token, None)
        if user_id is None:
            raise errors.Unauthenticated("This session has ended. Sign in again.", code="session_ended")
        return auth.RefreshSessionResponse(tokens=self._pair(user_id), user=_user(user_id))

    async def SignOut(self, request: Any, context: Any) -> auth.SignOutResponse:
        self.refresh_tokens.pop(request.refresh_token, None)
        return auth.SignOutResponse()

    async def GetUser(self, request: Any, context: Any) -> auth.GetUserResponse:
        if request.user_id not in {ALICE, BOB} or rpc.caller(context).user() != request.user_id:
            raise errors.NotFound("There is no such user.")
        return auth.GetUserResponse(user=_user(request.user_id))

    async def ListAvailableRepositories(self, request: Any, context: Any) -> auth.ListAvailableRepositoriesResponse:
        rpc.caller(context).user()
        found = [item for item in self.repositories if request.query in item.full_name]
        if request.page_token and not request.page_token.isdecimal():
            raise errors.InvalidInput("This cursor is not one of ours.", fields={"page_token": "is not one of ours"})
        start = int(request.page_token or 0)
        end = start + request.page_size
        return auth.ListAvailableRepositoriesResponse(
            repositories=found[start:end], next_page_token=str(end) if end < len(found) else ""
        )

    async def ListOrganizationRepositories(
        self, request: Any, context: Any
    ) -> auth.ListOrganizationRepositoriesResponse:
        rpc.caller(context).user()
        owned = self.organizations.get(request.organization)
        if owned is None:
            raise errors.NotFound("GitHub shows you no organisation of this name.", code="organization_not_found")
        start = int(request.page_token or 0)
        following = str(start + 100) if start + 100 < len(owned) else ""
        return auth.ListOrganizationRepositoriesResponse(
            repositories=owned[start : start + 100], next_page_token=following
        )


@dataclass
class Analysis:
    """One job of the in-memory jobs service."""

    owner_id: str
    job: jobs.Job
    events: list[jobs.JobEvent] = field(default_factory=list)
    sections: dict[str, tuple[analyzer.BlobRef, bytes]] = field(default_factory=dict)
    updates: list[jobs.WatchJobResponse] = field(default_factory=list)
    changed: asyncio.Condition = field(default_factory=asyncio.Condition)

    async def record(self, type_: str, data: dict[str, Any], state: int | None = None) -> None:
        """Append an event and tell the watchers."""
        if state is not None:
            self.job.state = state  # type: ignore[assignment]
        self.job.version += 1
        event = jobs.JobEvent(version=self.job.version, type=type_, event_id=str(uuid.uuid4()))
        event.recorded_at.FromDatetime(datetime(2026, 11, 23, 9, 30, self.job.version, tzinfo=UTC))
        event.data.update(data)
        self.events.append(event)
        await self._tell(jobs.WatchJobResponse(job=self.job, event=event))

    async def progress(self, phase: str, percent: float) -> None:
        self.job.progress.CopyFrom(analyzer.JobProgressed(job_id=self.job.id, phase=phase, percent=percent, done=3))
        await self._tell(jobs.WatchJobResponse(job=self.job))

    async def _tell(self, update: jobs.WatchJobResponse) -> None:
        copy = jobs.WatchJobResponse()
        copy.CopyFrom(update)
        async with self.changed:
            self.updates.append(copy)
            self.changed.notify_all()

    async def section(self, name: str, content: dict[str, Any], *, encoding: str = "gzip") -> bytes:
        """Make a section ready; gives its plain bytes."""
        plain = json.dumps(content).encode()
        blob = analyzer.BlobRef(
            sha256=hashlib.sha256(plain).hexdigest(),
            size=len(plain),
            encoding=encoding,
            media_type="application/json",
        )
        self.sections[name] = (blob, gzip.compress(plain) if encoding else plain)
        await self.record("SectionCompleted", {"section": name, "blob": {"sha256": blob.sha256, "size": blob.size}})
        return plain


class InMemoryJobs(followed.InMemoryRepositories, InMemoryShares):
    """Analyses in a dictionary; nothing runs them but the test."""

    def __init__(self) -> None:
        super().__init__()
        self.analyses: dict[str, Analysis] = {}
        self.keys: dict[tuple[str, str], tuple[bytes, str]] = {}
        self.watchers = 0
        self.commands: list[str] = []
        self.delay = 0.0

    def _own(self, context: Any, job_id: str) -> Analysis:
        found = self.analyses.get(job_id)
        if found is None or found.owner_id != rpc.caller(context).user():
            raise errors.NotFound("There is no analysis with this id, or it is not yours.")
        return found

    async def SubmitAnalysis(self, request: Any, context: Any) -> jobs.SubmitAnalysisResponse:
        user = rpc.caller(context).user()
        if not request.repository_url.startswith("https://"):
            raise errors.InvalidInput(
                "repo_url: give an https:// address.",
                code="repository_url_not_allowed",
                fields={"repo_url": "give an https:// address"},
            )
        key, plain = request.idempotency_key, jobs.SubmitAnalysisRequest()
        plain.CopyFrom(request)
        plain.idempotency_key = ""
        content = plain.SerializeToString(deterministic=True)
        if key and (user, key) in self.keys:
            before, job_id = self.keys[user, key]
            if before != content:
                raise errors.InvalidInput(
                    "This Idempotency-Key was used with another body.", code="idempotency_key_reused"
                )
            return jobs.SubmitAnalysisResponse(job=self.analyses[job_id].job)
        job = jobs.Job(
            id=str(uuid.uuid4()),
            state=jobs.JOB_STATE_PENDING,
            repository_url=request.repository_url,
            ref=request.ref,
            options=request.options,
        )
        job.created_at.FromDatetime(datetime(2026, 11, 23, 9, 30, tzinfo=UTC) + timedelta(seconds=len(self.analyses)))
        self.analyses[job.id] = analysis = Analysis(owner_id=user, job=job)
        await analysis.record("JobSubmitted", {"job_id": job.id, "owner_id": user})
        if key:
            self.keys[user, key] = (content, job.id)
        return jobs.SubmitAnalysisResponse(job=job)

    async def GetJob(self, request: Any, context: Any) -> jobs.GetJobResponse:
        await asyncio.sleep(self.delay)
        return jobs.GetJobResponse(job=self._own(context, request.job_id).job)

    async def ListJobs(self, request: Any, context: Any) -> jobs.ListJobsResponse:
        user = rpc.caller(context).user()
        own = [item.job for item in reversed(self.analyses.values()) if item.owner_id == user]
        found = [job for job in own if request.state in {jobs.JOB_STATE_UNSPECIFIED, job.state}]
        if request.page_token and not request.page_token.isdecimal():
            raise errors.InvalidInput("This cursor is not one of ours.", fields={"cursor": "is not one of ours"})
        start = int(request.page_token or 0)
        end = start + request.page_size
        return jobs.ListJobsResponse(jobs=found[start:end], next_page_token=str(end) if end < len(found) else "")

    async def ListJobEvents(self, request: Any, context: Any) -> jobs.ListJobEventsResponse:
        return jobs.ListJobEventsResponse(events=self._own(context, request.job_id).events)

    async def WatchJob(self, request: Any, context: Any) -> AsyncIterator[jobs.WatchJobResponse]:
        analysis = self._own(context, request.job_id)
        seen = 0
        self.watchers += 1
        try:
            while True:
                for update in analysis.updates[seen:]:
                    seen += 1
                    if update.HasField("event") and update.event.version <= request.after_version:
                        continue
                    yield update
                if seen == len(analysis.updates) and analysis.updates[-1].job.state in FINAL:
                    return
                async with analysis.changed:
                    while len(analysis.updates) == seen:
                        await analysis.changed.wait()
        finally:
            self.watchers -= 1

    async def CancelJob(self, request: Any, context: Any) -> jobs.CancelJobResponse:
        self.commands.append(rpc.caller(context).idempotency_key)
        analysis = self._own(context, request.job_id)
        if analysis.job.state in FINAL:
            raise errors.WrongState("The analysis has already ended.", code="job_ended")
        await analysis.record("JobCancelled", {}, jobs.JOB_STATE_CANCELLED)
        return jobs.CancelJobResponse(job=analysis.job)

    async def RetryJob(self, request: Any, context: Any) -> jobs.RetryJobResponse:
        self.commands.append(rpc.caller(context).idempotency_key)
        analysis = self._own(context, request.job_id)
        if analysis.job.state not in FINAL - {jobs.JOB_STATE_COMPLETED}:
            raise errors.WrongState("Only an analysis that failed can be tried again.", code="job_not_retryable")
        await analysis.record("JobRequested", {"attempt": 2}, jobs.JOB_STATE_PENDING)
        return jobs.RetryJobResponse(job=analysis.job)

    async def GetReport(self, request: Any, context: Any) -> jobs.GetReportResponse:
        analysis = self._own(context, request.job_id)
        done = analysis.job.state == jobs.JOB_STATE_COMPLETED
        return jobs.GetReportResponse(
            job=analysis.job,
            sections=[
                analyzer.SectionRef(section=name, blob=blob)
                for name, (blob, _) in analysis.sections.items()
                if name != "head"
            ],
            head=analysis.sections["head"][0] if "head" in analysis.sections else None,
            engine_version="0.1.0" if done else "",
            schema_version="1" if done else "",
        )

    async def ReadSection(self, request: Any, context: Any) -> AsyncIterator[jobs.ReadSectionResponse]:
        analysis = self._own(context, request.job_id)
        if request.section not in analysis.sections:
            raise errors.NotFound("This section is not ready.", code="section_not_ready")
        blob, stored = analysis.sections[request.section]
        yield jobs.ReadSectionResponse(blob=blob, chunk=stored[:10])
        for start in range(10, len(stored), 1000):
            yield jobs.ReadSectionResponse(chunk=stored[start : start + 1000])
