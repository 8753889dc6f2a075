from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.organization import Organization
    from ..models.submission import Submission


T = TypeVar("T", bound="Submissions")


@_attrs_define
class Submissions:
    """What became of all, in their order.

    Attributes:
        dry_run (bool):
        accepted (int): How many were accepted, or would be.
        complete (bool): False if the organisation has more repositories than are looked at.
        organization (None | Organization): The one that is followed now, if any is.
        items (list[Submission]):
    """

    dry_run: bool
    accepted: int
    complete: bool
    organization: None | Organization
    items: list[Submission]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        from ..models.organization import Organization  # noqa: PLC0415

        dry_run = self.dry_run

        accepted = self.accepted

        complete = self.complete

        organization: dict[str, Any] | None
        if isinstance(self.organization, Organization):
            organization = self.organization.to_dict()
        else:
            organization = self.organization

        items = []
        for items_item_data in self.items:
            items_item = items_item_data.to_dict()
            items.append(items_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "dry_run": dry_run,
                "accepted": accepted,
                "complete": complete,
                "organization": organization,
                "items": items,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.organization import Organization  # noqa: PLC0415
        from ..models.submission import Submission  # noqa: PLC0415

        d = dict(src_dict)
        dry_run = d.pop("dry_run")

        accepted = d.pop("accepted")

        complete = d.pop("complete")

        def _parse_organization(data: object) -> None | Organization:
            if data is None:
                return data
            try:
                if not isinstance(data, dict):
                    raise TypeError()
                organization_type_0 = Organization.from_dict(data)

                return organization_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(None | Organization, data)

        organization = _parse_organization(d.pop("organization"))

        items = []
        _items = d.pop("items")
        for items_item_data in _items:
            items_item = Submission.from_dict(items_item_data)

            items.append(items_item)

        submissions = cls(
            dry_run=dry_run,
            accepted=accepted,
            complete=complete,
            organization=organization,
            items=items,
        )

        submissions.additional_properties = d
        return submissions

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
