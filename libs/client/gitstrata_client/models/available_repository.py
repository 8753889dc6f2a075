from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="AvailableRepository")


@_attrs_define
class AvailableRepository:
    """A repository that the user can read at the provider.

    Attributes:
        id (str): The provider's id.
        full_name (str):
        clone_url (str): What `POST /api/v1/analysis` takes as `repo_url`.
        private (bool):
        default_branch (None | str): Null for an empty repository.
    """

    id: str
    full_name: str
    clone_url: str
    private: bool
    default_branch: None | str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        full_name = self.full_name

        clone_url = self.clone_url

        private = self.private

        default_branch: None | str
        default_branch = self.default_branch

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "full_name": full_name,
                "clone_url": clone_url,
                "private": private,
                "default_branch": default_branch,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = d.pop("id")

        full_name = d.pop("full_name")

        clone_url = d.pop("clone_url")

        private = d.pop("private")

        def _parse_default_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        default_branch = _parse_default_branch(d.pop("default_branch"))

        available_repository = cls(
            id=id,
            full_name=full_name,
            clone_url=clone_url,
            private=private,
            default_branch=default_branch,
        )

        available_repository.additional_properties = d
        return available_repository

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
