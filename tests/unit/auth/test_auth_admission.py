"""Who may be here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from auth.admission import Admission, due, patient
from auth.provider import IdentityProvider

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@dataclass
class At:
    """A provider as far as admission asks it: everybody belongs to `acme`."""

    name: str
    asked: int = 0

    async def is_member(self, access_token: str, organizations: Collection[str]) -> bool:
        self.asked += 1
        return "acme" in organizations


async def admits(admission: Admission, provider: At, login: str = "Ada") -> bool:
    return await admission.admits(cast("IdentityProvider", provider), login, "token")


async def test_where_nobody_is_named_everybody_may() -> None:
    github = At("github")
    assert await admits(Admission("github"), github)
    assert github.asked == 0


@pytest.mark.parametrize(
    ("named", "github", "gitea"),
    [
        ({"users": {"ada"}}, True, False),
        ({"users": {"gitea:ada"}}, False, True),
        ({"users": {"github:ada"}}, True, False),
        ({"users": {"ben"}}, False, False),
        ({"organizations": {"acme"}}, True, False),
        ({"organizations": {"gitea:acme"}}, False, True),
        ({"organizations": {"other"}}, False, False),
        ({"users": {"ben"}, "organizations": {"acme"}}, True, False),
    ],
)
async def test_names_are_of_the_default_provider_unless_they_say_so(
    named: dict[str, Any], *, github: bool, gitea: bool
) -> None:
    admission = Admission("github", **{name: frozenset(value) for name, value in named.items()})
    assert await admits(admission, At("github")) is github
    assert await admits(admission, At("gitea")) is gitea


async def test_who_is_named_is_not_asked_about() -> None:
    github = At("github")
    assert await admits(Admission("github", frozenset({"ada"}), frozenset({"acme"})), github)
    assert github.asked == 0


def test_it_is_asked_daily_and_a_provider_that_is_away_is_borne_with_for_a_week() -> None:
    assert due(None, NOW)
    assert not due(NOW - timedelta(hours=23), NOW)
    assert due(NOW - timedelta(hours=24), NOW)
    assert patient(NOW - timedelta(days=6), NOW)
    assert not patient(NOW - timedelta(days=7), NOW)
    assert not patient(None, NOW)
