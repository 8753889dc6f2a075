"""Proto messages about outgoing webhooks as what the public API answers."""

from __future__ import annotations

from typing import Any

from gateway import webhook_schemas as schemas
from gateway.wire import moment
from gitstrata_protos.jobs.v1 import webhooks_service_pb2 as proto

_STATE_PREFIX = "WEBHOOK_DELIVERY_STATE_"


def state(status: schemas.DeliveryStatus | None) -> proto.WebhookDeliveryState.ValueType:
    """The proto's state; unspecified for none."""
    return proto.WebhookDeliveryState.Value(_STATE_PREFIX + (status or "UNSPECIFIED"))


def endpoint(message: proto.WebhookEndpoint) -> schemas.WebhookEndpoint:
    return schemas.WebhookEndpoint(**_endpoint(message))


def with_secret(message: proto.WebhookEndpoint, secret: str) -> schemas.WebhookEndpointSecret:
    return schemas.WebhookEndpointSecret(**_endpoint(message), secret=secret)


def _endpoint(message: proto.WebhookEndpoint) -> dict[str, Any]:
    return {
        "id": message.id,
        "url": message.url,
        "description": message.description,
        "events": list(message.events),
        "enabled": message.enabled,
        "disabled_reason": message.disabled_reason or None,
        **{
            name: moment(message, name)
            for name in ("created_at", "failing_since", "disabled_at", "previous_secret_until")
        },
    }


def delivery(message: proto.WebhookDelivery) -> schemas.WebhookDelivery:
    return schemas.WebhookDelivery(**_delivery(message))


def detail(message: proto.GetWebhookDeliveryResponse) -> schemas.WebhookDeliveryDetail:
    return schemas.WebhookDeliveryDetail(
        **_delivery(message.delivery),
        payload=message.payload,
        attempts_made=[
            schemas.WebhookAttempt(
                at=moment(each, "at"),
                status=each.status or None,
                error=each.error or None,
                milliseconds=each.milliseconds,
            )
            for each in message.attempts
        ],
    )


def _delivery(message: proto.WebhookDelivery) -> dict[str, Any]:
    return {
        "id": message.id,
        "webhook_id": message.message_id,
        "type": message.type,
        "status": proto.WebhookDeliveryState.Name(message.state).removeprefix(_STATE_PREFIX),
        "attempts": message.attempts,
        "last_status": message.last_status or None,
        "last_error": message.last_error or None,
        **{name: moment(message, name) for name in ("created_at", "next_attempt_at", "delivered_at")},
    }
