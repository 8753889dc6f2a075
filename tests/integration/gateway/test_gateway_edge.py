"""What every request gets, the dashboard, and health."""

from __future__ import annotations

import gzip
import logging
from pathlib import Path

import brotli
import httpx
import pytest
import structlog
from fastapi import FastAPI

from gateway.clients import Clients
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit import errors, rpc
from tests.integration.gateway.conftest import Peers


async def test_request_ids_are_kept_or_made(anonymous: httpx.AsyncClient) -> None:
    kept = await anonymous.get("/healthz", headers={"X-Request-ID": "build-42/a"})
    assert kept.headers["x-request-id"] == "build-42/a"
    for bad in ("x" * 129, "two words", "\xe9t\xe9".encode("latin-1"), ""):
        made = await anonymous.get("/healthz", headers={"X-Request-ID": bad})
        assert len(made.headers["x-request-id"]) == 36


@pytest.mark.parametrize("path", ["/healthz", "/", "/api/v1/nothing", "/api/v1/auth/me", "/assets/app-1a2b.js"])
async def test_security_headers_are_everywhere(anonymous: httpx.AsyncClient, path: str) -> None:
    headers = (await anonymous.get(path)).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "unsafe-eval" not in headers["content-security-policy"]
    assert "script-src 'unsafe-inline'" not in headers["content-security-policy"]


async def test_wrong_methods_and_addresses(anonymous: httpx.AsyncClient) -> None:
    refused = await anonymous.delete("/api/v1/analysis")
    assert (refused.status_code, refused.json()["code"]) == (405, "method_not_allowed")
    assert refused.headers["allow"] == "GET, POST"
    for path in ("/api", "/api/", "/api/v1", "/api/v1/nothing", "/api/v2/analysis", "/api/v1/analysis/"):
        answer = await anonymous.get(path)
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found"), path
        assert answer.headers["content-type"] == "application/problem+json"
    assert (await anonymous.post("/somewhere")).json()["code"] == "not_found"


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/api/v1/analysis/batch", "POST"),
        ("GET", "/api/v1/analysis/organization", "POST"),
        ("DELETE", "/api/v1/repositories/available", "GET"),
    ],
)
async def test_an_address_of_its_own_is_no_id_of_another_route(
    alice: httpx.AsyncClient, method: str, path: str, allowed: str
) -> None:
    refused = await alice.request(method, path)

    assert (refused.status_code, refused.json()["code"]) == (405, "method_not_allowed")
    assert refused.headers["allow"] == allowed


@pytest.mark.parametrize("given", [0, "true", 1.0])
async def test_what_is_no_truth_value_is_not_taken_for_one(alice: httpx.AsyncClient, given: object) -> None:
    asked = {"dry_run": given, "repositories": [{"repo_url": "https://github.com/pallets/flask"}]}

    refused = await alice.post("/api/v1/analysis/batch", json=asked)

    assert (refused.status_code, [each["field"] for each in refused.json()["errors"]]) == (422, ["dry_run"])


async def test_a_defect_is_recorded_and_told_without_detail(app: FastAPI) -> None:
    @app.get("/api/v1/broken")
    async def broken() -> None:
        raise RuntimeError("the inner workings")

    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://gateway.test") as client:
        with structlog.testing.capture_logs() as logs:
            answer = await client.get("/api/v1/broken", headers={"X-Request-ID": "r-1"})
    assert (answer.status_code, answer.json()["code"], answer.json()["request_id"]) == (500, "internal", "r-1")
    assert "inner workings" not in answer.text
    assert [entry["event"] for entry in logs] == ["request failed", "request"]


async def test_one_access_line_without_query_or_ids(alice: httpx.AsyncClient) -> None:
    logging.getLogger().setLevel(logging.INFO)
    with structlog.testing.capture_logs() as logs:
        await alice.get("/api/v1/analysis/3f2504e0-4f89-41d3-9a0c-0305e82c3301?token=secret")
        await alice.get("/settings/profile")
    lines = [entry for entry in logs if entry["event"] == "request"]
    assert [(line["method"], line["route"], line["status"]) for line in lines] == [
        ("GET", "/api/v1/analysis/{job_id}", 404),
        ("GET", "dashboard", 200),
    ]
    assert all(line["ms"] >= 0 for line in lines)
    assert "secret" not in repr(logs)


