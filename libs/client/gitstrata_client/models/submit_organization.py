from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.analysis_options import AnalysisOptions


T = TypeVar("T", bound="SubmitOrganization")


@_attrs_define
class SubmitOrganization:
    """An organisation, or a user, whose repositories to analyse.

    Attributes:
        organization (str): Its login at the provider that you signed in with.
        dry_run (bool | Unset): Tell what would become of each, and submit nothing. Default: False.
        forks (bool | Unset): Forks too. Default: False.
        archived (bool | Unset): Archived repositories too. Default: False.
        unchanged (bool | Unset): Those too to which nothing was pushed since their last analysis. Default: False.
        follow (bool | Unset): Follow it from now on: a push to the default branch of one of its repositories has that
            analysed again, and a new repository is followed and analysed too, within an hour or so. Default: False.
        options (AnalysisOptions | Unset): How to analyse, beyond what.
    """

    organization: str
    dry_run: bool | Unset = False
    forks: bool | Unset = False
    archived: bool | Unset = False
    unchanged: bool | Unset = False
    follow: bool | Unset = False
    options: AnalysisOptions | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        organization = self.organization

        dry_run = self.dry_run

        forks = self.forks

        archived = self.archived

        unchanged = self.unchanged

        follow = self.follow

        options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "organization": organization,
            }
        )
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run
        if forks is not UNSET:
            field_dict["forks"] = forks
        if archived is not UNSET:
            field_dict["archived"] = archived
        if unchanged is not UNSET:
            field_dict["unchanged"] = unchanged
        if follow is not UNSET:
            field_dict["follow"] = follow
        if options is not UNSET:
            field_dict["options"] = options

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.analysis_options import AnalysisOptions  # noqa: PLC0415

        d = dict(src_dict)
        organization = d.pop("organization")

        dry_run = d.pop("dry_run", UNSET)

        forks = d.pop("forks", UNSET)

        archived = d.pop("archived", UNSET)

        unchanged = d.pop("unchanged", UNSET)

        follow = d.pop("follow", UNSET)

        _options = d.pop("options", UNSET)
        options: AnalysisOptions | Unset
        if isinstance(_options, Unset):
            options = UNSET
        else:
            options = AnalysisOptions.from_dict(_options)

        submit_organization = cls(
            organization=organization,
            dry_run=dry_run,
            forks=forks,
            archived=archived,
            unchanged=unchanged,
            follow=follow,
            options=options,
        )

        return submit_organization
