"""Messages that nobody could handle, as an operator finds, reads and sends them again (see `kit.bus.bury`)."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime

from nats.js import JetStreamContext, api
from nats.js.errors import APIError, NotFoundError

from kit.cloudevents import Received
from kit.errors import NotFound

STREAM = "DEAD"
_ALL = "dead.>"
_SECONDS = 5.0
_BOUND = 1 << 64
_DIGITS = 10


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
    deliveries: int
    """How often it was delivered in vain; 0: nobody said."""
    headers: dict[str, str]
    body: bytes

    def received(self) -> Received:
        """As a handler sees it. Raises ValueError if it is no CloudEvent."""
        if not (self.event_id and self.type and self.entity):
            raise ValueError(f"dead letter {self.sequence} is no CloudEvent")
        headers = {key.lower(): value for key, value in self.headers.items()}
        return Received(self.event_id, self.type, self.entity, self.body, self.subject, headers)


async def letters(js: JetStreamContext, after: int = 0) -> AsyncIterator[DeadLetter]:
    """All of them (only those `after` a sequence), oldest first."""
    last = (await js.stream_info(STREAM)).state.last_seq
    while after < last:  # what is buried meanwhile is for the next time
        try:
            # those in between were sent again, or are gone with time
            found = await js.get_msg(STREAM, after + 1, subject=_ALL, next=True)
        except NotFoundError:
            return
        letter = _letter(found)
        if letter.sequence > last:
            return
        yield letter
        after = letter.sequence


async def letter(js: JetStreamContext, sequence: int) -> DeadLetter:
    """One of them. Raises NotFound."""
    if 0 < sequence < _BOUND:  # the bus cannot even read another number
        with contextlib.suppress(NotFoundError):
            return _letter(await js.get_msg(STREAM, sequence))
    raise NotFound(f"There is no dead letter {sequence}.", code="dead_letter_not_found")


async def redrive(js: JetStreamContext, found: DeadLetter) -> None:
    """Publish it where it was published first, under its event's own id, and forget it once it is stored there."""
    headers = {key: value for key, value in found.headers.items() if not key.lower().startswith("dead-")}
    # the bus drops what has the same id within its window, and that is what this is
    await js.publish(found.subject, found.body, timeout=_SECONDS, headers={**headers, "Nats-Msg-Id": str(uuid.uuid4())})
    await forget(js, found)


async def forget(js: JetStreamContext, found: DeadLetter) -> None:
    """Remove it: it has had its effect. Somebody else may have done so already."""
    try:
        await js.delete_msg(STREAM, found.sequence)
    except APIError:
        # the bus has several words for what is not there
        with contextlib.suppress(NotFoundError):
            await js.get_msg(STREAM, found.sequence)
            raise


def _letter(raw: api.RawStreamMsg) -> DeadLetter:
    headers = raw.headers or {}
    # what is no text is told as well as can be
    named = {key.lower(): str(value) for key, value in headers.items()}
    deliveries = named.get("dead-deliveries", "")
    return DeadLetter(
        sequence=raw.seq or 0,
        durable=(raw.subject or "").removeprefix("dead."),
        subject=named.get("dead-subject", ""),
        error=named.get("dead-error", ""),
        type=named.get("ce-type", ""),
        entity=named.get("ce-subject", ""),
        event_id=named.get("ce-id", ""),
        buried_at=raw.time,
        deliveries=int(deliveries) if deliveries.isdecimal() and len(deliveries) < _DIGITS else 0,
        headers=headers,
        body=raw.data or b"",
    )
