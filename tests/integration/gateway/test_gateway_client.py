"""The Python client that is generated from the document, against the application it describes."""

from __future__ import annotations

import importlib
import pkgutil
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI

import gitstrata_client
from gitstrata_client import AuthenticatedClient, models
from gitstrata_client.api.account import create_api_token
from gitstrata_client.api.analysis import cancel_analysis, get_analysis, get_report_file, list_analyses, submit_analysis
from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import access_token

REPOSITORY = "https://github.com/pallets/flask"


@pytest.fixture
def client(app: FastAPI) -> AuthenticatedClient:
    made = AuthenticatedClient(base_url="http://gateway.test", token=access_token())
    headers = {"Authorization": f"Bearer {made.token}"}
    transport = httpx.ASGITransport(app=app)
    return made.set_async_httpx_client(
        httpx.AsyncClient(transport=transport, base_url="http://gateway.test", headers=headers)
    )


def test_every_module_can_be_imported() -> None:
    found = [each.name for each in pkgutil.walk_packages(gitstrata_client.__path__, "gitstrata_client.")]
    assert len(found) > 50
    for name in found:
        importlib.import_module(name)


async def test_submits_reads_and_stops(client: AuthenticatedClient, peers: Peers) -> None:
    wanted = models.SubmitAnalysis(repo_url=REPOSITORY, ref="main")
    made = await submit_analysis.asyncio_detailed(client=client, body=wanted, idempotency_key="k")
    assert made.status_code == 202
    job = made.parsed
    assert isinstance(job, models.Job)
    again = await submit_analysis.asyncio(client=client, body=wanted, idempotency_key="k")
    assert isinstance(again, models.Job)
    assert again.id == job.id
    page = await list_analyses.asyncio(client=client, limit=5)
    assert isinstance(page, models.JobPage)
    assert [each.id for each in page.items] == [job.id]

    await peers.jobs.analyses[str(job.id)].section(
        "stack", {"excluded": {"listed": [{"path": "a/b c", "reason": "r", "rule": "x"}]}}
    )
    file = await get_report_file.asyncio(UUID(str(job.id)), "a/b c", client=client)
    assert isinstance(file, models.FileDetail)
    assert (file.path, file.excluded.reason) == ("a/b c", "r")

    stopped = await cancel_analysis.asyncio(UUID(str(job.id)), client=client)
    assert isinstance(stopped, models.Job)
    assert stopped.status == "CANCELLED"


async def test_a_problem_is_one_of_its_models(client: AuthenticatedClient) -> None:
    unknown = UUID("00000000-0000-0000-0000-000000000000")
    problem = await get_analysis.asyncio(unknown, client=client)
    assert isinstance(problem, models.Problem)
    assert (problem.status, problem.code) == (404, "not_found")
    refused = await create_api_token.asyncio(client=client, body=models.NewApiToken(name="", scopes=["read"]))
    assert isinstance(refused, models.Problem)
    assert [each.field for each in refused.errors] == ["name"]
