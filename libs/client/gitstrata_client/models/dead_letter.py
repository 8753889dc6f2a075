from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="DeadLetter")


@_attrs_define
class DeadLetter:
    """A message that nobody could handle.

    Attributes:
        sequence (int):
        durable (str): Who could not.
        subject (str):
        type_ (str):
        about (str): What it is about, for example `job-` and an id.
        error (str): The kind of error.
        deliveries (int | None): How often it was tried; null when that is not known.
        at (datetime.datetime | None):
    """

    sequence: int
    durable: str
    subject: str
    type_: str
    about: str
    error: str
    deliveries: int | None
    at: datetime.datetime | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        sequence = self.sequence

        durable = self.durable

        subject = self.subject

        type_ = self.type_

        about = self.about

        error = self.error

        deliveries: int | None
        deliveries = self.deliveries

        at: None | str
        if isinstance(self.at, datetime.datetime):
            at = self.at.isoformat()
        else:
            at = self.at

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "sequence": sequence,
                "durable": durable,
                "subject": subject,
                "type": type_,
                "about": about,
                "error": error,
                "deliveries": deliveries,
                "at": at,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        sequence = d.pop("sequence")

        durable = d.pop("durable")

        subject = d.pop("subject")

        type_ = d.pop("type")

        about = d.pop("about")

        error = d.pop("error")

        def _parse_deliveries(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        deliveries = _parse_deliveries(d.pop("deliveries"))

        def _parse_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                at_type_0 = datetime.datetime.fromisoformat(data)

                return at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        at = _parse_at(d.pop("at"))

        dead_letter = cls(
            sequence=sequence,
            durable=durable,
            subject=subject,
            type_=type_,
            about=about,
            error=error,
            deliveries=deliveries,
            at=at,
        )

        dead_letter.additional_properties = d
        return dead_letter

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
