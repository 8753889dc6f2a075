"""Time in a report: UTC, to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

WEEK = 7 * 86_400
FIRST_MONDAY = 4 * 86_400  # 1970-01-05


def moment(seconds: int) -> datetime:
    """The UTC time of a Unix time."""
    return datetime.fromtimestamp(seconds, UTC)


def week_number(seconds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The ISO weeks (UTC) that Unix times fall in, counted from the first Monday."""
    return (seconds - FIRST_MONDAY) // WEEK


def monday(week: int) -> date:
    """The day on which a week begins."""
    return moment(FIRST_MONDAY + week * WEEK).date()


def quarter(seconds: int) -> int:
    """4·year + (0 to 3) of a Unix time, UTC."""
    time = moment(seconds)
    return 4 * time.year + (time.month - 1) // 3


def seconds(day: date) -> int:
    """The Unix time at which a day begins in UTC."""
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp())


def last_second(text: str) -> int | None:
    """The Unix time of an ISO 8601 date (its last second, UTC) or time (UTC unless it says otherwise)."""
    try:
        if len(text) == len("2026-01-31"):
            return seconds(date.fromisoformat(text) + timedelta(days=1)) - 1
        time = datetime.fromisoformat(text)
    except (ValueError, OverflowError):
        return None
    return int((time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp())
