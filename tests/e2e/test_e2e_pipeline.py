"""An analysis through every part of the running system."""

from __future__ import annotations

import asyncio
import json
import os
import signal

import pytest

from local_stack.client import Client, RefusedError
from tests.e2e.repositories import commits, git
from tests.support.stack import eventually


async def finish(client: Client, job_id: str, seconds: float = 90) -> dict:
    async with asyncio.timeout(seconds):
        async for _ in client.follow(job_id):
            pass
    return await client.job(job_id)


async def history(client: Client, job_id: str) -> list[dict]:
    return (await client._json("GET", f"/api/v1/analysis/{job_id}/events"))["items"]


async def test_a_repository_becomes_a_report_that_equals_git(stack, alice, served, tmp_path):
    address = served("exact", commits(120))
    job = await alice.submit(address)
    assert job["status"] == "PENDING"
    done = await finish(alice, job["id"])
    assert (done["status"], done["error"]) == ("COMPLETED", None)

    report = await alice.report(job["id"])
    repository = tmp_path / "exact"
    assert report["sections"]["overview"]["commits"] == int(git("rev-list", "--count", "HEAD", cwd=repository))
    assert report["commit"]["sha"] == git("rev-parse", "HEAD", cwd=repository).strip() == done["commit"]

    blamed: dict[str, int] = {}
    for path in git("ls-tree", "--name-only", "HEAD", cwd=repository).split():
        for line in git("blame", "--line-porcelain", "HEAD", "--", path, cwd=repository).splitlines():
            if line.startswith("author-mail "):
                mail = line.split(" ", 1)[1].strip("<>")
                blamed[mail] = blamed.get(mail, 0) + 1
    people = {person["id"]: person for person in report["sections"]["contributors"]["people"]}
    shares = report["sections"]["ownership"]["people"]
    owned = {people[share["person"]]["emails"][0]: share["lines"] for share in shares}
    assert owned == blamed

    told = await history(alice, job["id"])
    assert [event["version"] for event in told] == list(range(1, len(told) + 1))
    names = [event["type"] for event in told]
    assert names[:3] == ["JobSubmitted", "JobRequested", "JobStarted"]
    assert names[-1] == "JobCompleted"
    assert set(names[3:-1]) == {"SectionCompleted"}
    assert {event["data"]["section"] for event in told[3:-1]} == set(report["sections"])


async def test_after_a_push_the_analysis_goes_on_from_the_last_one(stack, alice, bob, served, tmp_path):
    address = served("pushed", commits(60))
    assert (await finish(alice, (await alice.submit(address))["id"]))["status"] == "COMPLETED"
    more = commits(70).split("commit refs/heads/main\n")[61:]
    tip = git("rev-parse", "main", cwd=tmp_path / "pushed").strip()
    stream = "commit refs/heads/main\n" + "commit refs/heads/main\n".join(more).replace(
        "data 1\nx\n", f"data 1\nx\nfrom {tip}\n", 1
    )
    git("fast-import", "--quiet", cwd=tmp_path / "pushed", data=stream.encode())

    reports = {}
    for client in (alice, bob):
        done = await finish(client, (await client.submit(address))["id"])
        assert done["commit"] == git("rev-parse", "main", cwd=tmp_path / "pushed").strip()
        reports[client] = await client.report(done["id"])

    modes = [reports[client]["engine"].pop("mode") for client in (alice, bob)]
    reasons = [reports[client]["engine"].pop("reason") for client in (alice, bob)]
    assert (modes, reasons) == (["incremental", "full"], [None, "there was no state yet"])  # hers is not his
    assert reports[alice] == reports[bob]
    await eventually(lambda: not stack.clones(), 10, "clones are gone")


