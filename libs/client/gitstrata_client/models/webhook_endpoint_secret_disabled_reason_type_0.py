from typing import Literal

WebhookEndpointSecretDisabledReasonType0 = Literal["failing", "gone", "user"]

WEBHOOK_ENDPOINT_SECRET_DISABLED_REASON_TYPE_0_VALUES: set[WebhookEndpointSecretDisabledReasonType0] = {
    "failing",
    "gone",
    "user",
}


def check_webhook_endpoint_secret_disabled_reason_type_0(value: str) -> WebhookEndpointSecretDisabledReasonType0:
    if value in WEBHOOK_ENDPOINT_SECRET_DISABLED_REASON_TYPE_0_VALUES:
        return value
    raise TypeError(
        f"Unexpected value {value!r}. Expected one of {WEBHOOK_ENDPOINT_SECRET_DISABLED_REASON_TYPE_0_VALUES!r}"
    )
