from typing import Literal

NewApiTokenScopesItem = Literal["admin", "read", "write"]

NEW_API_TOKEN_SCOPES_ITEM_VALUES: set[NewApiTokenScopesItem] = {
    "admin",
    "read",
    "write",
}


def check_new_api_token_scopes_item(value: str) -> NewApiTokenScopesItem:
    if value in NEW_API_TOKEN_SCOPES_ITEM_VALUES:
        return value
    raise TypeError(f"Unexpected value {value!r}. Expected one of {NEW_API_TOKEN_SCOPES_ITEM_VALUES!r}")
