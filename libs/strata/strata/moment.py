"""Time in a report: UTC, to the second."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta


def moment(seconds: int) -> datetime:
    """The UTC time of a Unix time."""
    return datetime.fromtimestamp(seconds, UTC)


def week_start(seconds: int) -> date:
    """The Monday (UTC) of the ISO week that a Unix time falls in."""
    day = moment(seconds).date()
    return day - timedelta(days=day.weekday())
