from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.user_role import UserRole, check_user_role
from ..types import UNSET, Unset

T = TypeVar("T", bound="User")


@_attrs_define
class User:
    """A person who signed in.

    Attributes:
        id (str):
        provider (str): Who vouches for this person: `github`.
        login (str): Account name at the provider.
        name (None | str): Display name, when the person has given one.
        avatar_url (None | str):
        created_at (datetime.datetime | None): First sign-in.
        role (UserRole | Unset):  Default: 'member'.
        connected (bool | Unset): Whether the provider's token still holds; if not, sign in again to reconnect. Default:
            True.
        private_repositories (bool | Unset): Whether private repositories may be read; if not: `GET
            auth/github?private=true`. Default: False.
    """

    id: str
    provider: str
    login: str
    name: None | str
    avatar_url: None | str
    created_at: datetime.datetime | None
    role: UserRole | Unset = "member"
    connected: bool | Unset = True
    private_repositories: bool | Unset = False
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        provider = self.provider

        login = self.login

        name: None | str
        name = self.name

        avatar_url: None | str
        avatar_url = self.avatar_url

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        role: str | Unset = UNSET
        if not isinstance(self.role, Unset):
            role = self.role

        connected = self.connected

        private_repositories = self.private_repositories

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "provider": provider,
                "login": login,
                "name": name,
                "avatar_url": avatar_url,
                "created_at": created_at,
            }
        )
        if role is not UNSET:
            field_dict["role"] = role
        if connected is not UNSET:
            field_dict["connected"] = connected
        if private_repositories is not UNSET:
            field_dict["private_repositories"] = private_repositories

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        provider = d.pop("provider")

        login = d.pop("login")

        def _parse_name(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        name = _parse_name(d.pop("name"))

        def _parse_avatar_url(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        avatar_url = _parse_avatar_url(d.pop("avatar_url"))

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data)

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("created_at"))

        _role = d.pop("role", UNSET)
        role: UserRole | Unset
        if isinstance(_role, Unset):
            role = UNSET
        else:
            role = check_user_role(_role)

        connected = d.pop("connected", UNSET)

        private_repositories = d.pop("private_repositories", UNSET)

        user = cls(
            id=id,
            provider=provider,
            login=login,
            name=name,
            avatar_url=avatar_url,
            created_at=created_at,
            role=role,
            connected=connected,
            private_repositories=private_repositories,
        )

        user.additional_properties = d
        return user

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
