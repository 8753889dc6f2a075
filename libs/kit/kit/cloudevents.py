"""CloudEvents in binary mode, as every message on the bus is one: attributes in headers, the proto as body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message on its way out."""

    event_id: str
    type: str
    subject: str
    entity: str
    """The stream it belongs to; order is kept within it."""
    body: bytes
    headers: Mapping[str, str]
    time: datetime


class Refused(Exception):
    """The bus will never take this message: too large, or a subject that is not ours."""


@dataclass(frozen=True, slots=True)
class Received:
    """A message as handlers see it."""

    id: str
    type: str
    entity: str
    body: bytes
    subject: str
    headers: Mapping[str, str] = field(default_factory=dict)


def headers_of(message: Outgoing, source: str) -> dict[str, str]:
    """CloudEvents attributes, binary mode, and what ties the message to the request that caused it."""
    return {
        **message.headers,
        "Nats-Msg-Id": message.event_id,
        "content-type": "application/protobuf",
        "ce-specversion": "1.0",
        "ce-id": message.event_id,
        "ce-type": message.type,
        "ce-source": source,
        "ce-subject": message.entity,
        "ce-time": message.time.astimezone(UTC).isoformat(),
    }


def received(raw: Any) -> Received:
    """Read the CloudEvents attributes of a nats-py message; ValueError when it has none."""
    headers = {key.lower(): value for key, value in (raw.headers or {}).items()}
    try:
        return Received(
            id=headers["ce-id"],
            type=headers["ce-type"],
            entity=headers["ce-subject"],
            body=raw.data,
            subject=raw.subject,
            headers=headers,
        )
    except KeyError as missing:
        raise ValueError(f"the message has no {missing} header") from missing
