from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Change")


@_attrs_define
class Change:
    """A figure before and after. `why` are sentences that explain it from what moved beneath it; null: not known.

    Attributes:
        name (str):
        base (float | int | None):
        head (float | int | None):
        change (float | int | None):
        why (list[str]):
    """

    name: str
    base: float | int | None
    head: float | int | None
    change: float | int | None
    why: list[str]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        base: float | int | None
        base = self.base

        head: float | int | None
        head = self.head

        change: float | int | None
        change = self.change

        why = self.why

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "base": base,
                "head": head,
                "change": change,
                "why": why,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_base(data: object) -> float | int | None:
            if data is None:
                return data
            return cast(float | int | None, data)

        base = _parse_base(d.pop("base"))

        def _parse_head(data: object) -> float | int | None:
            if data is None:
                return data
            return cast(float | int | None, data)

        head = _parse_head(d.pop("head"))

        def _parse_change(data: object) -> float | int | None:
            if data is None:
                return data
            return cast(float | int | None, data)

        change = _parse_change(d.pop("change"))

        why = cast(list[str], d.pop("why"))

        change = cls(
            name=name,
            base=base,
            head=head,
            change=change,
            why=why,
        )

        change.additional_properties = d
        return change

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
