from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.analysis_options import AnalysisOptions


T = TypeVar("T", bound="SubmitAnalysis")


@_attrs_define
class SubmitAnalysis:
    """A repository to analyse.

    Attributes:
        repo_url (str): Address to clone, without credentials.
        ref (None | str | Unset): Branch, tag or commit. Null: the repository's default branch.
        options (AnalysisOptions | Unset): How to analyse, beyond what.
    """

    repo_url: str
    ref: None | str | Unset = UNSET
    options: AnalysisOptions | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        repo_url = self.repo_url

        ref: None | str | Unset
        if isinstance(self.ref, Unset):
            ref = UNSET
        else:
            ref = self.ref

        options: dict[str, Any] | Unset = UNSET
        if not isinstance(self.options, Unset):
            options = self.options.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "repo_url": repo_url,
            }
        )
        if ref is not UNSET:
            field_dict["ref"] = ref
        if options is not UNSET:
            field_dict["options"] = options

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.analysis_options import AnalysisOptions  # noqa: PLC0415

        d = dict(src_dict)
        repo_url = d.pop("repo_url")

        def _parse_ref(data: object) -> None | str | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            return cast(None | str | Unset, data)

        ref = _parse_ref(d.pop("ref", UNSET))

        _options = d.pop("options", UNSET)
        options: AnalysisOptions | Unset
        if isinstance(_options, Unset):
            options = UNSET
        else:
            options = AnalysisOptions.from_dict(_options)

        submit_analysis = cls(
            repo_url=repo_url,
            ref=ref,
            options=options,
        )

        return submit_analysis
