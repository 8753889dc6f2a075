from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

T = TypeVar("T", bound="ChangeShare")


@_attrs_define
class ChangeShare:
    """Whether what is shared is shown.

    Attributes:
        suspended (bool): True: to nobody, until you say otherwise.
    """

    suspended: bool

    def to_dict(self) -> dict[str, Any]:
        suspended = self.suspended

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "suspended": suspended,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        suspended = d.pop("suspended")

        change_share = cls(
            suspended=suspended,
        )

        return change_share
