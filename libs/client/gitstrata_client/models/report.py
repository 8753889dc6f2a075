from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.report_commit import ReportCommit
    from ..models.report_engine import ReportEngine
    from ..models.report_repository import ReportRepository
    from ..models.report_sections import ReportSections


T = TypeVar("T", bound="Report")


@_attrs_define
class Report:
    """The report: its sections that are ready, each an object of its own schema.

    Attributes:
        schema_version (int | None): Version of the report's JSON Schema; null until it has completed.
        repository (ReportRepository): Which repository was analysed.
        commit (None | ReportCommit): Null until it has completed.
        engine (None | ReportEngine): Null until it has completed.
        sections (ReportSections): By name, in report order: overview, stack, contributors, ownership, activity, …
    """

    schema_version: int | None
    repository: ReportRepository
    commit: None | ReportCommit
    engine: None | ReportEngine
    sections: ReportSections
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.report_commit import ReportCommit  # noqa: PLC0415
        from ..models.report_engine import ReportEngine  # noqa: PLC0415

        schema_version: int | None
        schema_version = self.schema_version

        repository = self.repository.to_dict()

        commit: dict[str, Any] | None
        if isinstance(self.commit, ReportCommit):
            commit = self.commit.to_dict()
        else:
            commit = self.commit

        engine: dict[str, Any] | None
        if isinstance(self.engine, ReportEngine):
            engine = self.engine.to_dict()
        else:
            engine = self.engine

        sections = self.sections.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "schema_version": schema_version,
                "repository": repository,
                "commit": commit,
                "engine": engine,
                "sections": sections,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.report_commit import ReportCommit  # noqa: PLC0415
        from ..models.report_engine import ReportEngine  # noqa: PLC0415
        from ..models.report_repository import ReportRepository  # noqa: PLC0415
        from ..models.report_sections import ReportSections  # noqa: PLC0415

        d = dict(src_dict)

        def _parse_schema_version(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        schema_version = _parse_schema_version(d.pop("schema_version"))

        repository = ReportRepository.from_dict(d.pop("repository"))

        def _parse_commit(data: object) -> None | ReportCommit:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                commit_type_0 = ReportCommit.from_dict(data)

                return commit_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportCommit, data)

        commit = _parse_commit(d.pop("commit"))

        def _parse_engine(data: object) -> None | ReportEngine:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                engine_type_0 = ReportEngine.from_dict(data)

                return engine_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | ReportEngine, data)

        engine = _parse_engine(d.pop("engine"))

        sections = ReportSections.from_dict(d.pop("sections"))

        report = cls(
            schema_version=schema_version,
            repository=repository,
            commit=commit,
            engine=engine,
            sections=sections,
        )

        report.additional_properties = d
        return report

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
