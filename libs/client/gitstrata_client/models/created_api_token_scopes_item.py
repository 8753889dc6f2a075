from typing import Literal

CreatedApiTokenScopesItem = Literal["admin", "read", "write"]

CREATED_API_TOKEN_SCOPES_ITEM_VALUES: set[CreatedApiTokenScopesItem] = {
    "admin",
    "read",
    "write",
}


def check_created_api_token_scopes_item(value: str) -> CreatedApiTokenScopesItem:
    if value in CREATED_API_TOKEN_SCOPES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {CREATED_API_TOKEN_SCOPES_ITEM_VALUES!r}")
