"""Is the process alive, and may traffic be sent to it."""

from fastapi import APIRouter, Request, Response

from gateway import problems, schemas
from gateway.routes.access import (
    Drain,
    clients,
)

router = APIRouter(tags=["health"])


@router.get("/healthz", operation_id="getHealth", summary="Is the process alive?")
async def health() -> schemas.Health:
    """Answers whenever the process runs, whatever the services behind it do."""
    return schemas.Health()


@router.get(
    "/readyz",
    operation_id="getReadiness",
    summary="May traffic be sent here?",
    response_model=schemas.Readiness,
    responses=problems.answers("not_ready", "internal"),
)
async def readiness(request: Request, drain: Drain) -> schemas.Readiness | Response:
    """Asks auth and jobs, with a short deadline. What is missing is named in `errors`."""
    if drain.stopping:
        return problems.response(status=503, code="not_ready", detail="This gateway is about to end.")
    missing = await clients(request).missing()
    if not missing and not request.app.state.identities.revocations.known:
        missing = ["auth"]  # what was revoked is not known yet
    if missing:
        verb = "does" if len(missing) == 1 else "do"
        return problems.response(
            status=503,
            code="not_ready",
            detail=f"This gateway is not ready: {' and '.join(missing)} {verb} not answer.",
            fields=[(name, "does not answer") for name in missing],
            headers={"Retry-After": "2"},
        )
    return schemas.Readiness(checks=dict.fromkeys(clients(request).channels, "ok"))
