"""Reports beside each other, over REST."""

from __future__ import annotations

import uuid

import httpx

from gitstrata_protos.jobs.v1 import jobs_service_pb2 as jobs
from tests.integration.gateway.conftest import Peers
from tests.integration.gateway.servicers import ALICE, BOB, access_token
from tests.integration.gateway.test_gateway_analysis import NOBODY, REPOSITORY, problem, submit
from tests.integration.gateway.test_gateway_exports import completed


def follow(peers: Peers, url: str = REPOSITORY) -> str:
    """The address of what changed in a repository that alice follows from now on."""
    repository = jobs.Repository(id=str(uuid.uuid4()), repository_url=url)
    peers.jobs.followed[ALICE, repository.id] = repository
    return f"/api/v1/repositories/{repository.id}/compare"


async def test_the_last_two_by_themselves(alice: httpx.AsyncClient, peers: Peers) -> None:
    path = follow(peers)
    problem(await alice.get(path), 409, "report_not_ready")
    for commits in (8, 10, 12):
        await completed(alice, peers, commits)
    answer = await alice.get(path)
    assert answer.status_code == 200, answer.text
    told = answer.json()
    commits = next(each for each in told["figures"] if each["name"] == "commits")
    assert (commits["base"], commits["head"], commits["change"]) == (11, 13, 2)
    assert commits["why"]
    assert told["caveats"] == []
    again = await alice.get(path, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


async def test_any_two_of_a_repository(alice: httpx.AsyncClient, peers: Peers) -> None:
    path = follow(peers)
    one, _, three = [await completed(alice, peers, commits) for commits in (8, 10, 12)]
    told = (await alice.get(path, params={"base": three.job.id, "head": one.job.id})).json()
    assert [each["code"] for each in told["caveats"]] == ["backwards"]
    since = (await alice.get(path, params={"base": one.job.id})).json()
    assert (since["base"]["commit"], since["head"]["commit"]) == (one.job.commit, three.job.commit)


async def test_what_cannot_be_compared(alice: httpx.AsyncClient, peers: Peers) -> None:
    path, done = follow(peers), await completed(alice, peers)
    running = await submit(alice, peers)
    both = {"base": running.job.id, "head": done.job.id}
    problem(await alice.get(path, params=both), 409, "report_not_ready")
    problem(await alice.get(path, params={**both, "base": NOBODY}), 404, "not_found")
    problem(await alice.get(path, params={**both, "base": "nonsense"}), 404, "not_found")
    elsewhere = follow(peers, "https://git.example/alice/other.git")
    refused = await alice.get(elsewhere, params={"base": done.job.id, "head": done.job.id})
    assert problem(refused, 422, "invalid_input")["errors"][0]["field"] == "base"  # type: ignore[index]
    problem(await alice.get("/api/v1/repositories/nonsense/compare"), 404, "repository_not_found")
    bob = {"Authorization": f"Bearer {access_token(BOB)}"}
    problem(await alice.get(path, headers=bob), 404, "repository_not_found")


async def test_two_repositories_side_by_side(alice: httpx.AsyncClient, peers: Peers) -> None:
    left, right = await completed(alice, peers), await completed(alice, peers, 12)
    answer = await alice.get("/api/v1/analysis/compare", params={"left": left.job.id, "right": right.job.id})
    assert answer.status_code == 200, answer.text
    told = answer.json()
    assert {each["name"] for each in told["people"]} == {"Ada Lovelace", "Ben Okri"}
    assert {"name": "commits", "left": 9, "right": 13} in told["figures"]
    problem(await alice.get("/api/v1/analysis/compare"), 422, "invalid_input")
    bob = {"Authorization": f"Bearer {access_token(BOB)}"}
    refused = await alice.get(
        "/api/v1/analysis/compare", params={"left": left.job.id, "right": right.job.id}, headers=bob
    )
    problem(refused, 404, "not_found")
