"""What holds of every route: tags, encodings, rates of requests, keys of commands, other origins, answers in time."""

from __future__ import annotations

import gzip
import json
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from gateway.clients import Clients
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import rpc
from kit.errors import TimedOut
from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import ALICE, BOB, Analysis, access_token
from tests.integration.gateway.test_gateway_analysis import problem, submit

LIST = "/api/v1/analysis"


def addressed(app: FastAPI, address: str, user: str = ALICE) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, client=(address, 1234)),
        base_url="http://gateway.test",
        headers={"Authorization": f"Bearer {access_token(user)}"},
    )


# ---------------------------------------------------------------- tags


@pytest.mark.parametrize("path", ["", "/{id}", "/{id}/events"])
async def test_what_has_not_changed_is_not_sent_again(alice: httpx.AsyncClient, peers: Peers, path: str) -> None:
    analysis = await submit(alice, peers)
    url = LIST + path.format(id=analysis.job.id)
    first = await alice.get(url)
    tag = first.headers["etag"]
    same = await alice.get(url, headers={"If-None-Match": tag})
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", tag)
    assert "content-type" not in same.headers
    assert first.headers["cache-control"] == same.headers["cache-control"] == "private, no-cache"
    await analysis.record("JobStarted", {"attempt": 1}, jobs.JOB_STATE_PROCESSING)
    changed = await alice.get(url, headers={"If-None-Match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


async def test_errors_and_health_have_no_tag(alice: httpx.AsyncClient) -> None:
    for path in ("/api/v1/analysis/nothing", "/healthz", "/api/v1/auth/me/export"):
        assert "etag" not in (await alice.get(path)).headers


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd"])
async def test_answers_are_compressed_as_the_client_likes(anonymous: httpx.AsyncClient, encoding: str) -> None:
    plain = await anonymous.get("/api/v1/openapi.json", headers={"Accept-Encoding": "identity"})
    answer = await anonymous.get("/api/v1/openapi.json", headers={"Accept-Encoding": encoding})
    assert answer.headers["content-encoding"] == encoding
    assert "Accept-Encoding" in answer.headers["vary"]
    assert int(answer.headers["content-length"]) < len(plain.content) / 4
    assert "content-encoding" not in plain.headers


async def test_a_compressed_answer_has_a_weak_tag(alice: httpx.AsyncClient, peers: Peers) -> None:
    for _ in range(3):
        await submit(alice, peers)
    plain = await alice.get(LIST, headers={"Accept-Encoding": "identity"})
    packed = await alice.get(LIST, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["etag"] == "W/" + plain.headers["etag"]
    same = await alice.get(LIST, headers={"If-None-Match": packed.headers["etag"]})
    assert (same.status_code, same.headers["etag"]) == (304, packed.headers["etag"])


async def test_a_section_goes_as_it_is_stored(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis = await submit(alice, peers)
    plain = await analysis.section("stack", {"languages": ["Python"] * 500})
    path = f"{LIST}/{analysis.job.id}/result/stack"
    async with alice.stream("GET", path, headers={"Accept-Encoding": "gzip, br, zstd"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        stored = b"".join([piece async for piece in answer.aiter_raw()])
    assert stored == analysis.sections["stack"][1]
    assert gzip.decompress(stored) == plain
    other = await alice.get(path, headers={"Accept-Encoding": "br"})
    assert (other.headers["content-encoding"], other.content) == ("br", plain)


# ---------------------------------------------------------------- rates


async def test_every_answer_tells_what_is_left(alice: httpx.AsyncClient, anonymous: httpx.AsyncClient) -> None:
    answer = await alice.get(LIST)
    assert answer.headers["ratelimit-policy"] == '"address";q=6000;w=60, "user";q=3000;w=60'
    assert answer.headers["ratelimit"].startswith('"address";r=5999;t=60, "user";r=2999;t=')
    refused = await anonymous.get(LIST)
    problem(refused, 401, "unauthenticated")
    assert refused.headers["ratelimit"].startswith('"address";r=5998;t=')


@pytest.mark.parametrize("chosen", [{"GATEWAY_REQUESTS_PER_MINUTE": "2"}], indirect=True)
async def test_a_user_may_ask_so_often(app: FastAPI) -> None:
    async with addressed(app, "192.0.2.1") as here, addressed(app, "192.0.2.2") as there:
        for client in (here, there):
            assert (await client.get(LIST)).status_code == 200
        answer = await here.get(LIST)
        problem(answer, 429, "limit_reached")
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        assert '"user";r=0;' in answer.headers["ratelimit"]
    async with addressed(app, "192.0.2.1", BOB) as bob:
        assert (await bob.get(LIST)).status_code == 200


@pytest.mark.parametrize("chosen", [{"GATEWAY_ADDRESS_REQUESTS_PER_MINUTE": "2"}], indirect=True)
async def test_an_address_may_ask_so_often_whoever_asks(app: FastAPI) -> None:
    async with addressed(app, "2001:db8::1") as one, addressed(app, "2001:db8::ffff", BOB) as neighbour:
        assert (await one.get(LIST)).status_code == 200
        assert (await neighbour.get("/api/v1/nothing")).status_code == 404
        problem(await one.get(LIST), 429, "limit_reached")
        # probes and the dashboard are not of the API
        for path in ("/healthz", "/readyz", "/", "/favicon.svg"):
            answer = await one.get(path)
            assert (answer.status_code, "ratelimit" in answer.headers) == (200, False)
    async with addressed(app, "2001:db8:0:1::1") as other:
        assert (await other.get(LIST)).status_code == 200


@pytest.mark.parametrize(
    "chosen",
    [{"GATEWAY_ADDRESS_REQUESTS_PER_MINUTE": "0", "GATEWAY_REQUESTS_PER_MINUTE": "0"}],
    indirect=True,
)
async def test_there_need_not_be_a_limit(alice: httpx.AsyncClient) -> None:
    assert "ratelimit" not in (await alice.get(LIST)).headers


# ---------------------------------------------------------------- commands


async def test_every_command_carries_a_key(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis = await submit(alice, peers)
    path = f"{LIST}/{analysis.job.id}"
    token = {"name": "x", "scopes": ["read"]}
    for headers in ({"Idempotency-Key": "mine"}, {}, {}):
        await alice.post(f"{path}/cancel", headers=headers)
        await alice.post(f"{path}/retry", headers=headers)
        assert (await alice.post("/api/v1/auth/tokens", json=token, headers=headers)).status_code == 201
    commands = [*peers.jobs.commands, *peers.auth.commands]
    assert commands.count("mine") == 3
    # one of its own for each command without: the call behind may be made again by itself
    assert len(set(commands)) == 7
    problem(await alice.post(f"{path}/cancel", headers={"Idempotency-Key": "k" * 256}), 422, "invalid_input")


# ---------------------------------------------------------------- other origins


async def test_other_origins_are_not_let_in_by_default(anonymous: httpx.AsyncClient) -> None:
    answer = await anonymous.get("/api/v1/auth/providers", headers={"Origin": "https://tools.example"})
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("chosen", [{"GATEWAY_CORS_ORIGINS": "https://tools.example"}], indirect=True)
async def test_named_origins_are_let_in(anonymous: httpx.AsyncClient) -> None:
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,idempotency-key"}
    allowed = await anonymous.options(LIST, headers={"Origin": "https://tools.example", **asked})
    assert allowed.status_code == 200
    assert allowed.headers["access-control-allow-origin"] == "https://tools.example"
    assert "access-control-allow-credentials" not in allowed.headers
    refused = await anonymous.options(LIST, headers={"Origin": "https://evil.example", **asked})
    assert "access-control-allow-origin" not in refused.headers
    answer = await anonymous.get("/api/v1/auth/providers", headers={"Origin": "https://tools.example"})
    assert {"ETag", "Link", "Location", "RateLimit", "Retry-After", "X-Request-ID"} <= set(
        answer.headers["access-control-expose-headers"].split(", ")
    )


# ---------------------------------------------------------------- in time


async def test_a_slow_service_is_not_waited_for(
    app: FastAPI, alice: httpx.AsyncClient, peers: Peers, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysis = await submit(alice, peers)
    peers.jobs.delay = 5
    clients: Clients = app.state.clients
    with pytest.raises(TimedOut):
        await rpc.call(clients.jobs.GetJob, jobs.GetJobRequest(job_id=analysis.job.id), user_id=ALICE, timeout=0.1)
    defaults: dict[str, Any] = {**(rpc.call.__kwdefaults__ or {}), "timeout": 0.1}
    monkeypatch.setattr(rpc.call, "__kwdefaults__", defaults)
    answer = await alice.get(f"{LIST}/{analysis.job.id}")
    problem(answer, 504, "timed_out")


# ---------------------------------------------------------------- one file, one person

OWNER = {"person": "p1", "name": "Ada", "lines": 7, "share": 0.7}
SECTIONS = {
    "ownership": {
        "files": {
            "items": [
                {"path": "src/a b.py", "language": "Python", "lines": 10, "people": 2, "owners": [OWNER]},
                {"path": "z.py", "language": None, "lines": 1, "people": 1, "owners": []},
            ]
        },
        "directories": {"items": [{"path": "src", "lines": 10, "people": 2, "owners": [OWNER]}]},
        "people": [OWNER],
        "authorship": [{"person": "p1", "name": "Ada", "files": 3, "alone": 1, "share": 0.5}],
        "truck_factor": {"people": [{"person": "p1"}]},
        "fragmentation": {"items": [{"path": "src/a b.py", "value": 0.4, "authors": 2, "revisions": 9}]},
        "code_age": {"files": [{"path": "src/a b.py", "lines": 10, "median_days": 12}]},
    },
    "coupling": {"pairs": {"items": [{"left": "z.py", "right": "src/a b.py", "degree": 50.0, "shared": 6}]}},
    "stack": {"excluded": {"listed": [{"path": "dist/x.js", "reason": "generated", "rule": "r", "lines": 4}]}},
}
PEOPLE = {
    "people": [
        {
            "id": "p1",
            "name": "Ada",
            "login": None,
            "kind": "human",
            "commits": 4,
            "first_commit_at": "2026-01-01T00:00:00Z",
            "last_commit_at": "2026-02-01T00:00:00Z",
            "lines": 7,
            "share": 0.7,
        }
    ],
    "churn": [{"person": "p1", "added": 9, "deleted": 2, "active_days": 3}],
}


async def _reported(alice: httpx.AsyncClient, peers: Peers) -> tuple[Analysis, str]:
    analysis = await submit(alice, peers)
    path = f"{LIST}/{analysis.job.id}"
    problem(await alice.get(f"{path}/files/z.py"), 409, "report_not_ready")
    for name, content in SECTIONS.items():
        await analysis.section(name, content)
    return analysis, path


async def test_one_file_of_the_report(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis, path = await _reported(alice, peers)
    answer = await alice.get(f"{path}/files/src/a%20b.py")
    told = answer.json()
    assert (told["path"], told["language"], told["lines"], told["owners"]) == ("src/a b.py", "Python", 10, [OWNER])
    assert (told["median_age_days"], told["fragmentation"], told["revisions"]) == (12, 0.4, 9)
    assert told["coupled"] == [{"path": "z.py", "degree": 50.0, "shared": 6}]
    assert (told["hotspot_score"], told["excluded"]) == (None, None)
    # a client that quotes slashes means the same file
    assert (await alice.get(f"{path}/files/src%2Fa%20b.py")).json() == told
    tag = answer.headers["etag"]
    assert (await alice.get(f"{path}/files/src/a%20b.py", headers={"If-None-Match": tag})).status_code == 304
    excluded = (await alice.get(f"{path}/files/dist/x.js")).json()
    assert (excluded["lines"], excluded["owners"], excluded["excluded"]) == (
        4,
        [],
        {"reason": "generated", "rule": "r"},
    )
    for unknown in ("nothing.py", "src", "../z.py", "%00", "x" * 5_000):
        assert (await alice.get(f"{path}/files/{unknown}")).status_code == 404
    problem(await alice.get(f"{path}/files/nothing.py"), 404, "file_not_found")
    await analysis.section("hotspots", {"files": {"items": [{"path": "z.py", "score": 0.5, "complexity": 3}]}})
    other = (await alice.get(f"{path}/files/z.py", headers={"If-None-Match": tag})).json()
    assert (other["hotspot_score"], other["complexity"]) == (0.5, 3)


async def test_one_person_of_the_report(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis, path = await _reported(alice, peers)
    told = (await alice.get(f"{path}/people/p1")).json()
    assert (told["name"], told["lines"], told["commits"], told["in_truck_factor"]) == ("Ada", 7, None, True)
    assert told["files"] == {"total": 1, "items": [{"path": "src/a b.py", "lines": 7, "share": 0.7}]}
    assert told["directories"]["total"] == 1
    await analysis.section("contributors", PEOPLE)
    answer = await alice.get(f"{path}/people/p1")
    assert (answer.json()["commits"], answer.json()["added"], answer.json()["kind"]) == (4, 9, "human")
    problem(await alice.get(f"{path}/people/p2"), 404, "person_not_found")
    again = await alice.get(f"{path}/people/p1", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    bobs = {"Authorization": f"Bearer {access_token(BOB)}"}
    assert (await alice.get(f"{path}/people/p1", headers=bobs)).status_code == 404


async def test_the_document_names_what_holds_everywhere(anonymous: httpx.AsyncClient) -> None:
    document = json.loads((await anonymous.get("/api/v1/openapi.json")).content)
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if not path.startswith("/api/"):
                continue
            assert {"RateLimit", "RateLimit-Policy"} <= set(next(iter(operation["responses"].values()))["headers"])
            assert "429" in operation["responses"]
            if method == "post" and operation.get("security"):
                assert "Idempotency-Key" in {each["name"] for each in operation["parameters"]}, path
            if "requestBody" in operation:
                assert "408" in operation["responses"]
