from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PackageBeside")


@_attrs_define
class PackageBeside:
    """A dependency of both; its versions, else the ranges asked for.

    Attributes:
        ecosystem (str):
        name (str):
        left (list[str]):
        right (list[str]):
        same (bool):
    """

    ecosystem: str
    name: str
    left: list[str]
    right: list[str]
    same: bool
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ecosystem = self.ecosystem

        name = self.name

        left = self.left

        right = self.right

        same = self.same

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ecosystem": ecosystem,
                "name": name,
                "left": left,
                "right": right,
                "same": same,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ecosystem = d.pop("ecosystem")

        name = d.pop("name")

        left = cast(list[str], d.pop("left"))

        right = cast(list[str], d.pop("right"))

        same = d.pop("same")

        package_beside = cls(
            ecosystem=ecosystem,
            name=name,
            left=left,
            right=right,
            same=same,
        )

        package_beside.additional_properties = d
        return package_beside

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
