"""Many analyses at once: a list, or a whole organisation."""

from typing import Annotated

from fastapi import APIRouter, Request

from gateway import batch_schemas, problems
from gateway.batch_schemas import Outcome, Submissions
from gateway.batches import Batches, planned, skipped
from gateway.routes.access import (
    SERVED,
    SIGNED_IN,
    User,
    clients,
)
from gateway.routes.shares import repeats
from gateway.schemas import SubmitAnalysis

IdempotencyKey = Annotated[
    str | None, repeats("asked again under the same key, a repository is not analysed a second time by that.")
]
router = APIRouter(prefix="/api/v1/analysis", tags=["analysis"])
_SUBMITTING = ("malformed_body", *SIGNED_IN, "conflict", "body_too_large", "invalid_input", "limit_reached", *SERVED)


@router.post(
    "/batch",
    operation_id="submitAnalyses",
    summary="Analyse several repositories",
    responses=problems.answers(*_SUBMITTING),
)
async def several(
    *, user: User, request: Request, body: batch_schemas.SubmitAnalyses, idempotency_key: IdempotencyKey = None
) -> Submissions:
    """Each is accepted or refused on its own, as by `POST /api/v1/analysis`; the answer is 200 whatever became of them.
    One that is under way is not begun again. `dry_run` tells what would become of each.
    """
    analyses = [planned(each, idempotency_key) for each in body.repositories]
    items = await Batches(clients(request), user.user_id).submit(analyses, dry_run=body.dry_run, unchanged=True)
    return _answer(items, dry_run=body.dry_run, complete=True)


@router.post(
    "/organization",
    operation_id="submitOrganization",
    summary="Analyse an organisation's repositories",
    responses=problems.answers(*_SUBMITTING, "permission_denied", "not_found", "wrong_state"),
)
async def organization(
    *, user: User, request: Request, body: batch_schemas.SubmitOrganization, idempotency_key: IdempotencyKey = None
) -> Submissions:
    """Those that you can read at the provider, up to 1,000. Left out, unless you say otherwise: archived ones, forks,
    empty ones, and those to which nothing was pushed since their last analysis. `dry_run` tells what would become of
    each, and why not.
    """
    batches = Batches(clients(request), user.user_id)
    found, complete = await batches.of_organization(body.organization)
    left_out = {index: reason for index, owned in enumerate(found) if (reason := skipped(owned, body))}
    analyses = []
    for index, owned in enumerate(found):
        if index not in left_out:
            wanted = SubmitAnalysis(repo_url=owned.repository.clone_url, options=body.options)
            analysis = planned(wanted, idempotency_key)
            if owned.HasField("pushed_at"):
                analysis.pushed_at.CopyFrom(owned.pushed_at)
            analyses.append(analysis)
    told = await batches.submit(analyses, dry_run=body.dry_run, unchanged=body.unchanged)
    follows = None
    if body.follow and not body.dry_run:
        follows = await batches.follow_organization(body, found)
        for index, analysis in enumerate(analyses):
            if told[index].outcome is not Outcome.REFUSED:
                told[index] = told[index].model_copy(update={"followed": await batches.follow(analysis)})
    rest = iter(told)
    items = [left_out.get(index) or next(rest) for index in range(len(found))]
    return _answer(items, dry_run=body.dry_run, complete=complete, follows=follows)


def _answer(
    items: list[batch_schemas.Submission],
    *,
    dry_run: bool,
    complete: bool,
    follows: batch_schemas.Organization | None = None,
) -> Submissions:
    accepted = sum(each.outcome is Outcome.ACCEPTED for each in items)
    return Submissions(dry_run=dry_run, accepted=accepted, complete=complete, organization=follows, items=items)
