"""Many analyses at once: lists, and what organisations have."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import uuid4

from gateway import batch_schemas, schemas, wire
from gateway.batch_schemas import MOST, Outcome, Submission
from gateway.clients import Clients
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth
from gitstrata_protos.jobs.v1 import events_pb2 as events
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import rpc
from kit.errors import AppError, WrongState

MOST_OF_ORGANIZATION = 1_000
"""Repositories of an organisation that are looked at."""
_TIMEOUT_SECONDS = 30
_PIECE_BYTES = 2 * 1024 * 1024
_OUTCOMES = {
    jobs.SUBMIT_VERDICT_ACCEPTED: Outcome.ACCEPTED,
    jobs.SUBMIT_VERDICT_RUNNING: Outcome.RUNNING,
    jobs.SUBMIT_VERDICT_UNCHANGED: Outcome.UNCHANGED,
    jobs.SUBMIT_VERDICT_REFUSED: Outcome.REFUSED,
}
_SKIPPED = {
    "empty": "There is no commit in it.",
    "archived": "It is archived.",
    "fork": "It is a fork.",
}


def planned(body: schemas.SubmitAnalysis, key: str | None) -> jobs.PlannedAnalysis:
    """An analysis of a list, under a key of its own that comes of the list's."""
    options = body.options
    # the same list under the same key asks for the same analyses; without one, a repeated call must not ask twice
    own = f"{key or uuid4()}\n{body.repo_url}\n{body.ref or ''}"
    return jobs.PlannedAnalysis(
        request=jobs.SubmitAnalysisRequest(
            repository_url=body.repo_url,
            ref=body.ref or "",
            options=_options(options),
            people=jobs.PeopleRules(mailmap=options.mailmap, kinds=options.kinds),
            idempotency_key=hashlib.sha256(own.encode()).hexdigest(),
        )
    )


def _options(options: schemas.AnalysisOptions) -> events.AnalysisOptions:
    return events.AnalysisOptions(runner=options.runner or "", ignore_revs=options.ignore_revs, exclude=options.exclude)


def organization(message: jobs.Organization) -> batch_schemas.Organization:
    error = message.error
    return batch_schemas.Organization(
        id=message.id,
        name=message.name,
        forks=message.forks,
        archived=message.archived,
        followed_at=wire.moment(message, "followed_at"),
        checked_at=wire.moment(message, "checked_at"),
        error=schemas.JobError(code=error.code, message=error.message) if message.HasField("error") else None,
    )


@dataclass(frozen=True, slots=True)
class Batches:
    """Of one user."""

    clients: Clients
    user_id: str

    async def submit(
        self, analyses: Sequence[jobs.PlannedAnalysis], *, dry_run: bool, unchanged: bool
    ) -> list[Submission]:
        """What becomes of each, asked in bounded pieces."""
        told: list[Submission] = []
        for some in _pieces(analyses):
            request = jobs.SubmitAnalysesRequest(
                analyses=some,
                dry_run=dry_run,
                unchanged=unchanged,
                accepted_before=sum(each.outcome is Outcome.ACCEPTED for each in told),
            )
            reply = await rpc.call(
                self.clients.jobs.SubmitAnalyses, request, user_id=self.user_id, timeout=_TIMEOUT_SECONDS
            )
            told += [_submission(each, outcome) for each, outcome in zip(some, reply.outcomes, strict=True)]
        return told

    async def of_organization(self, name: str) -> tuple[list[auth.OrganizationRepository], bool]:
        """Its repositories that the user can read, and whether these are all."""
        found: list[auth.OrganizationRepository] = []
        token = ""
        while True:
            request = auth.ListOrganizationRepositoriesRequest(organization=name, page_token=token)
            reply = await rpc.call(
                self.clients.auth.ListOrganizationRepositories,
                request,
                user_id=self.user_id,
                timeout=_TIMEOUT_SECONDS,
            )
            found += reply.repositories
            token = reply.next_page_token
            if not token or len(found) >= MOST_OF_ORGANIZATION:
                return found[:MOST_OF_ORGANIZATION], not token and len(found) <= MOST_OF_ORGANIZATION

    async def follow_organization(
        self, body: batch_schemas.SubmitOrganization, found: Sequence[auth.OrganizationRepository]
    ) -> batch_schemas.Organization:
        """Have it looked at from now on; what was found is not new any more, but for what may yet get a commit."""
        request = jobs.FollowOrganizationRequest(
            name=body.organization,
            forks=body.forks,
            archived=body.archived,
            options=_options(body.options),
            known=[owned.repository.clone_url for owned in found if not owned.empty],
        )
        reply = await rpc.call(
            self.clients.jobs.FollowOrganization, request, user_id=self.user_id, timeout=_TIMEOUT_SECONDS
        )
        return organization(reply.organization)

    async def follow(self, analysis: jobs.PlannedAnalysis) -> bool:
        """Whether the repository is followed now."""
        asked = analysis.request
        request = jobs.TrackRepositoryRequest(
            repository_url=asked.repository_url,
            settings=events.RepositorySettings(branch=asked.ref, on_push=True, options=asked.options),
            people=asked.people,
        )
        try:
            await rpc.call(self.clients.jobs.TrackRepository, request, user_id=self.user_id)
        except WrongState as error:
            return error.code == "repository_tracked"
        except AppError:
            return False
        return True


def _pieces(analyses: Sequence[jobs.PlannedAnalysis]) -> Iterator[list[jobs.PlannedAnalysis]]:
    """As many at once as jobs takes, and a call may carry: each may bring a long mailmap."""
    piece: list[jobs.PlannedAnalysis] = []
    size = 0
    for each in analyses:
        if piece and (len(piece) == MOST or size + each.ByteSize() > _PIECE_BYTES):
            yield piece
            piece, size = [], 0
        piece.append(each)
        size += each.ByteSize()
    if piece:
        yield piece


def skipped(owned: auth.OrganizationRepository, body: batch_schemas.SubmitOrganization) -> Submission | None:
    """Why a repository is not worth reading, if it is not."""
    reasons = {"empty": owned.empty, "archived": owned.archived and not body.archived}
    reasons["fork"] = owned.fork and not body.forks
    for code, holds in reasons.items():
        if holds:
            return Submission(
                repo_url=owned.repository.clone_url,
                ref=None,
                outcome=Outcome.SKIPPED,
                job=None,
                reason=schemas.JobError(code=code, message=_SKIPPED[code]),
                followed=None,
            )
    return None


def _submission(asked: jobs.PlannedAnalysis, outcome: jobs.SubmitOutcome) -> Submission:
    error = outcome.error
    return Submission(
        repo_url=asked.request.repository_url,
        ref=asked.request.ref or None,
        outcome=_OUTCOMES[outcome.verdict],
        job=wire.job(outcome.job) if outcome.HasField("job") else None,
        reason=schemas.JobError(code=error.code, message=error.message) if outcome.HasField("error") else None,
        followed=None,
    )
