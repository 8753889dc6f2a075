from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast
from uuid import UUID

from attrs import define as _attrs_define
from attrs import field as _attrs_field

from ..models.webhook_delivery_detail_status import (
    WebhookDeliveryDetailStatus,
    check_webhook_delivery_detail_status,
)

if TYPE_CHECKING:
    from ..models.webhook_attempt import WebhookAttempt


T = TypeVar("T", bound="WebhookDeliveryDetail")


@_attrs_define
class WebhookDeliveryDetail:
    """A message with its content and its attempts.

    Attributes:
        id (UUID):
        webhook_id (str): The header `webhook-id`: the same at each attempt.
        type_ (str):
        status (WebhookDeliveryDetailStatus): `PENDING` while it is sent or waits to be tried again.
        attempts (int):
        created_at (datetime.datetime | None):
        next_attempt_at (datetime.datetime | None):
        delivered_at (datetime.datetime | None):
        last_status (int | None): What was answered last; null when nothing was.
        last_error (None | str):
        payload (str): The body as it is signed and sent.
        attempts_made (list[WebhookAttempt]): The last twenty, the newest first.
    """

    id: UUID
    webhook_id: str
    type_: str
    status: WebhookDeliveryDetailStatus
    attempts: int
    created_at: datetime.datetime | None
    next_attempt_at: datetime.datetime | None
    delivered_at: datetime.datetime | None
    last_status: int | None
    last_error: None | str
    payload: str
    attempts_made: list[WebhookAttempt]
    additional_properties: dict[str, Any] = _attrs_field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        id = str(self.id)

        webhook_id = self.webhook_id

        type_ = self.type_

        status: str = self.status

        attempts = self.attempts

        created_at: None | str
        if isinstance(self.created_at, datetime.datetime):
            created_at = self.created_at.isoformat()
        else:
            created_at = self.created_at

        next_attempt_at: None | str
        if isinstance(self.next_attempt_at, datetime.datetime):
            next_attempt_at = self.next_attempt_at.isoformat()
        else:
            next_attempt_at = self.next_attempt_at

        delivered_at: None | str
        if isinstance(self.delivered_at, datetime.datetime):
            delivered_at = self.delivered_at.isoformat()
        else:
            delivered_at = self.delivered_at

        last_status: int | None
        last_status = self.last_status

        last_error: None | str
        last_error = self.last_error

        payload = self.payload

        attempts_made = []
        for attempts_made_item_data in self.attempts_made:
            attempts_made_item = attempts_made_item_data.to_dict()
            attempts_made.append(attempts_made_item)

        field_dict: dict[str, Any] = {}
        field_dict.update(self.additional_properties)
        field_dict.update(
            {
                "id": id,
                "webhook_id": webhook_id,
                "type": type_,
                "status": status,
                "attempts": attempts,
                "created_at": created_at,
                "next_attempt_at": next_attempt_at,
                "delivered_at": delivered_at,
                "last_status": last_status,
                "last_error": last_error,
                "payload": payload,
                "attempts_made": attempts_made,
            }
        )

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        from ..models.webhook_attempt import WebhookAttempt  # noqa: PLC0415

        d = dict(src_dict)
        id = UUID(d.pop("id"))

        webhook_id = d.pop("webhook_id")

        type_ = d.pop("type")

        status = check_webhook_delivery_detail_status(d.pop("status"))

        attempts = d.pop("attempts")

        def _parse_created_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                created_at_type_0 = datetime.datetime.fromisoformat(data)

                return created_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        created_at = _parse_created_at(d.pop("created_at"))

        def _parse_next_attempt_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                next_attempt_at_type_0 = datetime.datetime.fromisoformat(data)

                return next_attempt_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        next_attempt_at = _parse_next_attempt_at(d.pop("next_attempt_at"))

        def _parse_delivered_at(data: object) -> datetime.datetime | None:
            if data is None:
                return data
            try:
                if not isinstance(data, str):
                    raise TypeError()
                delivered_at_type_0 = datetime.datetime.fromisoformat(data)

                return delivered_at_type_0
            except (TypeError, ValueError, AttributeError, KeyError):
                pass
            return cast(datetime.datetime | None, data)

        delivered_at = _parse_delivered_at(d.pop("delivered_at"))

        def _parse_last_status(data: object) -> int | None:
            if data is None:
                return data
            return cast(int | None, data)

        last_status = _parse_last_status(d.pop("last_status"))

        def _parse_last_error(data: object) -> None | str:
            if data is None:
                return data
            return cast(None | str, data)

        last_error = _parse_last_error(d.pop("last_error"))

        payload = d.pop("payload")

        attempts_made = []
        _attempts_made = d.pop("attempts_made")
        for attempts_made_item_data in _attempts_made:
            attempts_made_item = WebhookAttempt.from_dict(attempts_made_item_data)

            attempts_made.append(attempts_made_item)

        webhook_delivery_detail = cls(
            id=id,
            webhook_id=webhook_id,
            type_=type_,
            status=status,
            attempts=attempts,
            created_at=created_at,
            next_attempt_at=next_attempt_at,
            delivered_at=delivered_at,
            last_status=last_status,
            last_error=last_error,
            payload=payload,
            attempts_made=attempts_made,
        )

        webhook_delivery_detail.additional_properties = d
        return webhook_delivery_detail

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
