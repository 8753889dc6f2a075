from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.new_badge_images import NewBadgeImages


T = TypeVar("T", bound="NewBadge")


@_attrs_define
class NewBadge:
    """Badges that were made just now, with their addresses.

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
        images (NewBadgeImages): Address of the image, by figure. Whoever has one can see its figure, and nothing else.
        markdown (str): The same for a README.
    """

    id: UUID
    name: str
    analysis_id: None | str
    repo_url: str
    ref: None | str
    figures: list[str]
    created_at: datetime.datetime | None
    suspended_at: datetime.datetime | None
    images: NewBadgeImages
    markdown: str
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

        images = self.images.to_dict()

        markdown = self.markdown

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
                "images": images,
                "markdown": markdown,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.new_badge_images import NewBadgeImages  # noqa: PLC0415

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

        images = NewBadgeImages.from_dict(d.pop("images"))

        markdown = d.pop("markdown")

        new_badge = cls(
            id=id,
            name=name,
            analysis_id=analysis_id,
            repo_url=repo_url,
            ref=ref,
            figures=figures,
            created_at=created_at,
            suspended_at=suspended_at,
            images=images,
            markdown=markdown,
        )

        new_badge.additional_properties = d
        return new_badge

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
