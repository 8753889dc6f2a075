"""One's own account: who am I, sessions, personal API tokens, audit log, export, leaving."""

import json
from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Path, Request, Response
from google.protobuf.json_format import MessageToDict

from gateway import account_schemas, account_wire, problems, wire
from gateway.clients import Clients
from gateway.routes.access import (
    LINK,
    SERVED,
    SIGNED_IN,
    Caller,
    CommandKey,
    Cursor,
    Limit,
    Settings,
    SignedIn,
    User,
    clients,
    next_link,
)
from gateway.routes.auth import PATH, forget
from gitstrata_protos.auth.v1 import auth_service_pb2 as proto
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs_proto
from kit import rpc
from kit.errors import NotFound, Unauthenticated

_IN_SESSION = (*SIGNED_IN, "session_needed")
_EXPORT_PAGE = 100
_EXPORT_PAGES = 1_000

router = APIRouter(prefix=PATH, tags=["account"])
Id = Annotated[str, Path(max_length=64, pattern=r"^[0-9a-f-]+$", description="Its id.")]


@router.get("/me", operation_id="getCurrentUser", summary="Who am I?", responses=problems.answers(*SIGNED_IN, *SERVED))
async def me(user: User, request: Request) -> account_schemas.User:
    """The user of the access token."""
    try:
        reply = await rpc.call(
            clients(request).auth.GetUser, proto.GetUserRequest(user_id=user.user_id), user_id=user.user_id
        )
    except NotFound:
        raise Unauthenticated("The access token is not valid. Sign in again.", code="token_invalid") from None
    return wire.user(reply.user)


@router.delete(
    "/me",
    operation_id="deleteCurrentUser",
    summary="Leave",
    status_code=204,
    responses=problems.answers(*_IN_SESSION, "not_found", "wrong_state", *SERVED),
)
async def leave(user: SignedIn, request: Request, settings: Settings, response: Response, caller: Caller) -> None:
    """Ends every session and token, destroys what is kept of the provider's tokens, and has all analyses of this user
    erased. It cannot be undone; signing in again makes a new user.
    """
    asked = proto.DeleteUserRequest(client=caller)
    await rpc.call(clients(request).auth.DeleteUser, asked, user_id=user.user_id, timeout=20)
    forget(response, settings)


@router.get(
    "/me/export",
    operation_id="exportCurrentUser",
    summary="All that is kept of me",
    responses=problems.answers(*_IN_SESSION, "not_found", *SERVED),
)
async def export(user: SignedIn, request: Request, response: Response) -> account_schemas.Export:
    """As one JSON document, secrets aside. Reports are at `GET analysis/{job_id}/result`."""
    response.headers["Cache-Control"] = "no-store"
    reply = await rpc.call(clients(request).auth.ExportUser, proto.ExportUserRequest(), user_id=user.user_id)
    return account_schemas.Export(
        account=json.loads(reply.json),
        analyses=[item async for item in _analyses(clients(request), user.user_id)],
        repositories=[item async for item in _repositories(clients(request), user.user_id)],
    )


async def _analyses(clients: Clients, user_id: str) -> AsyncIterator[dict[str, Any]]:
    token = ""
    for _ in range(_EXPORT_PAGES):
        request = jobs_proto.ListJobsRequest(page_size=_EXPORT_PAGE, page_token=token)
        page = await rpc.call(clients.jobs.ListJobs, request, user_id=user_id)
        for item in page.jobs:
            yield wire.job(item).model_dump(mode="json")
        token = page.next_page_token
        if not token:
            return


async def _repositories(clients: Clients, user_id: str) -> AsyncIterator[dict[str, Any]]:
    token = ""
    for _ in range(_EXPORT_PAGES):
        request = jobs_proto.ListRepositoriesRequest(page_size=_EXPORT_PAGE, page_token=token)
        page = await rpc.call(clients.jobs.ListRepositories, request, user_id=user_id)
        for item in page.repositories:
            # what lists leave out: rules about people, which are the user's own words
            one = jobs_proto.GetRepositoryRequest(repository_id=item.id)
            found = await rpc.call(clients.jobs.GetRepository, one, user_id=user_id)
            yield MessageToDict(found.repository, preserving_proto_field_name=True)
        token = page.next_page_token
        if not token:
            return


# ---------------------------------------------------------------- sessions


@router.get(
    "/sessions",
    operation_id="listSessions",
    summary="Where I am signed in",
    responses=problems.answers(*_IN_SESSION, *SERVED),
)
async def sessions(user: SignedIn, request: Request) -> account_schemas.SessionList:
    """Each browser or program that signed in, with what it says it is."""
    reply = await rpc.call(clients(request).auth.ListSessions, proto.ListSessionsRequest(), user_id=user.user_id)
    return account_schemas.SessionList(items=[account_wire.session(item, user.session_id) for item in reply.sessions])


