"""When to ask again."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from cli.remote.refusals import RemoteError

PAUSES = (0.5, 1.0, 2.0)  # seconds before asking again where nobody answered
LONGEST = 60.0  # seconds that a server may have us wait at once


class AskedToWait(Exception):
    """The server asks to come back in `seconds`; None: later than anybody wants to wait, or it does not say when."""

    def __init__(self, error: RemoteError, seconds: float | None) -> None:
        super().__init__(error.message)
        self.error, self.seconds = error, seconds


def seconds_of(retry_after: str | None, now: datetime | None = None) -> float | None:
    """What Retry-After (RFC 9110, seconds or a date) asks to wait; None where it is absent, unreadable or too long."""
    if retry_after is None:
        return None
    try:
        if retry_after.strip().isdigit():
            seconds = float(retry_after)
        else:
            seconds = max(0.0, (parsedate_to_datetime(retry_after) - (now or datetime.now(UTC))).total_seconds())
    except (ValueError, TypeError):
        return None
    return seconds if seconds <= LONGEST else None
