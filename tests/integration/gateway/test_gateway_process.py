"""The gateway as a process on a real socket: live streams, and how it ends."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import pytest_asyncio

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from local_stack import ports
from tests.integration.gateway.conftest import Peers, environment
from tests.integration.gateway.servicers import Analysis, access_token
from tests.integration.gateway.test_gateway_analysis import submit


@dataclass
class Gateway:
    process: asyncio.subprocess.Process
    client: httpx.AsyncClient

    @asynccontextmanager
    async def follow(self, analysis: Analysis, **headers: str) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """The stream's messages; a comment is a message with nothing but `comment`."""
        path = f"/api/v1/analysis/{analysis.job.id}/events"
        sent = {"Accept": "text/event-stream", **headers}
        async with self.client.stream("GET", path, headers=sent) as answer:
            assert answer.status_code == 200
            assert answer.headers["content-type"].startswith("text/event-stream")
            async with aclosing(_messages(answer)) as messages:
                yield messages


async def _messages(answer: httpx.Response) -> AsyncIterator[dict[str, Any]]:
    message: dict[str, Any] = {}
    async for line in answer.aiter_lines():
        if not line:
            yield message
            message = {}
        else:
            name, _, value = line.partition(": ")
            message[name or "comment"] = json.loads(value) if name == "data" else value


@pytest_asyncio.fixture
async def gateway(peers: Peers, chosen: dict[str, str]) -> AsyncIterator[Gateway]:
    listen = f"127.0.0.1:{ports.free_port()}"
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "gateway.main",
        env={**os.environ, **environment(peers, listen), **chosen},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    headers = {"Authorization": f"Bearer {access_token()}"}
    try:
        async with httpx.AsyncClient(base_url=f"http://{listen}", headers=headers, timeout=10) as client:
            await _ready(client, process)
            yield Gateway(process, client)
    finally:  # also when it never became ready
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        await asyncio.wait_for(process.communicate(), 30)


async def _ready(client: httpx.AsyncClient, process: asyncio.subprocess.Process) -> None:
    for _ in range(1200):
        if process.returncode is not None:
            output, _ = await process.communicate()
            raise AssertionError(output.decode())
        try:
            if (await client.get("/readyz")).status_code == 200:
                return
        except httpx.TransportError:
            pass
        await asyncio.sleep(0.05)
    raise AssertionError("the gateway did not become ready")


async def until(condition: Any) -> None:
    for _ in range(200):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not happen")


