from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.caveat import Caveat
    from ..models.figure import Figure
    from ..models.language_beside import LanguageBeside
    from ..models.package_beside import PackageBeside
    from ..models.person_beside import PersonBeside
    from ..models.side import Side


T = TypeVar("T", bound="SideBySide")


@_attrs_define
class SideBySide:
    """Two repositories. Lists have up to 200 rows.

    Attributes:
        caveats (list[Caveat]):
        left (Side): Which report.
        right (Side): Which report.
        figures (list[Figure]):
        languages (list[LanguageBeside]):
        people (list[PersonBeside]):
        packages (list[PackageBeside]):
    """

    caveats: list[Caveat]
    left: Side
    right: Side
    figures: list[Figure]
    languages: list[LanguageBeside]
    people: list[PersonBeside]
    packages: list[PackageBeside]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        caveats = []
        for caveats_item_data in self.caveats:
            caveats_item = caveats_item_data.to_dict()
            caveats.append(caveats_item)

        left = self.left.to_dict()

        right = self.right.to_dict()

        figures = []
        for figures_item_data in self.figures:
            figures_item = figures_item_data.to_dict()
            figures.append(figures_item)

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.to_dict()
            languages.append(languages_item)

        people = []
        for people_item_data in self.people:
            people_item = people_item_data.to_dict()
            people.append(people_item)

        packages = []
        for packages_item_data in self.packages:
            packages_item = packages_item_data.to_dict()
            packages.append(packages_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caveats": caveats,
                "left": left,
                "right": right,
                "figures": figures,
                "languages": languages,
                "people": people,
                "packages": packages,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.caveat import Caveat  # noqa: PLC0415
        from ..models.figure import Figure  # noqa: PLC0415
        from ..models.language_beside import LanguageBeside  # noqa: PLC0415
        from ..models.package_beside import PackageBeside  # noqa: PLC0415
        from ..models.person_beside import PersonBeside  # noqa: PLC0415
        from ..models.side import Side  # noqa: PLC0415

        d = dict(src_dict)
        caveats = []
        _caveats = d.pop("caveats")
        for caveats_item_data in _caveats:
            caveats_item = Caveat.from_dict(caveats_item_data)

            caveats.append(caveats_item)

        left = Side.from_dict(d.pop("left"))

        right = Side.from_dict(d.pop("right"))

        figures = []
        _figures = d.pop("figures")
        for figures_item_data in _figures:
            figures_item = Figure.from_dict(figures_item_data)

            figures.append(figures_item)

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = LanguageBeside.from_dict(languages_item_data)

            languages.append(languages_item)

        people = []
        _people = d.pop("people")
        for people_item_data in _people:
            people_item = PersonBeside.from_dict(people_item_data)

            people.append(people_item)

        packages = []
        _packages = d.pop("packages")
        for packages_item_data in _packages:
            packages_item = PackageBeside.from_dict(packages_item_data)

            packages.append(packages_item)

        side_by_side = cls(
            caveats=caveats,
            left=left,
            right=right,
            figures=figures,
            languages=languages,
            people=people,
            packages=packages,
        )

        side_by_side.additional_properties = d
        return side_by_side

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