async def test_a_private_repository_is_read_with_its_owners_grant_and_no_other(stack, alice, bob):
    available = (await alice._json("GET", "/api/v1/repositories/available"))["items"]
    private = next(item for item in available if item["private"])
    done = await finish(alice, (await alice.submit(private["clone_url"]))["id"])
    assert done["status"] == "COMPLETED"

    refused = await finish(bob, (await bob.submit(private["clone_url"]))["id"])
    assert refused["status"] == "FAILED"
    assert refused["error"]["code"] in {"repository_not_found", "credentials_required"}
    with pytest.raises(RefusedError) as hidden:
        await bob.report(done["id"])
    assert hidden.value.code == "job_not_found"


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("not a url", "url_invalid"),
        ("https://github.com", "url_invalid"),
        ("ssh://git@github.com/a/b", "url_not_allowed"),
        ("file:///etc", "url_invalid"),
        ("https://user:word@github.com/a/b", "url_not_allowed"),
        ("https://127.0.0.1/a/b", "url_not_allowed"),
        ("http://169.254.169.254/latest", "url_not_allowed"),
    ],
)
async def test_an_address_that_may_not_be_read_is_refused_at_once(alice, address, code):
    with pytest.raises(RefusedError) as refused:
        await alice.submit(address)
    assert refused.value.code == code
    assert str(refused.value).endswith(".")


async def test_repositories_that_cannot_be_analysed_fail_in_words_and_leave_nothing(stack, alice, served):
    binary = commits(3, files=1, name="image.bin", line="\0{}")
    expected = {
        f"{stack.github}/alice/no-such-repository.git": {"repository_not_found"},
        f"{stack.github}/bob/no-such-repository.git": {"repository_not_found", "credentials_required"},
        served("empty", ""): {"repository_empty", "empty_repository"},
        served("textless", binary): {"no_text_files"},
    }
    jobs = {address: (await alice.submit(address))["id"] for address in expected}
    for address, job_id in jobs.items():
        done = await finish(alice, job_id)
        assert done["status"] == "FAILED", address
        assert done["error"]["code"] in expected[address], address
        assert done["error"]["message"].endswith("."), address
        assert "/tmp" not in done["error"]["message"]
    missing = await alice.submit(f"{stack.github}/alice/orchard")
    assert (await finish(alice, missing["id"]))["status"] == "COMPLETED"
    await eventually(lambda: not stack.clones(), 10, "clones are gone")


async def test_a_killed_analyzer_is_restarted_and_the_job_completes_once(stack, alice, served):
    address = served("killed", commits(4000, files=200))
    job = await alice.submit(address)
    killed = None
    async with asyncio.timeout(90):
        async for event in alice.follow(job["id"]):
            if killed is None and event.kind == "state" and event.data["type"] == "JobStarted":
                killed = stack.part("analyzer")["pid"]
                os.kill(killed, signal.SIGKILL)
    assert killed is not None
    done = await alice.job(job["id"])
    assert done["status"] == "COMPLETED"
    names = [event["type"] for event in await history(alice, job["id"])]
    assert names.count("JobStarted") == 2
    assert names.count("JobCompleted") == 1
    assert names[-1] == "JobCompleted"
    assert stack.part("analyzer")["pid"] != killed
    await eventually(lambda: not stack.clones(), 10, "clones are gone")


async def test_a_running_analysis_can_be_cancelled_and_tried_again(stack, alice, served):
    address = served("cancelled", commits(4000, files=200))
    job = await alice.submit(address)
    async with asyncio.timeout(60):
        async for event in alice.follow(job["id"]):
            if event.kind == "state" and event.data["type"] == "JobStarted":
                await alice._json("POST", f"/api/v1/analysis/{job['id']}/cancel")
    assert (await alice.job(job["id"]))["status"] == "CANCELLED"
    await alice._json("POST", f"/api/v1/analysis/{job['id']}/retry")
    assert (await finish(alice, job["id"]))["status"] == "COMPLETED"
    await eventually(lambda: not stack.clones(), 10, "clones are gone")


async def test_no_secret_of_the_stack_is_in_its_logs(stack, alice):
    def texts(value):
        if isinstance(value, dict):
            for part in value.values():
                yield from texts(part)
        elif isinstance(value, list):
            for part in value:
                yield from texts(part)
        elif isinstance(value, str) and len(value) >= 16:
            yield value

    secrets = set(texts(json.loads(stack.home.secrets.read_text())))
    assert secrets
    logs = stack.logs()
    assert not [secret[:4] for secret in secrets if secret in logs]
    described = stack.home.description.read_text()
    assert not [secret[:4] for secret in secrets if secret in described]
