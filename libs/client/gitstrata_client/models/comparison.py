from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.caveat import Caveat
    from ..models.change import Change
    from ..models.coupling_change import CouplingChange
    from ..models.hotspot_change import HotspotChange
    from ..models.language_change import LanguageChange
    from ..models.package_change import PackageChange
    from ..models.person_change import PersonChange
    from ..models.side import Side


T = TypeVar("T", bound="Comparison")


@_attrs_define
class Comparison:
    """What changed between two analyses of one repository, the largest changes first. Lists have up to 200 rows.

    Attributes:
        caveats (list[Caveat]):
        base (Side): Which report.
        head (Side): Which report.
        figures (list[Change]):
        people (list[PersonChange]):
        languages (list[LanguageChange]):
        packages (list[PackageChange]):
        hotspots (list[HotspotChange]):
        coupling (list[CouplingChange]):
    """

    caveats: list[Caveat]
    base: Side
    head: Side
    figures: list[Change]
    people: list[PersonChange]
    languages: list[LanguageChange]
    packages: list[PackageChange]
    hotspots: list[HotspotChange]
    coupling: list[CouplingChange]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        caveats = []
        for caveats_item_data in self.caveats:
            caveats_item = caveats_item_data.to_dict()
            caveats.append(caveats_item)

        base = self.base.to_dict()

        head = self.head.to_dict()

        figures = []
        for figures_item_data in self.figures:
            figures_item = figures_item_data.to_dict()
            figures.append(figures_item)

        people = []
        for people_item_data in self.people:
            people_item = people_item_data.to_dict()
            people.append(people_item)

        languages = []
        for languages_item_data in self.languages:
            languages_item = languages_item_data.to_dict()
            languages.append(languages_item)

        packages = []
        for packages_item_data in self.packages:
            packages_item = packages_item_data.to_dict()
            packages.append(packages_item)

        hotspots = []
        for hotspots_item_data in self.hotspots:
            hotspots_item = hotspots_item_data.to_dict()
            hotspots.append(hotspots_item)

        coupling = []
        for coupling_item_data in self.coupling:
            coupling_item = coupling_item_data.to_dict()
            coupling.append(coupling_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "caveats": caveats,
                "base": base,
                "head": head,
                "figures": figures,
                "people": people,
                "languages": languages,
                "packages": packages,
                "hotspots": hotspots,
                "coupling": coupling,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.caveat import Caveat  # noqa: PLC0415
        from ..models.change import Change  # noqa: PLC0415
        from ..models.coupling_change import CouplingChange  # noqa: PLC0415
        from ..models.hotspot_change import HotspotChange  # noqa: PLC0415
        from ..models.language_change import LanguageChange  # noqa: PLC0415
        from ..models.package_change import PackageChange  # noqa: PLC0415
        from ..models.person_change import PersonChange  # noqa: PLC0415
        from ..models.side import Side  # noqa: PLC0415

        d = dict(src_dict)
        caveats = []
        _caveats = d.pop("caveats")
        for caveats_item_data in _caveats:
            caveats_item = Caveat.from_dict(caveats_item_data)

            caveats.append(caveats_item)

        base = Side.from_dict(d.pop("base"))

        head = Side.from_dict(d.pop("head"))

        figures = []
        _figures = d.pop("figures")
        for figures_item_data in _figures:
            figures_item = Change.from_dict(figures_item_data)

            figures.append(figures_item)

        people = []
        _people = d.pop("people")
        for people_item_data in _people:
            people_item = PersonChange.from_dict(people_item_data)

            people.append(people_item)

        languages = []
        _languages = d.pop("languages")
        for languages_item_data in _languages:
            languages_item = LanguageChange.from_dict(languages_item_data)

            languages.append(languages_item)

        packages = []
        _packages = d.pop("packages")
        for packages_item_data in _packages:
            packages_item = PackageChange.from_dict(packages_item_data)

            packages.append(packages_item)

        hotspots = []
        _hotspots = d.pop("hotspots")
        for hotspots_item_data in _hotspots:
            hotspots_item = HotspotChange.from_dict(hotspots_item_data)

            hotspots.append(hotspots_item)

        coupling = []
        _coupling = d.pop("coupling")
        for coupling_item_data in _coupling:
            coupling_item = CouplingChange.from_dict(coupling_item_data)

            coupling.append(coupling_item)

        comparison = cls(
            caveats=caveats,
            base=base,
            head=head,
            figures=figures,
            people=people,
            languages=languages,
            packages=packages,
            hotspots=hotspots,
            coupling=coupling,
        )

        comparison.additional_properties = d
        return comparison

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
