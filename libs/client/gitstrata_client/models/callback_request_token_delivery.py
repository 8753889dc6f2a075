from typing import Literal

CallbackRequestTokenDelivery = Literal["body", "cookie"]

CALLBACK_REQUEST_TOKEN_DELIVERY_VALUES: set[CallbackRequestTokenDelivery] = {
    "body",
    "cookie",
}


def check_callback_request_token_delivery(value: str) -> CallbackRequestTokenDelivery:
    if value in CALLBACK_REQUEST_TOKEN_DELIVERY_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CALLBACK_REQUEST_TOKEN_DELIVERY_VALUES!r}")
