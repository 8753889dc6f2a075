"""For administrators: everybody's accounts and analyses, dead letters, settings. What changes something is audited."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Request, Response

from gateway import account_schemas, account_wire, problems, schemas, wire
from gateway.routes.access import (
    LINK,
    SERVED,
    SIGNED_IN,
    Administrator,
    Caller,
    CommandKey,
    Cursor,
    Limit,
    clients,
    next_link,
)
from gateway.routes.account import Id, audit_page
from gitstrata_protos.auth.v1 import auth_service_pb2 as proto
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs_proto
from kit import rpc

PATH = "/api/v1/admin"
_ALLOWED = (*SIGNED_IN, "administrators_only")
_OUTCOMES: dict[int, Literal["handled", "refused", "sent"]] = {
    jobs_proto.REDRIVE_OUTCOME_HANDLED: "handled",
    jobs_proto.REDRIVE_OUTCOME_REFUSED: "refused",
    jobs_proto.REDRIVE_OUTCOME_SENT: "sent",
}

router = APIRouter(prefix=PATH, tags=["administration"])


@router.get(
    "/users",
    operation_id="listUsers",
    summary="Everybody who signed in",
    responses={200: {"headers": LINK}, **problems.answers(*_ALLOWED, "invalid_input", *SERVED)},
)
async def users(
    user: Administrator, request: Request, response: Response, limit: Limit = 50, cursor: Cursor = None
) -> account_schemas.UserPage:
    """In no order that means anything."""
    asked = proto.ListUsersRequest(page_size=limit, page_token=cursor or "")
    reply = await rpc.call(clients(request).auth.ListUsers, asked, user_id=user.user_id)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(f"{PATH}/users", following, limit=limit)
    return account_schemas.UserPage(items=[wire.user(item) for item in reply.users], next_cursor=following)


@router.patch(
    "/users/{id}",
    operation_id="changeUserRole",
    summary="Make somebody an administrator, or no longer",
    responses=problems.answers(
        "malformed_body",
        *_ALLOWED,
        "not_found",
        "wrong_state",
        "body_too_large",
        "invalid_input",
        *SERVED,
    ),
)
async def change_role(
    *,
    user: Administrator,
    request: Request,
    caller: Caller,
    id: Id,  # noqa: A002 its name
    body: account_schemas.RoleChange,
) -> account_schemas.User:
    """Access tokens issued before must be refreshed, so that it holds at once. The last administrator stays one."""
    asked = proto.ChangeUserRoleRequest(user_id=id, role=body.role, client=caller)
    reply = await rpc.call(clients(request).auth.ChangeUserRole, asked, user_id=user.user_id)
    return wire.user(reply.user)


@router.delete(
    "/users/{id}/sessions",
    operation_id="revokeUserSessions",
    summary="Sign somebody out everywhere",
    responses=problems.answers(*_ALLOWED, "not_found", "invalid_input", *SERVED),
)
async def revoke_sessions(
    user: Administrator,
    request: Request,
    caller: Caller,
    id: Id,  # noqa: A002 its name
) -> account_schemas.Revoked:
    """Their API tokens stay."""
    asked = proto.RevokeUserSessionsRequest(user_id=id, client=caller)
    reply = await rpc.call(clients(request).auth.RevokeUserSessions, asked, user_id=user.user_id)
    return account_schemas.Revoked(revoked=reply.revoked)


@router.get(
    "/audit",
    operation_id="listAllAuditEntries",
    summary="What was done with everybody's accounts",
    responses={200: {"headers": LINK}, **problems.answers(*_ALLOWED, "invalid_input", *SERVED)},
)
async def audit(
    user: Administrator, request: Request, response: Response, limit: Limit = 50, cursor: Cursor = None
) -> account_schemas.AuditPage:
    """The whole audit log."""
    asked = proto.ListAuditEntriesRequest(everybody=True, page_size=limit, page_token=cursor or "")
    return await audit_page(clients(request), user.user_id, asked, response, f"{PATH}/audit")


@router.get(
    "/analysis",
    operation_id="listAllAnalyses",
    summary="Everybody's analyses",
    responses={200: {"headers": LINK}, **problems.answers(*_ALLOWED, "invalid_input", *SERVED)},
)
async def analyses(
    *,
    user: Administrator,
    request: Request,
    response: Response,
    limit: Limit = 20,
    cursor: Cursor = None,
    status: Annotated[schemas.JobStatus | None, Query(description="Only analyses that stand there.")] = None,
) -> account_schemas.OwnedJobPage:
    """Where they stand, not what they found: reports are their owners' alone."""
    asked = jobs_proto.ListAllJobsRequest(page_size=limit, page_token=cursor or "", state=wire.state(status))
    reply = await rpc.call(clients(request).jobs.ListAllJobs, asked, user_id=user.user_id, administrator=True)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(f"{PATH}/analysis", following, limit=limit, status=status)
    return account_schemas.OwnedJobPage(
        items=[account_wire.owned_job(item) for item in reply.jobs], next_cursor=following
    )


