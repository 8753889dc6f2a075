"""The gRPC calls about outgoing webhooks."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp
from sqlalchemy.ext.asyncio import AsyncConnection

from gitstrata_protos.jobs.v1 import webhooks_service_pb2 as pb
from gitstrata_protos.jobs.v1 import webhooks_service_pb2_grpc as pb_grpc
from jobs.paging import page_size
from jobs.settings import Settings
from jobs.tables import webhook_endpoint
from jobs.webhooks import endpoints, messages, sender, signing
from jobs.webhooks.target import check_url
from kit import rpc
from kit.addresses import Origin
from kit.errors import InvalidInput, WrongState
from kit.idempotency import Once
from kit.store import EventStore
from kit.vault import Vault

SERVICE = pb.DESCRIPTOR.services_by_name["WebhooksService"]
ACCESS = {method.name: ("gateway",) for method in SERVICE.methods}
_LONGEST_OVERLAP = 168
_PREFIX = "WEBHOOK_DELIVERY_STATE_"


class WebhooksServicer(pb_grpc.WebhooksServiceServicer):
    """Endpoints of the calling user."""

    def __init__(self, events: EventStore, vault: Vault | None, settings: Settings) -> None:
        """Without a `vault` no secret can be kept, so no endpoint can be made."""
        self._engine = events.engine
        self._wakeups = events.wakeups
        self._keys = vault
        self._allowed = frozenset(map(Origin.parse, settings.webhook_allowed_origins))
        self._most = settings.webhook_endpoints_per_user

    @property
    def _vault(self) -> Vault:
        if self._keys is None:
            raise WrongState(
                "Webhooks are not set up here. Its operator has to give JOBS_VAULT_KEYS.", code="webhooks_not_set_up"
            )
        return self._keys

    # ------------------------------------------------------------ endpoints

    async def CreateWebhookEndpoint(
        self, request: pb.CreateWebhookEndpointRequest, context: Any
    ) -> pb.CreateWebhookEndpointResponse:
        owner = rpc.caller(context).user()
        once = Once.of(rpc.caller(context), request, box=self._vault)
        endpoint_id, secret = uuid.uuid4(), signing.new_secret()
        row = {
            "id": endpoint_id,
            "owner_id": owner,
            "url": check_url(request.url, self._allowed),
            "description": endpoints.described(request.description),
            "events": endpoints.event_types(request.events),
            "secret": self._vault.seal(str(endpoint_id), secret),
            "enabled": True,
            "created_at": sa.func.clock_timestamp(),  # by the clock that events are recorded by
        }
        async with self._engine.begin() as connection:
            await once.claim(connection)
            await endpoints.make_room(connection, owner, self._most)
            made = (await connection.execute(sa.insert(webhook_endpoint).values(row).returning(webhook_endpoint))).one()
            reply = pb.CreateWebhookEndpointResponse(endpoint=_endpoint(made), secret=secret)
            await once.keep(connection, reply)
        return reply

    async def ListWebhookEndpoints(
        self, request: pb.ListWebhookEndpointsRequest, context: Any
    ) -> pb.ListWebhookEndpointsResponse:
        owner = rpc.caller(context).user()
        size = page_size(request.page_size, "endpoints")
        async with self._engine.connect() as connection:
            rows, token = await endpoints.page(connection, owner, size=size, token=request.page_token)
        return pb.ListWebhookEndpointsResponse(endpoints=map(_endpoint, rows), next_page_token=token)

    async def GetWebhookEndpoint(
        self, request: pb.GetWebhookEndpointRequest, context: Any
    ) -> pb.GetWebhookEndpointResponse:
        async with self._engine.connect() as connection:
            row = await endpoints.find(connection, request.endpoint_id, rpc.caller(context).user())
        return pb.GetWebhookEndpointResponse(endpoint=_endpoint(row))

    async def ChangeWebhookEndpoint(
        self, request: pb.ChangeWebhookEndpointRequest, context: Any
    ) -> pb.ChangeWebhookEndpointResponse:
        owner = rpc.caller(context).user()
        changed: dict[str, Any] = {}
        if request.HasField("url"):
            changed["url"] = check_url(request.url, self._allowed)
        if request.HasField("description"):
            changed["description"] = endpoints.described(request.description)
        if request.HasField("events"):
            changed["events"] = endpoints.event_types(request.events.events)
        async with self._engine.begin() as connection:
            row = await endpoints.find(connection, request.endpoint_id, owner, lock=True)
            if request.HasField("enabled") and request.enabled and not row.enabled:
                changed |= {"enabled": True, "disabled_reason": "", "disabled_at": None, "failing_since": None}
            if request.HasField("enabled") and not request.enabled:
                await sender.disable(connection, row.id, "user")
            row = await _change(connection, row.id, changed)
        return pb.ChangeWebhookEndpointResponse(endpoint=_endpoint(row))

    async def DeleteWebhookEndpoint(
        self, request: pb.DeleteWebhookEndpointRequest, context: Any
    ) -> pb.DeleteWebhookEndpointResponse:
        async with self._engine.begin() as connection:
            row = await endpoints.find(connection, request.endpoint_id, rpc.caller(context).user(), lock=True)
            await connection.execute(sa.delete(webhook_endpoint).where(webhook_endpoint.c.id == row.id))
        return pb.DeleteWebhookEndpointResponse()

    async def RotateWebhookSecret(
        self, request: pb.RotateWebhookSecretRequest, context: Any
    ) -> pb.RotateWebhookSecretResponse:
        owner = rpc.caller(context).user()
        if request.overlap_hours > _LONGEST_OVERLAP:
            raise InvalidInput(
                f"Two secrets sign for at most {_LONGEST_OVERLAP} hours.", fields={"overlap_hours": "Too long."}
            )
        once = Once.of(rpc.caller(context), request, box=self._vault)
        secret, now = signing.new_secret(), datetime.now(UTC)
        async with self._engine.begin() as connection:
            await once.claim(connection)
            row = await endpoints.find(connection, request.endpoint_id, owner, lock=True)
            overlaps = request.overlap_hours > 0
            changed = {
                "secret": self._vault.seal(str(row.id), secret),
                "previous_secret": row.secret if overlaps else None,
                "previous_until": now + timedelta(hours=request.overlap_hours) if overlaps else None,
            }
            row = await _change(connection, row.id, changed)
            reply = pb.RotateWebhookSecretResponse(endpoint=_endpoint(row), secret=secret)
            await once.keep(connection, reply)
        return reply

    # ------------------------------------------------------------ deliveries

    async def TestWebhookEndpoint(
        self, request: pb.TestWebhookEndpointRequest, context: Any
    ) -> pb.TestWebhookEndpointResponse:
        once = Once.of(rpc.caller(context), request)
        async with self._engine.begin() as connection:
            await once.claim(connection)
            endpoint = await self._open(connection, request.endpoint_id, once.owner)
            row = await endpoints.send(connection, endpoint.id, messages.of_test(str(endpoint.id), datetime.now(UTC)))
            reply = pb.TestWebhookEndpointResponse(delivery=_delivery(row))
            await once.keep(connection, reply)
        self._wakeups.notify()
        return reply

    async def ListWebhookDeliveries(
        self, request: pb.ListWebhookDeliveriesRequest, context: Any
    ) -> pb.ListWebhookDeliveriesResponse:
        owner = rpc.caller(context).user()
        size = page_size(request.page_size, "deliveries")
        state = pb.WebhookDeliveryState.Name(request.state).removeprefix(_PREFIX) if request.state else ""
        async with self._engine.connect() as connection:
            endpoint = await endpoints.find(connection, request.endpoint_id, owner)
            rows, token = await endpoints.deliveries(
                connection, endpoint.id, state=state, size=size, token=request.page_token
            )
        return pb.ListWebhookDeliveriesResponse(deliveries=map(_delivery, rows), next_page_token=token)

    async def GetWebhookDelivery(
        self, request: pb.GetWebhookDeliveryRequest, context: Any
    ) -> pb.GetWebhookDeliveryResponse:
        owner = rpc.caller(context).user()
        async with self._engine.connect() as connection:
            endpoint = await endpoints.find(connection, request.endpoint_id, owner)
            row = await endpoints.delivery(connection, endpoint.id, request.delivery_id)
            tried = await endpoints.attempts(connection, row.id)
        return pb.GetWebhookDeliveryResponse(delivery=_delivery(row), payload=row.body, attempts=map(_attempt, tried))

    async def ReplayWebhookDelivery(
        self, request: pb.ReplayWebhookDeliveryRequest, context: Any
    ) -> pb.ReplayWebhookDeliveryResponse:
        once = Once.of(rpc.caller(context), request)
        async with self._engine.begin() as connection:
            await once.claim(connection)
            endpoint = await self._open(connection, request.endpoint_id, once.owner)
            row = await endpoints.delivery(connection, endpoint.id, request.delivery_id, lock=True)
            reply = pb.ReplayWebhookDeliveryResponse(delivery=_delivery(await endpoints.replay(connection, row.id)))
            await once.keep(connection, reply)
        self._wakeups.notify()
        return reply

    async def _open(self, connection: AsyncConnection, endpoint_id: str, owner: str) -> Any:
        """The endpoint, which stays enabled until the transaction ends."""
        row = await endpoints.find(connection, endpoint_id, owner, lock=True)
        if not row.enabled:
            raise WrongState("This endpoint is disabled. Enable it first.", code="webhook_endpoint_disabled")
        return row


async def _change(connection: AsyncConnection, endpoint_id: uuid.UUID, changed: dict[str, Any]) -> Any:
    this = webhook_endpoint.c.id == endpoint_id
    if not changed:
        return (await connection.execute(sa.select(webhook_endpoint).where(this))).one()
    change = sa.update(webhook_endpoint).where(this).values(changed).returning(webhook_endpoint)
    return (await connection.execute(change)).one()


def _endpoint(row: Any) -> pb.WebhookEndpoint:
    message = pb.WebhookEndpoint(
        id=str(row.id),
        url=row.url,
        description=row.description,
        events=row.events,
        enabled=row.enabled,
        disabled_reason=row.disabled_reason,
    )
    signs = row.previous_until is not None and row.previous_until > datetime.now(UTC)
    _stamp(message, "previous_secret_until", row.previous_until if signs else None)
    for name in ("created_at", "failing_since", "disabled_at"):
        _stamp(message, name, getattr(row, name))
    return message


def _delivery(row: Any) -> pb.WebhookDelivery:
    message = pb.WebhookDelivery(
        id=str(row.id),
        message_id=f"msg_{row.event_id.hex}",
        type=row.type,
        state=pb.WebhookDeliveryState.Value(_PREFIX + row.state),
        attempts=row.attempts,
        last_status=row.last_status,
        last_error=row.last_error,
    )
    for name in ("created_at", "next_attempt_at", "delivered_at"):
        _stamp(message, name, getattr(row, name))
    return message


def _attempt(row: Any) -> pb.WebhookAttempt:
    message = pb.WebhookAttempt(status=row.status, error=row.error, milliseconds=row.milliseconds)
    _stamp(message, "at", row.at)
    return message


def _stamp(message: Message, name: str, moment: datetime | None) -> None:
    if moment is not None:
        stamp: Timestamp = getattr(message, name)
        stamp.FromDatetime(moment)
