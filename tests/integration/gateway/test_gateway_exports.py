"""Reports as files, over REST."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import sys
import zipfile
from typing import Any

import httpx
import pyarrow.parquet as pq
import pytest

from gateway import exports, rendering
from gateway.exports import Format
from gateway.rendering import Renderer
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from kit.errors import Internal, Unavailable
from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import BOB, Analysis, access_token
from tests.integration.gateway.test_gateway_analysis import problem, submit
from tests.support import sample_report


async def completed(alice: httpx.AsyncClient, peers: Peers, commits: int = 8) -> Analysis:
    """A completed analysis with a real report."""
    analysis = await submit(alice, peers)
    report = json.loads(sample_report.written(commits))
    for name, content in report.pop("sections").items():
        await analysis.section(name, content)
    await analysis.section("head", report)
    analysis.job.commit = report["commit"]["sha"]
    await analysis.record("JobCompleted", {}, jobs.JOB_STATE_COMPLETED)
    return analysis


def path(analysis: Analysis, rest: str) -> str:
    return f"/api/v1/analysis/{analysis.job.id}/export/{rest}"


def rest_of(media_type: str) -> str:
    return media_type.partition(";")[0]


async def test_every_format(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis = await completed(alice, peers)
    commit = analysis.job.commit[:12]
    for format_ in Format:
        answer = await alice.get(path(analysis, format_))
        assert answer.status_code == 200, answer.text
        form = exports.form_of(format_, None)
        assert rest_of(answer.headers["content-type"]) == rest_of(form.media_type)
        named = f'attachment; filename="project-{commit}.{form.extension}"'
        assert answer.headers["content-disposition"] == named
        assert answer.headers["cache-control"] == "private, no-cache"
        again = await alice.get(path(analysis, format_), headers={"If-None-Match": answer.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        if format_ is Format.JSON:
            assert answer.json() == json.loads(sample_report.written())
        elif format_ is Format.HTML:
            assert answer.text.startswith("<!doctype html>")
        elif format_ in {Format.CSV, Format.PARQUET}:
            with zipfile.ZipFile(io.BytesIO(answer.content)) as read:
                assert f"people.{format_}" in read.namelist()
        else:
            assert {"flask", "requests"} <= names_in(answer.json())


def names_in(bill: dict[str, Any]) -> set[str]:
    return {each["name"] for each in bill.get("components") or bill["packages"]}


async def test_one_table(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis = await completed(alice, peers)
    answer = await alice.get(path(analysis, "csv?table=files"))
    assert answer.headers["content-type"] == "text/csv; header=present; charset=utf-8"
    assert answer.headers["content-disposition"].endswith('.files.csv"')
    rows = {row["path"] for row in csv.DictReader(io.StringIO(answer.text))}
    assert rows == {f"'{sample_report.FORMULA}", "src/a.py", "src/b.py", "requirements.txt"}
    answer = await alice.get(path(analysis, "parquet?table=people"))
    assert pq.read_table(io.BytesIO(answer.content)).num_rows == 2
    problem(await alice.get(path(analysis, "csv?table=lines")), 422, "invalid_input")
    problem(await alice.get(path(analysis, "html?table=files")), 422, "invalid_input")
    problem(await alice.get(path(analysis, "pdf")), 422, "invalid_input")


async def test_only_what_has_completed_and_is_there(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis = await submit(alice, peers)
    await analysis.section("overview", {"commits": 7})
    problem(await alice.get(path(analysis, "json")), 409, "report_not_ready")
    await analysis.section("head", {"commit": {"sha": "a" * 40}})
    problem(await alice.get(path(analysis, "spdx")), 404, "section_not_ready")
    problem(await alice.get(path(analysis, "csv?table=people")), 404, "section_not_ready")


async def test_another_users_report_is_none(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis = await completed(alice, peers)
    bob = {"Authorization": f"Bearer {access_token(BOB)}"}
    problem(await alice.get(path(analysis, "html"), headers=bob), 404, "not_found")


async def test_a_hostile_name_makes_a_safe_file_name(alice: httpx.AsyncClient, peers: Peers) -> None:
    analysis = await completed(alice, peers)
    analysis.job.repository_url = 'https://git.example/alice/../x"; filename=evil.exe\r\nX: y.git'
    answer = await alice.get(path(analysis, "json"))
    assert answer.headers["content-disposition"].startswith('attachment; filename="x-filename-evil.exe-X-y-')
    assert "x" not in answer.headers


async def test_a_report_that_is_too_large_can_be_had_as_json(
    alice: httpx.AsyncClient, peers: Peers, monkeypatch: pytest.MonkeyPatch
) -> None:
    analysis = await completed(alice, peers)
    monkeypatch.setattr(exports, "LARGEST_BYTES", 5_000)
    problem(await alice.get(path(analysis, "html")), 409, "report_too_large")
    assert (await alice.get(path(analysis, "json"))).status_code == 200


class TestRenderer:
    async def test_what_fails_is_told_without_detail(self) -> None:
        with pytest.raises(Internal) as failed:
            await Renderer().make("html", of=b"no report of a Secret Person")
        assert "Secret" not in failed.value.message

    async def test_it_knows_no_secret(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("GATEWAY_JWT_KEYS", "secret")
        told = (sys.executable, "-c", "import os; print(sorted(os.environ))")
        assert b"GATEWAY" not in await Renderer(told).make("env", of=b"")

    async def test_what_takes_too_long_is_stopped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rendering, "_LONGEST_SECONDS", 0.2)
        renderer = Renderer((sys.executable, "-c", "import time; time.sleep(60)"))
        async with asyncio.timeout(20):
            with pytest.raises(Unavailable, match="too long"):
                await renderer.make("any", of=b"")

    async def test_too_many_are_sent_away(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(rendering, "_MOST_WAITING", 2)
        renderer = Renderer((sys.executable, "-c", "import time; time.sleep(60)"))
        waiting = [asyncio.create_task(renderer.make("any", of=b"")) for _ in range(2)]
        await asyncio.sleep(0)
        with pytest.raises(Unavailable) as refused:
            await renderer.make("any", of=b"")
        assert refused.value.code == "exports_busy"
        for task in waiting:
            task.cancel()
        await asyncio.wait(waiting)
