from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="ReportCommit")


@_attrs_define
class ReportCommit:
    """Which commit was analysed.

    Attributes:
        rev (str): As asked for; `HEAD`: the default branch.
        sha (str): Full object id of the commit.
        time (datetime.datetime): Author's time, UTC.
    """

    rev: str
    sha: str
    time: datetime.datetime
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        rev = self.rev

        sha = self.sha

        time = self.time.isoformat()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "rev": rev,
                "sha": sha,
                "time": time,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        rev = d.pop("rev")

        sha = d.pop("sha")

        time = datetime.datetime.fromisoformat(d.pop("time"))

        report_commit = cls(
            rev=rev,
            sha=sha,
            time=time,
        )

        report_commit.additional_properties = d
        return report_commit

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
