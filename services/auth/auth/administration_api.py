"""The gRPC calls for administrators. What they do is in the audit log."""

from __future__ import annotations

from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from auth import audit, people
from auth.account_api import AccountCalls, page_size
from auth.audit import Client, Entry
from auth.domain import ChangeRole, Event, Role, User
from auth.messages import client_of
from auth.people import USERS
from auth.settings import Settings
from gitstrata_protos.auth.v1 import auth_service_pb2 as pb
from kit import rpc
from kit.errors import InvalidInput
from kit.store import Execution

_ROLES: dict[str, Role] = {"member": "member", "administrator": "administrator"}
_LONGEST_ACTION = 64


class AdministrationCalls(AccountCalls):
    """Seeing everybody and everything that is no secret, and changing who may."""

    _settings: Settings | None

    async def ListUsers(self, request: pb.ListUsersRequest, context: Any) -> pb.ListUsersResponse:
        await self._administrator(rpc.caller(context).user())
        size = page_size(request.page_size)
        if request.page_token and not people.is_uuid(request.page_token):
            raise InvalidInput("This page does not exist. Start the list again.", fields={"page_token": "unknown"})
        async with self._events.engine.connect() as connection:
            found = await people.page(connection, after=request.page_token, limit=size + 1)
        following = found[size - 1].id if len(found) > size else ""
        return pb.ListUsersResponse(users=[self._shown(user) for user in found[:size]], next_page_token=following)

    async def ChangeUserRole(self, request: pb.ChangeUserRoleRequest, context: Any) -> pb.ChangeUserRoleResponse:
        actor = (await self._administrator(rpc.caller(context).user())).id
        role = _ROLES.get(request.role)
        if role is None:
            raise InvalidInput("A role is member or administrator.", fields={"role": "Unknown."})
        user = await self._found(request.user_id)
        await self._change_role(user.id, role, actor=actor, client=client_of(request))
        return pb.ChangeUserRoleResponse(user=self._shown(await self._found(user.id)))

    async def _change_role(self, user_id: str, role: Role, *, actor: str, client: Client) -> None:
        at = self._clock()

        async def informed(connection: AsyncConnection, _: Any) -> ChangeRole:
            return ChangeRole(user_id, role, await people.other_administrators(connection, user_id), at)

        async def tell(connection: AsyncConnection, _: Execution[User, Event]) -> None:
            await audit.write(connection, Entry(user_id, actor, "role_changed", at, role, client))

        command = ChangeRole(user_id, role, 0, at)
        await self._events.execute(USERS, user_id, command, actor=actor, informed=informed, then=tell)

    async def RevokeUserSessions(
        self, request: pb.RevokeUserSessionsRequest, context: Any
    ) -> pb.RevokeUserSessionsResponse:
        actor = (await self._administrator(rpc.caller(context).user())).id
        user = await self._found(request.user_id)
        revoked = await self._sessions.end_all(
            user.id, "administrator", actor=actor, client=client_of(request), at=self._clock()
        )
        return pb.RevokeUserSessionsResponse(revoked=revoked)

    async def GetSettings(self, request: pb.GetSettingsRequest, context: Any) -> pb.GetSettingsResponse:
        await self._administrator(rpc.caller(context).user())
        return pb.GetSettingsResponse(settings=self._settings.shown() if self._settings else {})

    async def AdmitAdministrator(
        self, request: pb.AdmitAdministratorRequest, context: Any
    ) -> pb.AdmitAdministratorResponse:
        actor = (await self._administrator(rpc.caller(context).user())).id
        action = request.action
        if not 0 < len(action) <= _LONGEST_ACTION or not action.replace("_", "a").isalnum():
            raise InvalidInput("An action is a short name.", fields={"action": "Unknown."})
        entry = Entry(actor, actor, f"admin_{action}", self._clock(), request.target, client_of(request))
        async with self._events.engine.begin() as connection:
            await audit.write(connection, entry)
        return pb.AdmitAdministratorResponse()
