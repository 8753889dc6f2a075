"""Deliveries of Git hosts over HTTP, with auth and jobs behind real gRPC."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

import httpx
import pytest

from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.host_hooks import APP_SECRET, SECRET
from tests.integration.gateway.test_gateway_analysis import problem
from tests.integration.gateway.test_gateway_tracking import PATH, URL, track
from tests.unit.gateway.test_gateway_deliveries import COMMIT, PUSH, recorded


def signed(body: bytes, secret: str = SECRET, event: str = "push", delivery: str = "d-1") -> dict[str, str]:
    return {
        "Content-Type": "application/json",
        "X-GitHub-Event": event,
        "X-GitHub-Delivery": delivery,
        "X-Hub-Signature-256": f"sha256={hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()}",
    }


async def hook(alice: httpx.AsyncClient) -> tuple[str, str]:
    """The path of a followed repository's webhook, and the repository's id."""
    told = (await track(alice)).json()
    assert (told["webhook"]["installed"], told["webhook"]["secret"]) == (False, SECRET)
    return httpx.URL(told["webhook"]["address"]).path, told["id"]


async def test_a_push_is_told_to_jobs(alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers) -> None:
    path, repository_id = await hook(alice)
    body = json.dumps(PUSH).encode()
    answer = await anonymous.post(path, content=body, headers=signed(body))
    assert (answer.status_code, answer.json()) == (202, {"outcome": "recorded"})
    (push,) = peers.jobs.pushes
    assert (push.repository_id, push.branch, push.is_default_branch) == (repository_id, "main", True)
    assert (push.commit, push.delivery_id) == (COMMIT, "d-1")
    again = await anonymous.post(path, content=body, headers=signed(body))
    assert (again.status_code, again.json()) == (202, {"outcome": "ignored"})


async def test_what_is_nothing_to_us_is_taken_and_ignored(
    alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers
) -> None:
    path, _ = await hook(alice)
    for event in ("ping", "installation", "something_new"):
        body = b'{"zen": "x"}'
        answer = await anonymous.post(path, content=body, headers=signed(body, event=event))
        assert (answer.status_code, answer.json()) == (202, {"outcome": "ignored"})
    assert peers.jobs.pushes == []


async def test_every_recorded_delivery_is_taken(alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    path, _ = await hook(alice)
    for number, (event, payload) in enumerate(recorded()):
        body = json.dumps(payload).encode()
        own = signed(body, event=event, delivery=f"recorded-{number}")
        answer = await anonymous.post(path, content=body, headers=own)
        assert answer.status_code == 202, (event, answer.text)


async def test_a_moved_repository_is_told_to_jobs(
    alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers
) -> None:
    path, repository_id = await hook(alice)
    renamed: dict[str, Any] = {
        "action": "renamed",
        "repository": PUSH["repository"],
        "changes": {"repository": {"name": {"from": "old"}}},
    }
    body = json.dumps(renamed).encode()
    assert (await anonymous.post(path, content=body, headers=signed(body, event="repository"))).status_code == 202
    (move,) = peers.jobs.moves
    assert (move.repository_id, move.repository_url, move.new_url) == (
        repository_id,
        "https://git.example/alice/old.git",
        URL,
    )


async def test_a_repository_that_became_private_is_told_to_jobs(
    alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers
) -> None:
    path, repository_id = await hook(alice)
    body = json.dumps({"action": "privatized", "repository": PUSH["repository"]}).encode()
    answer = await anonymous.post(path, content=body, headers=signed(body, event="repository"))
    assert (answer.status_code, answer.json()) == (202, {"outcome": "recorded"})
    (told,) = peers.jobs.privatized
    assert (told.repository_id, told.repository_url) == (repository_id, URL)


async def test_an_apps_webhook_concerns_whoever_follows_the_repository(
    anonymous: httpx.AsyncClient, peers: Peers
) -> None:
    body = json.dumps(PUSH).encode()
    answer = await anonymous.post("/api/v1/webhooks/github", content=body, headers=signed(body, APP_SECRET))
    assert answer.status_code == 202
    assert (peers.jobs.pushes[0].repository_id, peers.jobs.pushes[0].repository_url) == ("", URL)


async def test_gitea_signs_in_its_own_header(anonymous: httpx.AsyncClient, alice: httpx.AsyncClient) -> None:
    path, _ = await hook(alice)
    body = json.dumps(PUSH).encode()
    headers = {
        "X-Gitea-Event": "push",
        "X-Gitea-Delivery": "d-9",
        "X-Gitea-Signature": hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest(),
    }
    answer = await anonymous.post(path.replace("/github/", "/gitea/"), content=body, headers=headers)
    assert (answer.status_code, answer.json()) == (202, {"outcome": "recorded"})


async def test_bad_deliveries_are_refused(alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, peers: Peers) -> None:
    path, _ = await hook(alice)
    body = json.dumps(PUSH).encode()
    for headers in (signed(body, "another"), {**signed(body), "X-Hub-Signature-256": ""}, signed(body + b" ")):
        problem(await anonymous.post(path, content=body, headers=headers), 401, "signature_invalid")
    unsigned = {name: value for name, value in signed(body).items() if name != "X-Hub-Signature-256"}
    problem(await anonymous.post(path, content=body, headers=unsigned), 401, "signature_invalid")
    problem(await anonymous.post(path, content=body), 422, "invalid_input")
    broken = b'{"ref": 3}'
    problem(await anonymous.post(path, content=broken, headers=signed(broken)), 422, "webhook_payload_invalid")
    problem(await anonymous.post("/api/v1/webhooks/gitlab", content=body, headers=signed(body)), 404, "not_found")
    problem(await anonymous.get(path), 405, "method_not_allowed")
    assert peers.jobs.pushes == []


@pytest.mark.parametrize(("size", "status"), [(2 * 1024 * 1024, 202), (3 * 1024 * 1024 + 1, 413)])
async def test_a_delivery_may_be_larger_than_other_bodies(
    alice: httpx.AsyncClient, anonymous: httpx.AsyncClient, size: int, status: int
) -> None:
    path, _ = await hook(alice)
    body = json.dumps({**PUSH, "commits": "x" * size}).encode()
    assert (await anonymous.post(path, content=body, headers=signed(body))).status_code == status


async def test_the_webhook_of_a_repository_is_shown_made_anew_and_removed(
    alice: httpx.AsyncClient, peers: Peers
) -> None:
    place = (await track(alice)).headers["location"]
    shown = (await alice.get(f"{place}/webhook")).json()
    assert "secret" not in shown
    assert (shown["provider"], shown["installed"], shown["last_delivery_at"]) == ("github", False, None)
    again = (await alice.post(f"{place}/webhook")).json()
    assert again["secret"] == SECRET
    await alice.delete(place)
    assert peers.hooks.hooks == {}
    problem(await alice.get(f"{place}/webhook"), 404, "repository_not_found")


async def test_a_repository_can_be_followed_without_a_webhook(alice: httpx.AsyncClient) -> None:
    assert (await track(alice, on_push=False)).json()["webhook"] is None
    unsupported = await track(alice, "https://nowhere.example/x/y")
    assert (unsupported.status_code, unsupported.json()["webhook"]) == (201, None)
    place = unsupported.headers["location"]
    problem(await alice.get(f"{place}/webhook"), 404, "webhook_not_found")
    problem(await alice.post(f"{place}/webhook"), 409, "webhook_unsupported")
    installed = (await track(alice, "https://github.com/x/y")).json()["webhook"]
    assert (installed["installed"], installed["secret"]) == (True, None)
    assert len((await alice.get(PATH)).json()["items"]) == 3
