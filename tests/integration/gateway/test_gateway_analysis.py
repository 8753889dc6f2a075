"""Analyses over REST, with jobs behind real gRPC."""

from __future__ import annotations

import gzip
import hashlib
import json
import uuid

import httpx
import pytest

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import BOB, Analysis, access_token

REPOSITORY = "https://git.example/alice/project.git"
NOBODY = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"


async def submit(client: httpx.AsyncClient, peers: Peers, **body: object) -> Analysis:
    answer = await client.post("/api/v1/analysis", json={"repo_url": REPOSITORY, **body})
    assert answer.status_code == 202, answer.text
    return peers.jobs.analyses[answer.json()["id"]]


def problem(answer: httpx.Response, status: int, code: str) -> dict[str, object]:
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    body = answer.json()
    assert (body["code"], body["type"], body["status"]) == (code, f"/problems/{code}", status)
    assert body["request_id"] == answer.headers["x-request-id"]
    return body


class TestSubmit:
    async def test_accepts_and_locates(self, alice: httpx.AsyncClient) -> None:
        answer = await alice.post(
            "/api/v1/analysis", json={"repo_url": REPOSITORY, "ref": "main", "options": {"runner": "batch"}}
        )
        job = answer.json()
        assert answer.status_code == 202
        assert answer.headers["location"] == f"/api/v1/analysis/{job['id']}"
        assert (job["status"], job["repo_url"], job["ref"], job["commit"]) == ("PENDING", REPOSITORY, "main", None)
        assert job["created_at"] == "2026-11-23T09:30:00Z"
        assert set(job) == {
            *("id", "status", "repo_url", "ref", "commit", "attempt", "progress"),
            *("created_at", "started_at", "finished_at", "error"),
        }

    async def test_passes_the_idempotency_key_on(self, alice: httpx.AsyncClient) -> None:
        headers = {"Idempotency-Key": "k-1"}
        first = await alice.post("/api/v1/analysis", json={"repo_url": REPOSITORY}, headers=headers)
        same = await alice.post("/api/v1/analysis", json={"repo_url": REPOSITORY}, headers=headers)
        other = await alice.post("/api/v1/analysis", json={"repo_url": REPOSITORY, "ref": "x"}, headers=headers)
        assert same.json()["id"] == first.json()["id"]
        problem(other, 422, "idempotency_key_reused")
        body = {"repo_url": REPOSITORY, "options": {"ignore_revs": True}}
        problem(await alice.post("/api/v1/analysis", json=body, headers=headers), 422, "idempotency_key_reused")

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({}, "repo_url"),
            ({"repo_url": 3}, "repo_url"),
            ({"repo_url": ""}, "repo_url"),
            ({"repo_url": "https://x\n"}, "repo_url"),
            ({"repo_url": "https://" + "x" * 2048}, "repo_url"),
            ({"repo_url": REPOSITORY, "options": {"exclude": [""]}}, "options.exclude.0"),
            ({"repo_url": REPOSITORY, "options": {"exclude": ["x"] * 101}}, "options.exclude"),
            ({"repo_url": REPOSITORY, "options": {"mailmap": "x" * 65_537}}, "options.mailmap"),
            ({"repo_url": REPOSITORY, "options": {"kinds": {"ci": "robot"}}}, "options.kinds.ci"),
            ({"repo_url": REPOSITORY, "ref": "a\u0000b"}, "ref"),
            ({"repo_url": REPOSITORY, "options": {"runner": "laptop"}}, "options.runner"),
            ({"repo_url": REPOSITORY, "surprise": 1}, "surprise"),
        ],
    )
    async def test_names_the_field_that_is_wrong(
        self, alice: httpx.AsyncClient, body: dict[str, object], field: str
    ) -> None:
        answer = await alice.post("/api/v1/analysis", json=body)
        found = problem(answer, 422, "invalid_input")
        assert [item["field"] for item in found["errors"]] == [field]  # type: ignore[attr-defined]

    async def test_shows_what_jobs_refuses(self, alice: httpx.AsyncClient) -> None:
        answer = await alice.post("/api/v1/analysis", json={"repo_url": "file:///etc"})
        found = problem(answer, 422, "repository_url_not_allowed")
        assert found["errors"] == [{"field": "repo_url", "message": "give an https:// address"}]

    async def test_refuses_what_is_no_json(self, alice: httpx.AsyncClient) -> None:
        headers = {"Content-Type": "application/json"}
        problem(await alice.post("/api/v1/analysis", content=b"{", headers=headers), 400, "malformed_body")
        problem(await alice.post("/api/v1/analysis", content=b"\xff\xfe{", headers=headers), 400, "invalid_request")
        problem(await alice.post("/api/v1/analysis", content=b"repo_url=x"), 422, "invalid_input")
        problem(await alice.post("/api/v1/analysis", json=[1]), 422, "invalid_input")

    async def test_survives_broken_text(self, alice: httpx.AsyncClient) -> None:
        body = rb'{"repo_url": "https://x/\ud800", "\ud800": 1}'
        answer = await alice.post("/api/v1/analysis", content=body, headers={"Content-Type": "application/json"})
        problem(answer, 422, "invalid_input")

    async def test_bounds_the_body(self, alice: httpx.AsyncClient) -> None:
        headers = {"Content-Type": "application/json"}
        large = b'{"repo_url": "' + b"x" * (1024 * 1024) + b'"}'
        problem(await alice.post("/api/v1/analysis", content=large, headers=headers), 413, "body_too_large")

        async def pieces():  # type: ignore[no-untyped-def]
            for _ in range(20):
                yield b" " * 65536

        problem(await alice.post("/api/v1/analysis", content=pieces(), headers=headers), 413, "body_too_large")


