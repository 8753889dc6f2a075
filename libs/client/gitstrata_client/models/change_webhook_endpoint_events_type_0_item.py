from typing import Literal

ChangeWebhookEndpointEventsType0Item = Literal[
    "analysis.cancelled",
    "analysis.completed",
    "analysis.expired",
    "analysis.failed",
    "analysis.started",
    "analysis.submitted",
    "repository.pushed",
]

CHANGE_WEBHOOK_ENDPOINT_EVENTS_TYPE_0_ITEM_VALUES: set[ChangeWebhookEndpointEventsType0Item] = {
    "analysis.cancelled",
    "analysis.completed",
    "analysis.expired",
    "analysis.failed",
    "analysis.started",
    "analysis.submitted",
    "repository.pushed",
}


def check_change_webhook_endpoint_events_type_0_item(value: str) -> ChangeWebhookEndpointEventsType0Item:
    if value in CHANGE_WEBHOOK_ENDPOINT_EVENTS_TYPE_0_ITEM_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {CHANGE_WEBHOOK_ENDPOINT_EVENTS_TYPE_0_ITEM_VALUES!r}"
    )
