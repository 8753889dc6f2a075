"""Messages that nobody could handle: page by page, what one says, and handling it again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from google.protobuf.message import DecodeError
from nats.errors import Error as NatsError
from nats.js import JetStreamContext

from gitstrata_protos.auth.v1.events_pb2 import UserDeleted
from jobs.paging import page_place, page_token, unknown_token
from jobs.wire import WIRE
from kit import dead_letters
from kit.bus import Handle
from kit.dead_letters import DeadLetter
from kit.errors import AppError, Unavailable, WrongState
from kit.wire import payload_of


class Outcome(StrEnum):
    HANDLED = "handled"
    REFUSED = "refused"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Redriven:
    """What came of a dead letter."""

    outcome: Outcome
    detail: str = ""
    """Why it was refused, or where it was sent."""


class DeadLetters:
    """The dead letters of all consumers. `handlers` are those of our own, by their durables."""

    def __init__(self, js: JetStreamContext, handlers: Mapping[str, Handle]) -> None:
        self._js = js
        self._handlers = handlers

    async def page(self, *, size: int, token: str) -> tuple[list[DeadLetter], str]:
        """The oldest after those of the page before, and the token of the next page."""
        found: list[DeadLetter] = []
        with _bus():
            async for each in dead_letters.letters(self._js, _place(token) if token else 0):
                if len(found) == size:
                    return found, page_token(str(found[-1].sequence))
                found.append(each)
        return found, ""

    async def redrive(self, sequence: int) -> Redriven:
        """Have one handled: what is for us at once, the rest by sending it to its queue again.

        What a message said has its effect once, however often it is handled. Raises NotFound; what cannot be handled
        now raises the reason, and stays where it is.
        """
        with _bus():
            return await self._redrive(await dead_letters.letter(self._js, sequence))

    async def _redrive(self, letter: DeadLetter) -> Redriven:
        handle = self._handlers.get(letter.durable)
        if handle is None:
            await dead_letters.redrive(self._js, letter)
            return Redriven(Outcome.SENT, letter.subject)
        # not by the bus: nobody but their owners may speak on these subjects
        try:
            message = letter.received()
        except ValueError:
            raise _unreadable(letter) from None
        try:
            await handle(message)
        except DecodeError:
            raise _unreadable(letter) from None
        except AppError as error:
            if error.retryable:
                raise
            redriven = Redriven(Outcome.REFUSED, error.message)
        else:
            redriven = Redriven(Outcome.HANDLED)
        await dead_letters.forget(self._js, letter)
        return redriven


def says(letter: DeadLetter) -> dict[str, Any]:
    """What it says, without the lease, which is between jobs and the worker."""
    try:
        if letter.type == UserDeleted.__name__:
            return payload_of(UserDeleted.FromString(letter.body))
        event = WIRE.parse(letter.type, letter.body)
    except (ValueError, DecodeError):
        event = None
    said = WIRE.payload(event) if event else {"bytes": letter.body.hex()}
    said.pop("lease", None)
    return said


def _unreadable(letter: DeadLetter) -> WrongState:
    return WrongState(f"Nobody can read what dead letter {letter.sequence} says.", code="dead_letter_unreadable")


@contextmanager
def _bus() -> Iterator[None]:
    try:
        yield
    except NatsError as error:
        raise Unavailable("The bus does not answer right now. Try again in a moment.") from error


def _place(token: str) -> int:
    place = page_place(token)
    if len(place) != 1 or not (place[0].isascii() and place[0].isdecimal()):
        raise unknown_token()
    return int(place[0])
