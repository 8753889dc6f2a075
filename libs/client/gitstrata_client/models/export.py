from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.export_account import ExportAccount
    from ..models.export_analyses_item import ExportAnalysesItem
    from ..models.export_repositories_item import ExportRepositoriesItem


T = TypeVar("T", bound="Export")


@_attrs_define
class Export:
    """All that this installation keeps of a user, secrets aside.

    Attributes:
        account (ExportAccount): Profile, sessions, API tokens and audit log.
        analyses (list[ExportAnalysesItem]): Every analysis, newest first; reports by their own address.
        repositories (list[ExportRepositoriesItem]): Repositories that are followed, with their settings.
    """

    account: ExportAccount
    analyses: list[ExportAnalysesItem]
    repositories: list[ExportRepositoriesItem]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        account = self.account.to_dict()

        analyses = []
        for analyses_item_data in self.analyses:
            analyses_item = analyses_item_data.to_dict()
            analyses.append(analyses_item)

        repositories = []
        for repositories_item_data in self.repositories:
            repositories_item = repositories_item_data.to_dict()
            repositories.append(repositories_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "account": account,
                "analyses": analyses,
                "repositories": repositories,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.export_account import ExportAccount  # noqa: PLC0415
        from ..models.export_analyses_item import ExportAnalysesItem  # noqa: PLC0415
        from ..models.export_repositories_item import ExportRepositoriesItem  # noqa: PLC0415

        d = dict(src_dict)
        account = ExportAccount.from_dict(d.pop("account"))

        analyses = []
        _analyses = d.pop("analyses")
        for analyses_item_data in _analyses:
            analyses_item = ExportAnalysesItem.from_dict(analyses_item_data)

            analyses.append(analyses_item)

        repositories = []
        _repositories = d.pop("repositories")
        for repositories_item_data in _repositories:
            repositories_item = ExportRepositoriesItem.from_dict(repositories_item_data)

            repositories.append(repositories_item)

        export = cls(
            account=account,
            analyses=analyses,
            repositories=repositories,
        )

        export.additional_properties = d
        return export

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
