from typing import Literal

CreateWebhookEndpointEventsItem = Literal[
    "analysis.cancelled",
    "analysis.completed",
    "analysis.expired",
    "analysis.failed",
    "analysis.started",
    "analysis.submitted",
    "repository.pushed",
]

CREATE_WEBHOOK_ENDPOINT_EVENTS_ITEM_VALUES: set[CreateWebhookEndpointEventsItem] = {
    "analysis.cancelled",
    "analysis.completed",
    "analysis.expired",
    "analysis.failed",
    "analysis.started",
    "analysis.submitted",
    "repository.pushed",
}


def check_create_webhook_endpoint_events_item(value: str) -> CreateWebhookEndpointEventsItem:
    if value in CREATE_WEBHOOK_ENDPOINT_EVENTS_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CREATE_WEBHOOK_ENDPOINT_EVENTS_ITEM_VALUES!r}")
