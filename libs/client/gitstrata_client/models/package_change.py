from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.package_change_change import (
    PackageChangeChange,
    check_package_change_change,
)

T = TypeVar("T", bound="PackageChange")


@_attrs_define
class PackageChange:
    """A dependency that came, went or moved; `base` and `head` are its versions, else the ranges asked for.

    Attributes:
        ecosystem (str):
        name (str):
        change (PackageChangeChange):
        direct (bool):
        base (list[str]):
        head (list[str]):
    """

    ecosystem: str
    name: str
    change: PackageChangeChange
    direct: bool
    base: list[str]
    head: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        ecosystem = self.ecosystem

        name = self.name

        change: str = self.change

        direct = self.direct

        base = self.base

        head = self.head

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "ecosystem": ecosystem,
                "name": name,
                "change": change,
                "direct": direct,
                "base": base,
                "head": head,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        ecosystem = d.pop("ecosystem")

        name = d.pop("name")

        change = check_package_change_change(d.pop("change"))

        direct = d.pop("direct")

        base = cast(list[str], d.pop("base"))

        head = cast(list[str], d.pop("head"))

        package_change = cls(
            ecosystem=ecosystem,
            name=name,
            change=change,
            direct=direct,
            base=base,
            head=head,
        )

        package_change.additional_properties = d
        return package_change

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
