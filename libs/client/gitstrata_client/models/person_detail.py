from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from attrs import define as _attrs_define
from attrs import field as _attrs_field

if TYPE_CHECKING:
    from ..models.places import Places


T = TypeVar("T", bound="PersonDetail")


@_attrs_define
class PersonDetail:
    """What one person knows. A figure is null while its section is not ready.

    Attributes:
        id (str):
        name (str):
        login (None | str): At the Git host, where an e-mail address tells it.
        kind (None | str): `human`, `bot` or `agent`.
        commits (int | None):
        first_commit_at (datetime.datetime | None):
        last_commit_at (datetime.datetime | None):
        lines (int | None): Lines at this commit that are theirs.
        share (float | None): Of all lines, 0 to 1.
        added (int | None):
        deleted (int | None):
        active_days (int | None): Days with a commit.
        files_authored (int | None): Files that count as authored by them, for the truck factor.
        files_authored_alone (int | None): Those that nobody else authored.
        in_truck_factor (bool | None): Whether they are among those without whom half is orphaned.
        files (Places): Most lines first; at most 100.
        directories (Places): Most lines first; at most 100.
    """

    id: str
    name: str
    login: None | str
    kind: None | str
    commits: int | None
    first_commit_at: datetime.datetime | None
    last_commit_at: datetime.datetime | None
    lines: int | None
    share: float | None
    added: int | None
    deleted: int | None
    active_days: int | None
    files_authored: int | None
    files_authored_alone: int | None
    in_truck_factor: bool | None
    files: Places
    directories: Places
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = self.id

        name = self.name

        login: None | str
        login = self.login

        kind: None | str
        kind = self.kind

        commits: int | None
        commits = self.commits

        first_commit_at: None | str
        if isinstance(self.first_commit_at, datetime.datetime):
            first_commit_at = self.first_commit_at.isoformat()
        else:
            first_commit_at = self.first_commit_at

        last_commit_at: None | str
        if isinstance(self.last_commit_at, datetime.datetime):
            last_commit_at = self.last_commit_at.isoformat()
        else:
            last_commit_at = self.last_commit_at

        lines: int | None
        lines = self.lines

        share: float | None
        share = self.share

        added: int | None
        added = self.added

        deleted: int | None
        deleted = self.deleted

        active_days: int | None
        active_days = self.active_days

        files_authored: int | None
        files_authored = self.files_authored

        files_authored_alone: int | None
        files_authored_alone = self.files_authored_alone

        in_truck_factor: bool | None
        in_truck_factor = self.in_truck_factor

        files = self.files.to_dict()

        directories = self.directories.to_dict()

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "name": name,
                "login": login,
                "kind": kind,
                "commits": commits,
                "first_commit_at": first_commit_at,
                "last_commit_at": last_commit_at,
                "lines": lines,
                "share": share,
                "added": added,
                "deleted": deleted,
                "active_days": active_days,
                "files_authored": files_authored,
                "files_authored_alone": files_authored_alone,
                "in_truck_factor": in_truck_factor,
                "files": files,
                "directories": directories,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.places import Places  # noqa: PLC0415

        d = dict(src_dict)
        id = d.pop("id")

        name = d.pop("name")

        def _parse_login(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        login = _parse_login(d.pop("login"))

        def _parse_kind(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        kind = _parse_kind(d.pop("kind"))

        def _parse_commits(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        commits = _parse_commits(d.pop("commits"))

        def _parse_first_commit_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                first_commit_at_type_0 = datetime.datetime.fromisoformat(data)

                return first_commit_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        first_commit_at = _parse_first_commit_at(d.pop("first_commit_at"))

        def _parse_last_commit_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                last_commit_at_type_0 = datetime.datetime.fromisoformat(data)

                return last_commit_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        last_commit_at = _parse_last_commit_at(d.pop("last_commit_at"))

        def _parse_lines(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        lines = _parse_lines(d.pop("lines"))

        def _parse_share(data: object) -> float | None:
            if data is None:
                return data
            return cast(float | None, data)

        share = _parse_share(d.pop("share"))

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

        def _parse_active_days(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        active_days = _parse_active_days(d.pop("active_days"))

        def _parse_files_authored(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        files_authored = _parse_files_authored(d.pop("files_authored"))

        def _parse_files_authored_alone(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        files_authored_alone = _parse_files_authored_alone(d.pop("files_authored_alone"))

        def _parse_in_truck_factor(data: object) -> bool | None:
            if data is None:
                return data
            return cast(bool | None, data)

        in_truck_factor = _parse_in_truck_factor(d.pop("in_truck_factor"))

        files = Places.from_dict(d.pop("files"))

        directories = Places.from_dict(d.pop("directories"))

        person_detail = cls(
            id=id,
            name=name,
            login=login,
            kind=kind,
            commits=commits,
            first_commit_at=first_commit_at,
            last_commit_at=last_commit_at,
            lines=lines,
            share=share,
            added=added,
            deleted=deleted,
            active_days=active_days,
            files_authored=files_authored,
            files_authored_alone=files_authored_alone,
            in_truck_factor=in_truck_factor,
            files=files,
            directories=directories,
        )

        person_detail.additional_properties = d
        return person_detail

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