async def test_streams_history_then_live_then_ends(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    await analysis.record("JobStarted", {"attempt": 1}, jobs.JOB_STATE_PROCESSING)
    async with gateway.follow(analysis) as messages:
        first, second = await anext(messages), await anext(messages)
        assert [(item["event"], item["id"]) for item in (first, second)] == [("state", "1"), ("state", "2")]
        assert set(second["data"]) == {"version", "type", "recorded_at", "data", "job"}
        assert second["data"]["job"]["status"] == "PROCESSING"

        await analysis.progress("history", 40)
        progress = await anext(messages)
        assert progress["event"] == "progress"
        assert "id" not in progress
        assert progress["data"]["job_id"] == analysis.job.id
        assert progress["data"]["progress"] == {
            "phase": "history",
            "done": 3,
            "total": None,
            "rate": 0.0,
            "eta_seconds": None,
            "percent": 40.0,
            "remaining_seconds": None,
        }

        await analysis.section("overview", {"commits": 7})
        section = await anext(messages)
        assert (section["event"], section["id"], section["data"]["data"]["section"]) == ("section", "3", "overview")

        await analysis.record("JobCompleted", {}, jobs.JOB_STATE_COMPLETED)
        last = await anext(messages)
        assert (last["event"], last["data"]["type"], last["data"]["job"]["status"]) == (
            "state",
            "JobCompleted",
            "COMPLETED",
        )
        assert [item async for item in messages] == []


async def test_resumes_without_a_gap_or_a_repeat(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    await analysis.record("JobStarted", {"attempt": 1}, jobs.JOB_STATE_PROCESSING)
    async with gateway.follow(analysis) as messages:
        seen = (await anext(messages))["id"]
    await until(lambda: peers.jobs.watchers == 0)
    await analysis.record("JobCompleted", {}, jobs.JOB_STATE_COMPLETED)
    async with gateway.follow(analysis, **{"Last-Event-ID": seen}) as messages:
        assert [item["id"] async for item in messages] == ["2", "3"]
    async with gateway.follow(analysis, **{"Last-Event-ID": "3"}) as messages:
        assert [item async for item in messages] == []


async def test_a_stream_ends_with_its_token(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    short = {"Authorization": f"Bearer {access_token(lifetime=2)}"}
    async with gateway.follow(analysis, **short) as messages:
        assert [item["id"] async for item in messages] == ["1"]
    await until(lambda: peers.jobs.watchers == 0)


async def test_a_stream_ends_when_its_user_is_revoked(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    async with gateway.follow(analysis) as messages:
        assert (await anext(messages))["id"] == "1"
        await peers.auth.revoke(session_id="session-other")
        await analysis.progress("history", 1)
        assert (await anext(messages))["event"] == "progress"
        await peers.auth.revoke(session_id="session-1")
        assert [item async for item in messages] == []
    await until(lambda: peers.jobs.watchers == 0)


async def test_all_who_follow_a_job_share_one_watch(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    async with gateway.follow(analysis) as first:
        await anext(first)
        await analysis.record("JobStarted", {"attempt": 1}, jobs.JOB_STATE_PROCESSING)
        # who comes later has the history too, or what of it is missing
        async with gateway.follow(analysis) as second, gateway.follow(analysis, **{"Last-Event-ID": "1"}) as third:
            assert [(await anext(second))["id"] for _ in range(2)] == ["1", "2"]
            assert (await anext(third))["id"] == "2"
            assert peers.jobs.watchers == 1
        await analysis.record("JobCompleted", {}, jobs.JOB_STATE_COMPLETED)
        assert [item["id"] async for item in first] == ["2", "3"]
    await until(lambda: peers.jobs.watchers == 0)


async def test_streams_end_when_jobs_goes_away(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    async with gateway.follow(analysis) as messages:
        await anext(messages)
        await peers.servers["jobs"].stop(0)
        assert [item async for item in messages] == []


async def _closed(address: str, sent: bytes) -> bytes:
    """What a connection is answered on which so much is sent and no more."""
    host, port = address.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(sent)
    async with asyncio.timeout(20):
        answer = await reader.read()
    writer.close()
    return answer


@pytest.mark.parametrize("chosen", [{"GATEWAY_REQUEST_SECONDS": "0.5"}], indirect=True)
async def test_who_dawdles_is_not_waited_for(gateway: Gateway) -> None:
    address = str(gateway.client.base_url).rstrip("/")
    assert await _closed(address, b"") == b""
    assert await _closed(address, b"GET /healthz HTTP/1.1\r\nHost: x\r\n") == b""
    head = f"Host: x\r\nAuthorization: {gateway.client.headers['authorization']}\r\nContent-Type: application/json\r\n"
    request = f"POST /api/v1/analysis HTTP/1.1\r\n{head}Content-Length: 20\r\n\r\n" + '{"repo_url"'
    status, _, body = (await _closed(address, request.encode())).partition(b"\r\n\r\n")
    assert status.startswith(b"HTTP/1.1 408 ")
    assert json.loads(body)["code"] == "request_timeout"


async def test_sigterm_ends_streams_and_the_process(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    async with gateway.follow(analysis) as messages:
        await anext(messages)
        gateway.process.send_signal(signal.SIGTERM)
        assert [item async for item in messages] == []
    output, _ = await asyncio.wait_for(gateway.process.communicate(), 10)
    assert gateway.process.returncode == 0
    lines = [json.loads(line) for line in output.decode().splitlines()]
    assert "draining" in [line["event"] for line in lines]
    assert [line for line in lines if line["level"] in {"error", "critical"}] == []
    assert access_token()[:20] not in output.decode()


async def test_a_slow_answer_is_finished_before_the_end(gateway: Gateway, peers: Peers) -> None:
    analysis = await submit(gateway.client, peers)
    await analysis.section("overview", {"weeks": list(range(200_000))}, encoding="")
    path = f"/api/v1/analysis/{analysis.job.id}/result/overview"
    async with gateway.client.stream("GET", path, headers={"Accept-Encoding": "identity"}) as answer:
        pieces = answer.aiter_raw()
        body = await anext(pieces)
        gateway.process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.3)
        body += b"".join([piece async for piece in pieces])
    assert len(json.loads(body)["weeks"]) == 200_000


async def test_says_what_is_wrong_with_its_settings(peers: Peers) -> None:
    bad = {**environment(peers, "127.0.0.1:1"), "GATEWAY_JWT_KEYS": '{"a": "c2hvcnQtc2VjcmV0"}'}
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "gateway.main",
        env={**os.environ, **bad},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    output, _ = await asyncio.wait_for(process.communicate(), 30)
    assert process.returncode != 0
    assert "GATEWAY_JWT_KEYS must be base64 of at least 32 bytes" in output.decode()
    assert "c2hvcnQtc2VjcmV0" not in output.decode()
