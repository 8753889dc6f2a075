from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from attrs import define as _attrs_define

from ..models.callback_request_token_delivery import (
    CallbackRequestTokenDelivery,
    check_callback_request_token_delivery,
)
from ..types import UNSET, Unset

T = TypeVar("T", bound="CallbackRequest")


@_attrs_define
class CallbackRequest:
    """What the provider handed to the browser after the sign-in.

    Attributes:
        code (str): The authorization code.
        state (str): The state, unchanged.
        token_delivery (CallbackRequestTokenDelivery | Unset): Where the refresh token goes: an HttpOnly cookie, or the
            body for programs without a browser. Default: 'cookie'.
    """

    code: str
    state: str
    token_delivery: CallbackRequestTokenDelivery | Unset = "cookie"

    def to_dict(self) -> dict[str, Any]:
        code = self.code

        state = self.state

        token_delivery: str | Unset = UNSET
        if not isinstance(self.token_delivery, Unset):
            token_delivery = self.token_delivery

        field_dict: dict[str, Any] = {}

        field_dict.update(
            {
                "code": code,
                "state": state,
            }
        )
        if token_delivery is not UNSET:
            field_dict["token_delivery"] = token_delivery

        return field_dict

    @classmethod
    def from_dict(cls: type[T], src_dict: Mapping[str, Any]) -> T:
        d = dict(src_dict)
        code = d.pop("code")

        state = d.pop("state")

        _token_delivery = d.pop("token_delivery", UNSET)
        token_delivery: CallbackRequestTokenDelivery | Unset
        if isinstance(_token_delivery, Unset):
            token_delivery = UNSET
        else:
            token_delivery = check_callback_request_token_delivery(_token_delivery)

        callback_request = cls(
            code=code,
            state=state,
            token_delivery=token_delivery,
        )

        return callback_request
