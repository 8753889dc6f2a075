from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="LanguageChange")


@_attrs_define
class LanguageChange:
    """
    Attributes:
        name (str):
        base_lines (int):
        head_lines (int):
        lines (int):
        base_share (float):
        head_share (float):
    """

    name: str
    base_lines: int
    head_lines: int
    lines: int
    base_share: float
    head_share: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        base_lines = self.base_lines

        head_lines = self.head_lines

        lines = self.lines

        base_share = self.base_share

        head_share = self.head_share

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "name": name,
                "base_lines": base_lines,
                "head_lines": head_lines,
                "lines": lines,
                "base_share": base_share,
                "head_share": head_share,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        base_lines = d.pop("base_lines")

        head_lines = d.pop("head_lines")

        lines = d.pop("lines")

        base_share = d.pop("base_share")

        head_share = d.pop("head_share")

        language_change = cls(
            name=name,
            base_lines=base_lines,
            head_lines=head_lines,
            lines=lines,
            base_share=base_share,
            head_share=head_share,
        )

        language_change.additional_properties = d
        return language_change

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
