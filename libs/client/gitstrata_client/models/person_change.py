from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.person_change_fate import PersonChangeFate, check_person_change_fate

T = TypeVar("T", bound="PersonChange")


@_attrs_define
class PersonChange:
    """Somebody's lines at head, commits, and files that they are an author of.

    Attributes:
        person (str):
        name (str):
        fate (PersonChangeFate):
        base_lines (int):
        head_lines (int):
        lines (int):
        commits (int):
        files (int):
    """

    person: str
    name: str
    fate: PersonChangeFate
    base_lines: int
    head_lines: int
    lines: int
    commits: int
    files: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        person = self.person

        name = self.name

        fate: str = self.fate

        base_lines = self.base_lines

        head_lines = self.head_lines

        lines = self.lines

        commits = self.commits

        files = self.files

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "person": person,
                "name": name,
                "fate": fate,
                "base_lines": base_lines,
                "head_lines": head_lines,
                "lines": lines,
                "commits": commits,
                "files": files,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        person = d.pop("person")

        name = d.pop("name")

        fate = check_person_change_fate(d.pop("fate"))

        base_lines = d.pop("base_lines")

        head_lines = d.pop("head_lines")

        lines = d.pop("lines")

        commits = d.pop("commits")

        files = d.pop("files")

        person_change = cls(
            person=person,
            name=name,
            fate=fate,
            base_lines=base_lines,
            head_lines=head_lines,
            lines=lines,
            commits=commits,
            files=files,
        )

        person_change.additional_properties = d
        return person_change

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
