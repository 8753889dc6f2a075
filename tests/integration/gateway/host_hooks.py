"""Webhooks of Git hosts at the in-memory auth service."""

from __future__ import annotations

import hashlib
import hmac
import uuid
from datetime import UTC, datetime
from typing import Any

from gitstrata_protos.auth.v1 import hooks_service_pb2 as pb
from gitstrata_protos.auth.v1.hooks_service_pb2_grpc import HooksServiceServicer
from kit import errors, rpc

METHODS = tuple(method.name for method in pb.DESCRIPTOR.services_by_name["HooksService"].methods)
SECRET = "the-secret-of-a-hook"
APP_SECRET = "the-secret-of-the-app"


class InMemoryHooks(HooksServiceServicer):
    """Hooks by owner and repository; those of hosts called `git.example` have to be pasted."""

    def __init__(self) -> None:
        self.hooks: dict[tuple[str, str], pb.Hook] = {}

    async def InstallHook(self, request: Any, context: Any) -> pb.InstallHookResponse:
        if "nowhere" in request.repository_url:
            raise errors.WrongState("Only hosts where people sign in can tell.", code="webhook_unsupported")
        hook_id = str(uuid.uuid4())
        hook = pb.Hook(
            id=hook_id,
            provider="github",
            address=f"https://gitstrata.example/api/v1/webhooks/github/{hook_id}",
            installed="git.example" not in request.repository_url,
        )
        hook.created_at.FromDatetime(datetime(2026, 11, 28, tzinfo=UTC))
        self.hooks[rpc.caller(context).user(), request.repository_id] = hook
        return pb.InstallHookResponse(hook=hook, secret="" if hook.installed else SECRET)

    async def GetHook(self, request: Any, context: Any) -> pb.GetHookResponse:
        found = self.hooks.get((rpc.caller(context).user(), request.repository_id))
        if found is None:
            raise errors.NotFound("This repository has no webhook.", code="webhook_not_found")
        return pb.GetHookResponse(hook=found)

    async def RemoveHook(self, request: Any, context: Any) -> pb.RemoveHookResponse:
        self.hooks.pop((rpc.caller(context).user(), request.repository_id), None)
        return pb.RemoveHookResponse()

    async def CheckDelivery(self, request: Any, context: Any) -> pb.CheckDeliveryResponse:
        secret = SECRET if request.hook_id else APP_SECRET
        right = hmac.new(secret.encode(), request.body, hashlib.sha256).hexdigest()
        for (owner, repository_id), hook in self.hooks.items():
            if request.hook_id == hook.id and request.signature == right:
                return pb.CheckDeliveryResponse(user_id=owner, repository_id=repository_id)
        if not request.hook_id and request.signature == right:
            return pb.CheckDeliveryResponse()
        raise errors.Unauthenticated("The delivery is not signed with its secret.", code="signature_invalid")
