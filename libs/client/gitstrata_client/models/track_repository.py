from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.repository_settings import RepositorySettings


T = TypeVar("T", bound="TrackRepository")


@_attrs_define
class TrackRepository:
    """A repository to follow.

    Attributes:
        repo_url (str): Address to clone, without credentials.
        settings (RepositorySettings | Unset): How a repository is analysed, and when by itself.
    """

    repo_url: str
    settings: RepositorySettings | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        repo_url = self.repo_url

        settings: dict[str, Any] | Unset = UNSET
        if not isinstance(self.settings, Unset):
            settings = self.settings.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "repo_url": repo_url,
            }
        )
        if settings is not UNSET:
            field_dict["settings"] = settings

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.repository_settings import RepositorySettings  # noqa: PLC0415

        d = dict(src_dict)
        repo_url = d.pop("repo_url")

        _settings = d.pop("settings", UNSET)
        settings: RepositorySettings | Unset
        if isinstance(_settings, Unset):
            settings = UNSET
        else:
            settings = RepositorySettings.from_dict(_settings)

        track_repository = cls(
            repo_url=repo_url,
            settings=settings,
        )

        return track_repository