@router.get(
    "/dead-letters",
    operation_id="listDeadLetters",
    summary="Messages that nobody could handle",
    responses={200: {"headers": LINK}, **problems.answers(*_ALLOWED, "invalid_input", *SERVED)},
)
async def dead_letters(
    user: Administrator, request: Request, response: Response, limit: Limit = 20, cursor: Cursor = None
) -> account_schemas.DeadLetterPage:
    """Oldest first, without what they say."""
    asked = jobs_proto.ListDeadLettersRequest(page_size=limit, page_token=cursor or "")
    reply = await rpc.call(clients(request).jobs.ListDeadLetters, asked, user_id=user.user_id, administrator=True)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(f"{PATH}/dead-letters", following, limit=limit)
    return account_schemas.DeadLetterPage(
        items=[account_wire.dead_letter(item) for item in reply.dead_letters], next_cursor=following
    )


@router.post(
    "/dead-letters/{sequence}/redrive",
    operation_id="redriveDeadLetter",
    summary="Have one handled again",
    responses=problems.answers(*_ALLOWED, "not_found", "invalid_input", *SERVED),
)
async def redrive(
    user: Administrator,
    request: Request,
    caller: Caller,
    key: CommandKey,
    sequence: Annotated[int, Path(ge=1, le=2**53, description="Its number.")],
) -> account_schemas.Redriven:
    """It stays where it is if that fails."""
    admitted = proto.AdmitAdministratorRequest(action="dead_letter_redriven", target=str(sequence), client=caller)
    await rpc.call(clients(request).auth.AdmitAdministrator, admitted, user_id=user.user_id)
    asked = jobs_proto.RedriveDeadLetterRequest(sequence=sequence)
    reply = await rpc.call(
        clients(request).jobs.RedriveDeadLetter, asked, user_id=user.user_id, administrator=True, idempotency_key=key
    )
    return account_schemas.Redriven(outcome=_OUTCOMES.get(reply.outcome, "handled"), detail=reply.detail)


@router.get(
    "/settings",
    operation_id="getSettings",
    summary="How this installation is set up",
    responses=problems.answers(*_ALLOWED, *SERVED),
)
async def settings(user: Administrator, request: Request) -> account_schemas.InstallationSettings:
    """Settings that are no secret."""
    auth = await rpc.call(clients(request).auth.GetSettings, proto.GetSettingsRequest(), user_id=user.user_id)
    jobs = await rpc.call(
        clients(request).jobs.GetSettings, jobs_proto.GetSettingsRequest(), user_id=user.user_id, administrator=True
    )
    return account_schemas.InstallationSettings(
        auth=dict(sorted(auth.settings.items())), jobs=dict(sorted(jobs.settings.items()))
    )
