from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.coupled_file import CoupledFile
    from ..models.exclusion import Exclusion
    from ..models.file_owner import FileOwner


T = TypeVar("T", bound="FileDetail")


@_attrs_define
class FileDetail:
    """One file at the commit that was analysed. A figure is null where the report's bounded lists leave it out.

    Attributes:
        path (str):
        language (None | str):
        lines (int | None):
        people (int | None): How many own lines of it.
        owners (list[FileOwner]): Most lines first; the five largest.
        median_age_days (int | None): Half of its lines are older.
        revisions (int | None): Commits that changed it.
        added (int | None): Lines added, over all history.
        deleted (int | None): Lines deleted, over all history.
        authors (int | None): People who changed it.
        fragmentation (float | None): How spread its changes are among people, 0 to 1.
        hotspot_score (float | None):
        complexity (float | None):
        coupled (list[CoupledFile]): Strongest first; at most 100.
        excluded (Exclusion | None): Why it does not count; null if it does.
    """

    path: str
    language: None | str
    lines: int | None
    people: int | None
    owners: list[FileOwner]
    median_age_days: int | None
    revisions: int | None
    added: int | None
    deleted: int | None
    authors: int | None
    fragmentation: float | None
    hotspot_score: float | None
    complexity: float | None
    coupled: list[CoupledFile]
    excluded: Exclusion | None
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.exclusion import Exclusion  # noqa: PLC0415

        path = self.path

        language: None | str
        language = self.language

        lines: int | None
        lines = self.lines

        people: int | None
        people = self.people

        owners = []
        for owners_item_data in self.owners:
            owners_item = owners_item_data.to_dict()
            owners.append(owners_item)

        median_age_days: int | None
        median_age_days = self.median_age_days

        revisions: int | None
        revisions = self.revisions

        added: int | None
        added = self.added

        deleted: int | None
        deleted = self.deleted

        authors: int | None
        authors = self.authors

        fragmentation: float | None
        fragmentation = self.fragmentation

        hotspot_score: float | None
        hotspot_score = self.hotspot_score

        complexity: float | None
        complexity = self.complexity

        coupled = []
        for coupled_item_data in self.coupled:
            coupled_item = coupled_item_data.to_dict()
            coupled.append(coupled_item)

        excluded: dict[str, Any] | None
        if isinstance(self.excluded, Exclusion):
            excluded = self.excluded.to_dict()
        else:
            excluded = self.excluded

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "path": path,
                "language": language,
                "lines": lines,
                "people": people,
                "owners": owners,
                "median_age_days": median_age_days,
                "revisions": revisions,
                "added": added,
                "deleted": deleted,
                "authors": authors,
                "fragmentation": fragmentation,
                "hotspot_score": hotspot_score,
                "complexity": complexity,
                "coupled": coupled,
                "excluded": excluded,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.coupled_file import CoupledFile  # noqa: PLC0415
        from ..models.exclusion import Exclusion  # noqa: PLC0415
        from ..models.file_owner import FileOwner  # noqa: PLC0415

        d = dict(src_dict)
        path = d.pop("path")

        def _parse_language(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        language = _parse_language(d.pop("language"))

        def _parse_lines(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        lines = _parse_lines(d.pop("lines"))

        def _parse_people(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        people = _parse_people(d.pop("people"))

        owners = []
        _owners = d.pop("owners")
        for owners_item_data in _owners:
            owners_item = FileOwner.from_dict(owners_item_data)

            owners.append(owners_item)

        def _parse_median_age_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        median_age_days = _parse_median_age_days(d.pop("median_age_days"))

        def _parse_revisions(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        revisions = _parse_revisions(d.pop("revisions"))

        def _parse_added(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        added = _parse_added(d.pop("added"))

        def _parse_deleted(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        deleted = _parse_deleted(d.pop("deleted"))

        def _parse_authors(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        authors = _parse_authors(d.pop("authors"))

        def _parse_fragmentation(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        fragmentation = _parse_fragmentation(d.pop("fragmentation"))

        def _parse_hotspot_score(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        hotspot_score = _parse_hotspot_score(d.pop("hotspot_score"))

        def _parse_complexity(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        complexity = _parse_complexity(d.pop("complexity"))

        coupled = []
        _coupled = d.pop("coupled")
        for coupled_item_data in _coupled:
            coupled_item = CoupledFile.from_dict(coupled_item_data)

            coupled.append(coupled_item)

        def _parse_excluded(data: object) -> Exclusion | None:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                excluded_type_0 = Exclusion.from_dict(data)

                return excluded_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(Exclusion | None, data)

        excluded = _parse_excluded(d.pop("excluded"))

        file_detail = cls(
            path=path,
            language=language,
            lines=lines,
            people=people,
            owners=owners,
            median_age_days=median_age_days,
            revisions=revisions,
            added=added,
            deleted=deleted,
            authors=authors,
            fragmentation=fragmentation,
            hotspot_score=hotspot_score,
            complexity=complexity,
            coupled=coupled,
            excluded=excluded,
        )

        file_detail.additional_properties = d
        return file_detail

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
