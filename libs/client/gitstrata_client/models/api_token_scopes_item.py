from typing import Literal

ApiTokenScopesItem = Literal["admin", "read", "write"]

API_TOKEN_SCOPES_ITEM_VALUES: set[ApiTokenScopesItem] = {
    "admin",
    "read",
    "write",
}


def check_api_token_scopes_item(value: str) -> ApiTokenScopesItem:
    if value in API_TOKEN_SCOPES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {API_TOKEN_SCOPES_ITEM_VALUES!r}")
