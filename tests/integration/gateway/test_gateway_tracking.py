"""Followed repositories over REST, with jobs behind real gRPC."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import BOB, access_token
from tests.integration.gateway.test_gateway_analysis import NOBODY, problem

PATH = "/api/v1/repositories"
URL = "https://git.example/alice/project.git"
SETTINGS: dict[str, Any] = {
    "branch": "release",
    "on_push": False,
    "schedule": "weekly",
    "options": {
        "runner": "batch",
        "ignore_revs": True,
        "exclude": ["docs/"],
        "mailmap": "Ada <ada@example.org> <ada@home.example>\n",
        "kinds": {"ci@example.org": "bot"},
    },
}


async def track(client: httpx.AsyncClient, url: str = URL, **settings: object) -> httpx.Response:
    return await client.post(PATH, json={"repo_url": url, "settings": settings})


async def test_a_repository_is_followed_and_told(alice: httpx.AsyncClient) -> None:
    answer = await track(alice, **SETTINGS)
    assert answer.status_code == 201, answer.text
    told = answer.json()
    assert answer.headers["location"] == f"{PATH}/{told['id']}"
    assert (told["full_name"], told["repo_url"], told["branch"]) == ("alice/project", URL, "release")
    assert told["settings"] == SETTINGS
    assert (told["pushed_at"], told["last_analysis_id"]) == (None, None)
    read = await alice.get(answer.headers["location"])
    assert told.pop("webhook") is None  # no pushes are wanted
    assert read.json() == told
    again = await alice.get(answer.headers["location"], headers={"If-None-Match": read.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    problem(await track(alice), 409, "repository_tracked")


async def test_what_is_left_out_is_the_usual(alice: httpx.AsyncClient) -> None:
    told = (await alice.post(PATH, json={"repo_url": URL})).json()["settings"]
    assert (told["branch"], told["on_push"], told["schedule"]) == (None, True, None)
    assert told["options"] == {"runner": None, "ignore_revs": False, "exclude": [], "mailmap": "", "kinds": {}}


async def test_lists_are_pages_without_what_is_said_of_people(alice: httpx.AsyncClient) -> None:
    for number in range(3):
        await track(alice, f"https://git.example/alice/{number}", **SETTINGS)
    first = await alice.get(PATH, params={"limit": 2})
    assert [item["full_name"] for item in first.json()["items"]] == ["alice/0", "alice/1"]
    assert "settings" not in first.json()["items"][0]
    following = first.headers["link"].partition(">")[0].strip("<")
    second = await alice.get(following)
    assert [item["full_name"] for item in second.json()["items"]] == ["alice/2"]
    assert second.json()["next_cursor"] is None
    assert "link" not in second.headers


async def test_settings_are_replaced_only_if_they_are_those_that_were_read(alice: httpx.AsyncClient) -> None:
    place = (await track(alice, **SETTINGS)).headers["location"] + "/settings"
    read = await alice.get(place)
    assert read.json() == SETTINGS
    tag = read.headers["etag"]
    assert (await alice.get(place, headers={"If-None-Match": tag})).status_code == 304

    changed = await alice.put(place, json={"branch": "main"}, headers={"If-Match": f'"other", {tag}'})
    assert changed.status_code == 200, changed.text
    assert (changed.json()["branch"], changed.json()["options"]["mailmap"]) == ("main", "")
    assert changed.headers["etag"] != tag
    for stale in (tag, f"W/{changed.headers['etag']}", "nonsense"):
        problem(await alice.put(place, json={}, headers={"If-Match": stale}), 412, "settings_changed")
    for free in ({}, {"If-Match": "*"}):
        assert (await alice.put(place, json={}, headers=free)).status_code == 200


async def test_untracking_says_what_it_erased(alice: httpx.AsyncClient) -> None:
    place = (await track(alice)).headers["location"]
    answer = await alice.delete(place)
    assert (answer.status_code, answer.json()) == (200, {"erased_analyses": 2})
    problem(await alice.get(place), 404, "repository_not_found")


async def test_a_repository_is_its_followers_alone(alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    place = (await track(alice)).headers["location"]
    theirs = {"Authorization": f"Bearer {access_token(BOB)}"}
    for path in (place, f"{place}/settings"):
        problem(await anonymous.get(path, headers=theirs), 404, "repository_not_found")
        problem(await anonymous.get(path), 401, "unauthenticated")
    problem(await anonymous.delete(place, headers=theirs), 404, "repository_not_found")
    problem(await alice.get(f"{PATH}/{NOBODY}"), 404, "repository_not_found")
    problem(await alice.get(f"{PATH}/nonsense"), 404, "not_found")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "repo_url"),
        ({"repo_url": URL, "settings": {"schedule": "hourly"}}, "settings.schedule"),
        ({"repo_url": URL, "settings": {"branch": ""}}, "settings.branch"),
        ({"repo_url": URL, "settings": {"on_push": "perhaps"}}, "settings.on_push"),
        ({"repo_url": URL, "settings": {"options": {"exclude": [""]}}}, "settings.options.exclude.0"),
        ({"repo_url": URL, "surprise": 1}, "surprise"),
    ],
)
async def test_names_the_field_that_is_wrong(alice: httpx.AsyncClient, body: dict[str, object], field: str) -> None:
    found = problem(await alice.post(PATH, json=body), 422, "invalid_input")
    assert [item["field"] for item in found["errors"]] == [field]  # type: ignore[attr-defined]


async def test_jobs_hears_what_the_settings_say(alice: httpx.AsyncClient, peers: Peers) -> None:
    told = (await track(alice, **SETTINGS)).json()
    ((_, kept),) = peers.jobs.followed.items()
    assert kept.id == told["id"]
    assert (kept.settings.options.runner, list(kept.settings.options.exclude)) == ("batch", ["docs/"])
    # what is personal goes beside the settings, which become events
    assert "home.example" not in str(kept.settings)
    assert "home.example" in kept.people.mailmap