class TestRead:
    async def test_pages_newest_first(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        ids = [(await submit(alice, peers)).job.id for _ in range(3)]
        first = await alice.get("/api/v1/analysis", params={"limit": 2})
        assert [item["id"] for item in first.json()["items"]] == [ids[2], ids[1]]
        assert first.json()["next_cursor"] == "2"
        assert first.headers["link"] == '</api/v1/analysis?limit=2&cursor=2>; rel="next"'
        second = await alice.get(first.links["next"]["url"])
        assert [item["id"] for item in second.json()["items"]] == [ids[0]]
        assert second.json()["next_cursor"] is None
        assert "link" not in second.headers

    async def test_filters_by_status(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        done = await submit(alice, peers)
        await submit(alice, peers)
        await done.record("JobCompleted", {}, jobs.JOB_STATE_COMPLETED)
        found = await alice.get("/api/v1/analysis", params={"status": "COMPLETED"})
        assert [item["id"] for item in found.json()["items"]] == [done.job.id]

    @pytest.mark.parametrize(
        "query", ["limit=0", "limit=101", "limit=x", "cursor=", "cursor=%00", "cursor=nonsense", "status=DONE"]
    )
    async def test_bounds_the_query(self, alice: httpx.AsyncClient, query: str) -> None:
        problem(await alice.get(f"/api/v1/analysis?{query}"), 422, "invalid_input")

    @pytest.mark.parametrize("job_id", ["1", NOBODY, f"urn:uuid:{NOBODY}", NOBODY.replace("-", ""), "%00", "😀"])
    @pytest.mark.parametrize("rest", ["", "/events", "/result", "/result/overview"])
    async def test_hides_what_is_not_there(self, alice: httpx.AsyncClient, job_id: str, rest: str) -> None:
        problem(await alice.get(f"/api/v1/analysis/{job_id}{rest}"), 404, "not_found")

    async def test_hides_what_is_anothers(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        job_id = (await submit(alice, peers)).job.id
        bob = {"Authorization": f"Bearer {access_token(BOB)}"}
        for rest in ("", "/events", "/result", "/result/overview"):
            problem(await alice.get(f"/api/v1/analysis/{job_id}{rest}", headers=bob), 404, "not_found")
        for rest in ("/cancel", "/retry"):
            problem(await alice.post(f"/api/v1/analysis/{job_id}{rest}", headers=bob), 404, "not_found")

    async def test_needs_a_token(self, anonymous: httpx.AsyncClient) -> None:
        answer = await anonymous.get("/api/v1/analysis")
        problem(answer, 401, "unauthenticated")
        assert answer.headers["www-authenticate"] == 'Bearer realm="gitstrata"'
        void = await anonymous.get("/api/v1/analysis", headers={"Authorization": "Bearer nonsense"})
        problem(void, 401, "token_invalid")
        assert 'error="invalid_token"' in void.headers["www-authenticate"]
        expired = {"Authorization": f"Bearer {access_token(lifetime=-60)}"}
        problem(await anonymous.get("/api/v1/analysis", headers=expired), 401, "token_expired")


class TestMotion:
    async def test_cancels_once(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        path = f"/api/v1/analysis/{(await submit(alice, peers)).job.id}"
        assert (await alice.post(f"{path}/cancel")).json()["status"] == "CANCELLED"
        problem(await alice.post(f"{path}/cancel"), 409, "job_ended")

    async def test_retries_what_was_cancelled(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        path = f"/api/v1/analysis/{(await submit(alice, peers)).job.id}"
        problem(await alice.post(f"{path}/retry"), 409, "job_not_retryable")
        await alice.post(f"{path}/cancel")
        answer = await alice.post(f"{path}/retry")
        assert (answer.status_code, answer.json()["status"]) == (202, "PENDING")

    async def test_says_when_jobs_is_away(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        await peers.servers["jobs"].stop(0)
        answer = await alice.get("/api/v1/analysis")
        problem(answer, 503, "unavailable")
        assert int(answer.headers["retry-after"]) >= 1


class TestReport:
    async def test_not_ready_then_partial_then_whole(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        analysis = await submit(alice, peers)
        path = f"/api/v1/analysis/{analysis.job.id}/result"
        problem(await alice.get(path), 409, "report_not_ready")

        await analysis.section("overview", {"commits": 7, "title": "é"})
        partial = await alice.get(path)
        assert partial.json() == {
            "schema_version": None,
            "repository": {"name": "project", "branch": None},
            "commit": None,
            "engine": None,
            "sections": {"overview": {"commits": 7, "title": "é"}},
        }

        await analysis.section("stack", {"languages": ["Python"] * 500}, encoding="")
        head = {"schema_version": 1, "commit": {"sha": "a" * 40}, "engine": {"name": "strata"}}
        await analysis.section("head", head)
        await analysis.record("JobCompleted", {}, jobs.JOB_STATE_COMPLETED)
        whole = await alice.get(path, headers={"If-None-Match": partial.headers["etag"]})
        assert whole.status_code == 200
        assert list(whole.json()["sections"]) == ["overview", "stack"]
        assert {name: value for name, value in whole.json().items() if name != "sections"} == head
        again = await alice.get(path, headers={"If-None-Match": whole.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == whole.headers["etag"]

    async def test_section_as_stored_or_plain(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        analysis = await submit(alice, peers)
        plain = await analysis.section("activity", {"weeks": list(range(5000))})
        stored = analysis.sections["activity"][1]
        path = f"/api/v1/analysis/{analysis.job.id}/result/activity"
        digest = hashlib.sha256(plain).hexdigest()

        async with alice.stream("GET", path, headers={"Accept-Encoding": "gzip"}) as answer:
            raw = b"".join([piece async for piece in answer.aiter_raw()])
        assert raw == stored
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers["etag"] == f'W/"{digest}"'
        assert gzip.decompress(raw) == plain

        identity = await alice.get(path, headers={"Accept-Encoding": "identity"})
        assert identity.content == plain
        assert "content-encoding" not in identity.headers
        assert identity.headers["etag"] == f'"{digest}"'
        assert identity.headers["vary"] == "Accept-Encoding"
        assert identity.headers["content-length"] == str(len(plain))

        for tag in (f'"{digest}"', f'W/"{digest}"', f'"other", "{digest}"', "*"):
            assert (await alice.get(path, headers={"If-None-Match": tag})).status_code == 304
        assert (await alice.get(path, headers={"If-None-Match": '"other"'})).status_code == 200

    @pytest.mark.parametrize("name", ["stack", "STACK", "no%20such", "x" * 100])
    async def test_section_that_is_not_there(self, alice: httpx.AsyncClient, peers: Peers, name: str) -> None:
        analysis = await submit(alice, peers)
        problem(await alice.get(f"/api/v1/analysis/{analysis.job.id}/result/{name}"), 404, "section_not_ready")


class TestHistory:
    async def test_history_as_json(self, alice: httpx.AsyncClient, peers: Peers) -> None:
        analysis = await submit(alice, peers)
        await analysis.record("JobStarted", {"attempt": 1, "ratio": 0.5})
        answer = await alice.get(f"/api/v1/analysis/{analysis.job.id}/events")
        items = answer.json()["items"]
        assert [(item["version"], item["type"]) for item in items] == [(1, "JobSubmitted"), (2, "JobStarted")]
        assert items[1]["recorded_at"] == "2026-11-23T09:30:02Z"
        assert json.dumps(items[1]["data"], sort_keys=True) == '{"attempt": 1, "ratio": 0.5}'
        assert uuid.UUID(items[1]["event_id"])

    async def test_stream_refuses_with_a_problem(self, alice: httpx.AsyncClient) -> None:
        headers = {"Accept": "text/event-stream"}
        problem(await alice.get(f"/api/v1/analysis/{NOBODY}/events", headers=headers), 404, "not_found")
        headers |= {"Last-Event-ID": "first"}
        problem(await alice.get(f"/api/v1/analysis/{NOBODY}/events", headers=headers), 422, "invalid_input")
