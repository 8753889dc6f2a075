"""A job that kills whoever works on it comes to an end, and others on the same analyzers to theirs."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest

from local_stack import demo
from local_stack.client import Client
from tests.chaos import trial
from tests.e2e.repositories import bare, commits

pytestmark = [pytest.mark.chaos, pytest.mark.timeout(400)]
RUNS = 3  # that a job may take without an outcome (docs/security-of-analysis.md)


async def test_a_job_that_kills_its_workers_fails_and_holds_up_nobody():
    with trial.subject() as subject:
        scene = subject.scene
        name = demo.serve(scene.stack.home, bare(scene.folder.parent / "deadly", commits(5)), "deadly")
        (scene.folder / "doomed").write_text(f"/{name}.git")
        async with Client(scene.stack.gateway) as client:
            await trial.patiently(client.sign_in, "alice")
            deadly = await trial.patiently(trial.submit, client, f"{scene.stack.github}/{name}.git")
            others = [await trial.patiently(trial.submit, client, subject.address) for _ in range(4)]
            async with asyncio.timeout(300):
                for job in [deadly, *others]:
                    async for _ in trial.followed(client, job):
                        pass
            ended = await trial.patiently(client.job, deadly)
            events = Counter(event["type"] for event in await trial.history(client, deadly))

            assert (ended["status"], ended["error"]["code"]) == ("FAILED", "worker_lost")
            assert events["JobStarted"] == RUNS
            assert events["JobFailed"] == 1
            assert [await trial.judged(client, job) for job in others] == [""] * 4
