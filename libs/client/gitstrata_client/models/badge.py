from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Badge")


@_attrs_define
class Badge:
    """A key of badges; the key itself is told once only.

    Attributes:
        id (UUID):
        name (str):
        analysis_id (None | str): Null: it follows the repository.
        repo_url (str):
        ref (None | str):
        figures (list[str]):
        created_at (datetime.datetime | None):
        suspended_at (datetime.datetime | None): Since when it is shown to nobody: you suspended it, or its repository
            became private. Null: it is shown.
    """

    id: UUID
    name: str
    analysis_id: None | str
    repo_url: str
    ref: None | str
    figures: list[str]
    created_at: datetime.datetime | None
    suspended_at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        name = self.name

        analysis_id: None | str
        analysis_id = self.analysis_id

        repo_url = self.repo_url

        ref: None | str
        ref = self.ref

        figures = self.figures

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        suspended_at: None | str
        if isinstance(self.suspended_at, datetime.datetime):
            suspended_at = self.suspended_at.isoformat()
        else:
            suspended_at = self.suspended_at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "analysis_id": analysis_id,
                "repo_url": repo_url,
                "ref": ref,
                "figures": figures,
                "created_at": created_at,
                "suspended_at": suspended_at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        def _parse_analysis_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        analysis_id = _parse_analysis_id(d.pop("analysis_id"))

        repo_url = d.pop("repo_url")

        def _parse_ref(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        ref = _parse_ref(d.pop("ref"))

        figures = cast(list[str], d.pop("figures"))

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data)

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("created_at"))

        def _parse_suspended_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                suspended_at_type_0 = datetime.datetime.fromisoformat(data)

                return suspended_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        suspended_at = _parse_suspended_at(d.pop("suspended_at"))

        badge = cls(
            id=id,
            name=name,
            analysis_id=analysis_id,
            repo_url=repo_url,
            ref=ref,
            figures=figures,
            created_at=created_at,
            suspended_at=suspended_at,
        )

        badge.additional_properties = d
        return badge

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
