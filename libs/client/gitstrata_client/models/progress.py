from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

T = TypeVar("T", bound="Progress")


@_attrs_define
class Progress:
    """Where a running attempt stands.

    Attributes:
        phase (str): What is being done, for example `clone` or `ownership`.
        done (int): Units of work done in this phase.
        total (int | None): Units of work in all; null while unknown.
        rate (float): Units per second.
        eta_seconds (float | None): Seconds to the end of the phase; null while unknown.
        percent (float): Share of the whole attempt that is done, 0 to 100.
        remaining_seconds (float | None): Seconds to the end of the whole attempt, estimated from what it took so far;
            null while unknown.
    """

    phase: str
    done: int
    total: int | None
    rate: float
    eta_seconds: float | None
    percent: float
    remaining_seconds: float | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        phase = self.phase

        done = self.done

        total: int | None
        total = self.total

        rate = self.rate

        eta_seconds: float | None
        eta_seconds = self.eta_seconds

        percent = self.percent

        remaining_seconds: float | None
        remaining_seconds = self.remaining_seconds

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "phase": phase,
                "done": done,
                "total": total,
                "rate": rate,
                "eta_seconds": eta_seconds,
                "percent": percent,
                "remaining_seconds": remaining_seconds,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        phase = d.pop("phase")

        done = d.pop("done")

        def _parse_total(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        total = _parse_total(d.pop("total"))

        rate = d.pop("rate")

        def _parse_eta_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        eta_seconds = _parse_eta_seconds(d.pop("eta_seconds"))

        percent = d.pop("percent")

        def _parse_remaining_seconds(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        remaining_seconds = _parse_remaining_seconds(d.pop("remaining_seconds"))

        progress = cls(
            phase=phase,
            done=done,
            total=total,
            rate=rate,
            eta_seconds=eta_seconds,
            percent=percent,
            remaining_seconds=remaining_seconds,
        )

        progress.additional_properties = d
        return progress

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
