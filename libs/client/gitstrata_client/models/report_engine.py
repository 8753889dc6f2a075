from __future__ import annotations

from collections.abc import Mapping
from typing import (
    TYPE_CHECKING,
    Any,
    Literal,
    TypeVar,
    cast,
)

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.report_engine_options import ReportEngineOptions


T = TypeVar("T", bound="ReportEngine")


@_attrs_define
class ReportEngine:
    """What computed the report, under which options.

    Attributes:
        version (str):
        git (str): Version of git that was used.
        options (ReportEngineOptions):
        name (Literal['strata'] | Unset):  Default: 'strata'.
    """

    version: str
    git: str
    options: ReportEngineOptions
    name: Literal["strata"] | Unset = "strata"
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        version = self.version

        git = self.git

        options = self.options.to_dict()

        name = self.name

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "version": version,
                "git": git,
                "options": options,
            }
        )
        if name is not UNSET:
            field_dict["name"] = name

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report_engine_options import ReportEngineOptions  # noqa: PLC0415

        d = dict(src_dict)
        version = d.pop("version")

        git = d.pop("git")

        options = ReportEngineOptions.from_dict(d.pop("options"))

        name = cast(Literal["strata"] | Unset, d.pop("name", UNSET))
        if name != "strata" and not isinstance(name, Unset):
            raise ValueError(f"name must match const 'strata', got '{name}'")

        report_engine = cls(
            version=version,
            git=git,
            options=options,
            name=name,
        )

        report_engine.additional_properties = d
        return report_engine

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
