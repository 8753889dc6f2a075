from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.new_api_token_scopes_item import (
    NewApiTokenScopesItem,
    check_new_api_token_scopes_item,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="NewApiToken")


@_attrs_define
class NewApiToken:
    """What a token is to be called, and be good for.

    Attributes:
        name (str):
        scopes (list[NewApiTokenScopesItem]): `read` for what GET does, `write` for the rest, `admin` for what
            administrators may.
        expires_in_days (int | None | Unset): Null: it does not expire. Default: 90.
    """

    name: str
    scopes: list[NewApiTokenScopesItem]
    expires_in_days: int | None | Unset = 90

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        scopes = []
        for scopes_item_data in self.scopes:
            scopes_item: str = scopes_item_data
            scopes.append(scopes_item)

        expires_in_days: int | None | Unset
        if isinstance(self.expires_in_days, Unset):
            expires_in_days = UNSET
        else:
            expires_in_days = self.expires_in_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "scopes": scopes,
            }
        )
        if expires_in_days is not UNSET:
            field_dict["expires_in_days"] = expires_in_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        scopes = []
        _scopes = d.pop("scopes")
        for scopes_item_data in _scopes:
            scopes_item = check_new_api_token_scopes_item(scopes_item_data)

            scopes.append(scopes_item)

        def _parse_expires_in_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expires_in_days = _parse_expires_in_days(d.pop("expires_in_days", UNSET))

        new_api_token = cls(
            name=name,
            scopes=scopes,
            expires_in_days=expires_in_days,
        )

        return new_api_token
