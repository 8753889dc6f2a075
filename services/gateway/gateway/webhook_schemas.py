"""What the public API accepts and answers about outgoing webhooks."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from gateway.schemas import PRINTABLE, example, request_example

ENDPOINT_ID = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
DELIVERY_ID = "0b6ff9a4-6a3c-4c53-9f3e-9c0f4a7d5a11"
_TIME = "2026-11-23T09:30:00Z"
_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo="  # noqa: S105 an example
_ENDPOINT: dict[str, Any] = {
    "id": ENDPOINT_ID,
    "url": "https://ci.example.org/hooks/gitstrata",
    "description": "nightly report",
    "events": ["analysis.completed", "analysis.failed"],
    "enabled": True,
    "created_at": _TIME,
    "failing_since": None,
    "disabled_at": None,
    "disabled_reason": None,
    "previous_secret_until": None,
}
_DELIVERY: dict[str, Any] = {
    "id": DELIVERY_ID,
    "webhook_id": "msg_0198c5a29d107e44a7c12b3c4d5e6f70",
    "type": "analysis.completed",
    "status": "DELIVERED",
    "attempts": 1,
    "created_at": _TIME,
    "next_attempt_at": None,
    "delivered_at": "2026-11-23T09:30:01Z",
    "last_status": 200,
    "last_error": None,
}
EventType = Literal[
    "analysis.submitted",
    "analysis.started",
    "analysis.completed",
    "analysis.failed",
    "analysis.cancelled",
    "analysis.expired",
    "repository.pushed",
]
DeliveryStatus = Literal["PENDING", "DELIVERED", "FAILED"]
Url = Annotated[str, Field(min_length=1, max_length=2048, pattern=PRINTABLE)]
Description = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]


class CreateWebhookEndpoint(BaseModel):
    """An address to tell."""

    model_config = request_example({"url": _ENDPOINT["url"], "events": _ENDPOINT["events"]})

    url: Url = Field(description="An https address that anybody can reach, unless the operator allows it.")
    description: Description = ""
    events: list[EventType] = Field(
        default_factory=list, max_length=20, description="What to tell; empty: everything there is."
    )


class ChangeWebhookEndpoint(BaseModel):
    """What to change; what is left out stays as it is."""

    model_config = request_example({"enabled": True})

    url: Url | None = None
    description: Description | None = None
    events: list[EventType] | None = Field(
        default=None, max_length=20, description="What to tell; empty: everything there is."
    )
    enabled: bool | None = Field(default=None, description="True begins anew after it was disabled.")


class WebhookEndpoint(BaseModel):
    """An address that is told what happens."""

    model_config = example(_ENDPOINT)

    id: str = Field(json_schema_extra={"format": "uuid"})
    url: str
    description: str
    events: list[str]
    enabled: bool
    created_at: datetime | None
    failing_since: datetime | None = Field(description="Since when nothing has arrived; null when the last one did.")
    disabled_at: datetime | None
    disabled_reason: Literal["user", "failing", "gone"] | None = Field(
        description="`failing`: nothing arrived for a day. `gone`: it answered 410. `user`: you did."
    )
    previous_secret_until: datetime | None = Field(
        description="Until when the secret before the current one signs too; null when it does no more."
    )


class WebhookEndpointSecret(WebhookEndpoint):
    """An endpoint and its secret, which is told here and never again."""

    model_config = example({**_ENDPOINT, "secret": _SECRET})

    secret: str = Field(description="Give it to a library of Standard Webhooks to check what arrives.")


class WebhookEndpointPage(BaseModel):
    """One page of endpoints, newest first."""

    items: list[WebhookEndpoint]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")


class RotateSecret(BaseModel):
    """How to change over."""

    model_config = request_example({"overlap_hours": 24})

    overlap_hours: int = Field(
        default=24, ge=0, le=168, description="How long both secrets sign; 0: the old one is worth nothing at once."
    )


class WebhookDelivery(BaseModel):
    """A message to an endpoint."""

    model_config = example(_DELIVERY)

    id: str = Field(json_schema_extra={"format": "uuid"})
    webhook_id: str = Field(description="The header `webhook-id`: the same at each attempt.")
    type: str
    status: DeliveryStatus = Field(description="`PENDING` while it is sent or waits to be tried again.")
    attempts: int
    created_at: datetime | None
    next_attempt_at: datetime | None
    delivered_at: datetime | None
    last_status: int | None = Field(description="What was answered last; null when nothing was.")
    last_error: str | None


class WebhookAttempt(BaseModel):
    """One time that a message was sent."""

    at: datetime | None
    status: int | None = Field(description="What was answered; null when nothing was.")
    error: str | None = Field(description="Null when it arrived.")
    milliseconds: int


class WebhookDeliveryDetail(WebhookDelivery):
    """A message with its content and its attempts."""

    model_config = example(
        {
            **_DELIVERY,
            "payload": '{"type":"analysis.completed","timestamp":"2026-11-23T09:30:00.000Z","data":{"id":"…"}}',
            "attempts_made": [{"at": _TIME, "status": 200, "error": None, "milliseconds": 41}],
        }
    )

    payload: str = Field(description="The body as it is signed and sent.")
    attempts_made: list[WebhookAttempt] = Field(description="The last twenty, the newest first.")


class WebhookDeliveryPage(BaseModel):
    """One page of deliveries, newest first."""

    items: list[WebhookDelivery]
    next_cursor: str | None = Field(description="Send it as `cursor` for the next page; null on the last.")
