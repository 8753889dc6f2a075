from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="HotspotChange")


@_attrs_define
class HotspotChange:
    """A file that became a hotspot (`base_score` is null), is none any more, or scores otherwise.

    Attributes:
        path (str):
        base_score (float | None):
        head_score (float | None):
        revisions (int):
    """

    path: str
    base_score: float | None
    head_score: float | None
    revisions: int
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        path = self.path

        base_score: float | None
        base_score = self.base_score

        head_score: float | None
        head_score = self.head_score

        revisions = self.revisions

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "path": path,
                "base_score": base_score,
                "head_score": head_score,
                "revisions": revisions,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        path = d.pop("path")

        def _parse_base_score(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        base_score = _parse_base_score(d.pop("base_score"))

        def _parse_head_score(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        head_score = _parse_head_score(d.pop("head_score"))

        revisions = d.pop("revisions")

        hotspot_change = cls(
            path=path,
            base_score=base_score,
            head_score=head_score,
            revisions=revisions,
        )

        hotspot_change.additional_properties = d
        return hotspot_change

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
