from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Figure")


@_attrs_define
class Figure:
    """A figure of both; null where it is not known.

    Attributes:
        name (str):
        left (float | int | None):
        right (float | int | None):
    """

    name: str
    left: float | int | None
    right: float | int | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        left: float | int | None
        left = self.left

        right: float | int | None
        right = self.right

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "left": left,
                "right": right,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        def _parse_left(data: object) -> float | int | None:
            if data is None:
                return data
            return cast(float | int | None, data)

        left = _parse_left(d.pop("left"))

        def _parse_right(data: object) -> float | int | None:
            if data is None:
                return data
            return cast(float | int | None, data)

        right = _parse_right(d.pop("right"))

        figure = cls(
            name=name,
            left=left,
            right=right,
        )

        figure.additional_properties = d
        return figure

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
