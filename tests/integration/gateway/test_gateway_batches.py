"""Many analyses at once, over REST."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx

from gateway import batches, schemas
from gitstrata_protos.auth.v1 import auth_service_pb2 as auth
from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import BOB, access_token
from tests.integration.gateway.test_gateway_analysis import problem

HOST = "https://git.example/acme/"


def own(peers: Peers, name: str, **facts: Any) -> None:
    """A repository that the organisation acme has."""
    repository = auth.AvailableRepository(id=name, full_name=f"acme/{name}", clone_url=f"{HOST}{name}.git")
    owned = auth.OrganizationRepository(repository=repository, **facts)
    owned.pushed_at.FromDatetime(datetime(2026, 1, 1, tzinfo=UTC))
    peers.auth.organizations.setdefault("acme", []).append(owned)


async def test_a_list_is_accepted_one_by_one(alice: httpx.AsyncClient, peers: Peers) -> None:
    asked = [
        {"repo_url": HOST + "one"},
        {"repo_url": "ssh://git.example/two"},
        {"repo_url": HOST + "three", "ref": "dev"},
    ]
    dry = (await alice.post("/api/v1/analysis/batch", json={"repositories": asked, "dry_run": True})).json()
    assert [each["outcome"] for each in dry["items"]] == ["accepted", "refused", "accepted"]
    assert (dry["dry_run"], dry["accepted"], peers.jobs.analyses) == (True, 2, {})
    headers = {"Idempotency-Key": "tonight"}
    answer = await alice.post("/api/v1/analysis/batch", json={"repositories": asked}, headers=headers)
    assert answer.status_code == 200
    first, refused, third = answer.json()["items"]
    assert refused["reason"]["code"] == "repository_url_not_allowed"
    assert (first["job"]["status"], third["ref"]) == ("PENDING", "dev")
    again = await alice.post("/api/v1/analysis/batch", json={"repositories": asked}, headers=headers)
    assert [each["job"] and each["job"]["id"] for each in again.json()["items"]] == [
        first["job"]["id"],
        None,
        third["job"]["id"],
    ]
    assert len(peers.jobs.analyses) == 2


async def test_a_list_has_its_bounds(alice: httpx.AsyncClient) -> None:
    for count in (0, 101):
        body = {"repositories": [{"repo_url": HOST}] * count}
        problem(await alice.post("/api/v1/analysis/batch", json=body), 422, "invalid_input")


async def test_an_organisation_without_what_is_not_worth_reading(alice: httpx.AsyncClient, peers: Peers) -> None:
    own(peers, "good")
    own(peers, "old", archived=True)
    own(peers, "copy", fork=True)
    own(peers, "bare", empty=True)
    ask = {"organization": "acme", "dry_run": True}
    told = (await alice.post("/api/v1/analysis/organization", json=ask)).json()
    assert [(each["outcome"], each["reason"] and each["reason"]["code"]) for each in told["items"]] == [
        ("accepted", None),
        ("skipped", "archived"),
        ("skipped", "fork"),
        ("skipped", "empty"),
    ]
    assert (told["accepted"], told["complete"], peers.jobs.analyses) == (1, True, {})
    more = (await alice.post("/api/v1/analysis/organization", json={**ask, "forks": True, "archived": True})).json()
    assert [each["outcome"] for each in more["items"]] == ["accepted", "accepted", "accepted", "skipped"]

    done = (await alice.post("/api/v1/analysis/organization", json={**ask, "dry_run": False, "follow": True})).json()
    assert [each["followed"] for each in done["items"]] == [True, None, None, None]
    assert [each.job.repository_url for each in peers.jobs.analyses.values()] == [HOST + "good.git"]
    assert [each.repository_url for each in peers.jobs.followed.values()] == [HOST + "good.git"]
    # what it has already is not new; one without a commit may get one
    ((_, _, known),) = peers.jobs.organizations.values()
    assert known == [f"{HOST}{name}.git" for name in ("good", "old", "copy")]

    listed = (await alice.get("/api/v1/organizations")).json()["items"]
    assert listed == [done["organization"]]
    path = f"/api/v1/organizations/{listed[0]['id']}"
    bob = {"Authorization": f"Bearer {access_token(BOB)}"}
    problem(await alice.delete(path, headers=bob), 404, "organization_not_followed")
    assert (await alice.delete(path)).status_code == 204
    problem(await alice.delete(path), 404, "organization_not_followed")
    problem(await alice.delete("/api/v1/organizations/nonsense"), 404, "organization_not_followed")


async def test_a_large_organisation_comes_in_pages_and_pieces(alice: httpx.AsyncClient, peers: Peers) -> None:
    for number in range(230):
        own(peers, f"r{number:03}")
    told = (await alice.post("/api/v1/analysis/organization", json={"organization": "acme"})).json()
    assert (told["accepted"], len(told["items"]), told["complete"]) == (230, 230, True)
    assert [each["repo_url"] for each in told["items"]] == [f"{HOST}r{number:03}.git" for number in range(230)]
    assert len(peers.jobs.analyses) == 230


async def test_an_organisation_that_there_is_not(alice: httpx.AsyncClient) -> None:
    answer = await alice.post("/api/v1/analysis/organization", json={"organization": "nobody"})
    problem(answer, 404, "organization_not_found")
    for name in ("", "../admin", "a b"):
        answer = await alice.post("/api/v1/analysis/organization", json={"organization": name})
        problem(answer, 422, "invalid_input")


def test_long_rules_do_not_make_a_call_too_long() -> None:
    options = schemas.AnalysisOptions(mailmap="Ada <ada@example.org>\n" * 2_500)
    analyses = [
        batches.planned(schemas.SubmitAnalysis(repo_url=f"{HOST}{number}", options=options), None)
        for number in range(100)
    ]
    pieces = list(batches._pieces(analyses))
    assert [each for piece in pieces for each in piece] == analyses
    assert max(jobs.SubmitAnalysesRequest(analyses=piece).ByteSize() for piece in pieces) < 4 * 1024 * 1024
