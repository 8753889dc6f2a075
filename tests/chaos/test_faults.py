"""Every fault once, against the real stack: `make chaos-each`. Never part of the default tests: it takes minutes."""

from __future__ import annotations

import asyncio

import pytest

from local_stack.client import Client
from tests.chaos import trial
from tests.chaos.faults import FAULTS

pytestmark = [pytest.mark.chaos, pytest.mark.timeout(400)]

# where a point is passed late in a job, or where what is harmed matters only then
_MOMENTS = {"kill": "JobStarted", "cut": "JobRequested", "hang": "JobRequested", "slow": "", "restart": "JobStarted"}


@pytest.fixture(scope="module")
def subject():
    with trial.subject() as running:
        yield running


@pytest.mark.parametrize("fault", FAULTS)
async def test_every_job_ends_once_whatever_happens(subject, fault):
    async with Client(subject.scene.stack.gateway) as client:
        await trial.patiently(client.sign_in, "alice")
        moment = _MOMENTS.get(fault.split()[0], "")
        verdict = await trial.trial(client, subject, fault, moment)
        assert not verdict.wrong
        assert verdict.struck, "nothing was struck: the test has shown nothing"


async def test_nothing_is_stuck_and_the_projections_are_what_a_rebuild_makes(subject):
    async with Client(subject.scene.stack.gateway) as client:
        await trial.patiently(client.sign_in, "alice")
        async with asyncio.timeout(300):
            assert await trial.unended(client) == []
    assert await trial.afterwards(subject.scene) == []
