"""Outgoing webhooks over REST, with jobs behind real gRPC."""

from __future__ import annotations

import uuid

import httpx
import pytest

from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import BOB, access_token
from tests.integration.gateway.test_gateway_analysis import NOBODY, problem

PATH = "/api/v1/webhooks/endpoints"
URL = "https://ci.example/hooks"


async def made(client: httpx.AsyncClient, **body: object) -> str:
    answer = await client.post(PATH, json={"url": URL, **body})
    assert answer.status_code == 201, answer.text
    return answer.headers["location"]


async def test_an_endpoint_is_made_and_its_secret_told_once(alice: httpx.AsyncClient, peers: Peers) -> None:
    answer = await alice.post(
        PATH, json={"url": URL, "events": ["analysis.failed"]}, headers={"Idempotency-Key": "k-1"}
    )
    told = answer.json()
    assert (answer.status_code, answer.headers["location"]) == (201, f"{PATH}/{told['id']}")
    assert told.pop("secret") == "whsec_first"
    assert (told["events"], told["enabled"], told["disabled_reason"]) == (["analysis.failed"], True, None)
    assert (await alice.get(f"{PATH}/{told['id']}")).json() == told
    await made(alice)
    assert peers.webhooks.keys[0] == "k-1"
    assert uuid.UUID(peers.webhooks.keys[1])  # a call that is made twice makes one endpoint


async def test_lists_are_pages(alice: httpx.AsyncClient) -> None:
    places = [await made(alice) for _ in range(3)]
    first = await alice.get(PATH, params={"limit": 2})
    second = await alice.get(first.headers["link"].partition(">")[0].strip("<"))
    ids = [f"{PATH}/{item['id']}" for answer in (first, second) for item in answer.json()["items"]]
    assert ids == places[::-1]
    assert second.json()["next_cursor"] is None


async def test_what_is_left_out_stays_as_it_is(alice: httpx.AsyncClient) -> None:
    place = await made(alice, description="nightly")
    changed = await alice.patch(place, json={"enabled": False})
    assert (changed.json()["enabled"], changed.json()["description"]) == (False, "nightly")
    assert changed.json()["disabled_reason"] == "user"
    problem(await alice.post(f"{place}/test"), 409, "webhook_endpoint_disabled")
    changed = await alice.patch(place, json={"enabled": True, "events": ["repository.pushed"], "description": ""})
    assert (changed.json()["events"], changed.json()["description"]) == (["repository.pushed"], "")
    assert changed.json()["url"] == URL


async def test_a_secret_is_rotated(alice: httpx.AsyncClient) -> None:
    place = await made(alice)
    told = (await alice.post(f"{place}/rotate-secret", json={})).json()
    assert (told["secret"], told["previous_secret_until"]) == ("whsec_second", "2026-11-29T00:00:00Z")
    problem(await alice.post(f"{place}/rotate-secret", json={"overlap_hours": 169}), 422, "invalid_input")


async def test_deliveries_are_listed_told_and_sent_again(alice: httpx.AsyncClient) -> None:
    place = await made(alice)
    sent = await alice.post(f"{place}/test")
    assert (sent.status_code, sent.json()["status"], sent.json()["webhook_id"]) == (202, "PENDING", "msg_1")
    await alice.post(f"{place}/test")
    page = await alice.get(f"{place}/deliveries", params={"limit": 1, "status": "PENDING"})
    assert len(page.json()["items"]) == 1
    assert "status=PENDING" in page.headers["link"]
    assert (await alice.get(f"{place}/deliveries", params={"status": "FAILED"})).json()["items"] == []
    one = await alice.get(f"{place}/deliveries/{sent.json()['id']}")
    assert one.json()["payload"] == '{"type":"webhook.test"}'
    (attempt,) = one.json()["attempts_made"]
    assert attempt == {"at": None, "status": 500, "error": "answered 500", "milliseconds": 12}
    again = await alice.post(f"{place}/deliveries/{sent.json()['id']}/replay")
    assert (again.status_code, again.json()["id"]) == (202, sent.json()["id"])
    problem(await alice.get(f"{place}/deliveries/{NOBODY}"), 404, "webhook_delivery_not_found")
    problem(await alice.get(f"{place}/deliveries/nonsense"), 404, "not_found")


async def test_an_endpoint_is_its_owners_alone(alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    place = await made(alice)
    theirs = {"Authorization": f"Bearer {access_token(BOB)}"}
    problem(await anonymous.get(place, headers=theirs), 404, "webhook_endpoint_not_found")
    problem(await anonymous.delete(place, headers=theirs), 404, "webhook_endpoint_not_found")
    problem(await anonymous.get(place), 401, "unauthenticated")
    assert (await alice.delete(place)).status_code == 204
    problem(await alice.get(place), 404, "webhook_endpoint_not_found")


@pytest.mark.parametrize(
    ("body", "code", "field"),
    [
        ({}, "invalid_input", "url"),
        ({"url": "http://ci.example"}, "webhook_url_not_allowed", "url"),
        ({"url": URL, "events": ["analysis.dreamt"]}, "invalid_input", "events.0"),
        ({"url": URL, "description": "x" * 201}, "invalid_input", "description"),
        ({"url": URL, "secret": "mine"}, "invalid_input", "secret"),
    ],
)
async def test_names_what_is_wrong(alice: httpx.AsyncClient, body: dict[str, object], code: str, field: str) -> None:
    found = problem(await alice.post(PATH, json=body), 422, code)
    assert [item["field"] for item in found["errors"]] == [field]  # type: ignore[attr-defined]
