from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AuditEntry")


@_attrs_define
class AuditEntry:
    """A security-relevant action.

    Attributes:
        id (int):
        at (datetime.datetime):
        user_id (str): Whom it concerns.
        actor_id (str): Who did it; all zeros for the installation itself.
        action (str):
        target (str): What it was done to: an id, or empty.
        address (str): Whence it was done; empty where nobody did it over the network.
        user_agent (str):
    """

    id: int
    at: datetime.datetime
    user_id: str
    actor_id: str
    action: str
    target: str
    address: str
    user_agent: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        at = self.at.isoformat()

        user_id = self.user_id

        actor_id = self.actor_id

        action = self.action

        target = self.target

        address = self.address

        user_agent = self.user_agent

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "at": at,
                "user_id": user_id,
                "actor_id": actor_id,
                "action": action,
                "target": target,
                "address": address,
                "user_agent": user_agent,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        at = datetime.datetime.fromisoformat(d.pop("at"))

        user_id = d.pop("user_id")

        actor_id = d.pop("actor_id")

        action = d.pop("action")

        target = d.pop("target")

        address = d.pop("address")

        user_agent = d.pop("user_agent")

        audit_entry = cls(
            id=id,
            at=at,
            user_id=user_id,
            actor_id=actor_id,
            action=action,
            target=target,
            address=address,
            user_agent=user_agent,
        )

        audit_entry.additional_properties = d
        return audit_entry

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
