"""Outgoing webhooks of the in-memory jobs service."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from typing import Any

from gitstrata_protos.jobs.v1 import webhooks_service_pb2 as pb
from gitstrata_protos.jobs.v1.webhooks_service_pb2_grpc import WebhooksServiceServicer
from kit import errors, rpc

METHODS = tuple(method.name for method in pb.DESCRIPTOR.services_by_name["WebhooksService"].methods)


class InMemoryWebhooks(WebhooksServiceServicer):
    """Endpoints by owner and id; nothing is ever sent."""

    def __init__(self) -> None:
        self.endpoints: dict[tuple[str, str], pb.WebhookEndpoint] = {}
        self.deliveries: dict[str, list[pb.WebhookDelivery]] = {}
        self.keys: list[str] = []

    def _own(self, context: Any, endpoint_id: str) -> pb.WebhookEndpoint:
        found = self.endpoints.get((rpc.caller(context).user(), endpoint_id))
        if found is None:
            raise errors.NotFound("There is no such webhook endpoint.", code="webhook_endpoint_not_found")
        return found

    async def CreateWebhookEndpoint(self, request: Any, context: Any) -> pb.CreateWebhookEndpointResponse:
        owner = rpc.caller(context).user()
        if not request.url.startswith("https://"):
            raise errors.InvalidInput(
                "Only https addresses are called.",
                code="webhook_url_not_allowed",
                fields={"url": "Only https addresses are called."},
            )
        self.keys.append(rpc.caller(context).idempotency_key)
        made = pb.WebhookEndpoint(
            id=str(uuid.uuid4()),
            url=request.url,
            description=request.description,
            events=request.events or ["analysis.completed", "repository.pushed"],
            enabled=True,
        )
        made.created_at.FromDatetime(datetime(2026, 11, 28, tzinfo=UTC))
        self.endpoints[owner, made.id] = made
        return pb.CreateWebhookEndpointResponse(endpoint=made, secret="whsec_first")

    async def ListWebhookEndpoints(self, request: Any, context: Any) -> pb.ListWebhookEndpointsResponse:
        user = rpc.caller(context).user()
        own = [each for (owner, _), each in reversed(self.endpoints.items()) if owner == user]
        return pb.ListWebhookEndpointsResponse(**_page("endpoints", own, request))

    async def GetWebhookEndpoint(self, request: Any, context: Any) -> pb.GetWebhookEndpointResponse:
        return pb.GetWebhookEndpointResponse(endpoint=self._own(context, request.endpoint_id))

    async def ChangeWebhookEndpoint(self, request: Any, context: Any) -> pb.ChangeWebhookEndpointResponse:
        found = self._own(context, request.endpoint_id)
        for name in ("url", "description", "enabled"):
            if request.HasField(name):
                setattr(found, name, getattr(request, name))
        if request.HasField("events"):
            found.events[:] = request.events.events
        found.disabled_reason = "" if found.enabled else "user"
        return pb.ChangeWebhookEndpointResponse(endpoint=found)

    async def DeleteWebhookEndpoint(self, request: Any, context: Any) -> pb.DeleteWebhookEndpointResponse:
        del self.endpoints[rpc.caller(context).user(), self._own(context, request.endpoint_id).id]
        return pb.DeleteWebhookEndpointResponse()

    async def RotateWebhookSecret(self, request: Any, context: Any) -> pb.RotateWebhookSecretResponse:
        found = self._own(context, request.endpoint_id)
        if request.overlap_hours:
            found.previous_secret_until.FromDatetime(datetime(2026, 11, 29, tzinfo=UTC))
        return pb.RotateWebhookSecretResponse(endpoint=found, secret="whsec_second")

    async def TestWebhookEndpoint(self, request: Any, context: Any) -> pb.TestWebhookEndpointResponse:
        found = self._own(context, request.endpoint_id)
        if not found.enabled:
            raise errors.WrongState("This endpoint is disabled. Enable it first.", code="webhook_endpoint_disabled")
        sent = pb.WebhookDelivery(
            id=str(uuid.uuid4()), message_id="msg_1", type="webhook.test", state=pb.WEBHOOK_DELIVERY_STATE_PENDING
        )
        self.deliveries.setdefault(found.id, []).insert(0, sent)
        return pb.TestWebhookEndpointResponse(delivery=sent)

    async def ListWebhookDeliveries(self, request: Any, context: Any) -> pb.ListWebhookDeliveriesResponse:
        found = self.deliveries.get(self._own(context, request.endpoint_id).id, [])
        shown = [each for each in found if request.state in {pb.WEBHOOK_DELIVERY_STATE_UNSPECIFIED, each.state}]
        return pb.ListWebhookDeliveriesResponse(**_page("deliveries", shown, request))

    def _delivery(self, request: Any, context: Any) -> pb.WebhookDelivery:
        for each in self.deliveries.get(self._own(context, request.endpoint_id).id, []):
            if each.id == request.delivery_id:
                return each
        raise errors.NotFound("There is no such delivery.", code="webhook_delivery_not_found")

    async def GetWebhookDelivery(self, request: Any, context: Any) -> pb.GetWebhookDeliveryResponse:
        attempt = pb.WebhookAttempt(status=500, error="answered 500", milliseconds=12)
        return pb.GetWebhookDeliveryResponse(
            delivery=self._delivery(request, context), payload='{"type":"webhook.test"}', attempts=[attempt]
        )

    async def ReplayWebhookDelivery(self, request: Any, context: Any) -> pb.ReplayWebhookDeliveryResponse:
        return pb.ReplayWebhookDeliveryResponse(delivery=self._delivery(request, context))


def _page(name: str, items: list[Any], request: Any) -> dict[str, Any]:
    start = int(request.page_token or 0)
    end = start + request.page_size
    return {name: items[start:end], "next_page_token": str(end) if end < len(items) else ""}
