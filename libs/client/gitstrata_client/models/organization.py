from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.job_error import JobError


T = TypeVar("T", bound="Organization")


@_attrs_define
class Organization:
    """An organisation that the user follows.

    Attributes:
        id (UUID):
        name (str):
        forks (bool):
        archived (bool):
        followed_at (datetime.datetime | None):
        checked_at (datetime.datetime | None): When its repositories were last listed.
        error (JobError | None): Why that failed, if it did: codes of available repositories, or limits.
    """

    id: UUID
    name: str
    forks: bool
    archived: bool
    followed_at: datetime.datetime | None
    checked_at: datetime.datetime | None
    error: JobError | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_error import JobError  # noqa: PLC0415

        id = str(self.id)

        name = self.name

        forks = self.forks

        archived = self.archived

        followed_at: None | str
        if isinstance(self.followed_at, datetime.datetime):
            followed_at = self.followed_at.isoformat()
        else:
            followed_at = self.followed_at

        checked_at: None | str
        if isinstance(self.checked_at, datetime.datetime):
            checked_at = self.checked_at.isoformat()
        else:
            checked_at = self.checked_at

        error: dict[str, Any] | None
        if isinstance(self.error, JobError):
            error = self.error.to_dict()
        else:
            error = self.error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "forks": forks,
                "archived": archived,
                "followed_at": followed_at,
                "checked_at": checked_at,
                "error": error,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_error import JobError  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        name = d.pop("name")

        forks = d.pop("forks")

        archived = d.pop("archived")

        def _parse_followed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                followed_at_type_0 = datetime.datetime.fromisoformat(data)

                return followed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        followed_at = _parse_followed_at(d.pop("followed_at"))

        def _parse_checked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                checked_at_type_0 = datetime.datetime.fromisoformat(data)

                return checked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        checked_at = _parse_checked_at(d.pop("checked_at"))

        def _parse_error(data: object) -> JobError | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                error_type_0 = JobError.from_dict(data)

                return error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JobError | None, data)

        error = _parse_error(d.pop("error"))

        organization = cls(
            id=id,
            name=name,
            forks=forks,
            archived=archived,
            followed_at=followed_at,
            checked_at=checked_at,
            error=error,
        )

        organization.additional_properties = d
        return organization

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
