from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.tracked_repository_schedule_type_0 import (
    TrackedRepositoryScheduleType0,
    check_tracked_repository_schedule_type_0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.job_error import JobError


T = TypeVar("T", bound="TrackedRepository")


@_attrs_define
class TrackedRepository:
    """A repository that you follow.

    Attributes:
        id (UUID):
        full_name (str): The path of its address, without `.git`.
        repo_url (str):
        branch (None | str): Branch that is analysed; null: the default branch.
        on_push (bool):
        schedule (None | TrackedRepositoryScheduleType0):
        tracked_at (datetime.datetime | None):
        pushed_at (datetime.datetime | None): Last push to that branch that we heard of.
        requested_at (datetime.datetime | None): When an analysis last began by itself.
        last_analysis_id (None | str): That analysis.
        last_error (JobError | None | Unset): Why that analysis failed, if it did: `repository_not_found`, for example,
            when the repository is gone, or you may not read it any more.
    """

    id: UUID
    full_name: str
    repo_url: str
    branch: None | str
    on_push: bool
    schedule: None | TrackedRepositoryScheduleType0
    tracked_at: datetime.datetime | None
    pushed_at: datetime.datetime | None
    requested_at: datetime.datetime | None
    last_analysis_id: None | str
    last_error: JobError | None | Unset = UNSET
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.job_error import JobError  # noqa: PLC0415

        id = str(self.id)

        full_name = self.full_name

        repo_url = self.repo_url

        branch: None | str
        branch = self.branch

        on_push = self.on_push

        schedule: None | str
        if isinstance(self.schedule, str):
            schedule = self.schedule
        else:
            schedule = self.schedule

        tracked_at: None | str
        if isinstance(self.tracked_at, datetime.datetime):
            tracked_at = self.tracked_at.isoformat()
        else:
            tracked_at = self.tracked_at

        pushed_at: None | str
        if isinstance(self.pushed_at, datetime.datetime):
            pushed_at = self.pushed_at.isoformat()
        else:
            pushed_at = self.pushed_at

        requested_at: None | str
        if isinstance(self.requested_at, datetime.datetime):
            requested_at = self.requested_at.isoformat()
        else:
            requested_at = self.requested_at

        last_analysis_id: None | str
        last_analysis_id = self.last_analysis_id

        last_error: dict[str, Any] | None | Unset
        if isinstance(self.last_error, Unset):
            last_error = UNSET
        elif isinstance(self.last_error, JobError):
            last_error = self.last_error.to_dict()
        else:
            last_error = self.last_error

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "full_name": full_name,
                "repo_url": repo_url,
                "branch": branch,
                "on_push": on_push,
                "schedule": schedule,
                "tracked_at": tracked_at,
                "pushed_at": pushed_at,
                "requested_at": requested_at,
                "last_analysis_id": last_analysis_id,
            }
        )
        if last_error is not UNSET:
            field_dict["last_error"] = last_error

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.job_error import JobError  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        full_name = d.pop("full_name")

        repo_url = d.pop("repo_url")

        def _parse_branch(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        branch = _parse_branch(d.pop("branch"))

        on_push = d.pop("on_push")

        def _parse_schedule(data: object) -> None | TrackedRepositoryScheduleType0:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                schedule_type_0 = check_tracked_repository_schedule_type_0(data)

                return schedule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | TrackedRepositoryScheduleType0, data)

        schedule = _parse_schedule(d.pop("schedule"))

        def _parse_tracked_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                tracked_at_type_0 = datetime.datetime.fromisoformat(data)

                return tracked_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        tracked_at = _parse_tracked_at(d.pop("tracked_at"))

        def _parse_pushed_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                pushed_at_type_0 = datetime.datetime.fromisoformat(data)

                return pushed_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        pushed_at = _parse_pushed_at(d.pop("pushed_at"))

        def _parse_requested_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                requested_at_type_0 = datetime.datetime.fromisoformat(data)

                return requested_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        requested_at = _parse_requested_at(d.pop("requested_at"))

        def _parse_last_analysis_id(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_analysis_id = _parse_last_analysis_id(d.pop("last_analysis_id"))

        def _parse_last_error(data: object) -> JobError | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                last_error_type_0 = JobError.from_dict(data)

                return last_error_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(JobError | None | Unset, data)

        last_error = _parse_last_error(d.pop("last_error", UNSET))

        tracked_repository = cls(
            id=id,
            full_name=full_name,
            repo_url=repo_url,
            branch=branch,
            on_push=on_push,
            schedule=schedule,
            tracked_at=tracked_at,
            pushed_at=pushed_at,
            requested_at=requested_at,
            last_analysis_id=last_analysis_id,
            last_error=last_error,
        )

        tracked_repository.additional_properties = d
        return tracked_repository

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
