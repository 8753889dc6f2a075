from typing import Literal

WebhookDeliveryDetailStatus = Literal["DELIVERED", "FAILED", "PENDING"]

WEBHOOK_DELIVERY_DETAIL_STATUS_VALUES: set[WebhookDeliveryDetailStatus] = {
    "DELIVERED",
    "FAILED",
    "PENDING",
}


def check_webhook_delivery_detail_status(value: str) -> WebhookDeliveryDetailStatus:
    if value in WEBHOOK_DELIVERY_DETAIL_STATUS_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {WEBHOOK_DELIVERY_DETAIL_STATUS_VALUES!r}")
