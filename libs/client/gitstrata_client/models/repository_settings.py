from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.repository_settings_schedule_type_0 import (
    RepositorySettingsScheduleType0,
    check_repository_settings_schedule_type_0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.analysis_options import AnalysisOptions


T = TypeVar("T", bound="RepositorySettings")


@_attrs_define
class RepositorySettings:
    """How a repository is analysed, and when by itself.

    Attributes:
        branch (None | str | Unset): Branch to analyse. Null: the repository's default branch.
        on_push (bool | Unset): Analyse again after each push to that branch; several while an analysis runs cause one
            more. Default: True.
        schedule (None | RepositorySettingsScheduleType0 | Unset): Analyse again when the last such analysis is this
            old. Null: never.
        options (AnalysisOptions | Unset): How to analyse, beyond what.
    """

    branch: None | str | Unset = UNSET
    on_push: bool | Unset = True
    schedule: None | RepositorySettingsScheduleType0 | Unset = UNSET
    options: AnalysisOptions | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        branch: None | str | Unset
        if isinstance(self.branch, Unset):
            branch = UNSET
        else:
            branch = self.branch

        on_push = self.on_push

        schedule: None | str | Unset
        if isinstance(self.schedule, Unset):
            schedule = UNSET
        elif isinstance(self.schedule, str):
            schedule = self.schedule
        else:
            schedule = self.schedule

        options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if branch is not UNSET:
            field_dict["branch"] = branch
        if on_push is not UNSET:
            field_dict["on_push"] = on_push
        if schedule is not UNSET:
            field_dict["schedule"] = schedule
        if options is not UNSET:
            field_dict["options"] = options

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.analysis_options import AnalysisOptions  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_branch(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        branch = _parse_branch(d.pop("branch", UNSET))

        on_push = d.pop("on_push", UNSET)

        def _parse_schedule(data: object) -> None | RepositorySettingsScheduleType0 | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                schedule_type_0 = check_repository_settings_schedule_type_0(data)

                return schedule_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | RepositorySettingsScheduleType0 | Unset, data)

        schedule = _parse_schedule(d.pop("schedule", UNSET))

        _options = d.pop("options", UNSET)
        options: AnalysisOptions | Unset
        if isinstance(_options, Unset):
            options = UNSET
        else:
            options = AnalysisOptions.from_dict(_options)

        repository_settings = cls(
            branch=branch,
            on_push=on_push,
            schedule=schedule,
            options=options,
        )

        return repository_settings
