from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.section_name import SectionName, check_section_name
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateShare")


@_attrs_define
class CreateShare:
    """A link by which others read a report.

    Attributes:
        name (str): To tell it from others.
        sections (list[SectionName]): What may be read.
        analysis_id (None | str | Unset): An analysis of yours.
        repo_url (None | str | Unset): Instead of an analysis: a repository, whose newest completed analysis it is.
        ref (None | str | Unset): Beside `repo_url`, as in the analysis; null: the default branch.
        addresses (bool | Unset): Whether e-mail addresses of people are shown too. Default: False.
        expires_in_days (int | None | Unset): After this many days it gives nothing any more; null: until it is revoked.
            Default: 30.
    """

    name: str
    sections: list[SectionName]
    analysis_id: None | str | Unset = UNSET
    repo_url: None | str | Unset = UNSET
    ref: None | str | Unset = UNSET
    addresses: bool | Unset = False
    expires_in_days: int | None | Unset = 30

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        sections = []
        for sections_item_data in self.sections:
            sections_item: str = sections_item_data
            sections.append(sections_item)

        analysis_id: None | str | Unset
        if isinstance(self.analysis_id, Unset):
            analysis_id = UNSET
        else:
            analysis_id = self.analysis_id

        repo_url: None | str | Unset
        if isinstance(self.repo_url, Unset):
            repo_url = UNSET
        else:
            repo_url = self.repo_url

        ref: None | str | Unset
        if isinstance(self.ref, Unset):
            ref = UNSET
        else:
            ref = self.ref

        addresses = self.addresses

        expires_in_days: int | None | Unset
        if isinstance(self.expires_in_days, Unset):
            expires_in_days = UNSET
        else:
            expires_in_days = self.expires_in_days

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "sections": sections,
            }
        )
        if analysis_id is not UNSET:
            field_dict["analysis_id"] = analysis_id
        if repo_url is not UNSET:
            field_dict["repo_url"] = repo_url
        if ref is not UNSET:
            field_dict["ref"] = ref
        if addresses is not UNSET:
            field_dict["addresses"] = addresses
        if expires_in_days is not UNSET:
            field_dict["expires_in_days"] = expires_in_days

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        sections = []
        _sections = d.pop("sections")
        for sections_item_data in _sections:
            sections_item = check_section_name(sections_item_data)

            sections.append(sections_item)

        def _parse_analysis_id(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        analysis_id = _parse_analysis_id(d.pop("analysis_id", UNSET))

        def _parse_repo_url(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        repo_url = _parse_repo_url(d.pop("repo_url", UNSET))

        def _parse_ref(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ref = _parse_ref(d.pop("ref", UNSET))

        addresses = d.pop("addresses", UNSET)

        def _parse_expires_in_days(data: object) -> int | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(int | None | Unset, data)

        expires_in_days = _parse_expires_in_days(d.pop("expires_in_days", UNSET))

        create_share = cls(
            name=name,
            sections=sections,
            analysis_id=analysis_id,
            repo_url=repo_url,
            ref=ref,
            addresses=addresses,
            expires_in_days=expires_in_days,
        )

        return create_share
