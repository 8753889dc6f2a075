from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="PersonBeside")


@_attrs_define
class PersonBeside:
    """Somebody who has a hand in both.

    Attributes:
        person (str):
        name (str):
        left_commits (int):
        right_commits (int):
        left_lines (int):
        right_lines (int):
    """

    person: str
    name: str
    left_commits: int
    right_commits: int
    left_lines: int
    right_lines: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        name = self.name

        left_commits = self.left_commits

        right_commits = self.right_commits

        left_lines = self.left_lines

        right_lines = self.right_lines

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person": person,
                "name": name,
                "left_commits": left_commits,
                "right_commits": right_commits,
                "left_lines": left_lines,
                "right_lines": right_lines,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person = d.pop("person")

        name = d.pop("name")

        left_commits = d.pop("left_commits")

        right_commits = d.pop("right_commits")

        left_lines = d.pop("left_lines")

        right_lines = d.pop("right_lines")

        person_beside = cls(
            person=person,
            name=name,
            left_commits=left_commits,
            right_commits=right_commits,
            left_lines=left_lines,
            right_lines=right_lines,
        )

        person_beside.additional_properties = d
        return person_beside

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
