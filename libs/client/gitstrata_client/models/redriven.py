from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.redriven_outcome import RedrivenOutcome, check_redriven_outcome

T = TypeVar("T", bound="Redriven")


@_attrs_define
class Redriven:
    """What became of a dead letter.

    Attributes:
        outcome (RedrivenOutcome): It had its effect; it can have none, and is forgotten; it is in its queue again.
        detail (str):
    """

    outcome: RedrivenOutcome
    detail: str
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        outcome: str = self.outcome

        detail = self.detail

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "outcome": outcome,
                "detail": detail,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        outcome = check_redriven_outcome(d.pop("outcome"))

        detail = d.pop("detail")

        redriven = cls(
            outcome=outcome,
            detail=detail,
        )

        redriven.additional_properties = d
        return redriven

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
