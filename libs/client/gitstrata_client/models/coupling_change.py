from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="CouplingChange")


@_attrs_define
class CouplingChange:
    """
    Attributes:
        left (str):
        right (str):
        base_degree (float | None):
        head_degree (float | None):
    """

    left: str
    right: str
    base_degree: float | None
    head_degree: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        left = self.left

        right = self.right

        base_degree: float | None
        base_degree = self.base_degree

        head_degree: float | None
        head_degree = self.head_degree

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "left": left,
                "right": right,
                "base_degree": base_degree,
                "head_degree": head_degree,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        left = d.pop("left")

        right = d.pop("right")

        def _parse_base_degree(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        base_degree = _parse_base_degree(d.pop("base_degree"))

        def _parse_head_degree(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        head_degree = _parse_head_degree(d.pop("head_degree"))

        coupling_change = cls(
            left=left,
            right=right,
            base_degree=base_degree,
            head_degree=head_degree,
        )

        coupling_change.additional_properties = d
        return coupling_change

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
