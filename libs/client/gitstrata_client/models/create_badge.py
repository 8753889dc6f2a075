from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.figure_name import FigureName, check_figure_name
from ..types import UNSET, Unset

T = TypeVar("T", bound="CreateBadge")


@_attrs_define
class CreateBadge:
    """A key under which figures of a report are shown to everybody as images.

    Attributes:
        name (str): To tell it from others.
        figures (list[FigureName]): What may be shown.
        analysis_id (None | str | Unset): An analysis of yours.
        repo_url (None | str | Unset): Instead of an analysis: a repository, whose newest completed analysis it is.
        ref (None | str | Unset): Beside `repo_url`, as in the analysis; null: the default branch.
    """

    name: str
    figures: list[FigureName]
    analysis_id: None | str | Unset = UNSET
    repo_url: None | str | Unset = UNSET
    ref: None | str | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        name = self.name

        figures = []
        for figures_item_data in self.figures:
            figures_item: str = figures_item_data
            figures.append(figures_item)

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

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "name": name,
                "figures": figures,
            }
        )
        if analysis_id is not UNSET:
            field_dict["analysis_id"] = analysis_id
        if repo_url is not UNSET:
            field_dict["repo_url"] = repo_url
        if ref is not UNSET:
            field_dict["ref"] = ref

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        name = d.pop("name")

        figures = []
        _figures = d.pop("figures")
        for figures_item_data in _figures:
            figures_item = check_figure_name(figures_item_data)

            figures.append(figures_item)

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

        create_badge = cls(
            name=name,
            figures=figures,
            analysis_id=analysis_id,
            repo_url=repo_url,
            ref=ref,
        )

        return create_badge