@router.delete(
    "/sessions/{id}",
    operation_id="revokeSession",
    summary="Sign out elsewhere",
    status_code=204,
    responses=problems.answers(*_IN_SESSION, "not_found", "invalid_input", *SERVED),
)
async def revoke_session(user: SignedIn, request: Request, caller: Caller, id: Id) -> None:  # noqa: A002 its name
    """Its access tokens are refused within a second, everywhere."""
    asked = proto.RevokeSessionRequest(session_id=id, client=caller)
    await rpc.call(clients(request).auth.RevokeSession, asked, user_id=user.user_id)


@router.delete(
    "/sessions",
    operation_id="revokeOtherSessions",
    summary="Sign out everywhere else",
    responses=problems.answers(*_IN_SESSION, *SERVED),
)
async def revoke_others(user: SignedIn, request: Request, caller: Caller) -> account_schemas.Revoked:
    """All sessions but this one."""
    asked = proto.RevokeOtherSessionsRequest(session_id=user.session_id, client=caller)
    reply = await rpc.call(clients(request).auth.RevokeOtherSessions, asked, user_id=user.user_id)
    return account_schemas.Revoked(revoked=reply.revoked)


# ---------------------------------------------------------------- API tokens


@router.post(
    "/tokens",
    operation_id="createApiToken",
    summary="Make a personal API token",
    status_code=201,
    responses=problems.answers(
        "malformed_body", *_IN_SESSION, "body_too_large", "invalid_input", "limit_reached", *SERVED
    ),
)
async def create_token(
    user: SignedIn, request: Request, caller: Caller, body: account_schemas.NewApiToken, key: CommandKey
) -> account_schemas.CreatedApiToken:
    """For programs, in the `Authorization` header of everything here. It is shown this once, and kept as a hash."""
    asked = proto.CreateApiTokenRequest(
        name=body.name, scopes=body.scopes, days=body.expires_in_days or 0, client=caller
    )
    reply = await rpc.call(clients(request).auth.CreateApiToken, asked, user_id=user.user_id, idempotency_key=key)
    return account_wire.created_token(reply)


@router.get(
    "/tokens",
    operation_id="listApiTokens",
    summary="My API tokens",
    responses=problems.answers(*_IN_SESSION, *SERVED),
)
async def tokens(user: SignedIn, request: Request) -> account_schemas.ApiTokenList:
    """With their last use; not the tokens themselves."""
    reply = await rpc.call(clients(request).auth.ListApiTokens, proto.ListApiTokensRequest(), user_id=user.user_id)
    return account_schemas.ApiTokenList(items=[account_wire.api_token(item) for item in reply.tokens])


@router.delete(
    "/tokens/{id}",
    operation_id="revokeApiToken",
    summary="Make an API token void",
    status_code=204,
    responses=problems.answers(*_IN_SESSION, "not_found", "invalid_input", *SERVED),
)
async def revoke_token(user: SignedIn, request: Request, caller: Caller, id: Id) -> None:  # noqa: A002 its name
    """It is refused within a second, everywhere."""
    asked = proto.RevokeApiTokenRequest(token_id=id, client=caller)
    await rpc.call(clients(request).auth.RevokeApiToken, asked, user_id=user.user_id)


# ---------------------------------------------------------------- audit


@router.get(
    "/audit",
    operation_id="listAuditEntries",
    summary="What was done with my account",
    responses={200: {"headers": LINK}, **problems.answers(*_IN_SESSION, "invalid_input", *SERVED)},
)
async def audit(
    user: SignedIn, request: Request, response: Response, limit: Limit = 50, cursor: Cursor = None
) -> account_schemas.AuditPage:
    """Sign-ins, revocations, tokens, credentials handed to analyses: nobody can change what is written here."""
    asked = proto.ListAuditEntriesRequest(page_size=limit, page_token=cursor or "")
    return await audit_page(clients(request), user.user_id, asked, response, f"{PATH}/audit")


async def audit_page(
    clients: Clients, user_id: str, request: proto.ListAuditEntriesRequest, response: Response, path: str
) -> account_schemas.AuditPage:
    """A page of the audit log with its link."""
    reply = await rpc.call(clients.auth.ListAuditEntries, request, user_id=user_id)
    following = reply.next_page_token or None
    if following:
        response.headers["Link"] = next_link(path, following, limit=request.page_size)
    return account_schemas.AuditPage(
        items=[account_wire.audit_entry(item) for item in reply.entries], next_cursor=following
    )
