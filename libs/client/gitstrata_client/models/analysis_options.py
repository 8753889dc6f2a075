from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define

from ..models.analysis_options_runner_type_0 import (
    AnalysisOptionsRunnerType0,
    check_analysis_options_runner_type_0,
)
from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.analysis_options_kinds import AnalysisOptionsKinds


T = TypeVar("T", bound="AnalysisOptions")


@_attrs_define
class AnalysisOptions:
    """How to analyse, beyond what.

    Attributes:
        runner (AnalysisOptionsRunnerType0 | None | Unset): Who runs the analysis: analyzer pods or AWS Batch. Null: the
            platform's choice.
        ignore_revs (bool | Unset): Lines of the commits in `.git-blame-ignore-revs` belong to whoever had them before.
            Default: False.
        exclude (list[str] | Unset): Files that do not count either: patterns in the form of `.gitignore`.
        mailmap (str | Unset): Who is one person, in the form of `.mailmap`; outweighs the repository's own. Default:
            ''.
        kinds (AnalysisOptionsKinds | Unset): What people are, by id, e-mail address, login or name; outweighs what is
            told by the name.
    """

    runner: AnalysisOptionsRunnerType0 | None | Unset = UNSET
    ignore_revs: bool | Unset = False
    exclude: list[str] | Unset = UNSET
    mailmap: str | Unset = ""
    kinds: AnalysisOptionsKinds | Unset = UNSET

    def to_dict(self) -> dict[str, Any]:
        runner: None | str | Unset
        if isinstance(self.runner, Unset):
            runner = UNSET
        elif isinstance(self.runner, str):
            runner = self.runner
        else:
            runner = self.runner

        ignore_revs = self.ignore_revs

        exclude: list[str] | Unset = UNSET
        if not isinstance(self.exclude, Unset):
            exclude = self.exclude

        mailmap = self.mailmap

        kinds: dict[str, Any] | Unset = UNSET
        if not isinstance(self.kinds, Unset):
            kinds = self.kinds.to_dict()

        field_dict: dict[str, Any] = {}

        field_dict.update({})
        if runner is not UNSET:
            field_dict["runner"] = runner
        if ignore_revs is not UNSET:
            field_dict["ignore_revs"] = ignore_revs
        if exclude is not UNSET:
            field_dict["exclude"] = exclude
        if mailmap is not UNSET:
            field_dict["mailmap"] = mailmap
        if kinds is not UNSET:
            field_dict["kinds"] = kinds

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.analysis_options_kinds import AnalysisOptionsKinds  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_runner(data: object) -> AnalysisOptionsRunnerType0 | None | Unset:
            if data is None:
                return data
            if isinstance(data, Unset):
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                runner_type_0 = check_analysis_options_runner_type_0(data)

                return runner_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(AnalysisOptionsRunnerType0 | None | Unset, data)

        runner = _parse_runner(d.pop("runner", UNSET))

        ignore_revs = d.pop("ignore_revs", UNSET)

        exclude = cast(list[str], d.pop("exclude", UNSET))

        mailmap = d.pop("mailmap", UNSET)

        _kinds = d.pop("kinds", UNSET)
        kinds: AnalysisOptionsKinds | Unset
        if isinstance(_kinds, Unset):
            kinds = UNSET
        else:
            kinds = AnalysisOptionsKinds.from_dict(_kinds)

        analysis_options = cls(
            runner=runner,
            ignore_revs=ignore_revs,
            exclude=exclude,
            mailmap=mailmap,
            kinds=kinds,
        )

        return analysis_options
