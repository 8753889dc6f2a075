from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.analysis_options_kinds_additional_property import (
    AnalysisOptionsKindsAdditionalProperty,
    check_analysis_options_kinds_additional_property,
)

T = TypeVar("T", bound="AnalysisOptionsKinds")


@_attrs_define
class AnalysisOptionsKinds:
    """What people are, by id, e-mail address, login or name; outweighs what is told by the name."""

    additional_properties: dict[str, AnalysisOptionsKindsAdditionalProperty] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:

        field_dict: dict[str, Any] = {}
        for prop_name, prop in self.additional_properties.items():
            field_dict[prop_name] = prop

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        analysis_options_kinds = cls()

        additional_properties = {}
        for prop_name, prop_dict in d.items():
            additional_property = check_analysis_options_kinds_additional_property(prop_dict)

            additional_properties[prop_name] = additional_property

        analysis_options_kinds.additional_properties = additional_properties
        return analysis_options_kinds

    @property
    def additional_keys(self) -> list[str]:
        return list(self.additional_properties.keys())

    def __getitem__(self, key: str) -> AnalysisOptionsKindsAdditionalProperty:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: AnalysisOptionsKindsAdditionalProperty) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties
