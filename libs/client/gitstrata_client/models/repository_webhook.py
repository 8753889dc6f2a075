from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.repository_webhook_provider import (
    RepositoryWebhookProvider,
    check_repository_webhook_provider,
)

T = TypeVar("T", bound="RepositoryWebhook")


@_attrs_define
class RepositoryWebhook:
    """How the repository's host tells us of pushes.

    Attributes:
        provider (RepositoryWebhookProvider):
        address (str): Where the host sends its deliveries to.
        installed (bool): Whether we have installed it at the host; if not, it has to be pasted there.
        created_at (datetime.datetime | None):
        last_delivery_at (datetime.datetime | None): When the last good delivery came, to the minute.
    """

    provider: RepositoryWebhookProvider
    address: str
    installed: bool
    created_at: datetime.datetime | None
    last_delivery_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        provider: str = self.provider

        address = self.address

        installed = self.installed

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        last_delivery_at: None | str
        if isinstance(self.last_delivery_at, datetime.datetime):
            last_delivery_at = self.last_delivery_at.isoformat()
        else:
            last_delivery_at = self.last_delivery_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "provider": provider,
                "address": address,
                "installed": installed,
                "created_at": created_at,
                "last_delivery_at": last_delivery_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        provider = check_repository_webhook_provider(d.pop("provider"))

        address = d.pop("address")

        installed = d.pop("installed")

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

        def _parse_last_delivery_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_delivery_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_delivery_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_delivery_at = _parse_last_delivery_at(d.pop("last_delivery_at"))

        repository_webhook = cls(
            provider=provider,
            address=address,
            installed=installed,
            created_at=created_at,
            last_delivery_at=last_delivery_at,
        )

        repository_webhook.additional_properties = d
        return repository_webhook

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