class TestDashboard:
    async def test_every_address_of_the_app_is_the_page(self, anonymous: httpx.AsyncClient) -> None:
        for path in ("/", "/index.html", "/analysis/1", "/auth/callback?code=x"):
            answer = await anonymous.get(path)
            assert answer.text == "<!doctype html><title>Gitstrata</title>"
            assert answer.headers["cache-control"] == "no-cache"
            assert answer.headers["content-type"].startswith("text/html")
        again = await anonymous.get("/", headers={"If-None-Match": answer.headers["etag"]})
        assert again.status_code == 304
        assert (await anonymous.head("/")).content == b""

    async def test_assets_stay_for_ever_and_come_compressed(self, anonymous: httpx.AsyncClient) -> None:
        bodies = {}
        for accepted in ("gzip, deflate, br", "gzip", "br;q=0, gzip", "identity"):
            async with anonymous.stream("GET", "/assets/app-1a2b.js", headers={"Accept-Encoding": accepted}) as answer:
                bodies[accepted] = b"".join([piece async for piece in answer.aiter_raw()])
            assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
            assert answer.headers["vary"] == "Accept-Encoding"
            assert "javascript" in answer.headers["content-type"]
        packed, zipped, also_zipped, plain = bodies.values()
        assert (brotli.decompress(packed), plain) == (b"as brotli", b"console.log('plain')")
        assert gzip.decompress(zipped) == gzip.decompress(also_zipped) == b"as gzip"

    async def test_a_missing_asset_is_not_the_page(self, anonymous: httpx.AsyncClient) -> None:
        answer = await anonymous.get("/assets/gone.js")
        assert (answer.status_code, answer.json()["code"]) == (404, "not_found")

    @pytest.mark.parametrize(
        "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/..%2fsecret.txt"]
    )
    async def test_nothing_outside_the_folder(self, anonymous: httpx.AsyncClient, path: str) -> None:
        answer = await anonymous.get(httpx.URL(scheme="http", host="gateway.test", raw_path=path.encode()))
        assert "not to be served" not in answer.text

    async def test_says_how_to_build_it(self, anonymous: httpx.AsyncClient, dashboard_dir: Path) -> None:
        (dashboard_dir / "index.html").unlink()
        answer = await anonymous.get("/")
        assert answer.status_code == 200
        assert "make install" in answer.text
        assert (await anonymous.get("/other")).status_code == 404


class TestHealth:
    async def test_alive_and_ready(self, anonymous: httpx.AsyncClient) -> None:
        assert (await anonymous.get("/healthz")).json() == {"status": "ok"}
        ready = await anonymous.get("/readyz")
        assert ready.json() == {"status": "ready", "checks": {"auth": "ok", "jobs": "ok"}}

    async def test_tells_which_dependency_is_missing(self, anonymous: httpx.AsyncClient, peers: Peers) -> None:
        await peers.servers["jobs"].stop(0)
        answer = await anonymous.get("/readyz")
        assert (answer.status_code, answer.json()["code"]) == (503, "not_ready")
        assert answer.json()["errors"] == [{"field": "jobs", "message": "does not answer"}]
        assert (await anonymous.get("/healthz")).status_code == 200

    async def test_is_not_ready_while_draining(self, app: FastAPI, anonymous: httpx.AsyncClient) -> None:
        app.state.drain.begin()
        assert (await anonymous.get("/readyz")).status_code == 503


@pytest.fixture
def committed() -> str:
    return (Path(__file__).parents[3] / "docs" / "openapi.json").read_text()


async def test_the_document_and_its_page(anonymous: httpx.AsyncClient, committed: str) -> None:
    document = await anonymous.get("/api/v1/openapi.json")
    assert document.text == committed
    page = await anonymous.get("/api/v1/docs")
    assert page.headers["content-type"].startswith("text/html")
    for path in document.json()["paths"]:
        assert f"<code>{path}</code>" in page.text
    assert "<script" not in page.text


async def test_a_certificate_that_is_not_the_gateways_is_refused(peers: Peers) -> None:
    """The stand-ins are strict, so that these tests prove the identity too."""
    async with (
        rpc.channel(tls=peers.tls["analyzer"], target=peers.jobs_target, service="jobs") as channel,
        rpc.channel(tls=peers.tls["analyzer"], target=peers.auth_target, service="auth") as auth,
    ):
        clients = Clients.over(auth=auth, jobs=channel)
        with pytest.raises(errors.PermissionDenied):
            await rpc.call(clients.jobs.GetJob, jobs.GetJobRequest(job_id="x"), user_id="u")
