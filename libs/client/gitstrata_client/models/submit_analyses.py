from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.submit_analysis import SubmitAnalysis


T = TypeVar("T", bound="SubmitAnalyses")


@_attrs_define
class SubmitAnalyses:
    """Repositories to analyse, each on its own.

    Attributes:
        repositories (list[SubmitAnalysis]):
        dry_run (bool | Unset): Tell what would become of each, and submit nothing. Default: False.
    """

    repositories: list[SubmitAnalysis]
    dry_run: bool | Unset = False

    def to_dict(self) -> dict[str, Any]:
        repositories = []
        for repositories_item_data in self.repositories:
            repositories_item = repositories_item_data.to_dict()
            repositories.append(repositories_item)

        dry_run = self.dry_run

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "repositories": repositories,
            }
        )
        if dry_run is not UNSET:
            field_dict["dry_run"] = dry_run

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.submit_analysis import SubmitAnalysis  # noqa: PLC0415

        d = dict(src_dict)
        repositories = []
        _repositories = d.pop("repositories")
        for repositories_item_data in _repositories:
            repositories_item = SubmitAnalysis.from_dict(repositories_item_data)

            repositories.append(repositories_item)

        dry_run = d.pop("dry_run", UNSET)

        submit_analyses = cls(
            repositories=repositories,
            dry_run=dry_run,
        )

        return submit_analyses
