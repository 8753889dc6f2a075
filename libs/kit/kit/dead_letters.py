"""Messages that nobody could handle, as an operator finds, reads and sends them again (see `kit.bus.bury`)."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from nats.js import JetStreamContext
from nats.js.errors import NotFoundError

from kit.cloudevents import Received
from kit.errors import NotFound

STREAM = "DEAD"
_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """A message, why it lies here (`error`), and the durable that gave it up."""

    sequence: int
    durable: str
    subject: str
    """Where it was published first."""
    error: str
    type: str
    entity: str
    event_id: str
    buried_at: datetime | None
    headers: dict[str, str]
    body: bytes

    def received(self) -> Received:
        """As a handler sees it. Raises ValueError if it is no CloudEvent."""
        if not (self.event_id and self.type and self.entity):
            raise ValueError(f"dead letter {self.sequence} is no CloudEvent")
        headers = {key.lower(): value for key, value in self.headers.items()}
        return Received(self.event_id, self.type, self.entity, self.body, self.subject, headers)


async def letters(js: JetStreamContext) -> AsyncIterator[DeadLetter]:
    """All of them, oldest first."""
    state = (await js.stream_info(STREAM)).state
    if not state.messages:
        return
    for sequence in range(state.first_seq, state.last_seq + 1):
        with contextlib.suppress(NotFoundError):  # it was sent again, or is gone with time
            yield await _read(js, sequence)


async def letter(js: JetStreamContext, sequence: int) -> DeadLetter:
    """One of them. Raises NotFound."""
    try:
        return await _read(js, sequence)
    except NotFoundError:
        raise NotFound(f"There is no dead letter {sequence}.", code="dead_letter_not_found") from None


async def redrive(js: JetStreamContext, found: DeadLetter) -> None:
    """Publish it where it was published first, under its event's own id, and forget it once it is stored there."""
    headers = {key: value for key, value in found.headers.items() if not key.lower().startswith("dead-")}
    # the bus drops what has the same id within its window, and that is what this is
    await js.publish(found.subject, found.body, timeout=_SECONDS, headers={**headers, "Nats-Msg-Id": str(uuid.uuid4())})
    await forget(js, found)


async def forget(js: JetStreamContext, found: DeadLetter) -> None:
    """Remove it: it has had its effect."""
    await js.delete_msg(STREAM, found.sequence)


async def _read(js: JetStreamContext, sequence: int) -> DeadLetter:
    raw = await js.get_msg(STREAM, sequence)
    headers = raw.headers or {}
    named = {key.lower(): value for key, value in headers.items()}
    return DeadLetter(
        sequence=sequence,
        durable=(raw.subject or "").removeprefix("dead."),
        subject=named.get("dead-subject", ""),
        error=named.get("dead-error", ""),
        type=named.get("ce-type", ""),
        entity=named.get("ce-subject", ""),
        event_id=named.get("ce-id", ""),
        buried_at=raw.time,
        headers=headers,
        body=raw.data or b"",
    )
