"""The gRPC calls about webhooks that Git hosts send."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from auth.hooks import Hooks
from auth.messages import stamp
from auth.people import is_uuid
from gitstrata_protos.auth.v1 import hooks_service_pb2 as pb
from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import HooksServiceServicer
from kit import rpc
from kit.errors import InvalidInput
from kit.idempotency import Once
from kit.vault import Vault

SERVICE = pb.DESCRIPTOR.services_by_name["HooksService"]
ACCESS = {method.name: ("gateway",) for method in SERVICE.methods}
_LONGEST_URL = 2048


class HooksServicer(HooksServiceServicer):
    """Hooks of the calling user, and deliveries of anybody's."""

    def __init__(self, hooks: Hooks, engine: AsyncEngine, vault: Vault, clock: Callable[[], datetime]) -> None:
        self._hooks = hooks
        self._engine = engine
        self._vault = vault
        self._clock = clock

    async def InstallHook(self, request: pb.InstallHookRequest, context: Any) -> pb.InstallHookResponse:
        user_id = rpc.caller(context).user()
        if not is_uuid(request.repository_id) or not 0 < len(request.repository_url) <= _LONGEST_URL:
            raise InvalidInput("A followed repository has an id and an address.", code="repository_invalid")
        once = Once.of(rpc.caller(context), request, box=self._vault)
        async with self._engine.begin() as connection:
            await once.claim(connection)
        # the host is asked meanwhile, so no transaction holds all; what breaks off is done again from the beginning
        row, secret = await self._hooks.install(
            user_id, repository_id=request.repository_id, repository_url=request.repository_url, at=self._clock()
        )
        reply = pb.InstallHookResponse(hook=self._hook(row), secret=secret)
        async with self._engine.begin() as connection:
            await once.keep(connection, reply)
        return reply

    async def GetHook(self, request: pb.GetHookRequest, context: Any) -> pb.GetHookResponse:
        row = await self._hooks.find(rpc.caller(context).user(), request.repository_id)
        return pb.GetHookResponse(hook=self._hook(row))

    async def RemoveHook(self, request: pb.RemoveHookRequest, context: Any) -> pb.RemoveHookResponse:
        await self._hooks.remove(rpc.caller(context).user(), request.repository_id, self._clock())
        return pb.RemoveHookResponse()

    async def CheckDelivery(self, request: pb.CheckDeliveryRequest, context: Any) -> pb.CheckDeliveryResponse:
        sender = await self._hooks.check(
            request.provider, request.hook_id, signature=request.signature, body=request.body, at=self._clock()
        )
        return pb.CheckDeliveryResponse(
            user_id=sender.user_id, repository_id=sender.repository_id, origin=sender.origin
        )

    def _hook(self, row: Any) -> pb.Hook:
        return pb.Hook(
            id=row.id,
            provider=row.provider,
            address=self._hooks.address(row),
            installed=bool(row.provider_hook_id),
            created_at=stamp(row.created_at),
            last_delivery_at=stamp(row.last_delivery_at) if row.last_delivery_at else None,
        )
