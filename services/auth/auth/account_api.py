"""The gRPC calls about one's own account: profile, sessions, API tokens, audit log, export, and leaving."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Mapping
from datetime import datetime
from typing import Any

from google.protobuf.json_format import MessageToDict
from google.protobuf.message import Message
from sqlalchemy.ext.asyncio import AsyncConnection

from auth import audit, people
from auth.api_tokens import ApiTokens
from auth.audit import Entry
from auth.domain import DeleteUser, Event, User
from auth.grants import Grants, Held
from auth.hooks import Hooks
from auth.messages import client_of, entry_message, session_message, stamp, token_message, user_message
from auth.people import USERS, UserRow
from auth.provider import IdentityProvider
from auth.revocations import Revocations
from auth.sessions import Sessions
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from gitstrata_protos.auth.v1.auth_service_pb2_grpc import AuthServiceServicer
from kit import idempotency, rpc, telemetry
from kit.errors import AppError, InvalidInput, NotFound, PermissionDenied
from kit.idempotency import Once
from kit.store import EventStore, Execution
from kit.vault import Vault

_PAGE, _LARGEST_PAGE = 50, 100
_MOST_EXPORTED = 10_000
_HASH_BYTES = 32


class AccountCalls(AuthServiceServicer):
    """What users do with their own account."""

    _events: EventStore
    _sessions: Sessions
    _secrets: Vault
    _tokens: ApiTokens
    _grants: Grants
    _hooks: Hooks
    _revocations: Revocations
    _providers: Mapping[str, IdentityProvider]
    _clock: Callable[[], datetime]

    # ------------------------------------------------------------ the user

    async def GetUser(self, request: pb.GetUserRequest, context: Any) -> pb.GetUserResponse:
        user_id = rpc.caller(context).user()
        if request.user_id not in {"", user_id}:
            raise _no_user()
        return pb.GetUserResponse(user=self._shown(await self._found(user_id)))

    async def DeleteUser(self, request: pb.DeleteUserRequest, context: Any) -> pb.DeleteUserResponse:
        user_id = rpc.caller(context).user()
        await self._found(user_id)
        at = self._clock()
        held, hooks = await self._held(user_id, at), await self._hooks.all_of(user_id)

        async def informed(connection: AsyncConnection, _: Any) -> DeleteUser:
            alone = await people.other_administrators(connection, user_id) == 0
            return DeleteUser(user_id, at, needed=alone and await _others(connection, user_id))

        async def tell(connection: AsyncConnection, _: Execution[User, Event]) -> None:
            await audit.write(connection, Entry(user_id, user_id, "user_deleted", at))
            await idempotency.forget(connection, user_id)

        command = DeleteUser(user_id, at)
        await self._events.execute(USERS, user_id, command, actor=user_id, informed=informed, then=tell)
        telemetry.log.info("user deleted", user_id=user_id)
        if held is not None:
            await self._hooks.farewell(held, hooks)
            await held.provider.withdraw(held.token)
        return pb.DeleteUserResponse()

    async def _held(self, user_id: str, at: datetime) -> Held | None:
        """The provider's token, to be withdrawn; whoever leaves leaves, whether there is one or not."""
        try:
            async with self._grants.used(user_id, at) as held:
                return held
        except AppError as error:
            telemetry.log.warning("a grant cannot be withdrawn", user_id=user_id, code=error.code)
            return None

    async def ExportUser(self, request: pb.ExportUserRequest, context: Any) -> pb.ExportUserResponse:
        user_id = rpc.caller(context).user()
        user = await self._found(user_id)
        at = self._clock()
        async with self._events.engine.connect() as connection:
            entries = await audit.read(connection, user_id, before=None, limit=_MOST_EXPORTED)
        exported = {
            "user": _plain(self._shown(user)),
            "sessions": [_plain(session_message(row)) for row in await self._sessions.of(user_id, at)],
            "api_tokens": [_plain(token_message(row)) for row in await self._tokens.of(user_id)],
            "audit": [_plain(entry_message(row)) for row in entries],
        }
        return pb.ExportUserResponse(json=json.dumps(exported, ensure_ascii=False))

    # ------------------------------------------------------------ sessions

    async def ListSessions(self, request: pb.ListSessionsRequest, context: Any) -> pb.ListSessionsResponse:
        rows = await self._sessions.of(rpc.caller(context).user(), self._clock())
        return pb.ListSessionsResponse(sessions=[session_message(row) for row in rows])

    async def RevokeSession(self, request: pb.RevokeSessionRequest, context: Any) -> pb.RevokeSessionResponse:
        user_id = rpc.caller(context).user()
        await self._sessions.end(user_id, request.session_id, client=client_of(request), at=self._clock())
        return pb.RevokeSessionResponse()

    async def RevokeOtherSessions(
        self, request: pb.RevokeOtherSessionsRequest, context: Any
    ) -> pb.RevokeOtherSessionsResponse:
        user_id = rpc.caller(context).user()
        revoked = await self._sessions.end_all(
            user_id,
            "revoked",
            keep=request.session_id,
            actor=user_id,
            client=client_of(request),
            at=self._clock(),
        )
        return pb.RevokeOtherSessionsResponse(revoked=revoked)

    # ------------------------------------------------------------ API tokens

    async def CreateApiToken(self, request: pb.CreateApiTokenRequest, context: Any) -> pb.CreateApiTokenResponse:
        caller = rpc.caller(context)
        return await self._tokens.create(
            caller.user(),
            name=request.name,
            scopes=request.scopes,
            days=request.days,
            client=client_of(request),
            at=self._clock(),
            # the answer holds the token itself, which is kept nowhere else
            once=Once.of(caller, request, ignoring=("client",), box=self._secrets),
            told=lambda row, secret: pb.CreateApiTokenResponse(token=token_message(row), secret=secret),
        )

    async def ListApiTokens(self, request: pb.ListApiTokensRequest, context: Any) -> pb.ListApiTokensResponse:
        rows = await self._tokens.of(rpc.caller(context).user())
        return pb.ListApiTokensResponse(tokens=[token_message(row) for row in rows])

    async def RevokeApiToken(self, request: pb.RevokeApiTokenRequest, context: Any) -> pb.RevokeApiTokenResponse:
        user_id = rpc.caller(context).user()
        await self._tokens.revoke(user_id, request.token_id, client=client_of(request), at=self._clock())
        return pb.RevokeApiTokenResponse()

    async def VerifyApiToken(self, request: pb.VerifyApiTokenRequest, context: Any) -> pb.VerifyApiTokenResponse:
        if len(request.token_hash) != _HASH_BYTES:
            raise InvalidInput("A token is named by its SHA-256.", code="token_hash_invalid")
        bearer = await self._tokens.verify(request.token_hash, self._clock())
        return pb.VerifyApiTokenResponse(
            user_id=bearer.user_id,
            token_id=bearer.token_id,
            scopes=bearer.scopes,
            role=bearer.role,
            expires_at=stamp(bearer.expires_at) if bearer.expires_at else None,
        )

    async def WatchRevocations(
        self, request: pb.WatchRevocationsRequest, context: Any
    ) -> AsyncIterator[pb.WatchRevocationsResponse]:
        async for told in self._revocations.watch(self._clock()):
            yield pb.WatchRevocationsResponse(revocations=told)

    # ------------------------------------------------------------ the audit log

    async def ListAuditEntries(self, request: pb.ListAuditEntriesRequest, context: Any) -> pb.ListAuditEntriesResponse:
        user_id = rpc.caller(context).user()
        if request.everybody:
            await self._administrator(user_id)
        size = page_size(request.page_size)
        token = request.page_token
        if token and not (token.isascii() and token.isdigit() and len(token) <= 18):
            raise InvalidInput("This page does not exist. Start the list again.", fields={"page_token": "unknown"})
        async with self._events.engine.connect() as connection:
            rows = await audit.read(
                connection,
                None if request.everybody else user_id,
                before=int(token) if token else None,
                limit=size + 1,
            )
        following = str(rows[size - 1].id) if len(rows) > size else ""
        return pb.ListAuditEntriesResponse(
            entries=[entry_message(row) for row in rows[:size]], next_page_token=following
        )

    # ------------------------------------------------------------ what all of them need

    async def _found(self, user_id: str) -> UserRow:
        async with self._events.engine.connect() as connection:
            user = await people.find(connection, user_id)
        if user is None:
            raise _no_user()
        return user

    async def _administrator(self, user_id: str) -> UserRow:
        """The user, who is an administrator now, whatever their token says; PermissionDenied otherwise."""
        async with self._events.engine.connect() as connection:
            user = await people.find(connection, user_id)
        if user is None or user.role != "administrator":
            raise PermissionDenied("This is for administrators.", code="administrators_only")
        return user

    def _shown(self, user: UserRow) -> pb.User:
        return user_message(user, self._providers.get(user.origin))


async def _others(connection: AsyncConnection, user_id: str) -> bool:
    return any(user.id != user_id for user in await people.page(connection, after="", limit=2))


def _plain(message: Message) -> dict[str, Any]:
    return MessageToDict(message, preserving_proto_field_name=True)


def page_size(asked: int) -> int:
    if asked > _LARGEST_PAGE:
        raise InvalidInput(f"A page has at most {_LARGEST_PAGE} entries.", fields={"page_size": "At most 100."})
    return asked or _PAGE


def _no_user() -> NotFound:
    return NotFound("There is no such user.", code="user_not_found")
