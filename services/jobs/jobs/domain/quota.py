"""How much one user may have at a time and within a day."""

from __future__ import annotations

from dataclasses import dataclass

from kit.errors import LimitReached, Unauthenticated

PATIENCE = 60.0
"""Seconds after which to ask again for one more analysis while too many are under way."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What an owner has: analyses under way, and analyses asked for within a day."""

    active: int = 0
    daily: int = 0
    daily_frees_in: float = 1.0
    """Seconds until the oldest of the day is a day old."""
    deleted: bool = False
    """The owner's account is no more."""


@dataclass(frozen=True, slots=True)
class Quota:
    """What the owner has, and may have at most: analyses under way, and analyses asked for within a day."""

    active: int
    active_allowed: int
    daily: int
    daily_allowed: int
    daily_frees_in: float
    """Seconds until the oldest of the day is a day old."""
    deleted: bool = False
    """The owner's account is no more."""


def deleted() -> Unauthenticated:
    """What is said to who asks for something in the name of an account that is no more."""
    return Unauthenticated("This account has been deleted.", code="user_deleted")


def allow_one_more(quota: Quota | None) -> None:
    """Raises LimitReached if the owner has as many analyses under way as are allowed, Unauthenticated if deleted."""
    if quota and quota.deleted:
        raise deleted()
    if quota and quota.active >= quota.active_allowed:
        raise LimitReached(
            f"{quota.active} of your analyses are under way, which is all that one person may have here at a time. "
            "Wait until one has ended, or cancel one.",
            code="active_limit_reached",
            retry_after=PATIENCE,
        )


def allow_one_more_today(quota: Quota | None) -> None:
    """Raises LimitReached if the owner has asked for as many analyses within a day as are allowed."""
    if quota and quota.daily >= quota.daily_allowed:
        raise LimitReached(
            f"You have asked for {quota.daily} analyses within a day, which is all that one person may here.",
            code="daily_limit_reached",
            retry_after=quota.daily_frees_in,
        )
