from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.installation_settings_auth import InstallationSettingsAuth
    from ..models.installation_settings_jobs import InstallationSettingsJobs


T = TypeVar("T", bound="InstallationSettings")


@_attrs_define
class InstallationSettings:
    """Settings that are no secret, by service and the name of their variable.

    Attributes:
        auth (InstallationSettingsAuth):
        jobs (InstallationSettingsJobs):
    """

    auth: InstallationSettingsAuth
    jobs: InstallationSettingsJobs
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        auth = self.auth.to_dict()

        jobs = self.jobs.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "auth": auth,
                "jobs": jobs,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.installation_settings_auth import InstallationSettingsAuth  # noqa: PLC0415
        from ..models.installation_settings_jobs import InstallationSettingsJobs  # noqa: PLC0415

        d = dict(src_dict)
        auth = InstallationSettingsAuth.from_dict(d.pop("auth"))

        jobs = InstallationSettingsJobs.from_dict(d.pop("jobs"))

        installation_settings = cls(
            auth=auth,
            jobs=jobs,
        )

        installation_settings.additional_properties = d
        return installation_settings

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
