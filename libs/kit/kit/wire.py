"""Domain events and their proto messages: one schema for history and wire.

A domain event is a frozen dataclass whose fields bear the names of its message's fields. Conversion is by name:
datetimes become Timestamps, nested dataclasses nested messages, tuples repeated fields, None an absent field.
A field on one side only is an error when the service starts, not when the event is met.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, Generic, TypeVar

from google.protobuf import json_format
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp

E = TypeVar("E")
T = TypeVar("T")


def to_message(value: Any, message: type[Message]) -> Message:
    """The message that says what the dataclass says."""
    fields: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        descriptor = message.DESCRIPTOR.fields_by_name[field.name]
        encoded = _encode(getattr(value, field.name), descriptor)
        if encoded is not None:
            fields[field.name] = encoded
    return message(**fields)


def _encode(value: Any, descriptor: Any) -> Any:
    if isinstance(value, datetime):
        stamp = Timestamp()
        stamp.FromDatetime(value.astimezone(UTC))
        return stamp
    if isinstance(value, tuple):
        return [_encode(item, descriptor) for item in value]
    if dataclasses.is_dataclass(value):
        return to_message(value, descriptor.message_type._concrete_class)  # noqa: SLF001 the documented way to the class
    return value


def from_message(message: Message, target: type[T]) -> T:
    """The dataclass that says what the message says."""
    hints = _hints(typing.cast("Any", target))
    values: dict[str, Any] = {}
    for field in dataclasses.fields(typing.cast("Any", target)):
        descriptor = message.DESCRIPTOR.fields_by_name[field.name]
        hint = hints[field.name]
        if descriptor.has_presence and not message.HasField(field.name):
            values[field.name] = None if _optional(hint) else _decode(getattr(message, field.name), hint)
        else:
            values[field.name] = _decode(getattr(message, field.name), hint)
    return target(**values)


@cache
def _hints(target: Any) -> dict[str, Any]:
    return typing.get_type_hints(target)


@cache
def _optional(hint: Any) -> bool:
    return isinstance(hint, types.UnionType) and types.NoneType in typing.get_args(hint)


def _decode(value: Any, hint: Any) -> Any:
    if _optional(hint):
        hint = next(part for part in typing.get_args(hint) if part is not types.NoneType)
    if isinstance(value, Timestamp):
        return value.ToDatetime(tzinfo=UTC)
    if typing.get_origin(hint) is tuple:
        item = typing.get_args(hint)[0]
        return tuple(_decode(part, item) for part in value)
    if isinstance(value, Message):
        return from_message(value, hint)
    return value


@dataclasses.dataclass(frozen=True, slots=True)
class EventType(Generic[E]):
    """How one domain event is named, written and published."""

    event: type[E]
    message: type[Message]
    subject: Callable[[E], str] | None = None
    """Where it is published; None for an event that stays in the history."""

    @property
    def name(self) -> str:
        return self.event.__name__


Upcast = Callable[[Mapping[str, Any]], tuple[str, Mapping[str, Any]]]
"""Makes of an old event's payload the name and payload of the event that is written today in its place."""


class Wire(Generic[E]):
    """All events of one kind of history. An unknown name in our own history is an error.

    A changed meaning is a new event with a new name; `upcasts` lets the history keep the old one for ever.
    """

    def __init__(self, kinds: Sequence[EventType[Any]], upcasts: Mapping[str, Upcast] | None = None) -> None:
        self._upcasts = dict(upcasts or {})
        self._by_name = {kind.name: kind for kind in kinds}
        self._by_event = {kind.event: kind for kind in kinds}
        for kind in kinds:
            ours = {field.name for field in dataclasses.fields(kind.event)}
            theirs = set(kind.message.DESCRIPTOR.fields_by_name)
            if ours != theirs:
                raise TypeError(f"{kind.name} and its message differ in {sorted(ours ^ theirs)}")

    def kind(self, event: E) -> EventType[E]:
        return self._by_event[type(event)]

    def message(self, event: E) -> Message:
        return to_message(event, self.kind(event).message)

    def payload(self, event: E) -> dict[str, Any]:
        """ProtoJSON with the field names of the .proto file: what the event store keeps."""
        return payload_of(self.message(event))

    def read(self, name: str, payload: Mapping[str, Any]) -> E:
        """The event that the history holds; KeyError for a name that it cannot hold, ValueError for such a payload."""
        while (upcast := self._upcasts.get(name)) is not None:
            name, payload = upcast(payload)
        kind = self._by_name[name]
        try:
            message = json_format.ParseDict(dict(payload), kind.message())
        except json_format.ParseError as error:
            raise ValueError(f"{name}: {error}") from error
        return typing.cast("E", from_message(message, kind.event))

    def parse(self, name: str, body: bytes) -> E | None:
        """The event that a message from the bus holds; None for a kind that is not ours to know."""
        kind = self._by_name.get(name)
        if kind is None:
            return None
        return typing.cast("E", from_message(kind.message.FromString(body), kind.event))


def payload_of(message: Message) -> dict[str, Any]:
    return json_format.MessageToDict(message, preserving_proto_field_name=True)
