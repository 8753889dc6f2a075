from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="FileOwner")


@_attrs_define
class FileOwner:
    """Whose lines a file has, as `git blame` tells.

    Attributes:
        person (str): Id of the person in this report.
        name (str):
        lines (int):
        share (float): Of the file's lines, 0 to 1.
    """

    person: str
    name: str
    lines: int
    share: float
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        name = self.name

        lines = self.lines

        share = self.share

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person": person,
                "name": name,
                "lines": lines,
                "share": share,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person = d.pop("person")

        name = d.pop("name")

        lines = d.pop("lines")

        share = d.pop("share")

        file_owner = cls(
            person=person,
            name=name,
            lines=lines,
            share=share,
        )

        file_owner.additional_properties = d
        return file_owner

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
